// Coming in by a one-time link: the first administrator's, printed at start, or an invitation.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { errorAt } from '../api/problem.ts';
import { useAct, useMaybeAnswer } from '../api/queries.ts';
import { signInWithPassword } from '../api/sign-in.ts';
import { EntryFrame } from '../shell/entry-frame.tsx';
import { usePageTitle } from '../shell/title.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useFormat, useWords } from '../words/words.tsx';

/** The token from the fragment (`#token=…`, or the token alone), which no server and no log ever sees; or from the query. */
function tokenInAddress(): string {
  const fragment = location.hash.slice(1);
  const named = new URLSearchParams(fragment).get('token') ?? new URLSearchParams(location.search).get('token');
  return named ?? (/^[\w-]+$/.test(fragment) ? fragment : '');
}

export function SetupPage() {
  const words = useWords();
  const { setUp } = words.entry;
  const { invitation } = words.entry;
  const [token] = useState(tokenInAddress);
  const first = useMaybeAnswer('getSetUp', {}).answer?.needed ?? true;
  const title = first ? setUp.title : invitation.title;
  usePageTitle(title);
  return (
    <EntryFrame title={title} about={first ? setUp.about : invitation.about}>
      {token === '' ? <Note signal="amber">{setUp.noToken}</Note> : <SetupForm token={token} />}
    </EntryFrame>
  );
}

function SetupForm({ token }: { token: string }) {
  const words = useWords();
  const { setUp } = words.entry;
  const { language } = useFormat();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const answers = useQueryClient();
  const act = useAct('joinWithLink', {
    onDone: () => {
      void signInWithPassword(email, password).then((outcome) => {
        answers.clear();
        void navigate({ to: outcome.ok ? '/' : '/sign-in', replace: true });
      });
    },
  });
  const fieldErrors = act.problem?.errors.length ?? 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        act.run({ body: { token, name, email, password, language } });
      }}
    >
      <TextField
        label={setUp.name}
        autoComplete="name"
        required
        value={name}
        onText={setName}
        error={errorAt(act.problem, 'name')}
      />
      <TextField
        label={setUp.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onText={setEmail}
        error={errorAt(act.problem, 'email')}
      />
      <TextField
        label={setUp.password}
        hint={setUp.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        value={password}
        onText={setPassword}
        error={errorAt(act.problem, 'password')}
      />
      {act.problem && fieldErrors === 0 && <ProblemNote problem={act.problem} />}
      <Button type="submit" look="primary" busy={act.busy}>
        {setUp.act}
      </Button>
    </form>
  );
}
