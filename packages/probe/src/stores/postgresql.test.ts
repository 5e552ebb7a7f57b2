import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { makeCertificate } from '../../testing/certificate.ts';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import {
  lacksPostgresql,
  type PostgresqlOptions,
  type PostgresqlState,
  startPostgresql,
} from '../../testing/postgresql.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { findProgram, freePort, makeDir, startServer } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';

const SOURCE = 'Debian 12 postgresql 15.18';

async function started(t: TestContext, state: PostgresqlState, options?: PostgresqlOptions) {
  const server = await startPostgresql(state, options);
  t.after(server.stop);
  // The port accepts a moment before sessions are served; until then the answer is 57P03.
  await logTells(server, /database system is ready to accept connections/);
  return { server, meetAs: (scene: string) => meetStore('postgresql', scene, server.port, { source: SOURCE }) };
}

type Report = Awaited<ReturnType<typeof meetStore>>;

const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'no', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

const column = (name: string, type: string) => ({ name, type, kinds: [] });
const SHOP = {
  name: 'shop',
  collections: [
    {
      name: 'public.customers',
      rows: 3,
      rowsBasis: 'estimate',
      bytesBasis: 'exact',
      columns: [column('id', 'integer'), column('email', 'text'), column('name', 'text')],
    },
    {
      name: 'public.products',
      rows: 2,
      rowsBasis: 'estimate',
      bytesBasis: 'exact',
      columns: [column('id', 'integer'), column('title', 'text')],
    },
  ],
};

/** The inventory without the sizes, which are pages of the server's own choice. */
function inventoryOf(report: Report) {
  return report.inventory?.containers.map(({ name, collections }) => ({
    name,
    collections: collections.map(({ bytes, ...rest }) => {
      if (rest.bytesBasis) assert.ok((bytes ?? 0) > 8000, 'a table with a key takes pages');
      return rest;
    }),
  }));
}

describe('postgresql', { skip: lacksPostgresql() }, () => {
  it('calls a PostgreSQL that trusts everybody open, and lists the tables of every database', async (t) => {
    const { meetAs } = await started(t, 'open');
    const report = await meetAs('open');
    assert.equal(report.product, 'postgresql');
    assert.equal(report.transport, 'postgresql');
    assert.equal(report.tls, false);
    assert.match(report.version ?? '', /^\d+\.\d+$/);
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(inventoryOf(report), [{ name: 'postgres', collections: [] }, SHOP]);
    assert.equal(report.inventory?.truncated, undefined);
    assert.deepEqual(rulesOf(report), ['postgresql/no-authentication']);
    assert.equal(report.findings[0]?.severity, 'critical');
  });

  it('gets in within TLS where only TLS is let in', async (t) => {
    const { server, meetAs } = await started(t, 'tls-required');
    const report = await meetAs('tls-required');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(inventoryOf(report)?.[1], SHOP);
    const log = await settledLog(server);
    const queried = log.split('\n').filter((line) => /connection authorized/.test(line));
    assert.ok(queried.length === 2 && queried.every((line) => line.includes('SSL enabled')), log);
  });

  it('uses TLS where the server offers it', async (t) => {
    const { server, meetAs } = await started(t, 'open', { tls: true });
    assert.equal((await meetAs('open-tls')).verdict, 'open');
    const log = await settledLog(server);
    const authorized = log.split('\n').filter((line) => /connection authorized/.test(line));
    assert.equal(authorized.filter((line) => line.includes('SSL enabled')).length, 2, log);
  });

  it('recognises a PostgreSQL behind a proxy that takes TLS from the first byte', async (t) => {
    const { server } = await started(t, 'open');
    const port = await startTlsProxy(t, server.port);
    const report = await meetStore('postgresql', 'open-tls-proxy', port, { source: `${SOURCE} behind a TLS proxy` });
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(inventoryOf(report)?.[1], SHOP);
  });

  for (const state of ['closed', 'md5', 'password', 'host-refused'] as const) {
    for (const tls of [false, true]) {
      it(`calls a PostgreSQL closed in the state ${state}${tls ? ', within TLS and without' : ''}`, async (t) => {
        const { meetAs } = await started(t, state, { tls });
        const report = await meetAs(tls ? `${state}-tls` : state);
        assert.equal(report.product, 'postgresql');
        assert.equal(report.version, undefined);
        assert.deepEqual(report.posture, NOTHING);
        assert.equal(report.verdict, 'closed');
        assert.equal(report.inventory, undefined);
        assert.deepEqual(rulesOf(report), state === 'password' ? ['postgresql/clear-text-passwords'] : []);
      });
    }
  }

  it('calls a role without rights partial: the names of the databases show, no row does', async (t) => {
    const { meetAs } = await started(t, 'half-open');
    const report = await meetAs('half-open');
    assert.deepEqual(report.posture, { ...EVERYTHING, read: 'no', write: 'no', administer: 'no' });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(inventoryOf(report), [
      { name: 'postgres', collections: [] },
      { name: 'shop', collections: [] },
    ]);
    assert.deepEqual(rulesOf(report), ['postgresql/login-without-password']);
    assert.match(report.caveats?.[0] ?? '', /only their names are listed: 1\./);
  });

  it('calls a superuser in a single database open, since he reads every file of the server', async (t) => {
    const { meetAs } = await started(t, 'one-database');
    const report = await meetAs('one-database');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rulesOf(report), ['postgresql/no-authentication']);
  });

  it('tells from the grants that a plain role reads one table, and writes none', async (t) => {
    const { meetAs } = await started(t, 'not-superuser');
    const report = await meetAs('not-superuser');
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(inventoryOf(report)?.[1], SHOP);
  });

  it('does not call a server closed that trusts every name, and lacks the name postgres only', async (t) => {
    const { meetAs } = await started(t, 'no-postgres-role');
    const report = await meetAs('no-postgres-role');
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(rulesOf(report), ['postgresql/trust']);
    assert.match(report.caveats?.[0] ?? '', /do not exist here/);
  });

  it('leaves no write, no row read and no password in the log of the server', async (t) => {
    const { server, meetAs } = await started(t, 'open', { tls: true });
    await meetAs('open-tls');
    const log = await settledLog(server);
    const statements = log.split('\n').filter((line) => /LOG: {2}(?:statement|execute)/.test(line));
    assert.equal(statements.length, 6, log);
    for (const statement of statements) {
      assert.match(statement, /statement: SELECT (?:version\(\)|[^;]+ FROM pg_catalog\.pg_)[^;]*$/);
      assert.doesNotMatch(statement, /customers|products|INSERT INTO|CREATE|ALTER|DROP|COPY|pg_authid|pg_shadow/);
    }
    // The hellos of other products fail before a role is named.
    assert.doesNotMatch(log, /password authentication|ERROR:|postgres@\w+ \S+ FATAL:/);
  });

  it('asks in a read-only transaction through a pooler that knows no options (stand-in for the pooler)', async (t) => {
    const { server } = await started(t, 'not-superuser');
    const pooler = await startPooler(t, server.port);
    const source = 'stand-in from the documentation of PgBouncer, before a real PostgreSQL 15.18';
    const report = await meetStore('postgresql', 'pooler', pooler, { source });
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.deepEqual(inventoryOf(report)?.[1], SHOP);
    const statements = (await settledLog(server)).split('\n').filter((line) => line.includes('statement:'));
    assert.equal(statements.length, 7);
    for (const statement of statements) assert.match(statement, /statement: BEGIN READ ONLY; SET LOCAL .*; COMMIT$/);
  });

  const noPgbouncer = findProgram('pgbouncer') === undefined && 'needs pgbouncer; run: apt-get install pgbouncer';

  it('gets through a PgBouncer that trusts, and calls one closed that does not', { skip: noPgbouncer }, async (t) => {
    const { server } = await started(t, 'open');
    const meetThrough = async (scene: string, settings: string, users: string) => {
      const port = await startPgbouncer(t, server.port, settings, users);
      return meetStore('postgresql', scene, port, { source: 'Debian 12 pgbouncer 1.18.0 before postgresql 15.18' });
    };
    const open = await meetThrough('pgbouncer-trust', 'auth_type=trust', '"postgres" ""');
    assert.equal(open.verdict, 'open');
    assert.deepEqual(inventoryOf(open)?.[1], SHOP);
    assert.equal((await meetThrough('pgbouncer-md5', 'auth_type=md5', '"postgres" "x"')).verdict, 'closed');
    assert.equal((await meetThrough('pgbouncer-scram', 'auth_type=scram-sha-256', '')).verdict, 'closed');
    assert.equal((await meetThrough('pgbouncer-no-user', 'auth_type=trust', '"app" ""')).verdict, 'closed');
  });
});

describe('what speaks PostgreSQL (stand-in from the documentation)', { concurrency: 4 }, () => {
  it('gets into an insecure CockroachDB as root, and lists without the functions that it lacks', async (t) => {
    const standIn = await startTcpStandIn(serveCockroach);
    t.after(standIn.stop);
    const report = await meetStore('postgresql', 'cockroachdb-insecure', standIn.port, {
      source: 'stand-in from the documentation',
    });
    assert.equal(report.product, 'cockroachdb');
    assert.equal(report.version, '23.1.11');
    assert.deepEqual(report.posture, { ...EVERYTHING, count: 'unknown' });
    assert.deepEqual(inventoryOf(report), [
      {
        name: 'defaultdb',
        collections: [{ name: 'public.customers', columns: [column('id', 'bigint'), column('email', 'text')] }],
      },
    ]);
    assert.deepEqual(rulesOf(report), ['postgresql/cockroachdb-insecure']);
  });

  for (const [what, sqlstate] of [
    ['is starting up', '57P03'],
    ['has no connection left', '53300'],
  ] as const) {
    it(`cannot tell the posture of a server that ${what}`, async (t) => {
      const standIn = await startTcpStandIn((socket) => {
        onMessages(socket, () => socket.end(error(sqlstate, 'not now')));
      });
      t.after(standIn.stop);
      const report = await meetStore('postgresql', `error-${sqlstate}`, standIn.port, {
        source: 'stand-in from the documentation',
      });
      assert.equal(report.verdict, 'unknown');
      assert.match(report.caveats?.[0] ?? '', new RegExp(sqlstate));
    });
  }

  it('does not take one letter in answer to everything for a PostgreSQL', async (t) => {
    for (const letter of ['S', 'R']) {
      const standIn = await startTcpStandIn((socket) => {
        socket.on('data', () => socket.write(letter));
      });
      t.after(standIn.stop);
      const met = await meet('postgresql', `letter-${letter}`, standIn.port, {
        source: 'stand-in: a service that answers with one letter',
      });
      assert.ok(!('product' in met), letter);
    }
  });

  it('does not believe an AuthenticationOk that no session follows', async (t) => {
    const standIn = await startTcpStandIn((socket) => {
      onMessages(socket, () => socket.write(message('R', int32(0))));
    });
    t.after(standIn.stop);
    const report = await meetStore('postgresql', 'no-session', standIn.port, {
      source: 'stand-in: a server that stops after AuthenticationOk',
    });
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(report.findings, []);
  });
});

/** Takes TLS from the first byte, and passes on what is inside. */
async function startTlsProxy(t: TestContext, target: number): Promise<number> {
  const dir = makeDir('tls-proxy');
  const { certificate, key } = makeCertificate(dir);
  const proxy = createTlsServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => {
    const inner = connect(target, '127.0.0.1');
    join(socket, inner);
  });
  rmSync(dir, { recursive: true });
  proxy.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  t.after(() => proxy.close());
  const address = proxy.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function join(a: Socket, b: Socket): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

/** https://www.pgbouncer.org/config.html#ignore_startup_parameters: a startup with options is refused, all else passes. */
async function startPooler(t: TestContext, target: number): Promise<number> {
  const standIn = await startTcpStandIn((socket) => {
    socket.once('data', (first: Buffer) => {
      if (first.readInt32BE(4) === SSL_REQUEST) {
        socket.write('N');
        socket.once('data', begin);
      } else begin(first);
    });
    function begin(startup: Buffer): void {
      if (startup.includes('\0options\0')) socket.end(error('08P01', 'unsupported startup parameter: options'));
      else {
        const inner = connect(target, '127.0.0.1');
        inner.write(startup);
        join(socket, inner);
      }
    }
  });
  t.after(standIn.stop);
  return standIn.port;
}

async function startPgbouncer(t: TestContext, target: number, settings: string, users: string): Promise<number> {
  const dir = makeDir('pgbouncer', 'postgres');
  const port = await freePort();
  writeFileSync(`${dir}/users.txt`, `${users}\n`);
  writeFileSync(
    `${dir}/pgbouncer.ini`,
    [
      '[databases]',
      `* = host=127.0.0.1 port=${target}`,
      '[pgbouncer]',
      'listen_addr=127.0.0.1',
      `listen_port=${port}`,
      'unix_socket_dir=',
      `auth_file=${dir}/users.txt`,
      'pool_mode=transaction',
      `${settings}\n`,
    ].join('\n'),
  );
  const args = [`${dir}/pgbouncer.ini`];
  const command = { name: 'pgbouncer', command: 'pgbouncer', args, dir, user: 'postgres', ports: { postgresql: port } };
  const server = await startServer({ ...command, stopSignal: 'SIGINT' });
  t.after(server.stop);
  return port;
}

const SSL_REQUEST = 80_877_103;

/** An insecure CockroachDB: https://www.cockroachlabs.com/docs/stable/postgresql-compatibility */
function serveCockroach(socket: Socket): void {
  const ready = message('Z', Buffer.from('I'));
  onMessages(socket, (text, isStartup) => {
    if (isStartup && !text.includes('user\0root\0')) {
      socket.end(error('28000', 'password authentication failed for user postgres'));
    } else if (isStartup) {
      const parameters = [
        ['server_version', '13.0.0'],
        ['is_superuser', 'on'],
        ['crdb_version', 'CockroachDB'],
      ];
      const status = parameters.map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`)));
      socket.write(Buffer.concat([message('R', int32(0)), ...status, message('K', Buffer.alloc(8)), ready]));
    } else socket.write(Buffer.concat([...answerOfCockroach(text), ready]));
  });
}

function answerOfCockroach(sql: string): Buffer[] {
  if (sql.includes('version()')) {
    return [row('CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)', 'defaultdb')];
  }
  if (sql.includes('pg_total_relation_size')) return [error('42883', 'unknown function: pg_total_relation_size()')];
  if (sql.includes('FROM pg_catalog.pg_database')) return [row('defaultdb')];
  if (sql.includes('information_schema.tables')) return [row('public', 'customers')];
  if (sql.includes('information_schema.columns')) {
    return [row('public', 'customers', 'id', 'bigint'), row('public', 'customers', 'email', 'text')];
  }
  return [];
}

/** Calls for each startup message and query; an SSLRequest is answered with N. */
function onMessages(socket: Socket, take: (text: string, isStartup: boolean) => void): void {
  let started = false;
  socket.on('data', (bytes: Buffer) => {
    // `GET / HTTP/1.0` and other foreign words are hung up on, as a real server does.
    const length = started ? bytes.readInt32BE(1) + 1 : bytes.length >= 8 ? bytes.readInt32BE(0) : -1;
    if (length !== bytes.length) socket.destroy();
    else if (!started && bytes.readInt32BE(4) === SSL_REQUEST) socket.write('N');
    else {
      take(bytes.toString('latin1'), !started);
      started = true;
    }
  });
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function error(sqlstate: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0C${sqlstate}\0M${text}\0\0`));
}

function row(...cells: string[]): Buffer {
  const parts = cells.flatMap((cell) => [int32(Buffer.byteLength(cell)), Buffer.from(cell)]);
  return message('D', Buffer.concat([Buffer.from([0, cells.length]), ...parts]));
}
