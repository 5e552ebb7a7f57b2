// Records as the poll makes them of a real PostgreSQL 15's pg_stat_statements.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSilent, eventsIn, partOf } from '../../testing/log-samples.ts';
import { accessOf } from '../behaviour/access.ts';

const record = (more: object) =>
  JSON.stringify({
    time: 1_796_005_423_117,
    user: 'ada',
    database: 'shop',
    statement_calls: 7,
    statement_rows: 60,
    query: 'SELECT email FROM customers WHERE id > $1',
    sampled_address: '10.0.0.7',
    sampled_program: 'shop-report',
    ...more,
  });

describe('differences of pg_stat_statements', () => {
  it('stand for as many accesses as there were calls, with their rows and the address that was sampled', () => {
    const [event] = eventsIn([record({})]);
    assert.ok(event);
    const access = accessOf(event);
    assert.deepEqual(
      [access?.accesses, access?.rows, access?.user, access?.address, access?.client, access?.tables],
      [7, 60, 'ada', '10.0.0.7', 'shop-report', ['customers']],
    );
    assert.deepEqual([event.time, event.address_is_sampled], [1_796_005_423_117, true]);
  });

  it('tell rows that were written as written, and no address where there were several', () => {
    const query = '/* orm */ DELETE FROM customers WHERE id = $1';
    const [event] = eventsIn([record({ query, sampled_address: undefined })]);
    assert.ok(event);
    const { rows_written: written, rows_returned: returned } = partOf(event, 'unmapped');
    assert.deepEqual(
      [written, returned, event.address_is_sampled, event.src_endpoint],
      [60, undefined, undefined, undefined],
    );
  });

  it('are silent where nothing was called, and keep values that the server left in nowhere', () => {
    assert.deepEqual(eventsIn([record({ statement_calls: 0 })]), []);
    assertSilent(eventsIn([record({ query: "CREATE ROLE eve PASSWORD 'canary-secret'" })]), 'canary-secret');
  });
});
