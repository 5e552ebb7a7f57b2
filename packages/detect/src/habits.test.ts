// What a rule tells again and again: a backup each night is news for some nights, and somebody else's is news all the same.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { access, DAY, HOUR, MONDAY } from '../testing/weeks.ts';
import { loadRules } from './sigma/rule-set.ts';
import { createWatch, type Watch } from './watch.ts';

const rule = (title: string, table: string, level: string) => ({
  text: `title: ${title}\nlogsource:\n  category: database\ndetection:\n  sel:\n    unmapped.tables: ${table}\n  condition: sel\nlevel: ${level}\n`,
  origin: { path: `${title}.yml` },
});
const RULES = loadRules([
  rule('dumped', 'a', 'medium'),
  rule('granted', 'b', 'high'),
  rule('held to ransom', 'c', 'critical'),
]);
const made = () => createWatch(RULES, { now: () => MONDAY + 90 * DAY, pseudonym: (name) => `pseudonym of ${name}` });

function told(watch: Watch, time: number, table: string, more: { readonly user?: string; readonly ip?: string } = {}) {
  const event = access({
    time,
    user: 'backup',
    ip: '10.0.1.30',
    client: 'pg_dump',
    sql: `SELECT x FROM ${table}`,
    ...more,
  });
  return watch.observe(event, time).filter(({ kind }) => kind === 'rule').length;
}

const nights = (watch: Watch, table: string, more?: { readonly user?: string }) =>
  Array.from({ length: 6 }, (_, night) => told(watch, MONDAY + night * DAY + 2 * HOUR, table, more));

describe('what a rule tells again', () => {
  it('is a job by the clock after one night, a habit after three where it is grave, and never one where it is critical', () => {
    const watch = made();
    assert.deepEqual(nights(watch, 'a'), [1, 0, 0, 0, 0, 0]);
    assert.deepEqual(nights(watch, 'b'), [1, 1, 1, 0, 0, 0]);
    assert.deepEqual(nights(watch, 'c'), [1, 1, 1, 1, 1, 1]);
    assert.equal(watch.counts().habits.usual, 8);
  });

  it('is a habit after two days where it comes at another hour each day', () => {
    const watch = made();
    const days = [9, 13, 11, 16].map((hour, day) => told(watch, MONDAY + day * DAY + hour * HOUR, 'a'));
    assert.deepEqual(days, [1, 1, 0, 0]);
  });

  it('belongs to what was told some hours ago, and is counted', () => {
    const watch = made();
    const times = [0, 1_000, 5 * HOUR, 14 * HOUR].map((after) => told(watch, MONDAY + after, 'a'));
    assert.deepEqual(times, [1, 0, 0, 1]);
    assert.equal(watch.counts().habits.again, 2);
  });

  it('is no habit of others, nor from elsewhere, nor of nobody', () => {
    const watch = made();
    nights(watch, 'a');
    const noon = MONDAY + 6 * DAY;
    assert.equal(told(watch, noon, 'a', { user: 'kim' }), 1);
    assert.equal(told(watch, noon, 'a', { ip: '203.0.113.9' }), 1);
    assert.equal(told(watch, noon, 'a', { user: '' }), 1);
    assert.equal(told(watch, noon + 1_000, 'a', { user: '' }), 1);
  });

  it('stays a habit behind a restart', () => {
    const before = made();
    nights(before, 'a');
    const behind = made();
    behind.restore(JSON.parse(JSON.stringify(before.snapshot())) as ReturnType<Watch['snapshot']>);
    assert.equal(told(behind, MONDAY + 7 * DAY, 'a'), 0);
  });
});
