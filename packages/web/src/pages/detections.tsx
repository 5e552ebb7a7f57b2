// All detections, the newest first, in one table that stays fast with a hundred thousand of them.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLongList } from '../api/pages.ts';
import { DETECTION_LEVELS, DETECTION_STATES, type DetectionSummary } from '../api/shapes/watching.ts';
import { FilterSelect, FilterText } from '../forms/filters.tsx';
import { Badge } from '../ui/badge.tsx';
import { DetectionStateBadge, DetectionTitle, LevelBadge } from '../ui/domain/detection-words.tsx';
import { productName } from '../ui/domain/product.ts';
import { EmptyState } from '../ui/empty.tsx';
import { Grid, type GridColumn } from '../ui/grid.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { useNow } from '../ui/time/now.ts';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/detections');
const MINUTE_MS = 60_000;

export function DetectionsPage() {
  const { detections } = useWords().watching;
  const search = route.useSearch();
  const { level, state, store, q } = search;
  const given = useMemo(() => ({ query: { level, state, store, q } }), [level, state, store, q]);
  const list = useLongList('listDetections', given);
  return (
    <Page
      title={detections.title}
      about={detections.about}
      acts={<ButtonLink to="/detections/silences">{detections.silences}</ButtonLink>}
      full
    >
      <Filters />
      <Grid
        label={detections.title}
        list={list}
        columns={useColumns()}
        minWidth={58}
        link={(detection, focus) => (
          <Link to="/detections/$id" params={{ id: detection.id }} {...focus}>
            <DetectionTitle detection={detection} />
          </Link>
        )}
        empty={<NoDetections filtered={Object.values(search).some((value) => value !== undefined)} />}
      />
    </Page>
  );
}

function Filters() {
  const { detections, levels, states } = useWords().watching;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <search className="filters">
      <FilterText label={detections.search} value={search.q ?? ''} onText={(q) => change({ q })} />
      <FilterSelect
        label={detections.level}
        any={detections.anyLevel}
        value={search.level}
        choices={DETECTION_LEVELS.map((value) => ({ value, label: levels[value] }))}
        onChoose={(level) => change({ level })}
      />
      <FilterSelect
        label={detections.state}
        any={detections.anyState}
        value={search.state}
        choices={DETECTION_STATES.map((value) => ({ value, label: states[value] }))}
        onChoose={(state) => change({ state })}
      />
    </search>
  );
}

function NoDetections({ filtered }: { filtered: boolean }) {
  const { watching, frame } = useWords();
  const { detections } = watching;
  if (filtered) {
    return (
      <EmptyState title={detections.noneMatch} act={<Link to="/detections">{frame.acts.clear}</Link>}>
        {detections.noneMatchText}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={detections.none} act={<Link to="/inputs">{detections.noneAct}</Link>}>
      {detections.noneText}
    </EmptyState>
  );
}

function useColumns(): readonly GridColumn<DetectionSummary>[] {
  const { watching } = useWords();
  const { detections } = watching;
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  return [
    { id: 'title', label: detections.detection, width: 'minmax(14rem, 2.2fr)', cell: () => null },
    { id: 'level', label: detections.level, width: '5.5rem', cell: ({ level }) => <LevelBadge level={level} /> },
    {
      id: 'state',
      label: detections.state,
      width: '11rem',
      cell: ({ state, silenced }) => (
        <>
          <DetectionStateBadge state={state} /> {silenced && <Badge signal="hollow">{watching.silenced}</Badge>}
        </>
      ),
    },
    {
      id: 'store',
      label: detections.store,
      width: 'minmax(11rem, 1.1fr)',
      cell: ({ store, input }) =>
        store === undefined ? (
          <span className="soft">{input.name}</span>
        ) : (
          <>
            <span className="mono">
              {store.address}:{store.port}
            </span>{' '}
            <span className="soft">{productName(store.product)}</span>
          </>
        ),
    },
    { id: 'last', label: detections.last, width: '8rem', cell: ({ lastAt }) => format.relative(lastAt, now) },
    {
      id: 'times',
      label: detections.times,
      width: '4rem',
      number: true,
      cell: ({ count }) => format.number(count),
    },
  ];
}
