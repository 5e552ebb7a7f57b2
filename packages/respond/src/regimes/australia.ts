// Australia: notifiable data breaches scheme, Privacy Act 1988 Part IIIC; and the report of ransoms of the Cyber Security Act 2024.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInDays, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, dutiesByRole, type Finding, met, open, owedIf, unmet } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const ACT: LegalSource = {
  title: 'Privacy Act 1988, sections 26WH, 26WK and 26WL',
  url: 'https://www.legislation.gov.au/C2004A03712/latest/text',
  checked: 'verified',
};
const RANSOM: LegalSource = {
  title: 'Cyber Security Act 2024, Part 3',
  url: 'https://www.legislation.gov.au/C2024A00098/latest/text',
  checked: 'unverified',
  note: 'From memory. It binds businesses above a turnover of 3 million Australian dollars, and critical infrastructure.',
};
const REFORM: LegalSource = {
  title: 'Government response to the Privacy Act Review, proposal 28',
  url: 'https://www.ag.gov.au/rights-and-protections/publications/government-response-privacy-act-review-report',
  checked: 'unverified',
  note: 'From memory: agreed in principle in 2023. No bill with it was known of.',
};

const australia: Regime = {
  id: 'australia',
  title: 'Notifiable data breaches scheme',
  jurisdiction: 'Australia',
  versions: [
    {
      id: 'Part IIIC',
      status: 'in force',
      from: '2018-02-22',
      until: '2025-05-29',
      source: ACT,
      duties: (context) => dutiesUnderPartIIIC(context),
    },
    {
      id: 'with the Cyber Security Act 2024',
      status: 'in force',
      from: '2025-05-30',
      source: ACT,
      duties: (context) => [...dutiesUnderPartIIIC(context), ...reportedRansom(context)],
    },
    { id: 'Privacy Act Review', status: 'proposed', source: REFORM, duties: notifiedWithin72Hours },
  ],
  applies: (facts) => appliesIn(facts, { place: 'AU', name: 'Australia', law: 'the Privacy Act 1988' }),
};

export default australia;

function dutiesUnderPartIIIC(context: DutyContext): readonly Duty[] {
  return dutiesByRole(context.facts, {
    controller: () => [...assessed(context), ...told(context)],
    processor: () => [...assessed(context), ...told(context)].map(sharedWithOthers),
  });
}

/** Who holds the data has the duties; where several hold it, one of them may fulfil them for all (26WM). */
function sharedWithOthers(duty: Duty): Duty {
  return { ...duty, why: `${duty.why} Where others hold the data too, one may do it for all: agree who does.` };
}

/** It is owed as long as there are grounds to suspect and not yet to believe. */
function assessed({ instants }: DutyContext): readonly Duty[] {
  if (instants.notifiableDetermined !== undefined) return [];
  const suspected: ClockStart = {
    at: instants.detected ?? instants.aware,
    fact: 'detected',
    what: 'awareness of grounds to suspect a breach',
  };
  return [
    {
      regime: 'australia',
      article: '26WH(2)',
      recipient: 'own records',
      what: 'Assess whether there are grounds to believe that it is an eligible data breach.',
      owed: 'yes',
      due: dueInDays(suspected, 30),
      why: 'All reasonable steps are taken to finish the assessment within 30 days.',
      decidedBy: ['notifiableDetermined'],
      source: ACT,
    },
  ];
}

function told(context: DutyContext): readonly Duty[] {
  const base = { regime: 'australia', due: WITHOUT_UNDUE_DELAY, source: ACT } as const;
  const isPublic = knownValue(context.facts.disproportionateEffort) === true;
  return [
    ...owedIf(eligible(context), {
      ...base,
      article: '26WK(2)',
      recipient: 'the Australian Information Commissioner',
      what: 'Give a statement: who you are, what happened, which kinds of information, and what people should do.',
      why: 'It is due as soon as practicable after there are grounds to believe that it is an eligible data breach. Businesses below a turnover of 3 million Australian dollars are mostly exempt.',
    }),
    ...owedIf(eligible(context), {
      ...base,
      article: '26WL(2)',
      recipient: isPublic ? 'the public' : 'each person concerned, or each at risk',
      what: isPublic
        ? 'Publish the statement on the website, and make it known.'
        : 'Tell them what the statement says.',
      why: 'It is due as soon as practicable after the statement is finished.',
    }),
  ];
}

function eligible(context: DutyContext): Finding {
  return allOf(isAccessed(context.facts), seriousHarm(context), isNotRemedied(context.facts));
}

/** Access, disclosure or a loss from which access is likely (26WE). */
function isAccessed({ exfiltration, unintelligible, keyCompromised }: BreachFacts): Finding {
  if (knownValue(exfiltration) === 'ruled-out') return unmet('That somebody has the data is ruled out.');
  const isEncrypted = knownValue(unintelligible) === true && knownValue(keyCompromised) !== true;
  return isEncrypted ? unmet('The data was unintelligible.') : met('');
}

/** Action that prevents serious harm before it comes about (26WF). */
function isNotRemedied({ highRiskRemoved }: BreachFacts): Finding {
  return knownValue(highRiskRemoved) === true ? unmet('A measure since made harm unlikely.') : met('');
}

function reportedRansom({ instants }: DutyContext): readonly Duty[] {
  if (instants.ransomPaid === undefined) return [];
  const paid: ClockStart = { at: instants.ransomPaid, fact: 'ransomPaid', what: 'the payment' };
  return owedIf(open('Whether the turnover is above the threshold is not stated.', 'size'), {
    regime: 'australia',
    article: 'Cyber Security Act 2024, section 27',
    recipient: 'the Australian Signals Directorate, for the Department of Home Affairs',
    what: 'Report the ransom payment.',
    due: dueInHours(paid, 72),
    why: 'A ransom was paid.',
    source: RANSOM,
  });
}

function notifiedWithin72Hours(context: DutyContext): readonly Duty[] {
  const aware: ClockStart = { at: context.instants.aware, fact: 'aware', what: 'awareness of the breach' };
  return owedIf(eligible(context), {
    regime: 'australia',
    article: '26WK(2)',
    recipient: 'the Australian Information Commissioner',
    what: 'Give a statement within 72 hours.',
    due: dueInHours(aware, 72),
    why: 'The proposal names a number of hours.',
    source: REFORM,
  });
}
