// Limits a case to its members, changes them, or opens it up again; always with a reason.
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct } from '../../api/queries.ts';
import type { Case, CaseMembers } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { BecauseDialog } from './because-dialog.tsx';
import { useCaseColleagues } from './seats.tsx';

export function LimitActs({ one, members }: { one: Case; members: CaseMembers }) {
  const { workspace } = useWords();
  const words = workspace.seats;
  const barrier = useBarrier('work-on-cases');
  const [asking, setAsking] = useState<'limit' | 'open'>();
  const close = () => setAsking(undefined);
  return (
    <div className="row">
      <Button icon={<Lock size={14} aria-hidden />} because={barrier} onClick={() => setAsking('limit')}>
        {members.limited ? words.change : words.limit}
      </Button>
      {members.limited && (
        <Button icon={<LockOpen size={14} aria-hidden />} because={barrier} onClick={() => setAsking('open')}>
          {words.openUp}
        </Button>
      )}
      {asking === 'limit' && <LimitDialog one={one} members={members} onClose={close} />}
      {asking === 'open' && <OpenUp one={one} onClose={close} />}
    </div>
  );
}

interface LimitDialogProps {
  readonly one: Case;
  readonly members: CaseMembers;
  readonly onClose: () => void;
}

function LimitDialog({ one, members, onClose }: LimitDialogProps) {
  const { domain, frame, workspace } = useWords();
  const words = workspace.seats;
  const listed = members.items.filter(({ by }) => by === 'member').map(({ person }) => person.id);
  const anyway = new Set(members.items.filter(({ by }) => by !== 'member').map(({ person }) => person.id));
  const colleagues = useCaseColleagues().filter(
    ({ id, role }) => !anyway.has(id) && role !== 'data-protection-officer',
  );
  const [chosen, setChosen] = useState<readonly string[]>(listed);
  const [because, setBecause] = useState('');
  const limit = useAct('limitCase', {
    onDone: () => {
      say(words.done.limited);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.limitTitle} about={words.limitAbout}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { limited: true, members: [...chosen], because: because.trim() };
          limit.run({ params: { id: one.id }, version: members.version, body });
        }}
      >
        <fieldset className="field">
          <legend className="field-label">{words.members}</legend>
          {colleagues.length === 0 && <p className="soft">{words.nobodyElse}</p>}
          {colleagues.map(({ id, name, role }) => (
            <CheckField
              key={id}
              label={name}
              hint={domain.roles[role]}
              checked={chosen.includes(id)}
              onCheck={(checked) =>
                setChosen((before) => (checked ? [...before, id] : before.filter((other) => other !== id)))
              }
            />
          ))}
        </fieldset>
        <TextArea
          label={frame.because}
          hint={frame.becauseHint}
          required
          value={because}
          onText={setBecause}
          error={errorAt(limit.problem, 'because')}
        />
        {limit.problem && limit.problem.errors.length === 0 && <ProblemNote problem={limit.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={limit.busy}>
            {members.limited ? words.save : words.limit}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function OpenUp({ one, onClose }: { one: Case; onClose: () => void }) {
  const { workspace } = useWords();
  const open = useAct('limitCase', {
    onDone: () => {
      say(workspace.seats.done.open);
      onClose();
    },
  });
  return (
    <BecauseDialog
      title={workspace.seats.openUp}
      about={workspace.seats.open}
      busy={open.busy}
      problem={open.problem}
      onClose={onClose}
      onBecause={(because) =>
        open.run({ params: { id: one.id }, version: one.version, body: { limited: false, members: [], because } })
      }
    />
  );
}
