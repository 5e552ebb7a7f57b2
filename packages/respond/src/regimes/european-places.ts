// Where an organisation is, as far as the laws of the Union and of its Member States ask for it.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { EEA_COUNTRIES } from './eea-authorities.ts';

const EEA_ONLY: ReadonlySet<string> = new Set(['IS', 'LI', 'NO']);

/** The Member States of the European Union, ISO 3166-1 alpha-2. */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  [...EEA_COUNTRIES].filter((country) => !EEA_ONLY.has(country)),
);

/** ISO 3166-1 alpha-2 of a country, or of a state of it. */
export function countryOf(place: string): string {
  return place.slice(0, 2);
}

/** The countries of establishment, the main one first; undefined where nobody knows them. */
export function establishedIn(facts: BreachFacts): readonly string[] | undefined {
  const main = knownValue(facts.mainEstablishment);
  const others = knownValue(facts.establishments);
  if (main === undefined && others === undefined) return undefined;
  return [...new Set([...(main === undefined ? [] : [main]), ...(others ?? [])].map(countryOf))];
}

/** The Member States of establishment; undefined where nobody knows them. */
export function establishedInUnion(facts: BreachFacts): readonly string[] | undefined {
  return establishedIn(facts)?.filter((country) => EU_COUNTRIES.has(country));
}

/** The Member State of the main establishment, or the only one there is; undefined where the facts do not tell. */
export function mainMemberState(facts: BreachFacts): string | undefined {
  const main = knownValue(facts.mainEstablishment);
  if (main !== undefined) return EU_COUNTRIES.has(countryOf(main)) ? countryOf(main) : undefined;
  const [only, ...others] = establishedInUnion(facts) ?? [];
  return others.length === 0 ? only : undefined;
}

/** Whether it does business in the Union: by an establishment, or by offering something to people there. */
export function isActiveInUnion(facts: BreachFacts): 'yes' | 'no' | 'unknown' {
  const established = establishedInUnion(facts);
  const offersTo = knownValue(facts.offersTo)?.map(countryOf);
  if ((established?.length ?? 0) > 0 || offersTo?.some((country) => EU_COUNTRIES.has(country))) return 'yes';
  return established === undefined || offersTo === undefined ? 'unknown' : 'no';
}
