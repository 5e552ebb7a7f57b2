// HTTP/1.x as bytes: requests out, responses in. RFC 9112 (message framing) and RFC 9110 (semantics).
// Node's own client is not used since every byte sent has to be in the transcript, a reply has to be
// readable when it is cut short, and the same parser has to run over recorded bytes without a socket.
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type * as v from 'valibot';
import type { Exchange, Frame, Framed } from '../line.ts';
import { parseJsonAs } from './json.ts';
import { latin1, startsLike, utf8 } from './text.ts';

/** A header section larger than this is an attack (slow or endless headers). */
const MAX_HEAD = 64 * 1024;
const MAX_HEADERS = 200;
/** A chunk-size line is a few hex digits; extensions are not used by any store. */
const MAX_CHUNK_LINE = 256;

/** One response. Header names are lower case; of repeated headers the values are joined by a comma. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** The body ended before its declared end: by budget, time or the server's closing. */
  readonly truncated: boolean;
  /** The connection may carry another request. */
  readonly reusable: boolean;
}

/** A response with what the client knows of it. */
export interface Answer extends HttpResponse {
  readonly exchange: Exchange;
  /** The header's value, or an empty string. */
  header(name: string): string;
  /** The body as text. */
  text(): string;
  /** The body as JSON of this shape, or undefined where it is another. */
  json<S extends v.GenericSchema>(schema: S): v.InferOutput<S> | undefined;
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  /** Path and query, already percent-encoded. */
  readonly path: string;
  readonly host: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The first question to a stranger that does not speak: HTTP/1.0, since most stores speak HTTP and the others answer
 * it in ways of their own. It has no Host line on purpose: Redis logs a "possible security attack" for one.
 */
export const FIRST_QUESTION = 'GET / HTTP/1.0\r\n\r\n';

/** The request's bytes. */
export function httpRequest(request: HttpRequest): Uint8Array {
  const headers: Record<string, string> = {
    Host: request.host,
    'User-Agent': 'vigie-scan',
    Accept: '*/*',
    'Accept-Encoding': 'identity',
    ...request.headers,
  };
  if (request.body !== undefined) headers['Content-Length'] = String(Buffer.byteLength(request.body));
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${request.method} ${request.path} HTTP/1.1\r\n${head.join('')}\r\n${request.body ?? ''}`);
}

/**
 * Reads one response, interim (1xx) responses skipped.
 *
 * @param method - of the request: the answer to HEAD has no body
 * @param maxBody - bytes of body to keep at most; a longer one is cut and marked as truncated
 * @param maxInflated - bytes of body at most after decompression
 */
export function httpResponse(method: string, maxBody: number, maxInflated: number): Frame<HttpResponse> {
  return (bytes, final) => {
    let start = 0;
    for (;;) {
      const head = readHead(bytes.subarray(start));
      if (head === 'more') return final ? 'foreign' : 'more';
      if (head === 'foreign') return 'foreign';
      if (head.status >= 200 || head.status === 101) {
        return readBody(bytes, start + head.length, head, { method, maxBody, maxInflated, final });
      }
      start += head.length;
    }
  };
}

interface Head {
  readonly status: number;
  readonly keepAlive: boolean;
  readonly headers: Map<string, string>;
  readonly length: number;
}

function readHead(bytes: Uint8Array): Head | 'more' | 'foreign' {
  const start = startsLike(bytes, 'HTTP/1.');
  if (start === 'no') return 'foreign';
  if (start === 'so far') return 'more';
  const window = latin1(bytes.subarray(0, MAX_HEAD + 4));
  const end = window.search(/\r?\n\r?\n/);
  if (end < 0) return bytes.length > MAX_HEAD ? 'foreign' : 'more';
  const blank = window.slice(end).match(/^\r?\n\r?\n/)?.[0].length ?? 0;
  const [statusLine = '', ...lines] = window.slice(0, end).split(/\r?\n/);
  const status = statusLine.match(/^HTTP\/1\.([01]) (\d{3})(?: |$)/);
  if (!status || lines.length > MAX_HEADERS) return 'foreign';
  const headers = new Map<string, string>();
  for (const text of lines) {
    const colon = text.indexOf(':');
    if (colon <= 0) continue;
    const name = text.slice(0, colon).trim().toLowerCase();
    const value = text.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const connection = (headers.get('connection') ?? '').toLowerCase();
  const keepAlive = status[1] === '1' ? !connection.includes('close') : connection.includes('keep-alive');
  return { status: Number(status[2]), keepAlive, headers, length: end + blank };
}

interface BodyContext {
  readonly method: string;
  readonly maxBody: number;
  readonly maxInflated: number;
  readonly final: boolean;
}

function readBody(bytes: Uint8Array, start: number, head: Head, context: BodyContext): Framed<HttpResponse> {
  const rest = bytes.subarray(start);
  const raw = rawBody(rest, head, context);
  if (raw === 'more' || raw === 'foreign') return raw;
  const body = inflate(raw.body, head.headers.get('content-encoding') ?? '', context.maxInflated);
  return {
    used: start + raw.used,
    reply: {
      status: head.status,
      headers: head.headers,
      body: body ?? new Uint8Array(),
      truncated: raw.truncated || body === undefined,
      reusable: head.keepAlive && raw.framed && !raw.truncated,
    },
  };
}

interface RawBody {
  readonly body: Uint8Array;
  readonly used: number;
  readonly truncated: boolean;
  /** The end was told by length or chunks, not by closing. */
  readonly framed: boolean;
}

function rawBody(rest: Uint8Array, head: Head, context: BodyContext): RawBody | 'more' | 'foreign' {
  if (context.method === 'HEAD' || head.status === 204 || head.status === 304) {
    return { body: new Uint8Array(), used: 0, truncated: false, framed: true };
  }
  const cut = (body: Uint8Array): RawBody => ({
    body: body.subarray(0, context.maxBody),
    used: rest.length,
    truncated: true,
    framed: false,
  });
  if (/\bchunked\b/i.test(head.headers.get('transfer-encoding') ?? '')) {
    const chunks = readChunks(rest, context.maxBody);
    if (chunks === 'foreign') return 'foreign';
    if (chunks.done) return { body: chunks.body, used: chunks.used, truncated: false, framed: true };
    return chunks.body.length >= context.maxBody || context.final ? cut(chunks.body) : 'more';
  }
  const declared = head.headers.get('content-length');
  if (declared !== undefined) {
    const length = /^\d{1,15}$/.test(declared) ? Number(declared) : undefined;
    if (length === undefined) return 'foreign';
    if (length <= context.maxBody && rest.length >= length) {
      return { body: rest.subarray(0, length), used: length, truncated: false, framed: true };
    }
    return rest.length >= context.maxBody || context.final ? cut(rest) : 'more';
  }
  if (rest.length >= context.maxBody) return cut(rest);
  return context.final ? { body: rest, used: rest.length, truncated: false, framed: false } : 'more';
}

/** Chunked coding, RFC 9112 section 7.1; trailers are skipped. */
function readChunks(
  rest: Uint8Array,
  maxBody: number,
): { readonly body: Uint8Array; readonly used: number; readonly done: boolean } | 'foreign' {
  const parts: Uint8Array[] = [];
  let at = 0;
  let total = 0;
  const soFar = () => ({ body: Buffer.concat(parts), used: at, done: false });
  while (total < maxBody) {
    const lineEnd = rest.indexOf(0x0a, at);
    if (lineEnd < 0) return rest.length - at > MAX_CHUNK_LINE ? 'foreign' : soFar();
    const size = latin1(rest.subarray(at, Math.min(lineEnd, at + MAX_CHUNK_LINE))).match(
      /^([0-9a-fA-F]{1,8})\s*(?:;|$)/,
    );
    if (!size?.[1]) return 'foreign';
    const length = Number.parseInt(size[1], 16);
    const dataStart = lineEnd + 1;
    if (length === 0) return endOfChunks(rest, dataStart, Buffer.concat(parts));
    const available = rest.subarray(dataStart, Math.min(dataStart + length, dataStart + maxBody - total));
    parts.push(available);
    total += available.length;
    if (rest.length < dataStart + length + 2) return soFar();
    at = dataStart + length + (rest[dataStart + length] === 0x0d ? 2 : 1);
  }
  return soFar();
}

function endOfChunks(rest: Uint8Array, start: number, body: Uint8Array) {
  let at = start;
  for (let trailers = 0; trailers < MAX_HEADERS; trailers += 1) {
    const end = rest.indexOf(0x0a, at);
    if (end < 0) return { body, used: rest.length, done: false };
    const isBlank = end === at || (end === at + 1 && rest[at] === 0x0d);
    at = end + 1;
    if (isBlank) return { body, used: at, done: true };
  }
  return 'foreign' as const;
}

/** The body decoded, or undefined where it is not of that coding or larger than allowed (a compressed bomb). */
function inflate(body: Uint8Array, encoding: string, maxOutputLength: number): Uint8Array | undefined {
  try {
    switch (encoding.toLowerCase()) {
      case '':
      case 'identity':
        return body;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, { maxOutputLength });
      case 'deflate':
        return inflateSync(body, { maxOutputLength });
      case 'br':
        return brotliDecompressSync(body, { maxOutputLength });
      default:
        return undefined;
    }
  } catch {
    // zlib throws for garbage and for output over the limit alike: either way the body is not to be had.
    return undefined;
  }
}

/** A response with its conveniences. */
export function answerOf(response: HttpResponse, exchange: Exchange): Answer {
  return {
    ...response,
    exchange,
    header: (name) => response.headers.get(name) ?? '',
    text: () => utf8(response.body),
    json: (schema) => parseJsonAs(utf8(response.body), schema),
  };
}

/** The title of an HTML page, or an empty string. */
export function htmlTitle(html: string): string {
  return html.slice(0, 64 * 1024).match(/<title[^>]*>\s*([^<]{0,200}?)\s*<\/title>/i)?.[1] ?? '';
}
