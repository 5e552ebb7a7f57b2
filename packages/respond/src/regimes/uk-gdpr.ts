// UK GDPR, Articles 33 and 34, and regulation 5A of PECR (SI 2003/2426) for providers of public electronic communications services.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply, presumedToApply } from './applicability.ts';
import { dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { countryOf } from './european-places.ts';
import { type BreachLaw, breachDuties } from './personal-data-breach.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const COMMISSIONER = "Information Commissioner's Office (ICO)";

const UK_GDPR: LegalSource = {
  title: 'UK GDPR (assimilated Regulation (EU) 2016/679), Articles 33 and 34',
  url: 'https://www.legislation.gov.uk/eur/2016/679',
  checked: 'unverified',
  note: 'Taken from the wording of the GDPR and reports on the British one; the amended British text was not read.',
};

const LAW: BreachLaw = {
  regime: 'uk-gdpr',
  threshold: 'risk',
  hours: 72,
  sources: { authority: UK_GDPR, controllers: UK_GDPR, persons: UK_GDPR },
};

const RECIPIENTS = {
  authorities: [{ name: COMMISSIONER, form: 'https://ico.org.uk/for-organisations/report-a-breach/' }],
  why: 'The United Kingdom has one authority; a notification in the EEA does not take the place of one there.',
  assumed: [],
  decidedBy: [],
};

/** Regulation 5A of PECR, which the Data (Use and Access) Act 2025 changed. */
interface CommunicationsRule {
  readonly hours: number;
  readonly whenLate: string;
  readonly source: LegalSource;
}

const UNTIL_AUGUST_2025: CommunicationsRule = {
  hours: 24,
  whenLate: 'Send what is known at once, and say why it is late (Regulation (EU) 611/2013, Article 2).',
  source: {
    title:
      'Privacy and Electronic Communications Regulations 2003, regulation 5A; assimilated Regulation (EU) 611/2013',
    url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/5A',
    checked: 'unverified',
    note: 'The 24 hours are from notes of the Information Commissioner on the change; the earlier text was not read.',
  },
};

const SINCE_AUGUST_2025: CommunicationsRule = {
  hours: 72,
  whenLate: 'Give the reasons for the delay with the notification (regulation 5A(3A)).',
  source: {
    title:
      'Privacy and Electronic Communications Regulations 2003, regulation 5A, as changed by section 111 of the 2025 Act',
    url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/5A',
    checked: 'unverified',
    note: 'The day was read in SI 2025/904, regulation 2(p). The change was read as a clause of the earlier bill, not in the Act.',
  },
};

const ukGdpr: Regime = {
  id: 'uk-gdpr',
  title: 'UK GDPR and PECR',
  jurisdiction: 'United Kingdom',
  versions: [
    {
      id: 'uk-gdpr',
      status: 'in force',
      from: '2021-01-01',
      until: '2025-08-19',
      source: UK_GDPR,
      duties: (context) => dutiesUnder(UNTIL_AUGUST_2025, context),
    },
    {
      id: 'data-use-and-access-act-2025',
      status: 'in force',
      from: '2025-08-20',
      source: SINCE_AUGUST_2025.source,
      duties: (context) => dutiesUnder(SINCE_AUGUST_2025, context),
    },
  ],
  applies: appliesTo,
};

export default ukGdpr;

/** Article 3 of the UK GDPR: an establishment there, or people there who are offered something or watched. */
function appliesTo(facts: BreachFacts): Applicability {
  const isThere = (place: string) => countryOf(place) === 'GB';
  const establishments = knownValue(facts.establishments);
  const offersTo = knownValue(facts.offersTo);
  if (establishments?.some(isThere)) return applies('There is an establishment in the United Kingdom (Article 3(1)).');
  if (offersTo?.some(isThere)) return applies('People there are offered a service, or watched (Article 3(2)).');
  if (establishments !== undefined && offersTo !== undefined) {
    return appliesNot('There is no establishment there, and nobody there is offered a service or watched.');
  }
  const open = (['establishments', 'offersTo'] as const).filter((name) => facts[name].state === 'unknown');
  const liveThere = knownValue(facts.personsByCountry)?.some(
    ({ country, persons }) => isThere(country) && persons.upper > 0,
  );
  if (liveThere) {
    return presumedToApply(
      'People concerned live in the United Kingdom.',
      'they were offered a service or watched',
      open,
    );
  }
  return mayApply(
    'It applies if there is an establishment there, or people there are offered a service or watched.',
    open,
  );
}

function dutiesUnder(rule: CommunicationsRule, context: DutyContext): readonly Duty[] {
  const duties = breachDuties(LAW, () => RECIPIENTS, context);
  const isProvider = knownValue(context.facts.sectors)?.includes('electronic-communications') === true;
  return isProvider && knownValue(context.facts.role) !== 'processor'
    ? [...duties, toldCommissioner(rule, context), ...toldSubscribers(rule, context)]
    : duties;
}

/** Regulation 5A(2): whatever the risk. */
function toldCommissioner({ hours, whenLate, source }: CommunicationsRule, { instants }: DutyContext): Duty {
  return {
    regime: 'uk-gdpr',
    article: 'PECR 5A(2)',
    recipient: COMMISSIONER,
    what: 'Notify the breach as a provider of a public electronic communications service. What is not known yet may follow.',
    owed: 'yes',
    due: dueInHours({ at: instants.aware, fact: 'aware', what: 'the awareness of the provider' }, hours),
    whenLate,
    why: 'A provider notifies every breach in connection with its service, also one without a risk. One report to the Commissioner serves for Article 33 too.',
    assumed: ['the data was processed in connection with a public electronic communications service'],
    source,
  };
}

/** Regulation 5A(4) and (6): unless the data was unintelligible to others. */
function toldSubscribers({ source }: CommunicationsRule, { facts, risk }: DutyContext): readonly Duty[] {
  if (risk.to === 'none' || knownValue(facts.unintelligible) === true) return [];
  return [
    {
      regime: 'uk-gdpr',
      article: 'PECR 5A(4)',
      recipient: 'each subscriber or user concerned',
      what: 'Tell them about the breach, where it is likely to affect their data or their privacy adversely.',
      owed: risk.from === 'none' ? 'unknown' : 'yes',
      due: WITHOUT_UNDUE_DELAY,
      why: 'A provider tells the subscribers and users of a breach that is likely to affect them adversely, without the threshold of a high risk.',
      source,
    },
  ];
}
