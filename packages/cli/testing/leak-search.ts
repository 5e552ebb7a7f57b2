// Looks for canaries in bytes that left memory: as they are, in either case, with and without separators, in the encodings
// that a careless line of code may put them into, and in parts.
import type { Canary } from '@vigie/classify/testing/canaries';

export interface LeakSearch {
  /** What is shown, as `person/email, as base64`; empty where nothing is. */
  in(bytes: Uint8Array | string): readonly string[];
}

interface Needle {
  readonly text: string;
  readonly what: string;
  /** Counts only where no letter or digit stands beside: short enough to be met in a hash or in a longer number. */
  readonly alone: boolean;
}

/** Shorter ones are met by chance. */
const SHORTEST = 6;
/** A part of a number or a token says who it is from so many characters on. */
const SHORTEST_PART = 7;
/** Shorter ones of digits alone, or hexadecimal digits, count only where they stand alone. */
const LONG_DIGITS = 10;

/** @param except values or parts that are told on purpose, in lower case */
export function createLeakSearch(
  canaries: readonly Pick<Canary, 'kind' | 'value'>[],
  except: readonly string[] = [],
): LeakSearch {
  const table = new Map<string, Needle[]>();
  const told = new Set(except);
  for (const { kind, value } of canaries) {
    for (const [form, text] of formsOf(value)) {
      const needle = inHaystack(text);
      if (needle.length < SHORTEST || told.has(needle)) continue;
      const head = needle.slice(0, SHORTEST);
      const alone = /^[\da-f]*$/.test(needle) && needle.length < LONG_DIGITS;
      table.set(head, [...(table.get(head) ?? []), { text: needle, what: `${kind}, ${form}`, alone }]);
    }
  }
  const search = (haystack: string): string[] => {
    const found = new Set<string>();
    for (let at = 0; at + SHORTEST <= haystack.length; at += 1) {
      for (const { text, what, alone } of table.get(haystack.substr(at, SHORTEST)) ?? []) {
        if (!haystack.startsWith(text, at) || (alone && !standsAlone(haystack, at, text.length))) continue;
        found.add(`${what}: ${JSON.stringify(haystack.slice(Math.max(0, at - 40), at + text.length + 10))}`);
      }
    }
    return [...found];
  };
  return {
    in(bytes) {
      const text = Buffer.from(bytes).toString('latin1');
      const plain = withoutNumbers(inLowerCase(text));
      // UTF-16 is, for most canaries, the same with a zero beside every byte.
      return text.includes('\0') ? [...search(plain), ...search(plain.replaceAll('\0', ''))] : search(plain);
    },
  };
}

/** Numbers that are numbers: places in files, and counts. */
function withoutNumbers(text: string): string {
  return text.replace(/"[a-z]+":\s?\d+(?=[,}\n])/g, '"":0');
}

function inHaystack(text: string): string {
  return inLowerCase(Buffer.from(text, 'utf8').toString('latin1'));
}

/** ASCII only: the rest are bytes of UTF-8. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function standsAlone(text: string, at: number, length: number): boolean {
  return !/[a-z\d.]/.test(text[at - 1] ?? ' ') && !/[a-z\d]/.test(text[at + length] ?? ' ');
}

function formsOf(value: string): (readonly [string, string])[] {
  const json = JSON.stringify(value).slice(1, -1);
  const compact = value.replace(/[^\p{L}\p{N}]/gu, '');
  return [
    ['as it is', value],
    ['without separators', compact],
    ['in hexadecimal', Buffer.from(value).toString('hex')],
    ...base64Of(value).map((text) => ['in base64', text] as const),
    ['for URLs', encodeURIComponent(value)],
    ['for forms', new URLSearchParams([['', value]]).toString().slice(1)],
    ['for JSON', json],
    ['for JSON twice', JSON.stringify(json).slice(1, -1)],
    ['for JSON in ASCII', asciiJson(value)],
    ['for HTML', value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ['for SQL', value.replaceAll("'", "''")],
    ...partsOf(value, compact).map((text) => ['in part', text] as const),
  ];
}

/** What base64 of a longer text holds of it, wherever it begins there. */
function base64Of(value: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const inner = whole.toString('base64url').slice(Math.ceil((before * 8) / 6), -2);
    const usual = inner.replaceAll('-', '+').replaceAll('_', '/');
    return inner.length < 10 ? [] : [...new Set([inner, usual])];
  });
}

function asciiJson(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function partsOf(value: string, compact: string): string[] {
  const [local = '', domain] = value.split('@');
  const digits = value.replace(/\D/g, '');
  const half = Math.floor(compact.length / 2);
  return [
    ...(domain === undefined ? [] : [local]),
    ...(digits.length > SHORTEST_PART + 1 ? [digits.slice(-SHORTEST_PART), digits.slice(0, SHORTEST_PART)] : []),
    ...(half >= 2 * SHORTEST_PART && !/\s/.test(value) ? [compact.slice(0, half), compact.slice(half)] : []),
    ...value.split(/[^\p{L}]+/u).filter((word) => word === 'Quillfeather'),
  ];
}
