// Values that only their label tells: `user_id=…`, `"customerNo": "…"`, or a whole column of that name.
import type { Finder, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import type { Text } from '../../text.ts';
import { fieldReader, isDigit, isLetter, roleOf, stands, type WordSet } from '../contact/labels.ts';

/** How sure a labelled value is, and why; a string alone says why it is none. */
type ValueVerdict = readonly [confidence: number, why: string] | string;

export interface LabelledValue<Role extends string> {
  readonly name: string;
  readonly kind: Kind;
  readonly words: WordSet<Role>;
  /** Most bytes of a value. */
  readonly most: number;
  /** Bytes that a value is made of, besides letters and digits. */
  readonly signs: string;
  /**
   * Judges a value.
   *
   * @param value its bytes, one character each
   * @param role of the word that labels it
   * @param place whether it is a column's value, the value of a quoted key, or stands behind a plain word
   */
  judge(value: string, role: Role, place: 'field' | 'key' | 'word'): ValueVerdict;
}

/** A finder of what one kind of label names. */
export function createLabelledFinder<Role extends string>(definition: LabelledValue<Role>): Finder {
  const { name, kind, words } = definition;
  const readField = fieldReader(words);
  const part = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) part[byte] = isLetter(byte) || isDigit(byte) || byte >= 0x80 ? 1 : 0;
  for (const sign of definition.signs) part[sign.charCodeAt(0)] = 1;

  return {
    name,
    kinds: [kind],
    triggers: words.triggers,
    placeOf: () => 'whole word',
    find(text, hits, report) {
      const role = readField(text.field);
      if (role !== undefined) readWhole(definition, part, text, role, report);
      let done = -1;
      for (let index = 0; index < hits.length; index++) {
        if (!stands(words, text, hits, index) || goesOn(text.bytes, hits.end[index] as number)) continue;
        if (isOfVersion(text, hits.end[index] as number)) continue;
        const value = readBehind(text.bytes, hits.end[index] as number, part, definition.most);
        if (value === undefined || value.start === done) continue;
        done = value.start;
        tell(
          definition,
          text,
          value.start,
          value.end,
          roleOf(words, hits, index),
          value.quoted ? 'key' : 'word',
          report,
        );
      }
    },
  };
}

/** The text is one value of a column: all of it, without blanks and quotes around. */
function readWhole<Role extends string>(
  definition: LabelledValue<Role>,
  part: Uint8Array,
  text: Text,
  role: Role,
  report: Report,
): void {
  const { bytes } = text;
  let start = 0;
  let end = bytes.length;
  while (start < end && (bytes[start] as number) <= 0x22) start++;
  while (end > start && (bytes[end - 1] as number) <= 0x22) end--;
  if (end === start || end - start > definition.most) return;
  for (let at = start; at < end; at++) if (part[bytes[at] as number] === 0) return;
  tell(definition, text, start, end, role, 'field', report);
}

/** `serialVersionUID` numbers a class of Java (java.io.Serializable), and nobody. */
function isOfVersion({ latin1 }: Text, end: number): boolean {
  return latin1.startsWith('VersionUID', end - 'VersionUID'.length);
}

/** `user_id_hash`, `user_id_count`: the word goes on, and so names something else. */
function goesOn(bytes: Uint8Array, end: number): boolean {
  const next = bytes[end];
  return next === 0x5f || next === 0x2d || isLetter(next) || isDigit(next);
}

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** The value behind a label: `=x`, `: x`, `":"x"`, `\":\"x\"`, `" => "x"`. */
function readBehind(bytes: Uint8Array, from: number, part: Uint8Array, most: number): Labelled | undefined {
  let at = from;
  let quoted = false;
  let assigned = 0;
  const limit = from + 12;
  for (; at < limit; at++) {
    const byte = bytes[at];
    if (byte === 0x3a || byte === 0x3d) assigned++;
    // Full-width colon, EF BC 9A, as Chinese and Japanese text has it.
    else if (byte === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x9a) {
      assigned++;
      at += 2;
    } else if (byte === 0x22 || byte === 0x27) {
      if (assigned === 0) quoted = true;
    } else if (byte !== 0x20 && byte !== 0x5c && !(byte === 0x3e && bytes[at - 1] === 0x3d)) break;
  }
  if (assigned === 0 || assigned > 2 || at === limit) return undefined;
  const start = at;
  while (at < bytes.length && at - start <= most && part[bytes[at] as number] === 1) at++;
  if (at === start || at - start > most) return undefined;
  while (at > start && (bytes[at - 1] === 0x2e || bytes[at - 1] === 0x3a || bytes[at - 1] === 0x2d)) at--;
  // A call, a template or a path is no value.
  const next = bytes[at];
  if (at === start || next === 0x28 || next === 0x7b || next === 0x5b || next === 0x2f) return undefined;
  return { start, end: at, quoted };
}

function tell<Role extends string>(
  { judge, kind, name }: LabelledValue<Role>,
  text: Text,
  start: number,
  end: number,
  role: Role,
  place: 'field' | 'key' | 'word',
  report: Report,
): void {
  const value = text.latin1.slice(start, end);
  const verdict = isNothing(value) ? 'no value' : judge(value, role, place);
  if (typeof verdict === 'string') {
    if (report.explains) report.dropped({ kind: kind.id, rule: name, start, end, why: verdict });
    return;
  }
  const [confidence, why] = verdict;
  if (confidence < 0.3 && !report.asked(kind.id)) return;
  const where = place === 'field' ? 'the column or key is named so' : 'behind a label that names it';
  report.found({ kind: kind.id, rule: name, start, end, confidence, reasons: [where, why] });
}

/** What programs print where there is no value, and words of code and of schemas. */
function isNothing(value: string): boolean {
  return /^(?:0+|-1?|null|nil|none|n\/?a|nan|undefined|unknown|anonymous|anon|true|false|empty|missing|invalid|required|string|str|int|integer|bigint|number|uuid|text|varchar|value|x+|\*+|redacted|masked|hidden|your[\w-]*|example|placeholder|todo|changeme|test|foo|bar)$/i.test(
    value,
  );
}
