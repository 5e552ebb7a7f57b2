// What visitors send to each decoy: whole conversations as bytes, for tests to cut, spoil and replay.
import { serialize } from 'bson';
import { blockOf } from '../src/clickhouse/native/block.ts';
import { text, varuint } from '../src/clickhouse/native/writing.ts';
import type { Asked, Conversation, DecoyKind } from '../src/decoy.ts';
import { DECOYS } from '../src/decoys/index.ts';
import { makeHoney } from '../src/honey/honey.ts';
import { createView, type View } from '../src/view.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
export const HONEY = makeHoney(new Uint8Array(32).fill(5), NOW);

export function conversationWith(kind: DecoyKind, view: View = createView()): Conversation {
  return DECOYS[kind].converse({
    honey: HONEY,
    now: () => NOW,
    since: NOW - 60_000,
    port: 1,
    visitor: '127.0.0.1:40000',
    offersTls: false,
    view,
  });
}

export interface Said {
  readonly answer: Buffer;
  readonly asked: readonly Asked[];
  readonly isOver: boolean;
}

/** One conversation from its begin, whatever pieces the bytes come in. */
/** @param view of the address that visits; one of its own if nothing is said */
export function visit(kind: DecoyKind, pieces: readonly Uint8Array[], view?: View): Said {
  const conversation = conversationWith(kind, view);
  const turns = pieces.map((one) => conversation.take(one));
  return {
    answer: Buffer.concat(turns.flatMap(({ answers }) => answers)),
    asked: turns.flatMap(({ asked }) => asked),
    isOver: turns.some(({ isOver }) => isOver),
  };
}

export const ASKER = { time: NOW, ip: '127.0.0.1', port: 40_000, session: '00' };

export function http(method: string, target: string, body = ''): Buffer {
  const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${target} HTTP/1.1\r\nHost: x\r\nUser-Agent: curl/8\r\n${length}\r\n${body}`);
}

export function redis(...words: readonly string[]): Buffer {
  return Buffer.from(`*${words.length}\r\n${words.map((one) => `$${Buffer.byteLength(one)}\r\n${one}\r\n`).join('')}`);
}

export function mongodb(command: Record<string, unknown>, database = 'shop'): Buffer {
  const body = Buffer.from(serialize({ ...command, $db: database }));
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}

export function pgStart(user = 'postgres', database = 'postgres'): Buffer {
  const body = Buffer.from(`\0\x03\0\0user\0${user}\0database\0${database}\0\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

export function pg(type: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(`${one}\0`) : one)));
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** As clients of revision 54058 say it: the probe's own. */
export const NATIVE_HELLO = Buffer.concat([
  Buffer.from([0]),
  text('visitor'),
  varuint(1),
  varuint(1),
  varuint(54_058),
  text(''),
  text('default'),
  text(''),
]);

export function native(sql: string): Buffer {
  const client = [
    Buffer.from([1]),
    text(''),
    text(''),
    text('0.0.0.0:0'),
    Buffer.from([1]),
    text(''),
    text(''),
    text('visitor'),
  ];
  const query = [
    varuint(1),
    text(''),
    ...client,
    varuint(1),
    varuint(1),
    varuint(54_058),
    text(''),
    varuint(2),
    varuint(0),
    text(sql),
  ];
  return Buffer.concat([...query, varuint(2), text(''), blockOf([], [], 54_058)]);
}

const NONE = Buffer.alloc(2);

/** A conversation with each, of the questions that visitors ask and of those that make trouble. */
export const VISITS: Readonly<Record<DecoyKind, readonly Buffer[]>> = {
  clickhouse: [
    http('GET', '/?query=SELECT%20version()'),
    http(
      'POST',
      '/',
      "SELECT id, email FROM customers WHERE country = 'FR' AND email LIKE '%a%' ORDER BY id LIMIT 3 FORMAT JSON",
    ),
    http(
      'POST',
      '/',
      'SELECT country, count() AS n, max(id) FROM customers GROUP BY country HAVING n > 5 ORDER BY n DESC',
    ),
    http(
      'POST',
      '/',
      'SELECT c.email, (SELECT 1) FROM orders o LEFT JOIN customers AS c ON c.id = o.customer_id LIMIT 2',
    ),
    http('POST', '/', 'SHOW TABLES'),
    http('POST', '/', 'DROP TABLE customers'),
  ],
  'clickhouse-native': [
    NATIVE_HELLO,
    native('SELECT version(), count(), NULL FROM customers'),
    native('SELECT id, uid, full_name, created_at FROM customers WHERE id < 1010'),
    Buffer.from([4]),
    native('DROP TABLE customers'),
    native('SELECT count() FROM customers'),
  ],
  elasticsearch: [
    http('GET', '/'),
    http('GET', '/_cat/indices?v'),
    http(
      'POST',
      '/customers/_search',
      '{"size":3,"query":{"bool":{"must":[{"term":{"country":"FR"}},{"range":{"id":{"gt":1010}}}]}}}',
    ),
    http('GET', '/orders/_search?scroll=1m&size=2'),
    http('DELETE', '/customers'),
  ],
  redis: [
    redis('INFO'),
    redis('SCAN', '0', 'MATCH', 'session:*', 'COUNT', '20'),
    redis('HGETALL', 'customer:1001'),
    redis('ZRANGE', 'spend:top', '0', '2', 'WITHSCORES'),
    redis('CONFIG', 'SET', 'dir', '/root/.ssh'),
    Buffer.from('KEYS secrets:*\r\n'),
  ],
  mongodb: [
    mongodb({ hello: 1 }, 'admin'),
    mongodb({ listDatabases: 1 }, 'admin'),
    mongodb({ find: 'customers', filter: { country: 'FR', id: { $gt: 1010 } }, sort: { id: -1 }, limit: 3 }),
    mongodb({
      aggregate: 'orders',
      pipeline: [{ $match: { status: 'paid' } }, { $group: { _id: '$currency', n: { $sum: 1 } } }],
      cursor: {},
    }),
    mongodb({ dropDatabase: 1 }),
  ],
  postgresql: [
    pgStart(),
    pg('Q', "SELECT id, full_name FROM customers WHERE full_name ~ '^A' LIMIT 3"),
    pg('Q', 'COPY api_keys TO STDOUT'),
    pg('P', '', 'SELECT email FROM customers WHERE id = $1', NONE),
    pg('B', '', '', NONE, Buffer.from([0, 1, 0, 0, 0, 4]), Buffer.from('1003'), NONE),
    pg('D', Buffer.from('P'), ''),
    pg('E', '', Buffer.alloc(4)),
    pg('S'),
    pg('Q', 'DROP TABLE customers; SELECT 1'),
  ],
  'http-bucket': [
    http('GET', '/'),
    http('GET', '/backups?list-type=2&max-keys=2&delimiter=/'),
    http('GET', '/backups/config/production.env'),
    http('PUT', '/backups/x', 'y'),
    http('DELETE', '/backups/db/customers.csv'),
  ],
};
