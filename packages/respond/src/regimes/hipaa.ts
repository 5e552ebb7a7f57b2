// HIPAA Breach Notification Rule: 45 CFR 164.400 to 164.414, and what is proposed for business associates.
import { type ClockStart, dueInDays, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, not, open, owedIf } from './finding.ts';
import { concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { dueAfterYear, healthBreach, liveInOneState } from './us-health-breach.ts';
import { appliesToTrades, isInTrade } from './us-trades.ts';

const ECFR = 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-D';

/** Outer limit for persons, media and, from 500 people on, the Secretary. */
const DAYS = 60;

const INDIVIDUALS: LegalSource = { title: '45 CFR 164.404', url: `${ECFR}/section-164.404`, checked: 'verified' };
const SECRETARY: LegalSource = { title: '45 CFR 164.408', url: `${ECFR}/section-164.408`, checked: 'verified' };
const MEDIA: LegalSource = { title: '45 CFR 164.406', url: `${ECFR}/section-164.406`, checked: 'verified' };
const ASSOCIATE: LegalSource = { title: '45 CFR 164.410', url: `${ECFR}/section-164.410`, checked: 'verified' };
const SECURITY_RULE: LegalSource = {
  title: 'Proposed HIPAA Security Rule, 90 FR 898',
  url: 'https://www.federalregister.gov/documents/2025/01/06/2024-30983/hipaa-security-rule-to-strengthen-the-cybersecurity-of-electronic-protected-health-information',
  checked: 'unverified',
  note: 'From reports on the proposal of 6 January 2025. No final rule was known of in September 2026.',
};

const hipaa: Regime = {
  id: 'hipaa',
  title: 'HIPAA Breach Notification Rule',
  jurisdiction: 'United States',
  versions: [
    {
      id: '45 CFR 164 subpart D',
      status: 'in force',
      from: '2013-03-26',
      source: SECRETARY,
      duties: (context) => [...ofCoveredEntity(context), ...ofBusinessAssociate(context)],
    },
    { id: '90 FR 898', status: 'proposed', source: SECURITY_RULE, duties: contingencyPlan },
  ],
  applies: (facts) => appliesToTrades(facts, ['hipaa-covered-entity', 'hipaa-business-associate'], ['health']),
};

export default hipaa;

/** It is discovered on the first day on which it is known, or would have been with reasonable diligence (164.404(a)(2)). */
function discovery({ instants }: DutyContext): ClockStart {
  return { at: instants.aware, fact: 'aware', what: 'the discovery of the breach' };
}

const DISCOVERED =
  'It counts as discovered on the first day on which it was known, or would have been with reasonable diligence.';

function ofCoveredEntity(context: DutyContext): readonly Duty[] {
  const { facts } = context;
  const isBreach = allOf(isInTrade(facts, 'hipaa-covered-entity'), healthBreach(facts));
  const base = { regime: 'hipaa', due: dueInDays(discovery(context), DAYS), why: DISCOVERED } as const;
  const isLarge = concerns(facts, 500);
  return [
    ...owedIf(isBreach, {
      ...base,
      article: '164.404',
      recipient: 'each person concerned',
      what: 'Tell them by first-class mail, or by electronic mail where they agreed to it: what happened and when, which data, what they can do, what is done, whom to ask.',
      source: INDIVIDUALS,
    }),
    ...owedIf(allOf(isBreach, liveInOneState(facts, 501)), {
      ...base,
      article: '164.406',
      recipient: 'prominent media of each state with more than 500 people concerned',
      what: 'Tell prominent media that serve the state what the persons are told.',
      source: MEDIA,
    }),
    ...owedIf(allOf(isBreach, isLarge), {
      ...base,
      article: '164.408(b)',
      recipient: 'the Secretary of Health and Human Services',
      what: 'Notify on the website of HHS, at the same time as the persons.',
      source: SECRETARY,
    }),
    ...owedIf(allOf(isBreach, not(isLarge)), {
      ...base,
      article: '164.408(c)',
      recipient: 'the Secretary of Health and Human Services',
      what: 'Keep it in the log of the year, and notify on the website of HHS after the end of the year.',
      due: dueAfterYear(discovery(context), DAYS),
      source: SECRETARY,
    }),
  ];
}

function ofBusinessAssociate(context: DutyContext): readonly Duty[] {
  const { facts } = context;
  return owedIf(allOf(isInTrade(facts, 'hipaa-business-associate'), healthBreach(facts)), {
    regime: 'hipaa',
    article: '164.410',
    recipient: 'each covered entity whose data it is',
    what: 'Tell the covered entity of the breach and, as far as possible, who is concerned. Contracts often name fewer days.',
    due: dueInDays(discovery(context), DAYS),
    phases: [{ article: '164.410(c)', what: 'Send what was missing, as it becomes known.', due: WITHOUT_UNDUE_DELAY }],
    why: DISCOVERED,
    source: ASSOCIATE,
  });
}

function contingencyPlan(context: DutyContext): readonly Duty[] {
  const isActivated = open('It would be owed if the contingency plan was activated.', 'serviceImpact');
  return owedIf(allOf(isInTrade(context.facts, 'hipaa-business-associate'), isActivated), {
    regime: 'hipaa',
    article: 'proposed 164.314(a)',
    recipient: 'each covered entity',
    what: 'Tell the covered entity that the contingency plan was activated.',
    due: dueInHours(discovery(context), 24),
    why: 'The proposal has business associates tell within 24 hours of activation.',
    source: SECURITY_RULE,
  });
}
