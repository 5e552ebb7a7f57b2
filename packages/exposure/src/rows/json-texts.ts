// Divides a JSON value into the texts that stand in it and what is around them. Chat APIs send the whole history with every request:
// the whole is new each time, while its texts and their frame repeat, and can be remembered apart.
import { isLong } from './row-fields.ts';

/** A text's place in a document: which name it stands under. The same object for the same keys. */
export interface TextPlace<Of> {
  /** What is known of texts at this place. */
  readonly of: Of;
  /** The place of a text under this key of an object here. */
  under(name: string): TextPlace<Of>;
}

/** Deeper than this, no honest document is nested. */
const DEEPEST = 32;
/** Shorter strings stay where they are: what a short value is, its neighbours tell (`"label":"card","value":"4111…"`). */
const SHORTEST_TEXT = 24;
/** Scripts that need no spaces say as much in a third of the characters. */
const SHORTEST_WIDE_TEXT = 8;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;
const SPACE = /\s/;
/** Keys that say nothing of their value, and those beside them that do. */
const UNNAMED = new Set(['value', 'answer', 'stringValue']);
const NAMING = ['label', 'key', 'name', 'field', 'question'] as const;
const LONGEST_NAME = 60;

/**
 * Divides a document.
 *
 * @param place where the document itself stands
 * @param visit called with each text and its place
 * @returns the document as JSON with empty strings for the texts; undefined where it can only be read as it is written: it is
 *   nested too deep, or has a number that lost digits
 */
export function divideJson<Of>(
  json: object,
  place: TextPlace<Of>,
  visit: (text: string, of: Of) => void,
): string | undefined {
  const division: Division<Of> = { visit, isDividable: true };
  const frame = frameOf(json, place, division, 0);
  return division.isDividable ? frame : undefined;
}

interface Division<Of> {
  readonly visit: (text: string, of: Of) => void;
  isDividable: boolean;
}

/** Parsed JSON where a text is an object or a list. */
export function parseDocument(text: string): object | undefined {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (!(first === 0x7b && last === 0x7d) && !(first === 0x5b && last === 0x5d)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    // Texts in brackets are often none: then they are read as they are.
    return undefined;
  }
}

function frameOf<Of>(value: unknown, place: TextPlace<Of>, division: Division<Of>, depth: number): string {
  if (typeof value === 'string') return stringFrame(value, place, division, depth);
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'number' && isLong(value)) division.isDividable = false;
    return String(value);
  }
  if (depth >= DEEPEST) division.isDividable = false;
  if (!division.isDividable) return '';
  let frame = '';
  if (Array.isArray(value)) {
    for (const part of value) frame += `${frame === '' ? '' : ','}${frameOf(part, place, division, depth + 1)}`;
    return `[${frame}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key in members) {
    const part = members[key];
    const isTextless = typeof part === 'string' && !isText(part) && !mayBeDocument(part);
    const written = isTextless ? `"${part}"` : frameOf(part, place.under(nameOf(members, key)), division, depth + 1);
    frame += `${frame === '' ? '' : ','}"${key}":${written}`;
  }
  return `{${frame}}`;
}

function stringFrame<Of>(value: string, place: TextPlace<Of>, division: Division<Of>, depth: number): string {
  const inner = mayBeDocument(value) ? parseDocument(value) : undefined;
  if (inner !== undefined) return frameOf(inner, place, division, depth + 1);
  if (!isText(value)) return `"${value}"`;
  division.visit(value, place.of);
  return '""';
}

function mayBeDocument(value: string): boolean {
  const first = value.charCodeAt(0);
  return (first === 0x7b || first === 0x5b) && value.length >= SHORTEST_TEXT;
}

/** Something said in words, rather than a value: that may need its neighbours to be known. */
function isText(value: string): boolean {
  if (value.length < SHORTEST_WIDE_TEXT) return false;
  return (value.length >= SHORTEST_TEXT && SPACE.test(value)) || WIDE.test(value);
}

/** A member's key, or what the member beside it says that it is. */
function nameOf(members: Readonly<Record<string, unknown>>, key: string): string {
  if (!UNNAMED.has(key)) return key;
  for (const naming of NAMING) {
    const name = members[naming];
    if (typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME) return name;
  }
  return key;
}
