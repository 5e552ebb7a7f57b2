// Documents of one index, page by page, without anything that would have to be kept by the server: each shard by itself, in
// the order of its sequence numbers, which are different for all documents of a shard and never change
// (https://www.elastic.co/docs/reference/elasticsearch/rest-apis/paginate-search-results; a point in time or a scroll is a
// resource of the server). Servers before release 6 have none: there a scroll is used, and cleared at the end.
import type { Block, SourceFault } from '../source.ts';
import type { ElasticsearchQuestion, ElasticsearchSession, JsonAnswer } from './elasticsearch-session.ts';
import { faultOf } from './fault.ts';
import { itemSlices, memberSlice, parsedSlice, type Slice } from './json-slices.ts';
import { MAX_LINE_BYTES } from './line-cutter.ts';
import { createRowPacker, type RowPacker } from './row-packer.ts';

export interface PagesRequest {
  readonly index: string;
  readonly place: string;
  readonly signal: AbortSignal;
  /** Fields that are left out of the documents. */
  readonly excluded: readonly string[];
  /** At most so many documents, chosen by chance over the whole index and the same ones each time. */
  readonly sample: number | undefined;
}

const SEQUENCE_NUMBERS_SINCE = 6000;
const FIRST_SIZE = 200;
/** Default of index.max_result_window is 10,000. */
const LARGEST_SIZE = 5000;
const PAGE_BYTES = 4 << 20;
/** Documents may come in while they are read; a server that sends far more than it said has no end. */
const GROWTH = 2;
const GROWTH_DOCUMENTS = 100_000;
const SCROLL = '2m';
/** Ids that the server makes itself tell nothing: 20 characters of URL-safe Base64. */
const MADE_ID = /^"[\w-]{20}"$/;

export async function* pagesOf(
  session: ElasticsearchSession,
  level: number,
  request: PagesRequest,
): AsyncGenerator<Block | SourceFault> {
  const packer = createRowPacker(undefined);
  const scan: Scan = {
    session,
    level,
    request,
    packer,
    left: request.sample ?? Number.POSITIVE_INFINITY,
    seen: 0,
    most: 0,
  };
  const end = yield* level >= SEQUENCE_NUMBERS_SINCE ? byShards(scan) : byScroll(scan);
  const last = packer.end();
  if (last) yield last;
  if (end) yield end;
}

interface Scan {
  readonly session: ElasticsearchSession;
  readonly level: number;
  readonly request: PagesRequest;
  readonly packer: RowPacker;
  /** Documents of the sample that are still wanted. */
  left: number;
  seen: number;
  /** More documents than these are no honest answer. */
  most: number;
}

type Fields = Record<string, unknown>;

async function* byShards(scan: Scan): AsyncGenerator<Block, SourceFault | undefined> {
  const counted = await ask(scan, `${search(scan)}`, { size: 0, track_total_hits: true });
  if (isFaultOf(counted)) return counted;
  const shards = Number(counted.value(['_shards', 'total']));
  const total = totalOf(counted);
  if (!Number.isInteger(shards) || shards < 0 || shards > 2048 || total === undefined) return foreign(scan);
  scan.most = total * GROWTH + GROWTH_DOCUMENTS;
  const query = queryOf(scan, total);
  for (let shard = 0; shard < shards && scan.left > 0; shard += 1) {
    const end = yield* oneShard(scan, shard, query);
    if (end) return end;
  }
  return undefined;
}

async function* oneShard(scan: Scan, shard: number, query: Fields): AsyncGenerator<Block, SourceFault | undefined> {
  let after = -1;
  let size = FIRST_SIZE;
  while (scan.left > 0) {
    const body = {
      ...query,
      size,
      sort: [{ _seq_no: 'asc' }],
      ...(after >= 0 && { search_after: [after] }),
      track_total_hits: false,
    };
    const page = await ask(scan, `${search(scan)}?preference=_shards:${shard}`, body);
    if (isFaultOf(page)) {
      if (page.code !== 'too large' || size === 1) return page;
      size = Math.max(1, size >> 3);
      continue;
    }
    const hits = hitsOf(page);
    if (!hits) return foreign(scan);
    const end = yield* documents(scan, page, hits);
    const last = hits.at(-1);
    if (end || !last || hits.length < size) return end;
    const next = Number(firstOf(parsedSlice(page.bytes, memberSlice(page.bytes, last, 'sort'))));
    if (!(next > after))
      return faultOf('broken', scan.request.place, 'its pages repeat: what comes after was not read');
    after = next;
    size = sizeAfter(page.bytes.length / hits.length);
  }
  return undefined;
}

async function* byScroll(scan: Scan): AsyncGenerator<Block, SourceFault | undefined> {
  let id: unknown;
  try {
    const first = { ...queryOf(scan, undefined), size: FIRST_SIZE, sort: ['_doc'] };
    let page = await ask(scan, `${search(scan)}?scroll=${SCROLL}`, first);
    for (;;) {
      if (isFaultOf(page)) return page;
      id = page.value(['_scroll_id']) ?? id;
      scan.most ||= (totalOf(page) ?? 0) * GROWTH + GROWTH_DOCUMENTS;
      const hits = hitsOf(page);
      if (!hits || typeof id !== 'string') return foreign(scan);
      const end = yield* documents(scan, page, hits);
      if (end || hits.length === 0 || scan.left <= 0) return end;
      page = await ask(scan, '/_search/scroll', { scroll: SCROLL, scroll_id: id });
    }
  } finally {
    // Also where the reader has stopped: the server would keep it for two minutes.
    const signal = AbortSignal.timeout(5000);
    if (typeof id === 'string') {
      await scan.session.ask({ path: '/_search/scroll', method: 'DELETE', body: { scroll_id: [id] }, signal });
    }
  }
}

function* documents(scan: Scan, page: JsonAnswer, hits: readonly Slice[]): Generator<Block, SourceFault | undefined> {
  const { place } = scan.request;
  scan.seen += hits.length;
  if (scan.seen > scan.most) return faultOf('broken', place, 'it sends more documents than it has: reading was ended');
  for (const hit of hits.slice(0, Math.min(hits.length, scan.left))) {
    const source = memberSlice(page.bytes, hit, '_source');
    if (!source)
      return faultOf('unsupported', place, 'its documents are not kept (_source is off), only what is searched for');
    if (source.to - source.from > MAX_LINE_BYTES) {
      return faultOf('too large', place, 'a document of it is longer than 32 MiB: what comes after it was not read');
    }
    const full = scan.packer.addBytes(withId(page.bytes, memberSlice(page.bytes, hit, '_id'), source));
    if (full) yield full;
  }
  scan.left -= hits.length;
  return undefined;
}

/** The id stands beside the document, and is often an e-mail address or the number of a customer. */
function withId(bytes: Buffer, id: Slice | undefined, source: Slice): Buffer {
  const document = bytes.subarray(source.from, source.to);
  if (!id || MADE_ID.test(bytes.toString('latin1', id.from, Math.min(id.to, id.from + 30)))) return document;
  const isEmpty = /^\{\s*\}$/.test(document.toString('latin1', 0, Math.min(document.length, 8)));
  const head = Buffer.from('{"_id":');
  return Buffer.concat([head, bytes.subarray(id.from, id.to), Buffer.from(isEmpty ? '' : ','), document.subarray(1)]);
}

// ---- the question

function search({ request }: Scan): string {
  return `/${encodeURIComponent(request.index)}/_search`;
}

function queryOf({ level, request }: Scan, total: number | undefined): Fields {
  const { excluded, sample } = request;
  const source = excluded.length === 0 ? true : { excludes: excluded };
  if (sample === undefined || (total !== undefined && total <= sample)) return { _source: source };
  // The seed's field makes the choice the same each time. https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-function-score-query
  const chance = level >= SEQUENCE_NUMBERS_SINCE ? { seed: 7, field: '_seq_no' } : { seed: 7 };
  const chosen = {
    function_score: {
      query: { match_all: {} },
      random_score: chance,
      boost_mode: 'replace',
      ...(total !== undefined && { min_score: 1 - sample / total }),
    },
  };
  return { _source: source, query: chosen };
}

async function ask(scan: Scan, path: string, body: Fields): Promise<JsonAnswer | SourceFault> {
  const { place, signal } = scan.request;
  const question: ElasticsearchQuestion = { path, body, place, signal, headMs: 120_000 };
  const answer = await scan.session.ask(question);
  if ('code' in answer) return answer;
  return lackOf(answer, place) ?? answer;
}

/** Shards that failed, and a time that ran out, are told in an answer that looks well otherwise. */
export function lackOf(answer: JsonAnswer, place: string): SourceFault | undefined {
  if (answer.value(['timed_out']) === true) return faultOf('timeout', place, 'a search took longer than its limit');
  const failed = Number(answer.value(['_shards', 'failed']) ?? 0);
  return failed > 0 ? faultOf('lost', place, 'a part of its shards did not answer: rows are missing') : undefined;
}

export function totalOf(answer: JsonAnswer): number | undefined {
  const told = answer.value(['hits', 'total']);
  // A plain number before release 7.
  const total = typeof told === 'object' && told !== null && 'value' in told ? told.value : told;
  return typeof total === 'number' && total >= 0 ? total : undefined;
}

function hitsOf(page: JsonAnswer): Slice[] | undefined {
  const list = page.slice(['hits', 'hits']);
  return list && itemSlices(page.bytes, list);
}

function sizeAfter(bytesPerDocument: number): number {
  return Math.min(LARGEST_SIZE, Math.max(1, Math.floor(PAGE_BYTES / bytesPerDocument)));
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function foreign({ request }: Scan): SourceFault {
  return faultOf('broken', request.place, 'its answer to a search is not as Elasticsearch gives it');
}

function isFaultOf(answer: JsonAnswer | SourceFault): answer is SourceFault {
  return 'code' in answer;
}
