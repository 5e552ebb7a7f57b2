// The store that stands open in the demonstration: ClickHouse's engine, as chDB, behind as much of its HTTP interface as clients use,
// on loopback, to read only (https://clickhouse.com/docs/interfaces/http). Runs as a process of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';
import { makeRows } from './rows.ts';

const TABLE = `CREATE TABLE default.log_stream (
  timestamp DateTime, service LowCardinality(String), level LowCardinality(String), trace_id String,
  span_name String, message String, attributes Map(String, String)
) ENGINE = MergeTree ORDER BY (service, timestamp)`;

const BLOCK_ROWS = 20_000;

/** Every statement but these is refused, with the code that a read-only server gives. */
const READS = /^\s*(?:SELECT|WITH|SHOW|DESCRIBE|DESC|EXPLAIN|EXISTS)\b/i;
const NOT_WHILE_READONLY = 'Code: 164. DB::Exception: default: Cannot execute query in readonly mode. (READONLY)';

/** Of the parameters of a request these are no settings of the statement. */
const NO_SETTINGS = new Set(['query', 'query_id', 'database', 'default_format', 'session_id', 'user', 'password']);

async function fill(session: Session, rows: number, people: number): Promise<void> {
  await session.queryAsync(TABLE);
  let block: string[] = [];
  const write = () =>
    session.insert({ table: 'log_stream', values: Buffer.from(block.join('\n')), format: 'JSONEachRow' });
  for (const row of makeRows(rows, people, 1)) {
    block.push(JSON.stringify(row));
    if (block.length < BLOCK_ROWS) continue;
    await write();
    block = [];
  }
  if (block.length > 0) await write();
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await bodyOf(request);
  response.setHeader('X-ClickHouse-Server-Display-Name', 'logs-1');
  const sql = `${url.searchParams.get('query') ?? ''}${body}`;
  if (sql === '') {
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end('Ok.\n');
    return;
  }
  if (!READS.test(sql)) {
    response.writeHead(500, { 'X-ClickHouse-Exception-Code': '164' }).end(NOT_WHILE_READONLY);
    return;
  }
  await runQuery(folder, url.searchParams, sql, response);
}

/** A connection of its own, so that its settings are nobody else's; the answer is sent as it is made. */
async function runQuery(folder: string, search: URLSearchParams, sql: string, response: ServerResponse): Promise<void> {
  const session = new Session(folder);
  try {
    for (const [name, value] of search) {
      if (!NO_SETTINGS.has(name) && /^[a-z_]+$/.test(name)) {
        await session.queryAsync(`SET ${name} = '${value.replaceAll("'", '')}'`);
      }
    }
    const [, statement = sql, format = search.get('default_format') ?? 'TabSeparated'] =
      /^(.*?)\s+FORMAT (\w+)\s*;?\s*$/s.exec(sql) ?? [];
    const stream = session.queryStream(statement, { format });
    for await (const part of stream) {
      if (!response.write(part.raw())) await new Promise((resolve) => response.once('drain', resolve));
      if (response.destroyed) break;
    }
    response.end();
  } catch (error) {
    const words = error instanceof Error ? error.message : 'unknown error';
    const code = /Code: (\d+)/.exec(words)?.[1] ?? '1';
    if (!response.headersSent) response.writeHead(code === '516' ? 403 : 500, { 'X-ClickHouse-Exception-Code': code });
    response.end(words);
  } finally {
    session.close();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

const [rows = '200000', people = '2000', port = '0'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'vigie-demo-store-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => process.exit(0));
// The folder is the engine's while at least one connection is open.
const keeper = new Session(folder);
await fill(keeper, Number(rows), Number(people));
const server = createServer((request, response) => void answer(folder, request, response));
server.listen(Number(port), '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
