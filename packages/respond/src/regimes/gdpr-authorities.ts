// Which authorities a controller notifies under the GDPR: its own, its lead authority, or all (Articles 55 and 56).
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { EEA_COUNTRIES, EEA_FORMS, eeaAuthority } from './eea-authorities.ts';
import type { Recipients } from './personal-data-breach.ts';

/** The authorities to notify, each with its country where it is known. */
export interface AuthoritiesToNotify extends Recipients {
  readonly authorities: readonly AuthorityToNotify[];
}

interface AuthorityToNotify {
  readonly name: string;
  readonly country?: string;
  /** Address of its online form. */
  readonly form?: string;
}

/**
 * The countries of the EEA where people concerned live, as far as the facts tell. A count that leaves out those of whom nothing tells where
 * they live is not the whole: then the countries to which the service is offered are taken too.
 */
export function eeaCountriesOfPersons(facts: BreachFacts): readonly string[] {
  const counted = (knownValue(facts.personsByCountry) ?? [])
    .filter(({ persons }) => persons.upper > 0)
    .map(({ country }) => country);
  const offered = isWholeCount(facts) ? [] : (knownValue(facts.offersTo) ?? []);
  return [...new Set([...counted, ...offered].map(countryOf))].filter((country) => EEA_COUNTRIES.has(country));
}

function isWholeCount({ personsByCountry }: BreachFacts): boolean {
  return personsByCountry.state === 'known' && personsByCountry.certainty !== 'possible';
}

/**
 * The authorities to notify.
 *
 * @param facts without contradictions
 */
export function authoritiesToNotify(facts: BreachFacts): AuthoritiesToNotify {
  const establishments = knownValue(facts.establishments)?.map(countryOf);
  const main = knownValue(facts.mainEstablishment);
  if (main !== undefined && EEA_COUNTRIES.has(countryOf(main))) return leadAuthority(countryOf(main), facts);
  if (establishments === undefined) return unknownEstablishment();
  const inEea = [...new Set(establishments)].filter((country) => EEA_COUNTRIES.has(country));
  const [only, ...others] = inEea;
  if (only === undefined) return allAuthorities(facts);
  return others.length === 0 ? leadAuthority(only, facts) : unknownMainEstablishment(inEea);
}

function leadAuthority(country: string, facts: BreachFacts): AuthoritiesToNotify {
  const isCrossBorder = knownValue(facts.crossBorder) ?? eeaCountriesOfPersons(facts).some((one) => one !== country);
  const why = isCrossBorder
    ? `The processing crosses borders, so it is the lead authority of the main establishment in ${country} (Article 56).`
    : `The establishment is in ${country} (Article 55).`;
  return { authorities: [authorityOf(country)], why, assumed: [], decidedBy: [] };
}

/** A representative does not bring the one-stop shop: EDPB Guidelines 9/2022 v2.0, paragraph 73. */
function allAuthorities(facts: BreachFacts): AuthoritiesToNotify {
  const countries = eeaCountriesOfPersons(facts);
  const representative = knownValue(facts.representative);
  const why =
    'The controller has no establishment in the EEA, so the authority of every country where people concerned live is notified' +
    `${representative === undefined ? '' : `; the representative in ${representative} does not make one of them the lead`} (EDPB Guidelines 9/2022, paragraph 73).`;
  if (countries.length === 0) {
    const name = 'the authority of each EEA country where people concerned live';
    return { authorities: [{ name }], why, assumed: [], decidedBy: ['personsByCountry'] };
  }
  const authorities = countries.map(authorityOf);
  const isCounted = isWholeCount(facts);
  return {
    authorities,
    why,
    assumed: isCounted ? [] : ['people concerned live in each country to which the service is offered'],
    decidedBy: isCounted ? [] : ['personsByCountry'],
  };
}

function unknownMainEstablishment(countries: readonly string[]): AuthoritiesToNotify {
  return {
    authorities: [
      { name: `the lead authority: that of the main establishment, which is one of ${countries.join(', ')}` },
    ],
    why: 'With several establishments in the EEA the lead authority is that of the main establishment (Article 56); in doubt, the authority of the place where the breach happened is notified.',
    assumed: [],
    decidedBy: ['mainEstablishment'],
  };
}

function unknownEstablishment(): AuthoritiesToNotify {
  return {
    authorities: [{ name: 'the competent data protection authority' }],
    why: 'Which one it is follows from where the controller is established (Articles 55 and 56).',
    assumed: ['the controller is established in the EEA; without an establishment there, every authority is notified'],
    decidedBy: ['establishments'],
  };
}

function authorityOf(country: string): AuthorityToNotify {
  const form = EEA_FORMS[country];
  return { name: eeaAuthority(country), country, ...(form !== undefined && { form }) };
}

function countryOf(place: string): string {
  return place.slice(0, 2);
}
