// Elasticsearch and OpenSearch as a source, over HTTP: https://www.elastic.co/docs/api/doc/elasticsearch/ and
// https://docs.opensearch.org/latest/api-reference/. Documents pass through as the server wrote them.
import type { NetHost } from '../net/connect.ts';
import { type MappedField, type Mapping, readMapping } from '../net/elasticsearch-mapping.ts';
import { lackOf, pagesOf, totalOf } from '../net/elasticsearch-pages.ts';
import { createElasticsearchSession, type ElasticsearchSession } from '../net/elasticsearch-session.ts';
import { faultOf, placeOf } from '../net/fault.ts';
import { itemSlices, memberSlice, parsedSlice } from '../net/json-slices.ts';
import type { StoreLocation } from '../net/location.ts';
import { createRowPacker } from '../net/row-packer.ts';
import type { Block, ColumnCount, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';
import { countDocuments, createValueCounter, exactly, groupDocuments } from './document-counting.ts';

const LIST_MS = 20_000;
const COUNT_MS = 120_000;
/** Groups of one answer; the default of search.max_buckets has been 10,000 at its lowest. */
const GROUPS = 5000;
/** Composite aggregations came with 6.1, groups of rows that lack a field with 6.4. */
const GROUPS_SINCE = 6004;

/**
 * Opens an Elasticsearch or an OpenSearch. Nothing is connected to before the first question.
 *
 * @param location - `database` is an index, an alias or a pattern of them; absent: all indices but the cluster's own
 */
export function openElasticsearch(location: StoreLocation, host: NetHost): Source {
  const session = createElasticsearchSession(location, host);
  const mappings = new Map<string, Mapping>();
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  const placed = (dataset: Dataset) => placeOf(session.where, dataset.container, dataset.name);

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    return list(session, location.database, mappings, within(signal));
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const { dataset, columns, sample } = request;
    const signal = within(request.signal);
    const about = await session.about(signal);
    if ('code' in about) return yield about;
    // What is not wanted is named, so that fields without a mapping come along.
    const excluded = columns ? dataset.columns.filter(({ name }) => !columns.includes(name)) : [];
    yield* pagesOf(session, about.level, {
      index: dataset.name,
      place: placed(dataset),
      signal,
      excluded: excluded.map(({ name }) => name),
      sample: sample === undefined ? undefined : Math.max(1, Math.floor(sample)),
    });
  }

  /** The fields by which these columns can be counted; undefined where one of them has none, and only reading helps. */
  async function countable(
    dataset: Dataset,
    columns: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly MappedField[] | undefined | SourceFault> {
    const about = await session.about(signal);
    if ('code' in about) return about;
    if (about.level < GROUPS_SINCE) return undefined;
    const mapping = mappings.get(dataset.name) ?? (await askMapping(session, dataset.name, signal));
    if (!mapping) return undefined;
    mappings.set(dataset.name, mapping);
    const fields = columns.flatMap((column) => mapping.fields.filter(({ name }) => name === column));
    return fields.length === columns.length && fields.every((field) => field.countedBy !== undefined)
      ? fields
      : undefined;
  }

  async function count(dataset: Dataset, column: string, outer: AbortSignal): Promise<ColumnCount | SourceFault> {
    const signal = within(outer);
    const fields = await countable(dataset, [column], signal);
    if (fields && 'code' in fields) return fields;
    const [field] = fields ?? [];
    // Rows whose value is missing from the columns show only in the field that the value was written to.
    const isHidden = field?.mayLack && field.name === field.countedBy;
    if (!field || isHidden) return countDocuments(read({ dataset, columns: [column], signal }), column);
    return countField(session, { index: dataset.name, place: placed(dataset), signal }, field);
  }

  async function* groups(
    dataset: Dataset,
    columns: readonly string[],
    outer: AbortSignal,
  ): AsyncGenerator<Block | SourceFault> {
    const signal = within(outer);
    const fields = await countable(dataset, columns, signal);
    if (fields && 'code' in fields) return yield fields;
    const asked = { index: dataset.name, place: placed(dataset), signal };
    const lacking = fields && (await lacksValues(session, asked, fields));
    if (typeof lacking === 'object') return yield lacking;
    if (!fields || fields.length === 0 || lacking) {
      return yield* groupDocuments(read({ dataset, columns, signal }), columns);
    }
    const packer = createRowPacker([...columns, 'rows']);
    let end: SourceFault | undefined;
    for await (const group of groupsOf(session, asked, fields)) {
      if ('code' in group) {
        end = group;
        break;
      }
      const full = packer.addBytes(Buffer.from(`[${[...group.values, String(group.rows)].join(',')}]`));
      if (full) yield full;
    }
    const last = packer.end();
    if (last) yield last;
    if (end) yield end;
  }

  return {
    product: 'elasticsearch',
    datasets,
    read,
    inPlace: { count, groups },
    close: async () => {
      closing.abort();
      session.close();
    },
  };
}

// ---- what there is

/** The cluster's own indices begin with a dot; so do the parts of data streams, which are data. */
function isOwn(name: string): boolean {
  return name.startsWith('.') && !name.startsWith('.ds-');
}

async function list(
  session: ElasticsearchSession,
  wanted: string | undefined,
  mappings: Map<string, Mapping>,
  signal: AbortSignal,
): Promise<readonly Dataset[] | SourceFault> {
  const about = await session.about(signal);
  if ('code' in about) return about;
  const target = wanted === undefined ? '*,.ds-*' : wanted;
  const path = encodeURIComponent(target).replaceAll('%2C', ',').replaceAll('%2A', '*');
  const columns = 'h=index,docs.count,status';
  const listed = await session.ask({ path: `/_cat/indices/${path}?format=json&${columns}`, signal, headMs: LIST_MS });
  if ('code' in listed) return listed;
  const rows = listed.value([]);
  if (!Array.isArray(rows))
    return faultOf('broken', session.where, 'its list of indices is not as Elasticsearch gives it');
  const counts = await countDocumentsByIndex(session, path, signal);
  const told = await session.ask({ path: `/${path}/_mapping`, signal, headMs: LIST_MS });
  const found: Dataset[] = [];
  for (const row of rows as readonly Record<string, unknown>[]) {
    const name = row.index;
    if (typeof name !== 'string' || row.status === 'close' || (wanted === undefined && isOwn(name))) continue;
    // All mappings together may be too much for one answer where each by itself is not.
    const mapping = 'code' in told ? await askMapping(session, name, signal) : readMapping(told.value([name]));
    if (mapping) mappings.set(name, mapping);
    const known = counts?.get(name) ?? (counts?.isWhole ? 0 : undefined);
    // Where documents may hold more than the mapping tells, a list of columns would pass for all that there is.
    const fields = mapping && !mapping.isOpen ? mapping.fields : [];
    found.push({
      container: about.cluster,
      name,
      columns: fields.map((field) => ({ name: field.name, type: field.type })),
      ...(known !== undefined ? { rows: exactly(known) } : roughly(row['docs.count'])),
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The list counts parts of nested documents as documents, so what it says is a bound. */
function roughly(told: unknown): { rows?: Count } {
  const documents = Number(told ?? Number.NaN);
  return Number.isInteger(documents) ? { rows: { lower: 0, estimate: documents, upper: documents } } : {};
}

const MOST_INDICES = 10_000;

interface IndexCounts extends Map<string, number> {
  isWhole?: boolean;
}

/** Documents of all indices by one question. */
async function countDocumentsByIndex(
  session: ElasticsearchSession,
  path: string,
  signal: AbortSignal,
): Promise<IndexCounts | undefined> {
  const body = { size: 0, aggs: { by: { terms: { field: '_index', size: MOST_INDICES } } } };
  const answer = await session.ask({ path: `/${path}/_search?ignore_unavailable=true`, body, signal, headMs: LIST_MS });
  if ('code' in answer || lackOf(answer, '')) return undefined;
  const buckets = answer.value(['aggregations', 'by', 'buckets']);
  if (!Array.isArray(buckets)) return undefined;
  const counts: IndexCounts = new Map();
  for (const { key, doc_count } of buckets as readonly Record<string, unknown>[]) {
    if (typeof key === 'string' && typeof doc_count === 'number') counts.set(key, doc_count);
  }
  counts.isWhole = buckets.length < MOST_INDICES;
  return counts;
}

async function askMapping(
  session: ElasticsearchSession,
  index: string,
  signal: AbortSignal,
): Promise<Mapping | undefined> {
  const told = await session.ask({ path: `/${encodeURIComponent(index)}/_mapping`, signal, headMs: LIST_MS });
  if ('code' in told) return undefined;
  const all = told.value([]);
  return typeof all === 'object' && all !== null ? readMapping((all as Record<string, unknown>)[index]) : undefined;
}

// ---- counting in place

interface Asked {
  readonly index: string;
  readonly place: string;
  readonly signal: AbortSignal;
}

async function countField(
  session: ElasticsearchSession,
  asked: Asked,
  field: MappedField,
): Promise<ColumnCount | SourceFault> {
  const counter = createValueCounter();
  for await (const group of groupsOf(session, asked, [field])) {
    if ('code' in group) return group;
    const value: unknown = JSON.parse(group.values[0] ?? 'null');
    if (value !== null && value !== '') counter.add(String(value));
  }
  const rows = await countRows(session, asked, field.name, field);
  if (typeof rows !== 'number') return rows;
  const distinct = counter.count();
  if (!field.mayLack || field.countedBy === undefined) return { rows: exactly(rows), distinct };
  const inColumns = await countRows(session, asked, field.countedBy, field);
  if (typeof inColumns !== 'number') return inColumns;
  // Each row whose value is not in the columns may have one that no other has; a keyword of its own shows none of them.
  const lacking = Math.max(0, rows - inColumns);
  return { rows: exactly(rows), distinct: { ...distinct, upper: distinct.upper + lacking } };
}

/** Whether a value is missing from the columns of the index, since it was too long for them. */
async function lacksValues(
  session: ElasticsearchSession,
  asked: Asked,
  fields: readonly MappedField[],
): Promise<boolean | SourceFault> {
  for (const field of fields) {
    if (!field.mayLack || field.countedBy === undefined) continue;
    const rows = await countRows(session, asked, field.name, field);
    const inColumns = await countRows(session, asked, field.countedBy, field);
    if (typeof rows !== 'number') return rows;
    if (typeof inColumns !== 'number') return inColumns;
    // Of a plain keyword the index does not know its rows without their values either.
    if (rows > inColumns || field.name === field.countedBy) return true;
  }
  return false;
}

/** Rows that have the field; an empty text is nothing. */
async function countRows(
  session: ElasticsearchSession,
  { index, place, signal }: Asked,
  name: string,
  { countedBy = '', type }: MappedField,
): Promise<number | SourceFault> {
  const isText = !/^(?:ip|long|integer|short|byte|unsigned_long|boolean)$/.test(type);
  const empty = isText && { must_not: [{ term: { [countedBy]: '' } }] };
  const body = {
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [{ exists: { field: name } }], ...empty } },
  };
  const path = `/${encodeURIComponent(index)}/_search`;
  const answer = await session.ask({ path, body, place, signal, headMs: COUNT_MS });
  if ('code' in answer) return answer;
  return (
    lackOf(answer, place) ?? totalOf(answer) ?? faultOf('broken', place, 'it does not tell how many rows there are')
  );
}

interface Group {
  /** JSON of each value, null where there is none. */
  readonly values: readonly string[];
  readonly rows: number;
}

/** Each distinct tuple, page by page in the order of the values. */
async function* groupsOf(
  session: ElasticsearchSession,
  { index, place, signal }: Asked,
  fields: readonly MappedField[],
): AsyncGenerator<Group | SourceFault> {
  const sources = fields.map(({ countedBy }, at) => ({
    [`k${at}`]: { terms: { field: countedBy, missing_bucket: true } },
  }));
  const foreign = faultOf('broken', place, 'its answer to an aggregation is not as Elasticsearch gives it');
  let after: string | undefined;
  for (;;) {
    const begin = JSON.stringify({ size: GROUPS, sources }).slice(0, -1);
    const composite = `${begin}${after === undefined ? '' : `,"after":${after}`}}`;
    const body = `{"size":0,"track_total_hits":false,"aggs":{"groups":{"composite":${composite}}}}`;
    const path = `/${encodeURIComponent(index)}/_search`;
    const answer = await session.ask({ path, body, place, signal, headMs: COUNT_MS });
    if ('code' in answer) return yield answer;
    const lack = lackOf(answer, place);
    if (lack) return yield lack;
    const list = answer.slice(['aggregations', 'groups', 'buckets']);
    const buckets = list && itemSlices(answer.bytes, list);
    if (!buckets) return yield foreign;
    for (const bucket of buckets) {
      const key = memberSlice(answer.bytes, bucket, 'key');
      const rows = parsedSlice(answer.bytes, memberSlice(answer.bytes, bucket, 'doc_count'));
      const values = fields.map((_, at) => key && memberSlice(answer.bytes, key, `k${at}`));
      if (typeof rows !== 'number' || values.some((value) => value === undefined)) return yield foreign;
      yield { values: values.map((value) => answer.bytes.toString('utf8', value?.from, value?.to)), rows };
    }
    const key = answer.slice(['aggregations', 'groups', 'after_key']);
    const next = key && answer.bytes.toString('utf8', key.from, key.to);
    if (next === undefined || buckets.length === 0) return;
    if (next === after) return yield faultOf('broken', place, 'its groups repeat: what comes after was not counted');
    after = next;
  }
}
