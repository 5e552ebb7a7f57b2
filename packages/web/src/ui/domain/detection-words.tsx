// The level and the state of a detection, and its title: words with a signal.
import type { DetectionLevel, DetectionState, DetectionSummary } from '../../api/shapes/watching.ts';
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

type Titled = Pick<DetectionSummary, 'rule' | 'title'>;

/** The title in the reader's language where there are words for the rule, else the rule's own, which is English. */
export function useDetectionTitle(): (detection: Titled) => { readonly text: string; readonly lang: 'en' | undefined } {
  const { titles } = useWords().behaviour;
  return ({ rule, title }) => {
    const own = titles[rule];
    return own === undefined ? { text: title, lang: 'en' } : { text: own, lang: undefined };
  };
}

export function DetectionTitle({ detection }: { detection: Titled }) {
  const { text, lang } = useDetectionTitle()(detection);
  return <span lang={lang}>{text}</span>;
}
