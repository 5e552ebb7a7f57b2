// Buttons. One that cannot be pressed stays reachable and says why.
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Tip } from './tip.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: 'plain' | 'primary' | 'grave' | 'quiet';
  /** Why it cannot be pressed now; undefined where it can. */
  readonly because?: string | undefined;
  /** An act of it is under way. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  /** Only the icon is seen; its name is `label`. */
  readonly label?: string;
}

export function Button({ look = 'plain', because, busy, icon, label, children, onClick, ...rest }: ButtonProps) {
  const reasonId = useId();
  const blocked = because !== undefined || busy === true;
  const button = (
    <button
      type="button"
      {...rest}
      className={`button button-${look}${label ? ' button-square' : ''} ${rest.className ?? ''}`}
      aria-label={label ?? rest['aria-label']}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      aria-describedby={because === undefined ? rest['aria-describedby'] : reasonId}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
    </button>
  );
  if (because === undefined) return label ? <Tip says={label}>{button}</Tip> : button;
  return (
    <>
      <Tip says={because}>{button}</Tip>
      <span id={reasonId} className="unseen">
        {because}
      </span>
    </>
  );
}
