// Correlations of every type, with events in order, late, early and repeated, and with a restart in the middle.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { load } from '../../testing/rules.ts';
import { createDetector, type Detector, type DetectorOptions } from '../detector.ts';

const BASE = ['login', 'denied', 'grant'].map(
  (name) =>
    `title: ${name}\nid: id-${name}\nname: ${name}\nlogsource:\n  category: test\ndetection:\n  sel:\n    what: ${name}\n  condition: sel\n`,
);

function correlation(section: string, head = 'title: C\nid: c\nauthor: B. Author\nlevel: high'): string {
  return [...BASE, `${head}\ncorrelation:\n${section.replace(/^/gm, '  ')}\n`].join('---\n');
}

const NOW = Date.UTC(2026, 10, 29, 12);
const AT = Date.UTC(2026, 10, 29, 10);

interface Happening {
  readonly what: string;
  /** Seconds. */
  readonly at: number;
  readonly [field: string]: string | number;
}

function detector(text: string, options: Partial<DetectorOptions> = {}): Detector {
  const rules = load(text);
  assert.deepEqual(rules.faults, []);
  return createDetector(rules, { now: () => NOW, ...options });
}

const rawOf = ({ at, ...fields }: Happening) => ({ ...fields, timestamp: new Date(AT + at * 1000).toISOString() });

/** When the correlation fired, in seconds, the end of all events included. */
function firedAt(text: string, happenings: readonly Happening[], options: Partial<DetectorOptions> = {}): number[] {
  const engine = detector(text, options);
  const told = happenings.flatMap((one, index) => engine.observe(rawOf(one), index));
  return [...told, ...engine.end()]
    .filter(({ about }) => about.rule === 'c')
    .map(({ time }) => ((time ?? 0) - AT) / 1000)
    .sort((a, b) => a - b);
}

const times = (what: string, seconds: readonly number[], more: Record<string, string | number> = {}): Happening[] =>
  seconds.map((at) => ({ what, at, user: 'u', ...more }));

const COUNT = correlation('type: event_count\nrules: [denied]\ngroup-by: [user]\ntimespan: 1m\ncondition:\n  gte: 3');

describe('event_count', () => {
  it('fires where so many events lie within a timespan, across the boundaries of minutes', () => {
    assert.deepEqual(firedAt(COUNT, times('denied', [50, 55, 65])), [65]);
    assert.deepEqual(firedAt(COUNT, times('denied', [0, 40, 101])), []);
  });
  it('counts events that lie a timespan apart, and none beyond it', () => {
    assert.deepEqual(firedAt(COUNT, times('denied', [0, 30, 60])), [60]);
    assert.deepEqual(firedAt(COUNT, times('denied', [0, 30, 60.001])), []);
  });
  it('counts each group by itself, and leaves out events that lack the field', () => {
    assert.deepEqual(firedAt(COUNT, [...times('denied', [0, 1]), { what: 'denied', at: 2, user: 'v' }]), []);
    const engine = detector(COUNT);
    for (const at of [0, 1, 2]) assert.equal(engine.observe(rawOf({ what: 'denied', at }), at).length, 0);
    assert.equal(engine.counts().ungrouped, 3);
  });
  it('tells what goes on once a timespan', () => {
    assert.deepEqual(firedAt(COUNT, times('denied', [0, 1, 2, 3, 4, 5, 30, 61, 62, 63, 64])), [2, 63]);
  });
  it('takes events that come late into their windows', () => {
    assert.deepEqual(firedAt(COUNT, times('denied', [0, 70, 20, 30])), [30]);
    assert.deepEqual(firedAt(COUNT, times('denied', [10, 65, 40])), [65]);
  });
  it('counts what comes too late, and does not take it in', () => {
    const engine = detector(COUNT, { latenessMs: 10_000 });
    for (const one of times('denied', [0, 30, 5, 31])) engine.observe(rawOf(one), 0);
    assert.equal(engine.counts().late, 1);
  });
  it('does not believe clocks that run ahead, so that nobody closes the windows of others', () => {
    const ahead = { what: 'denied', at: 100 * 365 * 86_400, user: 'u' };
    assert.deepEqual(firedAt(COUNT, [ahead, ...times('denied', [0, 1]), ahead, ...times('denied', [2])]), [2]);
  });
  it('counts an event that is delivered twice once, where its source names it', () => {
    const named = (at: number, id: string) => ({ what: 'denied', at, user: 'u', _id: `0123456789abcdef${id}` });
    assert.deepEqual(firedAt(COUNT, [named(0, 'a'), named(1, 'b'), named(1, 'b'), named(0, 'a')]), []);
    assert.deepEqual(firedAt(COUNT, [named(0, 'a'), named(1, 'b'), named(2, 'c')]), [2]);
  });
  it('counts an event once that several of its rules match', () => {
    const both = `${COUNT}---\ntitle: D\nname: any_denied\nlogsource:\n  category: test\ndetection:\n  sel:\n    what|startswith: den\n  condition: sel\n`;
    const text = both.replace('rules: [denied]', 'rules: [denied, any_denied]');
    assert.deepEqual(firedAt(text, times('denied', [0, 1])), []);
    assert.deepEqual(firedAt(text, times('denied', [0, 1, 2])), [2]);
  });
  it('waits with what a late event could undo', () => {
    const exact = COUNT.replace('gte: 3', 'eq: 2');
    const engine = detector(exact, { latenessMs: 60_000 });
    const told = times('denied', [10, 20]).flatMap((one, index) => engine.observe(rawOf(one), index));
    assert.deepEqual(told, []);
    assert.equal(engine.end().length, 1);
    assert.deepEqual(firedAt(exact, times('denied', [10, 20, 5])), [10]);
  });
  it('takes ranges', () => {
    const range = COUNT.replace('gte: 3', 'gt: 1\n    lte: 2');
    assert.deepEqual(firedAt(range, times('denied', [0, 1])), [1]);
  });
  it('takes the time of arrival where an event tells none', () => {
    const engine = detector(COUNT);
    const told = [1, 2, 3].flatMap((index) => engine.observe({ what: 'denied', user: 'u' }, index));
    assert.equal(told.length, 1);
  });
});

describe('value_count', () => {
  const text = correlation(
    'type: value_count\nrules: [denied]\ngroup-by: [user]\ntimespan: 1m\ncondition:\n  field: ip\n  gte: 3',
  );
  const from = (pairs: readonly (readonly [number, string])[]): Happening[] =>
    pairs.map(([at, ip]) => ({ what: 'denied', at, user: 'u', ip }));
  it('counts different values', () => {
    assert.deepEqual(
      firedAt(
        text,
        from([
          [0, 'a'],
          [1, 'a'],
          [2, 'b'],
          [3, 'c'],
        ]),
      ),
      [3],
    );
    assert.deepEqual(
      firedAt(
        text,
        from([
          [0, 'a'],
          [1, 'a'],
          [2, 'b'],
        ]),
      ),
      [],
    );
  });
  it('forgets a value with its last event', () => {
    assert.deepEqual(
      firedAt(
        text,
        from([
          [0, 'a'],
          [10, 'b'],
          [61, 'c'],
          [62, 'b'],
          [63, 'a'],
        ]),
      ),
      [63],
    );
    assert.deepEqual(
      firedAt(
        text,
        from([
          [0, 'a'],
          [30, 'a'],
          [61, 'b'],
          [91, 'c'],
        ]),
      ),
      [],
    );
  });
  it('takes late values in', () =>
    assert.deepEqual(
      firedAt(
        text,
        from([
          [0, 'a'],
          [40, 'c'],
          [20, 'b'],
        ]),
      ),
      [40],
    ));
  it('counts combinations of several fields, and not events that lack one', () => {
    const pairs = text.replace('field: ip', 'field: [ip, port]');
    const events = [1, 2, 3].map((port): Happening => ({ what: 'denied', at: port, user: 'u', ip: 'a', port }));
    assert.deepEqual(firedAt(pairs, events), [3]);
    assert.deepEqual(
      firedAt(
        pairs,
        from([
          [0, 'a'],
          [1, 'b'],
          [2, 'c'],
        ]),
      ),
      [],
    );
  });
});

describe('numbers', () => {
  const text = (type: string, condition: string) =>
    correlation(
      `type: ${type}\nrules: [denied]\ngroup-by: [user]\ntimespan: 1m\ncondition:\n  field: bytes\n  ${condition}`,
    );
  const sent = (pairs: readonly (readonly [number, number | string])[]): Happening[] =>
    pairs.map(([at, bytes]) => ({ what: 'denied', at, user: 'u', bytes }));
  it('value_sum', () => {
    assert.deepEqual(
      firedAt(
        text('value_sum', 'gt: 100'),
        sent([
          [0, 60],
          [1, '41'],
        ]),
      ),
      [1],
    );
    assert.deepEqual(
      firedAt(
        text('value_sum', 'gt: 100'),
        sent([
          [0, 60],
          [61, 41],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      firedAt(
        text('value_sum', 'gt: 100'),
        sent([
          [0, 60],
          [1, 'many'],
        ]),
      ),
      [],
    );
  });
  it('value_avg', () => {
    assert.deepEqual(
      firedAt(
        text('value_avg', 'gte: 50.5'),
        sent([
          [0, 1],
          [1, 100],
        ]),
      ),
      [1],
    );
    assert.deepEqual(
      firedAt(
        text('value_avg', 'gte: 50.5'),
        sent([
          [0, 1],
          [1, 100],
          [0.5, 1],
        ]),
      ),
      [],
    );
  });
  it('value_median', () => {
    assert.deepEqual(
      firedAt(
        text('value_median', 'gt: 5'),
        sent([
          [0, 1],
          [1, 4],
          [2, 100],
          [3, 100],
        ]),
      ),
      [3],
    );
  });
  it('value_percentile with a percentile is the number below which so many lie', () => {
    const events = sent([
      [0, 0],
      [1, 10],
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    assert.deepEqual(firedAt(text('value_percentile', 'gte: 38\n  percentile: 95'), events), [4]);
    assert.deepEqual(firedAt(text('value_percentile', 'gt: 38\n  percentile: 95'), events), []);
  });
  it('value_percentile without one is the share of a value', () => {
    const rare = text('value_percentile', 'lte: 10');
    const events = [...Array.from({ length: 10 }, (_, at) => [at, 'common'] as const), [11, 'rare'] as const];
    assert.deepEqual(firedAt(rare, sent(events)), [11]);
  });
});

describe('temporal', () => {
  const text = (type: string, more = '') =>
    correlation(`type: ${type}\nrules: [denied, login, grant]\ngroup-by: [user]\ntimespan: 1m${more}`);
  const run = (pairs: readonly (readonly [string, number])[]): Happening[] =>
    pairs.map(([what, at]) => ({ what, at, user: 'u' }));
  it('wants all rules, in any order', () => {
    assert.deepEqual(
      firedAt(
        text('temporal'),
        run([
          ['grant', 0],
          ['login', 1],
          ['denied', 2],
        ]),
      ),
      [2],
    );
    assert.deepEqual(
      firedAt(
        text('temporal'),
        run([
          ['grant', 0],
          ['login', 1],
          ['denied', 61],
        ]),
      ),
      [],
    );
  });
  it('wants so many of the rules as the condition says', () => {
    assert.deepEqual(
      firedAt(
        text('temporal', '\ncondition:\n  gte: 2'),
        run([
          ['grant', 0],
          ['grant', 1],
          ['login', 2],
        ]),
      ),
      [2],
    );
  });
  it('temporal_ordered wants them in the order of the list', () => {
    assert.deepEqual(
      firedAt(
        text('temporal_ordered'),
        run([
          ['denied', 0],
          ['login', 1],
          ['grant', 2],
        ]),
      ),
      [2],
    );
    assert.deepEqual(
      firedAt(
        text('temporal_ordered'),
        run([
          ['denied', 0],
          ['grant', 1],
          ['login', 2],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      firedAt(
        text('temporal_ordered'),
        run([
          ['denied', 0],
          ['login', 50],
          ['grant', 70],
        ]),
      ),
      [],
    );
    const again = run([
      ['denied', 0],
      ['denied', 40],
      ['login', 50],
      ['grant', 70],
    ]);
    assert.deepEqual(firedAt(text('temporal_ordered'), again), [70]);
  });
  it('temporal_ordered goes by the times of events, not by their arrival', () => {
    assert.deepEqual(
      firedAt(
        text('temporal_ordered'),
        run([
          ['login', 1],
          ['denied', 0],
          ['grant', 2],
        ]),
      ),
      [2],
    );
    assert.deepEqual(
      firedAt(
        text('temporal_ordered'),
        run([
          ['grant', 2],
          ['login', 1],
          ['denied', 0],
        ]),
      ),
      [2],
    );
  });
  it('takes conditions in words', () => {
    const words = (type: string) =>
      correlation(`type: ${type}\ngroup-by: [user]\ntimespan: 1m\ncondition: denied and grant and not login`);
    assert.deepEqual(
      firedAt(
        words('temporal'),
        run([
          ['grant', 0],
          ['denied', 2],
        ]),
      ),
      [2],
    );
    assert.deepEqual(
      firedAt(
        words('temporal'),
        run([
          ['login', 0],
          ['grant', 0],
          ['denied', 2],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      firedAt(
        words('temporal'),
        run([
          ['grant', 0],
          ['denied', 2],
          ['login', 1],
        ]),
      ),
      [],
    );
    assert.deepEqual(
      firedAt(
        words('temporal_ordered'),
        run([
          ['denied', 0],
          ['grant', 2],
        ]),
      ),
      [2],
    );
    assert.deepEqual(
      firedAt(
        words('temporal_ordered'),
        run([
          ['grant', 0],
          ['denied', 2],
        ]),
      ),
      [],
    );
  });
  it('groups by aliases', () => {
    const aliased = correlation(
      'type: temporal\nrules: [denied, login]\ngroup-by: [who]\ntimespan: 1m\naliases:\n  who:\n    denied: user\n    login: account',
    );
    const [denied, login] = [
      { what: 'denied', at: 0, user: 'u' },
      { what: 'login', at: 1, account: 'u' },
    ];
    assert.deepEqual(firedAt(aliased, [denied, login]), [1]);
    assert.deepEqual(firedAt(aliased, [denied, { ...login, account: 'v' }]), []);
  });
});

describe('correlations of correlations', () => {
  const text = [
    ...BASE,
    'title: Many\nname: many\ncorrelation:\n  type: event_count\n  rules: [denied]\n  group-by: [user]\n  timespan: 1m\n  condition:\n    gte: 3\n',
    'title: C\nid: c\ncorrelation:\n  type: temporal_ordered\n  rules: [many, login]\n  group-by: [user]\n  timespan: 1m\n',
  ].join('---\n');
  it('many failures, then a success', () => {
    assert.deepEqual(firedAt(text, [...times('denied', [0, 1, 2]), ...times('login', [3])]), [3]);
    assert.deepEqual(firedAt(text, [...times('denied', [0, 1]), ...times('login', [3])]), []);
    assert.deepEqual(firedAt(text, [...times('login', [0]), ...times('denied', [1, 2, 3])]), []);
  });
  it('still see what goes on for longer than a timespan', () => {
    const long = Array.from({ length: 100 }, (_, at) => at);
    assert.deepEqual(firedAt(text, [...times('denied', long), ...times('login', [130])]), [130]);
  });
  it('tell only the outermost, unless generate says otherwise', () => {
    const rulesTold = (all: string) => {
      const engine = detector(all);
      const events = [...times('denied', [0, 1, 2]), ...times('login', [3])];
      return new Set(events.flatMap((one, index) => engine.observe(rawOf(one), index)).map(({ about }) => about.title));
    };
    assert.deepEqual([...rulesTold(text)], ['C']);
    const generating = text.replace('type: temporal_ordered', 'generate: true\n  type: temporal_ordered');
    assert.deepEqual([...rulesTold(generating)].sort(), ['C', 'Many', 'login']);
  });
});

describe('correlations that do not compile', () => {
  const rejected = (section: string) =>
    load(correlation(section)).faults.map(({ code, message }) => `${code}: ${message}`);
  for (const [section, reason] of [
    ['type: event_count\nrules: [nobody]\ntimespan: 1m\ncondition:\n  gte: 1', /no rule "nobody"/],
    ['type: events\nrules: [denied]\ntimespan: 1m\ncondition:\n  gte: 1', /no type "events"/],
    ['type: event_count\nrules: [denied]\ncondition:\n  gte: 1', /timespan/],
    ['type: event_count\nrules: [denied]\ntimespan: 1min\ncondition:\n  gte: 1', /timespan "1min"/],
    ['type: event_count\nrules: [denied]\ntimespan: 1m', /no condition/],
    ['type: event_count\nrules: [denied]\ntimespan: 1m\ncondition:\n  above: 1', /no "above"/],
    ['type: value_count\nrules: [denied]\ntimespan: 1m\ncondition:\n  gte: 1', /needs a field/],
    ['type: value_sum\nrules: [denied]\ntimespan: 1m\ncondition:\n  field: [a, b]\n  gte: 1', /one field/],
    ['type: event_count\nrules: [denied]\ntimespan: 1m\ncondition: denied', /condition of words/],
    ['type: temporal\nrules: [denied, login]\ntimespan: 1m\ncondition: denied', /"login" is not in its condition/],
    ['type: temporal\nrules: [c]\ntimespan: 1m', /refers to itself/],
    ['type: event_count\nrules: [denied]\ntimespan: 1m\nwindow: sliding\ncondition:\n  gte: 1', /no "window"/],
  ] as const) {
    it(section.replaceAll('\n', ' '), () => {
      const faults = rejected(section);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', reason);
    });
  }
});

describe('all types', () => {
  const group = 'group-by: [user]\ntimespan: 30s';
  const TYPES = [
    `type: event_count\nrules: [denied]\n${group}\ncondition:\n  gte: 3`,
    `type: event_count\nrules: [denied]\n${group}\ncondition:\n  lt: 2`,
    `type: value_count\nrules: [denied]\n${group}\ncondition:\n  field: ip\n  gte: 3`,
    `type: value_sum\nrules: [denied]\n${group}\ncondition:\n  field: bytes\n  gt: 20`,
    `type: value_avg\nrules: [denied]\n${group}\ncondition:\n  field: bytes\n  gt: 6`,
    `type: value_median\nrules: [denied]\n${group}\ncondition:\n  field: bytes\n  lte: 3`,
    `type: value_percentile\nrules: [denied]\n${group}\ncondition:\n  field: bytes\n  percentile: 90\n  gte: 8`,
    `type: temporal\nrules: [denied, login, grant]\n${group}`,
    `type: temporal_ordered\nrules: [denied, login, grant]\n${group}`,
    `type: temporal\n${group}\ncondition: denied and login and not grant`,
  ].map((section) => correlation(section));

  const happening = fc.record({
    what: fc.constantFrom('denied', 'login', 'grant'),
    // Times differ, since of two events at one moment the order of arrival decides.
    at: fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10),
    user: fc.constantFrom('u', 'v'),
    ip: fc.constantFrom('a', 'b', 'c', 'd'),
    bytes: fc.integer({ min: 0, max: 10 }),
  });
  const happenings = fc.uniqueArray(happening, { selector: ({ at }) => at, minLength: 1, maxLength: 40 });
  const inOrder = (events: readonly Happening[]) => [...events].sort((a, b) => a.at - b.at);
  const users = (text: string, events: readonly Happening[]) => {
    const engine = detector(text, { latenessMs: 300_000 });
    const told = [...events.flatMap((one, index) => engine.observe(rawOf(one), index)), ...engine.end()];
    return [...new Set(told.filter(({ about }) => about.rule === 'c').map(({ group: [entry] }) => entry?.[1]))].sort();
  };

  it('fire for the same groups in whatever order events arrive', () => {
    fc.assert(
      fc.property(happenings, fc.constantFrom(...TYPES), (events, text) => {
        assert.deepEqual(users(text, events), users(text, inOrder(events)));
      }),
      { numRuns: 150 },
    );
  });

  it('go on after a restart as if nothing had been', () => {
    const property = fc.property(happenings, fc.constantFrom(...TYPES), fc.nat(40), (events, text, cut) => {
      const ids = (restartAt: number) => {
        let engine = detector(text, { latenessMs: 20_000 });
        const told = events.flatMap((one, index) => {
          if (index === restartAt) {
            const kept = JSON.parse(JSON.stringify(engine.snapshot()));
            engine = detector(text, { latenessMs: 20_000 });
            engine.restore(kept);
          }
          return engine.observe(rawOf(one), index);
        });
        return [...told, ...engine.end()].map(({ id }) => id());
      };
      assert.deepEqual(ids(cut), ids(-1));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('agree with a count of every window', () => {
    const property = fc.property(happenings, (events) => {
      const sorted = inOrder(events).filter(({ what }) => what === 'denied');
      const expected = ['u', 'v'].filter((user) => {
        const own = sorted.filter((one) => one.user === user);
        return own.some(({ at }) => own.filter((one) => one.at <= at && one.at >= at - 30).length >= 3);
      });
      assert.deepEqual(users(TYPES[0] ?? '', events), expected);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

describe('memory', () => {
  it('new names push out one another, not the group that is near its condition', () => {
    const engine = detector(COUNT, { maxGroups: 100 });
    for (const one of times('denied', [0, 1])) engine.observe(rawOf(one), 0);
    for (let index = 0; index < 5000; index += 1)
      engine.observe(rawOf({ what: 'denied', at: 2, user: `new-${index}` }), index);
    assert.equal(
      engine.observe(rawOf({ what: 'denied', at: 3, user: 'u' }), 1).filter(({ kind }) => kind === 'correlation')
        .length,
      1,
    );
    const { groups, evicted } = engine.counts();
    assert.ok(groups <= 100);
    assert.equal(evicted, 5001 - groups);
  });
  it('a group keeps no more than so many events', () => {
    const engine = detector(COUNT, { maxEntries: 50 });
    for (let index = 0; index < 10_000; index += 1) engine.observe(rawOf({ what: 'denied', at: 0, user: 'u' }), index);
    assert.ok(engine.snapshot().correlations.groups.c?.every(({ window }) => window.times.length <= 50));
  });
});

describe('rules that are changed while windows are open', () => {
  const other = (text: string) => `${text}---\n${lineRuleNamed('another')}`;
  const lineRuleNamed = (name: string) => (BASE[0] ?? '').replaceAll('login', name);

  function firesAfter(before: string, after: string): boolean {
    const first = detector(before);
    for (const [index, one] of times('denied', [0, 1]).entries()) first.observe(rawOf(one), index);
    const second = detector(after);
    second.restore(JSON.parse(JSON.stringify(first.snapshot())));
    return times('denied', [2]).some((one) => second.observe(rawOf(one), 2).some(({ about }) => about.rule === 'c'));
  }

  it('go on with those of correlations that ask the same', () => {
    assert.ok(firesAfter(COUNT, COUNT));
    assert.ok(firesAfter(COUNT, other(COUNT)));
    assert.ok(firesAfter(COUNT, COUNT.replace('title: C', 'title: Another title')));
  });
  it('begin anew with those that ask something else, or count other events', () => {
    assert.ok(!firesAfter(COUNT, COUNT.replace('timespan: 1m', 'timespan: 5m')));
    assert.ok(!firesAfter(COUNT.replace('what: denied', "what: ['denied', 'x']"), COUNT));
  });
});
