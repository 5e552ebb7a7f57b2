// What only people can write into the register: the effects of a breach, and what was done against it; one sentence a line.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct } from '../../api/queries.ts';
import type { Case } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

type Part = 'effects' | 'remedialAction';

function usePartWords(part: Part) {
  const { register } = useWords().workspace;
  return part === 'effects'
    ? { title: register.effects, hint: register.effectsHint, none: register.effectsNone }
    : { title: register.remedial, hint: register.remedialHint, none: register.remedialNone };
}

export function RecordWords({ one, part }: { one: Case; part: Part }) {
  const { workspace } = useWords();
  const { title, none } = usePartWords(part);
  const mayWork = useBarrier('work-on-cases');
  const barrier = mayWork ?? (one.state === 'closed' ? workspace.seats.closed : undefined);
  const [writing, setWriting] = useState(false);
  const sentences = one[part];
  return (
    <Panel
      title={title}
      act={
        <Button because={barrier} onClick={() => setWriting(true)}>
          {sentences.length === 0 ? workspace.register.write : workspace.register.rewrite}{' '}
          <span className="unseen">{title}</span>
        </Button>
      }
    >
      {sentences.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {writing && <WordsDialog one={one} part={part} onClose={() => setWriting(false)} />}
    </Panel>
  );
}

function WordsDialog({ one, part, onClose }: { one: Case; part: Part; onClose: () => void }) {
  const { frame, workspace } = useWords();
  const { title, hint } = usePartWords(part);
  const [text, setText] = useState(() => one[part].join('\n'));
  const change = useAct('changeCase', {
    onDone: () => {
      say(workspace.register.written);
      onClose();
    },
  });
  const sentences = () =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ params: { id: one.id }, version: one.version, body: { [part]: sentences() } });
        }}
      >
        <TextArea
          label={title}
          hint={hint}
          rows={6}
          required
          value={text}
          onText={setText}
          error={errorAt(change.problem, part)}
        />
        {change.problem && change.problem.errors.length === 0 && <ProblemNote problem={change.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={change.busy}>
            {frame.acts.save}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
