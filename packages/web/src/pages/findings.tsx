// All findings, the worst first, in one table that stays fast with a hundred thousand of them.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLongList } from '../api/pages.ts';
import { FINDING_STATES, type FindingSummary, SEVERITIES } from '../api/shapes/watch.ts';
import { FilterSelect, FilterText } from '../forms/filters.tsx';
import { useMe } from '../shell/may.ts';
import { productName } from '../ui/domain/product.ts';
import { SeverityBadge, StateBadge } from '../ui/domain/verdict.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Grid, type GridColumn } from '../ui/grid.tsx';
import { Page } from '../ui/page.tsx';
import { useNow } from '../ui/time/now.ts';
import { FindingTitle } from '../words/rules.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/findings');
const MINUTE_MS = 60_000;

export function FindingsPage() {
  const { watch } = useWords();
  const search = route.useSearch();
  const { state, severity, assignee, store, q } = search;
  const given = useMemo(
    () => ({ query: { state, severity, assignee, store, q } }),
    [state, severity, assignee, store, q],
  );
  const list = useLongList('listFindings', given);
  return (
    <Page title={watch.findings.title} about={watch.findings.about} full>
      <Filters />
      <Grid
        label={watch.findings.title}
        list={list}
        columns={useColumns()}
        minWidth={58}
        link={(finding, focus) => (
          <Link to="/findings/$id" params={{ id: finding.id }} {...focus}>
            <FindingTitle finding={finding} />
          </Link>
        )}
        empty={<NoFindings filtered={Object.values(search).some((value) => value !== undefined)} />}
      />
    </Page>
  );
}

function Filters() {
  const { watch, domain } = useWords();
  const { account } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <search className="filters">
      <FilterText label={watch.findings.search} value={search.q ?? ''} onText={(q) => change({ q })} />
      <FilterSelect
        label={watch.findings.severity}
        any={watch.findings.anySeverity}
        value={search.severity}
        choices={SEVERITIES.map((value) => ({ value, label: domain.severities[value] }))}
        onChoose={(severity) => change({ severity })}
      />
      <FilterSelect
        label={watch.findings.state}
        any={watch.findings.anyState}
        value={search.state}
        choices={FINDING_STATES.map((value) => ({ value, label: domain.states[value] }))}
        onChoose={(state) => change({ state })}
      />
      <FilterSelect
        label={watch.findings.assignee}
        any={watch.findings.anybody}
        value={search.assignee}
        choices={[{ value: account.id, label: watch.findings.mine }]}
        onChoose={(assignee) => change({ assignee })}
      />
    </search>
  );
}

function NoFindings({ filtered }: { filtered: boolean }) {
  const { watch, frame } = useWords();
  if (filtered) {
    return (
      <EmptyState title={watch.findings.noneMatch} act={<Link to="/findings">{frame.acts.clear}</Link>}>
        {watch.findings.noneMatchText}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={watch.findings.none} act={<Link to="/scopes">{watch.stores.noneAct}</Link>}>
      {watch.findings.noneText}
    </EmptyState>
  );
}

function useColumns(): readonly GridColumn<FindingSummary>[] {
  const { findings } = useWords().watch;
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  return [
    { id: 'title', label: findings.finding, width: 'minmax(14rem, 2.2fr)', cell: () => null },
    {
      id: 'severity',
      label: findings.severity,
      width: '5.5rem',
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    { id: 'state', label: findings.state, width: '8.5rem', cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'store',
      label: findings.store,
      width: 'minmax(13rem, 1.3fr)',
      cell: ({ store }) => (
        <>
          <span className="mono">
            {store.address}:{store.port}
          </span>{' '}
          <span className="soft">{productName(store.product)}</span>
        </>
      ),
    },
    {
      id: 'assignee',
      label: findings.assignee,
      width: 'minmax(7rem, 0.8fr)',
      cell: ({ assignee }) => assignee?.name ?? '',
    },
    {
      id: 'first-seen',
      label: findings.firstSeen,
      width: '8rem',
      cell: ({ firstSeenAt }) => format.relative(firstSeenAt, now),
    },
  ];
}
