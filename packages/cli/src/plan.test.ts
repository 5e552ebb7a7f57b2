// `vigie plan` as users run it: a scan and facts in, a checklist or a playbook out.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { STORES } from '@vigie/probe';
import { type ActionPlan, exposedStores, readPlaybook } from '@vigie/respond';
import { vigieInProcess } from '../testing/in-process.ts';

const NOW = ['--now', '2026-03-28T09:00:00Z'];
const AWARE = ['--aware', '2026-03-27T10:15:00+01:00[Europe/Paris]'];
const exact = (n: number) => ({ lower: n, estimate: n, upper: n });

const SCAN = {
  schema: 'vigie.scan/1',
  startedAt: '2026-03-27T09:00:00.000Z',
  finishedAt: '2026-03-27T09:00:12.000Z',
  stores: [
    {
      address: '10.0.0.5',
      port: 8123,
      product: 'clickhouse',
      posture: { read: 'yes', write: 'unknown' },
      findings: [
        {
          severity: 'critical',
          remedy: {
            summary: 'Give the user a password.',
            steps: ['Set a password in users.xml.'],
            verify: 'curl has to answer 401',
            reference: 'https://clickhouse.com/docs/operations/settings/settings-users',
          },
        },
      ],
      exposure: {
        people: { ...exact(20_000), byCountry: [] },
        kinds: [{ kind: 'secret/aws-access-token', edpb: [], rows: exact(3) }],
        files: [{ rows: exact(1_000_000) }],
        complete: true,
      },
    },
    { address: '10.0.0.6', port: 6379, product: 'redis', posture: { read: 'no', write: 'no' }, findings: [] },
  ],
};
const FACTS = { facts: { establishments: ['FR'] } };

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-plan-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

async function plan(...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await vigieInProcess([
    'plan',
    file('scan.json', SCAN),
    file('facts.json', FACTS),
    ...NOW,
    ...words,
  ]);
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('vigie plan', () => {
  it('prints a checklist in order, with owners and what is left until each deadline', async () => {
    const text = await plan(...AWARE);
    const place = (part: RegExp) => text.search(part);
    const order = [
      /Take a snapshot of clickhouse/,
      /Set a password in users.xml/,
      /cloud accounts/,
      /who connected/,
      /GDPR 33\(1\)/,
      /Review/,
    ];
    assert.ok(order.every((part) => place(part) >= 0));
    assert.deepEqual(
      order.map(place),
      order.map(place).toSorted((a, b) => a - b),
    );
    assert.match(text, /Data protection officer; Mon 30 Mar 2026, 11:15 \(\+02:00\), in 48 h 15 min/);
    assert.doesNotMatch(text, /redis/, 'a closed store is not in the plan');
  });

  it('says what is late, and that a clock has no start', async () => {
    assert.match(await plan(...AWARE, '--now', '2026-04-02T09:00:00Z'), /LATE: Mon 30 Mar 2026, 11:15/);
    assert.match(await plan(), /its clock has no start yet/);
  });

  it('prints the tasks as JSON, and as task lists of Markdown', async () => {
    const { schema, tasks } = JSON.parse(await plan(...AWARE, '--format', 'json')) as ActionPlan;
    assert.equal(schema, 'vigie.plan/1');
    const markdown = await plan(...AWARE, '--format', 'markdown');
    assert.equal(markdown.match(/^- \[ \] /gm)?.length, tasks.length);
    assert.match(markdown, /query\\_log/);
  });

  it('prints a playbook that can be run, with ids that stay', async () => {
    const first = await plan(...AWARE, '--format', 'cacao', '--case', '2026-07');
    const read = readPlaybook(JSON.parse(first));
    assert.ok(!('code' in read), 'code' in read ? read.message : '');
    assert.deepEqual(read.notes, []);
    const later = ['--now', '2026-03-29T09:00:00Z', '--created', '2026-03-28T09:00:00Z'];
    const next = readPlaybook(JSON.parse(await plan(...AWARE, '--format', 'cacao', '--case', '2026-07', ...later)));
    assert.ok(!('code' in next));
    assert.equal(next.playbook.id, read.playbook.id);
    assert.equal(next.playbook.created, read.playbook.created);
    assert.ok(next.playbook.modified > read.playbook.modified);
  });

  it('takes the remedy of every finding that a scan can have', () => {
    for (const { products, rules } of STORES) {
      const findings = rules.map(({ severity, remedy }) => ({ severity, remedy: remedy({ version: undefined }) }));
      for (const { id } of products) {
        const store = { address: '10.0.0.5', port: 1, product: id, posture: { read: 'yes', write: 'no' }, findings };
        const stores = exposedStores({ schema: 'vigie.scan/1', stores: [store] });
        assert.ok(!('code' in stores), 'code' in stores ? stores.message : '');
        assert.equal(stores[0]?.remedies.length, rules.length);
      }
    }
  });

  it('writes to a file', async () => {
    const path = join(dir, 'plan.md');
    assert.equal(await plan('--format', 'markdown', '-o', path), '');
    assert.match(readFileSync(path, 'utf8'), /^# Action plan/);
  });

  it('names what is wrong in its arguments', async () => {
    const facts = file('facts.json', FACTS);
    const refused = async (...words: string[]) => {
      const { status, stderr } = await vigieInProcess(['plan', ...words]);
      assert.equal(status, 2);
      return stderr;
    };
    assert.match(await refused(facts, '--now', '2026-02-31T09:00:00Z'), /--now: there is no such day/);
    assert.match(await refused(facts, ...NOW, '--created', '2027-01-01T00:00:00Z'), /--created: it is later/);
    const hostile = { ...SCAN, stores: [{ ...SCAN.stores[0], product: 'x\u001b[2J' }] };
    assert.match(await refused(file('hostile.json', hostile)), /no product/);
  });
});
