// New York Department of Financial Services, 23 NYCRR 500.17: banks, insurers and others with a licence of New York.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInDays, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { anyOf, type Finding, met, open, owedIf, unmet } from './finding.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { usBreach } from './us-breach.ts';
import { appliesToTrades } from './us-trades.ts';

const SOURCE: LegalSource = {
  title: '23 NYCRR 500.17, second amendment',
  url: 'https://www.dfs.ny.gov/industry_guidance/cybersecurity',
  checked: 'unverified',
  note: 'The periods are from texts that quote the section; the first day of this wording is from memory.',
};

const usNydfs: Regime = {
  id: 'us-nydfs',
  title: 'NYDFS Cybersecurity Regulation',
  jurisdiction: 'New York',
  versions: [
    {
      id: 'second amendment',
      status: 'in force',
      from: '2023-12-01',
      source: SOURCE,
      duties: (context) => [...notifiedIncident(context), ...notifiedPayment(context)],
    },
  ],
  applies: (facts) => appliesToTrades(facts, ['nydfs-licensed']),
};

export default usNydfs;

function notifiedIncident({ facts, instants }: DutyContext): readonly Duty[] {
  const start: ClockStart = { at: instants.aware, fact: 'aware', what: 'the determination that there was an incident' };
  return owedIf(isIncident(facts), {
    regime: 'us-nydfs',
    article: '500.17(a)(1)',
    recipient: 'the Superintendent of Financial Services of New York',
    what: 'Notify by the form on the website of the department.',
    due: dueInHours(start, 72),
    phases: [{ article: '500.17(a)(2)', what: 'Send what is asked for, and what changes.', due: WITHOUT_UNDUE_DELAY }],
    why: 'Incidents at affiliates and service providers count too.',
    source: SOURCE,
  });
}

/** Another authority has to be told, operations are materially harmed, or ransomware is in a material part of the systems. */
function isIncident(facts: BreachFacts): Finding {
  const impact = knownValue(facts.serviceImpact);
  const harmsOperations =
    impact === undefined
      ? open('Whether operations are materially harmed is not known.', 'serviceImpact')
      : impact === 'severe'
        ? met('Operations are materially harmed.')
        : unmet('Operations are not materially harmed.');
  return anyOf(usBreach(facts), harmsOperations);
}

function notifiedPayment({ instants }: DutyContext): readonly Duty[] {
  if (instants.ransomPaid === undefined) return [];
  const paid: ClockStart = { at: instants.ransomPaid, fact: 'ransomPaid', what: 'the payment' };
  return [
    {
      regime: 'us-nydfs',
      article: '500.17(c)(1)',
      recipient: 'the Superintendent of Financial Services of New York',
      what: 'Notify the extortion payment.',
      owed: 'yes',
      due: dueInHours(paid, 24),
      phases: [
        {
          article: '500.17(c)(2)',
          what: 'Describe in writing why it was necessary, which alternatives were weighed, and how sanctions were checked.',
          due: dueInDays(paid, 30),
        },
      ],
      why: 'A ransom was paid.',
      source: SOURCE,
    },
  ];
}
