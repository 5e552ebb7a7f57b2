// By which server mail goes out.
import { useState } from 'react';
import { errorAt } from '../api/problem.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import type { MailSettings } from '../api/shapes/people.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

const SECURITIES = ['starttls', 'tls', 'none'] as const;

export function MailForm() {
  const kept = useAnswer('getMailSettings', {});
  return (
    <div className="stack form-narrow">
      <Fields key={kept.version} kept={kept} />
      <TestMail kept={kept} />
    </div>
  );
}

/** The fields as they are typed. */
interface Draft {
  readonly host: string;
  readonly port: string;
  readonly security: (typeof SECURITIES)[number];
  readonly user: string;
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly bounceAddress: string;
}

function draftOf(kept: MailSettings): Draft {
  return {
    host: kept.host ?? '',
    port: String(kept.port ?? 587),
    security: kept.security ?? 'starttls',
    user: kept.user ?? '',
    password: '',
    fromName: kept.from?.name ?? '',
    fromAddress: kept.from?.address ?? '',
    bounceAddress: kept.bounceAddress ?? '',
  };
}

/** What is not shown here stays as it is kept. */
function bodyOf(draft: Draft, kept: MailSettings) {
  const { configured, hasPassword, version, user, ...rest } = kept;
  return {
    ...rest,
    host: draft.host.trim(),
    port: Number(draft.port),
    security: draft.security,
    from: { name: draft.fromName.trim(), address: draft.fromAddress.trim() },
    bounceAddress: draft.bounceAddress.trim(),
    ...(draft.user.trim() === '' ? {} : { user: draft.user.trim() }),
    ...(draft.password === '' ? {} : { password: draft.password }),
  };
}

function Fields({ kept }: { kept: MailSettings }) {
  const { settings } = useWords().room;
  const [draft, setDraft] = useState(() => draftOf(kept));
  const save = useAct('putMailSettings', { onDone: () => say(settings.saved) });
  const field = (name: keyof Draft, at: string) => ({
    value: draft[name],
    onText: (text: string) => setDraft((before) => ({ ...before, [name]: text })),
    error: errorAt(save.problem, at),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ body: bodyOf(draft, kept), version: kept.version });
      }}
    >
      <div className="form-columns">
        <TextField label={settings.host} required {...field('host', 'host')} />
        <TextField label={settings.port} inputMode="numeric" required {...field('port', 'port')} />
        <Select
          label={settings.security}
          value={draft.security}
          choices={SECURITIES.map((value) => ({ value, label: settings.securities[value] }))}
          onChoose={(security) => setDraft((before) => ({ ...before, security }))}
        />
        <TextField label={settings.fromName} required {...field('fromName', 'from/name')} />
        <TextField label={settings.fromAddress} type="email" required {...field('fromAddress', 'from/address')} />
        <TextField
          label={settings.bounceAddress}
          hint={settings.bounceHint}
          type="email"
          required
          {...field('bounceAddress', 'bounceAddress')}
        />
        <TextField label={settings.user} autoComplete="off" {...field('user', 'user')} />
        <TextField
          label={settings.password}
          hint={kept.hasPassword ? settings.passwordKept : undefined}
          type="password"
          autoComplete="new-password"
          {...field('password', 'password')}
        />
      </div>
      {save.problem && save.problem.errors.length === 0 && <ProblemNote problem={save.problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={save.busy}>
          {settings.save}
        </Button>
      </div>
    </form>
  );
}

function TestMail({ kept }: { kept: MailSettings }) {
  const { settings } = useWords().room;
  const test = useAct('testMailSettings');
  const barrier = kept.configured ? undefined : settings.notConfigured;
  const run = (sendToMe: boolean) => test.run({ body: { sendToMe } });
  const told = test.answer?.result;
  return (
    <div className="stack-tight">
      <div className="row">
        <Button because={barrier} busy={test.busy} onClick={() => run(false)}>
          {settings.testConnection}
        </Button>
        <Button because={barrier} busy={test.busy} onClick={() => run(true)}>
          {settings.test}
        </Button>
      </div>
      <div role="status">
        {told && (
          <Note signal={told === 'connected' || told === 'sent' ? 'green' : 'red'}>
            {settings.testResults[told] ?? told} {test.answer?.code}
          </Note>
        )}
      </div>
      {test.problem && <ProblemNote problem={test.problem} />}
    </div>
  );
}
