// All cases, and the form that opens one.
import { getRouteApi, Link } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import type { Case } from '../api/shapes/cases.ts';
import { OpenCase } from '../forms/case/open-case.tsx';
import { useBarrier } from '../shell/may.ts';
import { nextClockOf } from '../shell/next-clock.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { DecidedWord, SeverityWord } from '../ui/domain/case-words.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Countdown } from '../ui/time/countdown.tsx';
import { At } from '../ui/time/moment.tsx';
import { useWords } from '../words/words.tsx';

const route = getRouteApi('/room/cases');

export function CasesPage() {
  const { cases } = useWords();
  const { fromStore, fromFinding } = route.useSearch();
  const navigate = route.useNavigate();
  const [opening, setOpening] = useState(fromStore !== undefined || fromFinding !== undefined);
  const barrier = useBarrier('work-on-cases');
  const { items } = useAnswer('listCases', { query: {} });
  const close = () => {
    setOpening(false);
    void navigate({ search: {}, replace: true });
  };
  return (
    <Page
      title={cases.title}
      about={cases.about}
      acts={
        <Button
          look="primary"
          icon={<FolderPlus size={15} aria-hidden />}
          because={barrier}
          onClick={() => setOpening(true)}
        >
          {cases.open}
        </Button>
      }
    >
      <div className="panel">
        {items.length === 0 ? (
          <EmptyState
            title={cases.none}
            act={
              <Link to="/stores" search={{ verdict: 'open' }}>
                {cases.noneAct}
              </Link>
            }
          >
            {cases.noneText}
          </EmptyState>
        ) : (
          <CaseTable cases={items} />
        )}
      </div>
      {opening && barrier === undefined && (
        <OpenCase
          {...(fromStore === undefined ? {} : { fromStore })}
          {...(fromFinding === undefined ? {} : { fromFinding })}
          onClose={close}
        />
      )}
    </Page>
  );
}

function CaseTable({ cases: items }: { cases: readonly Case[] }) {
  const { cases, workspace } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{cases.name}</th>
            <th scope="col">{cases.next}</th>
            <th scope="col">{cases.severity}</th>
            <th scope="col">{cases.authority}</th>
            <th scope="col">{cases.people}</th>
            <th scope="col">{cases.openedAt}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => {
            const next = nextClockOf(one);
            return (
              <tr key={one.id}>
                <th scope="row">
                  <Link to="/cases/$id" params={{ id: one.id }}>
                    {one.name}
                  </Link>{' '}
                  <span className="codename">{one.codename}</span>{' '}
                  {one.state === 'closed' && <Badge>{cases.state.closed}</Badge>}{' '}
                  {one.limited && <Badge signal="amber">{workspace.seats.limitedBadge}</Badge>}
                </th>
                <td>{next && <Countdown dueAt={next.dueAt} />}</td>
                <td>
                  <SeverityWord severity={one.severity} />
                </td>
                <td>
                  <DecidedWord answer={one.decision.authority.answer} />
                </td>
                <td>
                  <DecidedWord answer={one.decision.people.answer} />
                </td>
                <td>
                  <At at={one.openedAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
