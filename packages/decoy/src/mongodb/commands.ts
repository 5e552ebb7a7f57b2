// The commands of the decoy MongoDB over its honey collections. https://www.mongodb.com/docs/manual/reference/command/
import { type Document, Long } from 'bson';
import { aggregated, projected, sorted } from './aggregate.ts';
import { changed } from './changes.ts';
import type { Collection } from './collections.ts';
import { testOf } from './filter.ts';
import { numberOf, recordOf, textOf } from './foreign.ts';
import type { Guest } from './guest.ts';
import type { Outcome } from './outcome.ts';
import { collection, databasesOf, hold, inDatabase, ownDocuments } from './state.ts';

const VERSION = '6.0.14';
const FIRST_BATCH = 101;
const NEXT_BATCH = 10_000;

const look = (document: Document, words: string): Outcome => ({
  document: { ...document, ok: 1 },
  intent: 'look',
  words,
});

function fault(code: number, codeName: string, errmsg: string, words: string): Outcome {
  return { document: { ok: 0, errmsg, code, codeName }, intent: 'look', words };
}

/** @param database that is asked */
export function answer(guest: Guest, database: string, command: Document): Outcome {
  const [name = ''] = Object.keys(command);
  const key = name.toLowerCase();
  const known = Object.hasOwn(HANDLERS, key) ? HANDLERS[key] : undefined;
  if (known) return known(guest, database, command);
  const change = changed(guest, database, command, name);
  if (change) return change;
  if (REACHES.has(key)) {
    const [code, codeName, text] = REFUSALS[key] ?? [59, 'CommandNotFound', `no such command: '${name.slice(0, 128)}'`];
    return { ...fault(code, codeName, text, ''), intent: 'reach', words: `tried ${key}` };
  }
  return fault(
    59,
    'CommandNotFound',
    `no such command: '${name.slice(0, 128)}'`,
    'sent a command that MongoDB does not know',
  );
}

type Handler = (guest: Guest, database: string, command: Document) => Outcome;

const REACHES: ReadonlySet<string> = new Set([
  'eval',
  '$eval',
  'mapreduce',
  'copydb',
  'clone',
  'clonecollection',
  'shutdown',
  'replsetinitiate',
]);

/** What version 6.0 says to those that it has; the others are gone since 4.2, and are not known to it. */
const REFUSALS: Readonly<Record<string, readonly [code: number, name: string, text: string]>> = {
  mapreduce: [2, 'BadValue', 'server-side JavaScript execution is disabled'],
  shutdown: [13, 'Unauthorized', 'shutdown must run from localhost when running db without auth'],
  replsetinitiate: [76, 'NoReplicationEnabled', 'This node was not started with replication enabled.'],
};

function greeting({ setting: { now } }: Guest): Outcome {
  return look(
    {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      localTime: new Date(now()),
      logicalSessionTimeoutMinutes: 30,
      connectionId: 4127,
      minWireVersion: 0,
      maxWireVersion: 17,
      readOnly: false,
    },
    'greeted',
  );
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  hello: greeting,
  ismaster: greeting,
  ping: () => look({}, 'asked ping'),
  buildinfo: () => look(BUILD, 'asked for the version'),
  getlog: ({ setting }, _, { getLog: which }) =>
    which === '*'
      ? look({ names: ['global', 'startupWarnings'] }, 'asked for the logs')
      : look(
          { totalLinesWritten: 1, log: which === 'startupWarnings' ? [startupWarning(setting)] : [] },
          'asked for the logs',
        ),
  listdatabases: (guest) => {
    const own = [...databasesOf(guest)].map(([name, all]) => ({
      name,
      sizeOnDisk: [...all.values()].reduce((sum, one) => sum + one.bytes, 0) + 8192,
      empty: false,
    }));
    const databases = [
      { name: 'admin', sizeOnDisk: 40_960, empty: false },
      { name: 'config', sizeOnDisk: 61_440, empty: false },
      { name: 'local', sizeOnDisk: 73_728, empty: false },
      ...own,
    ].sort((one, other) => (one.name < other.name ? -1 : 1));
    const total = databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0);
    return look({ databases, totalSize: total, totalSizeMb: Math.floor(total / 2 ** 20) }, 'listed the databases');
  },
  listcollections: (guest, database) => {
    const all = inDatabase(guest, database).map(({ name }) => ({
      name,
      type: 'collection',
      options: {},
      info: { readOnly: false },
      idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
    }));
    return look(
      { cursor: { id: Long.ZERO, ns: `${database}.$cmd.listCollections`, firstBatch: all } },
      'listed the collections',
    );
  },
  listindexes: (guest, database, { listIndexes: name }) => {
    const found = collection(guest, database, name);
    if (!found) return fault(26, 'NamespaceNotFound', 'ns does not exist', 'asked for indexes');
    return look(
      {
        cursor: {
          id: Long.ZERO,
          ns: `${database}.${found.name}`,
          firstBatch: [{ v: 2, key: { _id: 1 }, name: '_id_' }],
        },
      },
      'asked for indexes',
    );
  },
  collstats: (guest, database, { collStats, collstats: name = collStats }) =>
    look(statsOf(database, collection(guest, database, name), textOf(name)), 'asked the size of a collection'),
  dbstats: (guest, database) => {
    const all = inDatabase(guest, database);
    const [objects, dataSize] = [
      all.reduce((sum, one) => sum + one.documents.length, 0),
      all.reduce((sum, one) => sum + one.bytes, 0),
    ];
    return look(
      {
        db: database,
        collections: all.length,
        views: 0,
        objects,
        avgObjSize: objects > 0 ? 260 : 0,
        dataSize,
        storageSize: dataSize,
        indexes: all.length,
        indexSize: all.length * 20_480,
      },
      'asked the size of a database',
    );
  },
  count: (guest, database, { count: name, query }) => {
    const test = testOf(query);
    const number = collection(guest, database, name)?.documents.filter((one) => test?.(one) ?? true).length ?? 0;
    return { ...look({ n: number }, 'counted documents'), ...told(guest, database, name) };
  },
  distinct: (guest, database, { distinct: name, key, query }) => {
    const test = testOf(query);
    const found = collection(guest, database, name)?.documents.filter((one) => test?.(one) ?? true) ?? [];
    const values = [...new Set(found.map((one) => one[textOf(key)]).filter((value) => value !== undefined))];
    return given({ values }, values.length, told(guest, database, name));
  },
  find,
  aggregate,
  getmore: ({ cursors }, database, { getMore: id, collection: name, batchSize }) => {
    const next = cursors.next(numberOf(id), batchOf(batchSize, NEXT_BATCH));
    if (!next)
      return fault(43, 'CursorNotFound', `cursor id ${numberOf(id)} not found`, 'asked for more of what is not there');
    const cursor = {
      id: next.isDone ? Long.ZERO : Long.fromNumber(numberOf(id)),
      ns: `${database}.${textOf(name)}`,
      nextBatch: next.documents,
    };
    return given({ cursor }, next.documents.length, { collection: textOf(name).slice(0, 128) });
  },
  killcursors: ({ cursors }, _, { cursors: ids }) => {
    const all = (Array.isArray(ids) ? ids.slice(0, 1000) : []).map(numberOf).filter(Number.isSafeInteger);
    for (const id of all) cursors.close(id);
    return look(
      {
        cursorsKilled: all.map((id) => Long.fromNumber(id)),
        cursorsNotFound: [],
        cursorsAlive: [],
        cursorsUnknown: [],
      },
      'gave cursors back',
    );
  },
  endsessions: () => look({}, 'left'),
  whatsmyuri: ({ setting }) => look({ you: setting.visitor }, 'asked for its own address'),
  connectionstatus: () => look({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }, 'asked who it is'),
  usersinfo: () => look({ users: [] }, 'listed users'),
  rolesinfo: () => look({ roles: [] }, 'listed roles'),
  hostinfo: ({ setting }) =>
    look(
      {
        system: {
          currentTime: new Date(setting.now()),
          hostname: 'mongo-1',
          cpuAddrSize: 64,
          memSizeMB: 7_954,
          numCores: 2,
          cpuArch: 'x86_64',
        },
        os: { type: 'Linux', name: 'Ubuntu', version: '22.04' },
      },
      'asked for the host',
    ),
  serverstatus: ({ setting }) =>
    look(
      {
        host: 'mongo-1',
        version: VERSION,
        process: 'mongod',
        pid: 1,
        uptime: 1_209_600 + Math.floor((setting.now() - setting.since) / 1000),
        connections: { current: 4, available: 51_196, totalCreated: 4127 },
      },
      'asked how the server is',
    ),
  getcmdlineopts: () =>
    look(
      {
        argv: ['mongod', '--config', '/etc/mongod.conf'],
        parsed: {
          config: '/etc/mongod.conf',
          net: { bindIp: '0.0.0.0', port: 27_017 },
          security: { javascriptEnabled: false },
          storage: { dbPath: '/var/lib/mongodb' },
        },
      },
      'asked how the server was started',
    ),
  getparameter: (_, __, { featureCompatibilityVersion: wanted }) =>
    look(wanted === undefined ? {} : { featureCompatibilityVersion: { version: '6.0' } }, 'asked for a setting'),
  getfreemonitoringstatus: () => look({ state: 'undecided' }, 'asked for a setting'),
  replsetgetstatus: () => fault(76, 'NoReplicationEnabled', 'not running with --replSet', 'asked for replicas'),
  listcommands: () => look({ commands: {} }, 'asked for the list of commands'),
  top: () => look({ totals: {} }, 'asked how the server is'),
  currentop: () => look({ inprog: [] }, 'asked what runs'),
  getlasterror: () => look({ n: 0, err: null }, 'asked for the last error'),
  atlasversion: () => fault(59, 'CommandNotFound', "no such command: 'atlasVersion'", 'asked for the version'),
  startsession: () => look({ id: {}, timeoutMinutes: 30 }, 'began a session'),
  refreshsessions: () => look({}, 'went on with a session'),
  aborttransaction: () => look({}, 'ended a transaction'),
  committransaction: () => look({}, 'ended a transaction'),
  saslstart: () => fault(18, 'AuthenticationFailed', 'Authentication failed.', 'tried a password'),
  authenticate: () => fault(18, 'AuthenticationFailed', 'Authentication failed.', 'tried a password'),
};

const BUILD = {
  version: VERSION,
  gitVersion: '25225db95574916fecab3af75b184409f8713aef',
  modules: [],
  allocator: 'tcmalloc',
  javascriptEngine: 'mozjs',
  sysInfo: 'deprecated',
  versionArray: [6, 0, 14, 0],
  bits: 64,
  debug: false,
  maxBsonObjectSize: 16_777_216,
  storageEngines: ['devnull', 'ephemeralForTest', 'wiredTiger'],
};

/** Names are told where they are ours; others may be anything. */
function told(guest: Guest, database: string, name: unknown): { readonly collection?: string } {
  const found = collection(guest, database, name);
  return found && !found.isOwn ? { collection: found.name } : {};
}

function given(document: Document, rows: number, about: { readonly collection?: string }): Outcome {
  const words = rows > 0 ? `read ${rows} documents` : 'searched and got nothing';
  return { document: { ...document, ok: 1 }, intent: rows > 0 ? 'read' : 'look', words, rows, ...about };
}

function batchOf(said: unknown, usual: number): number {
  const number = Math.trunc(numberOf(said));
  return Number.isFinite(number) && number >= 0 ? Math.min(number, NEXT_BATCH) : usual;
}

/** What every server without access control says at its start. */
function startupWarning({ since }: Guest['setting']): string {
  return JSON.stringify({
    t: { $date: new Date(since - 1_209_600_000).toISOString().replace('Z', '+00:00') },
    s: 'W',
    c: 'CONTROL',
    id: 22_120,
    ctx: 'initandlisten',
    msg: 'Access control is not enabled for the database. Read and write access to data and configuration is unrestricted',
    tags: ['startupWarnings'],
  });
}

/** `$where` runs a program of the visitor's in a real server. */
function runsCode(value: unknown): boolean {
  return /"\$(?:where|function|accumulator)"/.test(JSON.stringify(value) ?? '');
}

function find(guest: Guest, database: string, command: Document): Outcome {
  const about = told(guest, database, command.find);
  if (runsCode(command.filter)) {
    return {
      ...fault(2, 'BadValue', 'no globalScriptEngine in $where parsing', ''),
      intent: 'reach',
      words: 'tried to have a program run by $where',
    };
  }
  const test = testOf(command.filter);
  if (!test) return { ...fault(2, 'BadValue', 'unknown operator', 'searched in a way that is not known'), ...about };
  const found = sorted(collection(guest, database, command.find)?.documents.filter(test) ?? [], command.sort);
  const skip = Math.max(0, numberOf(command.skip ?? 0) || 0);
  const limit = Math.abs(numberOf(command.limit ?? 0) || 0);
  const all = found.slice(skip, limit > 0 ? skip + limit : undefined).map((one) => projected(one, command.projection));
  const isSingle = command.singleBatch === true || numberOf(command.limit) < 0;
  return batched(guest, `${database}.${textOf(command.find)}`, all, { size: command.batchSize, isSingle }, about);
}

function aggregate(guest: Guest, database: string, command: Document): Outcome {
  const about = told(guest, database, command.aggregate);
  const pipeline: readonly unknown[] = Array.isArray(command.pipeline) ? command.pipeline : [];
  const names = pipeline.map((stage) => Object.keys(recordOf(stage))[0]);
  if (runsCode(pipeline)) {
    return {
      ...fault(2, 'BadValue', 'server-side JavaScript execution is disabled', ''),
      intent: 'reach',
      words: 'tried to have a program run by a pipeline',
      ...about,
    };
  }
  if (names.at(-1) === '$out' || names.at(-1) === '$merge') return copied(guest, database, command, pipeline);
  if (names[0] === '$collStats') {
    const count = collection(guest, database, command.aggregate)?.documents.length ?? 0;
    return batched(
      guest,
      `${database}.$cmd`,
      [{ ns: textOf(command.aggregate), count }],
      { size: 1, isSingle: true },
      about,
      'look',
    );
  }
  const documents = aggregated(collection(guest, database, command.aggregate)?.documents ?? [], pipeline);
  if (!documents)
    return {
      ...fault(40324, 'Location40324', 'Unrecognized pipeline stage name', 'searched in a way that is not known'),
      ...about,
    };
  const counts = names.some((name) => name === '$count' || name === '$group');
  const { batchSize: size } = recordOf(command.cursor);
  return batched(
    guest,
    `${database}.${textOf(command.aggregate)}`,
    documents,
    { size, isSingle: false },
    about,
    counts ? 'look' : 'read',
  );
}

/** What a pipeline writes into another collection, of this store alone. */
function copied(guest: Guest, database: string, command: Document, pipeline: readonly unknown[]): Outcome {
  const last = recordOf(pipeline.at(-1));
  const said = last.$out ?? recordOf(last.$merge).into ?? last.$merge;
  const { db, coll } = recordOf(said);
  const documents = aggregated(collection(guest, database, command.aggregate)?.documents ?? [], pipeline.slice(0, -1));
  const known = new Set(collection(guest, database, command.aggregate)?.documents);
  const fresh = documents?.filter((one) => !known.has(one)) ?? [];
  const name = textOf(said) || textOf(coll);
  if (name !== '') hold(guest, textOf(db) || database, name, documents ?? [], ownDocuments(fresh).bytes + 64);
  return {
    document: {
      cursor: { firstBatch: [], id: Long.ZERO, ns: `${database}.${textOf(command.aggregate)}`.slice(0, 255) },
      ok: 1,
    },
    intent: 'reach',
    words: 'tried to have data copied by a pipeline',
    ...told(guest, database, command.aggregate),
  };
}

function batched(
  { cursors }: Guest,
  ns: string,
  documents: readonly Document[],
  { size, isSingle }: { readonly size: unknown; readonly isSingle: boolean },
  about: { readonly collection?: string },
  intent: 'look' | 'read' = 'read',
): Outcome {
  const first = documents.slice(0, batchOf(size, FIRST_BATCH));
  const rest = isSingle ? [] : documents.slice(first.length);
  const id = rest.length > 0 ? Long.fromNumber(cursors.open(rest)) : Long.ZERO;
  const outcome = given({ cursor: { firstBatch: first, id, ns: ns.slice(0, 255) } }, first.length, about);
  if (intent === 'look') return { ...outcome, intent, words: 'counted documents' };
  // What the visitor left there itself is no honey.
  return about.collection === undefined
    ? { ...outcome, intent: 'look', words: 'looked at what it left there' }
    : outcome;
}

function statsOf(database: string, found: Collection | undefined, name: string): Document {
  const [count, size] = [found?.documents.length ?? 0, found?.bytes ?? 0];
  return {
    ns: `${database}.${name.slice(0, 128)}`,
    size,
    count,
    avgObjSize: count > 0 ? Math.round(size / count) : 0,
    storageSize: size,
    capped: false,
    nindexes: 1,
    totalIndexSize: 61_440,
    indexSizes: { _id_: 61_440 },
    scaleFactor: 1,
  };
}
