// Who is told of changes.
import { useState } from 'react';
import { errorAt } from '../api/problem.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Webhook } from '../api/shapes/people.ts';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Secret } from '../ui/secret.tsx';
import { At } from '../ui/time/moment.tsx';
import { useWords } from '../words/words.tsx';

const EVENTS = [
  'store',
  'finding',
  'scan',
  'case',
  'notice',
  'task',
  'letter-run',
  'incident-page',
  'job',
] as const satisfies Webhook['events'];

export function Webhooks() {
  const { settings } = useWords().room;
  const barrier = useBarrier('manage-webhooks');
  const [adding, setAdding] = useState(false);
  const { items } = useAnswer('listWebhooks', {});
  const add = (
    <Button because={barrier} onClick={() => setAdding(true)}>
      {settings.addWebhook}
    </Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={settings.webhookNone} act={add}>
          {settings.webhookNoneText}
        </EmptyState>
      ) : (
        <>
          <WebhookTable webhooks={items} />
          <div className="panel-foot">{add}</div>
        </>
      )}
      {adding && <AddWebhook onClose={() => setAdding(false)} />}
    </>
  );
}

function WebhookTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  const { room } = useWords();
  const { settings } = room;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{settings.url}</th>
            <th scope="col">{settings.events}</th>
            <th scope="col">{settings.lastDelivery}</th>
            <th scope="col">
              <span className="unseen">{room.people.state}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { room, watch, frame } = useWords();
  const { settings } = room;
  const barrier = useBarrier('manage-webhooks');
  const change = useAct('changeWebhook');
  const remove = useAct('removeWebhook');
  const given = { params: { id: webhook.id }, version: webhook.version };
  return (
    <tr>
      <th scope="row" className="mono">
        {webhook.url}
      </th>
      <td>
        {webhook.events.length === 0
          ? settings.allEvents
          : webhook.events.map((event) => watch.now.thing[event] ?? event).join(', ')}
      </td>
      <td>
        {webhook.lastDeliveryAt ? <At at={webhook.lastDeliveryAt} /> : frame.never}{' '}
        {webhook.failures > 0 && <Badge signal="red">{settings.failures(webhook.failures)}</Badge>}
      </td>
      <td className="number">
        <span className="row">
          <Badge signal={webhook.active ? 'green' : 'plain'}>
            {webhook.active ? settings.active : settings.inactive}
          </Badge>
          <Button
            because={barrier}
            busy={change.busy}
            onClick={() => change.run({ ...given, body: { active: !webhook.active } })}
          >
            {webhook.active ? settings.turnOff : settings.turnOn}
          </Button>
          <Button because={barrier} busy={remove.busy} onClick={() => remove.run(given)}>
            {settings.remove}
          </Button>
        </span>
      </td>
    </tr>
  );
}

function AddWebhook({ onClose }: { onClose: () => void }) {
  const { room, watch, frame } = useWords();
  const { settings } = room;
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<Webhook['events']>([]);
  const [secret, setSecret] = useState<string>();
  const add = useAct('addWebhook', { onDone: (answer) => setSecret(answer.secret) });
  if (secret !== undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={settings.added}
        about={settings.secretOnce}
        foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
      >
        <Secret label={settings.secret} text={secret} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={settings.addWebhook}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.run({ body: { url: url.trim(), events } });
        }}
      >
        <TextField
          label={settings.url}
          type="url"
          required
          value={url}
          onText={setUrl}
          error={errorAt(add.problem, 'url')}
        />
        <fieldset className="field">
          <legend className="field-label">{settings.events}</legend>
          <p className="field-hint">{events.length === 0 ? settings.allEvents : ''}</p>
          <div className="form-columns">
            {EVENTS.map((event) => (
              <CheckField
                key={event}
                label={watch.now.thing[event] ?? event}
                checked={events.includes(event)}
                onCheck={(checked) =>
                  setEvents((before) => (checked ? [...before, event] : before.filter((one) => one !== event)))
                }
              />
            ))}
          </div>
        </fieldset>
        {add.problem && add.problem.errors.length === 0 && <ProblemNote problem={add.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={add.busy}>
            {settings.addWebhook}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
