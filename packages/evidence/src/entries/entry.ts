// One entry of the log as one line of canonical JSON. docs/evidence.md has the format byte for byte.
import { hash } from 'node:crypto';
import { canonicalJson, type Json } from '../canonical-json.ts';

export type Payload = { readonly [name: string]: Json };

/** What an entry says, before it has its place in a log. */
export interface Draft {
  /** When it happened, as milliseconds since 1970. The order of the log is that of its sequence, not of clocks. */
  readonly at: number;
  /** Names what the payload is, as in `decision`. Those of the log itself begin with `log/`. */
  readonly type: string;
  /** Who or what wrote it: an id that means somebody only in the owner's own records, never a name. */
  readonly author: string;
  readonly payload: Payload;
}

export interface Entry {
  readonly author: string;
  /** SHA-256 of the canonical JSON of all other fields, as hexadecimal digits. */
  readonly hash: string;
  readonly payload: Payload;
  /** `hash` of the entry before; 64 zeros in the first. */
  readonly previous: string;
  /** 0, 1, 2 … */
  readonly sequence: number;
  /** UTC with milliseconds, as in 2026-11-29T12:00:00.000Z. */
  readonly time: string;
  readonly type: string;
}

export const NO_PREVIOUS = '0'.repeat(64);

/** An entry holds ids, hashes and numbers; a longer line is an attack on memory. In bytes, without the line feed. */
export const LONGEST_LINE = 64 * 1024;

const FIELDS = ['author', 'hash', 'payload', 'previous', 'sequence', 'time', 'type'];
const HASH = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ID = /^[A-Za-z0-9](?:[A-Za-z0-9._:/-]{0,126}[A-Za-z0-9])?$/;

/** Ids have no space and no @, so that neither a sentence nor a mailbox is one. */
export function isId(text: string): boolean {
  return ID.test(text);
}

export interface EncodedEntry {
  readonly entry: Entry;
  /** Without the line feed. */
  readonly line: string;
}

/** Gives a draft its place; undefined where it has no canonical form or its line would be too long. */
export function encodeEntry(draft: Draft, sequence: number, previous: string): EncodedEntry | undefined {
  const { at, type, author, payload } = draft;
  const body = { author, payload, previous, sequence, time: new Date(at).toISOString(), type };
  const text = canonicalJson(body);
  if (text === undefined) return undefined;
  const entry: Entry = { ...body, hash: hash('sha256', text, 'hex') };
  const line = canonicalJson({ ...entry });
  return line === undefined || Buffer.byteLength(line) > LONGEST_LINE ? undefined : { entry, line };
}

export type EntryFault = 'not JSON' | 'not the fields of an entry' | 'not canonical' | 'another hash';

/** Reads a foreign line, without its line feed. What it returns has the right form and hash, and maybe the wrong place. */
export function decodeEntry(line: string): Entry | EntryFault {
  const value = parseJson(line);
  if (value === undefined) return 'not JSON';
  const entry = entryIn(value);
  if (entry === undefined) return 'not the fields of an entry';
  // JSON.parse takes spaces, other orders and doubled names, all of which would let two lines be one entry.
  if (canonicalJson({ ...entry }) !== line) return 'not canonical';
  return hash('sha256', withoutHash(line, entry), 'hex') === entry.hash ? entry : 'another hash';
}

/** The canonical JSON of the other fields: only `author`, in which no such text can stand, comes before `hash` in a line. */
function withoutHash(line: string, { hash: told }: Entry): string {
  return line.replace(`,"hash":"${told}"`, '');
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The parser's own words would quote the line.
    return undefined;
  }
}

function entryIn(value: Json): Entry | undefined {
  if (!isObject(value) || Object.keys(value).sort().join() !== FIELDS.join()) return undefined;
  const { author, hash: own, payload, previous, sequence, time, type } = value;
  if (!isText(author, ID) || !isText(own, HASH) || !isText(previous, HASH)) return undefined;
  if (!isText(time, TIME) || !isText(type, ID) || payload === undefined || !isObject(payload)) return undefined;
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence)) return undefined;
  return { author, hash: own, payload, previous, sequence, time, type };
}

function isObject(value: Json): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: Json | undefined, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
