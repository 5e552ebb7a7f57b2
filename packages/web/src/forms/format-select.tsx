// The format of a log: one that is known, or found by trying.
import { Select } from '../ui/select.tsx';
import { INPUT_FORMATS } from './input-formats.ts';

export type LogFormat = (typeof INPUT_FORMATS)[number];

const FOUND = '*';

interface FormatSelectProps {
  readonly label: string;
  /** What is said where none is chosen. */
  readonly found: string;
  readonly value: LogFormat | undefined;
  readonly onChoose: (format: LogFormat | undefined) => void;
}

export function FormatSelect({ label, found, value, onChoose }: FormatSelectProps) {
  return (
    <Select<string>
      label={label}
      value={value ?? FOUND}
      choices={[{ value: FOUND, label: found }, ...INPUT_FORMATS.map((name) => ({ value: name, label: name }))]}
      onChoose={(next) => onChoose(INPUT_FORMATS.find((name) => name === next))}
    />
  );
}
