// What is shown where there is no page, where the page is not for this role, and where it failed.
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../api/access.ts';
import { problemIn } from '../api/queries.ts';
import { EmptyState } from '../ui/empty.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useWords } from '../words/words.tsx';
import { useHas, useMe, useRolesWith } from './may.ts';
import { usePageTitle } from './title.ts';

export function PageNotFound() {
  const { frame } = useWords();
  usePageTitle(frame.notFound.title);
  return (
    <div className="page">
      <h1 className="unseen">{frame.notFound.title}</h1>
      <EmptyState title={frame.notFound.title} act={<Link to="/">{frame.notFound.act}</Link>}>
        {frame.notFound.text}
      </EmptyState>
    </div>
  );
}

export function PageFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { frame } = useWords();
  const problem = problemIn(error);
  if (problem?.status === 404) return <PageNotFound />;
  return (
    <div className="page">
      <h1>{frame.problems.pageTitle}</h1>
      {problem && <ProblemNote problem={problem} onAgain={reset} />}
    </div>
  );
}

/** The page, or which roles it takes. */
export function Gate({ children }: { children: ReactNode }) {
  const takes = useRouterState({
    select: (state) => state.matches.findLast(({ staticData }) => staticData.takes !== undefined)?.staticData.takes,
  });
  return takes === undefined ? children : <GateFor takes={takes}>{children}</GateFor>;
}

function GateFor({ takes, children }: { takes: Permission; children: ReactNode }) {
  const { frame, domain } = useWords();
  const { account } = useMe();
  const roles = useRolesWith(takes);
  if (useHas(takes)) return children;
  return (
    <div className="page">
      <h1 className="unseen">{frame.forbidden.title}</h1>
      <EmptyState title={frame.forbidden.title}>
        <p>{frame.forbidden.text(domain.roles[account.role], roles)}</p>
        <p>{frame.forbidden.who}</p>
      </EmptyState>
    </div>
  );
}
