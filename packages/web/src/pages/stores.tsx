// All stores that were seen, in one table.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLongList } from '../api/pages.ts';
import { type Store, VERDICTS } from '../api/shapes/watch.ts';
import { FilterSelect, FilterText } from '../forms/filters.tsx';
import { PostureStrip } from '../ui/domain/posture.tsx';
import { PRODUCTS, productName } from '../ui/domain/product.ts';
import { VerdictBadge } from '../ui/domain/verdict.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Grid, type GridColumn } from '../ui/grid.tsx';
import { Page } from '../ui/page.tsx';
import { useNow } from '../ui/time/now.ts';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/stores');
const MINUTE_MS = 60_000;

export function StoresPage() {
  const words = useWords();
  const { stores } = words.watch;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { verdict, product, q } = search;
  const given = useMemo(() => ({ query: { verdict, product, q } }), [verdict, product, q]);
  const list = useLongList('listStores', given);
  const columns = useColumns();
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <Page title={stores.title} about={stores.about} full>
      <search className="filters">
        <FilterText label={stores.search} value={q ?? ''} onText={(text) => change({ q: text })} />
        <FilterSelect
          label={stores.verdict}
          any={stores.anyVerdict}
          value={verdict}
          choices={VERDICTS.map((value) => ({ value, label: words.domain.verdicts[value] }))}
          onChoose={(value) => change({ verdict: value })}
        />
        <FilterSelect
          label={stores.product}
          any={stores.anyProduct}
          value={product}
          choices={PRODUCTS.map((value) => ({ value, label: productName(value) }))}
          onChoose={(value) => change({ product: value })}
        />
      </search>
      <Grid
        label={stores.title}
        list={list}
        columns={columns}
        minWidth={62}
        link={(store, focus) => (
          <Link to="/stores/$id" params={{ id: store.id }} {...focus} className="mono">
            {store.address}:{store.port}
          </Link>
        )}
        empty={<NoStores filtered={verdict !== undefined || product !== undefined || q !== undefined} />}
      />
    </Page>
  );
}

function NoStores({ filtered }: { filtered: boolean }) {
  const { watch, frame } = useWords();
  if (filtered) {
    return (
      <EmptyState title={watch.stores.noneMatch} act={<Link to="/stores">{frame.acts.clear}</Link>}>
        {watch.stores.noneMatchText}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={watch.stores.none} act={<Link to="/scopes">{watch.stores.noneAct}</Link>}>
      {watch.stores.noneText}
    </EmptyState>
  );
}

function useColumns(): readonly GridColumn<Store>[] {
  const { stores } = useWords().watch;
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  return [
    { id: 'address', label: stores.address, width: 'minmax(11rem, 1.4fr)', cell: () => null },
    { id: 'product', label: stores.product, width: 'minmax(7rem, 1fr)', cell: ({ product }) => productName(product) },
    { id: 'verdict', label: stores.verdict, width: '8rem', cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
    {
      id: 'posture',
      label: stores.posture,
      width: '8.5rem',
      cell: ({ posture }) => <PostureStrip posture={posture} />,
    },
    {
      id: 'open-for',
      label: stores.openFor,
      width: '6rem',
      cell: ({ openSinceAtTheLatest: since, verdict }) =>
        since && (verdict === 'open' || verdict === 'partial') ? format.period((now - Date.parse(since)) / 1000) : '',
    },
    {
      id: 'people',
      label: stores.people,
      width: '6.5rem',
      number: true,
      cell: ({ people }) => (people ? format.number(people.estimate ?? people.lower) : ''),
    },
    {
      id: 'rows',
      label: stores.rows,
      width: '7.5rem',
      number: true,
      cell: ({ rows }) => (rows === undefined ? '' : format.number(rows)),
    },
    {
      id: 'findings',
      label: stores.findings,
      width: '5rem',
      number: true,
      cell: ({ findings }) => format.number(findings),
    },
    {
      id: 'last-seen',
      label: stores.lastSeen,
      width: 'minmax(8rem, 0.8fr)',
      cell: ({ lastSeenAt }) => format.relative(lastSeenAt, now),
    },
  ];
}
