// A case at a glance: clocks, decision with reasons, duties, what would move it, its course.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.ts';
import type { Assessment, Case, Clock } from '../../api/shapes/cases.ts';
import { AddStoreButton } from '../../forms/case/add-store.tsx';
import { ClockActs } from '../../forms/case/clock-acts.tsx';
import { RulingButton, Rulings } from '../../forms/case/ruling.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CaseChart } from '../../ui/charts/case-chart.tsx';
import { DecidedWord, MoverText, movesResult, SeverityWord } from '../../ui/domain/case-words.tsx';
import { productName } from '../../ui/domain/product.ts';
import { Panel } from '../../ui/panel.tsx';
import { ClockBar, Countdown } from '../../ui/time/countdown.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseOverview() {
  const { cases } = useWords();
  const params = route.useParams();
  const one = useAnswer('getCase', { params });
  return (
    <div className="columns">
      <div className="stack">
        <Panel title={cases.overview.clocks}>
          <Clocks one={one} />
        </Panel>
        <Panel title={cases.overview.duties} bare>
          <Duties id={one.id} />
        </Panel>
        <Panel title={cases.overview.course}>
          <Course one={one} />
        </Panel>
      </div>
      <div className="stack">
        <Panel title={cases.overview.decision} note={cases.overview.computed}>
          <div className="stack">
            <Decision one={one} />
            <Rulings id={one.id} />
          </div>
        </Panel>
        <Panel title={cases.overview.wouldMove}>
          <WouldMove id={one.id} />
        </Panel>
        <Panel title={cases.overview.findOut}>
          <FindOut id={one.id} />
        </Panel>
        <Panel title={cases.overview.nearest}>
          <Nearest id={one.id} />
        </Panel>
        <Panel title={cases.overview.stores} act={<AddStoreButton one={one} />}>
          <CaseStores one={one} />
        </Panel>
      </div>
    </div>
  );
}

const CLOCK_SIGNALS = { running: 'blue', met: 'green', late: 'red', stopped: 'plain' } as const;

function Clocks({ one }: { one: Case }) {
  const { cases } = useWords();
  const clocks = [...one.clocks].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (clocks.length === 0) return <p className="soft">{cases.overview.clocksNone}</p>;
  return (
    <ul className="clocks">
      {clocks.map((clock) => (
        <ClockEntry key={clock.id} caseId={one.id} clock={clock} startedAt={one.aware?.at ?? one.openedAt} />
      ))}
    </ul>
  );
}

function ClockEntry({ caseId, clock, startedAt }: { caseId: string; clock: Clock; startedAt: string }) {
  const { cases } = useWords();
  const format = useFormat();
  const isOpen = clock.state === 'running' || clock.state === 'late';
  return (
    <li>
      <div className="row row-apart">
        <strong lang="en">{clock.to}</strong>
        <span className="row">
          {isOpen ? (
            <Countdown dueAt={clock.dueAt} />
          ) : (
            <Badge signal={CLOCK_SIGNALS[clock.state]}>{cases.clockStates[clock.state]}</Badge>
          )}
          <ClockActs caseId={caseId} clock={clock} />
        </span>
      </div>
      <div className="row row-apart small soft">
        <span>
          {cases.regimes[clock.regime] ?? clock.regime} {clock.article}
        </span>
        <time dateTime={clock.dueAt}>{format.instant(clock.dueAt)}</time>
      </div>
      {isOpen && <ClockBar startedAt={startedAt} dueAt={clock.dueAt} />}
    </li>
  );
}

function Decision({ one }: { one: Case }) {
  const { cases } = useWords();
  const { least, most } = one.severity;
  const format = useFormat();
  const score = least === most ? format.number(least) : cases.bandsBetween(format.number(least), format.number(most));
  return (
    <dl className="decision">
      <div>
        <dt>{cases.overview.severity}</dt>
        <dd className="row">
          <SeverityWord severity={one.severity} /> <span className="soft">{score}</span>
        </dd>
      </div>
      <div>
        <dt>{cases.overview.tellAuthority}</dt>
        <dd>
          <div className="row row-apart">
            <DecidedWord answer={one.decision.authority.answer} ruled={one.decision.authority.ruled} />
            <RulingButton one={one} about="authority" />
          </div>
          <p lang="en" className="soft">
            {one.decision.authority.why}
          </p>
        </dd>
      </div>
      <div>
        <dt>{cases.overview.tellPeople}</dt>
        <dd>
          <div className="row row-apart">
            <DecidedWord answer={one.decision.people.answer} ruled={one.decision.people.ruled} />
            <RulingButton one={one} about="people" />
          </div>
          <p lang="en" className="soft">
            {one.decision.people.why}
          </p>
        </dd>
      </div>
    </dl>
  );
}

function useAssessment(id: string): Assessment {
  return useAnswer('getAssessment', { params: { id } });
}

function Duties({ id }: { id: string }) {
  const { cases } = useWords();
  const { duties } = useAssessment(id);
  if (duties.length === 0) return <p className="empty soft">{cases.overview.dutiesNone}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop nobody could scroll it from the keyboard
    <section className="scroll-x" tabIndex={0} aria-label={cases.overview.duty}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{cases.overview.duty}</th>
            <th scope="col">{cases.overview.to}</th>
            <th scope="col">{cases.overview.until}</th>
            <th scope="col">{cases.overview.reasons}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <th scope="row">
                <span lang="en">{duty.what}</span>
                <div className="row small soft">
                  <span>
                    {cases.regimes[duty.regime] ?? duty.regime} {duty.article}
                  </span>
                  <Badge signal={duty.state === 'late' ? 'red' : duty.state === 'met' ? 'green' : 'hollow'}>
                    {duty.owed === 'unknown' ? cases.perhapsOwed : cases.dutyStates[duty.state]}
                  </Badge>
                </div>
              </th>
              <td lang="en">{duty.to}</td>
              <td>
                <Due due={duty.due} />
              </td>
              <td lang="en" className="soft">
                {duty.reasons.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A moment, or the words of the law. */
function Due({ due }: { due: string }) {
  const { cases } = useWords();
  const format = useFormat();
  if (Number.isNaN(Date.parse(due))) return cases.due[due] ?? <span lang="en">{due}</span>;
  return (
    <>
      <time dateTime={due}>{format.instant(due)}</time>
      <div className="small">
        <Countdown dueAt={due} />
      </div>
    </>
  );
}

/** The rest stands on the page of the facts. */
const SHOWN_MOVERS = 6;

function WouldMove({ id }: { id: string }) {
  const { cases, facts } = useWords();
  const wouldMove = useAssessment(id).wouldMove.filter(movesResult).slice(0, SHOWN_MOVERS);
  if (wouldMove.length === 0) return <p className="soft">{cases.overview.wouldMoveNone}</p>;
  return (
    <ul className="stack-tight">
      {wouldMove.map((one) => (
        <li key={`${one.fact} ${JSON.stringify(one.to)}`}>
          <Link to="/cases/$id/facts" params={{ id }}>
            {facts.names[one.fact] ?? one.fact}
          </Link>{' '}
          <MoverText mover={one} />
        </li>
      ))}
    </ul>
  );
}

function FindOut({ id }: { id: string }) {
  const { facts } = useWords();
  const { questions } = useAnswer('getFacts', { params: { id } });
  if (questions.length === 0) return <p className="soft">{facts.findOutNone}</p>;
  return (
    <ol className="stack-tight">
      {questions.slice(0, 6).map((question) => (
        <li key={question.fact}>
          <Link to="/cases/$id/facts" params={{ id }}>
            {facts.names[question.fact] ?? question.fact}
          </Link>
          <div className="small soft" lang="en">
            {question.ask}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Nearest({ id }: { id: string }) {
  const { nearest } = useAssessment(id);
  return (
    <ol className="stack-tight" lang="en">
      {nearest.map((one) => (
        <li key={one.id}>
          <span className="soft">{one.id}</span> {one.title}
        </li>
      ))}
    </ol>
  );
}

function CaseStores({ one }: { one: Case }) {
  const { workspace } = useWords();
  if (one.places.length === 0) return <p className="soft">{workspace.addStore.storesNone}</p>;
  return (
    <ul className="stack-tight">
      {one.places.map(({ storeId, address, port, product }) => (
        <li key={`${address}:${port}`}>
          {productName(product)}{' '}
          {storeId === undefined ? (
            <span className="mono">
              {address}:{port}
            </span>
          ) : (
            <Link to="/stores/$id" params={{ id: storeId }} className="mono">
              {address}:{port}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

const CLOCK_MARKS = { running: 'clock', late: 'late', met: 'met', stopped: 'event' } as const;

function Course({ one }: { one: Case }) {
  const { cases } = useWords();
  const { items } = useAnswer('getTimeline', { params: { id: one.id } });
  const marks = items.map(({ at, what }) => ({ at, label: cases.events[what], of: 'event' as const }));
  // Several things at one moment are one mark.
  const isFirst = (mark: (typeof marks)[number], index: number) =>
    marks.findIndex(({ at, label }) => label === mark.label && at.slice(0, 16) === mark.at.slice(0, 16)) === index;
  const events = marks.filter(isFirst).slice(0, 8);
  const clocks = one.clocks
    .slice(0, 6)
    .map(({ dueAt, to, state }) => ({ at: dueAt, label: to, of: CLOCK_MARKS[state] }));
  return <CaseChart marks={[...events, ...clocks]} label={cases.overview.course} />;
}
