// Fields 113 to 123: borders, countries and their authorities, as far as facts tell.
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import { EEA_COUNTRIES } from '../../../regimes/eea-authorities.ts';
import { authoritiesToNotify, eeaCountriesOfPersons } from '../../../regimes/gdpr-authorities.ts';
import { type Answer, type AnswersByField, letters } from '../answer.ts';
import type { CountryCount } from '../field.ts';

export const AUTHORITIES_ANSWERS: AnswersByField = {
  113: ({ facts }) => crossBorder(facts),
  114: ({ facts }) => authorities(facts),
  115: ({ facts }) => {
    const countries = eeaEstablishments(facts);
    return countries.length === 0 ? undefined : { value: { kind: 'countries', countries }, from: ['establishments'] };
  },
  116: ({ facts }) => countriesOfPersons(facts),
  117: ({ facts }) => personsByCountry(facts),
  118: ({ facts }) => authorities(facts),
  120: ({ facts }) => targetsTheEea(facts),
  121: ({ facts }) => countriesOfPersons(facts),
  122: ({ facts }) => personsByCountry(facts),
  123: ({ facts }) => authorities(facts),
};

function countryOf(place: string): string {
  return place.slice(0, 2);
}

/** Countries of establishment in the EEA. */
export function eeaEstablishments(facts: BreachFacts): readonly string[] {
  const main = knownValue(facts.mainEstablishment);
  const places = [...(knownValue(facts.establishments) ?? []), ...(main === undefined ? [] : [main])];
  return [...new Set(places.map(countryOf))].filter((country) => EEA_COUNTRIES.has(country));
}

/** Establishments or people in more than one country of the EEA (Article 4(23)). */
function crossBorder(facts: BreachFacts): Answer | undefined {
  const told = knownValue(facts.crossBorder);
  if (told !== undefined) return letters([told ? 'a' : 'b'], 'crossBorder');
  const establishments = eeaEstablishments(facts);
  if (establishments.length > 1) return letters(['a'], 'establishments');
  const isElsewhere = countedCountries(facts).some(({ country }) => country !== establishments[0]);
  return establishments.length === 1 && isElsewhere ? letters(['a'], 'establishments', 'personsByCountry') : undefined;
}

/** People of the EEA by country, as counted; what only looks like it is left to be asked. */
function countedCountries({ personsByCountry: fact }: BreachFacts): readonly CountryCount[] {
  if (fact.state === 'unknown' || fact.certainty === 'possible') return [];
  return fact.value.filter(({ country, persons }) => EEA_COUNTRIES.has(countryOf(country)) && persons.upper > 0);
}

function countriesOfPersons(facts: BreachFacts): Answer | undefined {
  if (countedCountries(facts).length === 0) return undefined;
  return { value: { kind: 'countries', countries: eeaCountriesOfPersons(facts) }, from: ['personsByCountry'] };
}

function personsByCountry(facts: BreachFacts): Answer | undefined {
  const counts = countedCountries(facts);
  return counts.length === 0 ? undefined : { value: { kind: 'counts by country', counts }, from: ['personsByCountry'] };
}

/** The authorities whose country is decided. */
function authorities(facts: BreachFacts): Answer | undefined {
  const { authorities: all, decidedBy } = authoritiesToNotify(facts);
  if (decidedBy.length > 0) return undefined;
  const names = all.map(({ name }) => name);
  return { value: { kind: 'authorities', names }, from: ['establishments'] };
}

function targetsTheEea(facts: BreachFacts): Answer | undefined {
  const offersTo = knownValue(facts.offersTo);
  if (offersTo === undefined) return undefined;
  return letters([offersTo.some((place) => EEA_COUNTRIES.has(countryOf(place))) ? 'a' : 'b'], 'offersTo');
}
