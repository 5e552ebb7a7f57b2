// One's own account: name, language, password, second step, passkeys, sessions, API tokens.
import { useState } from 'react';
import { errorAt } from '../api/problem.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Session } from '../api/shapes/people.ts';
import { ApiTokens } from '../forms/api-tokens.tsx';
import { Passkeys } from '../forms/passkeys.tsx';
import { PasswordForm } from '../forms/password.tsx';
import { SecondFactor } from '../forms/second-factor.tsx';
import { useMe } from '../shell/may.ts';
import { chooseTheme, THEMES, useTheme } from '../shell/theme.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { LANGUAGES } from '../words/language.ts';
import { useFormat, useSpeak, useWords } from '../words/words.tsx';

export function AccountPage() {
  const { room, domain } = useWords();
  const { account } = useMe();
  return (
    <Page title={room.account.title} about={`${account.email} · ${domain.roles[account.role]}`}>
      <div className="columns columns-even">
        <div className="stack">
          <Panel title={room.account.you}>
            <You />
          </Panel>
          <Panel title={room.account.password}>
            <PasswordForm />
          </Panel>
          <Panel title={room.account.sessions} bare>
            <Sessions />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={room.account.totp} note={room.account.totpAbout}>
            <SecondFactor isOn={account.twoFactor} />
          </Panel>
          <Panel title={room.account.passkeys} note={room.account.passkeysAbout}>
            <Passkeys />
          </Panel>
          <Panel title={room.account.tokens} note={room.account.tokensAbout}>
            <ApiTokens />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function You() {
  const { room, frame } = useWords();
  const { account } = useMe();
  const format = useFormat();
  const speak = useSpeak();
  const theme = useTheme();
  const [name, setName] = useState(account.name);
  const change = useAct('changeMe', { onDone: () => say(room.account.saved) });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        change.run({ body: { name: name.trim() } });
      }}
    >
      <TextField
        label={room.account.name}
        autoComplete="name"
        required
        value={name}
        onText={setName}
        error={errorAt(change.problem, 'name')}
      />
      <Select
        label={room.account.language}
        value={format.language}
        choices={LANGUAGES.map((value) => ({ value, label: frame.language[value] }))}
        onChoose={(language) => {
          speak(language);
          change.run({ body: { language } });
        }}
      />
      <Select
        label={room.account.appearance}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: frame.theme[value] }))}
        onChoose={chooseTheme}
      />
      <div className="row">
        <Button type="submit" busy={change.busy}>
          {frame.acts.save}
        </Button>
      </div>
    </form>
  );
}

function Sessions() {
  const { room } = useWords();
  const { items } = useAnswer('listSessions', {});
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{room.account.browser}</th>
            <th scope="col">{room.account.sessionLast}</th>
            <th scope="col">
              <span className="unseen">{room.account.sessionEnd}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The browser and its system out of a user agent; the whole of it is noise. */
function browserOf(agent: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)\/(\d+)/.exec(agent);
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent);
  const name = browser?.[1] === 'Edg' ? 'Edge' : browser?.[1];
  return [name && `${name} ${browser?.[2] ?? ''}`, system?.[1]].filter(Boolean).join(', ') || agent.slice(0, 40);
}

function SessionRow({ session }: { session: Session }) {
  const { room } = useWords();
  const end = useAct('endSession', { onDone: () => say(room.account.sessionEnded) });
  return (
    <tr>
      <th scope="row">
        {browserOf(session.agent)} {session.current && <Badge signal="green">{room.account.sessionHere}</Badge>}
        <div className="small soft mono">{session.address}</div>
      </th>
      <td>
        <Ago at={session.lastUsedAt} />
      </td>
      <td className="number">
        <Button busy={end.busy} onClick={() => end.run({ params: { id: session.id } })}>
          {room.account.sessionEnd}
        </Button>
      </td>
    </tr>
  );
}
