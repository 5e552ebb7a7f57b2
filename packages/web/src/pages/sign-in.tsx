// Sign-in: password and second step, passkey, OpenID Connect.
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { KeyRound, LogIn } from 'lucide-react';
import { useState } from 'react';
import { useMaybeAnswer } from '../api/queries.ts';
import { hasPasskeys, type Outcome, signInAt, signInWithPasskey, signInWithPassword } from '../api/sign-in.ts';
import { SecondStep } from '../forms/second-step.tsx';
import { EntryFrame } from '../shell/entry-frame.tsx';
import { innerPath } from '../shell/inner-path.ts';
import { usePageTitle } from '../shell/title.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { useWords, type Words } from '../words/words.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const words = useWords();
  const { to: wanted, ended, error } = route.useSearch();
  const to = innerPath(wanted) ?? '/';
  const [step, setStep] = useState<'first' | 'second'>('first');
  const answers = useQueryClient();
  const navigate = useNavigate();
  usePageTitle(words.entry.signIn.title);
  const comeIn = () => {
    answers.clear();
    void navigate({ to, replace: true });
  };
  if (step === 'second') {
    return (
      <EntryFrame title={words.entry.signIn.totpTitle} about={words.entry.signIn.totpAbout}>
        <SecondStep onDone={comeIn} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={words.entry.signIn.title} about={words.entry.signIn.lead}>
      {ended && <Note signal="amber">{words.entry.signIn.ended}</Note>}
      {error !== undefined && <Note signal="red">{words.entry.signIn.providerFailed}</Note>}
      <PasswordForm onDone={comeIn} onSecond={() => setStep('second')} />
      <OtherWays onDone={comeIn} to={to} />
      <p className="small soft">{words.entry.signIn.lost}</p>
    </EntryFrame>
  );
}

/** The same answer for a wrong password, an unknown address and a disabled account: the page tells no more than the server does. */
function refusalText(words: Words, outcome: Outcome<unknown>): string | undefined {
  if (outcome.ok) return undefined;
  const { signIn } = words.entry;
  if (outcome.problem.status === 429) return signIn.tooMany;
  return outcome.problem.status === 0 ? words.frame.problems['no-answer'] : signIn.wrong;
}

function PasswordForm({ onDone, onSecond }: { onDone: () => void; onSecond: () => void }) {
  const words = useWords();
  const { signIn } = words.entry;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const outcome = await signInWithPassword(email, password);
    setBusy(false);
    setRefusal(refusalText(words, outcome));
    if (!outcome.ok) return;
    if (outcome.answer.twoFactorRedirect) onSecond();
    else onDone();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={signIn.email} type="email" autoComplete="username" required value={email} onText={setEmail} />
      <TextField
        label={signIn.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      <div role="alert">{refusal && <Note signal="red">{refusal}</Note>}</div>
      <Button type="submit" look="primary" busy={busy} icon={<LogIn size={15} aria-hidden />}>
        {signIn.act}
      </Button>
    </form>
  );
}

function OtherWays({ onDone, to }: { onDone: () => void; to: string }) {
  const words = useWords();
  const { signIn } = words.entry;
  const [refusal, setRefusal] = useState<string>();
  const providers = useMaybeAnswer('getSetUp', {}).answer?.providers ?? [];
  const withPasskey = async () => {
    const outcome = await signInWithPasskey();
    if (outcome.ok) onDone();
    else setRefusal(signIn.passkeyFailed);
  };
  const withProvider = async (id: string) => {
    const outcome = await signInAt(id, to);
    if (outcome.ok && outcome.answer.url) location.assign(outcome.answer.url);
    else setRefusal(words.frame.problems.other);
  };
  return (
    <div className="stack-tight">
      <p className="entry-or">{signIn.or}</p>
      <Button
        icon={<KeyRound size={15} aria-hidden />}
        because={hasPasskeys() ? undefined : signIn.noPasskeys}
        onClick={() => void withPasskey()}
      >
        {signIn.passkey}
      </Button>
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => void withProvider(id)}>
          {signIn.with(name)}
        </Button>
      ))}
      <div role="alert">{refusal && <Note signal="red">{refusal}</Note>}</div>
    </div>
  );
}
