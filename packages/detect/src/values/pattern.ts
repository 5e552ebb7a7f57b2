// A Sigma string: literal text with wildcards, and how its escapes are read (Sigma specification 2.1, "Escape Character").

/** `*`: any run of characters, also none. */
export const RUN = Symbol('any run');
/** `?`: exactly one character. */
export const ONE = Symbol('one character');

/** One character of several, as `windash` makes it. */
export interface OneOf {
  readonly oneOf: string;
}

export type PatternPart = string | typeof RUN | typeof ONE | OneOf;
export type Pattern = readonly PatternPart[];

/**
 * Reads wildcards and escapes. A backslash escapes `*`, `?` and itself; before anything else it is itself, so that paths need no escapes.
 *
 * @example parsePattern(String.raw`C:\Temp\\*`) // ['C:\\Temp\\', RUN]
 */
export function parsePattern(text: string): Pattern {
  const parts: PatternPart[] = [];
  let literal = '';
  const end = () => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    const next = text[index + 1];
    if (sign === '\\' && (next === '*' || next === '?' || next === '\\')) {
      literal += next;
      index += 1;
    } else if (sign === '*' || sign === '?') {
      end();
      parts.push(sign === '*' ? RUN : ONE);
    } else literal += sign;
  }
  end();
  return parts;
}

/** The text of a pattern without wildcards; undefined where it has some. */
export function literalOf(pattern: Pattern): string | undefined {
  if (pattern.length === 0) return '';
  return pattern.length === 1 && typeof pattern[0] === 'string' ? pattern[0] : undefined;
}

export function isOneOf(part: PatternPart): part is OneOf {
  return typeof part === 'object';
}

/** Adjacent literals become one, and runs beside runs too. */
export function merged(parts: readonly PatternPart[]): Pattern {
  const out: PatternPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part === '' || (part === RUN && last === RUN)) continue;
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}

/** A pattern as a rule would write it, for people. */
export function patternText(pattern: Pattern): string {
  return pattern
    .map((part) => {
      if (part === RUN) return '*';
      if (part === ONE) return '?';
      return isOneOf(part) ? `[${part.oneOf}]` : part;
    })
    .join('');
}
