// Requests of HTTP/1.1 as a server reads them (RFC 9112), with bounds on every part.

export interface HttpRequest {
  readonly method: string;
  /** As it was asked for. */
  readonly target: string;
  /** Decoded; where it cannot be, as it is. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly queryText: string;
  readonly version: string;
  /** Names in lower case; of those that come twice the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly used: number;
}

export type RequestRead = HttpRequest | 'more' | { readonly broken: 400 | 413 | 431 | 505 };

const MAX_HEAD = 32 * 1024;
const MAX_HEADERS = 100;
const MAX_BODY = 1 << 20;
const MAX_PARAMETERS = 200;
const MAX_CHUNKS = 10_000;

export function readRequest(bytes: Buffer): RequestRead {
  const end = bytes.subarray(0, MAX_HEAD).indexOf('\r\n\r\n', 0, 'latin1');
  if (end < 0) return bytes.length >= MAX_HEAD ? { broken: 431 } : isHopeless(bytes) ? { broken: 400 } : 'more';
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const [, method = '', target = '', version = ''] = /^([A-Z]{1,20}) (\S{1,16000}) HTTP\/(\d\.\d)$/.exec(first) ?? [];
  if (method === '') return { broken: 400 };
  if (!version.startsWith('1.')) return { broken: 505 };
  if (lines.length > MAX_HEADERS) return { broken: 431 };
  const headers = headersOf(lines);
  if (!headers) return { broken: 400 };
  const body = bodyOf(bytes, end + 4, headers);
  if (body === 'more' || 'broken' in body) return body;
  const mark = target.indexOf('?');
  const queryText = mark < 0 ? '' : target.slice(mark + 1);
  const path = decoded((mark < 0 ? target : target.slice(0, mark)).replace(/^https?:\/\/[^/]*/i, '') || '/');
  return { method, target, path, query: queryOf(queryText), queryText, version, headers, ...body };
}

/** A first line that can be none of HTTP any more: another protocol knocks. */
function isHopeless(bytes: Buffer): boolean {
  return !/^[A-Z]{0,20}(?: |$)/.test(bytes.toString('latin1', 0, 24).split(/[\r\n]/)[0] ?? '');
}

function headersOf(lines: readonly string[]): Map<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) return undefined;
    const name = line.slice(0, colon).toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

type Body = { readonly body: Buffer; readonly used: number };

function bodyOf(
  bytes: Buffer,
  from: number,
  headers: ReadonlyMap<string, string>,
): Body | 'more' | { broken: 400 | 413 } {
  if (/\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')) return chunksOf(bytes, from);
  const said = headers.get('content-length') ?? '0';
  if (!/^\d{1,12}$/.test(said)) return { broken: 400 };
  const length = Number(said);
  if (length > MAX_BODY) return { broken: 413 };
  return bytes.length < from + length ? 'more' : { body: bytes.subarray(from, from + length), used: from + length };
}

function chunksOf(bytes: Buffer, from: number): Body | 'more' | { broken: 400 | 413 } {
  const parts: Buffer[] = [];
  let at = from;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const end = bytes.indexOf('\r\n', at, 'latin1');
    if (end < 0) return bytes.length - at > 1024 ? { broken: 400 } : 'more';
    const [size = ''] = bytes.toString('latin1', at, Math.min(end, at + 64)).split(';');
    if (!/^[0-9a-f]{1,8}$/i.test(size.trim())) return { broken: 400 };
    const length = Number.parseInt(size, 16);
    if (length > MAX_BODY) return { broken: 413 };
    if (bytes.length < end + 2 + length + 2) return 'more';
    if (length === 0) {
      const last = bytes.subarray(end, end + 4).equals(Buffer.from('\r\n\r\n'));
      return last ? { body: Buffer.concat(parts), used: end + 4 } : { broken: 400 };
    }
    parts.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return { broken: 413 };
}

function queryOf(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split('&', MAX_PARAMETERS)) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    const key = decoded(name.replaceAll('+', ' '));
    if (key !== '' && !query.has(key)) query.set(key, decoded(value.replaceAll('+', ' ')));
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape is taken as it is written, as servers do.
    return text;
  }
}
