// From the facts of a breach to what it is and what has to be done: severity, decision, duties, and what is still to be found out.

import { assessedDuties } from './assessed-duties.ts';
import type { AssessedDecision, AssessedFact, AssessedReason, AssessedSeverity, Assessment } from './assessment.ts';
import type { InstantText } from './clocks/instant.ts';
import { createHolidayCalendar } from './clocks/public-holidays.ts';
import { type Decision, decide, type Reason } from './decision/decide.ts';
import { nearestCases } from './decision/nearest-cases.ts';
import { isAtLeast } from './decision/risk.ts';
import { whatWouldChange } from './decision/what-would-change.ts';
import { assumptionsOf } from './facts/assumptions.ts';
import { type Contradiction, settleFacts } from './facts/contradictions.ts';
import { FACT_NAMES, FACTS } from './facts/definitions.ts';
import type { NotUnderstood } from './facts/document.ts';
import { saidBy } from './facts/fact.ts';
import type { BreachFacts } from './facts/facts.ts';
import { plainValue } from './facts/plain-value.ts';
import { instantsOf } from './instants.ts';
import { type Severity, severityOf } from './severity/severity.ts';
import { toFindOut } from './to-find-out.ts';

/** Worked cases that are named beside a decision. */
const NEAREST = 3;

export interface AssessOptions {
  /** The moment for which is asked, so that what is late is told. */
  readonly now?: InstantText;
  /** What could not be read as a fact; it is told with the result. */
  readonly notUnderstood?: readonly NotUnderstood[];
  /** What sources told differently, as `mergeFacts` found it; it is told with the result. */
  readonly contradictions?: readonly Contradiction[];
}

/**
 * Assesses a breach.
 *
 * @param stated facts as they were said; what contradicts itself is named, and nothing is computed over it
 * @example assess(withFact(noFacts(), 'aware', '2026-03-27T10:15:00Z', { source: 'stated', certainty: 'proved' }))
 */
export function assess(stated: BreachFacts, options: AssessOptions = {}): Assessment {
  const { now, notUnderstood = [], contradictions: before = [] } = options;
  const { facts, contradictions } = settleFacts(stated);
  const severity = severityOf(facts);
  const decision = decide(facts);
  const calendar = createHolidayCalendar();
  const law = assessedDuties({ facts, instants: instantsOf(facts, now), risk: decision.risk, calendar });
  return {
    schema: 'vigie.assessment/1',
    severity: assessedSeverity(severity),
    decision: assessedDecision(decision, facts),
    duties: law.duties,
    proposed: law.proposed,
    regimes: law.regimes,
    toFindOut: toFindOut(facts, { risk: decision.risk, severity }, law.duties, law.decidedBy),
    facts: assessedFacts(facts),
    assumed: assumptionsOf(facts),
    contradictions: [...before, ...contradictions],
    notUnderstood,
  };
}

function assessedFacts(facts: BreachFacts): AssessedFact[] {
  return FACT_NAMES.flatMap((name): AssessedFact[] => {
    const fact = facts[name];
    if (fact.state === 'unknown') return [];
    const told = { fact: name, title: FACTS[name].title, value: plainValue(fact.value), said: saidBy(fact) };
    return [fact.note === undefined ? told : { ...told, note: fact.note }];
  });
}

function assessedSeverity({ from, to, bands, scores, flags }: Severity): AssessedSeverity {
  const basis = { method: 'ENISA 2013: SE = DPC × EI + CB', band: bands.to, scores, flags } as const;
  return from === to ? { value: to, ...basis } : { from, to, bandFrom: bands.from, ...basis };
}

function assessedDecision(decision: Decision, facts: BreachFacts): AssessedDecision {
  const { register, notifyAuthority, communicateToPersons, risk, reasons } = decision;
  return {
    register,
    notifyAuthority,
    communicateToPersons,
    risk,
    reasons: reasons.map((reason) => assessedReason(reason, facts)),
    nearestCases: nearestCases(facts, NEAREST),
    wouldChange: whatWouldChange(facts).map(({ fact, condition, risk: level }) => ({
      fact,
      if: condition,
      notifyAuthority: isAtLeast({ from: level, to: level }, 'risk') === 'yes',
      communicateToPersons: isAtLeast({ from: level, to: level }, 'high') === 'yes',
    })),
  };
}

function assessedReason({ weighs, certainty, says, facts: names, source }: Reason, facts: BreachFacts): AssessedReason {
  const values = names.map((name): [string, unknown] => {
    const fact = facts[name];
    return [name, fact.state === 'known' ? plainValue(fact.value) : 'unknown'];
  });
  return { weighs, certainty, says, facts: Object.fromEntries(values), source };
}
