// Rows that ClickHouse 18.16 wrote for requests on loopback, without their stack traces and settings; the later form is the example of the
// documentation (https://clickhouse.com/docs/operations/system-tables/query_log), as JSONEachRow.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSilent, assertUnbreakable, eventsIn, partOf, sampleLines } from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';

const LINES = sampleLines('clickhouse-query-log.ndjson');
const LATER = {
  hostname: 'clickhouse.eu-central1.internal',
  type: 'QueryFinish',
  event_date: '2021-11-03',
  event_time: '2021-11-03 16:13:54',
  event_time_microseconds: '2021-11-03 16:13:54.953024',
  query_start_time: '2021-11-03 16:13:54',
  query_start_time_microseconds: '2021-11-03 16:13:54.952325',
  query_duration_ms: 12,
  read_rows: 69,
  read_bytes: 6187,
  written_rows: 0,
  written_bytes: 0,
  result_rows: 69,
  result_bytes: 48256,
  memory_usage: 0,
  current_database: 'default',
  query: "SELECT email FROM shop.customers WHERE id = 7 OR name = 'Ada'",
  formatted_query: '',
  normalized_query_hash: '8274064835331539124',
  query_kind: 'Select',
  databases: ['shop'],
  tables: ['shop.customers'],
  columns: ['shop.customers.email', 'shop.customers.id', 'shop.customers.name'],
  exception_code: 0,
  exception: '',
  stack_trace: '',
  is_initial_query: 1,
  user: 'default',
  query_id: '7c28bbbb-753b-4eba-98b1-efcbe2b9bdf6',
  address: '::ffff:10.1.2.3',
  port: 40452,
  initial_user: 'default',
  initial_query_id: '7c28bbbb-753b-4eba-98b1-efcbe2b9bdf6',
  initial_address: '::ffff:10.1.2.3',
  initial_port: 40452,
  interface: 1,
  os_user: 'sevirov',
  client_hostname: 'clickhouse.eu-central1.internal',
  client_name: 'ClickHouse',
  http_method: 0,
  http_user_agent: '',
  http_referer: '',
  forwarded_for: '',
};
const read = (row: object, source?: string) => eventsIn([JSON.stringify(row)], source === undefined ? {} : { source });

const withQuery = (events: readonly Fields[], start: string) =>
  events.find(({ query }) => typeof query === 'string' && query.startsWith(start));

describe("ClickHouse's query log", () => {
  it('tells a query once, with its rows and bytes, in the form of 18.16', () => {
    const events = eventsIn(LINES);
    const ends = LINES.filter((line) => !line.includes('"type":1,'));
    assert.equal(events.length, ends.length);
    const event = withQuery(events, 'select * from shop.customers');
    assert.equal(event?.type_uid, 600501);
    assert.equal(event.status_id, 1);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 22, 4, 5));
    assert.deepEqual(event.src_endpoint, { ip: '127.0.0.1', port: 47030 });
    assert.deepEqual(event.table, { name: 'shop.customers' });
    const {
      rows_read: rowsRead,
      rows_returned: rows,
      bytes_read: bytesRead,
      bytes_returned: bytes,
    } = partOf(event, 'unmapped');
    assert.deepEqual({ rowsRead, rows, bytesRead, bytes }, { rowsRead: 3, rows: 1, bytesRead: 88, bytes: 42 });
    assert.equal(partOf(withQuery(events, 'insert into shop.customers values'), 'unmapped').rows_written, 1);
  });

  it('tells exceptions by their codes, whose words quote', () => {
    const failed = eventsIn(LINES).filter(({ status_id: status }) => status === 2);
    assert.deepEqual(
      failed.map(({ query, status_code: code }) => [query, code]),
      [
        ['selec 1', '62'],
        ['select * from shop.nothing', '60'],
        ['select throwIf(number = 3) from numbers(10)', '395'],
      ],
    );
  });

  it('reads the columns of later versions', () => {
    const [event] = read(LATER);
    assert.equal(event?.time, Date.UTC(2021, 10, 3, 16, 13, 54, 953));
    assert.deepEqual(event.actor, {
      user: { name: 'default' },
      session: { uid: '7c28bbbb-753b-4eba-98b1-efcbe2b9bdf6' },
      app_name: 'ClickHouse',
    });
    assert.deepEqual(event.src_endpoint, { ip: '10.1.2.3', port: 40452, hostname: 'clickhouse.eu-central1.internal' });
    assert.deepEqual(event.dst_endpoint, { hostname: 'clickhouse.eu-central1.internal' });
    assert.equal(event.duration, 12);
    assert.equal(event.query_kind, 'Select');
    assert.deepEqual(event.columns, ['shop.customers.email', 'shop.customers.id', 'shop.customers.name']);
    assert.equal(partOf(event, 'query_info').query_string, 'SELECT email FROM shop.customers WHERE id = ? OR name = ?');
    assertSilent([event], 'Ada');
  });

  it('tells starts only where they are asked for', () => {
    const start = { ...LATER, type: 'QueryStart' };
    assert.deepEqual(read(start), []);
    const [event] = read(start, 'clickhouse-query-log-with-starts');
    assert.equal(event?.status_id, 0);
    assert.equal(partOf(event, 'unmapped').rows_returned, undefined);
    const [end] = read(LATER, 'clickhouse-query-log-with-starts');
    assert.notDeepEqual(partOf(end, 'metadata').uid, partOf(event, 'metadata').uid);
  });

  it('leaves out what the server asks of itself, and tells what another server asks', () => {
    assert.deepEqual(read({ ...LATER, is_internal: 1 }), []);
    const [event] = read({ ...LATER, is_initial_query: 0, initial_user: 'eve', initial_address: '::ffff:192.0.2.7' });
    assert.equal(event?.initial_user, 'eve');
    assert.equal(event?.initial_address, '192.0.2.7');
  });

  it('counts queries that share an id which their client chose', () => {
    const [first] = read({ ...LATER, query_id: 'mine' });
    const [second] = read({ ...LATER, query_id: 'mine', event_time_microseconds: '2021-11-03 16:13:55.000001' });
    assert.notEqual(partOf(first, 'metadata').uid, partOf(second, 'metadata').uid);
  });

  it('tells a login that is refused', () => {
    const refused = {
      ...LATER,
      type: 'ExceptionBeforeStart',
      exception_code: 516,
      exception: 'Code: 516. DB::Exception: mallory',
    };
    const [event] = read(refused);
    assert.equal(event?.type_uid, 300201);
    assert.equal(event.status_id, 2);
    assertSilent([event], 'mallory');
  });

  it('leaves an address out whose bytes were lost', () => {
    const row = { ...LATER, address: '\0\0\0\0\0\0\0\0\0\0\ufffd\ufffd\ufffd\u0001\u0002\u0003' };
    assert.equal(partOf(read(row)[0], 'src_endpoint').ip, undefined);
  });

  it('survives whatever becomes of its rows', () => {
    assertUnbreakable([...LINES.slice(8, 16), JSON.stringify(LATER)], 'clickhouse-query-log');
  });
});
