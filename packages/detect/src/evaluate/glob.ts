// Whether a text is what a pattern says: literals, `*`, `?` and choices. Linear but for the search of a literal, so no pattern hangs.
import { isOneOf, ONE, type Pattern, type PatternPart, RUN } from '../values/pattern.ts';

/** Stretches of a pattern between its runs. */
export interface Glob {
  readonly segments: readonly (readonly PatternPart[])[];
  readonly beginsOpen: boolean;
  readonly endsOpen: boolean;
}

export function globOf(pattern: Pattern): Glob {
  const segments: PatternPart[][] = [[]];
  for (const part of pattern) {
    if (part === RUN) segments.push([]);
    else segments.at(-1)?.push(part);
  }
  return {
    segments: segments.filter((segment) => segment.length > 0),
    beginsOpen: pattern[0] === RUN,
    endsOpen: pattern.at(-1) === RUN,
  };
}

export function matchesGlob({ segments, beginsOpen, endsOpen }: Glob, text: string): boolean {
  if (segments.length === 0) return beginsOpen || text === '';
  let at = 0;
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? [];
    const isLast = index === segments.length - 1;
    if (index === 0 && !beginsOpen) at = endAt(segment, text, 0);
    else if (isLast && !endsOpen) return endsWith(segment, text, at);
    else at = endOfFirst(segment, text, at);
    if (at < 0) return false;
  }
  return endsOpen || at === text.length;
}

/** Where the segment ends if it begins here; -1 where it does not. */
function endAt(segment: readonly PatternPart[], text: string, from: number): number {
  let at = from;
  for (const part of segment) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, at)) return -1;
      at += part.length;
    } else {
      if (at >= text.length) return -1;
      if (isOneOf(part) && !part.oneOf.includes(text[at] ?? '')) return -1;
      // One character may be two units of UTF-16.
      at += part === ONE && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
  }
  return at;
}

function endOfFirst(segment: readonly PatternPart[], text: string, from: number): number {
  const [first] = segment;
  for (let at = from; at <= text.length; at += 1) {
    if (typeof first === 'string') {
      at = text.indexOf(first, at);
      if (at < 0) return -1;
    }
    const end = endAt(segment, text, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** Whether the segment stands at the end, not before `from`. */
function endsWith(segment: readonly PatternPart[], text: string, from: number): boolean {
  let least = 0;
  let wide = 0;
  for (const part of segment) {
    least += typeof part === 'string' ? part.length : 1;
    if (part === ONE) wide += 1;
  }
  for (let extra = 0; extra <= wide; extra += 1) {
    const start = text.length - least - extra;
    if (start >= from && endAt(segment, text, start) === text.length) return true;
  }
  return false;
}

/** A pattern with its literals in lower case, for texts in lower case. */
export function folded(pattern: Pattern): Pattern {
  return pattern.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}
