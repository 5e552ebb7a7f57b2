// The second step of a sign-in: the digits of the moment, or a backup code.
import { useState } from 'react';
import { verifyBackupCode, verifyTotp } from '../api/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';

export function SecondStep({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const { signIn } = words.entry;
  const [kind, setKind] = useState<'totp' | 'backup'>('totp');
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const outcome = await (kind === 'totp' ? verifyTotp : verifyBackupCode)(code.trim(), trust);
    setBusy(false);
    if (outcome.ok) onDone();
    else setRefusal(outcome.problem.status === 429 ? signIn.tooMany : signIn.totpWrong);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        key={kind}
        label={kind === 'totp' ? signIn.code : signIn.backupCode}
        autoComplete="one-time-code"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        required
        value={code}
        onText={setCode}
        error={refusal}
      />
      <CheckField label={signIn.trust} checked={trust} onCheck={setTrust} />
      <Button type="submit" look="primary" busy={busy}>
        {signIn.totpAct}
      </Button>
      <Button look="quiet" onClick={() => setKind(kind === 'totp' ? 'backup' : 'totp')}>
        {kind === 'totp' ? signIn.backupInstead : signIn.totpInstead}
      </Button>
    </form>
  );
}
