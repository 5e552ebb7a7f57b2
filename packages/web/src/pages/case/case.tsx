// The frame of one case: its name, its clock, its parts. Each part has an address of its own.
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { Case } from '../../api/shapes/cases.ts';
import { BecauseDialog } from '../../forms/case/because-dialog.tsx';
import { useBarrier, useMe } from '../../shell/may.ts';
import { nextClockOf } from '../../shell/next-clock.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Countdown } from '../../ui/time/countdown.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CasePage() {
  const { cases, workspace } = useWords();
  const format = useFormat();
  const params = route.useParams();
  const one = useAnswer('getCase', { params });
  const next = nextClockOf(one);
  return (
    <Page
      title={one.name}
      above={{ to: '/cases', label: cases.title }}
      about={
        <span className="row">
          <span className="codename">{one.codename}</span>
          {one.state === 'closed' && <Badge>{cases.state.closed}</Badge>}
          {one.limited && <Badge signal="amber">{workspace.seats.limitedBadge}</Badge>}
          {next && <Countdown dueAt={next.dueAt} />}
          {one.aware && <span>{cases.awareSince(format.instant(one.aware.at), one.aware.by)}</span>}
        </span>
      }
      acts={<CloseCase one={one} />}
    >
      <CaseTabs id={one.id} />
      <Outlet />
    </Page>
  );
}

function CaseTabs({ id }: { id: string }) {
  const { cases, workspace, watching } = useWords();
  const { tabs } = cases;
  const { permissions } = useMe();
  const all = [
    ['/cases/$id', tabs.overview, 'read-cases'],
    ['/cases/$id/facts', tabs.facts, 'read-cases'],
    ['/cases/$id/notices', tabs.notices, 'read-cases'],
    ['/cases/$id/tasks', tabs.tasks, 'read-cases'],
    ['/cases/$id/timeline', tabs.timeline, 'read-cases'],
    ['/cases/$id/visitors', watching.visitors.tab, 'read-cases'],
    ['/cases/$id/people', workspace.seats.tab, 'read-cases'],
    ['/cases/$id/contacts', tabs.contacts, 'read-contacts'],
    ['/cases/$id/letters', tabs.letters, 'send-letters'],
    ['/cases/$id/public', tabs.public, 'publish-incident-pages'],
  ] as const;
  return (
    <nav className="tabs-list" aria-label={tabs.label}>
      {all
        .filter(([, , takes]) => permissions.includes(takes))
        .map(([to, label]) => (
          <Link key={to} to={to} params={{ id }} className="tab" activeOptions={{ exact: to === '/cases/$id' }}>
            {label}
          </Link>
        ))}
    </nav>
  );
}

function CloseCase({ one }: { one: Case }) {
  const { cases } = useWords();
  const barrier = useBarrier('work-on-cases');
  const [sure, setSure] = useState(false);
  const change = useAct('changeCase', {
    onDone: ({ state }) => {
      setSure(false);
      say(state === 'closed' ? cases.closed : cases.reopened);
    },
  });
  const set = (state: Case['state'], because: string) =>
    change.run({ params: { id: one.id }, body: { state, because }, version: one.version });
  const title = one.state === 'closed' ? cases.reopen : cases.close;
  return (
    <>
      <Button because={barrier} onClick={() => setSure(true)}>
        {title}
      </Button>
      {sure && (
        <BecauseDialog
          title={title}
          {...(one.state === 'open' ? { about: cases.closeSure } : {})}
          busy={change.busy}
          problem={change.problem}
          onClose={() => setSure(false)}
          onBecause={(because) => set(one.state === 'closed' ? 'open' : 'closed', because)}
        />
      )}
    </>
  );
}
