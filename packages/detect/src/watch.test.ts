// Everything behind one door: each kind of detection comes of the event that it is about, and goes on behind a restart.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { access, DAY, MONDAY, ordinaryWork } from '../testing/weeks.ts';
import type { Detection } from './detection.ts';
import { createTokenRecogniser } from './honeytokens/recogniser.ts';
import { createTokenMint } from './honeytokens/token.ts';
import { loadRules } from './sigma/rule-set.ts';
import { readAccessLog } from './sources/access-log.ts';
import { createWatch } from './watch.ts';

const KEY = new Uint8Array(32).fill(7);
const RULES = loadRules([
  {
    text: 'title: Everything\nlogsource:\n  category: database\ndetection:\n  sel:\n    unmapped.traits: unbounded\n  condition: sel\nlevel: low\n',
    origin: { path: 'all.yml' },
  },
]);
const made = () =>
  createWatch(RULES, {
    now: () => MONDAY + 90 * DAY,
    pseudonym: (name) => `${name.length}-of-a-test`,
    tokens: createTokenRecogniser(KEY, ['bait']),
  });
const kinds = (detections: readonly Detection[]) => detections.map(({ kind }) => kind);

describe('the watch', () => {
  it('tells rules, attacks, honeytokens and behaviour of the events that they are about', () => {
    const watch = made();
    assert.deepEqual(kinds(watch.observe(access({ time: MONDAY, user: 'ada', sql: 'SELECT * FROM t' }), 1)), ['rule']);
    const line = `203.0.113.9 - - [05/Oct/2026:00:00:01 +0000] "GET /i?id=1%27%20or%20%27a%27=%27a HTTP/1.1" 200 2 "-" "curl/8"`;
    assert.deepEqual(kinds(watch.observe(readAccessLog(line) ?? {}, 2)), ['attack']);
    const token = createTokenMint(KEY).token('email', 'bait');
    const [found] = watch.observe(
      access({ time: MONDAY, user: 'ada', sql: 'SELECT 1', query: `SELECT 1 FROM t WHERE mail = '${token}'` }),
      3,
    );
    assert.equal(found?.kind, 'honeytoken');
    assert.match(found.why(), /\(bait\)/);
    assert.ok(!found.why().includes(token));
    for (const [at, event] of ordinaryWork(9, 3).entries()) watch.observe(event, at);
    const alerts = watch.observe(
      access({
        time: MONDAY + 9.5 * DAY,
        user: 'stranger',
        ip: '203.0.113.9',
        client: 'curl',
        sql: 'SELECT id FROM payments LIMIT 1',
        rowsReturned: 90_000,
        bytesReturned: 9e7,
      }),
      'last',
    );
    assert.deepEqual(kinds(alerts), ['behaviour']);
    assert.equal(alerts[0]?.about.author, 'Vigie');
  });

  it('has one state for all of it', () => {
    const events = ordinaryWork(6, 5);
    const whole = made();
    const expected = events.flatMap((event, at) => whole.observe(event, at)).map(({ id }) => id());
    const before = made();
    const told = events.slice(0, 2_000).flatMap((event, at) => before.observe(event, at));
    const behind = made();
    behind.restore(JSON.parse(JSON.stringify(before.snapshot())) as ReturnType<typeof before.snapshot>);
    told.push(...events.slice(2_000).flatMap((event, at) => behind.observe(event, 2_000 + at)));
    assert.deepEqual(
      told.map(({ id }) => id()),
      expected,
    );
  });
});
