import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cacaoSchemaErrors, strictCacaoSchemaErrors } from '../../../testing/cacao-schema.ts';
import { assess } from '../../assess.ts';
import { parseFacts } from '../../facts/document.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import { readPlaybook } from '../cacao/read-playbook.ts';
import { pursue } from '../run/pursue.ts';
import { advance, openTasks, startRun } from '../run/run.ts';
import type { Task } from '../run/state.ts';
import { playbookFor } from './breach-playbook.ts';
import type { ExposedStore } from './exposed-store.ts';
import { planFor } from './plan-for.ts';

const NOW = '2026-03-28T09:00:00Z';
const STORES: readonly ExposedStore[] = [
  {
    product: 'clickhouse',
    address: '192.0.2.5',
    port: 8123,
    write: 'yes',
    remedies: [
      {
        summary: 'Give it a password.',
        steps: ['Bind it.'],
        verify: 'curl has to answer 401',
        reference: 'https://clickhouse.com/docs',
      },
    ],
  },
  { product: 'redis', address: '2001:db8::5', port: 6379, write: 'unknown', remedies: [] },
  { product: 'telnetdb', address: 'db.example.org', port: 9, write: 'no', remedies: [] },
];

function factsOf(facts: Record<string, unknown>): BreachFacts {
  const read = parseFacts({ facts });
  assert.ok(!('code' in read));
  return read.facts;
}

const CHATS = factsOf({
  nature: ['confidentiality'],
  establishments: ['FR'],
  aware: '2026-03-27T10:15:00+01:00[Europe/Paris]',
  persons: 20_000,
  unintelligible: false,
  exfiltration: 'proved',
  data: ['contact', 'health'],
  kinds: [
    { kind: 'secret/stripe-access-token', rows: 3 },
    { kind: 'secret/aws-access-token', rows: 2 },
    { kind: 'credential/password', rows: 9 },
  ],
});

function playbook(facts: BreachFacts, stores: readonly ExposedStore[] = STORES) {
  return playbookFor(facts, assess(facts, { now: NOW }), { now: NOW, stores });
}

describe('the playbook of a breach', () => {
  const CASES: readonly (readonly [string, BreachFacts, readonly ExposedStore[]])[] = [
    ['three stores, high risk', CHATS, STORES],
    ['one store', CHATS, STORES.slice(0, 1)],
    ['facts without a scan', CHATS, []],
    ['nothing known', factsOf({}), []],
    [
      'no risk',
      factsOf({
        establishments: ['DE'],
        unintelligible: true,
        keyCompromised: false,
        exfiltration: 'ruled-out',
        persons: 3,
      }),
      [],
    ],
    ['a processor', factsOf({ role: 'processor', establishments: ['IE'], processorAware: NOW }), STORES],
  ];
  for (const [name, facts, stores] of CASES) {
    it(`is accepted by the official schemas, and by our own reading without a note: ${name}`, () => {
      const document = JSON.parse(JSON.stringify(playbook(facts, stores))) as unknown;
      assert.deepEqual(cacaoSchemaErrors(document), []);
      assert.deepEqual(strictCacaoSchemaErrors(document), []);
      const read = readPlaybook(document);
      assert.ok(!('code' in read), 'code' in read ? read.message : '');
      assert.deepEqual(read.notes, []);
    });
  }

  it('is refused by the official schemas when something is wrong in it', () => {
    const document = { ...playbook(CHATS), spec_version: '1.0' };
    assert.notDeepEqual(cacaoSchemaErrors(document), []);
    assert.notDeepEqual(strictCacaoSchemaErrors({ ...playbook(CHATS), colour: 'red' }), []);
  });

  it('is the same for the same case, with other ids for another', () => {
    assert.deepEqual(playbook(CHATS), playbook(CHATS));
    const other = playbook(CHATS, STORES.slice(1));
    const shared = Object.keys(playbook(CHATS).workflow).filter((id) => id in other.workflow);
    assert.deepEqual(shared, []);
    assert.notEqual(other.id, playbook(CHATS).id);
  });

  it('keeps its id and its time of creation in a later version', () => {
    const later = '2026-03-29T09:00:00Z';
    const next = playbookFor(CHATS, assess(CHATS, { now: later }), { now: later, stores: STORES, created: NOW });
    assert.equal(next.id, playbook(CHATS).id);
    assert.equal(next.created, '2026-03-28T09:00:00.000Z');
    assert.equal(next.modified, '2026-03-29T09:00:00.000Z');
  });

  it('keeps its id when the moment of awareness comes to be known', () => {
    const { aware: _unknown, ...before } = CHATS;
    const facts: BreachFacts = { ...before, aware: { state: 'unknown' } };
    assert.equal(playbook(facts).id, playbook(CHATS).id);
  });

  it('holds nothing of the data but kinds and numbers', () => {
    const text = JSON.stringify(playbook(CHATS));
    assert.match(text, /secret\/aws-access-token/);
    assert.doesNotMatch(text, /AKIA|@/);
  });

  /** People who do all that is asked; the store is found open twice. */
  function run(answers: (task: Task) => Record<string, string>) {
    const document = playbook(CHATS);
    const context = { playbooks: [document], executes: ['manual'] };
    const begun = startRun(context, { playbook: document.id, atMs: Date.parse(NOW) });
    assert.ok(!('code' in begun));
    const done: string[] = [];
    const execute = (task: Task) => {
      if (done.at(-1) !== task.stepName) done.push(task.stepName);
      return { kind: 'done', outputs: answers(task) } as const;
    };
    const end = pursue(context, begun, { manual: { by: 'test', execute } });
    return { end, done };
  }

  it('runs to its end, looks until a store is closed, and tells whom the people decide to tell', () => {
    let looks = 0;
    const { end, done } = run(({ outArgs }) => {
      const open = outArgs.find((name) => name.startsWith('__still_open'));
      if (open !== undefined) looks += 1;
      if (open !== undefined) return { [open]: looks > 12 ? 'no' : 'yes' };
      return {};
    });
    assert.equal(end.state.status, 'ended', JSON.stringify(end.state.failure));
    assert.ok(done.filter((name) => /Close clickhouse/.test(name)).length > 1);
    assert.ok(done.some((name) => /^GDPR 33\(1\)/.test(name)));
    assert.ok(done.some((name) => /^GDPR 34\(1\)/.test(name)));
    assert.ok(!done.some((name) => /not owed/.test(name)));
  });

  it('follows a decision against notifying, and asks why', () => {
    const { end, done } = run(({ outArgs }) => {
      const open = outArgs.find((name) => name.startsWith('__still_open'));
      if (open !== undefined) return { [open]: 'no' };
      return Object.fromEntries(outArgs.map((name) => [name, /^__duty/.test(name) ? 'no' : 'yes']));
    });
    assert.equal(end.state.status, 'ended');
    assert.ok(!done.some((name) => /^GDPR 33\(1\)/.test(name)));
    assert.ok(
      done.some((name) => /^GDPR 33\(5\)/.test(name)),
      'the register is kept all the same',
    );
    assert.ok(done.includes('Make the plan again'));
    assert.ok(done.some((name) => /not owed/.test(name)));
  });

  it('asks how to go on when somebody cannot do a task', () => {
    const document = playbook(CHATS);
    const context = { playbooks: [document], executes: ['manual'] };
    const begun = startRun(context, { playbook: document.id, atMs: Date.parse(NOW) });
    assert.ok(!('code' in begun));
    const [first] = openTasks(begun.state);
    assert.ok(first);
    const { state } = advance(context, begun.state, {
      kind: 'failed',
      task: first.id,
      atMs: Date.parse(NOW),
      note: 'nobody is there',
    });
    assert.match(openTasks(state)[0]?.stepName ?? '', /how to go on/);
  });
});

describe('the plan of a breach', () => {
  const plan = planFor(CHATS, assess(CHATS, { now: NOW }), { now: NOW, stores: STORES });
  const ids = plan.tasks.map(({ id }) => id);

  it('takes a snapshot and saves the logs of each store before it is closed', () => {
    for (const place of ['192.0.2.5:8123', '[2001:db8::5]:6379', 'db.example.org:9']) {
      const order = ['snapshot', 'logs', 'limit', 'close', 'check'].map((what) =>
        ids.indexOf(`contain/${what}/${place}`),
      );
      assert.ok(order.every((at) => at >= 0));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
    }
  });

  it('says what is particular to a product, and takes the remedies of the scan', () => {
    const how = (id: string) => plan.tasks.find((task) => task.id === id)?.how.join('\n') ?? '';
    assert.match(how('contain/logs/192.0.2.5:8123'), /query_log/);
    assert.match(how('contain/logs/[2001:db8::5]:6379'), /SLOWLOG/);
    assert.match(how('contain/close/192.0.2.5:8123'), /Bind it/);
    assert.match(how('contain/check/192.0.2.5:8123'), /curl has to answer 401/);
  });

  it('changes keys in the order of what they open', () => {
    assert.deepEqual(
      ids.filter((id) => id.startsWith('rotate/')),
      ['rotate/cloud', 'rotate/money', 'rotate/passwords'],
    );
  });

  it('has one task a duty, with its deadline', () => {
    const assessment = assess(CHATS, { now: NOW });
    for (const { recipient, article, due } of assessment.duties) {
      assert.ok(
        plan.tasks.some(({ id, due: until }) => id.includes(article) && id.includes(recipient) && until === due),
      );
    }
    const authority = plan.tasks.find(({ id }) => id.startsWith('duty/gdpr') && id.includes('33(1)'));
    assert.equal(authority?.due, '2026-03-30T11:15:00+02:00');
  });

  it('tells people apart from authorities and from own records, by whom a duty is owed to', () => {
    const facts = factsOf({
      establishments: ['FR', 'US-CA'],
      role: 'controller',
      personsByCountry: [{ country: 'US-CA', persons: 900 }],
      persons: 900,
      data: ['basic', 'identification'],
      nationalId: true,
      exfiltration: 'proved',
      unintelligible: false,
    });
    const { tasks } = planFor(facts, assess(facts, { now: NOW }), { now: NOW });
    const phaseOf = (part: RegExp) => [
      ...new Set(tasks.filter(({ title }) => part.test(title)).map(({ phase }) => phase)),
    ];
    assert.deepEqual(phaseOf(/^GDPR 33\(1\)/), ['notify']);
    assert.deepEqual(phaseOf(/^GDPR 33\(5\)/), ['assess']);
    assert.deepEqual(phaseOf(/^GDPR 34\(1\)/), ['tell']);
    assert.deepEqual(phaseOf(/: each California resident/), ['tell']);
    assert.deepEqual(phaseOf(/: the Attorney General of California/), ['notify']);
  });

  it('puts every id in once', () => assert.equal(new Set(ids).size, ids.length));
});
