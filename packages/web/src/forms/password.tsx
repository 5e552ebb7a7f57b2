// Another password for oneself.
import { useState } from 'react';
import { askAuth } from '../api/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function PasswordForm() {
  const { room, entry } = useWords();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const outcome = await askAuth('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
    setBusy(false);
    setRefusal(outcome.ok ? undefined : room.account.passwordWrong);
    if (!outcome.ok) return;
    setCurrent('');
    setNew('');
    say(room.account.passwordChanged);
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
        label={room.account.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        value={currentPassword}
        onText={setCurrent}
        error={refusal}
      />
      <TextField
        label={room.account.newPassword}
        hint={entry.setUp.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        value={newPassword}
        onText={setNew}
      />
      <div className="row">
        <Button type="submit" busy={busy}>
          {room.account.changePassword}
        </Button>
      </div>
    </form>
  );
}
