// A ClickHouse that answers everybody as the user `default`. https://clickhouse.com/docs/interfaces/http

import { createHash } from 'node:crypto';
import { datastoreEvent } from '@vigie/detect';
import { ACTIVITIES, answer, type Outcome } from '../clickhouse/answer.ts';
import { DATABASE, HOST } from '../clickhouse/catalogue.ts';
import { exception, exceptionText } from '../clickhouse/faults.ts';
import { formatOf } from '../clickhouse/formats.ts';
import type { Decoy, Setting } from '../decoy.ts';
import { createHttpConversation, type HttpReply } from '../http/conversation.ts';
import type { HttpRequest } from '../http/request.ts';

export default {
  kind: 'clickhouse',
  title: 'ClickHouse',
  product: 'clickhouse',
  usualPort: 8123,
  converse: (setting) => {
    let count = 0;
    return createHttpConversation({
      product: 'clickhouse',
      answer: (request) => {
        count += 1;
        return answerTo(setting, request, queryId(setting, count));
      },
      headers: () => ({ 'X-ClickHouse-Server-Display-Name': HOST }),
      now: setting.now,
      broken: () => '',
    });
  },
} satisfies Decoy;

function queryId({ since, now }: Setting, count: number): string {
  const hex = createHash('sha256').update(`${since} ${now()} ${count}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Codes whose answers are not 500. https://github.com/ClickHouse/ClickHouse/blob/master/src/Server/HTTPHandler.cpp */
const STATUS: Readonly<Record<number, number>> = {
  46: 404,
  47: 404,
  60: 404,
  62: 400,
  73: 400,
  81: 404,
  291: 403,
  427: 400,
};

function answerTo(setting: Setting, request: HttpRequest, id: string): HttpReply {
  const sql = [request.query.get('query') ?? '', request.body.toString('utf8')].filter((one) => one !== '').join('\n');
  if (sql.trim() === '') return greeting(request);
  const isReadonly = request.method === 'GET' || request.method === 'HEAD';
  const database = request.query.get('database') ?? request.headers.get('x-clickhouse-database') ?? DATABASE;
  const outcome = answer(setting, { sql, database, isReadonly });
  const wanted =
    outcome.format ??
    request.query.get('default_format') ??
    request.headers.get('x-clickhouse-format') ??
    'TabSeparated';
  const common = {
    'X-ClickHouse-Query-Id': request.query.get('query_id')?.slice(0, 64) ?? id,
    'X-ClickHouse-Timezone': 'UTC',
  };
  const { result } = outcome;
  const format = formatOf(wanted);
  const unknown = exception(73, 'UNKNOWN_FORMAT', `Unknown format ${wanted.slice(0, 64)}`);
  const fault = 'code' in result ? result : format ? undefined : unknown;
  const body = fault || 'code' in result || !format ? exceptionText(fault ?? unknown) : format.write(result);
  const status = fault ? (STATUS[fault.code] ?? 500) : 200;
  return {
    status,
    headers: fault
      ? { ...common, 'Content-Type': 'text/plain; charset=UTF-8', 'X-ClickHouse-Exception-Code': String(fault.code) }
      : {
          ...common,
          'Content-Type': format?.mime ?? '',
          'X-ClickHouse-Format': wanted,
          'X-ClickHouse-Summary': summaryOf(outcome.rows ?? 0),
        },
    body,
    intent: outcome.intent,
    words: outcome.words,
    event: eventOf(request, outcome, sql, { status, bytes: Buffer.byteLength(body), code: fault?.code }),
  };
}

function summaryOf(rows: number): string {
  const count = (value: number) => String(value);
  return JSON.stringify({
    read_rows: count(rows),
    read_bytes: count(rows * 118),
    written_rows: '0',
    written_bytes: '0',
    total_rows_to_read: count(rows),
    result_rows: count(rows),
    result_bytes: count(rows * 118),
  });
}

/** What the port says to a browser and to health checks. */
function greeting(request: HttpRequest): HttpReply {
  const isKnown = /^\/(?:|ping|replicas_status)$/.test(request.path) && request.method !== 'POST';
  const isEmpty = request.method === 'POST';
  return {
    status: isKnown ? 200 : isEmpty ? 400 : 404,
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
    body: isKnown
      ? 'Ok.\n'
      : isEmpty
        ? exceptionText(exception(62, 'SYNTAX_ERROR', 'Syntax error: failed at position 1 (end of query)'))
        : `There is no handle ${request.path.slice(0, 200)}\n`,
    intent: 'look',
    words: 'asked whether it is there',
  };
}

function eventOf(
  request: HttpRequest,
  { intent, meaning: { statement }, rows }: Outcome,
  sql: string,
  { status, bytes, code }: { readonly status: number; readonly bytes: number; readonly code: number | undefined },
): NonNullable<HttpReply['event']> {
  return (asker) =>
    datastoreEvent({
      ...asker,
      activity: ACTIVITIES[intent],
      product: 'clickhouse',
      service: 'decoy',
      kind: 'relational',
      user: 'default',
      database: 'default',
      query: sql,
      statement,
      client: request.headers.get('user-agent'),
      outcome: status < 400 ? 'success' : 'failure',
      errorCode: code,
      rowsReturned: rows,
      bytesReturned: bytes,
    });
}
