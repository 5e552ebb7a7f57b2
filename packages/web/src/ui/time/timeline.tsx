// What happened, the latest first or last, each with its moment.
import type { ReactNode } from 'react';
import { At } from './moment.tsx';

export interface TimelineEntry {
  readonly key: string;
  readonly at: string;
  readonly signal?: 'red' | 'green' | 'amber' | undefined;
  readonly title: ReactNode;
  readonly text?: ReactNode;
}

export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.signal ? `timeline-${entry.signal}` : undefined}>
          <At at={entry.at} />
          <span className="timeline-mark" aria-hidden="true" />
          <div>
            <div>{entry.title}</div>
            {entry.text && <div className="soft">{entry.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
