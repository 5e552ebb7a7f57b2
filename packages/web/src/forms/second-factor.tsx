// Turns the second step (TOTP) on and off.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type AuthAnswer, askAuth, verifyTotp } from '../api/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Waiting } from '../ui/panel.tsx';
import { Secret } from '../ui/secret.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

/** Fetched when somebody turns the second step on. */
const QrCode = lazy(() => import('../ui/qr-code.tsx').then(({ QrCode: component }) => ({ default: component })));

export function SecondFactor({ isOn }: { isOn: boolean }) {
  const { room } = useWords();
  const answers = useQueryClient();
  const [begun, setBegun] = useState<AuthAnswer>();
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const askWithPassword = async () => {
    setBusy(true);
    const outcome = await askAuth(isOn ? 'two-factor/disable' : 'two-factor/enable', { password });
    setBusy(false);
    setRefusal(outcome.ok ? undefined : room.account.wrongPassword);
    if (!outcome.ok) return;
    setPassword('');
    if (!isOn) return setBegun(outcome.answer);
    say(room.account.totpEnded);
    await answers.invalidateQueries();
  };
  if (begun !== undefined) {
    return (
      <ConfirmTotp
        begun={begun}
        onDone={() => {
          setBegun(undefined);
          say(room.account.totpDone);
          void answers.invalidateQueries();
        }}
      />
    );
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void askWithPassword();
      }}
    >
      <Note signal={isOn ? 'green' : 'amber'}>{isOn ? room.account.totpOn : room.account.totpOff}</Note>
      <TextField
        label={room.account.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onText={setPassword}
        error={refusal}
      />
      <div className="row">
        <Button type="submit" busy={busy}>
          {isOn ? room.account.totpEnd : room.account.totpStart}
        </Button>
      </div>
    </form>
  );
}

function ConfirmTotp({ begun, onDone }: { begun: AuthAnswer; onDone: () => void }) {
  const { room, workspace } = useWords();
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const uri = begun.totpURI ?? '';
  const key = new URLSearchParams(uri.split('?')[1]).get('secret') ?? '';
  const confirm = async () => {
    const outcome = await verifyTotp(code.trim(), false);
    setRefusal(outcome.ok ? undefined : room.account.wrongCode);
    if (outcome.ok) onDone();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      {uri.startsWith('otpauth:') && (
        <>
          <p>{workspace.totp.scan}</p>
          <Suspense fallback={<Waiting />}>
            <QrCode text={uri} label={workspace.totp.picture} />
          </Suspense>
        </>
      )}
      <p>{room.account.totpScan}</p>
      <Secret label={room.account.totp} text={key} />
      {uri.startsWith('otpauth:') && <a href={uri}>{room.account.totpLink}</a>}
      <p>{room.account.totpBackup}</p>
      <ul className="backup-codes mono">
        {(begun.backupCodes ?? []).map((backup) => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <TextField
        label={room.account.totpConfirm}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onText={setCode}
        error={refusal}
      />
      <div className="row">
        <Button type="submit" look="primary">
          {room.account.totpConfirmAct}
        </Button>
      </div>
    </form>
  );
}
