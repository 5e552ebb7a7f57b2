// What a term of a vocabulary means where it stands, and the statement that follows from it.
import type { SpecialCategory } from './category.ts';
import { VOCABULARIES } from './vocabularies.ts';
import type { Part, Tongue } from './vocabulary.ts';

export interface Statement {
  readonly category: SpecialCategory;
  /** Never certain: it tells what a sentence says, and is no verdict on a person. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface TermSense {
  readonly category: SpecialCategory;
  readonly names: string;
  readonly part: Exclude<Part, 'topic'>;
}

export type Who = 'first person' | 'someone close';

const CONFIDENCE: Readonly<Record<TermSense['part'], number>> = { told: 0.6, is: 0.65, has: 0.65, group: 0.65 };
const NEGATED = 0.15;
const SUPPOSED = 0.2;
const LEAST = 0.35;

/** How much a statement loses where the sentence denies or supposes. */
export function doubtOf(negated: boolean, supposed: boolean): number {
  return (negated ? NEGATED : 0) + (supposed ? SUPPOSED : 0);
}

export function statementOf({ category, names, part }: TermSense, who: Who, doubt: number): Statement {
  const sure = CONFIDENCE[part] - (who === 'first person' ? 0 : 0.05);
  return {
    category,
    confidence: Math.max(LEAST, Math.round((sure - doubt) * 100) / 100),
    reasons: [`${who} + ${names}`],
  };
}

/** All terms of a tongue that make statements. */
export function sensesOf(tongue: Tongue): { readonly terms: string; readonly sense: TermSense }[] {
  return VOCABULARIES.flatMap(({ category, names, tongues }) =>
    Object.entries(tongues[tongue] ?? {}).flatMap(([part, terms]) =>
      part === 'topic' ? [] : [{ terms, sense: { category, names, part: part as TermSense['part'] } }],
    ),
  );
}

/** What the terms of a category are, for reasons. */
export function namesOf(category: SpecialCategory): string {
  return VOCABULARIES.find((vocabulary) => vocabulary.category === category)?.names ?? category;
}
