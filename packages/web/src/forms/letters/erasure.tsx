// The erasure of a case's contacts: what was erased, the act itself with its reason, and how long contacts are kept by themselves.
import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { ContactErasure } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { BecauseDialog } from '../case/because-dialog.tsx';

export function Erasure({ caseId }: { caseId: string }) {
  const { erasure } = useWords().letters;
  return (
    <Panel title={erasure.title}>
      <div className="stack">
        <p className="soft prose">{erasure.about}</p>
        <Erasures caseId={caseId} />
        <EraseAll caseId={caseId} />
        <Retention />
      </div>
    </Panel>
  );
}

function Erasures({ caseId }: { caseId: string }) {
  const { erasure } = useWords().letters;
  const { items } = useAnswer('listContactErasures', { params: { id: caseId } });
  if (items.length === 0) return <p className="soft">{erasure.none}</p>;
  return (
    <ul className="stack-tight">
      {items.map((one) => (
        <ErasureEntry key={one.id} one={one} />
      ))}
    </ul>
  );
}

function ErasureEntry({ one }: { one: ContactErasure }) {
  const { letters, frame } = useWords();
  const { erasure } = letters;
  const { state, begunAt, doneAt, contacts, proofs, because, by } = one;
  return (
    <li className="stack-tight">
      <span className="row">
        {state === 'running' && <Badge signal="amber">{erasure.running}</Badge>}
        <strong>{erasure.entry(contacts)}</strong>
        <span className="soft">{erasure.proofs(proofs)}</span>
        <At at={doneAt ?? begunAt} />
        <span className="soft">{by === undefined ? erasure.bySetting : frame.by(by.name)}</span>
      </span>
      <span>{because}</span>
    </li>
  );
}

function EraseAll({ caseId }: { caseId: string }) {
  const { erasure } = useWords().letters;
  const barrier = useBarrier('manage-contacts');
  const [isSure, setIsSure] = useState(false);
  const erase = useAct('eraseContacts', {
    onDone: () => {
      setIsSure(false);
      say(erasure.done);
    },
  });
  return (
    <div className="row">
      <Button
        look="grave"
        icon={<Eraser size={14} aria-hidden />}
        because={barrier}
        onClick={() => {
          erase.forget();
          setIsSure(true);
        }}
      >
        {erasure.act}
      </Button>
      {isSure && (
        <BecauseDialog
          title={erasure.act}
          about={erasure.sure}
          busy={erase.busy}
          problem={erase.problem}
          onClose={() => setIsSure(false)}
          onBecause={(because) => erase.run({ params: { id: caseId }, body: { because } })}
        />
      )}
    </div>
  );
}

function Retention() {
  const kept = useAnswer('getContactRetention', {});
  return <RetentionForm key={kept.version} days={kept.days} version={kept.version} />;
}

function RetentionForm({ days, version }: { days: number | null; version: number }) {
  const { letters, frame } = useWords();
  const { erasure } = letters;
  const barrier = useBarrier('manage-contacts');
  const [text, setText] = useState(days === null ? '' : String(days));
  const put = useAct('putContactRetention', { onDone: () => say(erasure.daysSet) });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        put.run({ body: { days: text.trim() === '' ? null : Number(text) }, version });
      }}
    >
      <TextField
        label={erasure.days}
        hint={erasure.daysHint}
        inputMode="numeric"
        pattern="[0-9]*"
        value={text}
        onText={setText}
        error={errorAt(put.problem, 'days')}
      />
      {put.problem && put.problem.errors.length === 0 && <ProblemNote problem={put.problem} />}
      <div className="row">
        <Button type="submit" because={barrier} busy={put.busy}>
          {frame.acts.save}
        </Button>
      </div>
    </form>
  );
}
