// The labels that redaction writes, met in a text: they are no values, and their words say nothing of what stands beside them.
import type { Kind } from '../kind.ts';
import type { Span } from '../span.ts';

/** Stands for what could not be read, and was not let through. */
export const WITHHELD = '[withheld]';
/** Stands for a value that a rule for its key masked. */
export const KEY_KIND = 'key';

export interface Labels {
  /** A copy with the inside of every label made one word that says nothing; the same bytes where there is none. */
  blanked(bytes: Buffer): { readonly bytes: Buffer; readonly places: readonly LabelPlace[] };
  /** Whether the text is one label and nothing else. */
  isLabel(text: string): boolean;
}

export interface LabelPlace {
  readonly start: number;
  readonly end: number;
}

const NAME = /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)?$/;

const BRACKET = 0x5b;
const CLOSING = 0x5d;
/** By byte: 1 for what the names of kinds are made of. */
const IN_NAMES = Uint8Array.from({ length: 256 }, (_, byte) => (/[a-z0-9/-]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Only the names of known kinds are labels, so that nothing can hide in one. */
export function createLabels(kinds: readonly Kind[]): Labels {
  const names = new Set([...kinds.map(({ id }) => id), KEY_KIND, 'withheld', 'secret/private-key', 'conversation']);
  const written = new Set([...names].filter((name) => NAME.test(name)));
  return {
    blanked(bytes) {
      const places: LabelPlace[] = [];
      for (let start = bytes.indexOf(BRACKET); start !== -1; start = bytes.indexOf(BRACKET, start + 1)) {
        let end = start + 1;
        while (IN_NAMES[bytes[end] ?? 0] === 1) end += 1;
        if (bytes[end] !== CLOSING || !written.has(bytes.toString('latin1', start + 1, end))) continue;
        places.push({ start, end: end + 1 });
      }
      if (places.length === 0) return { bytes, places };
      const copy = Buffer.from(bytes);
      for (const { start, end } of places) copy.fill('x', start + 1, end - 1);
      return { bytes: copy, places };
    },
    isLabel: (text) => text.startsWith('[') && text.endsWith(']') && names.has(text.slice(1, -1)),
  };
}

/** The spans that are more than labels. Both lists are by their starts. */
export function outsideLabels(spans: readonly Span[], places: readonly LabelPlace[], bytes: Uint8Array): Span[] {
  return spans.filter((span) => {
    let at = span.start;
    for (const { start, end } of places) {
      if (end <= at || start >= span.end) continue;
      if (hasWord(bytes, at, start)) return true;
      at = end;
    }
    return hasWord(bytes, at, span.end);
  });
}

/** Whether a letter or a digit stands there. */
function hasWord(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    const folded = byte | 0x20;
    if (byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (folded >= 0x61 && folded <= 0x7a)) return true;
  }
  return false;
}
