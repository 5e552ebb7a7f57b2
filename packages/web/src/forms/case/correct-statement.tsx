// A public statement that was wrong: corrected, or taken back; either says why.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct } from '../../api/queries.ts';
import type { IncidentPage } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { BecauseDialog } from './because-dialog.tsx';

type Statement = IncidentPage['updates'][number];

export function StatementActs({ caseId, statement }: { caseId: string; statement: Statement }) {
  const { statements } = useWords().workspace;
  const format = useFormat();
  const barrier = useBarrier('publish-incident-pages');
  const [asking, setAsking] = useState<'correct' | 'remove'>();
  const which = <span className="unseen">{statements.of(format.instant(statement.at))}</span>;
  const close = () => setAsking(undefined);
  return (
    <span className="row">
      <Button look="quiet" because={barrier} onClick={() => setAsking('correct')}>
        {statements.correct} {which}
      </Button>
      <Button look="quiet" because={barrier} onClick={() => setAsking('remove')}>
        {statements.remove} {which}
      </Button>
      {asking === 'correct' && <CorrectDialog caseId={caseId} statement={statement} onClose={close} />}
      {asking === 'remove' && <RemoveDialog caseId={caseId} statement={statement} onClose={close} />}
    </span>
  );
}

interface StatementDialogProps {
  readonly caseId: string;
  readonly statement: Statement;
  readonly onClose: () => void;
}

function CorrectDialog({ caseId, statement, onClose }: StatementDialogProps) {
  const { frame, workspace } = useWords();
  const { statements } = workspace;
  const [text, setText] = useState(statement.text);
  const [because, setBecause] = useState('');
  const correct = useAct('correctIncidentUpdate', {
    onDone: () => {
      say(statements.corrected);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={statements.correctTitle} about={statements.correctAbout}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === statement.text) return;
          const body = { what: 'correct' as const, text: text.trim(), because: because.trim() };
          correct.run({ params: { id: caseId, update: statement.id }, body });
        }}
      >
        <TextArea
          label={statements.text}
          lang={statement.language}
          rows={6}
          required
          value={text}
          onText={setText}
          error={errorAt(correct.problem, 'text')}
        />
        <TextArea label={frame.because} hint={frame.becauseHint} required value={because} onText={setBecause} />
        {correct.problem && correct.problem.errors.length === 0 && <ProblemNote problem={correct.problem} />}
        <div className="row">
          <Button
            type="submit"
            look="primary"
            busy={correct.busy}
            because={text.trim() === statement.text ? statements.sameText : undefined}
          >
            {statements.correct}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function RemoveDialog({ caseId, statement, onClose }: StatementDialogProps) {
  const { statements } = useWords().workspace;
  const remove = useAct('correctIncidentUpdate', {
    onDone: () => {
      say(statements.removed);
      onClose();
    },
  });
  return (
    <BecauseDialog
      title={statements.remove}
      about={statements.removeAbout}
      busy={remove.busy}
      problem={remove.problem}
      onClose={onClose}
      onBecause={(because) =>
        remove.run({ params: { id: caseId, update: statement.id }, body: { what: 'remove', because } })
      }
    />
  );
}
