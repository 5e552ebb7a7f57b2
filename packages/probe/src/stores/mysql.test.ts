import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { settledLog } from '../../testing/log-reading.ts';
import { type MariadbOptions, type MariadbState, startMariadb } from '../../testing/mariadb.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';

const SOURCE = 'Debian 12 mariadb-server 10.11.19';

async function started(t: TestContext, state: MariadbState, options?: MariadbOptions) {
  const server = await startMariadb(state, options);
  t.after(server.stop);
  return { server, meetAs: (scene: string) => meetStore('mysql', scene, server.port, { source: SOURCE }) };
}

type Report = Awaited<ReturnType<typeof meetStore>>;

const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const NOTHING_KNOWN = {
  identify: 'unknown',
  list: 'unknown',
  count: 'unknown',
  read: 'unknown',
  write: 'unknown',
  administer: 'unknown',
};

const column = (name: string, type: string) => ({ name, type, kinds: [] });
const PRODUCTS = {
  name: 'products',
  rowsBasis: 'estimate',
  bytesBasis: 'estimate',
  columns: [column('id', 'int(11)'), column('title', 'varchar(80)')],
};
const CUSTOMERS = {
  name: 'customers',
  rowsBasis: 'estimate',
  bytesBasis: 'estimate',
  columns: [column('id', 'int(11)'), column('email', 'varchar(80)'), column('name', 'varchar(80)')],
};

/** The inventory without the numbers, which InnoDB guesses. */
function inventoryOf(report: Report) {
  return report.inventory?.containers.map(({ name, collections }) => ({
    name,
    collections: collections.map(({ rows, bytes, ...rest }) => {
      assert.ok(rows !== undefined && rows <= 10, 'a few rows');
      assert.ok(bytes !== undefined && bytes >= 16_384, 'pages of 16 KB');
      return rest;
    }),
  }));
}

describe('mysql', { skip: lacks('mariadbd', 'mariadb-server') }, () => {
  it('calls a MariaDB whose root has no password open, with its version and its tables', async (t) => {
    const { meetAs } = await started(t, 'open');
    const report = await meetAs('open');
    assert.equal(report.product, 'mariadb');
    assert.match(report.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.equal(report.transport, 'mysql');
    assert.equal(report.tls, false);
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(inventoryOf(report), [{ name: 'shop', collections: [CUSTOMERS, PRODUCTS] }]);
    assert.deepEqual(rulesOf(report), ['mysql/no-authentication']);
    assert.equal(report.findings[0]?.severity, 'critical');
  });

  it('tells from the grants that a stranger without a name reads one table, and writes none', async (t) => {
    const { meetAs } = await started(t, 'half-open');
    const report = await meetAs('half-open');
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(inventoryOf(report), [{ name: 'shop', collections: [PRODUCTS] }]);
  });

  for (const tls of [false, true]) {
    it(`calls a MariaDB closed whose accounts all have passwords${tls ? ', under TLS' : ''}`, async (t) => {
      const { meetAs } = await started(t, 'closed', { tls });
      const report = await meetAs(tls ? 'closed-tls' : 'closed');
      assert.equal(report.product, 'mariadb');
      assert.match(report.version ?? '', /^\d+\.\d+\.\d+$/);
      assert.deepEqual(report.posture, NOTHING);
      assert.equal(report.verdict, 'closed');
      assert.equal(report.inventory, undefined);
      assert.deepEqual(report.findings, []);
    });
  }

  it('names the reason where the grant tables are not read', async (t) => {
    const { meetAs } = await started(t, 'skip-grant-tables');
    const report = await meetAs('skip-grant-tables');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(inventoryOf(report), [{ name: 'shop', collections: [CUSTOMERS, PRODUCTS] }]);
    assert.deepEqual(rulesOf(report), ['mysql/grant-tables-skipped']);
  });

  it('gets in under TLS where a login without it is refused', async (t) => {
    const { server, meetAs } = await started(t, 'tls-required');
    const report = await meetAs('tls-required');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.match(await settledLog(server), /root@127\.0\.0\.1 on {2}using SSL\/TLS/);
  });

  it('calls a MariaDB closed that refuses the address of the scan, and says that it is about the address', async (t) => {
    const { meetAs } = await started(t, 'host-refused');
    const report = await meetAs('host-refused');
    assert.equal(report.product, 'mariadb');
    assert.equal(report.version, undefined);
    assert.deepEqual(report.posture, { ...NOTHING, identify: 'no' });
    assert.equal(report.verdict, 'closed');
    assert.match(report.caveats?.[0] ?? '', /refuses the address/);
  });

  it('leaves no write and no row read in the log of the server', async (t) => {
    const { server, meetAs } = await started(t, 'open');
    const before = server.log().length;
    await meetAs('open');
    const log = (await settledLog(server)).slice(before);
    const statements = log.split('\n').flatMap((line) => line.match(/\t\s*\d+ Query\t(.*)/)?.[1] ?? []);
    assert.equal(statements.length, 6, log);
    for (const statement of statements) {
      assert.match(
        statement,
        /^(?:SET SESSION TRANSACTION READ ONLY|SHOW |SELECT @@version_comment$|SELECT .+ FROM information_schema\.)/,
      );
      assert.doesNotMatch(statement, /customers|products|mysql\.(?:user|global_priv)|INSERT|DROP|INTO OUTFILE/);
    }
  });

  it('sends no password, asks twice at most, and finishes each login that it begins', async (t) => {
    const { server, meetAs } = await started(t, 'closed');
    const before = server.log().length;
    await meetAs('closed');
    const log = (await settledLog(server)).slice(before);
    const refusals = log.match(/Access denied for user '[^']*'@'127\.0\.0\.1' \(using password: \w+\)/g) ?? [];
    assert.deepEqual(
      refusals.map((line) => line.slice('Access denied for user '.length)),
      ["'root'@'127.0.0.1' (using password: NO)", "''@'127.0.0.1' (using password: NO)"],
    );
  });
});

describe('what speaks the protocol of MySQL (stand-in from the documentation)', () => {
  const source = 'stand-in from the documentation';

  async function standIn(t: TestContext, plan: Plan) {
    const logins: string[] = [];
    const server = await startTcpStandIn((socket) => serve(socket, plan, logins));
    t.after(server.stop);
    return { logins, meetAs: (scene: string) => meetStore('mysql', scene, server.port, { source }) };
  }

  it('gets into a MySQL 8 whose root has no password, through a switch of the plugin', async (t) => {
    const { meetAs, logins } = await standIn(t, {
      version: '8.0.35',
      users: { root: [authSwitch('sha256_password'), OK] },
      grants: [
        'GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, SHUTDOWN ON *.* TO `root`@`%` WITH GRANT OPTION',
        'GRANT APPLICATION_PASSWORD_ADMIN,AUDIT_ADMIN ON *.* TO `root`@`%` WITH GRANT OPTION',
      ],
    });
    const report = await meetAs('mysql-8-open');
    assert.equal(report.product, 'mysql');
    assert.equal(report.version, '8.0.35');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory?.containers, [
      {
        name: 'shop',
        collections: [
          {
            name: 'customers',
            rows: 3,
            rowsBasis: 'estimate',
            bytes: 16_384,
            bytesBasis: 'estimate',
            columns: [column('email', 'varchar(80)')],
          },
          { name: 'totals', columns: [] },
        ],
      },
    ]);
    assert.deepEqual(logins, ['root', 'answer 00']);
  });

  it('calls a MySQL 8 closed that wants the whole password of caching_sha2_password', async (t) => {
    const full = Uint8Array.of(1, 4);
    const { meetAs, logins } = await standIn(t, {
      version: '8.4.2',
      users: { root: [full, denied('root')], '': [full, denied('')] },
    });
    const report = await meetAs('mysql-8-closed');
    assert.deepEqual(report.posture, NOTHING);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(logins, ['root', 'answer 00', '', 'answer 00'], 'the empty password, and nothing else');
  });

  it('gets in without a name where root is refused, and calls it partial where nothing is granted', async (t) => {
    const { meetAs, logins } = await standIn(t, {
      version: '5.5.62-0ubuntu0.14.04.1',
      users: { root: [denied('root')], '': [OK] },
      grants: ["GRANT USAGE ON *.* TO ''@'localhost'", "GRANT SELECT ON `performance_schema`.* TO ''@'%'"],
      databases: ['information_schema'],
    });
    const report = await meetAs('mysql-anonymous');
    assert.equal(report.version, '5.5.62');
    assert.deepEqual(report.posture, { ...EVERYTHING, read: 'no', write: 'no', administer: 'no' });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.inventory?.containers, []);
    assert.deepEqual(rulesOf(report), ['mysql/login-without-password']);
    assert.deepEqual(logins, ['root', '']);
  });

  it('is not sure of a no where rights come by a role', async (t) => {
    const { meetAs } = await standIn(t, {
      version: '8.0.35-27',
      comment: 'Percona Server (GPL), Release 27',
      users: { root: [OK] },
      grants: ['GRANT USAGE ON *.* TO `root`@`%`', 'GRANT `app`@`%` TO `root`@`%`'],
    });
    const report = await meetAs('percona-role');
    assert.equal(report.product, 'percona');
    assert.equal(report.version, '8.0.35-27');
    assert.equal(report.posture.read, 'unknown');
    assert.equal(report.verdict, 'partial');
  });

  it('gives no file to a server that asks for one', async (t) => {
    const { meetAs, logins } = await standIn(t, {
      version: '8.0.35',
      users: { root: [OK] },
      answer: () => [Buffer.from('\xfb/etc/passwd', 'latin1')],
    });
    const report = await meetAs('wants-a-file');
    assert.deepEqual(report.posture, { ...NOTHING_KNOWN, identify: 'yes' });
    assert.deepEqual(logins, ['root']);
  });

  it('asks without TLS where the TLS of an old server cannot be spoken any more', async (t) => {
    const { meetAs, logins } = await standIn(t, {
      version: '5.1.73-log',
      brokenTls: true,
      users: { root: [OK] },
      grants: ["GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' WITH GRANT OPTION"],
    });
    const report = await meetAs('broken-tls');
    assert.equal(report.version, '5.1.73');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(logins, ['root']);
  });

  for (const [what, code, text] of [
    ['has no connection left', 1040, 'Too many connections'],
    ['has blocked this host', 1129, "Host '192.0.2.1' is blocked because of many connection errors"],
  ] as const) {
    it(`cannot tell the posture of a server that ${what}`, async (t) => {
      const server = await startTcpStandIn((socket) => socket.end(packet(0, errorOf(code, text))));
      t.after(server.stop);
      const report = await meetStore('mysql', `error-${code}`, server.port, { source });
      assert.equal(report.product, 'mysql');
      assert.deepEqual(report.posture, NOTHING_KNOWN);
      assert.equal(report.caveats?.length, 1);
    });
  }

  it('names the port of the X protocol, and does not claim to know its posture', async (t) => {
    const server = await startTcpStandIn((socket) => {
      socket.write(Buffer.from('050000000b08051a00', 'hex'));
    });
    t.after(server.stop);
    const report = await meetStore('mysql', 'x-protocol', server.port, { source });
    assert.equal(report.transport, 'mysqlx');
    assert.equal(report.verdict, 'unknown');
  });

  it('does not take a greeting of another protocol for its own', async (t) => {
    for (const [name, words] of Object.entries({
      ftp: '220 5.7.1 ready\r\n',
      'wrong-version': '\x20\0\0\0\x0aready\0',
      'not-an-error': '\x05\0\0\0\xff\x01\x02\x03\x04',
    })) {
      const server = await startTcpStandIn((socket) => socket.end(Buffer.from(words, 'latin1')));
      t.after(server.stop);
      const met = await meet('mysql', `other-${name}`, server.port, { source: 'stand-in: another protocol' });
      assert.ok(!('product' in met), name);
    }
  });
});

/** What a stand-in says. The packets of each user answer its login and what it says then, one after the other. */
interface Plan {
  readonly version: string;
  readonly comment?: string;
  /** Offers TLS, and hangs up when it is to begin. */
  readonly brokenTls?: true;
  readonly users: Readonly<Record<string, readonly Uint8Array[]>>;
  readonly grants?: readonly string[];
  /** Default: `shop` and two of the system's. */
  readonly databases?: readonly string[];
  readonly answer?: (sql: string) => readonly Uint8Array[];
}

const OK = Uint8Array.of(0, 0, 0, 2, 0, 0, 0);
const EOF = Uint8Array.of(0xfe, 0, 0, 2, 0);

function serve(socket: Socket, plan: Plan, logins: string[]): void {
  let replies: Uint8Array[] | undefined;
  let session = false;
  socket.write(packet(0, greetingOf(plan.version, plan.brokenTls === true)));
  socket.on('data', (bytes: Buffer) => {
    const body = bytes.subarray(4);
    // An SSLRequest is the start of a login.
    if (!replies && bytes[0] === 32) return socket.destroy();
    if (session) {
      if (body[0] === 0x01) return socket.end();
      const answer = plan.answer ?? ((sql: string) => answerOf(sql, plan));
      return socket.write(Buffer.concat(answer(body.subarray(1).toString()).map((one, i) => packet(i + 1, one))));
    }
    if (replies) logins.push(`answer ${body.toString('hex')}`);
    else {
      const user = body.subarray(32, body.indexOf(0, 32)).toString();
      logins.push(user);
      assert.equal(body[32 + user.length + 1], 0, 'a password of no length');
      replies = [...(plan.users[user] ?? [])];
    }
    const reply = replies.shift() ?? denied('');
    session = reply === OK;
    return socket.write(packet((bytes[3] ?? 0) + 1, reply));
  });
}

/** Protocol::HandshakeV10 of a server that prefers caching_sha2_password. */
function greetingOf(version: string, tls: boolean): Uint8Array {
  return Buffer.concat([
    Buffer.from(`\x0a${version}\0`),
    Buffer.from([7, 0, 0, 0]),
    Buffer.from('saltsalt\0'),
    Buffer.from([0xff, tls ? 0xff : 0xf7, 0xff, 2, 0, 0xff, 0xdf, 21]),
    Buffer.alloc(10),
    Buffer.from('saltsaltsalt\0caching_sha2_password\0'),
  ]);
}

function answerOf(sql: string, plan: Plan): readonly Uint8Array[] {
  if (sql.startsWith('SET ')) return [OK];
  if (sql === 'SHOW GRANTS') return resultOf((plan.grants ?? []).map((grant) => [grant]));
  const databases = plan.databases ?? ['information_schema', 'mysql', 'shop'];
  if (sql === 'SHOW DATABASES') return resultOf(databases.map((name) => [name]));
  if (sql.includes('version_comment')) return resultOf([[plan.comment ?? 'MySQL Community Server - GPL']]);
  if (!databases.includes('shop')) return resultOf([]);
  if (sql.includes('information_schema.TABLES')) {
    return resultOf([
      ['shop', 'customers', 'InnoDB', '3', '16384'],
      ['shop', 'totals', undefined, undefined, undefined],
    ]);
  }
  return resultOf([['shop', 'customers', 'email', 'varchar(80)']]);
}

function resultOf(rows: readonly (readonly (string | undefined)[])[]): Uint8Array[] {
  const columns = rows[0]?.length ?? 1;
  const definition = Buffer.concat(['def', '', '', '', 'c', 'c'].map(cell));
  const definitions = Array.from({ length: columns }, () => Buffer.concat([definition, Buffer.alloc(13)]));
  return [Uint8Array.of(columns), ...definitions, EOF, ...rows.map((row) => Buffer.concat(row.map(cell))), EOF];
}

function cell(text: string | undefined): Buffer {
  return text === undefined ? Buffer.of(0xfb) : Buffer.concat([Buffer.of(Buffer.byteLength(text)), Buffer.from(text)]);
}

function authSwitch(plugin: string): Uint8Array {
  return Buffer.concat([Buffer.of(0xfe), Buffer.from(`${plugin}\0saltsaltsaltsaltsalt\0`)]);
}

function denied(user: string): Uint8Array {
  return errorOf(1045, `#28000Access denied for user '${user}'@'192.0.2.1' (using password: NO)`);
}

function errorOf(code: number, text: string): Uint8Array {
  return Buffer.concat([Buffer.of(0xff, code & 0xff, code >> 8), Buffer.from(text)]);
}

function packet(sequence: number, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(payload.length & 0xff, payload.length >> 8, 0, sequence), payload]);
}
