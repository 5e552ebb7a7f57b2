// Replies of Redis, RESP version 2: https://redis.io/docs/latest/develop/reference/protocol-spec/. A reader that gathers one
// reply at a time, with bounds on everything that the server says of lengths.

export type RespValue =
  | { readonly type: 'simple'; readonly text: string }
  | { readonly type: 'error'; readonly text: string }
  | { readonly type: 'integer'; readonly value: number }
  /** Bytes; undefined for the null that stands for "there is none". */
  | { readonly type: 'bulk'; readonly bytes: Buffer | undefined }
  | { readonly type: 'array'; readonly items: readonly RespValue[] };

export interface RespReader {
  /** Takes bytes and gives the replies that are whole by them. */
  push(bytes: Uint8Array): readonly RespValue[] | 'foreign' | 'too large';
}

/** What a command of ours can give at most; Redis itself allows 512 MiB for one value. */
const MAX_REPLY_BYTES = 48 << 20;
const MAX_ITEMS = 1 << 20;
const MAX_DEPTH = 8;
/** The longest line outside of a value: errors are shorter. */
const MAX_HEAD_BYTES = 64 << 10;

/** A command as an array of bulk strings. */
export function respCommand(words: readonly (string | Uint8Array)[]): Buffer {
  const parts: Uint8Array[] = [Buffer.from(`*${words.length}\r\n`)];
  for (const word of words) {
    const bytes = typeof word === 'string' ? Buffer.from(word) : word;
    parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n'));
  }
  return Buffer.concat(parts);
}

/** A value as text; empty where it is none. */
export function respText(value: RespValue | undefined): string {
  switch (value?.type) {
    case 'simple':
      return value.text;
    case 'integer':
      return String(value.value);
    case 'bulk':
      return value.bytes?.toString('utf8') ?? '';
    default:
      return '';
  }
}

export function createRespReader(): RespReader {
  /** Bytes of a part that is not whole yet. */
  let pieces: Uint8Array[] = [];
  let length = 0;
  /** Below so many bytes the part cannot be whole, so it is not looked at: a long value is copied once, not at each piece. */
  let needed = 1;
  /** Bytes of the reply that is being read, those in `open` included. */
  let gathered = 0;
  /** Lists that are not whole yet, the outer one first; each item is read once, whenever its list ends. */
  let open: { readonly count: number; readonly items: RespValue[] }[] = [];

  /** Puts a value where it belongs. @returns the reply, where it is whole by it */
  function place(value: RespValue): RespValue | undefined {
    let whole = value;
    for (let list = open.at(-1); list; list = open.at(-1)) {
      list.items.push(whole);
      if (list.items.length < list.count) return undefined;
      open.pop();
      whole = { type: 'array', items: list.items };
    }
    open = [];
    gathered = 0;
    return whole;
  }

  return {
    push(bytes) {
      pieces.push(bytes);
      length += bytes.length;
      gathered += bytes.length;
      if (gathered > MAX_REPLY_BYTES) return 'too large';
      if (length < needed) return [];
      const data = Buffer.concat(pieces, length);
      const replies: RespValue[] = [];
      let at = 0;
      needed = 1;
      while (at < data.length) {
        const part = readPart(data, at);
        if (part === 'foreign' || part === 'too large') return part;
        if ('needs' in part) {
          needed = part.needs - at;
          break;
        }
        at = part.end;
        if ('opens' in part) {
          if (open.length >= MAX_DEPTH) return 'foreign';
          open.push({ count: part.opens, items: [] });
          continue;
        }
        const reply = place(part.value);
        if (reply) {
          replies.push(reply);
          gathered = data.length - at;
        }
      }
      // Copied, so that no small rest keeps a long reply in memory.
      const rest = Buffer.from(data.subarray(at));
      pieces = rest.length > 0 ? [rest] : [];
      length = rest.length;
      return replies;
    },
  };
}

type Part =
  | { readonly value: RespValue; readonly end: number }
  /** A list of so many items begins. */
  | { readonly opens: number; readonly end: number }
  | { readonly needs: number }
  | 'foreign'
  | 'too large';

function readPart(data: Buffer, at: number): Part {
  const lineEnd = data.indexOf('\r\n', at, 'latin1');
  if (lineEnd === -1) return data.length - at > MAX_HEAD_BYTES ? 'foreign' : { needs: data.length + 1 };
  if (lineEnd - at > MAX_HEAD_BYTES) return 'foreign';
  const text = data.toString('latin1', at + 1, lineEnd);
  const end = lineEnd + 2;
  switch (data[at]) {
    case 0x2b:
      return { value: { type: 'simple', text }, end };
    case 0x2d:
      return { value: { type: 'error', text }, end };
    case 0x3a:
      return /^-?\d{1,19}$/.test(text) ? { value: { type: 'integer', value: Number(text) }, end } : 'foreign';
    case 0x24:
      return readBulk(data, text, end);
    case 0x2a:
      return readList(text, end);
    default:
      return 'foreign';
  }
}

function readBulk(data: Buffer, text: string, from: number): Part {
  if (text === '-1') return { value: { type: 'bulk', bytes: undefined }, end: from };
  if (!/^\d{1,10}$/.test(text)) return 'foreign';
  const size = Number(text);
  if (size > MAX_REPLY_BYTES) return 'too large';
  const end = from + size + 2;
  if (data.length < end) return { needs: end };
  if (data[end - 2] !== 0x0d || data[end - 1] !== 0x0a) return 'foreign';
  return { value: { type: 'bulk', bytes: data.subarray(from, from + size) }, end };
}

function readList(text: string, end: number): Part {
  if (text === '-1' || text === '0') return { value: { type: 'array', items: [] }, end };
  if (!/^\d{1,10}$/.test(text)) return 'foreign';
  return Number(text) > MAX_ITEMS ? 'too large' : { opens: Number(text), end };
}
