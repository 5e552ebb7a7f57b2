// Redacts text: lines of logs before they are stored. Fails closed: what cannot be read does not pass.
import type { Classifier } from '../classifier.ts';
import { isStretch } from '../settle.ts';
import type { Span } from '../span.ts';
import { type JsonMeans, redactJson } from './json.ts';
import { type JsonNode, readJson } from './json-tree.ts';
import { createLabels, outsideLabels, WITHHELD } from './labels.ts';
import { plainValue } from './plain-value.ts';
import { type Action, DEFAULT_POLICY, keyRulings, kindActions, type RedactionPolicy } from './policy.ts';
import { readPrivateKeys } from './private-keys.ts';
import { createReplace, labelOf, SHORTEST_KEY } from './replacement.ts';

export interface RedactorOptions {
  readonly classifier: Classifier;
  readonly policy?: RedactionPolicy;
  /** Secret for hashes and tokens, 16 bytes or more. */
  readonly key: Uint8Array;
}

/** Why a line was not let through. */
export type WhyWithheld = 'not JSON' | 'longer than the longest line' | 'hidden by NUL bytes' | 'not readable';

export interface Redactor {
  /** Text of one line or more, redacted; line ends stay. Never throws: what fails is withheld. */
  redact(text: string): string;
  /** The same on UTF-8 bytes, quicker. Bytes in which nothing is found come back as they are. */
  redactBytes(bytes: Uint8Array, options?: BytesOptions): Uint8Array;
  /** A line of JSON by keys and kinds; a line that is no JSON is withheld. */
  redactJsonLine(line: string): string;
  /**
   * A copy of a value with the types of JSON, redacted by keys and kinds. What JSON has no types for is told as JSON.stringify
   * tells it (dates, `toJSON`), or withheld (maps, sets, functions, circular objects).
   */
  redactValue(value: unknown): unknown;
  /** Stands for a line that is not let through, and counts it. */
  withhold(why: WhyWithheld, json?: boolean): string;
  /** Values that were redacted so far, by kind; `key` counts those that went by their keys. */
  readonly counts: ReadonlyMap<string, number>;
  /** Lines and values that were not let through so far, by reason. */
  readonly withheld: ReadonlyMap<WhyWithheld, number>;
}

export interface BytesOptions {
  /** Every line is JSON and redacted by its keys too; a line that is none is withheld. */
  readonly json?: boolean;
  /** So many bytes at the start were redacted before: they are read along for what they say of the rest. */
  readonly before?: number;
}

/**
 * A redactor. It is for one thread.
 *
 * @throws RangeError where the key is shorter than 16 bytes
 */
export function createRedactor({ classifier, policy = DEFAULT_POLICY, key }: RedactorOptions): Redactor {
  if (key.length < SHORTEST_KEY) throw new RangeError(`the key of a redactor has at least ${SHORTEST_KEY} bytes`);
  const counts = new Map<string, number>();
  const withheld = new Map<WhyWithheld, number>();
  const withhold = (why: WhyWithheld, json = false) => {
    withheld.set(why, (withheld.get(why) ?? 0) + 1);
    return json ? JSON.stringify(WITHHELD) : WITHHELD;
  };
  const actionOf = kindActions(policy);
  const replace = createReplace(key);
  const replaced: JsonMeans['replaced'] = (action, kind, value) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return replace(action, kind, value);
  };
  const labels = createLabels(classifier.kinds);
  const spansOf = createSpanReader(classifier, labels, policy, actionOf);
  const means: JsonMeans = {
    actionOf,
    replaced,
    isLabel: labels.isLabel,
    rulingOf: keyRulings(policy),
    spansOf,
    redactText: (bytes, field) => redactBlock(bytes, 0, false, field),
  };

  const redactBlock = (bytes: Buffer, before: number, json: boolean, field?: string): Buffer => {
    const spans = spansOf(bytes, field);
    const hasNul = bytes.includes(0);
    const hasEscapes = field === undefined && bytes.includes(BACKSLASH);
    if (!json && spans.length === 0 && !hasNul && !hasEscapes) return bytes.subarray(before);
    const parts: (Buffer | string)[] = [];
    let same = before;
    let at = 0;
    const change = (start: number, end: number, text: Buffer | string) => {
      parts.push(bytes.subarray(same, start), text);
      same = end;
    };
    const written = writtenSpans(bytes, (span, value) => replaced(acting(actionOf(span.kind)), span.kind, value));
    const isEveryLineRead = json || hasNul;
    let backslash = hasEscapes ? bytes.indexOf(BACKSLASH) : -1;
    for (let start = before; start < bytes.length; ) {
      if (!isEveryLineRead) {
        // On to the next line in which something was found, or may be hidden.
        while (at < spans.length && (spans[at] as Span).end <= start) at += 1;
        if (backslash !== -1 && backslash < start) backslash = bytes.indexOf(BACKSLASH, start);
        const next = Math.min(spans[at]?.start ?? bytes.length, backslash === -1 ? bytes.length : backslash);
        if (next === bytes.length) break;
        if (next > start) start = Math.max(start, bytes.lastIndexOf(LINE_FEED, next) + 1);
      }
      const feed = bytes.indexOf(LINE_FEED, start);
      const next = feed === -1 ? bytes.length : feed + 1;
      const stop = feed === -1 ? bytes.length : feed;
      const end = stop > start && bytes[stop - 1] === CARRIAGE_RETURN ? stop - 1 : stop;
      while (at < spans.length && (spans[at] as Span).end <= start) at += 1;
      let last = at;
      while (last < spans.length && (spans[last] as Span).start < end) last += 1;
      const here = spans.slice(at, last);
      if (hasNul && hides(bytes.subarray(start, end))) change(start, end, withhold('hidden by NUL bytes', json));
      else if (json) {
        if (end > start) redactJsonAt(bytes, start, end, here, change);
      } else if (here.length > 0 || (hasEscapes && mayBeEscapedJson(bytes, start, end))) {
        const node = isBracket(firstByte(bytes, start, end)) ? readJson(bytes, start, end) : undefined;
        if (node) changeJson(bytes, node, here, textMeans, change);
        else for (const span of here) written(span, start, end, change);
      }
      start = next;
    }
    if (parts.length === 0) return bytes.subarray(before);
    parts.push(bytes.subarray(same));
    return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
  };
  /** Without --json, rules for keys have no say. */
  const textMeans: JsonMeans = { ...means, rulingOf: undefined };

  const redactJsonAt = (bytes: Buffer, start: number, end: number, spans: readonly Span[], change: Change) => {
    const node = readJson(bytes, start, end);
    if (node) changeJson(bytes, node, spans, means, change);
    else if (!isBlank(bytes, start, end)) change(start, end, withhold('not JSON', true));
  };
  const hides = (line: Buffer) =>
    line.includes(0) && spansOf(Buffer.from(line.filter((byte) => byte !== 0))).length > 0;

  /** Whatever fails, its text does not pass, and its value does not stand in an error either. */
  const redactSafely = (bytes: Buffer, before: number, json: boolean): Buffer => {
    try {
      return redactBlock(bytes, before, json);
    } catch {
      const lines = splitLines(bytes.subarray(before));
      if (lines.length > 1) return Buffer.concat(lines.map((line) => redactSafely(line, 0, json)));
      const isEnded = bytes.at(-1) === LINE_FEED;
      return Buffer.from(`${withhold('not readable', json)}${isEnded ? '\n' : ''}`);
    }
  };
  const redactBytes = (bytes: Uint8Array, { json = false, before = 0 }: BytesOptions = {}) =>
    redactSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), before, json);
  const redactJsonText = (text: string): string | undefined => {
    const bytes = Buffer.from(text, 'utf8');
    const node = readJson(bytes, 0, bytes.length);
    if (!node) return undefined;
    const redacted = redactJson(bytes, node, spansOf(bytes), means);
    return Buffer.concat([bytes.subarray(0, node.start), redacted, bytes.subarray(node.end)]).toString('utf8');
  };

  return {
    counts,
    withheld,
    withhold,
    redactBytes,
    redact: (text) => redactSafely(Buffer.from(text, 'utf8'), 0, false).toString('utf8'),
    redactJsonLine(line) {
      try {
        return redactJsonText(line) ?? withhold('not JSON', true);
      } catch {
        return withhold('not readable', true);
      }
    },
    redactValue(value) {
      try {
        const text = JSON.stringify(plainValue(value, () => withhold('not readable')));
        const redacted = text === undefined ? 'null' : redactJsonText(text);
        return redacted === undefined ? withhold('not readable') : (JSON.parse(redacted) as unknown);
      } catch {
        return withhold('not readable');
      }
    },
  };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACKET = 0x5b;

type Change = (start: number, end: number, text: Buffer | string) => void;

const acting = (action: Action): Exclude<Action, 'keep'> => (action === 'keep' ? 'mask' : action);

function changeJson(bytes: Buffer, node: JsonNode, spans: readonly Span[], means: JsonMeans, change: Change): void {
  const redacted = redactJson(bytes, node, spans, means);
  if (!redacted.equals(bytes.subarray(node.start, node.end))) change(node.start, node.end, redacted);
}

/** Reads the spans that are to be redacted: by start, none overlapping. */
function createSpanReader(
  classifier: Classifier,
  labels: ReturnType<typeof createLabels>,
  policy: RedactionPolicy,
  actionOf: (kind: string) => Action,
): JsonMeans['spansOf'] {
  const read = (bytes: Buffer, field: string | undefined) =>
    classifier
      .classify(bytes, field === undefined || field === '' ? {} : { field })
      .filter(({ level, kind }) => (policy.possible || level === 'certain') && actionOf(kind) !== 'keep');
  const keepsKeys = actionOf(PRIVATE_KEY) === 'keep';
  return (bytes, field) => {
    const found = read(bytes, field);
    const keys = keepsKeys ? [] : readPrivateKeys(bytes).places.map(keySpan);
    if (found.length === 0) return keys;
    const { bytes: blanked, places } = labels.blanked(bytes);
    const spans = places.length === 0 ? found : outsideLabels(read(blanked, field), places, bytes);
    return outermost(
      keys.length === 0 ? spans : [...keys, ...spans].sort((a, b) => a.start - b.start || b.end - a.end),
    );
  };
}

/** Id of the kind in our own rules and in gitleaks'. */
const PRIVATE_KEY = 'secret/private-key';

function keySpan({ start, end }: { readonly start: number; readonly end: number }): Span {
  const reasons = ['the first line of a private key, and what follows it'];
  return { kind: PRIVATE_KEY, rule: 'private-key', start, end, confidence: 1, reasons, level: 'certain', masked: '' };
}

/** Spans that do not overlap: a stretch of text takes what stands in it. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.end > last.end) {
      // They overlap by a part: together they go.
      kept[kept.length - 1] = { ...(isStretch(span.kind) ? span : last), start: last.start, end: span.end };
    }
  }
  return kept;
}

/**
 * Writes spans of plain text line by line, so that lines stay lines: the first line of a value gets what stands for it, the
 * others a label.
 */
function writtenSpans(bytes: Buffer, replacementOf: (span: Span, value: string) => string) {
  const texts = new Map<Span, readonly string[]>();
  return (span: Span, lineStart: number, lineEnd: number, change: Change) => {
    const start = Math.max(span.start, lineStart);
    const end = Math.min(span.end, lineEnd);
    if (end <= start || isBlank(bytes, start, end)) return;
    let lines = texts.get(span);
    if (!lines) {
      lines = replacementOf(span, bytes.toString('utf8', span.start, span.end)).split('\n');
      texts.set(span, lines);
    }
    const before = bytes.subarray(span.start, start);
    const first = before.indexOf(LINE_FEED);
    if (first === -1) change(start, end, quoted(bytes, start, end, (lines[0] ?? '').replace(/\r$/, '')));
    else if (lines.length > 1) change(start, end, (lines[countOf(before, LINE_FEED)] ?? '').replace(/\r$/, ''));
    else change(start, end, lines[0] === '' ? '' : labelOf(span.kind));
  };
}

function countOf(bytes: Uint8Array, wanted: number): number {
  let count = 0;
  for (const byte of bytes) if (byte === wanted) count += 1;
  return count;
}

/** A number of JSON that is spread over lines, or stands behind other text, becomes a string. */
function quoted(bytes: Buffer, start: number, end: number, text: string): string {
  const isWhole = /"\s*:\s*$/.test(bytes.toString('latin1', Math.max(0, start - 20), start));
  const behind = bytes.toString('latin1', end, end + 20);
  return isWhole && /^\s*(?:[,}\]\r\n]|$)/.test(behind) && /^[-\d.]+$/.test(bytes.toString('latin1', start, end))
    ? JSON.stringify(text)
    : text;
}

function firstByte(bytes: Buffer, start: number, end: number): number | undefined {
  let at = start;
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09)) at += 1;
  return at < end ? bytes[at] : undefined;
}

const isBracket = (byte: number | undefined) => byte === BRACE || byte === BRACKET;

/** JSON in which a value may be written with escapes, so that it is not seen in the bytes. */
function mayBeEscapedJson(bytes: Buffer, start: number, end: number): boolean {
  if (!isBracket(firstByte(bytes, start, end))) return false;
  const at = bytes.indexOf(BACKSLASH, start);
  return at !== -1 && at < end;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) > 0x20) return false;
  return true;
}

/** Lines with their line feeds. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}
