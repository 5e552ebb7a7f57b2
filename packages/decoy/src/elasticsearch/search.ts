// A search over honey rows: hits with their documents, page by page, and scrolls whose whole state is in their id, so that none is kept here.
import type { HttpRequest } from '../http/request.ts';
import { chosen, type Index } from './indices.ts';
import { folded, idOf as idOfSource, recordOf, type Source, stringTest, testOf, textOrder } from './query.ts';

export interface Found {
  readonly body: unknown;
  readonly status: 200 | 400 | 404 | 500;
  /** Documents in the answer. */
  readonly count: number;
}

interface Wanted {
  readonly index: string;
  readonly query: unknown;
  readonly text: string | undefined;
  readonly from: number;
  readonly size: number;
  readonly isScroll: boolean;
  readonly isIntegerTotal: boolean;
  readonly sort?: Sort;
}

interface Sort {
  readonly field: string;
  readonly isDown: boolean;
}

const MAX_WINDOW = 10_000;
const DEFAULT_SIZE = 10;
const MAX_STATE = 4096;
const SHARDS = { total: 1, successful: 1, skipped: 0, failed: 0 };

export function search(indices: readonly Index[], index: string, request: HttpRequest): Found {
  const body = bodyOf(request);
  if (body === undefined) return fault(400, 'parsing_exception', 'request body is required to be an object');
  const number = (name: string) => {
    const said = request.query.get(name) ?? body[name];
    return said === undefined ? undefined : Number(said);
  };
  const [from, size] = [number('from') ?? 0, number('size') ?? DEFAULT_SIZE];
  if (!(from >= 0 && size >= 0)) return fault(400, 'illegal_argument_exception', '[size] parameter cannot be negative');
  if (from + size > MAX_WINDOW) {
    return fault(
      400,
      'illegal_argument_exception',
      `Result window is too large, from + size must be less than or equal to: [${MAX_WINDOW}] but was [${from + size}]. See the scroll api for a more efficient way to request large data sets.`,
    );
  }
  return page(indices, {
    index,
    query: body.query,
    text: request.query.get('q'),
    from: Math.trunc(from),
    size: Math.trunc(size),
    isScroll: request.query.has('scroll'),
    ...sortOf(request.query.get('sort') ?? body.sort),
    isIntegerTotal: request.query.get('rest_total_hits_as_int') === 'true',
  });
}

export function scroll(indices: readonly Index[], request: HttpRequest): Found {
  const body = bodyOf(request) ?? {};
  const id = request.query.get('scroll_id') ?? body.scroll_id ?? request.path.split('/')[3];
  const wanted = typeof id === 'string' ? stateOf(id) : undefined;
  if (!wanted) return fault(404, 'search_context_missing_exception', 'No search context found for id [1]');
  return page(indices, { ...wanted, isIntegerTotal: request.query.get('rest_total_hits_as_int') === 'true' });
}

/** How many documents fit. */
export function count(indices: readonly Index[], index: string, request: HttpRequest): Found {
  const body = bodyOf(request);
  const test = body === undefined ? undefined : testFor({ query: body.query, text: request.query.get('q') });
  if (!test) return fault(400, 'parsing_exception', 'unknown query');
  const number = chosen(indices, index).reduce((sum, { documents }) => sum + documents.filter(test).length, 0);
  return { status: 200, count: 0, body: { count: number, _shards: { ...SHARDS, total: 3, successful: 3 } } };
}

/** By the first field alone: `id:desc`, `[{"id": "desc"}]`, `[{"id": {"order": "desc"}}]`. */
function sortOf(said: unknown): { readonly sort?: Sort } {
  const first: unknown = Array.isArray(said) ? said[0] : said;
  if (typeof first === 'string') {
    const [field = '', order] = first.split(',')[0]?.split(':') ?? [];
    return field.startsWith('_') || field === '' ? {} : { sort: { field, isDown: order === 'desc' } };
  }
  const [[field, about] = []] = Object.entries(recordOf(first));
  if (field === undefined || field.startsWith('_')) return {};
  return { sort: { field, isDown: about === 'desc' || recordOf(about).order === 'desc' } };
}

function sorted<T extends { readonly source: Source }>(all: readonly T[], { field, isDown }: Sort): readonly T[] {
  const name = field.replace(/\.keyword$/, '');
  const order = (one: unknown, other: unknown) =>
    typeof one === 'number' && typeof other === 'number' ? one - other : textOrder(folded(one), folded(other));
  return [...all].sort((one, other) => order(one.source[name], other.source[name]) * (isDown ? -1 : 1));
}

function page(indices: readonly Index[], wanted: Wanted): Found {
  const test = testFor(wanted);
  if (!test) return fault(400, 'parsing_exception', 'unknown query');
  const all = chosen(indices, wanted.index).flatMap((one) =>
    one.documents.filter(test).map((source) => ({ index: one.name, source })),
  );
  const inOrder = wanted.sort ? sorted(all, wanted.sort) : all;
  const hits = inOrder.slice(wanted.from, wanted.from + wanted.size).map(({ index, source }) => ({
    _index: index,
    _type: '_doc',
    _id: idOfSource(source),
    _score: 1,
    _source: source,
  }));
  const total = wanted.isIntegerTotal ? all.length : { value: all.length, relation: 'eq' };
  const next = wanted.isScroll ? { _scroll_id: idOf({ ...wanted, from: wanted.from + wanted.size }) } : {};
  return {
    status: 200,
    count: hits.length,
    body: {
      ...next,
      took: 2 + (all.length % 7),
      timed_out: false,
      _shards: SHARDS,
      hits: { total, max_score: hits.length > 0 ? 1 : null, hits },
    },
  };
}

function testFor({ query, text }: Pick<Wanted, 'query' | 'text'>): ((source: Source) => boolean) | undefined {
  return text === undefined ? testOf(query) : stringTest(text);
}

export function fault(status: 400 | 404 | 500, type: string, reason: string): Found {
  const cause = { type, reason };
  return { status, count: 0, body: { error: { root_cause: [cause], ...cause }, status } };
}

/** @returns undefined where there is a body that is no object of JSON */
export function bodyOf({ body }: HttpRequest): Readonly<Record<string, unknown>> | undefined {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? recordOf(value) : undefined;
  } catch {
    // No JSON: said by the answer.
    return undefined;
  }
}

// ---- scrolls

function idOf({ index, query, text, from, size }: Wanted): string {
  const state = JSON.stringify([index.slice(0, 256), text, from, size, query]);
  // A query that is too long to be carried goes on as one for everything.
  const carried = state.length > MAX_STATE ? JSON.stringify([index.slice(0, 256), undefined, from, size]) : state;
  return `FGluY2x1ZGVfY29udGV4dF91dWlk${Buffer.from(carried).toString('base64url')}`;
}

function stateOf(id: string): Omit<Wanted, 'isIntegerTotal'> | undefined {
  const [, carried = ''] = /^FGluY2x1ZGVfY29udGV4dF91dWlk([\w-]{1,8192})$/.exec(id) ?? [];
  try {
    const state: unknown = JSON.parse(Buffer.from(carried, 'base64url').toString('utf8'));
    if (!Array.isArray(state)) return undefined;
    const [index, text, from, size, query]: unknown[] = state;
    if (typeof index !== 'string' || !isCount(from) || !isCount(size)) return undefined;
    return {
      index,
      text: typeof text === 'string' ? text : undefined,
      from,
      size,
      query: query ?? undefined,
      isScroll: true,
    };
  } catch {
    // An id that is not ours.
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e9;
}
