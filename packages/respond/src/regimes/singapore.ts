// Singapore: Personal Data Protection Act 2012, Part 6A, and the Notification of Data Breaches Regulations 2021.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { hasCredentials, hasFinancialData, hasHealthData } from './data-at-stake.ts';
import { type ClockStart, dueInDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, anyOf, dutiesByRole, type Finding, met, open, owedIf, unmet } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn, concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const ACT: LegalSource = {
  title: 'Personal Data Protection Act 2012, sections 26B to 26D',
  url: 'https://sso.agc.gov.sg/Act/PDPA2012?ProvIds=P16A-',
  checked: 'verified',
};
const GUIDELINES: LegalSource = {
  title: 'PDPC, Advisory Guidelines on Key Concepts in the PDPA, chapter 20',
  url: 'https://www.pdpc.gov.sg/guidelines-and-consultation/2020/03/advisory-guidelines-on-key-concepts-in-the-personal-data-protection-act',
  checked: 'unverified',
  note: 'The act says only that the assessment is reasonable and expeditious; the 30 days of the guidelines are from texts that report them.',
};

/** Not fewer than 500 affected individuals (Regulation 4). */
const SIGNIFICANT_SCALE = 500;

const singapore: Regime = {
  id: 'singapore',
  title: 'Personal Data Protection Act 2012',
  jurisdiction: 'Singapore',
  versions: [{ id: 'Part 6A', status: 'in force', from: '2021-02-01', source: ACT, duties: dutiesUnderPart6A }],
  applies: (facts) => appliesIn(facts, { place: 'SG', name: 'Singapore', law: 'the PDPA' }),
};

export default singapore;

function dutiesUnderPart6A(context: DutyContext): readonly Duty[] {
  return dutiesByRole(context.facts, {
    controller: () => [...assessed(context), ...notifiedCommission(context), ...notifiedPersons(context)],
    processor: () => [
      {
        regime: 'singapore',
        article: '26C(3)(a)',
        recipient: 'each organisation for which the data is processed',
        what: 'Tell them of the data breach; they assess it.',
        owed: 'yes',
        due: WITHOUT_UNDUE_DELAY,
        why: 'A data intermediary tells the organisation without undue delay.',
        source: ACT,
      },
    ],
  });
}

function assessed({ instants }: DutyContext): readonly Duty[] {
  if (instants.notifiableDetermined !== undefined) return [];
  const believed: ClockStart = {
    at: instants.detected ?? instants.aware,
    fact: 'detected',
    what: 'the first reason to believe that there was a breach',
  };
  return [
    {
      regime: 'singapore',
      article: '26C(2)',
      recipient: 'own records',
      what: 'Assess whether the breach is notifiable, and record how.',
      owed: 'yes',
      due: dueInDays(believed, 30),
      why: 'The assessment is reasonable and expeditious; the guidelines expect it within 30 calendar days.',
      decidedBy: ['notifiableDetermined'],
      source: GUIDELINES,
    },
  ];
}

/** Where the day of the assessment is not known, it is taken to be that of awareness: the earliest that it can be. */
function notifiedCommission(context: DutyContext): readonly Duty[] {
  const { instants } = context;
  const isAssessed = instants.notifiableDetermined !== undefined;
  const start: ClockStart = {
    at: instants.notifiableDetermined ?? instants.aware,
    fact: 'notifiableDetermined',
    what: 'the assessment that it is notifiable',
  };
  return owedIf(anyOf(significantHarm(context), concerns(context.facts, SIGNIFICANT_SCALE)), {
    regime: 'singapore',
    article: '26D(1)',
    recipient: 'the Personal Data Protection Commission',
    what: 'Notify the breach by the form of the Commission.',
    due: dueInDays(start, 3),
    whenLate: 'Give the reasons for the delay, with evidence.',
    why: 'It is due as soon as practicable, and no later than 3 calendar days after the day of the assessment.',
    ...(!isAssessed && {
      assumed: ['it was assessed to be notifiable on the day of awareness'],
      decidedBy: ['notifiableDetermined'],
    }),
    source: ACT,
  });
}

function notifiedPersons(context: DutyContext): readonly Duty[] {
  return owedIf(allOf(significantHarm(context), isNotPrevented(context.facts)), {
    regime: 'singapore',
    article: '26D(2)',
    recipient: 'each person concerned',
    what: 'Tell them what happened, which data it was, what may follow, what they can do, whom to ask; on or after the notification of the Commission.',
    due: WITHOUT_UNDUE_DELAY,
    why: 'Significant harm to them is likely. A law enforcement agency or the Commission may forbid it.',
    source: ACT,
  });
}

/** Deemed so for prescribed data: money, credentials, some data on health (Regulation 3 and its schedule). */
function significantHarm(context: DutyContext): Finding {
  const { facts } = context;
  const health = hasHealthData(facts);
  const isPrescribedHealth =
    health.answer === 'yes' ? open('Some data on health is prescribed, other is not.', 'significantHarm') : health;
  return anyOf(seriousHarm(context), hasFinancialData(facts), hasCredentials(facts), isPrescribedHealth);
}

/** No notice is owed where a measure makes harm unlikely, taken before (encryption) or since (26D(5)). */
function isNotPrevented({ unintelligible, keyCompromised, highRiskRemoved }: BreachFacts): Finding {
  const isEncrypted = knownValue(unintelligible) === true && knownValue(keyCompromised) !== true;
  if (isEncrypted) return unmet('The data was unintelligible.');
  return knownValue(highRiskRemoved) === true ? unmet('A measure since made harm unlikely.') : met('');
}
