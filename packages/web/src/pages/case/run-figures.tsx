// How far a run of letters is: its name, its numbers, and the line that fills.
import type { LetterRun } from '../../api/shapes/letters.ts';
import { Badge } from '../../ui/badge.tsx';
import { Note } from '../../ui/note.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const RUN_SIGNALS = {
  draft: 'hollow',
  'dry-run': 'blue',
  running: 'blue',
  paused: 'amber',
  done: 'green',
  waiting: 'amber',
} as const;

export function RunState({ run: { state } }: { run: LetterRun }) {
  const { letters } = useWords().notices;
  return <Badge signal={RUN_SIGNALS[state]}>{letters.states[state]}</Badge>;
}

/** As in `Customers · French · E-mail · 29 Nov 2026, 09:00`: several runs may be alike but for when they were made. */
export function useRunTitle({ group, language, channel, createdAt }: LetterRun): string {
  const format = useFormat();
  const { groups, languages, letters } = useWords().notices;
  return [
    groups[group] ?? group,
    languages[language] ?? language,
    letters.channels[channel],
    format.instant(createdAt),
  ].join(' · ');
}

export function RunFigures({ run }: { run: LetterRun }) {
  const { notices, letters } = useWords();
  const format = useFormat();
  const title = useRunTitle(run);
  const counts = [
    [run.bounced, notices.letters.bounced],
    [run.failed, notices.letters.failed],
    ...(run.uncertain > 0 ? [[run.uncertain, notices.letters.uncertain] as const] : []),
    [run.left, notices.letters.left],
  ] as const;
  return (
    <>
      <div className="stack-tight">
        <div className="row row-apart">
          <span>{notices.letters.progress(format.number(run.sent), format.number(run.total))}</span>
          <span className="soft small">
            {counts.map(([count, label]) => `${format.number(count)} ${label}`).join(' · ')}
          </span>
        </div>
        <progress className="progress" max={Math.max(1, run.total)} value={run.sent} aria-label={title} />
        {run.againAfter && <p className="soft small">{letters.again.follows}</p>}
      </div>
      {run.erasedAt && <Note signal="amber">{letters.erasure.runErased}</Note>}
      {run.waitingFor && (
        <Note signal="amber">
          <span lang="en">{run.waitingFor}</span>
        </Note>
      )}
    </>
  );
}
