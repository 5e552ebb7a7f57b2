// A log is let in: pushed here, read from a file, or asked of the store. What a push needs is shown once.
import { useState } from 'react';
import type { AnswerOf } from '../api/client.ts';
import { errorAt } from '../api/problem.ts';
import { useAct } from '../api/queries.ts';
import { INPUT_KINDS, type InputKind, type NewInput } from '../api/shapes/watching.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Secret } from '../ui/secret.tsx';
import { Select } from '../ui/select.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';
import { FormatSelect, type LogFormat } from './format-select.tsx';
import { PushExamples } from './push-examples.tsx';
import { StoreSelect } from './store-select.tsx';

/** The fields as they are typed. */
interface Draft {
  readonly kind: InputKind;
  readonly name: string;
  readonly storeId: string | undefined;
  readonly format: LogFormat | undefined;
  readonly path: string;
  readonly from: 'start' | 'end';
  readonly url: string;
  readonly password: string;
  readonly mapping: string;
}

function bodyOf({ kind, name, storeId, format, path, from, url, password, mapping }: Draft): NewInput {
  const common = { name: name.trim(), ...(storeId === undefined ? {} : { storeId }) };
  const mapped = mapping.trim() === '' ? {} : { mapping };
  const formed = { ...common, ...(format === undefined ? {} : { format }), ...mapped };
  if (kind === 'push') return { kind, ...formed };
  if (kind === 'file') return { kind, ...formed, path: path.trim(), from };
  return { kind, ...common, url: url.trim(), ...(password === '' ? {} : { password }) };
}

interface NewInputProps {
  /** Folders below which files may be read. */
  readonly folders: readonly string[];
  /** The store that somebody came from. */
  readonly storeId?: string | undefined;
  readonly onClose: () => void;
}

export function NewInputDialog({ folders, storeId, onClose }: NewInputProps) {
  const { watching, frame } = useWords();
  const { inputs } = watching;
  const [draft, setDraft] = useState<Draft>({
    kind: 'push',
    name: '',
    storeId,
    format: undefined,
    path: '',
    from: 'start',
    url: '',
    password: '',
    mapping: '',
  });
  const [made, setMade] = useState<AnswerOf<'createInput'>>();
  const create = useAct('createInput', {
    onDone: (answer) => {
      if (answer.token !== undefined) return setMade(answer);
      say(inputs.made);
      onClose();
    },
  });
  if (made?.token !== undefined)
    return <NewToken title={inputs.made} id={made.id} token={made.token} onClose={onClose} />;
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }));
  const barrier = draft.kind === 'file' && folders.length === 0 ? inputs.noFolders : undefined;
  return (
    <Dialog open onClose={onClose} title={inputs.add} about={inputs.kindMeaning[draft.kind]}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (barrier === undefined) create.run({ body: bodyOf(draft) });
        }}
      >
        <Select<InputKind>
          label={inputs.kind}
          value={draft.kind}
          choices={INPUT_KINDS.map((kind) => ({ value: kind, label: inputs.kinds[kind] }))}
          onChoose={(kind) => change({ kind })}
        />
        <TextField
          label={inputs.name}
          hint={inputs.nameHint}
          required
          value={draft.name}
          onText={(name) => change({ name })}
          error={errorAt(create.problem, 'name')}
        />
        <Place draft={draft} folders={folders} change={change} errorOf={(field) => errorAt(create.problem, field)} />
        <StoreSelect
          label={inputs.store}
          hint={inputs.storeHint}
          none={inputs.noStore}
          value={draft.storeId}
          onChoose={(id) => change({ storeId: id })}
        />
        {draft.kind !== 'poll' && (
          <>
            <FormatSelect
              label={inputs.format}
              found={inputs.formatFound}
              value={draft.format}
              onChoose={(format) => change({ format })}
            />
            <TextArea
              label={inputs.mapping}
              hint={inputs.mappingHint}
              spellCheck={false}
              value={draft.mapping}
              onText={(mapping) => change({ mapping })}
              error={errorAt(create.problem, 'mapping')}
            />
          </>
        )}
        {create.problem && create.problem.errors.length === 0 && <ProblemNote problem={create.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={create.busy} because={barrier}>
            {inputs.add}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PlaceProps {
  readonly draft: Draft;
  readonly folders: readonly string[];
  readonly change: (next: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Where it is read from; a push has no place of its own. */
function Place({ draft, folders, change, errorOf }: PlaceProps) {
  const { inputs } = useWords().watching;
  const format = useFormat();
  if (draft.kind === 'push') return null;
  if (draft.kind === 'file') {
    if (folders.length === 0) return <Note signal="amber">{inputs.noFolders}</Note>;
    return (
      <>
        <TextField
          label={inputs.path}
          hint={inputs.pathHint(format.or(folders))}
          required
          value={draft.path}
          onText={(path) => change({ path })}
          error={errorOf('path')}
        />
        <Select<'start' | 'end'>
          label={inputs.from}
          value={draft.from}
          choices={(['start', 'end'] as const).map((value) => ({ value, label: inputs.froms[value] }))}
          onChoose={(from) => change({ from })}
        />
      </>
    );
  }
  return (
    <>
      <TextField
        label={inputs.url}
        hint={inputs.urlHint}
        required
        value={draft.url}
        onText={(url) => change({ url })}
        error={errorOf('url')}
      />
      <TextField
        label={inputs.password}
        hint={inputs.passwordHint}
        type="password"
        autoComplete="off"
        value={draft.password}
        onText={(password) => change({ password })}
        error={errorOf('password')}
      />
    </>
  );
}

interface NewTokenProps {
  readonly title: string;
  readonly id: string;
  readonly token: string;
  readonly onClose: () => void;
}

/** The token, this once, and how to use it. */
export function NewToken({ title, id, token, onClose }: NewTokenProps) {
  const { watching, frame } = useWords();
  const { inputs } = watching;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      about={inputs.tokenOnce}
      foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
    >
      <div className="stack">
        <Secret label={inputs.token} text={token} />
        <PushExamples id={id} token={token} />
        <p className="soft small">{inputs.watchHint}</p>
      </div>
    </Dialog>
  );
}
