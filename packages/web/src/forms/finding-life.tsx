// The life of a finding: who has it, accepted until when and why, being mended, verified.
import { BadgeCheck, CalendarClock, Hammer, RotateCcw, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import type { ProblemDocument } from '../api/problem.ts';
import { errorAt } from '../api/problem.ts';
import { useAct } from '../api/queries.ts';
import type { Finding, FindingChange } from '../api/shapes/watch.ts';
import { useBarrier, useMe } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';
import { ColleagueSelect } from './colleague-select.tsx';

export function FindingLife({ finding }: { finding: Finding }) {
  const { watch } = useWords();
  const format = useFormat();
  const { account } = useMe();
  const barrier = useBarrier('work-on-findings');
  const acceptBarrier = useBarrier('accept-findings');
  const [accepting, setAccepting] = useState(false);
  const change = useAct('updateFinding', {
    onDone: () => {
      setAccepting(false);
      say(watch.finding.saved);
    },
  });
  const verify = useAct('verifyFinding', { onDone: () => say(watch.finding.verifyStarted) });
  const save = (body: FindingChange) => change.run({ params: { id: finding.id }, body, version: finding.version });
  const { state } = finding;
  const over = state === 'mended' ? watch.finding.alreadyMended : undefined;
  const under = state === 'verifying' ? watch.finding.alreadyVerifying : undefined;
  return (
    <div className="stack">
      <div className="row">
        <ColleagueSelect
          label={watch.finding.assignee}
          value={finding.assignee}
          because={barrier}
          onChoose={(assigneeId) =>
            save({ assigneeId, ...(assigneeId && state === 'new' ? { state: 'assigned' } : {}) })
          }
        />
      </div>
      <div className="row">
        <Button
          look="primary"
          icon={<BadgeCheck size={15} aria-hidden />}
          because={barrier ?? under}
          busy={verify.busy}
          onClick={() => verify.run({ params: { id: finding.id } })}
        >
          {watch.finding.verify}
        </Button>
        {finding.assignee?.id !== account.id && (
          <Button
            icon={<UserRoundCheck size={15} aria-hidden />}
            because={barrier ?? over}
            onClick={() => save({ assigneeId: account.id, ...(state === 'new' ? { state: 'assigned' as const } : {}) })}
          >
            {watch.finding.takeIt}
          </Button>
        )}
        <Button
          icon={<Hammer size={15} aria-hidden />}
          because={barrier ?? over ?? (state === 'mending' ? watch.finding.alreadyMending : undefined)}
          onClick={() => save({ state: 'mending' })}
        >
          {watch.finding.startMending}
        </Button>
        {state === 'accepted' ? (
          <Button
            icon={<RotateCcw size={15} aria-hidden />}
            because={barrier}
            onClick={() => save({ state: finding.assignee ? 'assigned' : 'new' })}
          >
            {watch.finding.reopen}
          </Button>
        ) : (
          <Button
            icon={<CalendarClock size={15} aria-hidden />}
            because={acceptBarrier ?? over}
            onClick={() => setAccepting(true)}
          >
            {watch.finding.accept}
          </Button>
        )}
      </div>
      {state === 'accepted' && finding.acceptedUntil && (
        <p>
          <strong>{watch.finding.acceptedUntil(format.day(finding.acceptedUntil))}</strong>{' '}
          <span className="soft">{finding.acceptedBecause}</span>
        </p>
      )}
      {change.problem && !accepting && <ProblemNote problem={change.problem} />}
      {verify.problem && <ProblemNote problem={verify.problem} />}
      {accepting && (
        <AcceptDialog
          problem={change.problem}
          busy={change.busy}
          onClose={() => setAccepting(false)}
          onAccept={(until, because) =>
            save({
              state: 'accepted',
              acceptedUntil: new Date(`${until}T12:00:00`).toISOString(),
              acceptedBecause: because,
            })
          }
        />
      )}
    </div>
  );
}

interface AcceptDialogProps {
  readonly problem: ProblemDocument | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onAccept: (until: string, because: string) => void;
}

function AcceptDialog({ problem, busy, onClose, onAccept }: AcceptDialogProps) {
  const { watch, frame } = useWords();
  const [until, setUntil] = useState('');
  const [because, setBecause] = useState('');
  return (
    <Dialog open onClose={onClose} title={watch.finding.acceptTitle} about={watch.finding.acceptAbout}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          // The server keeps it as one line.
          onAccept(until, because.replace(/\s+/g, ' ').trim());
        }}
      >
        <TextField
          label={watch.finding.acceptUntil}
          type="date"
          required
          min={new Date().toISOString().slice(0, 10)}
          value={until}
          onText={setUntil}
          error={errorAt(problem, 'acceptedUntil')}
        />
        <TextArea
          label={watch.finding.acceptBecause}
          hint={watch.finding.acceptBecauseHint}
          required
          value={because}
          onText={setBecause}
          error={errorAt(problem, 'acceptedBecause')}
        />
        {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            {watch.finding.acceptTitle}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
