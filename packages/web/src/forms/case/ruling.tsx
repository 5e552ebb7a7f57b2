// What people decide, with reasons, the officer's opinion and dissent; and what they decided before.
import { Gavel } from 'lucide-react';
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { Case, Ruling } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const ANSWERS = ['yes', 'no', 'undecided'] as const satisfies readonly Ruling['answer'][];

/** The button that opens the form. */
export function RulingButton({ one, about }: { one: Case; about: Ruling['about'] }) {
  const { cases } = useWords();
  const barrier = useBarrier('work-on-cases');
  const [open, setOpen] = useState(false);
  const what = about === 'authority' ? cases.overview.tellAuthority : cases.overview.tellPeople;
  return (
    <>
      <Button icon={<Gavel size={14} aria-hidden />} because={barrier} onClick={() => setOpen(true)}>
        {cases.ruling.act} <span className="unseen">{what}</span>
      </Button>
      {open && <RulingDialog one={one} about={about} title={what} onClose={() => setOpen(false)} />}
    </>
  );
}

function RulingDialog({
  one,
  about,
  title,
  onClose,
}: {
  one: Case;
  about: Ruling['about'];
  title: string;
  onClose: () => void;
}) {
  const { cases, frame } = useWords();
  const { answer: computed } = one.decision[about];
  const [answer, setAnswer] = useState<Ruling['answer']>(computed === 'unknown' ? 'undecided' : computed);
  const [because, setBecause] = useState('');
  const [opinion, setOpinion] = useState('');
  const [dissent, setDissent] = useState('');
  const rule = useAct('ruleOnCase', {
    onDone: () => {
      say(cases.ruling.kept);
      onClose();
    },
  });
  const said = (text: string, name: 'opinion' | 'dissent') => (text.trim() === '' ? {} : { [name]: text.trim() });
  return (
    <Dialog open onClose={onClose} title={title} about={cases.ruling.about}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = {
            about,
            answer,
            because: because.trim(),
            ...said(opinion, 'opinion'),
            ...said(dissent, 'dissent'),
          };
          rule.run({ params: { id: one.id }, body });
        }}
      >
        <Select
          label={cases.ruling.answer}
          value={answer}
          choices={ANSWERS.map((value) => ({
            value,
            label: value === 'undecided' ? cases.undecided : cases.answers[value],
          }))}
          onChoose={setAnswer}
        />
        <TextArea
          label={frame.because}
          required
          value={because}
          onText={setBecause}
          error={errorAt(rule.problem, 'because')}
        />
        <TextArea label={cases.ruling.opinion} value={opinion} onText={setOpinion} />
        <TextArea label={cases.ruling.dissent} value={dissent} onText={setDissent} />
        {rule.problem && rule.problem.errors.length === 0 && <ProblemNote problem={rule.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={rule.busy}>
            {cases.ruling.act}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The rulings of a case, newest first. */
export function Rulings({ id }: { id: string }) {
  const { cases, frame } = useWords();
  const { items } = useAnswer('listRulings', { params: { id } });
  if (items.length === 0) return null;
  return (
    <ul className="stack-tight small">
      {items.map((ruling) => (
        <li key={ruling.id}>
          <strong>
            {frame.labelled(
              ruling.about === 'authority' ? cases.overview.tellAuthority : cases.overview.tellPeople,
              ruling.answer === 'undecided' ? cases.undecided : cases.answers[ruling.answer],
            )}
          </strong>{' '}
          <span className="soft">
            {frame.by(ruling.by.name)}, <At at={ruling.at} />
          </span>
          <p>{ruling.because}</p>
          {ruling.opinion && <p className="soft">{frame.labelled(cases.ruling.opinion, ruling.opinion)}</p>}
          {ruling.dissent && <p className="soft">{frame.labelled(cases.ruling.dissent, ruling.dissent)}</p>}
        </li>
      ))}
    </ul>
  );
}
