// Asks once more before something that cannot be taken back.
import type { ReactNode } from 'react';
import type { ProblemDocument } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useWords } from '../words/words.tsx';

interface SureDialogProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly busy: boolean;
  readonly problem?: ProblemDocument | undefined;
  readonly onClose: () => void;
  readonly onSure: () => void;
}

/** @param props `title` names the act, and stands on its button too */
export function SureDialog({ title, about, busy, problem, onClose, onSure }: SureDialogProps) {
  const { frame } = useWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      about={about}
      foot={
        <>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
          <Button look="primary" busy={busy} onClick={onSure}>
            {title}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
    </Dialog>
  );
}
