// Logs of OpenTelemetry in OTLP's JSON (opentelemetry.io/docs/specs/otlp, opentelemetry-proto's logs.proto): a batch on a line, as the
// collector's file exporter writes it and its HTTP exporter sends it. What the semantic conventions call a database's or a web server's
// is told as such; a body that is a line of a known format is read by its reader; any other record is its attributes and its body.
import { besideRaw } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, isRecord, numberAt, recordAt, recordsAt, textAt } from '../events/json-fields.ts';
import { datastoreEvent, plainEvent, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { webEvent } from '../events/web-request.ts';
import type { Dialect } from '../sql/statement.ts';
import { createInnerReaders, type InnerReaders } from './inner-records.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

/** @param inner formats of bodies, in the order in which they are tried */
export function otlpLogsOf(inner: readonly Source[]): Source {
  return {
    name: 'otlp-logs',
    title: 'OpenTelemetry, logs as OTLP/JSON',
    reference: 'https://opentelemetry.io/docs/specs/otlp/',
    tells:
      'accesses to databases and requests by the semantic conventions; of other bodies what their own format tells, else their text',
    jsonKeys: ['resourceLogs'],
    open: (state, now) => {
      const readers = createInnerReaders(inner, isRecord(state) ? state.inner : undefined, now);
      return {
        fromJson: (record) => {
          if (!Array.isArray(record.resourceLogs)) return undefined;
          return recordsAt(record, 'resourceLogs').flatMap((resourceLogs) => {
            const resource = attributesOf(recordAt(resourceLogs, 'resource') ?? {});
            return recordsAt(resourceLogs, 'scopeLogs').flatMap((scope) =>
              recordsAt(scope, 'logRecords').flatMap((log) => eventsOf(log, resource, readers)),
            );
          });
        },
        state: () => ({ inner: readers.state() }),
      };
    },
  };
}

/** Deeper values are a trap. */
const MAX_DEPTH = 32;

function attributesOf(holder: Fields): Fields {
  return mapOf(recordsAt(holder, 'attributes'), 0);
}

function mapOf(pairs: readonly Fields[], depth: number): Fields {
  return Object.fromEntries(
    pairs.flatMap(({ key, value }) =>
      typeof key === 'string' && key !== '__proto__' ? [[key, anyValue(value, depth + 1)]] : [],
    ),
  );
}

/** AnyValue; integers are written as texts, since they have 64 bits. */
function anyValue(value: unknown, depth: number): unknown {
  if (!isRecord(value) || depth > MAX_DEPTH) return undefined;
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.intValue !== undefined) return numberAt(value, 'intValue');
  if (value.doubleValue !== undefined) return numberAt(value, 'doubleValue');
  if (isRecord(value.arrayValue)) return recordsAt(value.arrayValue, 'values').map((one) => anyValue(one, depth + 1));
  if (isRecord(value.kvlistValue)) return mapOf(recordsAt(value.kvlistValue, 'values'), depth + 1);
  return typeof value.bytesValue === 'string' ? value.bytesValue : undefined;
}

function eventsOf(log: Fields, resource: Fields, readers: InnerReaders): readonly Fields[] {
  const attributes = { ...resource, ...attributesOf(log) };
  const body = anyValue(log.body, 0);
  const time = timeOf(log);
  const known = typeof body === 'string' ? readers.read(body) : isRecord(body) ? readers.readRecord(body) : undefined;
  if (known !== undefined) {
    return known.map((event) => (event.time === undefined && time !== undefined ? { ...event, time } : event));
  }
  const fields = { ...attributes, ...(isRecord(body) ? body : body === undefined ? {} : { message: body }) };
  const told: Told = {
    time,
    product: textAt(resource, 'service.name') ?? 'opentelemetry',
    isAnyProduct: true,
    user: textAt(attributes, 'user.name', 'enduser.id', 'user.id', 'db.user'),
    ...endpointOf(
      textAt(
        attributes,
        'client.address',
        'source.address',
        'network.peer.address',
        'net.sock.peer.addr',
        'http.client_ip',
      ),
    ),
    store: textAt(attributes, 'server.address', 'net.peer.name', 'db.namespace'),
    client: textAt(attributes, 'user_agent.original', 'http.user_agent'),
    errorCode: textAt(attributes, 'error.type', 'db.response.status_code'),
  };
  return [besideRaw(fields, databaseEvent(attributes, told) ?? httpEventOf(attributes, told) ?? plainEvent(told))];
}

function timeOf(log: Fields): number | undefined {
  for (const name of ['timeUnixNano', 'observedTimeUnixNano']) {
    const nanos = textAt(log, name);
    const time = nanos === undefined || /^0*$/.test(nanos) ? undefined : instantOf(nanos);
    if (time !== undefined) return Math.floor(time);
  }
  return undefined;
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['clickhouse', 'clickhouse'],
  ['postgresql', 'postgresql'],
  ['cockroachdb', 'postgresql'],
  ['aws.redshift', 'postgresql'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
]);
const NO_SQL =
  /^(?:mongodb|redis|elasticsearch|opensearch|aws\.dynamodb|dynamodb|memcached|couchdb|couchbase|neo4j|azure\.cosmosdb|cosmosdb|hbase|geode)$/;

function databaseEvent(attributes: Fields, told: Told): Fields | undefined {
  const system = textAt(attributes, 'db.system.name', 'db.system');
  if (system === undefined) return undefined;
  const query = textAt(attributes, 'db.query.text', 'db.statement');
  const access = {
    ...told,
    category: 'database',
    outcome: told.errorCode === undefined || told.errorCode === '0' ? undefined : ('failure' as const),
    database: textAt(attributes, 'db.namespace', 'db.name'),
    table: textAt(attributes, 'db.collection.name', 'db.sql.table', 'db.mongodb.collection', 'db.cassandra.table'),
    command: textAt(attributes, 'db.operation.name', 'db.operation'),
    rowsReturned: countAt(attributes, 'db.response.returned_rows'),
  };
  if (query !== undefined && !NO_SQL.test(system))
    return sqlEvent({ ...access, query }, DIALECTS.get(system) ?? 'generic');
  return datastoreEvent({ ...access, kind: NO_SQL.test(system) ? 'nosql' : 'relational', activity: 'query', query });
}

function httpEventOf(attributes: Fields, told: Told): Fields | undefined {
  const method = textAt(attributes, 'http.request.method', 'http.method');
  const path = textAt(attributes, 'url.path');
  const query = textAt(attributes, 'url.query');
  const target =
    (path !== undefined && query !== undefined ? `${path}?${query}` : path) ??
    textAt(attributes, 'http.target') ??
    textAt(attributes, 'url.full', 'http.url')?.replace(/^[a-z]{3,5}:\/\/[^/?#]*/i, '');
  if (method === undefined || target === undefined) return undefined;
  return webEvent({
    ...told,
    method,
    target: target === '' ? '/' : target,
    host: textAt(attributes, 'server.address', 'http.host'),
    version: textAt(attributes, 'network.protocol.version'),
    agent: told.client,
    status: numberAt(attributes, 'http.response.status_code', 'http.status_code'),
    length: countAt(attributes, 'http.response.body.size', 'http.response_content_length'),
  });
}
