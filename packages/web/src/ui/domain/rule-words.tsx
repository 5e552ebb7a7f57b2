// The state of a rule, what became of a document of an upload, and what came of a trial: words with a signal.
import type { RuleSummary, RuleVerdict, Tried } from '../../api/shapes/rules.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';

const STATES = { on: 'green', off: 'plain', waiting: 'amber', broken: 'red' } as const;

export function RuleStateBadge({ state }: { state: RuleSummary['state'] }) {
  return <Badge signal={STATES[state]}>{useWords().ruleBook.states[state]}</Badge>;
}

const VERDICTS = { taken: 'green', waits: 'amber', refused: 'red' } as const;

export function VerdictBadge({ verdict }: Pick<RuleVerdict, 'verdict'>) {
  return <Badge signal={VERDICTS[verdict]}>{useWords().ruleBook.verdict[verdict]}</Badge>;
}

const TRIALS = { matches: 'green', misses: 'plain', 'other-source': 'hollow', broken: 'red' } as const;

export function TrialBadge({ verdict }: Pick<Tried['records'][number], 'verdict'>) {
  return <Badge signal={TRIALS[verdict]}>{useWords().ruleBook.trial[verdict]}</Badge>;
}
