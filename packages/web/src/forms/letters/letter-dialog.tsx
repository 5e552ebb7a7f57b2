// One letter: what became of it, what a person says of it, and who is behind it.
import type { Letter, LetterRun } from '../../api/shapes/letters.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { isByHand, OutcomeActs } from './by-hand.tsx';
import { DoubtActs } from './in-doubt.tsx';
import { LETTER_SIGNALS, ServerAnswer } from './letter-state.tsx';
import { WhoItIs } from './who-it-is.tsx';

interface LetterDialogProps {
  readonly run: LetterRun;
  readonly letter: Letter;
  readonly onClose: () => void;
}

export function LetterDialog({ run, letter, onClose }: LetterDialogProps) {
  const { letters, frame } = useWords();
  const format = useFormat();
  const { number, state, tries, endedAt, dueAt } = letter;
  return (
    <Dialog
      open
      onClose={onClose}
      title={letters.name(format.number(number))}
      foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
    >
      <div className="stack">
        <dl className="facts">
          <dt>{letters.state}</dt>
          <dd>
            <Badge signal={LETTER_SIGNALS[state]}>{letters.states[state]}</Badge>
          </dd>
          {!isByHand(run) && (
            <>
              <dt>{letters.tries}</dt>
              <dd>{format.number(tries)}</dd>
              <dt>{letters.answer}</dt>
              <dd>
                <ServerAnswer letter={letter} />
              </dd>
            </>
          )}
          {endedAt && (
            <>
              <dt>{letters.ended}</dt>
              <dd>{format.instant(endedAt)}</dd>
            </>
          )}
          {dueAt && (
            <>
              <dt>{letters.due}</dt>
              <dd>{format.instant(dueAt)}</dd>
            </>
          )}
        </dl>
        {state === 'uncertain' && <DoubtActs runId={run.id} numbers={[number]} count={1} onDone={onClose} />}
        {state === 'queued' && isByHand(run) && run.state === 'running' && (
          <OutcomeActs runId={run.id} number={number} count={1} onDone={onClose} />
        )}
        <section className="stack-tight" aria-label={letters.look.title}>
          <h3>{letters.look.title}</h3>
          <WhoItIs contactId={letter.contactId} />
        </section>
      </div>
    </Dialog>
  );
}
