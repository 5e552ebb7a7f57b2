// The verdict on a store, the gravity and the state of a finding: words with a signal.
import { Circle, CircleDashed, CircleDot, CircleSlash, CircleX } from 'lucide-react';
import type { FindingState, Severity, Verdict } from '../../api/shapes/watch.ts';
import { useWords } from '../../words/words.tsx';
import { Badge, type Signal } from '../badge.tsx';

const VERDICTS = {
  open: ['red', CircleX],
  partial: ['amber', CircleDot],
  closed: ['green', Circle],
  unknown: ['hollow', CircleDashed],
  gone: ['plain', CircleSlash],
} as const;

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { verdicts } = useWords().domain;
  const [signal, Icon] = VERDICTS[verdict];
  return (
    <Badge signal={signal} icon={<Icon size={12} aria-hidden />}>
      {verdicts[verdict]}
    </Badge>
  );
}

const SEVERITIES = { critical: 'red', high: 'amber', medium: 'blue', low: 'hollow', info: 'plain' } as const;

export function SeverityBadge({ severity }: { severity: Severity }) {
  const { severities } = useWords().domain;
  return <Badge signal={SEVERITIES[severity]}>{severities[severity]}</Badge>;
}

const STATES: Readonly<Record<FindingState, Signal>> = {
  new: 'red',
  back: 'red',
  assigned: 'blue',
  accepted: 'hollow',
  mending: 'blue',
  verifying: 'amber',
  mended: 'green',
};

export function StateBadge({ state }: { state: FindingState }) {
  const { states } = useWords().domain;
  return <Badge signal={STATES[state]}>{states[state]}</Badge>;
}
