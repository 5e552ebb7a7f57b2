// MongoDB and what speaks its protocol (FerretDB). https://www.mongodb.com/docs/manual/reference/command/
import type { Evidence, Rule, Sign } from '../finding.ts';
import type { Collection, Container, Inventory } from '../inventory.ts';
import { Ended, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';
import { type MongoCommand, mongoCommand, mongoReply } from '../wire/mongodb.ts';
import {
  answerOf,
  type CollectionInfo,
  collectionsOf,
  type Database,
  databasesOf,
  fieldsOf,
  isGreeting,
  type Program,
  programOf,
  type Role,
  roleOf,
  statsOf,
} from '../wire/mongodb-replies.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'mongodb/no-authentication',
  severity: 'critical',
  title: 'MongoDB serves anyone who connects',
  why:
    'MongoDB holds the records of applications: accounts, messages, orders, files. This one runs without access control: ' +
    'whoever reaches the port may read, change and delete every document of every database. Open MongoDB servers have been ' +
    'searched for by machines since 2017; they are copied, emptied, and left with a note that asks for money.',
  remedy: ({ version }) => ({
    summary: 'Turn access control on, and listen on internal addresses only.',
    steps: [
      'Close the port to everybody but the application hosts, before anything else.',
      'Keep the log of mongod: it tells which addresses have connected.',
      'Create a user administrator in the database admin (db.createUser with the role userAdminAnyDatabase), then a user with its own roles for each application.',
      'Turn authorization on in mongod.conf and restart; in a replica set or sharded cluster give all members a key file too.',
      'Bind to the addresses that are needed (net.bindIp), and require TLS.',
      'Treat every secret and password hash that was stored there as known to strangers.',
    ],
    configuration: { file: '/etc/mongod.conf', text: mongodConf(version) },
    verify: `${shellOf(version)} --host HOST --port PORT --eval 'db.adminCommand({ getLog: "*" })' has to fail with: requires authentication.`,
    reference: 'https://www.mongodb.com/docs/manual/tutorial/enable-authentication/',
  }),
};

const FERRETDB_NO_AUTHENTICATION: Rule = {
  id: 'mongodb/ferretdb-no-authentication',
  severity: 'critical',
  title: 'FerretDB serves anyone who connects',
  why:
    'FerretDB keeps the documents of applications in another database and offers them by the protocol of MongoDB. This one ' +
    'asks nobody for a login: whoever reaches the port acts as the user that FerretDB itself has in the database behind, ' +
    'and may read, change and delete every document.',
  remedy: ({ version }) => ({
    summary: 'Ask every client for a login, and listen on internal addresses only.',
    steps: [
      'Close the port to everybody but the application hosts, before anything else.',
      isBefore(version, 2)
        ? 'Move to FerretDB 2, which asks for a login unless told otherwise; in 1.x, anonymous clients act as the user of the connection string (PostgreSQL) or as anybody (SQLite).'
        : 'Remove the setting that turns authentication off; it is on by default.',
      'Create a user for each application, with the rights it needs and no more.',
      'Offer TLS (--listen-tls) and set --listen-addr to loopback or an internal address.',
    ],
    verify:
      'mongosh --host HOST --port PORT --eval \'db.adminCommand({ getLog: "*" })\' has to fail with: requires authentication.',
    reference: 'https://docs.ferretdb.io/security/authentication',
  }),
};

const ANONYMOUS_LISTING: Rule = {
  id: 'mongodb/anonymous-listing',
  severity: 'medium',
  title: 'This MongoDB server tells strangers its databases',
  why:
    'Without a login the server names its databases and their sizes. Whether it would also give the documents away could ' +
    'not be told without asking for one; the names alone tell strangers what is worth an attack.',
  remedy: () => ({
    summary: 'Ask for a login before anything is listed.',
    steps: ['Turn access control on.', 'Close the port to everybody but the application hosts.'],
    configuration: { file: '/etc/mongod.conf', text: 'security:\n  authorization: enabled' },
    verify:
      "mongosh --host HOST --port PORT --eval 'db.adminCommand({ listDatabases: 1 })' has to fail with: requires authentication.",
    reference: 'https://www.mongodb.com/docs/manual/tutorial/enable-authentication/',
  }),
};

const LOCALHOST_EXCEPTION: Rule = {
  id: 'mongodb/localhost-exception',
  severity: 'medium',
  title: 'MongoDB has no users yet: whoever is on this machine can become its administrator',
  why:
    'Access control is on, but no user exists, so that MongoDB lets a client on the same machine create the first one, with ' +
    'all rights. Any program or person on the machine can do that, as can whoever makes a program there connect for them.',
  remedy: () => ({
    summary: 'Create the first administrator now, and turn the localhost exception off.',
    steps: [
      'Create a user administrator in the database admin.',
      'Set enableLocalhostAuthBypass to false in mongod.conf and restart; it cannot be set while mongod runs.',
    ],
    configuration: { file: '/etc/mongod.conf', text: 'setParameter:\n  enableLocalhostAuthBypass: false' },
    verify:
      "mongosh --host HOST --port PORT --eval 'db.adminCommand({ listDatabases: 1 })' has to fail with: requires authentication.",
    reference: 'https://www.mongodb.com/docs/manual/core/localhost-exception/',
  }),
};

const RANSOM_NOTE: Rule = {
  id: 'mongodb/ransom-note',
  severity: 'critical',
  title: 'A database or collection is named as extortionists name their notes',
  why:
    'Names like this one are left behind by attackers who have deleted the data of open MongoDB servers and ask for money. ' +
    'Others have been here before this scan: data was lost, and has to be taken as copied too.',
  remedy: () => ({
    summary: 'Treat it as a breach: keep the evidence, restore from a backup, and do not pay.',
    steps: [
      'Disconnect the server from the network and keep its disk, its log and the note.',
      'Restore the data from a backup on a server with access control on.',
      'Have it examined which personal data was there, and whether authorities and people have to be told.',
    ],
    verify:
      'Logs of the server and the network tell who connected, and how many bytes left it before the note was written.',
    reference: 'https://www.mongodb.com/docs/manual/administration/security-checklist/',
  }),
};

/** Budgets of questions, so that a server with ten thousand collections is not asked ten thousand times. */
const MAX_LISTED_DATABASES = 20;
const MAX_COUNTED_COLLECTIONS = 40;

/** Databases of the server itself. */
const OWN_DATABASES = new Set(['admin', 'config', 'local']);

/** The number of a first question: bytes that no other protocol would repeat. */
const HELLO_ID = 0x56_49_47_49;

export default defineStore({
  products: [
    { id: 'mongodb', title: 'MongoDB' },
    { id: 'ferretdb', title: 'FerretDB' },
  ],
  ports: [
    { port: 27017, transport: 'mongodb' },
    { port: 27018, transport: 'mongodb' },
    { port: 27019, transport: 'mongodb' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/',
  testedAgainst: 'stand-in',
  recognise: {
    http: { transport: 'mongodb', root },
    hello: {
      bytes: () => mongoCommand(HELLO_ID, 'admin', { hello: 1 }),
      frame: (bytes, final) => {
        const framed = mongoReply(HELLO_ID)(bytes, final);
        return typeof framed === 'object' ? { reply: sightingOf(framed.reply), used: framed.used } : framed;
      },
    },
  },
  rules: [NO_AUTHENTICATION, FERRETDB_NO_AUTHENTICATION, ANONYMOUS_LISTING, LOCALHOST_EXCEPTION, RANSOM_NOTE],
  examine,
});

/** mongod answers a GET with a page of its own, in two wordings over the years. */
function root(answer: HttpAnswer): 'yes' | 'no' {
  const start = answer.text().slice(0, 200);
  return /^(?:It looks like you|You) are trying to access MongoDB (?:over HTTP )?on the native driver port/.test(start)
    ? 'yes'
    : 'no';
}

function sightingOf(reply: unknown): Sighting | undefined {
  return isGreeting(reply) ? { transport: 'mongodb' } : undefined;
}

async function examine(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'mongodb', posture: posture({}), signs: [] };
  try {
    return await converse(createClient(line), visit);
  } finally {
    line.close();
  }
}

async function converse(client: Client, visit: Visit): Promise<Examination> {
  const role = await readRole(client);
  if (client.isOver()) {
    const caveat = 'The server does not answer OP_MSG; MongoDB before 3.6 speaks an older protocol only.';
    return { product: 'mongodb', posture: posture({}), signs: [], caveats: [caveat] };
  }
  const about = programOf(await client.ask('admin', { buildInfo: 1 }));
  // The smallest question that access control refuses, on arbiters and secondaries too: the names of the logs.
  const gate = answerOf(await client.ask('admin', { getLog: '*' }));
  const asked = client.evidence(
    'getLog "*" without a login',
    'the names of the logs, which access control would refuse',
  );
  if (gate === 'no') {
    const signs = await findLocalhostException(client, visit);
    return { ...about, posture: refused('yes'), signs };
  }
  const listing = role?.isArbiter ? undefined : await listDatabases(client, role);
  if (gate === 'yes') return openExamination(client, about, role, listing, asked);
  return listedExamination(client, about, listing);
}

/** Access control is off. A secondary takes no writes itself, and an arbiter keeps no data. */
async function openExamination(
  client: Client,
  about: Program,
  role: Role | undefined,
  listing: Listing | undefined,
  asked: Evidence,
): Promise<Examination> {
  const inventory = listing && (await readInventory(client, role, listing.databases));
  const keepsData = role?.isArbiter === true ? 'no' : 'yes';
  const rule = about.product === 'ferretdb' ? FERRETDB_NO_AUTHENTICATION : NO_AUTHENTICATION;
  return {
    ...about,
    posture: posture({
      identify: 'yes',
      list: listing?.answer ?? keepsData,
      count: listing?.answer ?? keepsData,
      read: keepsData,
      write: !role ? 'unknown' : role.isPrimary && !role.isReadOnly ? 'yes' : 'no',
      administer: 'yes',
    }),
    ...(inventory && listing?.answer === 'yes' && { inventory }),
    signs: [{ rule, evidence: [asked] }, ...ransomSigns(inventory, client)],
    ...(keepsData === 'no' && { caveats: ['This is an arbiter of a replica set: it keeps no data itself.'] }),
  };
}

/** Where the deciding question is not understood, a list tells what it tells; an empty one tells nothing. */
function listedExamination(client: Client, about: Program, listing: Listing | undefined): Examination {
  if (listing?.answer === 'no') return { ...about, posture: refused('yes'), signs: [] };
  const databases = listing?.databases ?? [];
  if (databases.length === 0) return { ...about, posture: posture({ identify: 'yes' }), signs: [] };
  const containers = databases.map(({ name }) => ({ name, collections: [] }));
  const listed = client.evidence('listDatabases without a login', 'databases and their sizes');
  return {
    ...about,
    posture: posture({ identify: 'yes', list: 'yes', count: 'yes' }),
    inventory: { containers },
    signs: [{ rule: ANONYMOUS_LISTING, evidence: [listed] }],
  };
}

/**
 * With access control on and no user, a client on the same machine passes the check for a login, and a list of
 * databases comes back empty instead of refused. It can be seen from that machine only.
 */
async function findLocalhostException(client: Client, { endpoint }: Visit): Promise<Sign[]> {
  if (!/^(?:127\.|::1$)/.test(endpoint.address)) return [];
  const databases = databasesOf(await client.ask('admin', { listDatabases: 1, nameOnly: true }));
  if (databases?.length !== 0) return [];
  const listed = client.evidence(
    'listDatabases without a login, from the same machine',
    'an empty list instead of a refusal',
  );
  return [{ rule: LOCALHOST_EXCEPTION, evidence: [listed] }];
}

interface Client {
  /** The reply's document; undefined where none came, and then for every later question too. */
  readonly ask: (database: string, command: MongoCommand) => Promise<unknown>;
  readonly isOver: () => boolean;
  readonly evidence: (asked: string, answered: string) => Evidence;
}

function createClient(line: Line): Client {
  let id = 0;
  let over = false;
  return {
    async ask(database, command) {
      if (over) return undefined;
      id += 1;
      const reply = await line.ask(mongoCommand(id, database, command), mongoReply(id));
      over = reply instanceof Ended;
      return over ? undefined : reply;
    },
    isOver: () => over,
    evidence: (asked, answered) => evidence(line.exchange(), asked, answered),
  };
}

/** `hello` is not known before 4.4 (and its last fixes of 4.2, 4.0 and 3.6). */
async function readRole(client: Client): Promise<Role | undefined> {
  return roleOf(await client.ask('admin', { hello: 1 })) ?? roleOf(await client.ask('admin', { isMaster: 1 }));
}

/** Where a question may be answered by a member that is not primary, it has to say so. */
function preference(role: Role | undefined): MongoCommand {
  return role && !role.isPrimary ? { $readPreference: { mode: 'secondaryPreferred' } } : {};
}

interface Listing {
  readonly answer: Answer;
  readonly databases: readonly Database[];
}

/** `authorizedDatabases: false` makes a server with access control refuse, where it would answer by an empty list. */
async function listDatabases(client: Client, role: Role | undefined): Promise<Listing> {
  const reply = await client.ask('admin', { listDatabases: 1, authorizedDatabases: false, ...preference(role) });
  const databases = databasesOf(reply);
  return { answer: databases ? 'yes' : answerOf(reply) === 'no' ? 'no' : 'unknown', databases: databases ?? [] };
}

/** Collections of the largest databases, and counts of as many as the budget allows. */
async function readInventory(
  client: Client,
  role: Role | undefined,
  databases: readonly Database[],
): Promise<Inventory> {
  const own = databases.filter(({ name }) => !OWN_DATABASES.has(name));
  const largestFirst = [...own].sort((a, b) => (b.sizeOnDisk ?? 0) - (a.sizeOnDisk ?? 0));
  const containers: Container[] = [];
  let counted = 0;
  let truncated = largestFirst.length > MAX_LISTED_DATABASES;
  for (const [i, { name }] of largestFirst.entries()) {
    const listed = i < MAX_LISTED_DATABASES ? await listCollections(client, role, name) : undefined;
    const collections: Collection[] = [];
    for (const info of listed?.collections ?? []) {
      const isCounted = info.type !== 'view' && counted < MAX_COUNTED_COLLECTIONS;
      if (isCounted) counted += 1;
      else truncated ||= info.type !== 'view';
      collections.push(await readCollection(client, role, name, info, isCounted));
    }
    truncated ||= listed?.truncated ?? true;
    containers.push({ name, collections });
  }
  return { containers, ...((truncated || client.isOver()) && { truncated: true }) };
}

async function listCollections(client: Client, role: Role | undefined, database: string) {
  const command = { listCollections: 1, cursor: { batchSize: 10_000 }, ...preference(role) };
  const listed = collectionsOf(await client.ask(database, command));
  const cursor = listed?.cursor;
  // What the server keeps open for us is given back.
  if (cursor !== undefined) await client.ask(database, { killCursors: '$cmd.listCollections', cursors: [cursor] });
  return listed && { truncated: cursor !== undefined, collections: listed.collections };
}

/** Numbers that the server keeps of the collection; no document is touched. */
async function readCollection(
  client: Client,
  role: Role | undefined,
  database: string,
  info: CollectionInfo,
  isCounted: boolean,
): Promise<Collection> {
  const stats = isCounted
    ? statsOf(await client.ask(database, { collStats: info.name, ...preference(role) }))
    : undefined;
  return {
    name: info.name,
    ...(stats?.count !== undefined && { rows: stats.count, rowsBasis: role?.isRouter ? 'estimate' : 'exact' }),
    ...(stats?.storageSize !== undefined && { bytes: stats.storageSize, bytesBasis: 'exact' }),
    columns: fieldsOf(info, stats),
  };
}

/** Names of databases and collections that extortionists have left since 2017. */
function ransomSigns(inventory: Inventory | undefined, client: Client): Sign[] {
  const isNote = ({ name, collections }: Container) =>
    [name, ...collections.map((collection) => collection.name)].some((text) =>
      /READ_*ME_TO_RECOVER|RECOVER_YOUR_(?:DATA|DB)|HOW_TO_(?:RECOVER|RESTORE)|YOUR_DATA_IS_BACKED_UP/i.test(text),
    ) ||
    (/^warning$/i.test(name) && collections.some((collection) => /^readme$/i.test(collection.name)));
  if (!inventory?.containers.some(isNote)) return [];
  const listed = client.evidence('names of databases and collections', 'a name that extortionists use');
  return [{ rule: RANSOM_NOTE, evidence: [listed] }];
}

function isBefore(version: string | undefined, major: number, minor = 0): boolean {
  const [a = 0, b = 0] = (version ?? '')
    .match(/^v?(\d+)\.(\d+)/)
    ?.slice(1)
    .map(Number) ?? [Infinity];
  return a < major || (a === major && b < minor);
}

/** The setting is called ssl before 4.2; the old mongo shell is gone since 6.0. */
function mongodConf(version: string | undefined): string {
  const tls = isBefore(version, 4, 2)
    ? '  ssl:\n    mode: requireSSL\n    PEMKeyFile: /etc/ssl/mongodb.pem'
    : '  tls:\n    mode: requireTLS\n    certificateKeyFile: /etc/ssl/mongodb.pem';
  return `net:\n  bindIp: 127.0.0.1,INTERNAL-ADDRESS\n${tls}\nsecurity:\n  authorization: enabled`;
}

function shellOf(version: string | undefined): string {
  return isBefore(version, 5) ? 'mongo' : 'mongosh';
}
