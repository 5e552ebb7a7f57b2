// What a case comes to, in words: severity as a range where facts are missing, decisions, duties.
import type { Case, Decided, Mover } from '../../api/shapes/cases.ts';
import { useFormat, useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';
import { factText } from './fact-value.tsx';

const BAND_SIGNALS: Readonly<Record<string, 'red' | 'amber' | 'blue' | 'green'>> = {
  low: 'green',
  medium: 'blue',
  high: 'amber',
  veryHigh: 'red',
};

export function SeverityWord({ severity }: { severity: Case['severity'] }) {
  const { cases } = useWords();
  return (
    <Badge signal={BAND_SIGNALS[severity.level] ?? 'plain'}>{cases.bands[severity.level] ?? severity.level}</Badge>
  );
}

/** How sure somebody is of a fact. */
export const CERTAINTY_SIGNALS = { known: 'green', likely: 'blue', possible: 'amber', unknown: 'hollow' } as const;

const DECIDED_SIGNALS = { yes: 'red', no: 'green', unknown: 'amber', undecided: 'amber' } as const;

/** What the facts say; or what a person decided, where one did. */
export function DecidedWord({ answer, ruled }: { answer: Decided; ruled?: Case['decision']['people']['ruled'] }) {
  const { cases } = useWords();
  if (ruled === undefined) return <Badge signal={DECIDED_SIGNALS[answer]}>{cases.answers[answer]}</Badge>;
  const word = ruled.answer === 'undecided' ? cases.undecided : cases.answers[ruled.answer];
  return <Badge signal={DECIDED_SIGNALS[ruled.answer]}>{cases.ruled(word, ruled.by.name)}</Badge>;
}

/** Whether it would change something that one can read: whom to tell, or the band of severity. */
export function movesResult({ changes }: Mover): boolean {
  const { authority, people, severity } = changes;
  return authority !== undefined || people !== undefined || severity?.from.level !== severity?.to.level;
}

/** Of a known fact the engine tells the condition, in its own words; of an unknown one another value. */
const isCondition = (to: unknown) => typeof to === 'string' && to.includes(' ');

/** What would change if a fact turned out another: the value, and what the result would be then. */
export function MoverText({ mover }: { mover: Mover }) {
  const words = useWords();
  const format = useFormat();
  const { cases, frame } = words;
  const { authority, people, severity } = mover.changes;
  const value = (of: unknown) => factText(mover.fact, of, words, format);
  const answer = (label: string, { from, to }: { from: Decided; to: Decided }) =>
    frame.labelled(label, `${cases.answers[from]} → ${cases.answers[to]}`);
  const band = (level: string) => cases.bands[level] ?? level;
  const changes = [
    authority && answer(cases.overview.tellAuthority, authority),
    people && answer(cases.overview.tellPeople, people),
    severity &&
      severity.from.level !== severity.to.level &&
      frame.labelled(cases.severity, `${band(severity.from.level)} → ${band(severity.to.level)}`),
  ].filter((change) => typeof change === 'string');
  return (
    <>
      <span>
        {value(mover.from)} → <span lang={isCondition(mover.to) ? 'en' : undefined}>{value(mover.to)}</span>
      </span>
      <span className="soft"> {changes.join(' · ')}</span>
    </>
  );
}
