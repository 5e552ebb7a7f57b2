// Slow logs of Elasticsearch and OpenSearch, search and indexing, plain and as JSON of versions 7 and 8
// (elastic.co/docs/reference/elasticsearch/index-settings/slow-log). With a threshold of 0 they tell of every search.
import { besideRaw } from '../events/beside-raw.ts';
import type { Fields } from '../events/event.ts';
import { countAt, textAt } from '../events/json-fields.ts';
import { datastoreEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import type { Source } from './source.ts';

export const elasticsearchSlowlog: Source = {
  name: 'elasticsearch-slowlog',
  title: 'Elasticsearch and OpenSearch, slow logs',
  reference: 'https://www.elastic.co/docs/reference/elasticsearch/index-settings/slow-log',
  tells: 'searches and writes with index, hits and duration; users where they are included; no sign-ins',
  jsonKeys: ['took_millis', 'elasticsearch.slowlog.took_millis', 'elasticsearch.slowlog.took', 'took'],
  open: () => ({ fromText: fromPlain, fromJson }),
};

/** `[time][LEVEL][logger] [node] [index][shard] took[…], took_millis[…], …, source[{…}], id[…],` */
const PLAIN =
  /^\[(?<time>[^\]]{19,40})\]\[[A-Z]{4,5} ?\]\[(?<logger>[\w.]{1,80}) *\] \[(?<node>[^\]]{1,200})\] \[(?<index>[^\]]{1,300})\](?:\[\d{1,9}\])? took\[[^\]]{1,40}\], took_millis\[(?<millis>\d{1,15})\]/;
const SLOW_LOGGER = /slowlog|^i\.s\.s\.(?:query|fetch)$|^i\.i\.s\.index/;

function fromPlain(line: string): readonly Fields[] | undefined {
  const { time, logger = '', node, index = '', millis } = PLAIN.exec(line)?.groups ?? {};
  if (!SLOW_LOGGER.test(logger)) return undefined;
  const total = /, total_hits\[(\d{1,15})/.exec(line.slice(0, 2000))?.[1];
  return [
    slowEvent({
      time: instantOf(time),
      logger,
      node,
      index,
      durationMs: Number(millis),
      hits: total === undefined ? undefined : Number(total),
      source: sourceOf(line),
    }),
  ];
}

/** The body of the request may have brackets itself; behind it there is the client's id alone, if anything. */
function sourceOf(line: string): string | undefined {
  const from = line.indexOf(', source[');
  const end = line.lastIndexOf(']');
  if (from < 0 || end < 0) return undefined;
  const text = line.slice(from + ', source['.length, end);
  const id = text.lastIndexOf('], id[');
  return id < 0 ? text : text.slice(0, id);
}

function fromJson(record: Fields): readonly Fields[] | undefined {
  const kind = textAt(record, 'event.dataset', 'type') ?? '';
  const logger = textAt(record, 'log.logger', 'component') ?? '';
  if (!/slowlog/.test(kind) && !/slowlog/.test(logger)) return undefined;
  const at = (name: string) => textAt(record, `elasticsearch.slowlog.${name}`, name);
  const [, index = ''] = /^\[([^\]]{1,300})\]/.exec(at('message') ?? '') ?? [];
  const hits = /^\d{1,15}/.exec(at('total_hits') ?? '')?.[0];
  const event = slowEvent({
    time: instantOf(record['@timestamp']) ?? instantOf(record.timestamp),
    logger: `${kind} ${logger}`,
    node: textAt(record, 'elasticsearch.cluster.name', 'cluster.name', 'elasticsearch.node.name', 'node.name'),
    index,
    durationMs: countAt(record, 'elasticsearch.slowlog.took_millis', 'took_millis'),
    hits: hits === undefined ? undefined : Number(hits),
    source: at('source'),
    user: textAt(record, 'user.name', 'elasticsearch.slowlog.user.name'),
  });
  return [besideRaw(record, event)];
}

function slowEvent(told: {
  readonly time: number | undefined;
  readonly logger: string;
  readonly node: string | undefined;
  readonly index: string;
  readonly durationMs: number | undefined;
  readonly hits: number | undefined;
  readonly source: string | undefined;
  readonly user?: string | undefined;
}): Fields {
  const isIndexing = /indexing|i\.i\.s\.index/.test(told.logger);
  return datastoreEvent({
    time: told.time,
    product: 'elasticsearch',
    service: 'slowlog',
    category: 'database',
    kind: 'nosql',
    activity: isIndexing ? 'write' : 'query',
    command: isIndexing ? 'index' : 'search',
    outcome: 'success',
    user: told.user,
    store: told.node,
    // In the indexing log the index has its id behind it.
    table: told.index.replace(/\/[\w-]{22}$/, ''),
    query: told.source,
    // What was found, which is more than what was sent where only the first are asked for.
    rowsRead: told.hits,
    durationMs: told.durationMs,
  });
}
