// A word with a signal colour; the word says it, the colour only repeats it.
import type { ReactNode } from 'react';

export type Signal = 'red' | 'amber' | 'green' | 'blue' | 'plain' | 'hollow';

export function Badge({
  signal = 'plain',
  icon,
  children,
}: {
  signal?: Signal;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`badge badge-${signal}`}>
      {icon}
      {children}
    </span>
  );
}
