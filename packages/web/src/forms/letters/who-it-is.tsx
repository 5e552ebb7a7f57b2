// Shows one contact in clear. Each look is written in the evidence log, which is said before.
import { Eye } from 'lucide-react';
import { Fragment } from 'react';
import { useLook } from '../../api/queries.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../words/words.tsx';

export function WhoItIs({ contactId }: { contactId: string }) {
  const { look } = useWords().letters;
  const barrier = useBarrier('read-contacts');
  const { run, busy, answer, problem } = useLook('getContact');
  if (answer) return <InClear details={answer.details} minor={answer.minor} />;
  return (
    <div className="stack-tight">
      <Note signal="amber">{look.warning}</Note>
      {problem && <ProblemNote problem={problem} />}
      <div className="row">
        <Button
          icon={<Eye size={14} aria-hidden />}
          because={barrier}
          busy={busy}
          onClick={() => run({ params: { id: contactId } })}
        >
          {look.act}
        </Button>
      </div>
    </div>
  );
}

function InClear({ details, minor }: { details: Readonly<Record<string, string>>; minor: boolean }) {
  const { look } = useWords().letters;
  const known = Object.keys(look.fields).flatMap((field) => (details[field] ? [[field, details[field]] as const] : []));
  return (
    <div className="stack-tight" role="status">
      <Note signal="blue">{look.recorded}</Note>
      {minor && <Note signal="amber">{look.minor}</Note>}
      <dl className="facts">
        {known.map(([field, value]) => (
          <Fragment key={field}>
            <dt>{look.fields[field]}</dt>
            <dd className="mono">{value}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** The same as a dialog, opened from a list of contacts. */
export function WhoItIsDialog({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const { letters, frame } = useWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={letters.look.title}
      foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
    >
      <WhoItIs contactId={contactId} />
    </Dialog>
  );
}
