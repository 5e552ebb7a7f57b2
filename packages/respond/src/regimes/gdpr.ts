// General Data Protection Regulation (EU) 2016/679: Articles 33 and 34, and the change that is proposed to them.

import { isAtLeast } from '../decision/risk.ts';
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { EEA_COUNTRIES } from './eea-authorities.ts';
import { authoritiesToNotify, eeaCountriesOfPersons } from './gdpr-authorities.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const REGULATION = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';

/** How much has to be feared before an authority is told, and how fast; this is what the proposal changes. */
interface NotificationRule {
  readonly threshold: 'risk' | 'high';
  readonly hours: number;
  readonly recipients: 'authorities' | 'single entry point';
  readonly source: LegalSource;
}

const IN_FORCE: NotificationRule = {
  threshold: 'risk',
  hours: 72,
  recipients: 'authorities',
  source: { title: 'Regulation (EU) 2016/679, Article 33', url: REGULATION, checked: 'verified' },
};

const DIGITAL_OMNIBUS: NotificationRule = {
  threshold: 'high',
  hours: 96,
  recipients: 'single entry point',
  source: {
    title: 'Proposal for a Digital Omnibus, COM(2025) 837',
    url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837',
    checked: 'unverified',
    note: 'From reports on the proposal (2025/0360(COD)). It was in committee in August 2026; what came later was not verified.',
  },
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
      source: IN_FORCE.source,
      duties: (context) => dutiesUnder(IN_FORCE, context),
    },
    {
      id: 'digital-omnibus',
      status: 'proposed',
      source: DIGITAL_OMNIBUS.source,
      duties: (context) => dutiesUnder(DIGITAL_OMNIBUS, context),
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

function dutiesUnder(rule: NotificationRule, context: DutyContext): readonly Duty[] {
  if (knownValue(context.facts.role) === 'processor') return [toldControllers(context), documented(context)];
  return [documented(context), ...notifiedAuthorities(rule, context), ...toldPersons(context)];
}

const ARTICLE_33_2: LegalSource = {
  title: 'Regulation (EU) 2016/679, Article 33(2)',
  url: REGULATION,
  checked: 'unverified',
  note: 'That no number of hours stands in it, and that a processor does not weigh the risk first, is from reports on it.',
};

/** Article 33(2): a processor tells its controllers, and does not first weigh the risk. */
function toldControllers({ instants }: DutyContext): Duty {
  const since = instants.processorAware ?? instants.aware;
  return {
    regime: 'gdpr',
    article: '33(2)',
    recipient: 'each controller whose data it is',
    what: 'Tell the controllers about the breach, with what they need for their own notifications.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    why:
      'A processor tells the controller without undue delay after it became aware, whatever the risk.' +
      ` There is no number of hours in the law; contracts often name 24 or 48${since ? ', from the awareness of the processor' : ''}.`,
    source: ARTICLE_33_2,
  };
}

/** Article 33(5): every breach is documented, also one without a risk. */
function documented({ facts }: DutyContext): Duty {
  const isProcessor = knownValue(facts.role) === 'processor';
  return {
    regime: 'gdpr',
    article: '33(5)',
    recipient: isProcessor ? 'own records, and those of each controller' : 'own register',
    what: 'Document the breach: what happened, its effects, what was done, and why it was decided so.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    why: 'Every breach is documented, whatever its risk, so that the authority can verify compliance.',
    source: IN_FORCE.source,
  };
}

/** Article 33(1): one duty for each authority that has to be notified. */
function notifiedAuthorities(rule: NotificationRule, { facts, instants, risk }: DutyContext): Duty[] {
  const owed = isAtLeast(risk, rule.threshold);
  if (owed === 'no') return [];
  const { authorities, why, assumed, decidedBy } = recipientsUnder(rule, facts);
  const start: ClockStart = { at: instants.aware, fact: 'aware', what: 'the awareness of the controller' };
  const isRoleAssumed = facts.role.state === 'unknown';
  const reason =
    owed === 'yes'
      ? `The breach is likely to result in a ${rule.threshold === 'high' ? 'high risk' : 'risk'} for people.`
      : 'It is not yet decided whether there is a risk for people; the clock runs from awareness all the same.';
  return authorities.map(({ name }) => ({
    regime: 'gdpr',
    article: '33(1)',
    recipient: name,
    what: 'Notify the breach. What is not known yet may follow.',
    owed,
    due: dueInHours(start, rule.hours),
    phases: [{ article: '33(4)', what: 'Send what was missing, as soon as it is known.', due: WITHOUT_UNDUE_DELAY }],
    whenLate: 'Give the reasons for the delay with the notification (Article 33(1)).',
    why: `${reason} ${why}`,
    assumed: [...assumed, ...(isRoleAssumed ? ['the organisation is the controller'] : [])],
    decidedBy: [...decidedBy, ...(isRoleAssumed ? (['role'] as const) : [])],
    source: rule.source,
  }));
}

function recipientsUnder({ recipients }: NotificationRule, facts: BreachFacts) {
  if (recipients === 'authorities') return authoritiesToNotify(facts);
  return {
    authorities: [{ name: 'the competent authority, by way of the single entry point of ENISA' }],
    why: 'The proposal has one entry point for all authorities.',
    assumed: [],
    decidedBy: [],
  };
}

/** Article 34: the people concerned are told, unless one of the exceptions of 34(3) holds. */
function toldPersons({ facts, risk }: DutyContext): Duty[] {
  const owed = isAtLeast(risk, 'high');
  if (owed === 'no' || knownValue(facts.highRiskRemoved) === true) return [];
  const isPublic = knownValue(facts.disproportionateEffort) === true;
  const base = {
    regime: 'gdpr',
    recipient: isPublic ? 'the public' : 'each person concerned',
    owed,
    due: WITHOUT_UNDUE_DELAY,
    source: { title: 'Regulation (EU) 2016/679, Article 34', url: REGULATION, checked: 'verified' },
  } as const;
  const reason =
    owed === 'yes'
      ? 'The breach is likely to result in a high risk for people.'
      : 'It is not yet decided whether the risk for people is high.';
  if (isPublic) {
    return [
      {
        ...base,
        article: '34(3)(c)',
        what: 'Make it public in a way that reaches the people concerned as well as a letter would.',
        why: `${reason} To reach each of them would take a disproportionate effort.`,
      },
    ];
  }
  return [
    {
      ...base,
      article: '34(1)',
      what: 'Tell them in plain language what happened, what may follow, what was done, what they can do, and whom to ask.',
      why: `${reason} It is not owed once measures make the high risk unlikely (34(3)(b)); where to reach each of them would take a disproportionate effort, it is made public (34(3)(c)).`,
    },
  ];
}
