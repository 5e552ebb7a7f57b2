// The facts of a case: what is known and who says so, what to find out first, and what would move the result.
import { getRouteApi } from '@tanstack/react-router';
import { History, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { Fact, Facts } from '../../api/shapes/cases.ts';
import { FactEditor } from '../../forms/case/fact-editor.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CERTAINTY_SIGNALS, MoverText, movesResult } from '../../ui/domain/case-words.tsx';
import { FactValue } from '../../ui/domain/fact-value.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ago } from '../../ui/time/moment.tsx';
import { useWords } from '../../words/words.tsx';
import { FactHistory } from './fact-history.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseFacts() {
  const { facts: words } = useWords();
  const params = route.useParams();
  const [editing, setEditing] = useState<string>();
  const [past, setPast] = useState<string>();
  const facts = useAnswer('getFacts', { params });
  const one = useAnswer('getCase', { params });
  const fact = facts.items.find(({ path }) => path === editing);
  return (
    <>
      <p className="soft prose">{words.about}</p>
      <div className="columns">
        <div className="stack">
          <Panel title={words.known} bare>
            <KnownFacts facts={facts} onEdit={setEditing} onPast={setPast} />
          </Panel>
          <Panel title={words.moves}>
            <Movers id={one.id} onEdit={setEditing} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={words.findOut}>
            <Questions facts={facts} onEdit={setEditing} />
          </Panel>
          <Panel title={words.all} note={words.allAbout}>
            <OtherFacts facts={facts} onEdit={setEditing} />
          </Panel>
        </div>
      </div>
      {past !== undefined && <FactHistory caseId={one.id} path={past} onClose={() => setPast(undefined)} />}
      {editing !== undefined && (
        <FactEditor
          key={editing}
          caseId={one.id}
          path={editing}
          fact={fact}
          version={facts.version}
          ask={facts.questions.find((question) => question.fact === editing)?.ask}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

interface EditProps {
  readonly facts: Facts;
  readonly onEdit: (path: string) => void;
}

function KnownFacts({ facts, onEdit, onPast }: EditProps & { onPast: (path: string) => void }) {
  const { facts: words } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col">{words.says}</th>
            <th scope="col">{words.certainty}</th>
            <th scope="col">{words.saidBy}</th>
            <th scope="col">
              <span className="unseen">{words.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.items.map((fact) => (
            <FactRow key={fact.path} fact={fact} onEdit={onEdit} onPast={onPast} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FactRowProps {
  readonly fact: Fact;
  readonly onEdit: (path: string) => void;
  readonly onPast: (path: string) => void;
}

function FactRow({ fact, onEdit, onPast }: FactRowProps) {
  const { facts: words, workspace } = useWords();
  const name = words.names[fact.path] ?? fact.path;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <FactValue path={fact.path} value={fact.value} />
      </td>
      <td>
        <Badge signal={CERTAINTY_SIGNALS[fact.certainty]}>{words.certainties[fact.certainty]}</Badge>
      </td>
      <td>
        {fact.by}
        <div className="small soft">
          {fact.source && (
            <>
              <span lang={fact.kind === 'stated' ? undefined : 'en'}>{fact.source}</span> ·{' '}
            </>
          )}
          <Ago at={fact.at} />
        </div>
      </td>
      <td className="number">
        <Button look="quiet" icon={<History size={14} aria-hidden />} onClick={() => onPast(fact.path)}>
          {workspace.history.act(fact.history)} <span className="unseen">{workspace.history.of(name)}</span>
        </Button>
        <EditButton path={fact.path} onEdit={onEdit} />
      </td>
    </tr>
  );
}

function EditButton({ path, onEdit }: { path: string; onEdit: (path: string) => void }) {
  const { facts: words } = useWords();
  const barrier = useBarrier('work-on-cases');
  return (
    <Button look="quiet" icon={<PencilLine size={14} aria-hidden />} because={barrier} onClick={() => onEdit(path)}>
      {words.edit} <span className="unseen">{words.names[path] ?? path}</span>
    </Button>
  );
}

function Questions({ facts, onEdit }: EditProps) {
  const { facts: words } = useWords();
  if (facts.questions.length === 0) return <p className="soft">{words.findOutNone}</p>;
  return (
    <ol className="stack">
      {facts.questions.map((question) => (
        <li key={question.fact} className="stack-tight">
          <div className="row row-apart">
            <strong>{words.names[question.fact] ?? question.fact}</strong>
            <EditButton path={question.fact} onEdit={onEdit} />
          </div>
          <p lang="en">{question.ask}</p>
          <p lang="en" className="small soft">
            {question.why}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Movers({ id, onEdit }: { id: string; onEdit: (path: string) => void }) {
  const { facts: words, cases } = useWords();
  const wouldMove = useAnswer('getAssessment', { params: { id } }).wouldMove.filter(movesResult);
  if (wouldMove.length === 0) return <p className="soft">{cases.overview.wouldMoveNone}</p>;
  return (
    <ul className="stack-tight">
      {wouldMove.map((mover) => (
        <li key={`${mover.fact} ${JSON.stringify(mover.to)}`}>
          <div className="row row-apart">
            <strong>{words.names[mover.fact] ?? mover.fact}</strong>
            <EditButton path={mover.fact} onEdit={onEdit} />
          </div>
          <p className="small">
            <MoverText mover={mover} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function OtherFacts({ facts, onEdit }: EditProps) {
  const { facts: words } = useWords();
  const known = new Set(facts.items.map(({ path }) => path));
  const others = Object.keys(words.names).filter((path) => !known.has(path));
  return (
    <ul className="other-facts">
      {others.map((path) => (
        <li key={path} className="row row-apart">
          <span>{words.names[path]}</span>
          <EditButton path={path} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  );
}
