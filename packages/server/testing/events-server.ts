// The engine of chDB as a server, for tests: it speaks as much of ClickHouse's HTTP interface as the client uses.
// https://clickhouse.com/docs/interfaces/http
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Session } from 'chdb';

export interface EventsServer {
  readonly url: string;
  readonly pid: number;
  /** Ends it as no process survives; what it confirmed is on the disk. */
  kill(): Promise<void>;
  /** Starts it again at the same address, with what it held. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** @param login `user:password` that requests have to carry; anybody is let in where it is not given */
export async function startEventsServer(login = ''): Promise<EventsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-events-server-'));
  const start = async (at: number) => {
    const child = fork(fileURLToPath(import.meta.url), [folder, login, String(at)]);
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the server of events ended with ${String(code)} before it listened`);
    });
    const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
    ended.catch(() => {});
    return { child, port };
  };
  let { child, port } = await start(0);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    url: `http://${login === '' ? '' : `${login}@`}127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    kill,
    async startAgain() {
      ({ child, port } = await start(port));
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** Of the parameters of a request these are no settings of the statement. */
const NO_SETTINGS = new Set(['query', 'query_id', 'database', 'wait_end_of_query', 'session_id', 'role']);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '0': '\0', b: '\b', f: '\f' };

/** Values of parameters come escaped as in TSV; the engine's binding escapes them again. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign);
}

function parametersOf(query: URLSearchParams): Record<string, string> {
  const bound = [...query].filter(([name]) => name.startsWith('param_'));
  return Object.fromEntries(bound.map(([name, value]) => [name.slice('param_'.length), unescaped(value)]));
}

/** Each request has a connection of its own, so that its settings are nobody else's. */
async function run(folder: string, query: URLSearchParams, body: Buffer): Promise<Uint8Array> {
  const session = new Session(folder);
  try {
    if (query.has('database')) await session.queryAsync(`USE ${query.get('database')}`);
    for (const [name, value] of query) {
      if (!NO_SETTINGS.has(name) && !name.startsWith('param_')) await session.queryAsync(`SET ${name} = '${value}'`);
    }
    const sql = query.get('query') ?? body.toString();
    const insert = /^INSERT INTO (\w+) FORMAT JSONEachRow$/.exec(sql);
    if (insert?.[1] !== undefined) {
      await session.insert({ table: insert[1], values: body, format: 'JSONEachRow' });
      return new Uint8Array();
    }
    const [, statement = sql, format = 'TabSeparated'] = /^(.*?)\s+FORMAT (\w+)$/s.exec(sql) ?? [];
    return (await session.queryBindAsync(statement, parametersOf(query), { format })).bytes();
  } finally {
    session.close();
  }
}

async function answer(folder: string, login: string, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await bodyOf(request);
  const given = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
  if (login !== '' && given !== login) {
    const words = 'Code: 516. DB::Exception: default: Authentication failed. (AUTHENTICATION_FAILED)';
    return response.writeHead(403, { 'X-ClickHouse-Exception-Code': '516' }).end(words);
  }
  try {
    const bytes = await run(folder, url.searchParams, body);
    return response.writeHead(200, { 'X-ClickHouse-Summary': '{}' }).end(bytes);
  } catch (error) {
    return response.writeHead(500).end(error instanceof Error ? error.message : 'unknown error');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '', login = '', port = '0'] = process.argv.slice(2);
  // The folder is the engine's while at least one connection is open.
  const keeper = new Session(folder);
  process.once('exit', () => keeper.close());
  process.once('disconnect', () => process.exit());
  const server = createServer((request, response) => void answer(folder, login, request, response));
  // As ClickHouse does by default.
  server.keepAliveTimeout = 30_000;
  server.listen(Number(port), '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}
