// What is set of the watch: alerts a day, how long detections are kept, names of fields, and the key of honeytokens.
import { useState } from 'react';
import { errorAt } from '../api/problem.ts';
import { useAct, useAnswer } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

const ROWS = 8;

export function WatchSettings() {
  const { room, frame, ruleBook } = useWords();
  const { settings } = room;
  const known = useAnswer('getWatchSettings', {});
  const [alerts, setAlerts] = useState(String(known.alertsPerDay));
  const [days, setDays] = useState(String(known.detectionsKeptDays));
  const [fields, setFields] = useState(known.fields);
  const [key, setKey] = useState('');
  const change = useAct('changeWatchSettings', {
    onDone: () => {
      setKey('');
      say(ruleBook.saved);
    },
  });
  const forget = () => change.run({ body: { honeytokenKey: null }, version: known.version });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          ...(alerts !== String(known.alertsPerDay) && { alertsPerDay: Number(alerts) }),
          ...(days !== String(known.detectionsKeptDays) && { detectionsKeptDays: Number(days) }),
          ...(fields !== known.fields && { fields }),
          ...(key !== '' && { honeytokenKey: key }),
        };
        change.run({ body, version: known.version });
      }}
    >
      <div className="form-columns">
        <TextField
          label={settings.alertsPerDay}
          hint={settings.alertsPerDayHint}
          type="number"
          min={1}
          max={9999}
          required
          value={alerts}
          onText={setAlerts}
          error={errorAt(change.problem, 'alertsPerDay')}
        />
        <TextField
          label={settings.detectionsKept}
          hint={settings.detectionsKeptHint}
          type="number"
          min={30}
          max={3650}
          required
          value={days}
          onText={setDays}
          error={errorAt(change.problem, 'detectionsKeptDays')}
        />
      </div>
      <p className="soft small">{settings.accessesKept(settings.days(known.accessesKeptDays))}</p>
      <TextArea
        label={settings.fields}
        hint={settings.fieldsHint}
        rows={ROWS}
        spellCheck={false}
        style={{ fontFamily: 'var(--mono)' }}
        value={fields}
        onText={setFields}
        error={errorAt(change.problem, 'fields')}
      />
      <TextField
        label={settings.honeytokenKey}
        hint={known.knowsHoneytokens ? settings.honeytokenKeySet : settings.honeytokenKeyNone}
        type="password"
        autoComplete="off"
        value={key}
        onText={setKey}
        error={errorAt(change.problem, 'honeytokenKey')}
      />
      {change.problem && change.problem.errors.length === 0 && <ProblemNote problem={change.problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={change.busy}>
          {frame.acts.save}
        </Button>
        {known.knowsHoneytokens && <Button onClick={forget}>{settings.honeytokenKeyRemove}</Button>}
      </div>
    </form>
  );
}
