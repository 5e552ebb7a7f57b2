// Rows that MariaDB 10.11.19 wrote for sessions on loopback, read as the poll reads them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsIn, partOf } from '../../testing/log-samples.ts';

const NAME = 'root[root] @  [127.0.0.1]';
const general = (time: string, thread: string, command: string, argument: string, who = NAME) =>
  JSON.stringify({
    event_time: time,
    user_host: who,
    thread_id: thread,
    server_id: '1',
    command_type: command,
    argument,
  });
const SESSION = [
  general('1796002031.001779', '6', 'Connect', 'root@127.0.0.1 on shop using TCP/IP', '[root] @  [127.0.0.1]'),
  general('1796002031.004788', '6', 'Query', 'SELECT * FROM customers'),
  general('1796002031.337708', '6', 'Prepare', 'SELECT * FROM customers WHERE id = ?'),
  general('1796002031.347231', '6', 'Execute', 'SELECT * FROM customers WHERE id = 1'),
  general('1796002031.481871', '6', 'Quit', ''),
];
const SLOW = {
  start_time: '1796002031.004786',
  user_host: NAME,
  thread_id: '6',
  query_time: '00:00:00.300348',
  rows_sent: '3',
  rows_examined: '5',
  rows_affected: '0',
  db: 'shop',
  sql_text: 'SELECT * FROM customers',
};

describe('rows of the log tables of MySQL and MariaDB', () => {
  it('tell who came, what was asked and when, and that they left', () => {
    const events = eventsIn(SESSION);
    assert.deepEqual(
      events.map(({ class_uid: kind, activity_id: activity }) => [kind, activity]),
      [
        [6005, 3],
        [3002, 1],
        [6005, 1],
        [6005, 1],
        [3002, 2],
      ],
    );
    assert.equal(events[2]?.time, 1_796_002_031_005);
    assert.ok(events.every((event) => partOf(event, 'src_endpoint').ip === '127.0.0.1'));
  });

  it('tell whose a statement is where its connection was there before the log', () => {
    const [event] = eventsIn([
      general('1796002031.004788', '9', 'Query', 'DROP TABLE customers', 'ada[ada] @  [10.0.0.7]'),
    ]);
    assert.ok(event);
    assert.deepEqual(partOf(partOf(event, 'actor'), 'user'), { name: 'ada' });
    assert.equal(partOf(event, 'src_endpoint').ip, '10.0.0.7');
  });

  it('tell of a refused sign-in', () => {
    const denied = "Access denied for user 'bo'@'127.0.0.1' (using password: YES)";
    const events = eventsIn([
      general('1796002031.447606', '7', 'Connect', 'bo@127.0.0.1 on  using TCP/IP', '[bo] @  [127.0.0.1]'),
      general('1796002031.447696', '7', 'Connect', denied, '[bo] @  [127.0.0.1]'),
    ]);
    assert.deepEqual(
      events.map(({ class_uid: kind, status_id: status }) => [kind, status]),
      [
        [6005, 0],
        [3002, 2],
      ],
    );
  });

  it('tell rows and duration, and count a statement once where both tables tell of it', () => {
    const [alone] = eventsIn([JSON.stringify(SLOW)]);
    assert.ok(alone);
    const { rows_returned: rows, rows_read: read, accesses } = partOf(alone, 'unmapped');
    assert.deepEqual([rows, read, accesses, alone.duration], [3, 5, undefined, 300.348]);
    assert.deepEqual(partOf(alone, 'database').name, 'shop');
    const [beside] = eventsIn([JSON.stringify({ ...SLOW, general_log: true })]);
    assert.ok(beside);
    assert.equal(partOf(beside, 'unmapped').accesses, 0);
  });

  it('leave out commands that are no statements', () => {
    assert.deepEqual(eventsIn([JSON.stringify({ ...SLOW, sql_text: '# administrator command: Ping' })]), []);
  });
});
