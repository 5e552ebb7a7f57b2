// People who are told by telephone or by post: their list, and what came of it, which a person says.
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { LetterRun } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { SureDialog } from '../sure-dialog.tsx';

type Outcome = 'sent' | 'failed';

interface OutcomeActsProps {
  readonly runId: string;
  /** One letter; all that are left where none is named. */
  readonly number?: number;
  readonly count: number;
  readonly onDone?: () => void;
}

export function OutcomeActs({ runId, number, count, onDone }: OutcomeActsProps) {
  const { list } = useWords().letters;
  const barrier = useBarrier('send-letters');
  const [asking, setAsking] = useState<Outcome>();
  const tell = useAct('tellLetterOutcomes', {
    onDone: () => {
      setAsking(undefined);
      say(list.done);
      onDone?.();
    },
  });
  const labels =
    number === undefined ? { sent: list.told, failed: list.notTold } : { sent: list.toldOne, failed: list.notToldOne };
  const enter = (outcome: Outcome) =>
    tell.run({ params: { id: runId }, body: { outcome, ...(number === undefined ? {} : { numbers: [number] }) } });
  return (
    <div className="row">
      {(['sent', 'failed'] as const).map((outcome) => (
        <Button key={outcome} because={barrier} onClick={() => setAsking(outcome)}>
          {labels[outcome]}
        </Button>
      ))}
      {asking && (
        <SureDialog
          title={labels[asking]}
          about={asking === 'sent' ? list.sureTold(count) : list.sureNotTold(count)}
          busy={tell.busy}
          problem={tell.problem}
          onClose={() => setAsking(undefined)}
          onSure={() => enter(asking)}
        />
      )}
    </div>
  );
}

/** Whether the outcome of a run's letters is for people to say. */
export function isByHand({ channel }: Pick<LetterRun, 'channel'>): boolean {
  return channel === 'phone' || channel === 'post';
}

export function ToldByHand({ run }: { run: LetterRun }) {
  const { list } = useWords().letters;
  if (!isByHand(run) || run.state !== 'running' || run.left === 0) return null;
  return (
    <Note>
      <div className="stack-tight">
        <strong>{list.title(run.left)}</strong>
        <p>{run.channel === 'phone' ? list.phone : list.post}</p>
        <p>
          <a href={`/api/letter-runs/${run.id}/list`} download>
            {list.get}
          </a>
        </p>
        <OutcomeActs runId={run.id} count={run.left} />
        <p className="small">{list.some}</p>
      </div>
    </Note>
  );
}
