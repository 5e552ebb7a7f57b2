// What nobody knows yet and should: the question whose answer decides the most comes first.
import type { AssessedDuty, OpenQuestion } from './assessment.ts';
import type { RiskRange } from './decision/risk.ts';
import { decisiveOpenFacts } from './decision/what-would-change.ts';
import { FACTS, type FactName } from './facts/definitions.ts';
import type { BreachFacts } from './facts/facts.ts';
import type { Severity } from './severity/severity.ts';

/** How much a question weighs beside one step of the risk, which decides between silence and a notification. */
const STEP_OF_RISK = 100;
/** A deadline that cannot be computed. */
const DEADLINE = 60;
/** Whether a regime applies at all. */
const REGIME = 20;
/** To whom something is due. */
const RECIPIENT = 10;
/** A point of severity, of which there are six. */
const POINT_OF_SEVERITY = 5;

/** Facts from which the clocks of most laws run. */
const CLOCK_STARTS: ReadonlySet<FactName> = new Set(['aware', 'processorAware', 'incidentAware']);

interface Stake {
  readonly weight: number;
  readonly decides: string;
}

/**
 * The open questions of a case.
 *
 * @param facts without contradictions
 * @param regimesDecidedBy facts that would decide which regimes apply
 */
export function toFindOut(
  facts: BreachFacts,
  { risk, severity }: { readonly risk: RiskRange; readonly severity: Severity },
  duties: readonly AssessedDuty[],
  regimesDecidedBy: readonly FactName[],
): readonly OpenQuestion[] {
  const stakes = new Map<FactName, Stake[]>();
  const add = (fact: FactName, stake: Stake) => stakes.set(fact, [...(stakes.get(fact) ?? []), stake]);
  for (const { fact, steps } of decisiveOpenFacts(facts)) {
    add(fact, { weight: steps * STEP_OF_RISK, decides: whomToTell(risk) });
  }
  for (const { fact, by } of severity.movedBy) {
    add(fact, { weight: by * POINT_OF_SEVERITY, decides: `the severity, by up to ${by.toFixed(2)}` });
  }
  // Many laws may hang on one fact: it weighs once, lest their number outweigh what decides between silence and a notification.
  const weighed = new Set<string>();
  for (const { decidedBy, due, article, owed } of duties) {
    for (const fact of decidedBy) {
      const isClock = CLOCK_STARTS.has(fact);
      const isDeadline = isClock && due === 'unknown';
      const open = isClock ? 'until when' : owed === 'unknown' ? 'whether, or to whom,' : 'to whom';
      const kind = `${fact} ${isDeadline}`;
      add(fact, {
        weight: weighed.has(kind) ? 0 : isDeadline ? DEADLINE : RECIPIENT,
        decides: `${open} it is due (${article})`,
      });
      weighed.add(kind);
    }
  }
  // Once a fact, however many laws it decides: which law applies never outweighs whether people are told.
  for (const fact of new Set(regimesDecidedBy)) add(fact, { weight: REGIME, decides: 'which law applies' });
  return [...stakes]
    .map(([fact, all]) => ({ fact, all, weight: all.reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ fact, all }) => ({
      fact,
      ask: FACTS[fact].ask,
      why: `It decides ${[...new Set(all.map(({ decides }) => decides))].join('; ')}.`,
    }));
}

/** Which of the two decisions is still open; where none is, the question may still turn them. */
function whomToTell({ from, to }: RiskRange): string {
  if (from === 'risk') return 'whether the people have to be told';
  return to === 'risk'
    ? 'whether the authority has to be told'
    : 'whether the authority and the people have to be told';
}
