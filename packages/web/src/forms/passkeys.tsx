// One's passkeys.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { addPasskey, askAuth, hasPasskeys } from '../api/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

interface Passkey {
  readonly id: string;
  readonly name?: string;
  readonly createdAt?: string;
}

const KEY = ['passkeys'];

export function Passkeys() {
  const { room, entry, frame } = useWords();
  const answers = useQueryClient();
  const [name, setName] = useState(room.account.passkeyDefault);
  const passkeys = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const outcome = await askAuth<readonly Passkey[]>('passkey/list-user-passkeys');
      return outcome.ok ? outcome.answer : [];
    },
  });
  const add = async () => {
    const outcome = await addPasskey(name.trim());
    say(outcome.ok ? room.account.passkeyAdded : room.account.passkeyFailed, { problem: !outcome.ok });
    await answers.invalidateQueries({ queryKey: KEY });
  };
  const remove = async (id: string) => {
    const outcome = await askAuth('passkey/delete-passkey', { id });
    if (outcome.ok) say(room.account.passkeyRemoved);
    await answers.invalidateQueries({ queryKey: KEY });
  };
  const items = passkeys.data ?? [];
  return (
    <div className="stack">
      {items.length === 0 && <p className="soft">{room.account.passkeyNone}</p>}
      <ul className="stack-tight">
        {items.map((passkey) => (
          <li key={passkey.id} className="row row-apart">
            <span>
              {passkey.name ?? room.account.passkeyDefault}{' '}
              {passkey.createdAt && (
                <span className="soft small">
                  <At at={passkey.createdAt} />
                </span>
              )}
            </span>
            <Button onClick={() => void remove(passkey.id)}>{frame.acts.remove}</Button>
          </li>
        ))}
      </ul>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField label={room.account.passkeyName} required value={name} onText={setName} />
        <div className="row">
          <Button
            type="submit"
            icon={<KeyRound size={14} aria-hidden />}
            because={hasPasskeys() ? undefined : entry.signIn.noPasskeys}
          >
            {room.account.passkeyAdd}
          </Button>
        </div>
      </form>
    </div>
  );
}
