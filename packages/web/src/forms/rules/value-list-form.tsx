// A list of values is given or changed: one value a line.
import { useState } from 'react';
import { errorAt, type ProblemDocument } from '../../api/problem.ts';
import { useAct, useMaybeAnswer } from '../../api/queries.ts';
import type { ValueList } from '../../api/shapes/rules.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Waiting } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

interface ListDialogProps {
  /** The list that is changed; a new one where there is none. */
  readonly list?: ValueList | undefined;
  /** Of a new one: what rules wait for. */
  readonly name?: string | undefined;
  readonly onClose: () => void;
}

export function ValueListDialog({ list, name = '', onClose }: ListDialogProps) {
  const { ruleBook } = useWords();
  const done = {
    onDone: () => {
      say(ruleBook.saved);
      onClose();
    },
  };
  const add = useAct('addValueList', done);
  const change = useAct('changeValueList', done);
  const whole = useMaybeAnswer('getValueList', { params: { id: list?.id ?? '' } }, list !== undefined);
  return (
    <Dialog open onClose={onClose} title={list?.name ?? ruleBook.addList} about={ruleBook.listsAbout}>
      {list !== undefined && whole.problem && <ProblemNote problem={whole.problem} />}
      {list !== undefined && whole.pending && <Waiting />}
      {list === undefined && (
        <ListForm
          name={name}
          values={[]}
          busy={add.busy}
          problem={add.problem}
          onClose={onClose}
          onDone={(of, values) => add.run({ body: { name: of, values } })}
        />
      )}
      {list !== undefined && whole.answer && (
        <ListForm
          values={whole.answer.values}
          busy={change.busy}
          problem={change.problem}
          onClose={onClose}
          onDone={(_, values) => change.run({ params: { id: list.id }, body: { values }, version: list.version })}
        />
      )}
    </Dialog>
  );
}

interface ListFormProps {
  /** Not there where it stays. */
  readonly name?: string;
  readonly values: readonly string[];
  readonly busy: boolean;
  readonly problem: ProblemDocument | undefined;
  readonly onClose: () => void;
  readonly onDone: (name: string, values: string[]) => void;
}

const ROWS = 12;

function ListForm({ name: before, values, busy, problem, onClose, onDone }: ListFormProps) {
  const { ruleBook, frame } = useWords();
  const [name, setName] = useState(before ?? '');
  const [text, setText] = useState(values.join('\n'));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const lines = text.split('\n').map((line) => line.trim());
        onDone(
          name.trim(),
          lines.filter((line) => line !== ''),
        );
      }}
    >
      {before !== undefined && (
        <TextField
          label={ruleBook.listName}
          hint={ruleBook.listNameHint}
          required
          value={name}
          onText={setName}
          error={errorAt(problem, 'name')}
        />
      )}
      <TextArea
        label={ruleBook.listValues}
        hint={ruleBook.listValuesHint}
        required
        rows={ROWS}
        spellCheck={false}
        value={text}
        onText={setText}
        error={errorAt(problem, 'values')}
      />
      {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {frame.acts.save}
        </Button>
        <Button onClick={onClose}>{frame.acts.cancel}</Button>
      </div>
    </form>
  );
}
