// Redacts text: lines of logs before they are stored. Fails closed: what cannot be read does not pass.
import type { Classifier } from '../classifier.ts';
import { isStretch } from '../settle.ts';
import type { Span } from '../span.ts';
import { createJsonRedaction, type ReadTurns } from './json.ts';
import { DEFAULT_POLICY, kindActions, type RedactionPolicy } from './policy.ts';
import { createReplace, type Replace } from './replacement.ts';

export interface RedactorOptions {
  readonly classifier: Classifier;
  readonly policy?: RedactionPolicy;
  /** Secret for hashes and tokens, 16 bytes or more. */
  readonly key: Uint8Array;
  /** What people said in a JSON value; their words are redacted as `conversation`. Handed in by index.ts. */
  readonly readTurns: ReadTurns;
}

export interface Redactor {
  /** Text of one line or more, redacted; line ends stay. Never throws: what fails is withheld. */
  redact(text: string): string;
  /** The same on UTF-8 bytes, quicker. */
  redactBytes(bytes: Uint8Array): Uint8Array;
  /** A line of JSON by keys and kinds; a line that is no JSON is withheld. */
  redactJsonLine(line: string): string;
  /** A value of JSON's types, redacted; other objects (errors, maps) are withheld. */
  redactValue(value: unknown): unknown;
  /** Values that were redacted so far, by kind; `withheld` counts lines that could not be read. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Stands for what could not be read, and was not let through. */
export const WITHHELD = '[withheld: it could not be read]';

/** A redactor. It is for one thread. */
export function createRedactor({ classifier, policy = DEFAULT_POLICY, key, readTurns }: RedactorOptions): Redactor {
  if (key.length < 16) throw new Error('the key of a redactor has at least 16 bytes');
  const actionOf = kindActions(policy);
  const replace = createReplace(key);
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const spansOf = (bytes: Uint8Array) =>
    outermost(
      classifier
        .classify(bytes)
        .filter(({ level, kind }) => (policy.possible || level === 'certain') && actionOf(kind) !== 'keep'),
    );
  const redactPart = (bytes: Uint8Array): Uint8Array =>
    rewrite(bytes, spansOf(bytes), (span, value) => {
      count(span.kind);
      const action = actionOf(span.kind);
      return action === 'keep' ? value : replace(action, span.kind, value);
    });
  const redactBytes = (bytes: Uint8Array): Uint8Array => {
    try {
      return redactPart(bytes);
    } catch {
      // Whatever failed, the text must not pass; its value must not stand in an error either.
      const lines = splitLines(bytes);
      if (lines.length > 1) return Buffer.concat(lines.map(redactBytes));
      count('withheld');
      return Buffer.from(bytes.at(-1) === LINE_FEED ? `${WITHHELD}\n` : WITHHELD);
    }
  };
  const redact = (text: string) => Buffer.from(redactBytes(Buffer.from(text, 'utf8'))).toString('utf8');
  const json = createJsonRedaction({ policy, redact, replace: countingReplace(replace, count), readTurns, actionOf });
  return {
    counts,
    redact,
    redactBytes,
    redactJsonLine(line) {
      try {
        return JSON.stringify(json(JSON.parse(line)));
      } catch {
        count('withheld');
        return JSON.stringify(WITHHELD);
      }
    },
    redactValue(value) {
      try {
        return json(value);
      } catch {
        count('withheld');
        return WITHHELD;
      }
    },
  };
}

const LINE_FEED = 0x0a;

/** Lines with their line feeds. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

function countingReplace(replace: Replace, count: (kind: string) => void): Replace {
  return (action, kind, value) => {
    count(kind);
    return replace(action, kind, value);
  };
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

function rewrite(
  bytes: Uint8Array,
  spans: readonly Span[],
  replacementOf: (span: Span, value: string) => string,
): Uint8Array {
  if (spans.length === 0) return bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const span of spans) {
    parts.push(buffer.subarray(from, span.start));
    const replacement = replacementOf(span, buffer.toString('utf8', span.start, span.end));
    parts.push(Buffer.from(needsQuotes(buffer, span) ? JSON.stringify(replacement) : replacement));
    from = span.end;
  }
  parts.push(buffer.subarray(from));
  return Buffer.concat(parts);
}

/** A number or an object of a JSON line becomes a string, so that the line stays JSON. */
function needsQuotes(buffer: Buffer, { start }: Span): boolean {
  const line = buffer.lastIndexOf(0x0a, start - 1) + 1;
  let first = line;
  while (buffer[first] === 0x20 || buffer[first] === 0x09) first += 1;
  if (buffer[first] !== 0x7b && buffer[first] !== 0x5b) return false;
  let inString = false;
  for (let at = first; at < start; at += 1) {
    if (buffer[at] === 0x5c) at += 1;
    else if (buffer[at] === 0x22) inString = !inString;
  }
  return !inString;
}
