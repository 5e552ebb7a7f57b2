// General Data Protection Regulation (EU) 2016/679: Articles 33 and 34, and the change that is proposed to them.

import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { EEA_COUNTRIES } from './eea-authorities.ts';
import { authoritiesToNotify, eeaCountriesOfPersons } from './gdpr-authorities.ts';
import { type BreachLaw, breachDuties } from './personal-data-breach.ts';
import type { Applicability, LegalSource, Regime } from './regime.ts';

const REGULATION = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';

const ARTICLE_33_2: LegalSource = {
  title: 'Regulation (EU) 2016/679, Article 33(2)',
  url: REGULATION,
  checked: 'unverified',
  note: 'That no number of hours stands in it, and that a processor does not weigh the risk first, is from reports on it.',
};

const IN_FORCE: BreachLaw = {
  regime: 'gdpr',
  threshold: 'risk',
  hours: 72,
  sources: {
    authority: { title: 'Regulation (EU) 2016/679, Article 33', url: REGULATION, checked: 'verified' },
    controllers: ARTICLE_33_2,
    persons: { title: 'Regulation (EU) 2016/679, Article 34', url: REGULATION, checked: 'verified' },
  },
};

const PROPOSAL: LegalSource = {
  title: 'Proposal for a Digital Omnibus, COM(2025) 837',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837',
  checked: 'unverified',
  note: 'From reports on the proposal (2025/0360(COD)). It was in committee in August 2026; what came later was not verified.',
};

/** The proposal: an authority is told of a high risk only, within 96 hours, by way of one entry point. */
const DIGITAL_OMNIBUS: BreachLaw = {
  ...IN_FORCE,
  threshold: 'high',
  hours: 96,
  sources: { ...IN_FORCE.sources, authority: PROPOSAL },
};

const SINGLE_ENTRY_POINT = {
  authorities: [{ name: 'the competent authority, by way of the single entry point of ENISA' }],
  why: 'The proposal has one entry point for all authorities.',
  assumed: [],
  decidedBy: [],
};

const gdpr: Regime = {
  id: 'gdpr',
  title: 'General Data Protection Regulation',
  jurisdiction: 'EEA',
  versions: [
    {
      id: '2016/679',
      status: 'in force',
      from: '2018-05-25',
      source: IN_FORCE.sources.authority,
      duties: (context) => breachDuties(IN_FORCE, () => authoritiesToNotify(context.facts), context),
    },
    {
      id: 'digital-omnibus',
      status: 'proposed',
      source: PROPOSAL,
      duties: (context) => breachDuties(DIGITAL_OMNIBUS, () => SINGLE_ENTRY_POINT, context),
    },
  ],
  applies,
};

export default gdpr;

/** Article 3: an establishment in the EEA, or people there who are offered something or watched. */
function applies(facts: BreachFacts): Applicability {
  const establishments = knownValue(facts.establishments);
  const isInEea = (place: string) => EEA_COUNTRIES.has(place.slice(0, 2));
  if (establishments?.some(isInEea) || isInEea(knownValue(facts.mainEstablishment) ?? '')) {
    return answer('yes', 'There is an establishment in the EEA (Article 3(1)).');
  }
  const offersTo = knownValue(facts.offersTo);
  if (offersTo?.some(isInEea)) {
    return answer('yes', 'People in the EEA are offered a service, or watched (Article 3(2)).');
  }
  if (establishments === undefined) {
    return answer('unknown', 'Where the organisation is established is not known.', ['establishments', 'offersTo']);
  }
  if (offersTo === undefined) {
    const live = eeaCountriesOfPersons(facts);
    const why =
      live.length > 0
        ? `People concerned live in ${live.join(', ')}; it applies if they were offered a service or watched (Article 3(2)).`
        : 'There is no establishment in the EEA; it applies if people there were offered a service or watched (Article 3(2)).';
    return answer('unknown', why, ['offersTo']);
  }
  return answer('no', 'There is no establishment in the EEA, and nobody there is offered a service or watched.');
}

/** Where it is not known whether it applies, it is presumed to: 72 hours are short. */
function answer(given: Applicability['answer'], why: string, decidedBy: readonly FactName[] = []): Applicability {
  const isPresumed = given === 'unknown';
  return { answer: given, why, isPresumed, assumed: isPresumed ? ['the GDPR applies'] : [], decidedBy };
}
