// A scope: where to look, how often, who authorises it.
import { useState } from 'react';
import type { ProblemDocument } from '../api/problem.ts';
import { errorAt } from '../api/problem.ts';
import type { Scope, ScopeBody } from '../api/shapes/watch.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextArea, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const INTERVALS = ['none', '1', '60', '900', '3600', '21600', '86400', '604800'] as const;

interface ScopeFormProps {
  readonly scope?: Scope;
  readonly busy: boolean;
  readonly problem: ProblemDocument | undefined;
  readonly because: string | undefined;
  readonly onSave: (body: ScopeBody) => void;
}

/** The fields as they are typed. */
interface Draft {
  readonly name: string;
  readonly targets: string;
  readonly ports: string;
  readonly interval: string;
  readonly classify: boolean;
  readonly authorised: boolean;
  readonly authorisedBy: string;
  readonly until: string;
}

function draftOf(scope: Scope | undefined): Draft {
  const authorised = scope?.networksAuthorised;
  return {
    name: scope?.name ?? '',
    targets: scope?.targets.join('\n') ?? '',
    ports: scope?.ports ?? 'default',
    interval: scope === undefined ? '86400' : String(scope.interval ?? 'none'),
    classify: scope?.classify ?? false,
    authorised: authorised !== undefined,
    authorisedBy: authorised?.authorisedBy ?? '',
    until: authorised?.until.slice(0, 10) ?? '',
  };
}

function bodyOf(draft: Draft, scope: Scope | undefined): ScopeBody {
  const networks = scope?.networksAuthorised?.networks;
  return {
    name: draft.name.trim(),
    targets: draft.targets
      .split(/[\n,]+/)
      .map((target) => target.trim())
      .filter((target) => target !== ''),
    ports: draft.ports.trim(),
    interval: draft.interval === 'none' ? null : Number(draft.interval),
    classify: draft.classify,
    networksAuthorised: draft.authorised
      ? { authorisedBy: draft.authorisedBy.trim(), until: draft.until, ...(networks === undefined ? {} : { networks }) }
      : null,
  };
}

export function ScopeForm({ scope, busy, problem, because, onSave }: ScopeFormProps) {
  const { watch } = useWords();
  const [draft, setDraft] = useState(() => draftOf(scope));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className="form form-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(bodyOf(draft, scope));
      }}
    >
      <TextField
        label={watch.scope.name}
        hint={watch.scope.nameHint}
        required
        value={draft.name}
        onText={(name) => change({ name })}
        error={errorAt(problem, 'name')}
      />
      <TextArea
        label={watch.scope.targets}
        hint={watch.scope.targetsHint}
        required
        className="input mono"
        value={draft.targets}
        onText={(targets) => change({ targets })}
        error={errorAt(problem, 'targets')}
      />
      <div className="form-columns">
        <TextField
          label={watch.scope.ports}
          hint={watch.scope.portsHint}
          required
          value={draft.ports}
          onText={(ports) => change({ ports })}
          error={errorAt(problem, 'ports')}
        />
        <IntervalSelect value={draft.interval} onChoose={(interval) => change({ interval })} />
      </div>
      <CheckField
        label={watch.scope.classify}
        hint={watch.scope.classifyHint}
        checked={draft.classify}
        onCheck={(classify) => change({ classify })}
      />
      <CheckField
        label={watch.scope.authorised}
        checked={draft.authorised}
        onCheck={(authorised) => change({ authorised })}
      />
      {draft.authorised && (
        <div className="form-columns">
          <TextField
            label={watch.scope.authorisedBy}
            hint={watch.scope.authorisedByHint}
            required
            value={draft.authorisedBy}
            onText={(authorisedBy) => change({ authorisedBy })}
            error={errorAt(problem, 'networksAuthorised/authorisedBy')}
          />
          <TextField
            label={watch.scope.authorisedUntil}
            type="date"
            required
            value={draft.until}
            onText={(until) => change({ until })}
            error={errorAt(problem, 'networksAuthorised/until')}
          />
        </div>
      )}
      {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={busy} because={because}>
          {watch.scope.save}
        </Button>
      </div>
    </form>
  );
}

function IntervalSelect({ value, onChoose }: { value: string; onChoose: (value: string) => void }) {
  const { watch } = useWords();
  const known = INTERVALS.map((interval) => ({ value: interval as string, label: watch.scope.intervals[interval] }));
  const choices = useIntervalText();
  const all = known.some((choice) => choice.value === value)
    ? known
    : [...known, { value, label: choices(Number(value)) }];
  return <Select label={watch.scope.every} value={value} choices={all} onChoose={onChoose} />;
}

/** A schedule in words. */
export function useIntervalText(): (interval: number | null) => string {
  const { watch } = useWords();
  const format = useFormat();
  const named: Readonly<Record<string, string>> = watch.scope.intervals;
  return (interval) =>
    interval === null
      ? watch.scope.intervals.none
      : (named[String(interval)] ?? watch.scope.everyOther(format.period(interval)));
}
