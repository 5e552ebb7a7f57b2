// The first screen: what stands open now, since when, whose data, and which clock runs out next.
import { Link } from '@tanstack/react-router';
import { useAnswer, useMaybeAnswer } from '../api/queries.ts';
import type { Overview } from '../api/shapes/people.ts';
import { FINDING_STATES, type Figures } from '../api/shapes/watch.ts';
import { FirstScan } from '../forms/first-scan.tsx';
import { useNextClock } from '../shell/next-clock.ts';
import { ExposureChart } from '../ui/charts/exposure-chart.tsx';
import { KindsChart } from '../ui/charts/kinds-chart.tsx';
import { productName } from '../ui/domain/product.ts';
import { SeverityBadge, StateBadge } from '../ui/domain/verdict.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ClockBar, Countdown } from '../ui/time/countdown.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { useNow } from '../ui/time/now.ts';
import { FindingTitle } from '../words/rules.tsx';
import { useFormat, useWords } from '../words/words.tsx';
import { NewDetections } from './detections-new.tsx';

export function NowPage() {
  const { watch } = useWords();
  const overview = useAnswer('getOverview', {});
  if (!overview.firstScanDone) {
    return (
      <Page title={watch.now.title}>
        <FirstScan />
      </Page>
    );
  }
  return (
    <Page title={watch.now.title}>
      <Watch overview={overview} />
      <div className="columns">
        <div className="stack">
          <OverTime overview={overview} />
          <WhatData overview={overview} />
        </div>
        <div className="stack">
          <FindingsByState overview={overview} />
          <FiguresPanel />
          <Recent overview={overview} />
        </div>
      </div>
    </Page>
  );
}

/** What one comes for. */
function Watch({ overview }: { overview: Overview }) {
  return (
    <div className="watch">
      <OpenNow overview={overview} />
      <NewDetections />
      <WhoseData overview={overview} />
      <NextClock />
    </div>
  );
}

function OpenNow({ overview: { openNow } }: { overview: Overview }) {
  const { watch } = useWords();
  const format = useFormat();
  const now = useNow();
  if (openNow.stores === 0) {
    return (
      <section className="watch-cell watch-calm">
        <h2 className="watch-words">{watch.now.allClosed}</h2>
        <p className="soft">{watch.now.allClosedText}</p>
      </section>
    );
  }
  const [number, ...words] = watch.now.standsOpen(openNow.stores).split(/(?<=[\d  .,])\s/);
  return (
    <section className="watch-cell watch-open">
      <h2 className="watch-words">
        <Link to="/stores" search={{ verdict: 'open' }}>
          <span className="watch-number">{number}</span> {words.join(' ')}
        </Link>
      </h2>
      {openNow.since && (
        <p className="watch-since">{watch.now.openSince(format.period((now - Date.parse(openNow.since)) / 1000))}</p>
      )}
      {openNow.worst && (
        <p className="watch-worst">
          <SeverityBadge severity={openNow.worst.severity} />{' '}
          <Link to="/findings/$id" params={{ id: openNow.worst.id }}>
            <FindingTitle finding={openNow.worst} />
          </Link>{' '}
          <span className="soft mono">
            {openNow.worst.store.address}:{openNow.worst.store.port}
          </span>
        </p>
      )}
    </section>
  );
}

function WhoseData({ overview: { openNow } }: { overview: Overview }) {
  const { watch } = useWords();
  const format = useFormat();
  const { people } = openNow;
  return (
    <section className="watch-cell">
      <h2 className="watch-label">{watch.now.whoseData}</h2>
      {people === undefined ? (
        <p className="soft">{watch.now.peopleUnknown}</p>
      ) : (
        <>
          <p className="watch-figure">{format.number(people.estimate ?? people.lower)}</p>
          <p className="soft">
            {watch.now.people} ({format.bounds(people)})
          </p>
        </>
      )}
    </section>
  );
}

function NextClock() {
  const { watch, cases } = useWords();
  const next = useNextClock();
  return (
    <section className="watch-cell">
      <h2 className="watch-label">{watch.now.nextClock}</h2>
      {next === undefined ? (
        <>
          <p className="watch-figure watch-none">{watch.now.noClock}</p>
          <p className="soft">{watch.now.noClockText}</p>
        </>
      ) : (
        <>
          <p className="watch-figure">
            <Countdown dueAt={next.clock.dueAt} />
          </p>
          {next.of.aware && <ClockBar startedAt={next.of.aware.at} dueAt={next.clock.dueAt} />}
          <p>
            <Link to="/cases/$id" params={{ id: next.of.id }}>
              {next.of.name}
            </Link>{' '}
            <span className="soft">
              {next.clock.to}, {cases.regimes[next.clock.regime] ?? next.clock.regime} {next.clock.article}
            </span>
          </p>
        </>
      )}
    </section>
  );
}

function OverTime({ overview: { openOverTime } }: { overview: Overview }) {
  const { watch } = useWords();
  return (
    <Panel title={watch.now.overTime}>
      {openOverTime.length < 2 ? (
        <p className="soft">{watch.now.overTimeNone}</p>
      ) : (
        <ExposureChart points={openOverTime} label={watch.now.overTime} />
      )}
    </Panel>
  );
}

function WhatData({ overview: { kinds } }: { overview: Overview }) {
  const { watch } = useWords();
  return (
    <Panel title={watch.now.whatData} note={watch.now.rowsWith}>
      {kinds.length === 0 ? (
        <p className="soft">{watch.now.whatDataNone}</p>
      ) : (
        <KindsChart kinds={kinds} label={watch.now.whatData} />
      )}
    </Panel>
  );
}

function FindingsByState({ overview: { findingsByState } }: { overview: Overview }) {
  const { watch } = useWords();
  const format = useFormat();
  return (
    <Panel title={watch.now.findings}>
      <ul className="stack-tight">
        {FINDING_STATES.map((state) => (
          <li key={state} className="row row-apart">
            <Link to="/findings" search={{ state }} className="plain-link">
              <StateBadge state={state} />
            </Link>
            <span className="number">{format.number(findingsByState[state] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const FIGURES = ['openSinceLatest', 'detect', 'assign', 'close'] as const satisfies readonly (keyof Figures)[];

function FiguresPanel() {
  const { watch } = useWords();
  return (
    <Panel title={watch.now.figures} note={watch.now.figureNote}>
      <FiguresList />
    </Panel>
  );
}

function FiguresList() {
  const { watch } = useWords();
  const format = useFormat();
  const figures = useMaybeAnswer('getFigures', {}).answer;
  return (
    <dl className="figures">
      {FIGURES.map((name) => {
        const figure = figures?.[name];
        return (
          <div key={name}>
            <dt>{watch.now.figure[name]}</dt>
            <dd>
              {figure && figure.count > 0 ? (
                <>
                  {format.period(figure.median)} <span className="faint">{format.period(figure.p90)}</span>
                </>
              ) : (
                <span className="faint">–</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Recent({ overview: { recent } }: { overview: Overview }) {
  const { watch } = useWords();
  return (
    <Panel title={watch.now.recent}>
      {recent.length === 0 ? (
        <p className="soft">{watch.now.recentNone}</p>
      ) : (
        <ul className="stack-tight small">
          {recent.slice(0, 12).map((change) => (
            <li key={change.seq} className="row row-apart">
              <span>
                {watch.now.thing[change.kind] ?? change.kind} {change.label && productName(change.label)}{' '}
                <span className="soft">{watch.now.changed[change.what] ?? change.what}</span>
              </span>
              <span className="faint">
                <Ago at={change.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
