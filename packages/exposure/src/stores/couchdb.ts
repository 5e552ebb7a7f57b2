// CouchDB as a source, over HTTP: https://docs.couchdb.org/en/stable/api/database/bulk-api.html#db-all-docs. Documents pass
// through as the server wrote them, page by page in the order of their ids.
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue, placeOf } from '../net/fault.ts';
import { basicLogin, createHttpSession, type HttpSession } from '../net/http-session.ts';
import { itemSlices, memberSlice, parsedSlice, rootSlice, type Slice, valueAt } from '../net/json-slices.ts';
import { MAX_LINE_BYTES } from '../net/line-cutter.ts';
import type { StoreLocation } from '../net/location.ts';
import { createRowPacker, type RowPacker } from '../net/row-packer.ts';
import type { Block, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';
import { exactly } from './document-counting.ts';

const MAX_ANSWER_BYTES = 64 << 20;
const LIST_MS = 20_000;
/** Walking to a place of a large database costs the server time before it sends anything. */
const PAGE_MS = 180_000;
const FIRST_SIZE = 200;
const LARGEST_SIZE = 5000;
const PAGE_BYTES = 4 << 20;
/** Places of a sample, spread evenly over the ids; neighbours are read at each. */
const SAMPLE_PLACES = 40;
/** Documents may come in while they are read; a server that sends far more than it said has no end. */
const GROWTH = 2;
const GROWTH_DOCUMENTS = 100_000;

/**
 * Opens a CouchDB. Nothing is connected to before the first question.
 *
 * @param location - `database` absent: all but the system's own, whose names begin with an underscore
 */
export function openCouchdb(location: StoreLocation, host: NetHost): Source {
  const session = createHttpSession(location, host, { Accept: 'application/json', ...basicLogin(location) });
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);

  async function datasets(outer: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const signal = within(outer);
    const names = await namesOf(session, location.database, signal);
    if ('code' in names) return names;
    const found: Dataset[] = [];
    for (const name of names) {
      const place = placeOf(session.where, 'databases', name);
      const rows = await countDocuments(session, name, place, signal);
      // A database that this user may not enter is listed all the same: reading it tells why.
      found.push({
        container: 'databases',
        name,
        columns: [],
        ...(typeof rows === 'number' && { rows: exactly(rows) }),
      });
      if (typeof rows !== 'number' && rows.code !== 'refused' && rows.code !== 'broken') return rows;
    }
    return found;
  }

  async function* read({ dataset, sample, signal: outer }: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const signal = within(outer);
    const place = placeOf(session.where, dataset.container, dataset.name);
    const total = await countDocuments(session, dataset.name, place, signal);
    if (typeof total !== 'number') return yield total;
    const walk: Walk = {
      session,
      name: dataset.name,
      place,
      signal,
      packer: createRowPacker(undefined),
      size: FIRST_SIZE,
      last: undefined,
      seen: 0,
      most: total * GROWTH + GROWTH_DOCUMENTS,
    };
    const wanted = sample === undefined ? undefined : Math.max(1, Math.floor(sample));
    const end = yield* wanted === undefined || total <= wanted ? readAll(walk) : readPlaces(walk, total, wanted);
    const last = walk.packer.end();
    if (last) yield last;
    if (end) yield end;
  }

  return {
    product: 'couchdb',
    datasets,
    read,
    close: async () => {
      closing.abort();
      session.close();
    },
  };
}

// ---- what there is

async function namesOf(
  session: HttpSession,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<readonly string[] | SourceFault> {
  const root = await answerOf(session, { path: '/', place: session.where, signal, headMs: LIST_MS });
  if (isFaultValue(root)) return root;
  if (root.value(['couchdb']) === undefined) {
    return faultOf('broken', session.where, 'what answers there is not CouchDB: check the port');
  }
  if (wanted !== undefined) return [wanted];
  const listed = await answerOf(session, { path: '/_all_dbs', place: session.where, signal, headMs: LIST_MS });
  if (isFaultValue(listed)) return listed;
  const names = listed.value([]);
  if (!Array.isArray(names))
    return faultOf('broken', session.where, 'its list of databases is not as CouchDB gives it');
  return names.filter((name): name is string => typeof name === 'string' && name !== '' && !name.startsWith('_'));
}

async function countDocuments(
  session: HttpSession,
  name: string,
  place: string,
  signal: AbortSignal,
): Promise<number | SourceFault> {
  const about = await answerOf(session, { path: `/${encodeURIComponent(name)}`, place, signal, headMs: LIST_MS });
  if (isFaultValue(about)) return about;
  const count = about.value(['doc_count']);
  return typeof count === 'number' && count >= 0
    ? count
    : faultOf('broken', place, 'it does not tell how many documents there are');
}

// ---- documents

interface Walk {
  readonly session: HttpSession;
  readonly name: string;
  readonly place: string;
  readonly signal: AbortSignal;
  readonly packer: RowPacker;
  /** Documents of a page, so that it stays near PAGE_BYTES. */
  size: number;
  /** JSON of the last id that was read. */
  last: string | undefined;
  seen: number;
  /** More documents than these are no honest answer. */
  readonly most: number;
}

async function* readAll(walk: Walk): AsyncGenerator<Block, SourceFault | undefined> {
  for (;;) {
    const page = yield* readPage(walk, walk.size, 0);
    if (isFaultValue(page)) return page;
    if (page.isLast) return undefined;
  }
}

/** The way to the next place is walked by the server, from where the last place ended: all of it once. */
async function* readPlaces(walk: Walk, total: number, wanted: number): AsyncGenerator<Block, SourceFault | undefined> {
  const places = Math.min(SAMPLE_PLACES, wanted);
  const each = Math.floor(wanted / places);
  const skip = Math.max(0, Math.floor((total - wanted) / places));
  for (let place = 0; place < places; place += 1) {
    let left = each;
    for (let gap = skip; left > 0; gap = 0) {
      const page = yield* readPage(walk, Math.min(left, walk.size), gap);
      if (isFaultValue(page)) return page;
      if (page.isLast) return undefined;
      left -= page.documents;
    }
  }
  return undefined;
}

interface Page {
  readonly documents: number;
  readonly isLast: boolean;
}

async function* readPage(walk: Walk, wanted: number, skip: number): AsyncGenerator<Block, Page | SourceFault> {
  const { session, place, signal } = walk;
  let size = wanted;
  for (;;) {
    // The page begins with the document that was the last one, which a deletion may have taken away: then with the next.
    const repeats = walk.last === undefined ? 0 : 1;
    const asked = new URLSearchParams({ include_docs: 'true', limit: String(size + (skip > 0 ? 0 : repeats)) });
    if (walk.last !== undefined) asked.set('startkey', walk.last);
    if (skip > 0) asked.set('skip', String(skip + repeats));
    const path = `/${encodeURIComponent(walk.name)}/_all_docs?${asked}`;
    const answer = await answerOf(session, { path, place, signal, headMs: PAGE_MS });
    if (isFaultValue(answer)) {
      if (answer.code !== 'too large' || size === 1) return answer;
      size = Math.max(1, size >> 3);
      walk.size = size;
      continue;
    }
    return yield* takePage(walk, answer, size);
  }
}

function* takePage(walk: Walk, answer: Answer, size: number): Generator<Block, Page | SourceFault> {
  const { place } = walk;
  const { bytes } = answer;
  const list = answer.slice(['rows']);
  const rows = list && itemSlices(bytes, list);
  if (!rows) return faultOf('broken', place, 'its page of documents is not as CouchDB gives it');
  let documents = 0;
  for (const row of rows) {
    const id = memberSlice(bytes, row, 'id');
    const told = id && bytes.toString('utf8', id.from, id.to);
    if (told === undefined) return faultOf('broken', place, 'its page of documents is not as CouchDB gives it');
    if (told === walk.last) continue;
    walk.last = told;
    documents += 1;
    const document = memberSlice(bytes, row, 'doc');
    // Views and their code are documents too, and no data; of a deleted one nothing is left.
    if (!document || told.startsWith('"_design/') || parsedIsNull(bytes, document)) continue;
    if (document.to - document.from > MAX_LINE_BYTES) {
      return faultOf('too large', place, 'a document of it is longer than 32 MiB: what comes after it was not read');
    }
    const full = walk.packer.addBytes(bytes.subarray(document.from, document.to));
    if (full) yield full;
  }
  walk.seen += documents;
  if (walk.seen > walk.most) return faultOf('broken', place, 'it sends more documents than it has: reading was ended');
  if (rows.length > 0) {
    walk.size = Math.min(LARGEST_SIZE, Math.max(1, Math.floor(PAGE_BYTES / (bytes.length / rows.length))));
  }
  return { documents, isLast: documents === 0 || documents < size - 1 };
}

function parsedIsNull(bytes: Buffer, slice: Slice): boolean {
  return slice.to - slice.from === 4 && bytes.toString('latin1', slice.from, slice.to) === 'null';
}

// ---- answers

interface Answer {
  readonly bytes: Buffer;
  slice(keys: readonly string[]): Slice | undefined;
  value(keys: readonly string[]): unknown;
}

async function answerOf(
  session: HttpSession,
  asked: { readonly path: string; readonly place: string; readonly signal: AbortSignal; readonly headMs: number },
): Promise<Answer | SourceFault> {
  const answer = await session.askWhole({ method: 'GET', ...asked }, MAX_ANSWER_BYTES);
  if (isFaultValue(answer)) return answer;
  if (answer.status !== 200) return faultOfStatus(answer.status, asked.place);
  const { body } = answer;
  const root = rootSlice(body);
  if (!root) return faultOf('broken', asked.place, 'its answer is no JSON: check the port');
  return {
    bytes: body,
    slice: (keys) => valueAt(body, root, keys),
    value: (keys) => parsedSlice(body, valueAt(body, root, keys)),
  };
}

function faultOfStatus(status: number, place: string): SourceFault {
  if (status === 401) return faultOf('refused', place, 'user or password is missing or wrong: put them into the URL');
  if (status === 403) return faultOf('refused', place, 'the user has no right to read this');
  if (status === 404)
    return faultOf('broken', place, 'there is no such database, or what answers there is not CouchDB');
  if (status === 429 || status === 503)
    return faultOf('refused', place, `it is too busy (HTTP ${status}): try again later`);
  if (status >= 300 && status < 400) {
    return faultOf('broken', place, `it points to another place (HTTP ${status}), which was not followed`);
  }
  return faultOf('broken', place, `it failed at the question (HTTP ${status})`);
}
