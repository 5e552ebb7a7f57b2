// The append-only log, and whether it holds.
import { useMemo } from 'react';
import { useLongList } from '../api/pages.ts';
import { useAnswer, useMaybeAnswer } from '../api/queries.ts';
import type { EvidenceEntry } from '../api/shapes/people.ts';
import { useHas } from '../shell/may.ts';
import { EmptyState } from '../ui/empty.tsx';
import { Grid, type GridColumn } from '../ui/grid.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { useFormat, useWords } from '../words/words.tsx';

export function EvidencePage() {
  const { evidence } = useWords().room;
  const given = useMemo(() => ({ query: {} }), []);
  const list = useLongList('listEvidence', given);
  return (
    <Page
      title={evidence.title}
      about={evidence.about}
      full
      acts={
        <a className="button button-plain" href="/api/evidence/log" download>
          {evidence.download}
        </a>
      }
    >
      <Verdict />
      <Grid
        label={evidence.title}
        list={list}
        columns={useColumns()}
        minWidth={56}
        link={(entry, focus) => <span {...focus}>{entry.sequence}</span>}
        empty={<EmptyState title={evidence.none}>{evidence.noneText}</EmptyState>}
      />
    </Page>
  );
}

function Verdict() {
  const { evidence } = useWords().room;
  const verdict = useAnswer('getEvidenceVerdict', {});
  const holds = verdict.fault === undefined;
  return (
    <Note signal={holds ? 'green' : 'red'}>
      <strong>{holds ? evidence.holds : evidence.broken}</strong>
      {verdict.entries !== undefined && ` · ${evidence.entries(verdict.entries)}`}
      {verdict.fault && (
        <span lang="en" className="soft">
          {' '}
          · {verdict.fault}
        </span>
      )}
    </Note>
  );
}

/** The parts of an entry in one line: names and values, without the nested. */
function payloadText(payload: EvidenceEntry['payload']): string {
  return Object.entries(payload)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' · ');
}

/** The log holds ids and no names; whoever may see colleagues reads the name. */
function useNameOf(): (author: string) => string {
  const { evidence } = useWords().room;
  const colleagues = useMaybeAnswer('listColleagues', {}, useHas('read-watch')).answer?.items ?? [];
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  return (author) => names.get(author) ?? (author === 'vigie-server' ? evidence.platform : author);
}

/** The log's own name of an entry's type is English whatever the reader's language. */
function TypeName({ type }: { type: string }) {
  return (
    <span className="mono" lang="en">
      {type}
    </span>
  );
}

function useColumns(): readonly GridColumn<EvidenceEntry>[] {
  const { evidence } = useWords().room;
  const nameOf = useNameOf();
  const format = useFormat();
  return [
    { id: 'sequence', label: evidence.sequence, width: '5rem', cell: () => null },
    { id: 'at', label: evidence.at, width: '11rem', cell: ({ time }) => format.instant(time) },
    { id: 'type', label: evidence.type, width: '10rem', cell: ({ type }) => <TypeName type={type} /> },
    { id: 'author', label: evidence.author, width: 'minmax(8rem, 0.8fr)', cell: ({ author }) => nameOf(author) },
    {
      id: 'what',
      label: evidence.what,
      width: 'minmax(12rem, 2fr)',
      cell: ({ payload }) => <span lang="en">{payloadText(payload)}</span>,
    },
    { id: 'hash', label: evidence.hash, width: '8rem', cell: ({ hash }) => <code>{hash.slice(0, 10)}…</code> },
  ];
}
