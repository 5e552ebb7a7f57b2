// The register of Article 33(5): every breach with what is written and what is missing, and the whole of it as a file.
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../api/queries.ts';
import type { RegisterItem } from '../api/shapes/cases.ts';
import { Badge } from '../ui/badge.tsx';
import { FactValue } from '../ui/domain/fact-value.tsx';
import { RuledWord, recordedValue } from '../ui/domain/register-words.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const FORMATS = ['pdf', 'csv', 'json'] as const;

export function RegisterPage() {
  const { register } = useWords().cases;
  const { language } = useFormat();
  return (
    <Page
      title={register.title}
      about={register.about}
      acts={FORMATS.map((format) => (
        <a
          key={format}
          className="button button-plain"
          href={`/api/register?format=${format}&language=${language}`}
          download
        >
          {register[format]}
        </a>
      ))}
    >
      <Records />
    </Page>
  );
}

function Records() {
  const { cases, workspace } = useWords();
  const { items, kept } = useAnswer('listRegister', {});
  return (
    <div className="stack">
      {kept > 0 && <Note>{workspace.register.kept(kept)}</Note>}
      <div className="panel">
        {items.length === 0 ? (
          <EmptyState title={cases.register.none} act={<Link to="/cases">{cases.open}</Link>}>
            {cases.register.noneText}
          </EmptyState>
        ) : (
          <RegisterTable items={items} />
        )}
      </div>
    </div>
  );
}

function RegisterTable({ items }: { items: readonly RegisterItem[] }) {
  const { cases, workspace } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{cases.register.reference}</th>
            <th scope="col">{cases.name}</th>
            <th scope="col">{cases.register.aware}</th>
            <th scope="col">{cases.authority}</th>
            <th scope="col">{cases.people}</th>
            <th scope="col">{workspace.register.missing}</th>
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map((item) => (
            <RegisterRow key={item.caseId} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RegisterRow({ item: { caseId, record, missing } }: { item: RegisterItem }) {
  const { cases, workspace } = useWords();
  const format = useFormat();
  const aware = recordedValue(record, 'aware');
  return (
    <tr>
      <td className="mono">{record.case}</td>
      <th scope="row">
        <Link to="/register/$id" params={{ id: caseId }}>
          {record.title}
        </Link>{' '}
        <Badge signal={record.state === 'open' ? 'amber' : 'plain'}>{cases.state[record.state]}</Badge>
      </th>
      <td>{aware !== undefined && <FactValue path="aware" value={aware} />}</td>
      <td>
        <RuledWord answer={record.decision.notifyAuthority} />
      </td>
      <td>
        <RuledWord answer={record.decision.communicateToPersons} />
      </td>
      <td>
        {missing.length === 0 ? (
          <Badge signal="green">{workspace.register.complete}</Badge>
        ) : (
          format.list(missing.map((part) => workspace.register.parts[part]))
        )}
      </td>
    </tr>
  );
}
