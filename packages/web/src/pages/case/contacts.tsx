// Whom the data concerns: imports of contacts, and the contacts themselves, masked.
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLongList } from '../../api/pages.ts';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { Contact, ContactImport } from '../../api/shapes/letters.ts';
import { ImportContacts } from '../../forms/case/import-contacts.tsx';
import { Erasure } from '../../forms/letters/erasure.tsx';
import { WhoItIsDialog } from '../../forms/letters/who-it-is.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { Grid, type GridColumn } from '../../ui/grid.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseContacts() {
  const { notices, letters } = useWords();
  const [lookedAt, setLookedAt] = useState<string>();
  const params = route.useParams();
  const given = useMemo(() => ({ params: { id: params.id } }), [params.id]);
  const list = useLongList('listContacts', given);
  return (
    <div className="stack">
      <p className="soft prose">{notices.contacts.about}</p>
      <Panel title={notices.contacts.imports}>
        <div className="stack">
          <ImportContacts caseId={params.id} />
          <Imports caseId={params.id} />
        </div>
      </Panel>
      <div className="grid-part">
        <Grid
          label={notices.contacts.title}
          list={list}
          columns={useColumns()}
          link={({ id, name }, focus) => (
            <button type="button" className="cell-button" {...focus} onClick={() => setLookedAt(id)}>
              {name ?? '—'} <span className="unseen">{letters.look.open}</span>
            </button>
          )}
          empty={<EmptyState title={notices.contacts.none}>{notices.contacts.noneText}</EmptyState>}
        />
      </div>
      <Erasure caseId={params.id} />
      {lookedAt && <WhoItIsDialog contactId={lookedAt} onClose={() => setLookedAt(undefined)} />}
    </div>
  );
}

const LETTER_SIGNALS = {
  none: 'plain',
  queued: 'hollow',
  sent: 'green',
  bounced: 'red',
  failed: 'red',
  uncertain: 'amber',
  resent: 'blue',
} as const;

function useColumns(): readonly GridColumn<Contact>[] {
  const { notices } = useWords();
  const { contacts } = notices;
  return [
    { id: 'name', label: contacts.name, width: 'minmax(9rem, 1.2fr)', cell: () => null },
    {
      id: 'email',
      label: contacts.email,
      width: 'minmax(10rem, 1.4fr)',
      cell: ({ email }) => <span className="mono">{email}</span>,
    },
    {
      id: 'language',
      label: contacts.language,
      width: '7rem',
      cell: ({ language }) => notices.languages[language] ?? language,
    },
    { id: 'group', label: contacts.group, width: '8rem', cell: ({ group }) => notices.groups[group] ?? group },
    {
      id: 'marks',
      label: contacts.marks,
      width: '10rem',
      cell: ({ minor, reachable }) => (
        <>
          {minor && <Badge signal="amber">{contacts.minor}</Badge>}{' '}
          {!reachable && <Badge signal="red">{contacts.noReach}</Badge>}
        </>
      ),
    },
    {
      id: 'status',
      label: contacts.status,
      width: '8rem',
      cell: ({ status }) => <Badge signal={LETTER_SIGNALS[status]}>{contacts.statuses[status]}</Badge>,
    },
  ];
}

function Imports({ caseId }: { caseId: string }) {
  const { items } = useAnswer('listContactImports', { params: { id: caseId } });
  return (
    <ul className="stack">
      {items.map((one) => (
        <li key={one.id}>
          <ImportEntry one={one} />
        </li>
      ))}
    </ul>
  );
}

const IMPORT_SIGNALS = { checking: 'blue', waiting: 'amber', confirmed: 'green', discarded: 'plain' } as const;

function ImportEntry({ one }: { one: ContactImport }) {
  const { contacts } = useWords().notices;
  const format = useFormat();
  const barrier = useBarrier('manage-contacts');
  const confirm = useAct('confirmContactImport', { onDone: () => say(contacts.confirmed) });
  const discard = useAct('discardContactImport');
  const counts = [
    [contacts.good, one.good],
    [contacts.broken, one.broken],
    [contacts.duplicates, one.duplicates],
    [contacts.minors, one.minors],
    [contacts.unreachable, one.unreachable],
  ] as const;
  return (
    <div className="stack-tight">
      <div className="row row-apart">
        <span className="row">
          <Badge signal={IMPORT_SIGNALS[one.state]}>{contacts.states[one.state]}</Badge>
          <At at={one.createdAt} />
        </span>
        {one.state === 'waiting' && (
          <span className="row">
            <Button because={barrier} busy={discard.busy} onClick={() => discard.run({ params: { id: one.id } })}>
              {contacts.discard}
            </Button>
            <Button
              look="primary"
              because={barrier}
              busy={confirm.busy}
              onClick={() => confirm.run({ params: { id: one.id } })}
            >
              {contacts.confirm}
            </Button>
          </span>
        )}
      </div>
      <dl className="figures figures-row figures-bare">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {confirm.problem && <ProblemNote problem={confirm.problem} />}
      {one.problemCount > 0 && <BrokenRows one={one} />}
    </div>
  );
}

function BrokenRows({ one }: { one: ContactImport }) {
  const { contacts } = useWords().notices;
  const format = useFormat();
  return (
    <details className="as-table">
      <summary>{contacts.problems}</summary>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{contacts.row}</th>
              <th scope="col">{contacts.column}</th>
              <th scope="col">{contacts.problem}</th>
            </tr>
          </thead>
          <tbody>
            {one.problems.map((problem) => (
              <tr key={`${problem.row} ${problem.column}`}>
                <td>{format.number(problem.row)}</td>
                <td>{format.number(problem.column)}</td>
                <td>{contacts.rowProblems[problem.problem] ?? problem.problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
