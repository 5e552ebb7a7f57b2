// Events as they are pushed over HTTP: OpenTelemetry's logs at /v1/logs, and lines of any format that is known at /events. What is answered
// with success is durable; where too much waits the sender is told to come again (503 with Retry-After, as OTLP wants it).
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createGunzip } from 'node:zlib';
import type { Journal } from '../keep/journal.ts';
import { ListenFault, type Listening, listenReason } from './listening.ts';
import { linesOfOtlp } from './otlp.ts';

export interface PushOptions {
  readonly host: string;
  readonly port: number;
  /** Takes what is pushed at /events. */
  readonly lines: Journal;
  /** Takes what is pushed at /v1/logs. */
  readonly otlp: Journal;
  /** What senders have to know: `Authorization: Bearer …`. */
  readonly token?: string | undefined;
  /** Certificate and key in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
}

/** Of a body, unpacked. */
const MAX_BODY = 15 << 20;
const RETRY_SECONDS = '5';
const REQUEST_MS = 60_000;

interface Answer {
  readonly status: number;
  readonly problem?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws ListenFault where the port cannot be had */
export async function listenHttp(options: PushOptions): Promise<Listening> {
  const handle = (request: IncomingMessage, response: ServerResponse) => void respond(request, response, options);
  const server: Server = options.tls ? createSecureServer(options.tls, handle) : createServer(handle);
  server.requestTimeout = REQUEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ListenFault(listenReason(error, options))));
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, options: PushOptions): Promise<void> {
  let answer: Answer;
  try {
    answer = await answerTo(request, options);
  } catch {
    // The sender broke off in the middle of the body.
    answer = problem(400, 'the body was not received to its end');
  }
  const isProtobuf = request.headers['content-type'] === 'application/x-protobuf';
  const body =
    answer.problem === undefined
      ? isProtobuf
        ? ''
        : '{}'
      : JSON.stringify({ title: answer.problem, status: answer.status });
  const type =
    answer.problem !== undefined
      ? 'application/problem+json'
      : isProtobuf
        ? 'application/x-protobuf'
        : 'application/json';
  response.writeHead(answer.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
  // What is left of a body that was refused is not waited for.
  if (!request.complete) request.destroy();
}

async function answerTo(request: IncomingMessage, options: PushOptions): Promise<Answer> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path !== '/v1/logs' && path !== '/events')
    return problem(404, 'there is /v1/logs for OTLP and /events for lines');
  if (request.method !== 'POST') return { ...problem(405, 'events are sent by POST'), headers: { allow: 'POST' } };
  // A page in a browser can send these without asking, with the rights of whoever looks at it.
  if (request.headers.origin !== undefined) return problem(403, 'events do not come from pages in browsers');
  if (!isAllowed(request.headers.authorization, options.token)) {
    return {
      ...problem(401, 'the token is missing or wrong: send it as Authorization: Bearer …'),
      headers: { 'www-authenticate': 'Bearer' },
    };
  }
  const form = formOf(request.headers['content-type'], path);
  if (form === undefined) {
    return problem(
      415,
      path === '/events'
        ? 'send application/x-ndjson, application/json or text/plain'
        : 'send application/x-protobuf or application/json',
    );
  }
  const body = await bodyOf(request);
  if (typeof body === 'string')
    return problem(
      body === 'too large' ? 413 : 415,
      body === 'too large'
        ? 'the body is larger than 15 MiB; send it in parts'
        : 'of content encodings gzip is understood',
    );
  const lines = form === 'lines' ? linesOf(body) : linesOfOtlp(body, form);
  if (lines === undefined) return problem(400, 'the body is no ExportLogsServiceRequest');
  const journal = path === '/events' ? options.lines : options.otlp;
  if (await journal.append(lines)) return { status: 200 };
  return { ...problem(503, 'too much waits to be read; send it again'), headers: { 'retry-after': RETRY_SECONDS } };
}

function problem(status: number, text: string): Answer {
  return { status, problem: text };
}

function isAllowed(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function formOf(header: string | undefined, path: string): 'protobuf' | 'json' | 'lines' | undefined {
  const type = (header ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (path === '/events')
    return ['application/x-ndjson', 'application/json', 'text/plain'].includes(type ?? '') ? 'lines' : undefined;
  if (type === 'application/x-protobuf') return 'protobuf';
  return type === 'application/json' ? 'json' : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large' | 'unknown encoding'> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return 'unknown encoding';
  const unpacked = encoding === 'gzip' ? request.pipe(createGunzip()) : request;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of unpacked) {
    length += (part as Buffer).length;
    if (length > MAX_BODY) return 'too large';
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function linesOf(body: Buffer): readonly string[] {
  return body
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
