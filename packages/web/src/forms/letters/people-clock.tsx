// Once a run is done, the clock of telling people (Article 34(1)) is offered as met: that it is, a person says.
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { LetterRun } from '../../api/shapes/letters.ts';
import { useHas } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { BecauseDialog } from '../case/because-dialog.tsx';

const TELLING_PEOPLE = '34(1)';

/** Of runs that are done: whom they told, and who is left; those whom another run tries again are counted there. Nothing while one goes on. */
function reachedBy(runs: readonly LetterRun[]): { told: number; missed: number } {
  const begun = runs.filter(({ startedAt }) => startedAt !== undefined);
  if (begun.some(({ state }) => state !== 'done')) return { told: 0, missed: 0 };
  const triedAgain = new Set(begun.map(({ againAfter }) => againAfter));
  return {
    told: begun.reduce((sum, { sent }) => sum + sent, 0),
    missed: begun.reduce((sum, { id, total, sent }) => (triedAgain.has(id) ? sum : sum + total - sent), 0),
  };
}

export function PeopleClock({ caseId, runs }: { caseId: string; runs: readonly LetterRun[] }) {
  const { letters, cases } = useWords();
  const format = useFormat();
  const mayWork = useHas('work-on-cases');
  const [isSaying, setIsSaying] = useState(false);
  const { clocks } = useAnswer('getCase', { params: { id: caseId } });
  const change = useAct('changeClock', {
    onDone: () => {
      setIsSaying(false);
      say(cases.clockActs.kept);
    },
  });
  const clock = clocks.find(
    ({ article, state }) => article === TELLING_PEOPLE && (state === 'running' || state === 'late'),
  );
  const { told, missed } = reachedBy(runs);
  if (clock === undefined || !mayWork || told === 0) return null;
  return (
    <Note signal="green">
      <div className="stack-tight">
        <p>
          {letters.clock.text(told)} {missed > 0 && letters.clock.missing(missed)}
        </p>
        <div className="row">
          <Button onClick={() => setIsSaying(true)}>{letters.clock.act}</Button>
        </div>
      </div>
      {isSaying && (
        <BecauseDialog
          title={letters.clock.act}
          about={`${clock.to}, ${clock.regime} ${clock.article}`}
          suggested={letters.clock.because(format.number(told), format.number(missed))}
          busy={change.busy}
          problem={change.problem}
          onClose={() => setIsSaying(false)}
          onBecause={(because) =>
            change.run({ params: { id: caseId, clock: clock.id }, body: { state: 'met', because } })
          }
        />
      )}
    </Note>
  );
}
