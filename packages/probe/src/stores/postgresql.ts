// PostgreSQL, and what speaks its protocol: CockroachDB, YugabyteDB, poolers. One session as `postgres`, never a password.
// https://www.postgresql.org/docs/current/protocol-flow.html
import type { Rule, Sign } from '../finding.ts';
import { type Collection, type Column, type Container, column } from '../inventory.ts';
import { Ended, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type PgError, pgMessage, pgSslReply, pgSslRequest, pgStartup } from '../wire/postgresql.ts';
import {
  isPgError,
  isPgRows,
  type PgAsked,
  type PgRefusal,
  type PgRows,
  type PgSession,
  pgAsk,
  pgLeave,
  pgStart,
  STATEMENT_MS,
} from '../wire/postgresql-session.ts';

const HBA_PAGE = 'https://www.postgresql.org/docs/current/auth-pg-hba-conf.html';

const NO_AUTHENTICATION: Rule = {
  id: 'postgresql/no-authentication',
  severity: 'critical',
  title: 'PostgreSQL lets anyone in as postgres, without a password',
  why:
    'PostgreSQL holds the records that applications live on: customers, orders, accounts. This one asks nobody for a ' +
    'password: whoever reaches the port is let in under the name that he gives, reads what that name may read, and as a ' +
    'superuser also changes or deletes it, reads files of the host and runs programs on it. Open PostgreSQL servers are ' +
    'found by automatic attackers within minutes, who copy, delete and leave a ransom note.',
  remedy: ({ version }) =>
    hbaRemedy(version, 'Ask every client for a password (pg_hba.conf), and set passwords first.'),
};

const LIMITED_LOGIN: Rule = {
  id: 'postgresql/login-without-password',
  severity: 'high',
  title: 'PostgreSQL lets strangers in with limited rights',
  why:
    'A stranger gets a session at this PostgreSQL without a password. What that login may do is limited: no table was seen ' +
    'that it may read. But the names of databases and tables are told, every query costs the server memory and time, and ' +
    'one GRANT too many, or one flaw that any login can use, opens the data.',
  remedy: ({ version }) =>
    hbaRemedy(version, 'Ask this login for a password too, or take its line out of pg_hba.conf.'),
};

const TRUSTED_NAME: Rule = {
  id: 'postgresql/trust',
  severity: 'high',
  title: 'PostgreSQL trusts any name that it knows',
  why:
    'The server declared the login of a stranger authenticated without asking for a password, and then found that there is ' +
    'no such role or database. So whoever knows or guesses the name of one is let in. What can be read then was not tried, ' +
    'since Vigie does not guess names.',
  remedy: ({ version }) => hbaRemedy(version, 'Replace `trust` in pg_hba.conf by a method that asks for a password.'),
};

const CLEAR_TEXT_PASSWORDS: Rule = {
  id: 'postgresql/clear-text-passwords',
  severity: 'medium',
  title: 'PostgreSQL asks for passwords in clear text, without encryption',
  why:
    'On a connection without TLS this server asks its users to send their passwords as they are. Whoever can listen ' +
    'anywhere on the way learns them, and with them everything that these users may read.',
  remedy: ({ version }) => hbaRemedy(version, 'Let passwords be proven instead of sent, and only within TLS.'),
};

const COCKROACH_INSECURE: Rule = {
  id: 'postgresql/cockroachdb-insecure',
  severity: 'critical',
  title: 'CockroachDB runs with --insecure and lets anyone in as root',
  why:
    'In insecure mode CockroachDB neither authenticates its clients nor encrypts anything. Whoever reaches the port is its ' +
    'administrator and may read, change and delete every table of the cluster.',
  remedy: () => ({
    summary: 'Restart the cluster in secure mode, with certificates.',
    steps: [
      'Close port 26257 and the port of the DB Console to everybody but the nodes and the applications, before anything else.',
      'Make a certificate authority, a certificate for each node and one for root: cockroach cert create-ca, create-node, create-client.',
      'Stop the nodes, and start each with --certs-dir in place of --insecure.',
      'Create a user with a password or a certificate for each application, and treat what was stored as known to strangers.',
    ],
    verify: 'cockroach sql --insecure --host=HOST:PORT has to fail.',
    reference: 'https://www.cockroachlabs.com/docs/stable/cockroach-cert',
  }),
};

const YUGABYTE_TRUST: Rule = {
  id: 'postgresql/yugabytedb-no-authentication',
  severity: 'critical',
  title: 'YugabyteDB lets anyone in without a password',
  why:
    'YugabyteDB trusts every client unless authentication is turned on. Whoever reaches the YSQL port of this one is let in ' +
    'as an administrator and may read, change and delete every table of the cluster.',
  remedy: () => ({
    summary: 'Turn authentication on at every YB-TServer.',
    steps: [
      'Close port 5433 to everybody but the applications, before anything else.',
      'Restart each YB-TServer with ysql_enable_auth=true.',
      'Log in as yugabyte with its default password and change it at once; give postgres and each application one of its own.',
    ],
    configuration: { file: 'flags of yb-tserver', text: '--ysql_enable_auth=true' },
    verify: "ysqlsh -h HOST -p PORT -U yugabyte -w -c 'SELECT 1' has to fail for want of a password.",
    reference: 'https://docs.yugabyte.com/stable/secure/enable-authentication/authentication-ysql/',
  }),
};

export default defineStore({
  products: [
    { id: 'postgresql', title: 'PostgreSQL' },
    { id: 'cockroachdb', title: 'CockroachDB' },
    { id: 'yugabytedb', title: 'YugabyteDB' },
  ],
  ports: [5432, 5433, 6432, 26257].map((port) => ({ port, transport: 'postgresql' })),
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://www.postgresql.org/docs/current/protocol.html',
  testedAgainst: 'real server',
  recognise: {
    // The byte that answers an SSLRequest is too short to tell PostgreSQL from others; the answer to a startup is not.
    hello: {
      bytes: () => pgStartup(startupOf({ role: 'postgres', plainly: true })),
      frame: (bytes, final) => {
        const framed = pgMessage(bytes, final);
        if (typeof framed === 'string') return framed;
        const { type } = framed.reply;
        const isAnswer = type === 'authentication' || type === 'error';
        return { reply: isAnswer ? { transport: 'postgresql' } : undefined, used: framed.used };
      },
    },
  },
  rules: [NO_AUTHENTICATION, LIMITED_LOGIN, TRUSTED_NAME, CLEAR_TEXT_PASSWORDS, COCKROACH_INSECURE, YUGABYTE_TRUST],
  examine,
});

/** Within TLS where the server offers it, then without where that was refused: pg_hba.conf can open only one of the two. */
async function examine(visit: Visit): Promise<Examination> {
  const within = await knock(visit, visit.tls ? 'as it is' : 'tls');
  if (within.type === 'session') return examineInside(visit, within);
  if (visit.tls || within.door === 'plain') return examineOutside([within]);
  const without = await knock(visit, 'plain');
  return without.type === 'session' ? examineInside(visit, without) : examineOutside([within, without]);
}

// ---- getting in

/** How a connection is secured: by asking for TLS in its course, not at all, or by what carries it. */
type Door = 'tls' | 'plain' | 'as it is';

/** What a session is asked for with. */
interface Key {
  readonly role: string;
  /** Absent: the one that is called as the role. */
  readonly database?: string;
  /** Without the options that make a session read-only: poolers know no options. Each query then sees to it itself. */
  readonly plainly?: true;
}

type Session = PgSession & { readonly door: Door; readonly key: Key };
type Refusal = PgRefusal & { readonly door: Door };

const READ_ONLY = `-c default_transaction_read_only=on -c statement_timeout=${STATEMENT_MS} -c search_path=pg_catalog`;

function startupOf({ role, database, plainly }: Key): Record<string, string> {
  return {
    user: role,
    ...(database !== undefined && { database }),
    client_encoding: 'UTF8',
    application_name: 'vigie',
    ...(plainly !== true && { options: READ_ONLY }),
  };
}

/** Asks for a session as `postgres`; each further try answers what the one before was refused for. */
async function knock(visit: Visit, door: Door): Promise<Session | Refusal> {
  let key: Key = { role: 'postgres' };
  for (;;) {
    const outcome = await login(visit, door, key);
    const next = outcome.type === 'error' ? otherKey(key, outcome.error, outcome.admitted) : undefined;
    if (!next) return outcome;
    key = next;
  }
}

/** Another way to ask, where the error says that something else than the client was wrong. Each is taken once. */
function otherKey(key: Key, error: PgError, admitted: boolean): Key | undefined {
  // protocol_violation, undefined_object, feature_not_supported: what poolers and imitations say to options.
  if (!key.plainly && /^(?:08P01|42704|0A000)$/.test(error.sqlstate)) return { ...key, plainly: true };
  // No such database, no right to connect to it, or it takes no connections.
  const wrongDatabase = admitted && /^(?:3D000|42501|55000)$/.test(error.sqlstate);
  if (wrongDatabase && key.database === undefined) return { ...key, database: 'template1' };
  // CockroachDB says so of a role that does not exist, before it has asked for anything. In insecure mode it knows `root`.
  const noSuchUser =
    !admitted && /^(?:password authentication failed for user|user \S+ does not exist)/.test(error.text);
  if (noSuchUser && key.role === 'postgres') return { ...key, role: 'root' };
  return undefined;
}

async function login(visit: Visit, door: Door, key: Key): Promise<Session | Refusal> {
  const opened = await open(visit, door);
  if (opened instanceof Ended) return { type: 'ended', door };
  const outcome = await pgStart(opened.line, startupOf(key));
  if (outcome.type === 'session') return { ...outcome, door: opened.door, key };
  opened.line.close();
  return { ...outcome, door: opened.door };
}

async function open(visit: Visit, door: Door): Promise<{ line: Line; door: Door } | Ended> {
  const line = await visit.connect();
  if (line instanceof Ended || door !== 'tls') return line instanceof Ended ? line : { line, door };
  const offer = await line.ask(pgSslRequest(), pgSslReply);
  if (offer === 'N') return { line, door: 'plain' };
  const ended = offer === 'S' ? await line.startTls() : offer;
  if (ended) line.close();
  return ended ?? { line, door };
}

/** AuthenticationCleartextPassword. */
const CLEAR_TEXT = 3;

function examineOutside(refusals: readonly Refusal[]): Examination {
  const signs: Sign[] = [];
  for (const refusal of refusals) {
    if (refusal.type === 'password' && refusal.method === CLEAR_TEXT && refusal.door === 'plain') {
      const proof = evidence(refusal.entry, 'a session as postgres', 'AuthenticationCleartextPassword, without TLS');
      signs.push({ rule: CLEAR_TEXT_PASSWORDS, evidence: [proof] });
    }
  }
  const trusting = refusals.find(
    (refusal) => refusal.type === 'error' && refusal.admitted && isWrongName(refusal.error),
  );
  if (trusting?.type === 'error') {
    const proof = evidence(trusting.entry, 'a session as postgres', 'AuthenticationOk, then no such role or database');
    signs.push({ rule: TRUSTED_NAME, evidence: [proof] });
  }
  const isClosed = !trusting && refusals.every(isRefused);
  const caveat = trusting ? NO_SUCH_NAME : isClosed ? undefined : unclear(refusals);
  return {
    product: 'postgresql',
    posture: isClosed ? refused('no') : posture({}),
    signs,
    ...(caveat !== undefined && { caveats: [caveat] }),
  };
}

const NO_SUCH_NAME =
  'The role and the databases that Vigie asks for do not exist here; what others may do was not seen.';

function unclear(refusals: readonly Refusal[]): string | undefined {
  const error = refusals.find((refusal) => refusal.type === 'error' && !isRefused(refusal));
  if (error?.type !== 'error') return undefined;
  return `The login ended with the error ${error.error.sqlstate}, which does not tell what strangers may do here.`;
}

/** A password, a ticket or a certificate is wanted, or no line of pg_hba.conf fits (class 28; PgBouncer says it in words). */
function isRefused(refusal: Refusal): boolean {
  if (refusal.type === 'password') return true;
  if (refusal.type !== 'error') return false;
  const { sqlstate, text } = refusal.error;
  return sqlstate.startsWith('28') || (sqlstate === '08P01' && /authentication failed$/.test(text));
}

/** invalid_authorization_specification, invalid_catalog_name, insufficient_privilege, object_not_in_prerequisite_state. */
function isWrongName(error: PgError): boolean {
  return /^(?:28000|3D000|42501|55000)$/.test(error.sqlstate);
}

// ---- the questions: catalogues only, with nothing in them that a server or a user chose

/** Databases that are connected to; a server of a thousand must not take the connections of all others. */
const MAX_DATABASES = 20;
const MAX_TABLES = 5000;
const MAX_COLUMNS = 50_000;

const ABOUT = 'SELECT version(), current_database()';
const DATABASES = 'SELECT datname FROM pg_catalog.pg_database WHERE NOT datistemplate ORDER BY datname LIMIT 1000';
/** The role itself, and the predefined roles whose rights it has. https://www.postgresql.org/docs/current/predefined-roles.html */
const ROLES =
  'SELECT rolname, rolcreaterole OR rolcreatedb FROM pg_catalog.pg_roles' +
  " WHERE rolname = current_user OR (rolname LIKE 'pg\\_%' AND pg_has_role(rolname, 'USAGE'))";

const USER_RELATIONS =
  'FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace' +
  " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_'" +
  " AND n.nspname NOT IN ('information_schema', 'crdb_internal')";
const MAY = (right: string) => `has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, '${right}')`;
// The parent of partitions, a view and a foreign table store nothing themselves. A table that was never counted has
// reltuples -1, before version 14 a 0 that is told from a counted one by relpages.
const TABLES =
  `SELECT n.nspname, c.relname, CASE WHEN c.relkind NOT IN ('r', 'm') THEN NULL WHEN pg_relation_size(c.oid) = 0 THEN 0` +
  ' WHEN c.reltuples > 0 OR c.relpages > 0 THEN c.reltuples::bigint END,' +
  " CASE WHEN c.relkind IN ('r', 'm') THEN pg_total_relation_size(c.oid) END," +
  ` ${MAY('SELECT')} OR has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT'),` +
  ` ${MAY('INSERT, UPDATE, DELETE, TRUNCATE')} ${USER_RELATIONS} ORDER BY 1, 2 LIMIT ${MAX_TABLES + 1}`;
const COLUMNS =
  'SELECT n.nspname, c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)' +
  ` ${USER_RELATIONS.replace(' WHERE', ' JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid WHERE')}` +
  ` AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2, a.attnum LIMIT ${MAX_COLUMNS + 1}`;

/** For servers that lack some of PostgreSQL's functions: what the SQL standard has, which is no counts. */
const OWN_SCHEMAS = "table_schema NOT IN ('pg_catalog', 'pg_extension', 'information_schema', 'crdb_internal')";
const STANDARD_TABLES =
  `SELECT table_schema, table_name FROM information_schema.tables WHERE ${OWN_SCHEMAS}` +
  ` ORDER BY 1, 2 LIMIT ${MAX_TABLES + 1}`;
const STANDARD_COLUMNS =
  `SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns WHERE ${OWN_SCHEMAS}` +
  ` ORDER BY 1, 2, ordinal_position LIMIT ${MAX_COLUMNS + 1}`;

// ---- what is seen inside

/** What was seen in one database. */
interface Look {
  readonly collections: readonly Collection[];
  readonly count: Answer;
  readonly read: Answer;
  readonly write: Answer;
  readonly truncated: boolean;
}

const UNSEEN: Look = { collections: [], count: 'unknown', read: 'unknown', write: 'unknown', truncated: true };

async function examineInside(visit: Visit, session: Session): Promise<Examination> {
  const about = await pgAsk(session, ABOUT);
  const [banner, here] = isPgRows(about) ? (about[0] ?? []) : [];
  const databases = await pgAsk(session, DATABASES);
  const isSuperuser = session.parameters.get('is_superuser') === 'on';
  const roles = isSuperuser ? undefined : await pgAsk(session, ROLES);
  const first = await lookAround(session);
  pgLeave(session);
  const named = isPgRows(databases) ? databases.map((row) => row[0] ?? '') : [here ?? ''];
  const names = named.filter((name) => name !== '');
  const { containers, looks, caveats } = await lookIntoAll(visit, session, names, new Map([[here ?? '', first]]));

  const product = productOf(banner, session.parameters.get('server_version'));
  const standby = session.parameters.get('in_hot_standby') === 'on';
  const granted = rightsOf(roles);
  const known = posture({
    identify: 'yes',
    list: answerTo(databases),
    count: summed(looks.map((look) => look.count)),
    read: isSuperuser ? 'yes' : summed([granted.read, ...looks.map((look) => look.read)]),
    write: standby ? 'no' : isSuperuser ? 'yes' : summed([granted.write, ...looks.map((look) => look.write)]),
    administer: isSuperuser ? 'yes' : granted.administer,
  });
  const isOpen = [known.read, known.write, known.administer].includes('yes');
  const asked = `StartupMessage user=${session.key.role}, no password`;
  const proof = evidence(session.entry, asked, 'AuthenticationOk, ReadyForQuery: a session without a login');
  return {
    ...product,
    posture: known,
    inventory: { containers, ...(looks.some((look) => look.truncated) && { truncated: true }) },
    signs: [{ rule: isOpen ? openRule(product.product) : LIMITED_LOGIN, evidence: [proof] }],
    caveats,
  };
}

/** Each database needs a connection of its own. One that refuses is kept in the list by its name. */
async function lookIntoAll(visit: Visit, session: Session, names: readonly string[], seen: ReadonlyMap<string, Look>) {
  const containers: Container[] = [];
  const looks: Look[] = [...seen.values()];
  const missed = { refused: 0, unseen: 0 };
  for (const [position, name] of names.entries()) {
    const known = seen.get(name) ?? (position < MAX_DATABASES ? await lookInto(visit, session, name) : 'unseen');
    containers.push({ name, collections: typeof known === 'string' ? [] : known.collections });
    if (typeof known === 'string') missed[known] += 1;
    else if (!seen.has(name)) looks.push(known);
  }
  if (missed.unseen > 0) looks.push(UNSEEN);
  return { containers, looks, caveats: caveatsOf(missed) };
}

function caveatsOf(missed: { readonly refused: number; readonly unseen: number }): string[] {
  return [
    ...(missed.refused > 0
      ? [`Databases that refused this login, so that only their names are listed: ${missed.refused}.`]
      : []),
    ...(missed.unseen > 0 ? [`Databases that were not looked into, or did not answer: ${missed.unseen}.`] : []),
  ];
}

async function lookInto(visit: Visit, session: Session, database: string): Promise<Look | 'refused' | 'unseen'> {
  const entered = await login(visit, session.door, { ...session.key, database });
  if (entered.type !== 'session') return isRefused(entered) || isForbidden(entered) ? 'refused' : 'unseen';
  const look = await lookAround(entered);
  pgLeave(entered);
  return look;
}

function isForbidden(refusal: Refusal): boolean {
  return refusal.type === 'error' && /^(?:42501|55000)$/.test(refusal.error.sqlstate);
}

async function lookAround(session: Session): Promise<Look> {
  const tables = await pgAsk(session, TABLES);
  if (isPgRows(tables)) {
    const columns = await pgAsk(session, COLUMNS);
    const rest = tables.length > MAX_TABLES ? 'unknown' : 'no';
    return {
      collections: collectionsOf(tables.slice(0, MAX_TABLES), columns),
      count: 'yes',
      read: tables.some((row) => row[4] === 't') ? 'yes' : rest,
      write: tables.some((row) => row[5] === 't') ? 'yes' : rest,
      truncated: tables.length > MAX_TABLES || (isPgRows(columns) && columns.length > MAX_COLUMNS),
    };
  }
  if (tables instanceof Ended) return UNSEEN;
  const standard = await pgAsk(session, STANDARD_TABLES);
  if (!isPgRows(standard)) return { ...UNSEEN, count: answerTo(tables) };
  const collections = collectionsOf(standard.slice(0, MAX_TABLES), await pgAsk(session, STANDARD_COLUMNS));
  return { ...UNSEEN, collections, count: answerTo(tables), truncated: standard.length > MAX_TABLES };
}

function collectionsOf(tables: PgRows, columns: PgAsked): Collection[] {
  const nameOf = (row: PgRows[number]) => `${row[0]}.${row[1]}`;
  const columnsOf = new Map<string, Column[]>();
  for (const row of isPgRows(columns) ? columns : []) {
    const list = columnsOf.get(nameOf(row)) ?? [];
    list.push(column(row[2] ?? '', row[3] ?? ''));
    columnsOf.set(nameOf(row), list);
  }
  return tables.map((row) => {
    const [rows, bytes] = [numberOf(row[2]), numberOf(row[3])];
    return {
      name: nameOf(row),
      ...(rows !== undefined && { rows, rowsBasis: 'estimate' as const }),
      ...(bytes !== undefined && { bytes, bytesBasis: 'exact' as const }),
      columns: columnsOf.get(nameOf(row)) ?? [],
    };
  });
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? Number(text) : undefined;
}

/** What the attributes of a role and its memberships in the predefined roles allow, beside the tables' own grants. */
function rightsOf(roles: PgAsked | undefined): { read: Answer; write: Answer; administer: Answer } {
  if (!isPgRows(roles)) return { read: 'unknown', write: 'unknown', administer: 'unknown' };
  const has = (...names: string[]): Answer => (roles.some((row) => names.includes(row[0] ?? '')) ? 'yes' : 'no');
  const onHost = ['pg_write_server_files', 'pg_execute_server_program'];
  const creates = roles.some((row) => row[1] === 't');
  return {
    read: has('pg_read_all_data', 'pg_read_server_files', ...onHost),
    write: has('pg_write_all_data', ...onHost),
    administer: creates ? 'yes' : has(...onHost),
  };
}

/** One yes is enough for a yes; a no needs a no everywhere. */
function summed(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
}

function answerTo(asked: PgAsked): Answer {
  if (isPgRows(asked)) return 'yes';
  return isPgError(asked) && asked.sqlstate === '42501' ? 'no' : 'unknown';
}

/** Who answers, by what `version()` says; others than PostgreSQL tell a server_version that is not theirs. */
function productOf(banner = '', serverVersion?: string): Pick<Examination, 'product' | 'version' | 'software'> {
  const others = [
    ['cockroachdb', /CockroachDB\D*v(\d[\w.-]*)/],
    ['yugabytedb', /-YB-(\d[\w.-]*)/],
    ['redshift', /Redshift (\d[\w.]*)/],
    ['greenplum', /Greenplum Database (\d[\w.]*)/],
  ] as const;
  for (const [name, pattern] of others) {
    const version = banner.match(pattern)?.[1];
    if (version === undefined) continue;
    const isOwn = name === 'cockroachdb' || name === 'yugabytedb';
    return isOwn ? { product: name, version } : { product: 'postgresql', software: name, version };
  }
  const version = serverVersion ?? banner.match(/^PostgreSQL (\d[\w.]*)/)?.[1];
  return { product: 'postgresql', ...(version !== undefined && { version }) };
}

function openRule(product: string): Rule {
  if (product === 'cockroachdb') return COCKROACH_INSECURE;
  return product === 'yugabytedb' ? YUGABYTE_TRUST : NO_AUTHENTICATION;
}

// ---- remedy

function hbaRemedy(version: string | undefined, summary: string) {
  const major = Number.parseInt(version ?? '', 10);
  const method = major < 10 ? 'md5' : 'scram-sha-256';
  const setFirst =
    major >= 10 && major < 14
      ? "Set password_encryption = 'scram-sha-256' (it is md5 until version 14), reload, then set passwords with \\password."
      : 'Set a long random password for every role that logs in, with \\password in psql; postgres first.';
  return {
    summary,
    steps: [
      'Close the port to everybody but the application hosts (firewall or security group) before anything else.',
      setFirst,
      `In pg_hba.conf (SHOW hba_file tells where it is) replace trust, password and ident on host lines by ${method}, and name the databases, roles and networks that need access. The first line that fits decides.`,
      'In the official container image, a change of POSTGRES_HOST_AUTH_METHOD acts on a new data folder only: edit the pg_hba.conf that is there.',
      'Set listen_addresses to internal addresses; reload for pg_hba.conf, restart for listen_addresses.',
      'Look in the log and in pg_roles for roles, and in pg_proc for functions, that strangers may have left; then change every secret that was stored.',
    ],
    configuration: { file: 'pg_hba.conf', text: `hostssl app_database app_role 10.0.0.0/8 ${method}` },
    verify:
      "psql 'host=HOST port=PORT user=postgres dbname=postgres' -w -c 'SELECT 1' has to fail for want of a password.",
    reference: HBA_PAGE,
  };
}
