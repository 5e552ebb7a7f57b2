// What a watch stored is taken again, by this version; what another one stored, or nobody, is refused, and nothing of it is kept.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { access, DAY, HOUR, MONDAY, ordinaryWork } from '../testing/weeks.ts';
import { loadRules } from './sigma/rule-set.ts';
import { readAccessLog } from './sources/access-log.ts';
import { createWatch } from './watch.ts';

const RULES = loadRules([
  {
    text: 'title: Reads\nname: reads\nlogsource:\n  category: database\ndetection:\n  sel:\n    class_uid: 6005\n  condition: sel\nlevel: low\n---\ntitle: Many\ncorrelation:\n  type: value_count\n  rules: reads\n  group-by: actor.user.name\n  timespan: 1h\n  condition:\n    gte: 40\n    field: table.name\nlevel: high\n',
    origin: { path: 'many.yml' },
  },
]);
const made = () => createWatch(RULES, { now: () => MONDAY + 90 * DAY, pseudonym: (name) => `${name.length}-${name}` });
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A watch that has met all that is kept: weeks, sign-ins that failed, a journey, a burst, an alert that was judged. */
function learnedWatch() {
  const watch = made();
  const weeks = ordinaryWork(9, 11);
  for (const [ref, event] of weeks.entries()) watch.observe(event, ref);
  const end = MONDAY + 9 * DAY + 10 * HOUR;
  const told = Array.from({ length: 60 }, (_, n) =>
    watch.observe(
      access({
        time: end + n * 1000,
        user: 'ada',
        ip: n % 2 === 0 ? '203.0.113.9' : '10.0.0.9',
        client: 'mysqldump',
        table: `table${n}`,
        rowsReturned: 100_000 * n,
      }),
      weeks.length + n,
    ),
  ).flat();
  const alert = told.find(({ kind }) => kind === 'behaviour');
  assert.ok(alert, 'the burst is an alert');
  assert.ok(watch.judge(alert.id(), 'not-expected', end));
  for (let n = 0; n < 50; n += 1) {
    const line = `203.0.113.${n} - - [05/Oct/2026:00:00:01 +0000] "GET /i?id=${n} HTTP/1.1" 401 2 "-" "curl/8"`;
    watch.observe(readAccessLog(line) ?? {}, `x#${n}`);
  }
  return watch;
}

/** All places in a value, each as the way to it. */
function waysInto(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Array.isArray(value)
    ? // One of many is as good as the others.
      value.slice(0, 2).flatMap((one, at) => waysInto(one, [...way, at]))
    : Object.entries(value).flatMap(([name, one]) => waysInto(one, [...way, name]));
  return [way, ...inner];
}

function changedAt(
  value: unknown,
  [step, ...rest]: readonly (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  const copy: Record<string | number, unknown> = (
    Array.isArray(value) ? [...value] : { ...(value as object) }
  ) as never;
  const inner = changedAt(copy[step], rest, change);
  if (inner === undefined && !Array.isArray(copy)) delete copy[step];
  else copy[step] = inner;
  return copy;
}

describe('what a watch stored', () => {
  const learned = learnedWatch();
  const stored = asStored(learned.snapshot());
  const ways = waysInto(stored);

  it('is taken again whole', () => {
    const again = made();
    assert.equal(again.restore(stored), undefined);
    assert.deepEqual(asStored(again.snapshot()), stored);
  });

  it('is taken also of a watch that has met nothing', () => {
    assert.equal(made().restore(asStored(made().snapshot())), undefined);
  });

  it('is taken whatever numbers the events had', () => {
    const watch = made();
    for (const [n, amount] of [1e308, Number.MAX_VALUE, -1e308, Number.POSITIVE_INFINITY, Number.NaN, 1e21].entries())
      for (let day = 0; day < 4; day += 1)
        for (const minute of [1, 2, 30])
          watch.observe(
            access({
              time: MONDAY + day * DAY + minute * 60_000,
              user: `user${n}`,
              ip: '10.0.0.1',
              client: 'psql',
              table: 't',
              rowsReturned: amount,
              bytesReturned: amount,
            }),
            day,
          );
    assert.equal(made().restore(asStored(watch.snapshot())), undefined);
  });

  it('is refused where a field of an older form is not there, and the watch begins anew', () => {
    const fresh = asStored(made().snapshot());
    for (const [part, older] of [
      ['habits', { ...(stored as object), habits: undefined }],
      ['behaviour', changedAt(stored, ['behaviour', 'totals'], () => undefined)],
      ['behaviour', changedAt(stored, ['behaviour', 'profiles', 0, 1, 'longestPause'], () => undefined)],
      ['behaviour', changedAt(stored, ['behaviour', 'forest', 'reference', 3], () => [1, 2])],
      ['rules', changedAt(stored, ['rules', 'correlations', 'groups'], () => ({ Many: [{}] }))],
      ['all of it', changedAt(stored, ['schema'], () => 'vigie.watch/0')],
      ['all of it', 'a text'],
      ['all of it', null],
    ] as const) {
      const watch = made();
      const fault = watch.restore(asStored(older ?? null));
      assert.equal(fault?.code, 'other-form');
      assert.ok(fault.message.includes(`(${part})`), `${fault.message} is about ${part}`);
      assert.deepEqual(asStored(watch.snapshot()), fresh);
    }
  });

  it('never stops a watch, whatever became of it', () => {
    const foreign = fc.oneof(
      fc.constantFrom(undefined, null, '', 'x', -1, 1e308, true, [], {}, [[]], [null], { length: 3 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const events = ordinaryWork(1, 5).slice(0, 30);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), foreign), { minLength: 1, maxLength: 3 }), (changes) => {
        let changed = stored;
        for (const [at, value] of changes) {
          const way = ways[at % ways.length] ?? [];
          try {
            changed = changedAt(changed, way, () => value);
          } catch (error) {
            // A change before took away what this one is about.
            assert.ok(error instanceof TypeError);
          }
        }
        const watch = made();
        const fault = watch.restore(changed === undefined ? undefined : asStored(changed));
        assert.ok(fault === undefined || fault.code === 'other-form');
        for (const [ref, event] of events.entries()) watch.observe(event, ref);
        watch.end();
        watch.snapshot();
      }),
      { numRuns: 40 },
    );
  });
});
