// A field of a form: label, control, hint, and what is wrong with it, tied together for everybody.
import { Field as BaseField } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface FieldFrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

function FieldFrame({ label, hint, error, children }: FieldFrameProps & { children: ReactNode }) {
  return (
    <BaseField.Root className="field" invalid={error !== undefined}>
      <BaseField.Label className="field-label">{label}</BaseField.Label>
      {children}
      {hint && <BaseField.Description className="field-hint">{hint}</BaseField.Description>}
      <BaseField.Error className="field-error" match={error !== undefined}>
        <CircleAlert size={14} aria-hidden /> {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}

/** A line of text. */
export function TextField({
  label,
  hint,
  error,
  onText,
  ...input
}: FieldFrameProps & { onText: (text: string) => void } & Omit<ComponentProps<'input'>, 'onChange'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <BaseField.Control
        {...(input as object)}
        className="input"
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  onText,
  ...area
}: FieldFrameProps & { onText: (text: string) => void } & Omit<ComponentProps<'textarea'>, 'onChange'>) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <BaseField.Control
        render={<textarea {...area} className="input" />}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

/** A box to tick, with its words beside it. */
export function CheckField({
  label,
  hint,
  checked,
  onCheck,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span className="field-hint"> {hint}</span>}
      </span>
    </label>
  );
}
