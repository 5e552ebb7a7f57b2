// A channel of alerts: where it goes, from which level on, how it is grouped, and when it keeps quiet.
import { useState } from 'react';
import type { AnswerOf } from '../api/client.ts';
import { errorAt } from '../api/problem.ts';
import { useAct } from '../api/queries.ts';
import { CHANNEL_KINDS, type Channel, type ChannelKind } from '../api/shapes/channels.ts';
import { DETECTION_LEVELS, type DetectionLevel } from '../api/shapes/watching.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Secret } from '../ui/secret.tsx';
import { Select } from '../ui/select.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords, type Words } from '../words/words.tsx';
import { nightHere, QuietHoursFields } from './quiet-hours.tsx';

const WINDOWS = ['0', '10', '30', '60', '240', '1440'] as const;

/** The fields as they are typed. */
interface Draft extends Pick<Channel, 'name' | 'kind' | 'language' | 'leastLevel' | 'quietHours'> {
  readonly target: string;
  readonly windowMinutes: string;
  readonly mostPerHour: string;
}

function draftOf(channel: Channel | undefined, language: Channel['language']): Draft {
  return {
    name: channel?.name ?? '',
    kind: channel?.kind ?? 'mail',
    target: '',
    language: channel?.language ?? language,
    leastLevel: channel?.leastLevel ?? 'high',
    quietHours: channel === undefined ? nightHere() : channel.quietHours,
    windowMinutes: String(channel?.windowMinutes ?? 30),
    mostPerHour: String(channel?.mostPerHour ?? 20),
  };
}

/** A target that is not written again stays. */
function fieldsOf({ name, target, language, leastLevel, quietHours, windowMinutes, mostPerHour }: Draft) {
  return {
    name: name.trim(),
    language,
    leastLevel,
    quietHours,
    windowMinutes: Number(windowMinutes),
    mostPerHour: Number(mostPerHour),
    ...(target.trim() === '' ? {} : { target: target.trim() }),
  };
}

interface ChannelDialogProps {
  /** The one that is changed; none where one is made. */
  readonly channel?: Channel | undefined;
  readonly onClose: () => void;
}

export function ChannelDialog({ channel, onClose }: ChannelDialogProps) {
  const { channels, frame } = useWords();
  const { language } = useFormat();
  const [draft, setDraft] = useState(() => draftOf(channel, language));
  const [made, setMade] = useState<AnswerOf<'createChannel'>>();
  const create = useAct('createChannel', {
    onDone: (answer) => {
      if (answer.secret !== undefined) return setMade(answer);
      say(channels.made);
      onClose();
    },
  });
  const change = useAct('changeChannel', {
    onDone: () => {
      say(channels.saved);
      onClose();
    },
  });
  const act = channel === undefined ? create : change;
  if (made?.secret !== undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={channels.made}
        about={channels.secretOnce}
        foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
      >
        <Secret label={channels.secret} text={made.secret} />
      </Dialog>
    );
  }
  const save = () => {
    const { target, ...fields } = fieldsOf(draft);
    if (channel === undefined) create.run({ body: { ...fields, kind: draft.kind, target: target ?? '' } });
    else
      change.run({
        params: { id: channel.id },
        body: { ...fields, ...(target === undefined ? {} : { target }) },
        version: channel.version,
      });
  };
  return (
    <Dialog open onClose={onClose} title={channel === undefined ? channels.add : channel.name}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ChannelFields
          draft={draft}
          isNew={channel === undefined}
          change={(next) => setDraft((before) => ({ ...before, ...next }))}
          errorOf={(field) => errorAt(act.problem, field)}
        />
        <QuietHoursFields
          quiet={draft.quietHours}
          problem={act.problem}
          onQuiet={(quietHours) => setDraft((before) => ({ ...before, quietHours }))}
        />
        {act.problem && act.problem.errors.length === 0 && <ProblemNote problem={act.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={act.busy}>
            {channel === undefined ? channels.add : channels.save}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChannelFieldsProps {
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly change: (next: Partial<Draft>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function ChannelFields({ draft, isNew, change, errorOf }: ChannelFieldsProps) {
  const { channels, watching } = useWords();
  return (
    <>
      {isNew && (
        <Select<ChannelKind>
          label={channels.kind}
          value={draft.kind}
          choices={CHANNEL_KINDS.map((value) => ({ value, label: channels.kinds[value] }))}
          onChoose={(kind) => change({ kind })}
        />
      )}
      <TextField
        label={channels.name}
        hint={channels.nameHint}
        required
        value={draft.name}
        onText={(name) => change({ name })}
        error={errorOf('name')}
      />
      <TextField
        label={channels.target[draft.kind]}
        hint={isNew ? channels.targetHint[draft.kind] : channels.targetKept}
        type={draft.kind === 'mail' ? 'email' : 'url'}
        autoComplete="off"
        required={isNew}
        value={draft.target}
        onText={(target) => change({ target })}
        error={errorOf('target')}
      />
      <div className="form-columns">
        <Select<DetectionLevel>
          label={channels.leastLevel}
          hint={channels.leastLevelHint}
          value={draft.leastLevel}
          choices={DETECTION_LEVELS.map((value) => ({ value, label: watching.levels[value] }))}
          onChoose={(leastLevel) => change({ leastLevel })}
        />
        <Select<Channel['language']>
          label={channels.language}
          value={draft.language}
          choices={(['en', 'fr'] as const).map((value) => ({ value, label: channels.languages[value] }))}
          onChoose={(language) => change({ language })}
        />
        <Select<string>
          label={channels.window}
          hint={channels.windowHint}
          value={draft.windowMinutes}
          choices={windowChoices(draft.windowMinutes, channels)}
          onChoose={(windowMinutes) => change({ windowMinutes })}
        />
        <TextField
          label={channels.mostPerHour}
          hint={channels.mostPerHourHint}
          inputMode="numeric"
          required
          value={draft.mostPerHour}
          onText={(mostPerHour) => change({ mostPerHour })}
          error={errorOf('mostPerHour')}
        />
      </div>
    </>
  );
}

/** With the one that was set over the API, where it is none of ours. */
function windowChoices(current: string, channels: Words['channels']) {
  const known = WINDOWS.map((value) => ({ value: value as string, label: channels.windows[value] }));
  return known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: channels.windowOther(Number(current)) }];
}
