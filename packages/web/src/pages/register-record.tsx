// One record of the register: the facts, the effects, what was done, what was decided and why; and what of it is not written yet.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/queries.ts';
import type { Case, RegisterItem } from '../api/shapes/cases.ts';
import { RecordWords } from '../forms/case/record-words.tsx';
import { RulingButton } from '../forms/case/ruling.tsx';
import { PageNotFound } from '../shell/lost.tsx';
import { Badge } from '../ui/badge.tsx';
import { FactValue } from '../ui/domain/fact-value.tsx';
import { RuledWord, recordedValue } from '../ui/domain/register-words.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { At } from '../ui/time/moment.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/register/$id');

export function RegisterRecordPage() {
  const { id } = route.useParams();
  const { items } = useAnswer('listRegister', {});
  const item = items.find(({ caseId }) => caseId === id);
  return item === undefined ? <PageNotFound /> : <RecordPage item={item} />;
}

function RecordPage({ item }: { item: RegisterItem }) {
  const { cases, workspace } = useWords();
  const format = useFormat();
  const one = useAnswer('getCase', { params: { id: item.caseId } });
  const { record, missing } = item;
  return (
    <Page
      title={record.title}
      above={{ to: '/register', label: cases.register.title }}
      about={
        <span className="row">
          <span className="mono">{record.case}</span>
          <Badge signal={record.state === 'open' ? 'amber' : 'plain'}>{cases.state[record.state]}</Badge>
          <span>{workspace.register.writtenAt(format.instant(item.writtenAt))}</span>
        </span>
      }
      acts={
        <Link to="/cases/$id" params={{ id: item.caseId }} className="button button-plain">
          {workspace.register.toCase}
        </Link>
      }
    >
      {missing.length === 0 ? (
        <Note signal="green">{workspace.register.full}</Note>
      ) : (
        <Note signal="amber">
          {workspace.register.lacks(format.list(missing.map((part) => workspace.register.parts[part])))}
        </Note>
      )}
      <div className="columns columns-even">
        <div className="stack">
          <RecordFacts item={item} />
          <RecordNotices item={item} />
        </div>
        <div className="stack">
          <RecordWords one={one} part="effects" />
          <RecordWords one={one} part="remedialAction" />
          <RecordDecision item={item} one={one} />
        </div>
      </div>
    </Page>
  );
}

function RecordFacts({ item: { caseId, record } }: { item: RegisterItem }) {
  const { facts, workspace } = useWords();
  const paths = Object.keys(record.facts).filter((path) => recordedValue(record, path) !== undefined);
  return (
    <Panel
      title={workspace.register.facts}
      act={
        <Link to="/cases/$id/facts" params={{ id: caseId }}>
          {workspace.register.factsAct}
        </Link>
      }
    >
      {paths.length === 0 ? (
        <p className="soft">{workspace.register.factsNone}</p>
      ) : (
        <dl className="facts">
          {paths.map((path) => (
            <div key={path} className="facts-pair">
              <dt>{facts.names[path] ?? path}</dt>
              <dd>
                <FactValue path={path} value={recordedValue(record, path)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function RecordDecision({ item: { record }, one }: { item: RegisterItem; one: Case }) {
  const { cases, workspace } = useWords();
  const format = useFormat();
  const { decision } = record;
  const asked = [
    ['authority', cases.overview.tellAuthority, decision.notifyAuthority],
    ['people', cases.overview.tellPeople, decision.communicateToPersons],
  ] as const;
  return (
    <Panel title={workspace.register.decision}>
      <div className="stack">
        <p className="soft">{workspace.register.decisionAbout}</p>
        <ul className="stack-tight">
          {asked.map(([about, label, answer]) => (
            <li key={about} className="row row-apart">
              <span>
                {label} <RuledWord answer={answer} />
              </span>
              <RulingButton one={one} about={about} />
            </li>
          ))}
        </ul>
        {decision.reasons === undefined ? (
          <p className="soft">{workspace.register.reasonsNone}</p>
        ) : (
          <div>
            <h3>{workspace.register.reasons}</h3>
            <p className="as-written">{decision.reasons}</p>
            {decision.decidedBy && decision.decidedAt && (
              <p className="small soft">
                {workspace.register.decidedBy(decision.decidedBy, format.instant(decision.decidedAt))}
              </p>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

function RecordNotices({ item: { caseId, record } }: { item: RegisterItem }) {
  const { workspace } = useWords();
  return (
    <Panel
      title={workspace.register.notices}
      act={
        <Link to="/cases/$id/notices" params={{ id: caseId }}>
          {workspace.register.noticesAct}
        </Link>
      }
    >
      {record.notices.length === 0 ? (
        <p className="soft">{workspace.register.noticesNone}</p>
      ) : (
        <ul className="stack-tight">
          {record.notices.map(({ notice, to, at, reference }) => (
            <li key={`${notice} ${at}`}>
              {workspace.register.sent[notice] ?? notice} <span lang="en">{to}</span>
              <div className="small soft">
                <At at={at} /> <span className="mono">{reference}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
