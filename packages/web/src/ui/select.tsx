// One of a few values.
import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  /** The label is read and not seen, as in a row of filters. */
  readonly labelUnseen?: boolean;
  readonly hint?: string;
}

/** A list of choices of which one holds. */
export function Select<T extends string>({
  label,
  choices,
  value,
  onChoose,
  labelUnseen = false,
  hint,
}: SelectProps<T>) {
  const labelId = useId();
  const valueId = useId();
  const chosen = choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <div className="field">
      <span id={labelId} className={labelUnseen ? 'unseen' : 'field-label'}>
        {label}
      </span>
      <BaseSelect.Root
        items={choices as Choice<T>[]}
        value={value}
        modal={false}
        onValueChange={(next) => {
          if (next !== null) onChoose(next);
        }}
      >
        <BaseSelect.Trigger className="input select-trigger" aria-labelledby={`${labelId} ${valueId}`}>
          <span id={valueId}>{chosen}</span>
          <BaseSelect.Icon>
            <ChevronsUpDown size={14} aria-hidden />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner className="floating" sideOffset={4} alignItemWithTrigger={false}>
            <BaseSelect.Popup className="popup" aria-labelledby={labelId}>
              {choices.map((choice) => (
                <BaseSelect.Item key={choice.value} value={choice.value} className="popup-item">
                  <BaseSelect.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </BaseSelect.ItemIndicator>
                  <BaseSelect.ItemText className="popup-item-text">{choice.label}</BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
      {hint && <span className="field-hint">{hint}</span>}
    </div>
  );
}
