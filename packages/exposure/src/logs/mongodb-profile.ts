// `system.profile` of the databases of a MongoDB, which holds what was asked where the profiler is at level 2. It is a ring for each database:
// its documents have a record id that grows, by which each is given once and what was overwritten is counted.
// https://www.mongodb.com/docs/manual/tutorial/manage-the-database-profiler/
import { createHash } from 'node:crypto';
import { bsonToJson } from '../net/bson-json.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { cursorPageOf } from '../net/mongodb-cursor.ts';
import { createMongodbSession, type MongodbConversation } from '../net/mongodb-session.ts';
import type { SourceFault } from '../source.ts';
import { markOf, type QueryLog, type QueryLogEntry, type QueryLogPage, type QueryLogPlace } from './query-log.ts';

interface Place {
  readonly mark: string;
  /** By name; a database that is new begins with its first document. */
  readonly databases: Readonly<Record<string, ProfilePlace>>;
}

interface ProfilePlace {
  /** Of the last document that was read: its record id, of 64 bits, and the latest time so far in milliseconds since 1970. */
  readonly id: string;
  readonly time: number;
}

const LIMIT_MS = 20_000;
const BATCH = 1000;
/** So many documents of one database at once. */
const MOST_DOCUMENTS = 5000;
/** Far more than can have come within the time that is read again; a cursor without an end is none. */
const MOST_SEEN = 500_000;
/** Documents come in the order in which they were written, their times a little out of it. */
const OUT_OF_ORDER_MS = 5000;
const MOST_MISSED = 1_000_000_000n;
/** Databases are listed again behind so many pages. */
const LIST_PAGES = 20;

const OFF =
  'its profiler is off in every database: whoever owns it can switch it on with db.setProfilingLevel(2) in each, after giving system.profile a size that holds some minutes';
const NO_RIGHT =
  "the user may not read system.profile: db.grantRolesToUser('user', [{ role: 'clusterMonitor', db: 'admin' }])";

/** Nothing is connected to before the first question. */
export function openMongodbProfile(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const session = createMongodbSession(location, host);
  let entered: MongodbConversation | undefined;
  let known: Known | undefined;
  let pages = 0;
  const close = () => {
    entered?.close();
    entered = undefined;
    known = undefined;
  };
  return {
    where: location.database === undefined ? session.where : `${location.database} of ${session.where}`,
    source: 'mongodb-profiler',
    async next(before, signal) {
      const conversation = entered ?? (await session.connect(signal));
      if (isFaultValue(conversation)) return conversation;
      entered = conversation;
      const asked: Asked = { conversation, where: session.where, mark: markOf(before, mark) };
      const isFirst = known === undefined;
      const databases = known === undefined || pages >= LIST_PAGES ? await knownOf(asked, location.database) : known;
      if ('code' in databases) {
        close();
        return withRight(databases);
      }
      pages = databases === known ? pages + 1 : 0;
      known = databases;
      const page = await pageOf(asked, databases.names, isPlace(before) ? before : undefined);
      if ('code' in page) {
        close();
        return withRight(page);
      }
      const notes = [isFirst ? databases.note : undefined, page.note].filter((one) => one !== undefined);
      return { ...page, ...(notes.length > 0 && { note: notes.join('; ') }) };
    },
    close,
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'databases' in place;
}

function withRight(fault: SourceFault): SourceFault {
  return fault.message.includes('(code 13)') ? faultOf('refused', fault.where, NO_RIGHT) : fault;
}

interface Asked {
  readonly conversation: MongodbConversation;
  readonly where: string;
  readonly mark: string;
}

// ---- databases

interface Known {
  readonly names: readonly string[];
  readonly note: string | undefined;
}

/** Databases whose profiler is on. */
async function knownOf(asked: Asked, wanted: string | undefined): Promise<Known | SourceFault> {
  const names = wanted === undefined ? await databaseNames(asked) : [wanted];
  if ('code' in names) return names;
  const on: string[] = [];
  const slow: string[] = [];
  for (const database of names) {
    const reply = await asked.conversation.run({ database, body: { profile: -1 }, limitMs: LIMIT_MS });
    if (isFaultValue(reply)) return reply;
    if (Number(reply.was) > 0) on.push(database);
    if (Number(reply.was) === 1) slow.push(`${database} (${Number(reply.slowms)} ms)`);
  }
  if (on.length === 0) return faultOf('unsupported', asked.where, OFF);
  const note = `level 1 tells only of what takes longer: ${slow.join(', ')}; db.setProfilingLevel(2) makes it tell of all`;
  return { names: on, note: slow.length === 0 ? undefined : note };
}

async function databaseNames({ conversation, where }: Asked): Promise<readonly string[] | SourceFault> {
  const body = { listDatabases: 1, nameOnly: true };
  const reply = await conversation.run({ database: 'admin', body, limitMs: LIMIT_MS });
  if (isFaultValue(reply)) return reply;
  const told: unknown = reply.databases;
  if (!Array.isArray(told)) return faultOf('broken', where, 'its list of databases is not as MongoDB gives it');
  return told
    .map((each: { readonly name?: unknown } | null) => each?.name)
    .filter((name): name is string => typeof name === 'string');
}

// ---- documents

async function pageOf(
  asked: Asked,
  names: readonly string[],
  before: Place | undefined,
): Promise<QueryLogPage | SourceFault> {
  const databases: Record<string, ProfilePlace> = { ...before?.databases };
  const entries: QueryLogEntry[] = [];
  const notes: string[] = [];
  let isMore = false;
  for (const database of names) {
    // A profiler that is switched on while it is watched is read from its first document on.
    const place = databases[database] ?? (before === undefined ? undefined : { id: '0', time: 0 });
    const read = place === undefined ? await endOf(asked, database) : await documentsBehind(asked, database, place);
    if ('code' in read) return read;
    databases[database] = read.place;
    entries.push(...read.entries);
    isMore ||= read.isMore;
    if (read.note !== undefined) notes.push(read.note);
  }
  const place: Place = { mark: asked.mark, databases };
  return { entries, place, isMore, ...(notes.length > 0 && { note: notes.join('; ') }) };
}

interface Read {
  readonly entries: readonly QueryLogEntry[];
  readonly place: ProfilePlace;
  readonly isMore: boolean;
  readonly note?: string;
}

async function endOf(asked: Asked, database: string): Promise<Read | SourceFault> {
  const found = await documents(asked, database, { sort: { $natural: -1 }, limit: BATCH });
  if ('code' in found) return found;
  const time = found.documents.reduce((latest, one) => Math.max(latest, one.time), 0);
  return { entries: [], place: { id: String(found.documents[0]?.id ?? 0), time }, isMore: false };
}

async function documentsBehind(asked: Asked, database: string, place: ProfilePlace): Promise<Read | SourceFault> {
  const behind = BigInt(place.id);
  const since = new Date(Math.max(0, place.time - OUT_OF_ORDER_MS));
  const found = await documents(asked, database, { filter: { ts: { $gte: since } }, sort: { $natural: 1 } }, behind);
  if ('code' in found) return found;
  // Ids begin anew in a collection that was dropped and made again, times do not.
  const isAnew = found.documents.some(({ id, time }) => id <= behind && time > place.time);
  const fresh = found.documents.filter(({ id, time }) => (isAnew ? time > place.time : id > behind));
  const [first] = fresh;
  const gap = isAnew || behind === 0n || first === undefined ? 0n : first.id - behind - 1n;
  // Who only speaks as MongoDB does may number by the clock, and leave out numbers.
  const missed = gap < MOST_MISSED ? gap : 0n;
  const last = fresh.at(-1);
  return {
    entries: fresh
      .filter((one) => !isOwn(one, asked.mark))
      .map(({ json, id }) => ({ text: json, at: numberOf(database, id) })),
    place: {
      id: last === undefined ? place.id : String(last.id),
      time: fresh.reduce((latest, { time }) => Math.max(latest, time), place.time),
    },
    isMore: found.isMore,
    ...(missed > 0n && {
      note: `${missed} documents of ${placeOf(asked.where, database, 'system.profile')} were overwritten before they were read: give it more room`,
    }),
  };
}

/** Record ids of several databases become numbers of one log, within what a number holds exactly. */
const DATABASES = 1024n;
const IDS = 2n ** 42n;

function numberOf(database: string, id: bigint): number {
  const hash = createHash('sha256').update(database).digest().readUInt16BE(0);
  return Number((id % IDS) * DATABASES + (BigInt(hash) % DATABASES));
}

interface ProfileDocument {
  readonly id: bigint;
  readonly time: number;
  readonly json: string;
  /** Of the command, or of the one that a cursor was opened by. */
  readonly comment: string;
  /** It asks how the profiler is set, as is asked here. */
  readonly asksLevel: boolean;
}

/** @param behind documents up to this id are passed over, and none of them counts as one of the most */
async function documents(
  { conversation, where, mark }: Asked,
  database: string,
  how: Readonly<Record<string, unknown>>,
  behind = 0n,
): Promise<{ readonly documents: readonly ProfileDocument[]; readonly isMore: boolean } | SourceFault> {
  const place = placeOf(where, database, 'system.profile');
  const run = (body: Readonly<Record<string, unknown>>) =>
    conversation.run({ database, body, place, limitMs: LIMIT_MS });
  const broken = faultOf('broken', place, 'its documents are not as MongoDB gives them');
  const found: ProfileDocument[] = [];
  let fresh = 0;
  const comment = `vigie ${mark}`;
  let reply = await run({ find: 'system.profile', ...how, showRecordId: true, batchSize: BATCH, comment });
  for (;;) {
    if (isFaultValue(reply)) return reply;
    const page = cursorPageOf(reply);
    if (page === undefined) return broken;
    for (const bytes of page.documents) {
      const document = documentOf(bytes);
      if (document === undefined) return broken;
      if (document.id > behind) fresh += 1;
      found.push(document);
    }
    if (page.id === 0n) return { documents: found, isMore: false };
    if (found.length > MOST_SEEN) return broken;
    if (fresh >= MOST_DOCUMENTS) {
      await conversation.run({ database, body: { killCursors: 'system.profile', cursors: [page.id] }, limitMs: 2000 });
      return { documents: found, isMore: true };
    }
    reply = await run({ getMore: page.id, collection: 'system.profile', batchSize: BATCH });
  }
}

function documentOf(bytes: Buffer): ProfileDocument | undefined {
  const json = bsonToJson(bytes)?.json;
  if (json === undefined) return undefined;
  const value = JSON.parse(json) as {
    readonly ts?: unknown;
    readonly command?: { readonly comment?: unknown; readonly profile?: unknown } | null;
    readonly originatingCommand?: { readonly comment?: unknown } | null;
  };
  // It is added at the end, and of 64 bits a number has 53 only.
  const [id, time] = [/"\$recordId":(\d+)\}$/.exec(json)?.[1] ?? '', Date.parse(String(value.ts))];
  if (!/^\d{1,19}$/.test(id) || Number.isNaN(time)) return undefined;
  const comment = String(value.originatingCommand?.comment ?? value.command?.comment ?? '');
  return { id: BigInt(id), time, json, comment, asksLevel: value.command?.profile === -1 };
}

function isOwn({ comment, asksLevel }: ProfileDocument, mark: string): boolean {
  return asksLevel || comment.includes(mark);
}
