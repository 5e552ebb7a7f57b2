// Opens a case: its name, since when somebody is aware, and why.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct, useMaybeAnswer } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { productName } from '../../ui/domain/product.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { localInstant } from './fact-kinds.ts';

interface OpenCaseProps {
  readonly fromStore?: string;
  readonly fromFinding?: string;
  readonly onClose: () => void;
}

export function OpenCase({ fromStore, fromFinding, onClose }: OpenCaseProps) {
  const { cases, frame } = useWords();
  const { openDialog } = cases;
  const store = useMaybeAnswer('getStore', { params: { id: fromStore ?? '' } }, fromStore !== undefined).answer;
  const suggested = store && openDialog.nameFromStore(`${productName(store.product)} ${store.address}:${store.port}`);
  const [name, setName] = useState<string>();
  const [awareAt, setAwareAt] = useState(() => localInstant(new Date().toISOString()));
  const [why, setWhy] = useState('');
  const navigate = useNavigate();
  const open = useAct('openCase', {
    onDone: ({ id }) => {
      say(openDialog.opened);
      void navigate({ to: '/cases/$id', params: { id } });
    },
  });
  const submit = () =>
    open.run({
      body: {
        ...(fromStore === undefined ? {} : { fromStore }),
        ...(fromFinding === undefined ? {} : { fromFinding }),
        name: (name ?? suggested ?? '').trim(),
        awareAt: new Date(awareAt).toISOString(),
        why: why.trim(),
      },
    });
  return (
    <Dialog open onClose={onClose} title={openDialog.title} about={openDialog.about}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {(fromStore ?? fromFinding) !== undefined && <Note>{openDialog.from}</Note>}
        <TextField
          label={openDialog.name}
          hint={openDialog.nameHint}
          required
          value={name ?? suggested ?? ''}
          onText={setName}
          error={errorAt(open.problem, 'name')}
        />
        <TextField
          label={openDialog.awareAt}
          type="datetime-local"
          required
          max={localInstant(new Date().toISOString())}
          value={awareAt}
          onText={setAwareAt}
          error={errorAt(open.problem, 'awareAt')}
        />
        <TextArea
          label={openDialog.why}
          hint={openDialog.whyHint}
          required
          value={why}
          onText={setWhy}
          error={errorAt(open.problem, 'why')}
        />
        {open.problem && open.problem.errors.length === 0 && <ProblemNote problem={open.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={open.busy}>
            {openDialog.act}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
