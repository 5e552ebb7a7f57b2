import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Posture, StoreReport } from '@vigie/probe';
import type { Sight } from './sight.ts';
import { firstEvents, firstSight, type KnownStore, newsOf } from './store-news.ts';

const OPEN: Posture = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const CLOSED: Posture = { identify: 'no', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const FIRST = new Date('2026-11-29T10:00:00Z');
const NEXT = new Date('2026-11-29T10:00:10Z');
const LATER = new Date('2026-11-29T10:02:00Z');

function reportWith(rows: number, more: Partial<StoreReport> = {}): StoreReport {
  const collections = [{ name: 'users', rows, bytes: rows * 10, columns: [] }];
  return {
    address: '127.0.0.1',
    port: 6379,
    transport: 'resp',
    tls: false,
    product: 'valkey',
    version: '8.0.1',
    posture: OPEN,
    verdict: 'open',
    findings: [],
    inventory: { containers: [{ name: 'db0', collections }] },
    ...more,
  };
}

/** The store as the records have it after its first sight. */
function known(report: StoreReport, more: Partial<KnownStore> = {}): KnownStore {
  const row = firstSight(report, { id: 'store', scopeId: 'scope', at: FIRST, closedSeenAt: null });
  const parsed = { shape: row.shape ? JSON.parse(row.shape) : null, posture: report.posture, caveats: [] };
  const missing = { unsure_since: null, unsure_why: null, people: null, watched: true, version: 1 };
  return { rows: null, bytes: null, ...row, ...parsed, ...missing, ...more } as KnownStore;
}

const seen = (report: StoreReport): Sight => ({ kind: 'seen', report });
const whats = (news: { events: readonly { what: string }[] }) => news.events.map(({ what }) => what);

describe('what a sight changes of a store', () => {
  it('begins its history with the first sight, and with its opening where it stands open', () => {
    assert.deepEqual(whats({ events: firstEvents(reportWith(1)) }), ['first-seen', 'opened']);
    const closed = reportWith(1, { verdict: 'closed', posture: CLOSED });
    assert.deepEqual(whats({ events: firstEvents(closed) }), ['first-seen']);
  });

  it('is nothing but a time where it is as it was', () => {
    const news = newsOf(known(reportWith(10)), seen(reportWith(10)), NEXT);
    assert.deepEqual([news.isNews, whats(news), news.set.last_seen_at], [false, [], NEXT]);
    assert.equal(news.set.verdict, undefined);
  });

  it('closes it, and remembers when it was last seen shut when it opens again', () => {
    const before = known(reportWith(10));
    const closed = newsOf(before, seen(reportWith(0, { verdict: 'closed', posture: CLOSED, product: 'redis' })), NEXT);
    assert.deepEqual(whats(closed), ['closed', 'posture']);
    assert.deepEqual([closed.set.open_since, closed.set.closed_seen_at], [null, NEXT]);
    assert.equal(closed.set.product, undefined, 'a closed store does not tell its product as well as an open one');
    const shut = { ...before, verdict: 'closed', posture: CLOSED, open_since: null, closed_seen_at: NEXT };
    const again = newsOf(shut, seen(reportWith(10)), LATER);
    assert.ok(whats(again).includes('opened'));
    assert.deepEqual(
      [again.set.open_since, again.set.opened_seen_at, again.set.closed_before_open_at, again.set.first_seen_open_at],
      [LATER, LATER, NEXT, FIRST],
    );
  });

  it('tells of rows only where there are many more or fewer, and of other collections always', () => {
    const before = known(reportWith(100_000));
    assert.deepEqual(whats(newsOf(before, seen(reportWith(100_900)), NEXT)), []);
    assert.deepEqual(whats(newsOf(before, seen(reportWith(120_000)), NEXT)), ['inventory']);
    const renamed = reportWith(100_000, {
      inventory: { containers: [{ name: 'db0', collections: [{ name: 'people', rows: 100_000, columns: [] }] }] },
    });
    assert.deepEqual(whats(newsOf(before, seen(renamed), NEXT)), ['inventory']);
  });

  it('brings the small changes to the records once a minute, without a word', () => {
    const news = newsOf(known(reportWith(100)), seen(reportWith(110)), LATER);
    assert.deepEqual([news.isNews, news.set.rows], [false, 110]);
  });

  it('tells of another version, and of a posture that changed', () => {
    const report = reportWith(10, { version: '8.0.2', posture: { ...OPEN, administer: 'no' } });
    const { events } = newsOf(known(reportWith(10)), seen(report), NEXT);
    assert.deepEqual(events, [
      { what: 'posture', before: { administer: 'yes' }, after: { administer: 'no' } },
      { what: 'version', before: { version: '8.0.1' }, after: { version: '8.0.2' } },
    ]);
  });

  it('is gone only where the port refused or another product stands there', () => {
    const before = known(reportWith(10));
    const gone = newsOf(before, { kind: 'refused' }, NEXT);
    assert.deepEqual([gone.set.verdict, whats(gone)], ['gone', ['gone']]);
    const replaced = newsOf(before, { kind: 'replaced', product: 'mysql' }, NEXT);
    assert.deepEqual(replaced.events[0]?.after, { product: 'mysql' });
    const timeout = newsOf(before, { kind: 'unsure', why: 'timeout' }, NEXT);
    assert.deepEqual([timeout.set.verdict, timeout.set.unsure_why, timeout.events], [undefined, 'timeout', []]);
    assert.equal(timeout.isNews, true);
    const again = newsOf(
      { ...before, unsure_why: 'timeout', unsure_since: FIRST },
      { kind: 'unsure', why: 'timeout' },
      NEXT,
    );
    assert.equal(again.isNews, false, 'said once');
  });

  it('is back where it was gone', () => {
    const gone = { ...known(reportWith(10)), verdict: 'gone', open_since: null };
    assert.deepEqual(whats(newsOf(gone, seen(reportWith(10)), NEXT)), ['back', 'opened']);
  });
});
