// The head of a page: its name, what it is for, what one can do here.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../shell/title.ts';

interface PageProps {
  readonly title: string;
  /** Of words of an engine, which are not in the page's language. */
  readonly titleLang?: 'en' | undefined;
  readonly about?: ReactNode;
  readonly acts?: ReactNode;
  /** The page that this one belongs to. */
  readonly above?: { readonly to: string; readonly label: string };
  /** It fills the window, as a page that is one table does. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, titleLang, about, acts, above, full = false, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={`page${full ? ' page-full' : ''}`}>
      <header className="page-head">
        <div className="page-head-words">
          {above && (
            <Link to={above.to} className="crumb">
              {above.label}
            </Link>
          )}
          <h1 lang={titleLang}>{title}</h1>
          {about && <div className="page-about">{about}</div>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}
