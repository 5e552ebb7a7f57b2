// An input is changed: its name, store, format and place. Where it was read up to stays.
import { useState } from 'react';
import { errorAt, type ProblemDocument } from '../api/problem.ts';
import { useAct } from '../api/queries.ts';
import type { Input, InputChange } from '../api/shapes/watching.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { FormatSelect } from './format-select.tsx';
import { INPUT_FORMATS } from './input-formats.ts';
import { StoreSelect } from './store-select.tsx';

/** The fields as they are typed. */
interface Draft {
  readonly name: string;
  readonly storeId: string | undefined;
  readonly format: string | undefined;
  readonly mapping: string;
  readonly path: string;
  readonly url: string;
  readonly password: string;
  readonly everySeconds: string;
}

function draftOf({ name, store, format, mapping = '', path = '', url = '', everySeconds }: Input): Draft {
  const every = everySeconds === undefined ? '' : String(everySeconds);
  return { name, storeId: store?.id, format, mapping, path, url, password: '', everySeconds: every };
}

/** Only what was changed: a user and a password that are kept are not shown, and stay. */
function changesIn(before: Draft, { password, ...now }: Draft): InputChange {
  const formatOf = (name: string | undefined) => INPUT_FORMATS.find((one) => one === name) ?? null;
  return {
    ...(now.name !== before.name && { name: now.name.trim() }),
    ...(now.storeId !== before.storeId && { storeId: now.storeId ?? null }),
    ...(now.format !== before.format && { format: formatOf(now.format) }),
    ...(now.mapping !== before.mapping && { mapping: now.mapping.trim() === '' ? null : now.mapping }),
    ...(now.path !== before.path && { path: now.path.trim() }),
    ...(now.url !== before.url && { url: now.url.trim() }),
    ...(now.everySeconds !== before.everySeconds && { everySeconds: Number(now.everySeconds) }),
    ...(password !== '' && { password }),
  };
}

export function ChangeInputDialog({ input, onClose }: { input: Input; onClose: () => void }) {
  const { watching, frame } = useWords();
  const { inputs } = watching;
  const [before] = useState(() => draftOf(input));
  const [draft, setDraft] = useState(before);
  const set = (next: Partial<Draft>) => setDraft((old) => ({ ...old, ...next }));
  const change = useAct('changeInput', {
    onDone: () => {
      say(inputs.changed);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={inputs.changeTitle} about={inputs.changeAbout}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ params: { id: input.id }, body: changesIn(before, draft), version: input.version });
        }}
      >
        <TextField
          label={inputs.name}
          hint={inputs.nameHint}
          required
          value={draft.name}
          onText={(name) => set({ name })}
          error={errorAt(change.problem, 'name')}
        />
        <Place input={input} draft={draft} set={set} problem={change.problem} />
        <StoreSelect
          label={inputs.store}
          hint={draft.storeId === before.storeId ? inputs.storeHint : inputs.storeChange}
          none={inputs.noStore}
          value={draft.storeId}
          onChoose={(storeId) => set({ storeId })}
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

interface PlaceProps {
  readonly input: Input;
  readonly draft: Draft;
  readonly set: (next: Partial<Draft>) => void;
  readonly problem: ProblemDocument | undefined;
}

function Place({ input: { kind, hasPassword }, draft, set, problem }: PlaceProps) {
  const { inputs } = useWords().watching;
  if (kind === 'poll') {
    return (
      <>
        <TextField
          label={inputs.url}
          hint={inputs.urlHint}
          required
          value={draft.url}
          onText={(url) => set({ url })}
          error={errorAt(problem, 'url')}
        />
        <TextField
          label={inputs.password}
          hint={hasPassword ? inputs.passwordKept : inputs.passwordHint}
          type="password"
          autoComplete="off"
          value={draft.password}
          onText={(password) => set({ password })}
          error={errorAt(problem, 'password')}
        />
        <TextField
          label={inputs.every}
          type="number"
          min={0.5}
          max={3600}
          step={0.5}
          required
          value={draft.everySeconds}
          onText={(everySeconds) => set({ everySeconds })}
          error={errorAt(problem, 'everySeconds')}
        />
      </>
    );
  }
  return (
    <>
      {kind === 'file' && (
        <TextField
          label={inputs.path}
          required
          value={draft.path}
          onText={(path) => set({ path })}
          error={errorAt(problem, 'path')}
        />
      )}
      <FormatSelect
        label={inputs.format}
        found={inputs.formatFound}
        value={INPUT_FORMATS.find((name) => name === draft.format)}
        onChoose={(format) => set({ format })}
      />
      <TextArea
        label={inputs.mapping}
        hint={inputs.mappingHint}
        spellCheck={false}
        value={draft.mapping}
        onText={(mapping) => set({ mapping })}
        error={errorAt(problem, 'mapping')}
      />
    </>
  );
}
