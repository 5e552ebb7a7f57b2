// The register of Article 33(5).
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../api/queries.ts';
import type { Case } from '../api/shapes/cases.ts';
import { Badge } from '../ui/badge.tsx';
import { DecidedWord, SeverityWord } from '../ui/domain/case-words.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { At } from '../ui/time/moment.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const FORMATS = ['pdf', 'csv', 'json'] as const;

export function RegisterPage() {
  const { cases } = useWords();
  const { register } = cases;
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
      <div className="panel">
        <RegisterTable />
      </div>
    </Page>
  );
}

function RegisterTable() {
  const { cases } = useWords();
  const { register } = cases;
  const { items } = useAnswer('listCases', { query: { limit: '200' } });
  if (items.length === 0) return <EmptyState title={register.none}>{register.noneText}</EmptyState>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{register.reference}</th>
            <th scope="col">{cases.name}</th>
            <th scope="col">{register.aware}</th>
            <th scope="col">{cases.severity}</th>
            <th scope="col">{cases.authority}</th>
            <th scope="col">{cases.people}</th>
            <th scope="col">{register.effects}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <RegisterRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RegisterRow({ one }: { one: Case }) {
  const { cases } = useWords();
  const { authority, people } = one.decision;
  return (
    <tr>
      <td className="mono">{one.reference}</td>
      <th scope="row">
        <Link to="/cases/$id" params={{ id: one.id }}>
          {one.name}
        </Link>{' '}
        <Badge signal={one.state === 'open' ? 'amber' : 'plain'}>{cases.state[one.state]}</Badge>
      </th>
      <td>{one.aware && <At at={one.aware.at} />}</td>
      <td>
        <SeverityWord severity={one.severity} />
      </td>
      <td>
        <DecidedWord answer={authority.answer} ruled={authority.ruled} />
      </td>
      <td>
        <DecidedWord answer={people.answer} ruled={people.ruled} />
      </td>
      <td>
        {one.effects.length + one.remedialAction.length === 0 ? (
          <Badge signal="amber">{cases.register.notWritten}</Badge>
        ) : (
          [...one.effects, ...one.remedialAction].join(' ')
        )}
      </td>
    </tr>
  );
}
