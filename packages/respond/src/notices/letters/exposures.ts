// Which types of data a breach exposed, and to what harm: seen by others, altered, or out of reach.
import type { DataCategory } from '../../facts/data-category.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';

export type Harm = 'disclosed' | 'altered' | 'out-of-reach';

/** A type of data and what happened to it: a letter owes a likely consequence and a way to protect oneself for each. */
export interface Exposure {
  readonly category: DataCategory;
  readonly harm: Harm;
}

const HARM_OF_NATURE = { confidentiality: 'disclosed', integrity: 'altered', availability: 'out-of-reach' } as const;

/**
 * What was exposed, as far as it is known. Where nobody says what happened to the data, it is taken as disclosed, which asks for most.
 *
 * @param facts without contradictions
 */
export function exposuresOf(facts: BreachFacts): readonly Exposure[] {
  const natures = knownValue(facts.nature) ?? [];
  const harms = natures.length === 0 ? (['disclosed'] as const) : natures.map((nature) => HARM_OF_NATURE[nature]);
  return [...new Set(harms)].flatMap((harm) => exposedCategories(facts).map((category) => ({ category, harm })));
}

/** Types that somebody named, or that follow from another fact; `not-yet-known` is no type of which a letter can tell. */
export function exposedCategories(facts: BreachFacts): readonly DataCategory[] {
  const implied: readonly (readonly [boolean, DataCategory])[] = [
    [knownValue(facts.nationalId) === true, 'identification-numbers'],
    [knownValue(facts.paymentData) === true, 'payment-methods'],
    [(knownValue(facts.credentials) ?? 'none') !== 'none', 'credentials'],
    [(knownValue(facts.otherData) ?? []).length > 0, 'other'],
  ];
  const named = [...(knownValue(facts.data) ?? []), ...(knownValue(facts.specialCategories) ?? [])];
  const all = [...named, ...implied.flatMap(([holds, category]) => (holds ? [category] : []))];
  return [...new Set(all)].filter((category) => category !== 'not-yet-known');
}
