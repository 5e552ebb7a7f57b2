// Register only, notify the authority, tell the people too: decided where the facts decide it, with the reasons for and against.
import { type CompleteFacts, completeFacts } from '../facts/completion.ts';
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { CRITERIA } from './criteria.ts';
import { MITIGATIONS } from './mitigations.ts';
import { isAtLeast, RISK_LEVELS, type RiskLevel, type RiskRange } from './risk.ts';
import { situationOf } from './situation.ts';

/** Yes or no where the facts decide it; `unknown` where what is not known does. */
export type Decided = boolean | 'unknown';

export interface Reason {
  /** For or against a risk. */
  readonly weighs: 'for' | 'against';
  /** `certain`: it holds whatever is not known; `possible`: it holds if what is not known turns out badly. */
  readonly certainty: 'certain' | 'possible';
  readonly says: string;
  /** The facts that it rests on. */
  readonly facts: readonly FactName[];
  /** For a reason for a risk: how high it makes it. */
  readonly level?: RiskLevel;
  readonly source: string;
}

export interface Decision {
  /** Article 33(5): always. */
  readonly register: true;
  /** Article 33(1). */
  readonly notifyAuthority: Decided;
  /** Article 34(1), but for the exception of 34(3)(b). Under 34(3)(c) they are told in public. */
  readonly communicateToPersons: Decided;
  readonly risk: RiskRange;
  readonly reasons: readonly Reason[];
}

/** The risk that complete facts bring about. */
export function riskOf(facts: CompleteFacts): RiskLevel {
  const situation = situationOf(facts);
  const levels = CRITERIA.filter(({ holds }) => holds(situation)).map(({ level }) => RISK_LEVELS.indexOf(level));
  return RISK_LEVELS[Math.max(0, ...levels)] ?? 'none';
}

/** The least and the most that the risk can be. */
function riskRangeOf(facts: BreachFacts): RiskRange {
  return { from: riskOf(completeFacts(facts, 'least')), to: riskOf(completeFacts(facts, 'most')) };
}

/**
 * What has to be done about a breach.
 *
 * @param facts without contradictions
 */
export function decide(facts: BreachFacts): Decision {
  const risk = riskRangeOf(facts);
  return {
    register: true,
    notifyAuthority: decided(risk, 'risk'),
    communicateToPersons: isHighRiskRemoved(facts) ? false : decided(risk, 'high'),
    risk,
    reasons: [...reasonsFor(facts), ...reasonsAgainst(facts), ...exceptions(facts)],
  };
}

/** Article 34(3)(b). */
function isHighRiskRemoved(facts: BreachFacts): boolean {
  return knownValue(facts.highRiskRemoved) === true;
}

function exceptions(facts: BreachFacts): Reason[] {
  if (!isHighRiskRemoved(facts)) return [];
  return [
    {
      weighs: 'against',
      certainty: 'certain',
      says: 'A measure taken since makes the high risk unlikely, so that people need not be told.',
      facts: ['highRiskRemoved'],
      source: 'GDPR Article 34(3)(b)',
    },
  ];
}

function decided(risk: RiskRange, level: RiskLevel): Decided {
  const answer = isAtLeast(risk, level);
  return answer === 'unknown' ? answer : answer === 'yes';
}

/** The gravest first; what is certain before what is possible. */
function reasonsFor(facts: BreachFacts): Reason[] {
  const [least, most] = [situationOf(completeFacts(facts, 'least')), situationOf(completeFacts(facts, 'most'))];
  const reasons = CRITERIA.filter(({ holds }) => holds(least) || holds(most)).map(
    ({ holds, level, says, facts: names, source }): Reason => ({
      weighs: 'for',
      certainty: holds(least) && holds(most) ? 'certain' : 'possible',
      says,
      facts: names,
      level,
      source,
    }),
  );
  const rank = ({ certainty, level = 'none' }: Reason) =>
    (certainty === 'certain' ? 10 : 0) + RISK_LEVELS.indexOf(level);
  return reasons.sort((a, b) => rank(b) - rank(a));
}

function reasonsAgainst(facts: BreachFacts): Reason[] {
  const [least, most] = [completeFacts(facts, 'least'), completeFacts(facts, 'most')];
  const reasons = MITIGATIONS.flatMap(({ holds, says, facts: names, source }): Reason[] => {
    const isCertain = holds(situationOf(most), most);
    if (!isCertain && !holds(situationOf(least), least)) return [];
    return [{ weighs: 'against', certainty: isCertain ? 'certain' : 'possible', says, facts: names, source }];
  });
  return reasons.sort((a, b) => Number(b.certainty === 'certain') - Number(a.certainty === 'certain'));
}
