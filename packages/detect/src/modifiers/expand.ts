// `expand`: placeholders as in `%Servers%` become the values that were given for them; `\%` is a percent sign. Where nobody gave any,
// the value matches nothing, and whoever loads the rule looks whether it can still match.
import { Rejection } from '../sigma/rejection.ts';
import { merged, type PatternPart, parsePattern } from '../values/pattern.ts';
import { type Draft, eachValue, type ModifierState } from './modifier.ts';
import { patternOf } from './text-of.ts';

const PLACEHOLDER = /(?<!\\)%([^%]+?)(?<!\\)%/;
/** A value with several placeholders has every combination of their values. */
const MAX_COMBINATIONS = 10_000;

export const expand = eachValue('expand', (draft, state) => {
  if (draft.kind === 'regex') {
    const sources = expandedSources(draft.source, state);
    if ('unknown' in sources) return { kind: 'unknown', placeholder: sources.unknown };
    return sources.map((source): Draft => ({ ...draft, source, ...listIn(draft.source) }));
  }
  let drafts: PatternPart[][] = [[]];
  const names: string[] = [];
  for (const part of patternOf(draft, 'expand')) {
    const pieces = typeof part === 'string' ? part.split(PLACEHOLDER) : [];
    if (typeof part !== 'string') drafts = drafts.map((parts) => [...parts, part]);
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 1) names.push(piece);
      const values = index % 2 === 0 ? [[piece.replaceAll('\\%', '%')]] : valuesOf(piece, state)?.map(parsePattern);
      if (values === undefined) return { kind: 'unknown', placeholder: piece };
      drafts = drafts.flatMap((parts) => values.map((value) => [...parts, ...value]));
      if (drafts.length > MAX_COMBINATIONS)
        throw new Rejection('placeholder', 'its placeholders have too many combinations');
    }
  }
  const isCased = draft.kind === 'text' && draft.isCased;
  const list = listOf(names);
  return drafts.map((parts): Draft => ({ kind: 'text', pattern: merged(parts), isCased, ...list }));
});

function listOf(names: readonly string[]): { readonly list?: string } {
  return names.length === 0 ? {} : { list: names.map((name) => `%${name}%`).join(' and ') };
}

function listIn(source: string): { readonly list?: string } {
  return listOf(source.split(PLACEHOLDER).filter((_, index) => index % 2 === 1));
}

function valuesOf(name: string, { placeholders }: ModifierState): readonly string[] | undefined {
  return Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
}

function expandedSources(source: string, state: ModifierState): readonly string[] | { readonly unknown: string } {
  let sources = [''];
  for (const [index, piece] of source.split(PLACEHOLDER).entries()) {
    const values = index % 2 === 0 ? [piece.replaceAll('\\%', '%')] : valuesOf(piece, state);
    if (values === undefined) return { unknown: piece };
    sources = sources.flatMap((begun) => values.map((value) => begun + value));
  }
  return sources;
}
