// Of what kind somebody is who accesses a store: a word with a signal, and what the word means.
import type { VisitorClass } from '../../api/shapes/watching.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';

export const VISITOR_SIGNALS = {
  'known-scanner': 'amber',
  'own-service': 'green',
  person: 'blue',
  stranger: 'red',
  nobody: 'red',
} as const satisfies Readonly<Record<VisitorClass, string>>;

export function VisitorBadge({ of }: { of: VisitorClass }) {
  const { classes, classMeaning } = useWords().watching;
  return (
    <span title={classMeaning[of]}>
      <Badge signal={VISITOR_SIGNALS[of]}>{classes[of]}</Badge>
    </span>
  );
}
