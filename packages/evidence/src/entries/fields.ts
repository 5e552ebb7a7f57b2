// The closed schema of a payload: what may stand in the log. There is no field for free text, so personal data has no place to go
// but a commitment.
import { isCommitment } from '../commitment.ts';
import { isId, type Payload } from './entry.ts';

export type FieldKind =
  /** A name from the owner's own records: no space, no @. */
  | 'id'
  /** SHA-256 as 64 hexadecimal digits. */
  | 'hash'
  /** What `commit` made of a value. */
  | 'commitment'
  /** A whole number from 0. */
  | 'count'
  /** UTC with milliseconds. */
  | 'time'
  | 'flag';

/** A field: one kind, a closed list of words, or a list of ids. A name that ends in ? may be left out. */
export type Field = FieldKind | { readonly words: readonly string[] } | { readonly listOf: FieldKind };

export interface EntryType {
  readonly type: string;
  readonly fields: Readonly<Record<string, Field>>;
}

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The first field that is not as the type says; undefined where all are. Values are not quoted, since they may be personal. */
export function fieldFault(payload: Payload, { type, fields }: EntryType): FieldFault | undefined {
  const named = new Map(Object.entries(fields).map(([name, field]) => [name.replace(/\?$/, ''), field]));
  for (const name of Object.keys(payload)) {
    if (!named.has(name)) return { field: name, message: `an entry of type ${type} has no field of this name` };
  }
  for (const [name, field] of named) {
    const value = Object.hasOwn(payload, name) ? payload[name] : undefined;
    if (value === undefined && Object.hasOwn(fields, `${name}?`)) continue;
    if (!fits(value, field)) return { field: name, message: `it has to be ${wordsOf(field)}` };
  }
  return undefined;
}

const LONGEST_LIST = 500;

function fits(value: unknown, field: Field): boolean {
  if (typeof field === 'string') return CHECKS[field](value);
  if ('words' in field) return typeof value === 'string' && field.words.includes(value);
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every((one) => CHECKS[field.listOf](one));
}

const CHECKS: Record<FieldKind, (value: unknown) => boolean> = {
  id: (value) => typeof value === 'string' && isId(value),
  hash: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  commitment: (value) => typeof value === 'string' && isCommitment(value),
  count: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  time: (value) => typeof value === 'string' && isTime(value),
  flag: (value) => typeof value === 'boolean',
};

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

const WORDS: Record<FieldKind, string> = {
  id: 'an id of letters, digits and . _ : / -, without spaces',
  hash: '64 hexadecimal digits of SHA-256',
  commitment: 'a commitment, see commit()',
  count: 'a whole number from 0',
  time: 'a time as in 2026-11-29T12:00:00.000Z',
  flag: 'true or false',
};

function wordsOf(field: Field): string {
  if (typeof field === 'string') return WORDS[field];
  return 'words' in field ? `one of ${field.words.join(', ')}` : `a list, in which each is ${WORDS[field.listOf]}`;
}
