// MongoDB and what speaks its protocol as a source: https://www.mongodb.com/docs/manual/reference/command/. One server is
// asked, by commands that read; a document's JSON is made from its BSON without a driver between.
import { bsonToJson } from '../net/bson-json.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue, placeOf } from '../net/fault.ts';
import { memberSlice, rootSlice } from '../net/json-slices.ts';
import type { StoreLocation } from '../net/location.ts';
import { cursorPageOf } from '../net/mongodb-cursor.ts';
import { createMongodbSession, type MongodbConversation, type MongodbSession } from '../net/mongodb-session.ts';
import { createRowPacker } from '../net/row-packer.ts';
import type { Block, ColumnCount, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';
import { countDocuments, createValueCounter, exactly, groupDocuments } from './document-counting.ts';
import { fieldsOfCollection } from './mongodb-fields.ts';

const LIST_MS = 20_000;
const COUNT_MS = 300_000;
const SYSTEM = new Set(['admin', 'local', 'config']);
/** The server ends a batch at 16 MB whatever is asked for. */
const BATCH = 1000;
/** Of fewer documents the number is counted, of more the collection's own note is taken. */
const COUNTED = 200_000;
/** The note may be off after the server was ended by force. https://www.mongodb.com/docs/manual/reference/command/count/ */
const NOTE_SHARE = 0.01;
const NOTE_DOCUMENTS = 1000;
/** Documents may come in while they are read; a server that sends far more than it said has no end. */
const GROWTH = 2;
const GROWTH_DOCUMENTS = 100_000;
/** Batches without a document, one after the other, beyond which a cursor goes nowhere. */
const MOST_EMPTY = 1000;

/**
 * Opens a MongoDB. Nothing is connected to before the first question.
 *
 * @param location - `database` absent: all but the server's own; members of a replica set are never connected to
 */
export function openMongodb(location: StoreLocation, host: NetHost): Source {
  const session = createMongodbSession(location, host);
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  const placed = (dataset: Dataset) => placeOf(session.where, dataset.container, dataset.name);

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    return withConversation(session, within(signal), (conversation) =>
      list(conversation, session.where, location.database),
    );
  }

  function cursor(
    dataset: Dataset,
    body: Command,
    signal: AbortSignal,
    most?: number,
  ): AsyncGenerator<Buffer | SourceFault> {
    return documents(session, { dataset, place: placed(dataset), body, most }, within(signal));
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const { dataset, columns, sample, signal } = request;
    const known = await withConversation(session, within(signal), (conversation) =>
      noteOf(conversation, dataset, placed(dataset)),
    );
    // Of a view there is no note.
    if (typeof known !== 'number' && known.code !== 'unsupported') return yield known;
    const total = typeof known === 'number' ? known : undefined;
    const most = total === undefined ? undefined : total * GROWTH + GROWTH_DOCUMENTS;
    const projection = columns && { projection: Object.fromEntries(columns.filter(isPath).map((name) => [name, 1])) };
    const find = { find: dataset.name, batchSize: BATCH, ...projection };
    const wanted = sample === undefined ? undefined : Math.max(1, Math.floor(sample));
    if (wanted === undefined || (total !== undefined && total <= wanted)) {
      return yield* rowsOf(cursor(dataset, find, signal, most), placed(dataset));
    }
    yield* rowsOf(sampled(dataset, wanted, total, signal), placed(dataset));
  }

  /** By chance; where the sample is large and the server would sort it in too little memory, by a share of all. */
  async function* sampled(
    dataset: Dataset,
    wanted: number,
    total: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Buffer | SourceFault> {
    let isFirst = true;
    for await (const item of cursor(dataset, aggregate(dataset, [{ $sample: { size: wanted } }]), signal, wanted)) {
      const isHeavy = isFirst && !Buffer.isBuffer(item) && ['too large', 'broken', 'unsupported'].includes(item.code);
      if (isHeavy && total !== undefined) {
        const share = [{ $match: { $sampleRate: wanted / total } }, { $limit: wanted }];
        return yield* cursor(dataset, aggregate(dataset, share), signal, wanted);
      }
      isFirst = false;
      yield item;
    }
  }

  async function count(dataset: Dataset, column: string, signal: AbortSignal): Promise<ColumnCount | SourceFault> {
    const byReading = () => countDocuments(read({ dataset, columns: [column], signal }), column);
    if (!isPath(column)) return byReading();
    const filled = { $match: filledBy(column) };
    const stages = [filled, { $project: { _id: 0, v: `$${column}` } }, { $unwind: '$v' }, { $group: { _id: '$v' } }];
    const values = createValueCounter();
    for await (const item of cursor(dataset, aggregate(dataset, stages), signal)) {
      // A server with too little memory for all the groups can still be read.
      if (!Buffer.isBuffer(item)) return item.code === 'too large' ? byReading() : item;
      const value = parsedField(item, '_id');
      if (value !== null && value !== '' && value !== undefined) values.add(textOf(value));
    }
    for await (const item of cursor(dataset, aggregate(dataset, [filled, { $count: 'n' }]), signal)) {
      if (!Buffer.isBuffer(item)) return item;
      return { rows: exactly(Number(parsedField(item, 'n') ?? 0)), distinct: values.count() };
    }
    return { rows: exactly(0), distinct: exactly(0) };
  }

  async function* groups(
    dataset: Dataset,
    columns: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Block | SourceFault> {
    const byReading = () => groupDocuments(read({ dataset, columns, signal }), columns);
    if (columns.length === 0 || !columns.every(isPath)) return yield* byReading();
    const stages = [{ $group: { _id: columns.map((column) => `$${column}`), n: { $sum: 1 } } }];
    const packer = createRowPacker([...columns, 'rows']);
    let end: SourceFault | undefined;
    let groups = 0;
    for await (const item of cursor(dataset, aggregate(dataset, stages), signal)) {
      if (!Buffer.isBuffer(item)) {
        if (item.code === 'too large' && groups === 0) return yield* byReading();
        end = item;
        break;
      }
      groups += 1;
      const [values, rows] = [fieldText(item, '_id'), fieldText(item, 'n')];
      if (!values?.startsWith('[') || rows === undefined) {
        end = faultOf('broken', placed(dataset), 'its groups are not as MongoDB gives them');
        break;
      }
      const full = packer.addBytes(Buffer.from(`${values.slice(0, -1)},${rows}]`));
      if (full) yield full;
    }
    const last = packer.end();
    if (last) yield last;
    if (end) yield end;
  }

  async function isThroughout(dataset: Dataset, column: string, form: string, signal: AbortSignal) {
    if (!isPath(column)) return false;
    const other = { $match: { $and: [filledBy(column), { [column]: { $not: { $regex: form } } }] } };
    for await (const item of cursor(dataset, aggregate(dataset, [other, { $limit: 1 }]), signal))
      return Buffer.isBuffer(item) ? false : item;
    return true;
  }

  async function columns(dataset: Dataset, signal: AbortSignal): Promise<Dataset['columns'] | undefined | SourceFault> {
    return fieldsOfCollection(async function* ask(pipeline) {
      for await (const item of cursor(dataset, aggregate(dataset, pipeline), signal))
        yield Buffer.isBuffer(item) ? parsedField(item, '_id') : item;
    });
  }

  return {
    product: 'mongodb',
    datasets,
    read,
    inPlace: { count, groups, isThroughout, columns },
    close: async () => closing.abort(),
  };
}

type Command = Readonly<Record<string, unknown>>;

/** `allowDiskUse` is said, since servers since 6.0 write what does not fit into their memory to their disk otherwise. */
function aggregate(dataset: Dataset, pipeline: readonly object[]): Command {
  return { aggregate: dataset.name, pipeline, cursor: { batchSize: BATCH }, allowDiskUse: false };
}

/** A path that an expression can name; others hold an operator, or a key with no name. */
function isPath(column: string): boolean {
  return /^[^$.\0][^.\0]*(?:\.[^$.\0][^.\0]*)*$/.test(column);
}

/** Something stands there: a text that is not empty, a number, an id, a time; also in a list. */
function filledBy(column: string): object {
  const types = ['number', 'objectId', 'date', 'binData', 'object'];
  return { $or: [{ [column]: { $gt: '' } }, { [column]: { $type: types } }] };
}

async function withConversation<T>(
  session: MongodbSession,
  signal: AbortSignal,
  use: (conversation: MongodbConversation) => Promise<T>,
): Promise<T | SourceFault> {
  const conversation = await session.connect(signal);
  if (isFaultValue(conversation)) return conversation;
  try {
    return await use(conversation);
  } finally {
    conversation.close();
  }
}

// ---- what there is

async function list(
  conversation: MongodbConversation,
  where: string,
  wanted: string | undefined,
): Promise<readonly Dataset[] | SourceFault> {
  const names = wanted === undefined ? await databaseNames(conversation, where) : [wanted];
  if (!Array.isArray(names)) return names as SourceFault;
  const found: Dataset[] = [];
  for (const database of names as readonly string[]) {
    const collections = await collectionsOf(conversation, database, where);
    if (!Array.isArray(collections)) return collections as SourceFault;
    for (const { name, type } of collections as readonly Listed[]) {
      const bare: Dataset = { container: database, name, columns: [] };
      if (type === 'view') {
        found.push({ ...bare, derived: true });
        continue;
      }
      const rows = await countOf(conversation, bare, placeOf(where, database, name));
      if ('code' in rows && (rows.code === 'lost' || rows.code === 'timeout')) return rows;
      found.push('code' in rows ? bare : { ...bare, rows });
    }
  }
  return found;
}

async function databaseNames(
  conversation: MongodbConversation,
  where: string,
): Promise<readonly string[] | SourceFault> {
  const body = { listDatabases: 1, nameOnly: true };
  const reply = await conversation.run({ database: 'admin', body, limitMs: LIST_MS });
  if (isFaultValue(reply)) return reply;
  const told: unknown = reply.databases;
  if (!Array.isArray(told)) return faultOf('broken', where, 'its list of databases is not as MongoDB gives it');
  const names = told.map((each: { readonly name?: unknown }) => each?.name);
  return names.filter((name): name is string => typeof name === 'string' && !SYSTEM.has(name));
}

interface Listed {
  readonly name: string;
  readonly type: unknown;
}

async function collectionsOf(
  conversation: MongodbConversation,
  database: string,
  where: string,
): Promise<readonly Listed[] | SourceFault> {
  const found: Listed[] = [];
  let body: Command = { listCollections: 1, nameOnly: true, authorizedCollections: true, cursor: { batchSize: BATCH } };
  for (let turn = 0; turn < 1000; turn += 1) {
    const reply = await conversation.run({ database, body, limitMs: LIST_MS });
    if (isFaultValue(reply)) return reply;
    const page = cursorPageOf(reply);
    if (!page) break;
    for (const bytes of page.documents) {
      const json = bsonToJson(bytes)?.json;
      const { name, type } = json === undefined ? {} : (JSON.parse(json) as Partial<Listed>);
      if (typeof name === 'string' && !name.startsWith('system.')) found.push({ name, type });
    }
    if (page.id === 0n) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    body = { getMore: page.id, collection: '$cmd.listCollections' };
  }
  return faultOf('broken', placeOf(where, database, '*'), 'its list of collections is not as MongoDB gives it');
}

/** The number that the collection keeps of its documents. */
async function noteOf(
  conversation: MongodbConversation,
  dataset: Dataset,
  place: string,
): Promise<number | SourceFault> {
  if (dataset.derived) return faultOf('unsupported', place, 'a view keeps no number of its documents');
  const body = { count: dataset.name };
  const reply = await conversation.run({ database: dataset.container, body, place, limitMs: LIST_MS });
  if (isFaultValue(reply)) return reply;
  const count = Number(reply.n);
  return Number.isInteger(count) && count >= 0
    ? count
    : faultOf('broken', place, 'it does not tell how many documents there are');
}

async function countOf(
  conversation: MongodbConversation,
  dataset: Dataset,
  place: string,
): Promise<Count | SourceFault> {
  const note = await noteOf(conversation, dataset, place);
  if (typeof note !== 'number') return note;
  if (note <= COUNTED) {
    const body = aggregate(dataset, [{ $count: 'n' }]);
    const reply = await conversation.run({ database: dataset.container, body, place, limitMs: LIST_MS });
    const page = isFaultValue(reply) ? undefined : cursorPageOf(reply);
    const [first] = page?.documents ?? [];
    if (page) return exactly(first ? Number(parsedField(first, 'n') ?? 0) : 0);
  }
  const margin = Math.ceil(note * NOTE_SHARE) + NOTE_DOCUMENTS;
  return { lower: Math.max(0, note - margin), estimate: note, upper: note + margin };
}

// ---- documents

interface Asked {
  readonly dataset: Dataset;
  readonly place: string;
  readonly body: Command;
  /** More documents than these are no honest answer. */
  readonly most: number | undefined;
}

/** The documents of a command's cursor, each as its BSON. A fault is the last item. */
async function* documents(
  session: MongodbSession,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<Buffer | SourceFault> {
  const { dataset, place, body, most = Number.POSITIVE_INFINITY } = asked;
  const conversation = await session.connect(signal);
  if (isFaultValue(conversation)) return yield { ...conversation, where: place };
  const run = (command: Command) =>
    conversation.run({ database: dataset.container, body: command, place, limitMs: COUNT_MS });
  let open = 0n;
  let seen = 0;
  let empty = 0;
  try {
    // Reading all of a collection may take long; what is computed for one answer may not.
    let reply = await run('pipeline' in body ? { ...body, maxTimeMS: COUNT_MS } : body);
    for (;;) {
      if (isFaultValue(reply)) return yield reply;
      const page = cursorPageOf(reply);
      if (!page) return yield faultOf('broken', place, 'its cursor is not as MongoDB gives it');
      open = page.id;
      yield* page.documents;
      seen += page.documents.length;
      empty = page.documents.length === 0 ? empty + 1 : 0;
      if (open === 0n) return;
      if (seen > most || empty > MOST_EMPTY) {
        return yield faultOf('broken', place, 'its cursor has no end: reading was stopped');
      }
      reply = await run({ getMore: open, collection: dataset.name, batchSize: BATCH });
    }
  } finally {
    // Also where the reader has stopped: the server would keep it for ten minutes.
    const body = { killCursors: dataset.name, cursors: [open] };
    if (open !== 0n) await conversation.run({ database: dataset.container, body, limitMs: 2000 });
    conversation.close();
  }
}

async function* rowsOf(items: AsyncIterable<Buffer | SourceFault>, place: string): AsyncGenerator<Block | SourceFault> {
  const packer = createRowPacker(undefined);
  let leftOut = 0;
  let end: SourceFault | undefined;
  for await (const item of items) {
    if (!Buffer.isBuffer(item)) {
      end = item;
      break;
    }
    const text = bsonToJson(item);
    if (!text) {
      end = faultOf('broken', place, 'a document of it is no BSON: what comes after it was not read');
      break;
    }
    leftOut += text.leftOut;
    const full = packer.addBytes(Buffer.from(text.json));
    if (full) yield full;
  }
  const last = packer.end();
  if (last) yield last;
  if (end) yield end;
  else if (leftOut > 0) yield faultOf('unsupported', place, `${leftOut} values are no text and were left out`);
}

/** The JSON of one field of a document. */
function fieldText(bytes: Buffer, name: string): string | undefined {
  const json = Buffer.from(bsonToJson(bytes)?.json ?? '');
  const root = rootSlice(json);
  const slice = root && memberSlice(json, root, name);
  return slice && json.toString('utf8', slice.from, slice.to);
}

function parsedField(bytes: Buffer, name: string): unknown {
  const text = fieldText(bytes, name);
  if (text === undefined) return undefined;
  // A long number keeps its digits.
  return /^-?\d{16,}$/.test(text) ? text : JSON.parse(text);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
