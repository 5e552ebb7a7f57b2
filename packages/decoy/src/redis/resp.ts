// RESP2 and RESP3 as a server speaks them. https://redis.io/docs/latest/develop/reference/protocol-spec/

/** A value that is answered; what version 2 has no form for is written in its nearest. */
export type Reply =
  | { readonly status: string }
  | { readonly error: string }
  | { readonly map: readonly (readonly [string, Reply])[] }
  | { readonly set: readonly Reply[] }
  | { readonly double: number }
  /** A text whose bytes are no UTF-8. */
  | { readonly bytes: Buffer }
  /** Written as it is. */
  | { readonly raw: Buffer }
  | string
  | number
  | null
  | readonly Reply[];

export function writeReply(reply: Reply, version: 2 | 3): Buffer {
  const parts: (string | Buffer)[] = [];
  put(reply, version, parts);
  return parts.every((one) => typeof one === 'string')
    ? Buffer.from(parts.join(''))
    : Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)));
}

function put(reply: Reply, version: 2 | 3, parts: (string | Buffer)[]): void {
  if (reply === null) parts.push(version === 3 ? '_\r\n' : '$-1\r\n');
  else if (typeof reply === 'number') parts.push(`:${reply}\r\n`);
  else if (typeof reply === 'string') parts.push(`$${Buffer.byteLength(reply)}\r\n${reply}\r\n`);
  else if (isList(reply)) putItems('*', reply, version, parts);
  else if ('status' in reply) parts.push(`+${reply.status}\r\n`);
  else if ('error' in reply) parts.push(`-${oneLine(reply.error)}\r\n`);
  else if ('raw' in reply) parts.push(reply.raw);
  else if ('bytes' in reply) parts.push(`$${reply.bytes.length}\r\n`, reply.bytes, '\r\n');
  else if ('double' in reply) {
    if (version === 3) parts.push(`,${reply.double}\r\n`);
    else put(String(reply.double), version, parts);
  } else if ('map' in reply) {
    parts.push(version === 3 ? `%${reply.map.length}\r\n` : `*${reply.map.length * 2}\r\n`);
    for (const [key, value] of reply.map) {
      put(key, version, parts);
      put(value, version, parts);
    }
  } else putItems(version === 3 ? '~' : '*', reply.set, version, parts);
}

function putItems(sign: string, items: readonly Reply[], version: 2 | 3, parts: (string | Buffer)[]): void {
  parts.push(`${sign}${items.length}\r\n`);
  for (const item of items) put(item, version, parts);
}

/** Arrays have a `map` of their own, so they are told apart first. */
function isList(reply: object): reply is readonly Reply[] {
  return Array.isArray(reply);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}

export interface Command {
  readonly words: readonly string[];
  readonly used: number;
}

/** Redis itself takes a million words of 512 MB. Questions have few; what is longer is an upload. */
const MAX_WORDS = 65_536;
const MAX_INLINE = 65_536;
const COLON_DIGITS = /^\d{1,10}$/;

/** The next command: `more` where it has not come whole, `broken` with the words of Redis where it is none. */
export function readCommand(bytes: Buffer): Command | 'more' | { readonly broken: string } {
  if (bytes.length === 0) return 'more';
  return bytes[0] === 0x2a ? readArray(bytes) : readInline(bytes);
}

function readInline(bytes: Buffer): Command | 'more' | { readonly broken: string } {
  const end = bytes.indexOf(0x0a);
  if (end < 0) return bytes.length > MAX_INLINE ? { broken: 'too big inline request' } : 'more';
  if (end > MAX_INLINE) return { broken: 'too big inline request' };
  const line = bytes.toString('latin1', 0, end).replace(/\r$/, '');
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(([whole, a, b]) => a ?? b ?? whole);
  return { words, used: end + 1 };
}

function readArray(bytes: Buffer): Command | 'more' | { readonly broken: string } {
  const head = readLength(bytes, 0);
  if (typeof head === 'string') return head === 'more' ? 'more' : { broken: 'invalid multibulk length' };
  if (head.length > MAX_WORDS) return { broken: 'invalid multibulk length' };
  const words: string[] = [];
  let at = head.next;
  for (let index = 0; index < head.length; index += 1) {
    if (at >= bytes.length) return 'more';
    if (bytes[at] !== 0x24) return { broken: `expected '$', got '${printable(bytes[at])}'` };
    const size = readLength(bytes, at);
    if (typeof size === 'string') return size === 'more' ? 'more' : { broken: 'invalid bulk length' };
    if (bytes.length < size.next + size.length + 2) return 'more';
    words.push(bytes.toString('utf8', size.next, size.next + size.length));
    at = size.next + size.length + 2;
  }
  return { words, used: at };
}

function printable(byte: number | undefined): string {
  return byte !== undefined && byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?';
}

function readLength(bytes: Buffer, at: number): { length: number; next: number } | 'more' | 'broken' {
  const end = bytes.indexOf('\r\n', at, 'latin1');
  if (end < 0) return bytes.length - at > 32 ? 'broken' : 'more';
  const text = bytes.toString('latin1', at + 1, end);
  // A length of -1 or 0 words is no command, and Redis passes over it.
  if (text === '-1') return { length: 0, next: end + 2 };
  return COLON_DIGITS.test(text) ? { length: Number(text), next: end + 2 } : 'broken';
}
