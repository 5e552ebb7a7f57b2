// Where the people concerned live and where the organisation is at home or at work, as laws of one country or state ask for it.
import type { FactName } from '../facts/definitions.ts';
import { type Interval, knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type Finding, met, open, unmet } from './finding.ts';
import type { Applicability } from './regime.ts';

/**
 * How many people concerned live in a place, at least and at most. People of whom only the country is known may live in each of its
 * states; of whom nothing is known, anywhere.
 *
 * @param place ISO 3166-1 alpha-2 country, or ISO 3166-2 state
 */
function personsIn({ personsByCountry, persons }: BreachFacts, place: string): Interval {
  const most = knownValue(persons)?.upper ?? Number.POSITIVE_INFINITY;
  if (personsByCountry.state === 'unknown') return { lower: 0, upper: most };
  const within = personsByCountry.value.filter(({ country }) => isWithin(country, place));
  const perhaps = personsByCountry.value.filter(({ country }) => isWithin(place, country) && country !== place);
  const lower = within.reduce((sum, one) => sum + one.persons.lower, 0);
  const upper = [...within, ...perhaps].reduce((sum, one) => sum + one.persons.upper, 0);
  const isWholeCount = personsByCountry.certainty !== 'possible';
  return { lower, upper: Math.max(lower, Math.min(most, isWholeCount ? upper : most)) };
}

/** Whether so many people live in a place. */
export function livesIn(facts: BreachFacts, place: string, name: string, atLeast = 1): Finding {
  return reaches(personsIn(facts, place), atLeast, `people in ${name}`, 'personsByCountry');
}

/** Whether it concerns so many people in all, wherever they live. */
export function concerns({ persons }: BreachFacts, atLeast: number): Finding {
  return reaches(knownValue(persons) ?? { lower: 0, upper: Number.POSITIVE_INFINITY }, atLeast, 'people', 'persons');
}

/** Whether a number is at least so high. */
function reaches({ lower, upper }: Interval, atLeast: number, what: string, fact: FactName): Finding {
  const threshold = atLeast === 1 ? what : `${atLeast.toLocaleString('en')} or more ${what}`;
  if (lower >= atLeast) return met(`It concerns ${threshold}.`);
  if (upper < atLeast) return unmet(`It does not concern ${threshold}.`);
  return open(`Whether it concerns ${threshold} is not known.`, fact);
}

/** A law of one country or state that follows an establishment, an offer to people there, or the people themselves. */
interface TerritorialLaw {
  readonly place: string;
  readonly name: string;
  /** As in `the PDPA`. */
  readonly law: string;
}

/**
 * Whether such a law applies. It does with an establishment or an offer there. People who live there make it likely, and so does work in
 * the country of a state: then its duties are shown all the same. Where nothing is known, it is only named.
 */
export function appliesIn(facts: BreachFacts, { place, name, law }: TerritorialLaw): Applicability {
  const [established, offered] = [knownValue(facts.establishments), knownValue(facts.offersTo)];
  const answer = (given: Applicability['answer'], why: string, decidedBy: readonly FactName[] = []) =>
    ({ answer: given, why, isPresumed: false, assumed: [], decidedBy }) as const;
  if (established?.some((one) => isWithin(one, place))) return answer('yes', `There is an establishment in ${name}.`);
  if (offered?.some((one) => isWithin(one, place))) return answer('yes', `People in ${name} are offered a service.`);
  const people = livesIn(facts, place, name);
  const isPerhapsThere = [...(established ?? []), ...(offered ?? [])].some((one) => isWithin(place, one));
  const unknown = presenceFacts(facts);
  if (people.answer === 'yes') {
    return {
      ...answer('unknown', `People concerned live in ${name}; what the organisation does there is not stated.`, [
        ...(unknown.length > 0 ? unknown : (['offersTo'] as const)),
      ]),
      isPresumed: true,
      assumed: [`${law} applies, since people in ${name} are concerned`],
    };
  }
  if (people.answer === 'no') return answer('no', `Nobody concerned lives in ${name}, and no presence there is known.`);
  if (isPerhapsThere) {
    return {
      ...answer(
        'unknown',
        `The organisation is at work in the country; whether people in ${name} are concerned is not known.`,
        ['personsByCountry'],
      ),
      isPresumed: true,
      assumed: [`people in ${name} are concerned`],
    };
  }
  if (unknown.length === 0) return answer('no', `There is no establishment in ${name}, and no offer to people there.`);
  return answer('unknown', `Whether the organisation or people concerned are in ${name} is not known.`, [
    ...unknown,
    ...people.decidedBy,
  ]);
}

/** Territories of the United States have codes both as countries and as states. */
const AS_STATES: Readonly<Record<string, string>> = { AS: 'US-AS', GU: 'US-GU', MP: 'US-MP', PR: 'US-PR', VI: 'US-VI' };

/** Whether a place lies in another: a state in its country, and each in itself. */
export function isWithin(inner: string, outer: string): boolean {
  const [place, around] = [AS_STATES[inner] ?? inner, AS_STATES[outer] ?? outer];
  return place === around || place.startsWith(`${around}-`);
}

function presenceFacts(facts: BreachFacts): readonly FactName[] {
  return (['establishments', 'offersTo'] as const).filter((name) => facts[name].state === 'unknown');
}
