// The timeline of a store: how much of it was read when, against what is usual, by whom and of which tables.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAnswer, useAnswerEvery } from '../api/queries.ts';
import { type StoreAccesses, VISITOR_CLASSES } from '../api/shapes/watching.ts';
import { AmountChart } from '../ui/charts/amount-chart.tsx';
import { AccessTable } from '../ui/domain/access-table.tsx';
import { DetectionStateBadge, DetectionTitle, LevelBadge } from '../ui/domain/detection-words.tsx';
import { productName } from '../ui/domain/product.ts';
import { VisitorBadge } from '../ui/domain/visitor-class.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segment } from '../ui/segment.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/stores/$id/accesses');

const HOUR_MS = 3_600_000;
const SPANS = { hours: 6, day: 24, week: 7 * 24, month: 30 * 24 } as const;
type Span = keyof typeof SPANS;
const ALL_SPANS = ['hours', 'day', 'week', 'month'] as const satisfies readonly Span[];

/** Each access is not told of one by one: the picture is drawn anew so often. */
const ANEW_MS = 15_000;

export function StoreTimelinePage() {
  const { accesses } = useWords().watching;
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const store = useAnswer('getStore', { params });
  const name = `${productName(store.product)} ${store.address}:${store.port}`;
  const span = ALL_SPANS.find((one) => one === search.span) ?? 'day';
  return (
    <Page title={accesses.title(name)} above={{ to: `/stores/${store.id}`, label: name }} about={accesses.about}>
      <Segment
        label={accesses.days}
        value={span}
        choices={ALL_SPANS.map((value) => ({ value, label: accesses.spans[value] }))}
        onChoose={(next) => void navigate({ search: { span: next }, replace: true })}
      />
      <Panel title={accesses.link} bare>
        <Accesses key={span} id={store.id} span={span} />
      </Panel>
      <Panel title={accesses.detections} bare>
        <StoreDetections id={store.id} />
      </Panel>
    </Page>
  );
}

function Accesses({ id, span }: { id: string; span: Span }) {
  const { accesses } = useWords().watching;
  const given = useMemo(() => {
    const from = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - (SPANS[span] - 1) * HOUR_MS);
    const step = span === 'hours' ? ('minutes' as const) : ('hour' as const);
    return { params: { id }, query: { from: from.toISOString(), step } };
  }, [id, span]);
  const answer = useAnswerEvery(ANEW_MS, 'getStoreAccesses', given);
  if (answer.buckets.every(({ queries }) => queries === 0)) {
    return (
      <EmptyState
        title={accesses.none}
        act={
          <ButtonLink to="/inputs" search={{ store: id }}>
            {accesses.noneAct}
          </ButtonLink>
        }
      >
        {accesses.noneText}
      </EmptyState>
    );
  }
  return (
    <div className="timeline-parts">
      <Totals answer={answer} />
      <Amounts answer={answer} />
      <ByClass answer={answer} />
      <Accounts answer={answer} />
      <Tables answer={answer} />
    </div>
  );
}

interface AnswerProps {
  readonly answer: StoreAccesses;
}

function Totals({ answer: { buckets, accounts } }: AnswerProps) {
  const { accesses, amounts } = useWords().watching;
  const format = useFormat();
  const sum = (of: 'queries' | 'rows' | 'bytes' | 'failures') => buckets.reduce((all, bucket) => all + bucket[of], 0);
  const figures = [
    [amounts.rows, format.number(sum('rows'))],
    [amounts.bytes, format.bytes(sum('bytes'))],
    [amounts.queries, format.number(sum('queries'))],
    [amounts.failures, format.number(sum('failures'))],
    [amounts.accounts, format.number(accounts.filter(({ number }) => number > 0).length)],
  ] as const;
  return (
    <section aria-label={accesses.inAll}>
      <dl className="figures figures-row figures-bare">
        {figures.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const MEASURES = ['rows', 'bytes', 'queries'] as const;

function Amounts({ answer: { buckets, stepSeconds, usualDays } }: AnswerProps) {
  const { accesses } = useWords().watching;
  const format = useFormat();
  const per = accesses.per[stepSeconds < 3600 ? 'minutes' : 'hour'];
  return MEASURES.map((measure) => (
    <section key={measure} className="stack-tight" aria-label={per[measure]}>
      <div className="row row-apart">
        <h3>{per[measure]}</h3>
        {usualDays > 0 && <span className="small soft">{accesses.usualOf(usualDays)}</span>}
      </div>
      <AmountChart
        label={per[measure]}
        bars={buckets.map(({ at, usual, ...bucket }) => ({ at, value: bucket[measure], usual: usual?.[measure] }))}
        stepSeconds={stepSeconds}
        text={measure === 'bytes' ? format.bytes : format.number}
      />
    </section>
  ));
}

/** Rows by kind of account; on a straight scale, since who took the most is the question. */
function ByClass({ answer: { accounts } }: AnswerProps) {
  const { accesses, amounts } = useWords().watching;
  const format = useFormat();
  const classes = VISITOR_CLASSES.map((one) => {
    const of = accounts.filter((account) => account.class === one);
    return { one, count: of.length, rows: of.reduce((sum, { rows }) => sum + rows, 0) };
  }).filter(({ count }) => count > 0);
  const most = Math.max(1, ...classes.map(({ rows }) => rows));
  return (
    <section className="stack-tight" aria-label={accesses.byClass}>
      <div className="row row-apart">
        <h3>{accesses.byClass}</h3>
        <span className="small soft">{accesses.byClassAbout}</span>
      </div>
      <ul className="bars" aria-label={`${accesses.byClass}: ${amounts.rows}`}>
        {classes.map(({ one, rows }) => (
          <li key={one}>
            <VisitorBadge of={one} />
            <span
              className={`bar ${one === 'stranger' || one === 'nobody' ? 'bar-high' : one === 'known-scanner' ? 'bar-medium' : ''}`}
              aria-hidden="true"
            >
              <span style={{ width: `${(rows / most) * 100}%` }} />
            </span>
            <span className="number">{format.number(rows)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Accounts({ answer: { accounts } }: AnswerProps) {
  const { accesses } = useWords().watching;
  return (
    <section className="stack-tight" aria-label={accesses.accounts}>
      <div className="row row-apart">
        <h3>{accesses.accounts}</h3>
        <span className="small soft">{accesses.accountsAbout}</span>
      </div>
      <AccessTable
        who={accesses.account}
        more={accesses.networks}
        measures={['rows', 'bytes', 'queries', 'failures']}
        rows={accounts.map(({ number, class: of, networks, clients, firstAt, lastAt, ...amounts }) => ({
          key: String(number),
          who: (
            <>
              {accesses.accountNumber(number)}
              <div>
                <VisitorBadge of={of} />
              </div>
            </>
          ),
          amounts,
          firstAt,
          lastAt,
          more: (
            <>
              <span className="mono">{networks.join(', ')}</span>
              {clients.length > 0 && (
                <div className="small soft">
                  {accesses.clients}: <code>{clients.join(', ')}</code>
                </div>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}

function Tables({ answer: { tables } }: AnswerProps) {
  const { accesses, amounts } = useWords().watching;
  const format = useFormat();
  if (tables.length === 0) return null;
  const most = Math.max(1, ...tables.map(({ rows }) => rows));
  return (
    <section className="stack-tight" aria-label={accesses.tables}>
      <div className="row row-apart">
        <h3>{accesses.tables}</h3>
        <span className="small soft">{accesses.tablesAbout}</span>
      </div>
      <ul className="bars" aria-label={`${accesses.tables}: ${amounts.rows}`}>
        {tables.map(({ container, table, rows }) => (
          <li key={`${container} ${table}`}>
            <span className="mono">{container === '' ? table : `${container}.${table}`}</span>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${(rows / most) * 100}%` }} />
            </span>
            <span className="number">{format.number(rows)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = '20';

function StoreDetections({ id }: { id: string }) {
  const { watching } = useWords();
  const { accesses, detections } = watching;
  const { items } = useAnswer('listDetections', { query: { store: id, limit: SHOWN } });
  if (items.length === 0) return <p className="soft empty">{accesses.detectionsNone}</p>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead className="unseen">
          <tr>
            <th scope="col">{detections.detection}</th>
            <th scope="col">{detections.level}</th>
            <th scope="col">{detections.state}</th>
            <th scope="col">{detections.last}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((detection) => (
            <tr key={detection.id}>
              <th scope="row">
                <Link to="/detections/$id" params={{ id: detection.id }}>
                  <DetectionTitle detection={detection} />
                </Link>
              </th>
              <td>
                <LevelBadge level={detection.level} />
              </td>
              <td>
                <DetectionStateBadge state={detection.state} />
              </td>
              <td>
                <Ago at={detection.lastAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
