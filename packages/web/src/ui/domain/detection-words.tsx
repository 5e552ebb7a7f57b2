// The level and the state of a detection, and its title: words with a signal.
import type { DetectionLevel, DetectionState } from '../../api/shapes/watching.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';

const LEVELS = { critical: 'red', high: 'amber', medium: 'blue', low: 'hollow', informational: 'plain' } as const;

export function LevelBadge({ level }: { level: DetectionLevel }) {
  return <Badge signal={LEVELS[level]}>{useWords().watching.levels[level]}</Badge>;
}

const STATES = { new: 'red', expected: 'green', 'not-expected': 'amber', closed: 'plain' } as const;

export function DetectionStateBadge({ state }: { state: DetectionState }) {
  return <Badge signal={STATES[state]}>{useWords().watching.states[state]}</Badge>;
}
