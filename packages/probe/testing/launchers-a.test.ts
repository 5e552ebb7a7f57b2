// Every state of the launchers is what it says, as a plain client sees it, and leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CLICKHOUSE_TABLES, type ClickhouseOptions, clickhouseQuery, startClickhouse } from './clickhouse.ts';
import { ETCD_KEYS, startEtcd } from './etcd.ts';
import { request } from './http-request.ts';
import { startInfluxdb } from './influxdb.ts';
import { logTells, settledLog } from './log-reading.ts';
import type { ListenOptions, LoggedServer } from './logged-server.ts';
import { MEMCACHED_KEYS, startMemcached } from './memcached.ts';
import { NATS_STREAM, startNats } from './nats.ts';
import { exchange } from './plain-client.ts';
import { lacksPostgresql, type PostgresqlOptions, startPostgresql } from './postgresql.ts';
import { startPrometheus } from './prometheus.ts';
import { REDIS_KEYS, redisCommands, startRedis } from './redis.ts';
import { accepts, freePort, lacks } from './server.ts';

/** Another address, and a port that the caller names. */
const elsewhere = { host: '127.0.0.2', port: await freePort() };

type Check = (server: LoggedServer) => Promise<void>;

/** One state: what is started, and what a client finds. */
interface Case<State, Options> {
  readonly state: State;
  readonly options?: Options;
  readonly finds: string;
  readonly check: Check;
}

function each<State extends string, Options extends ListenOptions>(
  start: (state: State, options?: Options) => Promise<LoggedServer>,
  cases: readonly Case<State, Options>[],
): void {
  for (const { state, options, finds, check } of cases) {
    it(`${state}${options ? ` ${JSON.stringify(options)}` : ''}: ${finds}`, async () => {
      const server = await start(state, options);
      try {
        assert.equal(server.host, options?.host ?? '127.0.0.1');
        await check(server);
      } finally {
        await server.stop();
      }
      assert.throws(() => process.kill(server.pid, 0), { code: 'ESRCH' }, 'the process is gone');
      assert.equal(existsSync(server.dir), false, 'the folder is gone');
      for (const port of Object.values(server.ports)) assert.equal(await accepts(server.host, port), false);
    });
  }
}

/** Bytes as a pattern can name them: `<00>` for a control or high byte, save for CR, LF and TAB. */
function readable(received: string): string {
  const isPlain = (char: string) => '\r\n\t'.includes(char) || (char >= ' ' && char <= '~');
  const hex = (char: string) => `<${char.charCodeAt(0).toString(16).padStart(2, '0')}>`;
  return [...received].map((char) => (isPlain(char) ? char : hex(char))).join('');
}

/** Sends `text` to a port of the server and expects an answer with `pattern` in it, once it is `readable`. */
function says(role: string, text: string | Uint8Array, pattern: RegExp, tls = false): Check {
  return async ({ host, ports }) => {
    const port = ports[role] ?? assert.fail(`no port ${role}`);
    const until = (received: string) => pattern.test(readable(received));
    const reply = await exchange({ host, port, tls, send: text, until });
    assert.match(readable(reply.text), pattern);
  };
}

/** Sends `text` and expects nothing: silence for a moment, or the end of the connection. */
function saysNothing(role: string, text: string, tls = false): Check {
  return async ({ host, ports }) => {
    const port = ports[role] ?? assert.fail(`no port ${role}`);
    const reply = await exchange({ host, port, tls, send: text, timeoutMs: 300 });
    assert.equal(reply.text, '');
  };
}

/** One HTTP request, with the status and a pattern of the body. */
function answers(role: string, path: string, status: number, pattern = /^/, body?: string, tls = false): Check {
  return async ({ host, ports }) => {
    const url = `http${tls ? 's' : ''}://${host}:${ports[role]}${path}`;
    const answer = await request(url, body === undefined ? {} : { method: 'POST', body });
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.text, pattern);
  };
}

/** Asserts that the connection is broken off by a server that misses a client certificate. */
function demandsCertificate(role: string): Check {
  return async ({ host, ports }) => {
    await assert.rejects(request(`https://${host}:${ports[role]}/`));
  };
}

function all(...checks: readonly Check[]): Check {
  return async (server) => {
    for (const check of checks) await check(server);
  };
}

describe('redis', { skip: lacks('redis-server') }, () => {
  const asks = (command: string, pattern: RegExp, tls = false) =>
    says(tls ? 'rediss' : 'redis', `${command}\r\n`, pattern, tls);
  const count = new RegExp(`^:${REDIS_KEYS[0].length}\r\n`);
  each(startRedis, [
    {
      state: 'open',
      finds: 'all keys, each command in the slow log',
      check: all(asks('DBSIZE', count), asks('GET public:motd', /^\$7\r\nwelcome\r\n/), async (server) => {
        assert.deepEqual(await redisCommands(server), ['DBSIZE', 'GET public:motd']);
        assert.deepEqual(await redisCommands(server), ['DBSIZE', 'GET public:motd']);
        await logTells(server, /Accepted 127\.0\.0\.1/);
      }),
    },
    { state: 'open', options: elsewhere, finds: 'all', check: asks('DBSIZE', count) },
    { state: 'open', options: { tls: true }, finds: 'all keys within TLS', check: asks('DBSIZE', count, true) },
    {
      state: 'half-open',
      finds: 'PING only',
      check: all(asks('PING', /^\+PONG/), asks('DBSIZE', /^-NOPERM/), asks('INFO', /^-NOPERM/)),
    },
    { state: 'closed', finds: '-NOAUTH', check: all(asks('PING', /^-NOAUTH/), asks('DBSIZE', /^-NOAUTH/)) },
    { state: 'closed', options: { tls: true }, finds: '-NOAUTH within TLS', check: asks('PING', /^-NOAUTH/, true) },
    {
      state: 'ping-and-info',
      finds: 'counts, no keys',
      check: all(asks('INFO keyspace', /db3:keys=1/), asks('SCAN 0', /^-NOPERM/), asks('GET public:motd', /^-NOPERM/)),
    },
    {
      state: 'read-only',
      finds: 'keys, no writing',
      check: all(asks('GET public:motd', /welcome/), asks('SET a b', /^-NOPERM/), asks('CONFIG GET dir', /^-NOPERM/)),
    },
    {
      state: 'some-keys',
      finds: 'some keys',
      check: all(
        asks('DBSIZE', count),
        asks('GET public:motd', /welcome/),
        asks('GET customer:1', /^-NOPERM/),
        asks('SCAN 0', /^-NOPERM/),
      ),
    },
    { state: 'default-off', finds: '-NOAUTH', check: asks('PING', /^-NOAUTH/) },
    {
      state: 'renamed',
      finds: 'unknown commands, yet keys',
      check: all(asks('PING', /^-ERR unknown command/), asks('GET public:motd', /welcome/)),
    },
    { state: 'client-certificate', finds: 'a refused handshake', check: demandsCertificate('rediss') },
  ]);
});

describe('clickhouse', { skip: lacks('clickhouse-server') }, () => {
  const query = (sql: string, status: number, pattern: RegExp, user = 'default') =>
    answers('http', `/?user=${user}&query=${encodeURIComponent(sql)}`, status, pattern);
  const hello = (database: string) => {
    const string = (text: string) => String.fromCharCode(text.length) + text;
    const head = `\x00${string('ClickHouse client')}\x01\x01\xad\xa9\x03`;
    return Buffer.from(`${head}${string(database)}${string('default')}${string('')}`, 'latin1');
  };
  const greeted = (database = '') => says('native', hello(database), /^<00>\nClickHouse/);
  const refused = (code: number) => says('native', hello(''), new RegExp(`^<02><${code.toString(16)}><00>`));
  const listening = all(
    answers('http', '/ping', 200, /^Ok\.\n$/),
    answers('interserver', '/', 200, /^Ok\.\n$/),
    says(
      'native',
      'GET / HTTP/1.0\r\n\r\n',
      /^HTTP\/1\.0 400 Bad Request\r\n\r\nPort \d+ is for clickhouse-client program/,
    ),
  );
  const rows =
    'SELECT database, table, sum(rows) FROM system.parts WHERE active GROUP BY database, table ORDER BY table';
  const shanghai: ClickhouseOptions = { timezone: 'Asia/Shanghai', queryLog: true, tls: true };
  each(startClickhouse, [
    {
      state: 'open',
      finds: 'all tables, and its log tells of it',
      check: all(
        listening,
        greeted(),
        query(rows, 200, /^shop\tcustomers\t3\npublic\tproducts\t2\n$/),
        async (server) => {
          assert.equal(CLICKHOUSE_TABLES.length, 2);
          await logTells(server, /executeQuery: \(from 127\.0\.0\.1:\d+\) SELECT database, table/);
          await logTells(server, /executeQuery: Read \d+ rows/);
        },
      ),
    },
    {
      state: 'open',
      options: shanghai,
      finds: 'the zone, four more doors, a query log',
      check: all(
        says('native', hello(''), /Asia\/Shanghai/),
        says('nativeTls', hello(''), /Asia\/Shanghai/, true),
        answers('https', '/?query=SELECT%20timezone()', 200, /^Asia\/Shanghai\n$/, undefined, true),
        async (server) => {
          const count = "SELECT count() FROM system.query_log WHERE query = 'SELECT timezone()' AND type = 2";
          const deadline = Date.now() + 5000;
          let counted = '';
          while (counted !== '1\n' && Date.now() < deadline) {
            counted = await clickhouseQuery(server, count).catch((error: unknown) => String(error));
          }
          assert.equal(counted, '1\n');
        },
      ),
    },
    {
      state: 'open',
      options: { host: '127.0.0.2', rootPage: '<html>Tabix</html>' },
      finds: 'another root page',
      check: all(answers('http', '/', 200, /Tabix/), answers('http', '/ping', 200, /^Ok\.\n$/)),
    },
    {
      state: 'half-open',
      finds: 'one database of two',
      check: all(
        listening,
        greeted('public'),
        query(rows, 200, /^public\tproducts\t2\n$/),
        query('SELECT * FROM shop.customers', 500, /^Code: 291,/),
      ),
    },
    {
      state: 'closed',
      finds: 'code 194, and nothing was run',
      check: all(listening, query('SELECT 1', 401, /^Code: 194,/), refused(194), async (server) => {
        await logTells(server, /Password required for user default/);
        assert.doesNotMatch(await settledLog(server), /executeQuery: \(from [\d.]+:\d+\) /);
      }),
    },
    {
      state: 'read-only',
      finds: 'all tables, no writing',
      check: all(query(rows, 200, /customers/), async ({ host, port }) => {
        const answer = await request(`http://${host}:${port}/`, { method: 'POST', body: 'CREATE DATABASE x' });
        assert.match(answer.text, /^Code: 164,/);
      }),
    },
    { state: 'network-refused', finds: 'code 195', check: all(query('SELECT 1', 500, /^Code: 195,/), refused(195)) },
    { state: 'no-default-user', finds: 'code 192', check: all(query('SELECT 1', 401, /^Code: 192,/), refused(192)) },
    {
      state: 'second-user',
      finds: 'closed to default, open to readonly',
      check: all(query('SELECT 1', 401, /^Code: 194,/), query(rows, 200, /customers/, 'readonly')),
    },
  ]);
});

describe('postgresql', { skip: lacksPostgresql() }, () => {
  const packet = (text: string) => {
    const body = Buffer.from(text, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length + 4);
    return Buffer.concat([length, body]);
  };
  const enters = (role: string, database: string, pattern: RegExp) =>
    says('postgresql', packet(`\0\x03\0\0user\0${role}\0database\0${database}\0\0`), pattern);
  const ssl = (pattern: RegExp) => says('postgresql', packet('\x04\xd2\x16\x2f'), pattern);
  /** Enters, and asks at once, as simple query. */
  const asks = (database: string, sql: string, pattern: RegExp): Check => {
    const query = packet(`${sql}\0`);
    const start = packet(`\0\x03\0\0user\0postgres\0database\0${database}\0\0`);
    return says('postgresql', Buffer.concat([start, Buffer.from('Q'), query]), pattern);
  };
  const isIn = /^R<00><00><00><08><00><00><00><00>S/;
  const dataRow = (value: string) => new RegExp(`D<00><00><00><0b><00><01><00><00><00><01>${value}C`);
  const scram = /^R<00><00><00><17><00><00><00>\nSCRAM-SHA-256<00>/;
  const tls: PostgresqlOptions = { tls: true, host: '127.0.0.2' };
  const rows = asks('shop', 'SELECT reltuples FROM pg_class WHERE relname = $$customers$$', dataRow('3'));
  each(startPostgresql, [
    {
      state: 'open',
      finds: 'a superuser, counted rows, a log',
      check: all(ssl(/^N$/), enters('postgres', 'postgres', /is_superuser<00>on<00>/), rows, async (server) => {
        await logTells(server, /postgres@shop .*LOG: {2}statement: SELECT reltuples/);
      }),
    },
    { state: 'open', options: tls, finds: 'TLS offered', check: all(ssl(/^S$/), enters('postgres', 'shop', isIn)) },
    {
      state: 'half-open',
      finds: 'one database, no rights',
      check: all(enters('postgres', 'postgres', /is_superuser<00>off<00>/), enters('postgres', 'shop', scram)),
    },
    {
      state: 'closed',
      finds: 'SCRAM, for unknown roles too',
      check: all(enters('postgres', 'postgres', scram), enters('nobody', 'nothing', scram)),
    },
    { state: 'md5', finds: 'MD5', check: enters('postgres', 'postgres', /^R<00><00><00><0c><00><00><00><05>/) },
    {
      state: 'password',
      finds: 'clear text',
      check: enters('postgres', 'postgres', /^R<00><00><00><08><00><00><00><03>$/),
    },
    {
      state: 'one-database',
      finds: 'a superuser in one database',
      check: all(enters('postgres', 'postgres', /is_superuser<00>on<00>/), enters('postgres', 'shop', scram)),
    },
    {
      state: 'not-superuser',
      finds: 'one table of two',
      check: all(
        enters('postgres', 'shop', /is_superuser<00>off<00>/),
        asks('shop', 'SELECT count(*) FROM products', dataRow('2')),
        asks('shop', 'SELECT count(*) FROM customers', /permission denied for table customers/),
      ),
    },
    {
      state: 'no-postgres-role',
      finds: 'let in, and then not known',
      check: all(
        enters(
          'postgres',
          'postgres',
          /^R<00><00><00><08><00><00><00><00>E.*C28000<00>Mrole "postgres" does not exist/,
        ),
        enters('keeper', 'shop', isIn),
      ),
    },
    {
      state: 'host-refused',
      finds: '28000',
      check: enters('postgres', 'postgres', /^E.*C28000<00>Mno pg_hba\.conf entry/),
    },
    {
      state: 'tls-required',
      finds: 'a refusal without TLS',
      check: all(ssl(/^S$/), enters('postgres', 'postgres', /^E.*C28000<00>Mpg_hba\.conf rejects connection/)),
    },
  ]);
});

describe('etcd', { skip: lacks('etcd', 'etcd-server') }, () => {
  const everyKey = '{"key":"AA==","range_end":"AA==","count_only":true}';
  const count = new RegExp(`"count":"${ETCD_KEYS.length}"`);
  const range = (status: number, pattern: RegExp, tls = false) =>
    answers('client', '/v3/kv/range', status, pattern, everyKey, tls);
  const version = (role: string, tls = false) => answers(role, '/version', 200, /"etcdserver":"\d/, undefined, tls);
  each(startEtcd, [
    {
      state: 'open',
      finds: 'all keys, and its log tells of it',
      check: all(version('client'), version('peer'), range(200, count), async (server) => {
        await logTells(server, /"remote":"127\.0\.0\.1:\d+","response type":"\/etcdserverpb\.KV\/Range"/);
      }),
    },
    { state: 'open', options: { tls: true, host: '127.0.0.2' }, finds: 'all in TLS', check: range(200, count, true) },
    {
      state: 'half-open',
      finds: 'metrics only',
      check: all(demandsCertificate('client'), answers('metrics', '/metrics', 200, /etcd_server_version\{/)),
    },
    { state: 'closed', finds: 'code 3', check: all(version('client'), range(400, /user name is empty.*"code":3/)) },
    {
      state: 'client-certificate',
      finds: 'refused handshakes',
      check: all(demandsCertificate('client'), demandsCertificate('peer')),
    },
    {
      state: 'v2',
      finds: 'the old API too',
      check: all(range(200, count), answers('client', '/v2/keys', 200, /"dir":true/)),
    },
  ]);
});

describe('nats', { skip: lacks('nats-server') }, () => {
  const asks = (lines: string, pattern: RegExp) => says('client', `CONNECT {"verbose":false}\r\n${lines}`, pattern);
  const ping = (pattern: RegExp) => asks('PING\r\n', pattern);
  const held = new RegExp(`"messages": ${NATS_STREAM.messages},`);
  const unwanted = all(ping(/"auth_required":true.*-ERR 'Authorization Violation'/s), async (server) => {
    assert.deepEqual(Object.keys(server.ports), ['client']);
  });
  each(startNats, [
    {
      state: 'open',
      finds: 'PONG, the stream, a trace',
      check: all(ping(/\r\nPONG\r\n/), answers('monitoring', '/jsz?streams=true', 200, held), async (server) => {
        await logTells(server, /\[TRC\].*<<- \[PING\]/);
      }),
    },
    {
      state: 'open',
      options: { jetstream: false, host: '127.0.0.2' },
      finds: 'no streams',
      check: all(ping(/\r\nPONG\r\n/), answers('monitoring', '/jsz', 200, /"disabled": true/)),
    },
    { state: 'open', options: { tls: true }, finds: 'TLS after INFO', check: ping(/^INFO \{.*"tls_required":true/) },
    {
      state: 'half-open',
      finds: 'monitoring only',
      check: all(ping(/-ERR 'Authorization Violation'/), answers('monitoring', '/jsz?streams=true', 200, held)),
    },
    { state: 'closed', finds: 'a refusal', check: unwanted },
    { state: 'token', finds: 'a refusal', check: unwanted },
    {
      state: 'guest',
      finds: 'PONG and permissions',
      check: all(ping(/^INFO (?!.*auth_required).*\r\nPONG\r\n/s), asks('SUB > 1\r\n', /Permissions Violation/)),
    },
    { state: 'client-certificate', finds: 'tls_verify', check: ping(/^INFO \{.*"tls_verify":true/) },
  ]);
});

describe('memcached', { skip: lacks('memcached') }, () => {
  const asks = (command: string, pattern: RegExp, tls = false) => says('memcached', `${command}\r\n`, pattern, tls);
  const header = (opcode: number) => Buffer.concat([Buffer.from([0x80, opcode]), Buffer.alloc(22)]);
  const asksBinary = (opcode: number, pattern: RegExp) => says('memcached', header(opcode), pattern);
  const count = new RegExp(`STAT curr_items ${MEMCACHED_KEYS.length}\r\n`);
  each(startMemcached, [
    {
      state: 'open',
      finds: 'all keys',
      check: all(asks('stats', count), asks('lru_crawler metadump all', /key=greeting .*END/s), async (server) => {
        await logTells(server, /<\d+ stats\n/);
      }),
    },
    {
      state: 'open',
      options: { tls: true, host: '127.0.0.2' },
      finds: 'all in TLS',
      check: asks('stats', count, true),
    },
    {
      state: 'half-open',
      finds: 'values, no list',
      check: all(
        asks('lru_crawler metadump all', /^ERROR metadump not allowed/),
        asks('get greeting', /^VALUE greeting/),
      ),
    },
    {
      state: 'closed',
      finds: 'unauthenticated',
      check: all(asks('version', /^CLIENT_ERROR unauth/), asks('get greeting', /^CLIENT_ERROR unauth/)),
    },
    { state: 'closed', options: { tls: true }, finds: 'the same', check: asks('stats', /^CLIENT_ERROR unauth/, true) },
    {
      state: 'sasl',
      finds: 'Auth failure, though the version shows',
      check: all(
        saysNothing('memcached', 'version\r\n'),
        asksBinary(0x0b, /^<81><0b>.*1\.\d+\.\d+$/),
        asksBinary(0x10, /^<81><10><00><00><00><00><00> .*Auth failure\.$/s),
      ),
    },
    {
      state: 'binary-only',
      finds: 'nothing in text, all in binary',
      check: all(saysNothing('memcached', 'version\r\n'), asksBinary(0x10, /^<81><10><00>.*curr_items0/s)),
    },
  ]);
});

describe('influxdb', { skip: lacks('influxd', 'influxdb') }, () => {
  const query = (statement: string, status: number, pattern: RegExp, tls = false) =>
    answers('http', `/query?q=${encodeURIComponent(statement)}`, status, pattern, undefined, tls);
  const ping = answers('http', '/ping', 204);
  const series = 'SHOW SERIES EXACT CARDINALITY ON shop';
  each(startInfluxdb, [
    {
      state: 'open',
      finds: 'the database, and its log tells of it',
      check: all(
        ping,
        query('SHOW DATABASES', 200, /\[\["shop"\]\]/),
        query(series, 200, /\[\[2\]\]/),
        async (server) => {
          await logTells(server, /msg="Executing query".*query="SHOW DATABASES"/);
          await logTells(server, /"GET \/query\?q=SHOW/);
        },
      ),
    },
    {
      state: 'open',
      options: { tls: true, host: '127.0.0.2' },
      finds: 'the same in TLS',
      check: query('SHOW DATABASES', 200, /shop/, true),
    },
    { state: 'half-open', finds: '403', check: all(ping, query('SHOW DATABASES', 403, /create admin user first/)) },
    { state: 'closed', finds: '401', check: all(ping, query('SHOW DATABASES', 401, /unable to parse authentication/)) },
    { state: 'closed', options: { tls: true }, finds: '401', check: query('SHOW DATABASES', 401, /^/, true) },
    { state: 'users-but-open', finds: 'all, users too', check: query('SHOW USERS', 200, /\["keeper",true\]/) },
  ]);
});

describe('prometheus', { skip: lacks('prometheus') }, () => {
  const get = (path: string, status: number, pattern = /^/) => answers('http', path, status, pattern);
  const healthy = get('/-/healthy', 200, /^Prometheus Server is Healthy\.\n$/);
  const flag = (name: string, value: boolean) => get('/api/v1/status/flags', 200, new RegExp(`"${name}":"${value}"`));
  each(startPrometheus, [
    {
      state: 'open',
      finds: 'series, and its log tells of queries',
      check: all(
        healthy,
        get('/api/v1/status/tsdb', 200, /"numSeries":2,.*"name":"shop_orders","value":2/),
        flag('web.enable-lifecycle', false),
        flag('web.enable-admin-api', false),
        get('/api/v1/query?query=shop_orders', 200, /"customer":"ada"/),
        async (server) => logTells(server, /^\{"httpRequest":.*"query":"shop_orders"/),
      ),
    },
    {
      state: 'open',
      options: { tls: true, host: '127.0.0.2' },
      finds: 'the same in TLS',
      check: answers('http', '/-/healthy', 200, /Healthy/, undefined, true),
    },
    {
      state: 'half-open',
      finds: 'settings, no series',
      check: all(
        get('/api/v1/status/config', 200, /till\.shop/),
        get('/api/v1/query?query=up', 422, /unavailable with/),
      ),
    },
    {
      state: 'closed',
      finds: '401',
      check: all(get('/-/healthy', 401), get('/api/v1/status/tsdb', 401), get('/metrics', 401, /^Unauthorized\n$/)),
    },
    { state: 'lifecycle', finds: 'its flag', check: all(healthy, flag('web.enable-lifecycle', true)) },
    { state: 'admin-api', finds: 'its flag', check: all(healthy, flag('web.enable-admin-api', true)) },
    { state: 'remote-write', finds: 'its flag', check: flag('web.enable-remote-write-receiver', true) },
    {
      state: 'route-prefix',
      finds: '404 above the prefix',
      check: all(get('/-/healthy', 404), get('/', 302), get('/metrics-of-the-shop/-/healthy', 200, /Healthy/)),
    },
    { state: 'client-certificate', finds: 'a refused handshake', check: demandsCertificate('http') },
  ]);
});
