// Filters above a table: what is chosen stands in the address, so that a filtered table can be sent to a colleague.
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../ui/field.tsx';
import { type Choice, Select } from '../ui/select.tsx';

const PAUSE_MS = 250;
const ANY = '*';

/** Words to look for; they count once the typing pauses. */
export function FilterText({
  label,
  value,
  onText,
}: {
  label: string;
  value: string;
  onText: (text: string | undefined) => void;
}) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setText(value), [value]);
  return (
    <div className="search">
      <TextField
        label={label}
        type="search"
        value={text}
        onText={(next) => {
          setText(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onText(next.trim() === '' ? undefined : next.trim()), PAUSE_MS);
        }}
      />
    </div>
  );
}

/** One of some values, or any. */
export function FilterSelect<T extends string>({
  label,
  any,
  value,
  choices,
  onChoose,
}: {
  label: string;
  any: string;
  value: string | undefined;
  choices: readonly Choice<T>[];
  onChoose: (value: T | undefined) => void;
}) {
  return (
    <Select<string>
      label={label}
      value={value ?? ANY}
      choices={[{ value: ANY, label: any }, ...choices]}
      onChoose={(next) => onChoose(choices.find((choice) => choice.value === next)?.value)}
    />
  );
}
