// A record of the register in words: what a person decided, and the value of a fact as it stands there.
import type { RegisterItem } from '../../api/shapes/cases.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';

type Record = RegisterItem['record'];

const RULED_SIGNALS = { yes: 'red', no: 'green', undecided: 'amber' } as const;

/** What a person decided, where somebody has. */
export function RuledWord({ answer }: { answer: Record['decision']['notifyAuthority'] }) {
  const { cases } = useWords();
  return (
    <Badge signal={RULED_SIGNALS[answer]}>{answer === 'undecided' ? cases.undecided : cases.answers[answer]}</Badge>
  );
}

/** The value of a fact; undefined where the record has none. */
export function recordedValue(record: Record, path: string): unknown {
  const entry = record.facts[path];
  return typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : undefined;
}
