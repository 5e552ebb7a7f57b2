// Apache Cassandra and ScyllaDB, by CQL's native protocol.
// https://cassandra.apache.org/doc/latest/cassandra/reference/native-protocol.html and wire/cql.ts
import type { Rule, Sign } from '../finding.ts';
import { type Collection, type Column, column, type Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  type Cell,
  type CqlReply,
  type CqlRows,
  cqlComplaint,
  cqlOptions,
  cqlQuery,
  cqlReply,
  cqlStartup,
  type ProtocolVersion,
} from '../wire/cql.ts';
import {
  CATALOGUES,
  OWN_KEYSPACES,
  quoted,
  type SchemaRow,
  SIZES,
  type SizeRow,
  schemaRow,
  sizeRow,
  textOf,
  within,
} from '../wire/cql-schema.ts';

const SECURITY_PAGE = 'https://cassandra.apache.org/doc/latest/cassandra/managing/operating/security.html';

const NO_AUTHENTICATION: Rule = {
  id: 'cassandra/no-authentication',
  severity: 'critical',
  title: 'Cassandra opens a session for anyone who connects',
  why:
    'Cassandra holds the main records of large applications: users, messages, orders, measurements. As it is installed it ' +
    'asks nobody for a login, and without a login it has no permissions either: whoever reaches the port can read, change ' +
    'and drop every table of the cluster, from any one of its nodes.',
  remedy: ({ version }) => ({
    summary: 'Turn password authentication and permissions on, and let only the applications reach the port.',
    steps: [
      'Close the native port (9042, 9142), the port between the nodes (7000, 7001) and JMX (7199) to everybody who does not need them, before anything else.',
      'Give the applications their credentials first: a node does not ask for them until authentication is on.',
      'Raise the replication of the keyspace system_auth (ALTER KEYSPACE system_auth …), so that logins outlive the loss of a node.',
      'Set the authenticator in cassandra.yaml and restart one node; log in as the default superuser, create a superuser of your own, and take login and superuser from the role cassandra.',
      'Create a role for each application, set the authorizer, grant what each needs, and go on node by node.',
      'Treat all data as known to strangers until logs say otherwise.',
    ],
    configuration: { file: '/etc/cassandra/cassandra.yaml', text: cassandraYaml(version) },
    verify: 'cqlsh HOST PORT without a user has to fail with: Remote end requires authentication.',
    reference: SECURITY_PAGE,
  }),
};

const SCYLLA_NO_AUTHENTICATION: Rule = {
  id: 'cassandra/scylla-no-authentication',
  severity: 'critical',
  title: 'ScyllaDB opens a session for anyone who connects',
  why:
    'ScyllaDB holds the main records of large applications. As it is installed it asks nobody for a login: whoever reaches ' +
    'the port can read every table of the cluster, from any one of its nodes, and change or drop what its settings allow.',
  remedy: () => ({
    summary: 'Turn password authentication and permissions on, and let only the applications reach the port.',
    steps: [
      'Close the native ports (9042, 9142, 19042, 19142) and the ports between the nodes to everybody who does not need them.',
      'Set the authenticator in scylla.yaml on every node; where applications may not stop, go by way of the TransitionalAuthenticator, and do not stay there, since it lets anonymous clients in.',
      'Create a superuser of your own and remove the role cassandra.',
      'Set the authorizer, create a role for each application and grant it what it needs.',
    ],
    configuration: {
      file: '/etc/scylla/scylla.yaml',
      text: 'authenticator: PasswordAuthenticator\nauthorizer: CassandraAuthorizer',
    },
    verify: 'cqlsh HOST PORT without a user has to fail with: Remote end requires authentication.',
    reference: 'https://docs.scylladb.com/manual/stable/operating-scylla/security/authentication.html',
  }),
};

const ANONYMOUS_SESSION: Rule = {
  id: 'cassandra/anonymous-session',
  severity: 'medium',
  title: 'Strangers get a session at this CQL server, with restricted rights',
  why:
    'The server opens a session without asking who is there and then refuses some of what is asked. A stranger is inside ' +
    'and sees at least a part of the schema; whether the tables are safe hangs on each single grant.',
  remedy: () => ({
    summary: 'Let nobody in without a login.',
    steps: [
      'Set the authenticator to PasswordAuthenticator, or leave the transitional mode if a migration is over.',
      'Review with LIST ALL PERMISSIONS what the anonymous role holds, and revoke it.',
    ],
    configuration: { file: 'cassandra.yaml or scylla.yaml', text: 'authenticator: PasswordAuthenticator' },
    verify: 'cqlsh HOST PORT without a user has to fail with: Remote end requires authentication.',
    reference: SECURITY_PAGE,
  }),
};

const TRANSITIONAL: Rule = {
  id: 'cassandra/transitional-authentication',
  severity: 'high',
  title: 'Authentication is in transition: clients without valid credentials are still let in',
  why:
    'The server asks for a login and names a transitional authenticator, which is made for the days of a migration: it ' +
    'checks a password where one is given, and takes clients without a valid one for anonymous instead of sending them away. ' +
    'What an anonymous client may then do was not tested, since that would mean to send credentials.',
  remedy: () => ({
    summary: 'Finish the migration: put the password authenticator in place.',
    steps: [
      'Make sure that every application sends credentials.',
      'Change the authenticator from the transitional one to PasswordAuthenticator, and the transitional authorizer to CassandraAuthorizer.',
      'Restart node by node.',
    ],
    configuration: {
      file: '/etc/scylla/scylla.yaml',
      text: 'authenticator: PasswordAuthenticator\nauthorizer: CassandraAuthorizer',
    },
    verify: 'cqlsh HOST PORT without a user has to fail with: Remote end requires authentication.',
    reference: 'https://docs.scylladb.com/manual/stable/operating-scylla/security/runtime-authentication.html',
  }),
};

/** Error codes of the protocol, section 9 of its specification. */
const PROTOCOL_ERROR = 0x000a;
const BAD_CREDENTIALS = 0x0100;
const UNAUTHORIZED = 0x2100;
const INVALID = 0x2200;

const PAGE_SIZE = 5000;
/** A schema of a million columns, or a node with thousands of token ranges, must not hold the scan. */
const MAX_PAGES = 6;

export default defineStore({
  products: [
    { id: 'cassandra', title: 'Apache Cassandra' },
    { id: 'scylla', title: 'ScyllaDB' },
  ],
  ports: [
    { port: 9042, transport: 'cql' },
    { port: 9142, transport: 'cql', tls: true },
    { port: 19042, transport: 'cql' },
    { port: 19142, transport: 'cql', tls: true },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v4.spec',
  testedAgainst: 'recorded real server',
  recognise: {
    retort,
    hello: {
      bytes: () => cqlOptions(4),
      frame: (bytes, final) => {
        const framed = cqlReply(bytes, final);
        return typeof framed === 'object' ? { reply: greetingOf(framed.reply), used: framed.used } : framed;
      },
    },
  },
  rules: [NO_AUTHENTICATION, SCYLLA_NO_AUTHENTICATION, ANONYMOUS_SESSION, TRANSITIONAL],
  examine,
});

/** An HTTP request is taken for a frame of protocol version 71, and complained about in the protocol's own form. */
function retort(bytes: Uint8Array): Recognition {
  const framed = cqlComplaint(bytes, false);
  if (framed === 'more') return 'more';
  return framed === 'foreign' ? undefined : greetingOf(framed.reply);
}

function greetingOf(reply: CqlReply): Sighting | undefined {
  const isGreeting = reply.type === 'supported' && reply.options.has('CQL_VERSION');
  return isGreeting || isVersionComplaint(reply) ? { transport: 'cql' } : undefined;
}

function isVersionComplaint(reply: CqlReply): boolean {
  return reply.type === 'error' && reply.code === PROTOCOL_ERROR && /protocol version/i.test(reply.text);
}

async function examine(visit: Visit): Promise<Examination> {
  for (const version of [4, 3] as const) {
    const line = await visit.connect();
    if (line instanceof Ended) break;
    try {
      const examination = await converse(line, version);
      if (examination !== 'other version') return examination;
    } finally {
      line.close();
    }
  }
  const caveat = 'The server speaks neither version 3 nor version 4 of the native protocol, or did not answer.';
  return { product: 'cassandra', posture: posture({}), signs: [], caveats: [caveat] };
}

async function converse(line: Line, version: ProtocolVersion): Promise<Examination | 'other version'> {
  const supported = await ask(line, cqlOptions(version));
  if (isVersionComplaint(supported)) return 'other version';
  if (supported.type !== 'supported') return { product: 'cassandra', posture: posture({}), signs: [] };
  const product = productOf(supported.options);
  const started = await ask(line, cqlStartup(version));
  const exchange = line.exchange();
  if (isVersionComplaint(started)) return 'other version';
  if (started.type === 'authenticate') return loginDemanded(product, started.authenticator, exchange);
  if (isRefusal(started)) return { product, posture: refused('yes'), signs: [] };
  if (started.type !== 'ready') return { product, posture: posture({ identify: 'yes' }), signs: [] };
  return insideOf(createSession(line, version), product, exchange);
}

function loginDemanded(product: string, authenticator: string, exchange: Exchange): Examination {
  if (!/\bTransitionalAuthenticator$/.test(authenticator)) return { product, posture: refused('yes'), signs: [] };
  const answered = 'a login is asked for, by an authenticator that lets anonymous clients in';
  return {
    product,
    posture: posture({ identify: 'yes' }),
    signs: [{ rule: TRANSITIONAL, evidence: [evidence(exchange, 'STARTUP without credentials', answered)] }],
  };
}

/** What a session without a login may see and do. The heaviest question comes last: what it costs then is the counts. */
async function insideOf(session: Session, product: string, started: Exchange): Promise<Examination> {
  const version = await readVersion(session, product);
  const schema = await readSchema(session);
  const read = await readNothing(session, schema);
  const authorizer = await readAuthorizer(session, product);
  const sizes = await readSizes(session, schema);
  const gate = read !== 'no' && hasNoPermissions(product, authorizer) ? 'yes' : 'unknown';
  const known: Posture = posture({
    identify: 'yes',
    list: schema.answer,
    count: sizes.answer,
    read: read === 'no table' ? gate : read,
    write: gate,
    administer: gate,
  });
  const inventory = schema.answer === 'yes' ? inventoryOf(schema, sizes) : undefined;
  const openRule = product === 'scylla' ? SCYLLA_NO_AUTHENTICATION : NO_AUTHENTICATION;
  const sign: Sign = {
    rule: known.read === 'yes' ? openRule : ANONYMOUS_SESSION,
    evidence: [evidence(started, 'STARTUP without credentials', 'READY: the session is open without a login')],
  };
  return {
    product,
    ...(version !== undefined && { version }),
    posture: known,
    ...(inventory && { inventory }),
    signs: [sign],
    ...(inventory && { caveats: [COUNTS_ARE_PARTITIONS] }),
  };
}

const COUNTS_ARE_PARTITIONS =
  'Rows are partitions as this node estimates them from its files for the token ranges it owns; a partition may hold many rows, and other nodes hold others.';

interface Session {
  readonly query: (cql: string, from?: Uint8Array) => Promise<CqlReply>;
}

/** After one reply that did not come, no more is asked: a late one would be taken for the answer to another question. */
function createSession(line: Line, version: ProtocolVersion): Session {
  let isOver = false;
  return {
    async query(cql, from) {
      if (isOver) return { type: 'other' };
      const reply = await line.ask(cqlQuery(version, cql, PAGE_SIZE, from), cqlReply);
      isOver = reply instanceof Ended;
      return reply instanceof Ended ? { type: 'other' } : reply;
    },
  };
}

async function ask(line: Line, bytes: Uint8Array): Promise<CqlReply> {
  const reply = await line.ask(bytes, cqlReply);
  return reply instanceof Ended ? { type: 'other' } : reply;
}

function isRefusal(reply: CqlReply): boolean {
  return reply.type === 'error' && (reply.code === UNAUTHORIZED || reply.code === BAD_CREDENTIALS);
}

function answerOf(reply: CqlReply): Answer {
  return reply.type === 'rows' ? 'yes' : isRefusal(reply) ? 'no' : 'unknown';
}

/** ScyllaDB names its extensions of the protocol: docs/dev/protocol-extensions.md in its repository. */
function productOf(options: ReadonlyMap<string, unknown>): string {
  return [...options.keys()].some((key) => /^SCYLLA_/.test(key)) ? 'scylla' : 'cassandra';
}

/** ScyllaDB's `release_version` is the Cassandra that it is compatible with; its own stands in a table of its own. */
async function readVersion(session: Session, product: string): Promise<string | undefined> {
  const cql = product === 'scylla' ? 'SELECT version FROM system.versions' : 'SELECT release_version FROM system.local';
  const reply = await session.query(cql);
  return reply.type === 'rows' ? textOf(reply.rows[0]?.[0]) : undefined;
}

/** A server for many tenants may have thousands of keyspaces, and one query has to name them. */
const MAX_KEYSPACES = 200;

interface Listing<Row> {
  readonly answer: Answer;
  readonly rows: readonly Row[];
  readonly truncated: boolean;
}

interface Schema extends Listing<SchemaRow> {
  /** All but the server's own. */
  readonly keyspaces: readonly string[];
  /** Whether it is certain that the rows are all there are. */
  readonly isWhole: boolean;
}

/** Keyspaces, tables and columns; every table has a column. */
async function readSchema(session: Session): Promise<Schema> {
  for (const catalogue of CATALOGUES) {
    const all = await readAll(session, catalogue.keyspaces);
    if (all.answer === 'unknown') continue;
    const names = all.rows
      .map((cells) => textOf(cells[0]) ?? '')
      .filter((name) => name !== '' && !OWN_KEYSPACES.has(name));
    const keyspaces = names.slice(0, MAX_KEYSPACES);
    if (keyspaces.length === 0) return { ...all, keyspaces, rows: [], isWhole: all.answer === 'yes' };
    const columns = await readAll(session, `${catalogue.columns} ${within(keyspaces)}`);
    const truncated = all.truncated || columns.truncated || names.length > keyspaces.length;
    const isWhole = columns.answer === 'yes' && !truncated;
    return { answer: all.answer, keyspaces, rows: columns.rows.map(schemaRow), truncated, isWhole };
  }
  return { answer: 'unknown', keyspaces: [], rows: [], truncated: false, isWhole: false };
}

/** The estimates of all tables; of the server's own keyspace where there is no other, to learn whether they are told. */
async function readSizes(session: Session, { keyspaces }: Schema): Promise<Listing<SizeRow>> {
  const listing = await readAll(session, `${SIZES} ${within(keyspaces.length > 0 ? keyspaces : ['system'])}`);
  return { ...listing, rows: listing.rows.map(sizeRow) };
}

/** All pages of a query, up to a bound. */
async function readAll(session: Session, cql: string): Promise<Listing<readonly Cell[]>> {
  const first = await session.query(cql);
  const pages: CqlRows[] = [];
  let reply = first;
  while (reply.type === 'rows') {
    pages.push(reply);
    if (reply.next === undefined || pages.length >= MAX_PAGES) break;
    reply = await session.query(cql, reply.next);
  }
  return {
    answer: answerOf(first),
    rows: pages.flatMap((page) => page.rows),
    truncated: pages.at(-1)?.next !== undefined,
  };
}

/** What the settings say of the authorizer: its class, or that there is no such table to read, or nothing certain. */
type Authorizer = { readonly name: string } | 'no settings' | 'unknown';

/** Cassandra 4 calls the setting `authorizer`, Cassandra 5 by its class; before 4.0 there was no table of settings. */
async function readAuthorizer(session: Session, product: string): Promise<Authorizer> {
  const table = product === 'scylla' ? 'system.config' : 'system_views.settings';
  const reply = await session.query(`SELECT value FROM ${table} WHERE name IN ('authorizer', 'authorizer.class_name')`);
  if (reply.type === 'error' && reply.code === INVALID) return 'no settings';
  const value = reply.type === 'rows' ? textOf(reply.rows[0]?.[0]) : undefined;
  const name = value?.match(/\b(\w+Authorizer)\b/)?.[1];
  return name === undefined ? 'unknown' : { name };
}

/**
 * Whether nothing is guarded by permissions. Cassandra does not start with an authorizer that checks permissions while
 * its authenticator lets strangers in (its security page and AuthConfig.java); ScyllaDB has to say it.
 */
function hasNoPermissions(product: string, authorizer: Authorizer): boolean {
  if (typeof authorizer === 'object') return authorizer.name === 'AllowAllAuthorizer';
  return authorizer === 'no settings' && product === 'cassandra';
}

/**
 * A query that needs the right to read a table and matches nothing, since no token is above the greatest one; even a
 * faulty server could answer it with tokens only, which are hashes of keys.
 */
async function readNothing(session: Session, { rows, isWhole }: Schema): Promise<Answer | 'no table'> {
  const first = rows.find((row) => row.isPartitionKey);
  if (!first) return isWhole ? 'no table' : 'unknown';
  const key = rows
    .filter((row) => row.isPartitionKey && row.keyspace === first.keyspace && row.table === first.table)
    .sort((a, b) => a.position - b.position)
    .map((row) => quoted(row.name));
  const token = `token(${key.join(', ')})`;
  const table = `${quoted(first.keyspace)}.${quoted(first.table)}`;
  return answerOf(await session.query(`SELECT ${token} FROM ${table} WHERE ${token} > 9223372036854775807 LIMIT 1`));
}

function inventoryOf(schema: Schema, sizes: Listing<SizeRow>): Inventory {
  const keyspaces = new Map(schema.keyspaces.map((name) => [name, new Map<string, Column[]>()]));
  for (const { keyspace, table, name, type } of schema.rows) {
    const tables = keyspaces.get(keyspace) ?? new Map<string, Column[]>();
    const columns = tables.get(table) ?? [];
    columns.push(column(name, type));
    keyspaces.set(keyspace, tables.set(table, columns));
  }
  const sizeOf = sumsOf(sizes);
  const containers = [...keyspaces].map(([name, tables]) => ({
    name,
    collections: [...tables].map(([table, columns]): Collection => ({ name: table, ...sizeOf(name, table), columns })),
  }));
  return { containers, ...((schema.truncated || sizes.truncated) && { truncated: true }) };
}

/**
 * The estimates of a table's token ranges added up. The last table of a listing that was cut is not whole; and zero
 * says nothing, since what is in memory and not yet in a file is not estimated.
 */
function sumsOf(sizes: Listing<SizeRow>): (keyspace: string, table: string) => Partial<Collection> {
  const sums = new Map<string, { rows: number; bytes: number }>();
  let last = '';
  for (const { keyspace, table, partitions, bytes } of sizes.rows) {
    last = JSON.stringify([keyspace, table]);
    const sum = sums.get(last) ?? { rows: 0, bytes: 0 };
    sums.set(last, { rows: sum.rows + partitions, bytes: sum.bytes + bytes });
  }
  if (sizes.truncated) sums.delete(last);
  return (keyspace, table) => {
    const sum = sums.get(JSON.stringify([keyspace, table]));
    return sum && sum.rows > 0 ? { ...sum, rowsBasis: 'estimate', bytesBasis: 'estimate' } : {};
  };
}

/** The keys are the same in all versions that speak this protocol; since 2.2 the role manager has to be Cassandra's own. */
function cassandraYaml(version: string | undefined): string {
  const settings = ['authenticator: PasswordAuthenticator', 'authorizer: CassandraAuthorizer'];
  const hasRoles = !/^(?:1|2\.[01])\b/.test(version ?? '');
  return [...settings, ...(hasRoles ? ['role_manager: CassandraRoleManager'] : [])].join('\n');
}
