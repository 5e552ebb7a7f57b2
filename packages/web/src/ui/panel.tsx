// A part of a page with a heading of its own. It waits, fails and recovers by itself, so that one part never takes the page with it.
import { type ReactNode, Suspense, useId } from 'react';
import { Boundary } from './boundary.tsx';

export interface PanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly act?: ReactNode;
  /** The content reaches the edges, as a table does. */
  readonly bare?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Panel({ title, note, act, bare = false, children, className = '' }: PanelProps) {
  const titleId = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={titleId}>
      <header className="panel-head">
        <h2 id={titleId}>{title}</h2>
        {note && <span className="panel-note">{note}</span>}
        {act}
      </header>
      <div className={bare ? 'panel-bare' : 'panel-body'}>
        <Boundary>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </Boundary>
      </div>
    </section>
  );
}

/** Stands where an answer is awaited. */
export function Waiting() {
  return (
    <div className="waiting" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
