// Letters of which nobody can know whether they were sent: a person decides.
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { LetterRun } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { SureDialog } from '../sure-dialog.tsx';

type Decision = 'send-again' | 'count-as-sent';

interface InDoubtProps {
  readonly runId: string;
  /** The letters it is about; all that are in doubt where none is named. */
  readonly numbers?: readonly number[];
  readonly count: number;
  readonly onDone?: () => void;
}

/** The two ways to decide. */
export function DoubtActs({ runId, numbers, count, onDone }: InDoubtProps) {
  const { doubt } = useWords().letters;
  const barrier = useBarrier('send-letters');
  const [asking, setAsking] = useState<Decision>();
  const decide = useAct('decideUncertainLetters', {
    onDone: () => {
      setAsking(undefined);
      say(doubt.done);
      onDone?.();
    },
  });
  const labels = { 'send-again': doubt.again, 'count-as-sent': doubt.count } as const;
  const sure = { 'send-again': doubt.sureAgain, 'count-as-sent': doubt.sureCount } as const;
  return (
    <div className="row">
      {(['send-again', 'count-as-sent'] as const).map((decision) => (
        <Button key={decision} because={barrier} onClick={() => setAsking(decision)}>
          {labels[decision]}
        </Button>
      ))}
      {asking && (
        <SureDialog
          title={labels[asking]}
          about={sure[asking](count)}
          busy={decide.busy}
          problem={decide.problem}
          onClose={() => setAsking(undefined)}
          onSure={() =>
            decide.run({
              params: { id: runId },
              body: { decision: asking, ...(numbers === undefined ? {} : { numbers: [...numbers] }) },
            })
          }
        />
      )}
    </div>
  );
}

export function LettersInDoubt({ run }: { run: LetterRun }) {
  const { doubt } = useWords().letters;
  if (run.uncertain === 0) return null;
  return (
    <Note signal="amber">
      <div className="stack-tight">
        <strong>{doubt.title(run.uncertain)}</strong>
        <p>{doubt.text}</p>
        <DoubtActs runId={run.id} count={run.uncertain} />
      </div>
    </Note>
  );
}
