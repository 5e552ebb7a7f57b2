// One's API tokens.
import { useState } from 'react';
import { type Permission, WHO_MAY } from '../api/access.ts';
import { errorAt } from '../api/problem.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import { useMe } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Secret } from '../ui/secret.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function ApiTokens() {
  const { room, frame } = useWords();
  const [adding, setAdding] = useState(false);
  const { items } = useAnswer('listTokens', {});
  const remove = useAct('removeToken', { onDone: () => say(room.account.tokenRemoved) });
  return (
    <div className="stack">
      {items.length === 0 && <p className="soft">{room.account.tokenNone}</p>}
      <ul className="stack-tight">
        {items.map((token) => (
          <li key={token.id} className="row row-apart">
            <span>
              {token.name} <code>{token.shown}…</code>
              <div className="small soft">
                {room.account.tokenExpires} <At at={token.expiresAt} />
                {token.lastUsedAt && (
                  <>
                    {' · '}
                    {room.account.tokenUsed} <At at={token.lastUsedAt} />
                  </>
                )}
              </div>
            </span>
            <Button onClick={() => remove.run({ params: { id: token.id } })}>
              {frame.acts.remove}
              <span className="unseen"> {token.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => setAdding(true)}>{room.account.tokenAdd}</Button>
      </div>
      {adding && <NewToken onClose={() => setAdding(false)} />}
    </div>
  );
}

function NewToken({ onClose }: { onClose: () => void }) {
  const { room, frame } = useWords();
  const { permissions } = useMe();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<readonly Permission[]>(['read-watch']);
  const [token, setToken] = useState<string>();
  const make = useAct('makeApiToken', { onDone: (answer) => setToken(answer.token) });
  if (token !== undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={room.account.tokenMade}
        about={room.account.tokenOnce}
        foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
      >
        <Secret label={room.account.token} text={token} />
      </Dialog>
    );
  }
  const offered = (Object.keys(WHO_MAY) as Permission[]).filter(
    (permission) => permissions.includes(permission) && permission !== 'be-signed-in',
  );
  return (
    <Dialog open onClose={onClose} title={room.account.tokenAdd}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          make.run({ body: { name: name.trim(), scopes: [...scopes], days: Number(days) } });
        }}
      >
        <TextField
          label={room.account.tokenName}
          required
          value={name}
          onText={setName}
          error={errorAt(make.problem, 'name')}
        />
        <TextField
          label={room.account.tokenDays}
          inputMode="numeric"
          required
          value={days}
          onText={setDays}
          error={errorAt(make.problem, 'days')}
        />
        <fieldset className="field">
          <legend className="field-label">{room.account.tokenScopes}</legend>
          <div className="form-columns">
            {offered.map((permission) => (
              <CheckField
                key={permission}
                label={room.permissions[permission]}
                checked={scopes.includes(permission)}
                onCheck={(checked) =>
                  setScopes((before) =>
                    checked ? [...before, permission] : before.filter((one) => one !== permission),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        {make.problem && <ProblemNote problem={make.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={make.busy}>
            {room.account.tokenAdd}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
