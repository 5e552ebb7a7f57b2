// A paragraph that asks to be noticed.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { red: CircleAlert, amber: TriangleAlert, blue: Info, green: CircleCheck } as const;

export function Note({ signal = 'blue', children }: { signal?: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[signal];
  return (
    <div className={`note note-${signal}`}>
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
