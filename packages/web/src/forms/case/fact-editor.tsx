// States a fact: its value, how sure it is, what it rests on.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct } from '../../api/queries.ts';
import type { Fact } from '../../api/shapes/cases.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, TextArea, TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { type FactKind, factKind, statedValue, typedValue } from './fact-kinds.ts';

interface FactEditorProps {
  readonly caseId: string;
  readonly path: string;
  readonly fact: Fact | undefined;
  /** The version that the change is made to. */
  readonly version: number;
  readonly ask?: string | undefined;
  readonly onClose: () => void;
}

const CERTAINTIES = ['known', 'likely', 'possible', 'unknown'] as const;

export function FactEditor({ caseId, path, fact, version, ask, onClose }: FactEditorProps) {
  const { facts } = useWords();
  const kind = factKind(path);
  const [text, setText] = useState(() => typedValue(kind, fact?.value) || firstText(kind));
  const [certainty, setCertainty] = useState<Fact['certainty']>(fact?.certainty ?? 'known');
  const [source, setSource] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const put = useAct('stateFact', {
    onDone: () => {
      say(facts.saved);
      onClose();
    },
  });
  const submit = () => {
    const value = certainty === 'unknown' ? null : statedValue(kind, text);
    setUnreadable(value === undefined);
    if (value === undefined) return;
    const body = { ...(value === null ? {} : { value }), certainty, ...(source.trim() === '' ? {} : { source }) };
    put.run({ params: { id: caseId, path }, body, version });
  };
  const error = errorAt(put.problem, 'value') ?? (unreadable && kind.kind === 'json' ? facts.notJson : undefined);
  return (
    <Dialog open onClose={onClose} title={facts.editTitle(facts.names[path] ?? path)} about={ask}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {certainty !== 'unknown' && <FactControl kind={kind} text={text} onText={setText} error={error} />}
        <Select
          label={facts.certainty}
          value={certainty}
          choices={CERTAINTIES.map((value) => ({ value, label: facts.certainties[value] }))}
          onChoose={setCertainty}
        />
        <TextField
          label={facts.source}
          hint={facts.sourceHint}
          value={source}
          onText={setSource}
          error={errorAt(put.problem, 'source')}
        />
        {put.problem && <ProblemNote problem={put.problem} />}
        <Button type="submit" look="primary" busy={put.busy}>
          {facts.save}
        </Button>
      </form>
    </Dialog>
  );
}

/** What a list of choices shows before anybody has chosen. */
function firstText(kind: FactKind): string {
  if (kind.kind === 'yes-no') return 'yes';
  return kind.kind === 'choice' ? (kind.words[0] ?? '') : '';
}

interface ControlProps {
  readonly kind: FactKind;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly error: string | undefined;
}

function FactControl({ kind, text, onText, error }: ControlProps) {
  const { facts, frame } = useWords();
  const same = { label: facts.says, value: text, onText, error };
  switch (kind.kind) {
    case 'yes-no':
      return (
        <Select
          label={facts.says}
          value={text}
          choices={[
            { value: 'yes', label: frame.acts.yes },
            { value: 'no', label: frame.acts.no },
          ]}
          onChoose={onText}
        />
      );
    case 'choice':
      return (
        <Select
          label={facts.says}
          value={text}
          choices={kind.words.map((value) => ({ value, label: facts.value(value) }))}
          onChoose={onText}
        />
      );
    case 'choices':
      return <ChoicesControl words={kind.words} text={text} onText={onText} />;
    case 'range':
      return <RangeControl text={text} onText={onText} error={error} />;
    case 'instant':
      return <TextField {...same} type="datetime-local" required />;
    case 'number':
      return <TextField {...same} inputMode="numeric" required />;
    case 'countries':
      return <TextField {...same} hint={facts.countriesHint} required />;
    case 'text':
      return <TextField {...same} required />;
    case 'lines':
      return <TextArea {...same} hint={facts.listHint} required />;
    case 'json':
      return <TextArea {...same} hint={facts.jsonHint} className="input mono" required />;
  }
}

function ChoicesControl({
  words,
  text,
  onText,
}: {
  words: readonly string[];
  text: string;
  onText: (text: string) => void;
}) {
  const { facts } = useWords();
  const chosen = new Set(text.split(/\s+/).filter((word) => word !== ''));
  return (
    <fieldset className="field">
      <legend className="field-label">{facts.says}</legend>
      <div className="form-columns">
        {words.map((word) => (
          <CheckField
            key={word}
            label={facts.value(word)}
            checked={chosen.has(word)}
            onCheck={(checked) => {
              const next = words.filter((one) => (one === word ? checked : chosen.has(one)));
              onText(next.join(' '));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function RangeControl({
  text,
  onText,
  error,
}: {
  text: string;
  onText: (text: string) => void;
  error: string | undefined;
}) {
  const { facts } = useWords();
  const [lower = '', upper = ''] = text.split(' ');
  return (
    <div className="form-columns">
      <TextField
        label={facts.atLeast}
        inputMode="numeric"
        required
        value={lower}
        onText={(next) => onText(`${next.trim()} ${upper}`)}
        error={error}
      />
      <TextField
        label={facts.atMost}
        hint={facts.atMostHint}
        inputMode="numeric"
        value={upper}
        onText={(next) => onText(`${lower} ${next.trim()}`)}
      />
    </div>
  );
}
