// MySQL, MariaDB and Percona Server. One login as root without a password, one without a name; never a password.
// https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html
import type { Rule } from '../finding.ts';
import { type Basis, type Collection, type Column, type Container, column, type Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type MysqlError, type MysqlGreeting, mysqlPacket, readGreeting, readMysqlError } from '../wire/mysql.ts';
import {
  isMysqlError,
  isMysqlRows,
  type MysqlAsked,
  type MysqlRefusal,
  type MysqlRows,
  type MysqlSession,
  mysqlAsk,
  mysqlEnter,
  mysqlLeave,
} from '../wire/mysql-session.ts';
import { startsLike } from '../wire/text.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'mysql/no-authentication',
  severity: 'critical',
  title: 'MySQL lets anyone in without a password',
  why:
    'MySQL and MariaDB hold the records that applications live on: customers, orders, accounts. This server lets a stranger ' +
    'in without a password and grants him rights on the data: whoever reaches the port can copy what he may read, and where ' +
    'the grants say so change or delete it. Automatic attackers look for such servers all the time, copy what they find, ' +
    'delete it and leave a ransom note.',
  remedy: ({ version }) => accountRemedy(version, 'Give every account a password, and drop those that nobody needs.'),
};

const LOGIN_WITHOUT_PASSWORD: Rule = {
  id: 'mysql/login-without-password',
  severity: 'high',
  title: 'MySQL lets strangers in with limited rights',
  why:
    'A stranger gets a session at this server without a password. No right to read a table was seen among its grants, but ' +
    'each query costs the server memory and time, and one GRANT too many, or one flaw that any login can use, opens the data.',
  remedy: ({ version }) => accountRemedy(version, 'Drop the account without a password, or give it one.'),
};

const GRANTS_SKIPPED: Rule = {
  id: 'mysql/grant-tables-skipped',
  severity: 'critical',
  title: 'MySQL runs with skip-grant-tables: any name and any password is the administrator',
  why:
    'The server was started without its grant tables, usually to reset a lost password, and left like that. It checks no ' +
    'password and no right: whoever reaches the port may read, change and delete everything.',
  remedy: ({ version }) => ({
    summary: 'Take skip-grant-tables out of the configuration and restart.',
    steps: [
      'Close the port to everybody but the application hosts (firewall or security group) before anything else.',
      'Remove skip-grant-tables from all option files and from the command line of the service, and restart the server.',
      'Give every account a password, and look for accounts and events that strangers may have left.',
      'Treat what was stored, and every secret in it, as known to strangers.',
    ],
    configuration: { file: optionFile(version), text: '[mysqld]\n# skip-grant-tables must not stand here' },
    verify: "mysql -h HOST -P PORT -u root --skip-password -e 'SHOW GRANTS' has to answer ERROR 1045.",
    reference: 'https://dev.mysql.com/doc/refman/8.4/en/server-options.html#option_mysqld_skip-grant-tables',
  }),
};

export default defineStore({
  products: [
    { id: 'mysql', title: 'MySQL' },
    { id: 'mariadb', title: 'MariaDB' },
    { id: 'percona', title: 'Percona Server for MySQL' },
  ],
  ports: [
    { port: 3306, transport: 'mysql' },
    { port: 33060, transport: 'mysqlx' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html',
  testedAgainst: 'real server',
  recognise: { banner: recogniseGreeting },
  rules: [NO_AUTHENTICATION, LOGIN_WITHOUT_PASSWORD, GRANTS_SKIPPED],
  examine: (visit, sighting) => (sighting.transport === 'mysqlx' ? Promise.resolve(X_PROTOCOL) : examine(visit)),
});

// ---- recognition

/** The notice that a server of the X protocol greets with: Mysqlx.Notice.Frame of type SERVER_HELLO. */
const X_HELLO = '\x05\x00\x00\x00\x0b\x08\x05\x1a\x00';

/** No greeting and no error in its place is longer. */
const MAX_GREETING = 1023;

function recogniseGreeting(bytes: Uint8Array): Recognition {
  const x = startsLike(bytes, X_HELLO);
  if (x === 'yes') return { transport: 'mysqlx' };
  if (x === 'so far') return 'more';
  const [low = 0, high = 0, top = 0, sequence = 0, type = 0x0a] = bytes;
  if (low + high * 256 > MAX_GREETING || top !== 0 || sequence !== 0 || (type !== 0x0a && type !== 0xff))
    return undefined;
  const framed = mysqlPacket(bytes, false);
  if (framed === 'more') return 'more';
  if (framed === 'foreign') return undefined;
  const { payload } = framed.reply;
  return readGreeting(payload) || isErrorInPlaceOfGreeting(payload) ? { transport: 'mysql' } : undefined;
}

/** A sentence after a number from the server's range (https://dev.mysql.com/doc/mysql-errors/8.4/en/error-reference-introduction.html). */
function isErrorInPlaceOfGreeting(payload: Uint8Array): boolean {
  const error = readMysqlError(payload);
  if (!error || error.code < 1000 || error.code >= 5000) return false;
  return error.text.length >= 8 && [...error.text].every((character) => character >= ' ' && character !== '\x7f');
}

const X_PROTOCOL: Examination = {
  product: 'mysql',
  posture: posture({}),
  signs: [],
  caveats: ['The X protocol has the same accounts as the classic one (port 3306), which tells what strangers may do.'],
};

// ---- getting in

/** The server that answers, by what it said first. */
type Identity = Pick<Examination, 'product' | 'version' | 'software'>;

/** As root, and where that is refused without a name: the account that old installations made for everybody. */
async function examine(visit: Visit): Promise<Examination> {
  const root = await login(visit, 'root');
  if (root.type === 'session') return examineInside(root, 'root');
  // An error in place of a greeting is meant for this host, whoever asks.
  if (!isRefused(root) || !root.greeting) return examineOutside([root]);
  const nobody = await login(visit, '');
  return nobody.type === 'session' ? examineInside(nobody, '') : examineOutside([root, nobody]);
}

/** Under TLS where the server offers it; without, where that fails: old servers speak versions that nobody speaks now. */
async function login(visit: Visit, user: string): Promise<MysqlSession | MysqlRefusal> {
  const secured = await enter(visit, user, true);
  return secured.type === 'ended' && secured.during === 'tls' ? enter(visit, user, false) : secured;
}

async function enter(visit: Visit, user: string, secure: boolean): Promise<MysqlSession | MysqlRefusal> {
  const line = await visit.connect();
  if (line instanceof Ended) return { type: 'ended', during: 'greeting', greeting: undefined };
  const outcome = await mysqlEnter(line, user, secure);
  if (outcome.type !== 'session') line.close();
  return outcome;
}

/** Errors that say no to a client without a password. https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
const REFUSALS = new Set([
  1044, // access denied to the database
  1045, // access denied
  1130, // this host may not connect
  1251, // the account wants a plugin that the client lacks
  1275, // secure_auth, and an old password
  1524, // the account's plugin is not loaded
  1698, // access denied; only another way of proof would do
  1862, // the password has expired
  3118, // the account is locked
  3159, // a secure transport is wanted, and none is offered
  3955, // the account is blocked after wrong passwords
  4151, // the account is locked, as MariaDB says it
]);

function isRefused(refusal: MysqlRefusal): boolean {
  return refusal.type === 'error' && REFUSALS.has(refusal.error.code);
}

const CAVEATS: Readonly<Record<number, string>> = {
  1040: 'All connections of the server are taken; it could not be asked.',
  1129: 'The server has blocked this host after many interrupted connections (mysqladmin flush-hosts lifts that).',
  1130: 'The server refuses the address that this scan came from; from others it was not tried.',
};

function examineOutside(refusals: readonly MysqlRefusal[]): Examination {
  const greeting = refusals.find((refusal) => refusal.greeting)?.greeting;
  const error = refusals.flatMap((refusal) => (refusal.type === 'error' ? [refusal.error] : [])).at(-1);
  const isClosed = refusals.every(isRefused);
  const known = greeting ? posture({ identify: 'yes' }) : posture({});
  const caveat =
    error && (CAVEATS[error.code] ?? (isClosed ? undefined : `The login ended with the error ${error.code}.`));
  return {
    ...(greeting ? identityOf(greeting) : { product: /MariaDB/.test(error?.text ?? '') ? 'mariadb' : 'mysql' }),
    posture: isClosed ? refused(greeting ? 'yes' : 'no') : known,
    signs: [],
    ...(caveat && { caveats: [caveat] }),
  };
}

// ---- the questions: information_schema only

const MAX_TABLES = 5000;
const MAX_COLUMNS = 50_000;

const SYSTEM_SCHEMAS = ['information_schema', 'performance_schema', 'mysql', 'sys'];
const OWN = `TABLE_SCHEMA NOT IN (${SYSTEM_SCHEMAS.map((name) => `'${name}'`).join(', ')})`;
// MySQL from 5.7.8 ends a query of this kind by itself; to others the hint is a comment.
const SELECT = 'SELECT /*+ MAX_EXECUTION_TIME(4000) */';

const READ_ONLY = 'SET SESSION TRANSACTION READ ONLY';
const ABOUT = 'SELECT @@version_comment';
const GRANTS = 'SHOW GRANTS';
const DATABASES = 'SHOW DATABASES';
const TABLES =
  `${SELECT} TABLE_SCHEMA, TABLE_NAME, ENGINE, TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH` +
  ` FROM information_schema.TABLES WHERE ${OWN} ORDER BY TABLE_SCHEMA, TABLE_NAME LIMIT ${MAX_TABLES + 1}`;
const COLUMNS =
  `${SELECT} TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS WHERE ${OWN}` +
  ` ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION LIMIT ${MAX_COLUMNS + 1}`;

async function examineInside(session: MysqlSession, user: string): Promise<Examination> {
  // Servers before 5.6.5 do not know it; what follows writes nothing anyhow.
  await mysqlAsk(session, READ_ONLY);
  const about = await mysqlAsk(session, ABOUT);
  const grants = await mysqlAsk(session, GRANTS);
  const databases = await mysqlAsk(session, DATABASES);
  const tables = await mysqlAsk(session, TABLES);
  const columns = isMysqlRows(tables) && tables.length > 0 ? await mysqlAsk(session, COLUMNS) : [];
  mysqlLeave(session);

  const skipped = isMysqlError(grants) && isGrantsSkipped(grants);
  const known: Posture = posture({
    identify: 'yes',
    list: answerTo(databases),
    count: answerTo(tables),
    ...(skipped ? { read: 'yes', write: 'yes', administer: 'yes' } : rightsOf(grants)),
  });
  const isOpen = [known.read, known.write, known.administer].includes('yes');
  const rule = skipped ? GRANTS_SKIPPED : isOpen ? NO_AUTHENTICATION : LOGIN_WITHOUT_PASSWORD;
  const proof = evidence(
    session.entry,
    `login ${user === '' ? 'without a name' : `as ${user}`}, no password`,
    'OK: a session',
  );
  return {
    ...identityOf(session.greeting, isMysqlRows(about) ? about[0]?.[0] : undefined),
    posture: known,
    inventory: inventoryOf(databases, tables, columns),
    signs: [{ rule, evidence: [proof] }],
  };
}

/** ER_OPTION_PREVENTS_STATEMENT, for this option: no account has grants to show. */
function isGrantsSkipped({ code, text }: MysqlError): boolean {
  return code === 1290 && text.includes('--skip-grant-tables');
}

function answerTo(asked: MysqlAsked): Answer {
  if (isMysqlRows(asked)) return 'yes';
  return isMysqlError(asked) && [1044, 1142, 1227].includes(asked.code) ? 'no' : 'unknown';
}

// ---- grants

const READS = /^(?:ALL PRIVILEGES|SELECT)$/;
const WRITES = /^(?:ALL PRIVILEGES|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)$/;
const ADMINISTERS =
  /^(?:ALL PRIVILEGES|SUPER|CREATE USER|FILE|RELOAD|SHUTDOWN|SYSTEM_USER|SET USER|[A-Z_]+_ADMIN|[A-Z ]+ ADMIN)$/;

/** `GRANT SELECT, INSERT (…) ON db.table TO …`; the names are quoted, and a quote in them is doubled. */
const GRANT = /^GRANT (.+?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`|"(?:[^"]|"")*")\.(?:\*|`(?:[^`]|``)*`|"(?:[^"]|"")*") TO /;

/** What the grants of the session's account allow. Rights that come by a role are not in them: then a no is not sure. */
function rightsOf(grants: MysqlAsked): Pick<Posture, 'read' | 'write' | 'administer'> {
  const lines = isMysqlRows(grants) ? grants.map((row) => row[0] ?? '') : [];
  const parsed = lines.flatMap((line) => {
    const [, privileges, schema = ''] = line.match(GRANT) ?? [];
    const list = privileges?.replaceAll(/ ?\([^)]*\)/g, '').split(', ');
    return list ? [{ list, schema: schema.replaceAll(/["`]/g, ''), mayGrant: / WITH GRANT OPTION/.test(line) }] : [];
  });
  const roles = lines.some((line) => /^GRANT /.test(line) && !/ ON /.test(line));
  const otherwise = parsed.length === 0 || roles ? 'unknown' : 'no';
  const any = (pattern: RegExp, within: (grant: { schema: string }) => boolean): Answer =>
    parsed.some((grant) => within(grant) && grant.list.some((right) => pattern.test(right))) ? 'yes' : otherwise;
  const isData = ({ schema }: { schema: string }) =>
    !['information_schema', 'performance_schema', 'sys'].includes(schema);
  const isEverything = ({ schema }: { schema: string }) => schema === '*';
  const delegates = parsed.some((grant) => grant.schema === '*' && grant.mayGrant);
  return {
    read: any(READS, isData),
    write: any(WRITES, isData),
    administer: delegates ? 'yes' : any(ADMINISTERS, isEverything),
  };
}

// ---- inventory

/** Engines that keep their counts; of InnoDB and others they are guesses from samples. */
const COUNTING_ENGINES = new Set(['MyISAM', 'Aria', 'MEMORY', 'ARCHIVE']);

function inventoryOf(databases: MysqlAsked, tables: MysqlAsked, columns: MysqlAsked): Inventory {
  const keyOf = (row: MysqlRows[number]) => JSON.stringify([row[0], row[1]]);
  const columnsOf = new Map<string, Column[]>();
  for (const row of isMysqlRows(columns) ? columns : []) {
    const list = columnsOf.get(keyOf(row)) ?? [];
    list.push(column(row[2] ?? '', row[3] ?? ''));
    columnsOf.set(keyOf(row), list);
  }
  const names = isMysqlRows(databases) ? databases.map((row) => row[0] ?? '') : [];
  const own = names.filter((name) => !SYSTEM_SCHEMAS.includes(name.toLowerCase()));
  const schemas = new Map<string, Collection[]>(own.map((name) => [name, []]));
  const rows = isMysqlRows(tables) ? tables : [];
  for (const row of rows.slice(0, MAX_TABLES)) {
    const list = schemas.get(row[0] ?? '') ?? [];
    list.push({ name: row[1] ?? '', ...sizeOf(row), columns: columnsOf.get(keyOf(row)) ?? [] });
    schemas.set(row[0] ?? '', list);
  }
  const truncated = rows.length > MAX_TABLES || (isMysqlRows(columns) && columns.length > MAX_COLUMNS);
  const containers = [...schemas].map(([name, collections]): Container => ({ name, collections }));
  return { containers, ...(truncated && { truncated }) };
}

/** A view has no engine, and no counts. */
function sizeOf([, , engine, rows, bytes]: MysqlRows[number]): Partial<Collection> {
  const basis: Basis = COUNTING_ENGINES.has(engine ?? '') ? 'exact' : 'estimate';
  const isNumber = (text: string | undefined) => text !== undefined && /^\d{1,20}$/.test(text);
  return {
    ...(isNumber(rows) && { rows: Number(rows), rowsBasis: basis }),
    ...(isNumber(bytes) && { bytes: Number(bytes), bytesBasis: basis }),
  };
}

// ---- product and version

/** Others that speak this protocol and say so in their version. */
const OTHERS = /tidb|vitess|manticore|starrocks|doris|dolt|singlestore|clickhouse|oceanbase|proxysql/i;

/** @param comment - `version_comment`, which only a session is told */
function identityOf({ version: told }: MysqlGreeting, comment = ''): Identity {
  // Before version 11 MariaDB put 5.5.5- in front, for replicas that knew no major version of two digits.
  const isMariadb = /mariadb/i.test(told) || /mariadb/i.test(comment);
  const whole = isMariadb ? told.replace(/^5\.5\.5-(?=\d)/, '') : told;
  const isPercona = !isMariadb && /percona/i.test(`${told} ${comment}`);
  const version = whole.match(isPercona ? /^\d+(?:\.\d+)+(?:-\d+(?:\.\d+)?)?/ : /^\d+(?:\.\d+)+/)?.[0] ?? whole;
  const software = `${told} ${comment}`.match(OTHERS)?.[0].toLowerCase();
  const product = isMariadb ? 'mariadb' : isPercona ? 'percona' : 'mysql';
  return { product, version, ...(software !== undefined && { software }) };
}

// ---- remedy

/** MariaDB counts from 10 on since 2012; MySQL is at 9. */
function isMariadbVersion(version: string | undefined): boolean {
  return Number.parseInt(version ?? '', 10) >= 10;
}

function optionFile(version: string | undefined): string {
  return isMariadbVersion(version)
    ? '/etc/mysql/mariadb.conf.d/50-server.cnf'
    : '/etc/my.cnf or /etc/mysql/mysql.conf.d/mysqld.cnf';
}

function accountRemedy(version: string | undefined, summary: string) {
  const [major = Number.NaN, minor = 0, patch = 0] = (version ?? '')
    .split('.')
    .map((part) => Number.parseInt(part, 10));
  const isMariadb = isMariadbVersion(version);
  // ALTER USER sets passwords since MySQL 5.7.6 and MariaDB 10.2.
  const isOld = isMariadb
    ? major === 10 && minor < 2
    : major < 5 || (major === 5 && (minor < 7 || (minor === 7 && patch < 6)));
  const setPassword = isOld
    ? "SET PASSWORD FOR 'root'@'HOST' = PASSWORD('A-LONG-RANDOM-PASSWORD')"
    : "ALTER USER 'root'@'HOST' IDENTIFIED BY 'A-LONG-RANDOM-PASSWORD'";
  return {
    summary,
    steps: [
      'Close the port to everybody but the application hosts (firewall or security group) before anything else.',
      "List the accounts: SELECT User, Host FROM mysql.user. Drop those without a name (DROP USER ''@'HOST') and those of root for other hosts than localhost.",
      `Give every account that stays a password: ${setPassword}. ${isMariadb ? 'mariadb-secure-installation' : 'mysql_secure_installation'} asks for most of this.`,
      `In a container, remove ${isMariadb ? 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD' : 'MYSQL_ALLOW_EMPTY_PASSWORD'}; it acts on a new data folder only, so set the password by hand too.`,
      'Listen on internal addresses only (bind-address), and restart.',
      'Look for accounts, events and triggers that strangers may have left, and change every secret that was stored.',
    ],
    configuration: { file: optionFile(version), text: '[mysqld]\nbind-address = 127.0.0.1' },
    verify: "mysql -h HOST -P PORT -u root --skip-password -e 'SELECT 1' has to answer ERROR 1045 or 1698.",
    reference: isMariadb
      ? 'https://mariadb.com/kb/en/mysql_secure_installation/'
      : 'https://dev.mysql.com/doc/refman/8.4/en/default-privileges.html',
  };
}
