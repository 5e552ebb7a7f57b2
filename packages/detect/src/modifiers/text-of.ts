// How modifiers for strings take a value: as text with wildcards, or as text alone.
import { Rejection } from '../sigma/rejection.ts';
import { isOneOf, literalOf, merged, type Pattern, type PatternPart, parsePattern } from '../values/pattern.ts';
import type { Draft } from './modifier.ts';

/** `windash` and an encoding after it make each spelling a value of its own; four dashes are 625. */
const MAX_SPELLINGS = 3125;

/** The value as a pattern; numbers and booleans are what JSON writes for them. */
export function patternOf(draft: Draft, modifier: string): Pattern {
  if (draft.kind === 'text' || draft.kind === 'bytes') return draft.pattern;
  if (draft.kind === 'scalar') {
    return typeof draft.value === 'string' ? parsePattern(draft.value) : [String(draft.value)];
  }
  throw new Rejection('modifier', `${modifier} takes strings, and what it was given is ${kindText(draft)}`);
}

/** The bytes of a value without wildcards, in UTF-8 unless a modifier before chose another encoding. */
export function bytesOf(draft: Draft, modifier: string): readonly Uint8Array[] {
  if (draft.kind === 'bytes') return [draft.bytes];
  return spellings(patternOf(draft, modifier), modifier).map((text) => new TextEncoder().encode(text));
}

/** Every text that a pattern of literals and choices stands for. */
export function spellings(pattern: Pattern, modifier: string): readonly string[] {
  let texts = [''];
  for (const part of pattern) {
    if (typeof part === 'symbol') throw new Rejection('value', `${modifier} cannot encode a wildcard`);
    const choices = isOneOf(part) ? [...part.oneOf] : [part];
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    if (texts.length > MAX_SPELLINGS)
      throw new Rejection('value', `${modifier} would make too many spellings of one value`);
  }
  return texts;
}

export function asText(parts: readonly PatternPart[]): Draft {
  return { kind: 'text', pattern: merged(parts), isCased: false };
}

/** The text of a value that may have no wildcards. */
export function plainText(draft: Draft, modifier: string): string {
  const text = literalOf(patternOf(draft, modifier));
  if (text === undefined) throw new Rejection('value', `${modifier} takes no wildcards`);
  return text;
}

export function kindText(draft: Draft): string {
  const words: Record<Draft['kind'], string> = {
    scalar: 'a plain value',
    bytes: 'encoded text',
    unknown: 'a placeholder',
    text: 'text',
    regex: 'a regular expression',
    cidr: 'a network',
    number: 'a comparison of numbers',
    time: 'a part of a time',
    field: 'another field',
    exists: 'a question whether the field is there',
    null: 'null',
  };
  return words[draft.kind];
}
