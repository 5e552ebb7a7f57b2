// An act that has to say why.
import { useState } from 'react';
import type { ProblemDocument } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../words/words.tsx';

interface BecauseDialogProps {
  readonly title: string;
  readonly about?: string;
  /** Words to begin with. */
  readonly suggested?: string;
  readonly busy: boolean;
  readonly problem?: ProblemDocument | undefined;
  readonly onClose: () => void;
  readonly onBecause: (because: string) => void;
}

export function BecauseDialog({ title, about, suggested = '', busy, problem, onClose, onBecause }: BecauseDialogProps) {
  const { frame } = useWords();
  const [because, setBecause] = useState(suggested);
  return (
    <Dialog open onClose={onClose} title={title} about={about}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onBecause(because.trim());
        }}
      >
        <TextArea label={frame.because} hint={frame.becauseHint} required value={because} onText={setBecause} />
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            {title}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
