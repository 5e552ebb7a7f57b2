// Something that is shown once: to be copied, and then gone.
import { useId } from 'react';
import { CopyButton } from './copy.tsx';

export function Secret({ label, text }: { label: string; text: string }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="row secret">
        <input id={id} className="input mono" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton text={text} />
      </div>
    </div>
  );
}
