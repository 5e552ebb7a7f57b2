// One store: posture, what it holds, whose it is, its history.
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChartColumn, FolderPlus, ScanSearch } from 'lucide-react';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Store, StoreHistory } from '../api/shapes/watch.ts';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/charts/data-table.tsx';
import { KindsChart } from '../ui/charts/kinds-chart.tsx';
import { InventoryTree } from '../ui/domain/inventory.tsx';
import { PostureList } from '../ui/domain/posture.tsx';
import { productName } from '../ui/domain/product.ts';
import { SeverityBadge, StateBadge, VerdictBadge } from '../ui/domain/verdict.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago, At } from '../ui/time/moment.tsx';
import { Timeline } from '../ui/time/timeline.tsx';
import { say } from '../ui/toast.tsx';
import { FindingTitle } from '../words/rules.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/stores/$id');

export function StorePage() {
  const { watch, domain } = useWords();
  const params = route.useParams();
  const store = useAnswer('getStore', { params });
  return (
    <Page
      title={`${productName(store.product)} · ${store.address}:${store.port}`}
      above={{ to: '/stores', label: watch.stores.title }}
      about={
        <span className="row">
          <VerdictBadge verdict={store.verdict} /> {domain.verdictMeaning[store.verdict]}
        </span>
      }
      acts={<StoreActs store={store} />}
    >
      <Panel title={domain.posture} bare>
        <PostureList posture={store.posture} />
      </Panel>
      <div className="columns">
        <div className="stack">
          <Kinds store={store} />
          <Panel title={watch.store.inventory} note={watch.store.inventoryNote} bare>
            <InventoryTree inventory={store.inventory} />
          </Panel>
          <Panel title={watch.store.findings} bare>
            <StoreFindings id={store.id} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={watch.store.particulars}>
            <StoreFacts store={store} />
          </Panel>
          <Panel title={watch.store.history}>
            <History id={store.id} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function StoreActs({ store }: { store: Store }) {
  const { watch, watching } = useWords();
  const navigate = route.useNavigate();
  const classifyBarrier = useBarrier('run-scans');
  const caseBarrier = useBarrier('work-on-cases');
  const classify = useAct('classifyStore', { onDone: () => say(watch.store.classifyStarted) });
  return (
    <>
      <ButtonLink to="/stores/$id/accesses" params={{ id: store.id }} icon={<ChartColumn size={15} aria-hidden />}>
        {watching.accesses.link}
      </ButtonLink>
      <Button
        icon={<ScanSearch size={15} aria-hidden />}
        because={classifyBarrier}
        busy={classify.busy}
        onClick={() => classify.run({ params: { id: store.id } })}
      >
        {watch.store.classify}
      </Button>
      <Button
        look="primary"
        icon={<FolderPlus size={15} aria-hidden />}
        because={caseBarrier}
        onClick={() => void navigate({ to: '/cases', search: { fromStore: store.id } })}
      >
        {watch.store.openCase}
      </Button>
    </>
  );
}

function Kinds({ store }: { store: Store }) {
  const { watch, frame } = useWords();
  const format = useFormat();
  const note = store.people ? frame.labelled(watch.store.people, format.bounds(store.people)) : undefined;
  return (
    <Panel title={watch.store.kinds} note={note}>
      {store.kinds.length === 0 ? (
        <EmptyState title={watch.store.kindsNone}>{watch.store.kindsNoneText}</EmptyState>
      ) : (
        <KindsChart kinds={store.kinds} label={watch.store.kinds} most={40} />
      )}
    </Panel>
  );
}

function StoreFacts({ store }: { store: Store }) {
  const { watch, domain } = useWords();
  const format = useFormat();
  const version = store.productVersion ?? (typeof store.version === 'string' ? store.version : undefined);
  return (
    <dl className="facts">
      {store.openSinceAtTheLatest && (
        <>
          <dt>{watch.store.openSince}</dt>
          <dd>
            <At at={store.openSinceAtTheLatest} />{' '}
            <span className="faint">
              (<Ago at={store.openSinceAtTheLatest} />)
            </span>
          </dd>
        </>
      )}
      {store.firstSeenOpenAt && (
        <>
          <dt>{watch.store.firstOpen}</dt>
          <dd>
            <At at={store.firstSeenOpenAt} />
          </dd>
        </>
      )}
      <dt>{watch.store.firstSeen}</dt>
      <dd>
        <At at={store.firstSeenAt} />
      </dd>
      <dt>{watch.store.lastSeen}</dt>
      <dd>
        <At at={store.lastSeenAt} />
      </dd>
      {version && (
        <>
          <dt>{watch.store.version}</dt>
          <dd className="mono">{version}</dd>
        </>
      )}
      <dt>{watch.store.transport}</dt>
      <dd>
        {store.transport}, {store.tls ? watch.store.encrypted : watch.store.plain}
      </dd>
      {store.rows !== undefined && (
        <>
          <dt>{watch.store.size}</dt>
          <dd>
            {domain.rows(store.rows)}
            {store.bytes === undefined ? '' : `, ${format.bytes(store.bytes)}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function StoreFindings({ id }: { id: string }) {
  const { watch } = useWords();
  const { items } = useAnswer('listFindings', { query: { store: id } });
  if (items.length === 0) return <p className="soft empty">{watch.store.findingsNone}</p>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead className="unseen">
          <tr>
            <th scope="col">{watch.findings.finding}</th>
            <th scope="col">{watch.findings.severity}</th>
            <th scope="col">{watch.findings.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((finding) => (
            <tr key={finding.id}>
              <th scope="row">
                <Link to="/findings/$id" params={{ id: finding.id }}>
                  <FindingTitle finding={finding} />
                </Link>
              </th>
              <td>
                <SeverityBadge severity={finding.severity} />
              </td>
              <td>
                <StateBadge state={finding.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGNALS = { opened: 'red', back: 'red', closed: 'green', gone: 'amber' } as const;

function History({ id }: { id: string }) {
  const { watch, domain, frame } = useWords();
  const format = useFormat();
  const history: StoreHistory = useAnswer('getStoreHistory', { params: { id } });
  const signalOf = (what: string) => (SIGNALS as Readonly<Record<string, 'red' | 'green' | 'amber'>>)[what];
  return (
    <>
      <Timeline
        label={watch.store.history}
        entries={[...history.items]
          .sort((a, b) => b.at.localeCompare(a.at))
          .map(({ at, what, before, after }) => ({
            key: `${at} ${what}`,
            at,
            signal: signalOf(what),
            title: watch.store.what[what],
            text: changeText(before, after),
          }))}
      />
      <DataTable
        label={watch.store.observations}
        head={[frame.moment, watch.stores.verdict, watch.stores.rows]}
        rows={history.observations.map(({ at, verdict, rows }) => [
          format.instant(at),
          domain.verdicts[verdict],
          rows === undefined ? '' : format.number(rows),
        ])}
      />
    </>
  );
}

/** `18.16.1 → 24.8.4`, where what changed is a word or a number. */
function changeText(before: unknown, after: unknown): string | undefined {
  const words = [before, after].filter((value) => typeof value === 'string' || typeof value === 'number');
  return words.length === 0 ? undefined : words.join(' → ');
}
