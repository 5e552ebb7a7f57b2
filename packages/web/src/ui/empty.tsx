// Where there is nothing: what that means, and what to do next.
import type { ReactNode } from 'react';

export function EmptyState({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <svg className="empty-sea" viewBox="0 0 112 40" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M0 30q7-6 14 0t14 0 14 0 14 0 14 0 14 0 14 0 14 0" />
        <path d="M12 37q7-6 14 0t14 0 14 0 14 0 14 0 14 0" opacity=".6" />
        <path d="M56 26V6m-5 6h10" strokeWidth="1.5" />
        <circle cx="56" cy="4" r="2" />
      </svg>
      <p className="empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {act}
    </div>
  );
}
