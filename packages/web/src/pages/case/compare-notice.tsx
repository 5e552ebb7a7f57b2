// Two versions of a notice beside each other as one text: what was added, what was removed, and which gaps are still open.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { Notice } from '../../api/shapes/cases.ts';
import { EmptyState } from '../../ui/empty.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { type ComparedLine, comparedTexts, wordCounts } from './notice-comparison.ts';

const route = getRouteApi('/room/cases/$id/notices/$noticeId/compare');

export function CompareNotice() {
  const { notices, workspace } = useWords();
  const params = route.useParams();
  const notice = useAnswer('getNotice', { params: { id: params.noticeId } });
  return (
    <div className="stack">
      <div className="row row-apart">
        <h2>
          {workspace.compare.title} <span className="soft">{notices.kinds[notice.kind]}</span>
        </h2>
        <Link to="/cases/$id/notices/$noticeId" params={params}>
          {workspace.compare.back}
        </Link>
      </div>
      {notice.versions.length < 2 ? (
        <EmptyState title={notices.version(1)}>{workspace.compare.only}</EmptyState>
      ) : (
        <Comparison notice={notice} />
      )}
    </div>
  );
}

function Comparison({ notice }: { notice: Notice }) {
  const { workspace } = useWords();
  const { from, to } = useChosen(notice);
  const navigate = route.useNavigate();
  const choices = useVersionChoices(notice);
  const choose = (search: { from?: string; to?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <>
      <div className="form-columns compare-choice">
        <Select
          label={workspace.compare.from}
          value={String(from)}
          choices={choices}
          onChoose={(value) => choose({ from: value })}
        />
        <Select
          label={workspace.compare.to}
          value={String(to)}
          choices={choices}
          onChoose={(value) => choose({ to: value })}
        />
      </div>
      <Compared notice={notice} from={from} to={to} />
    </>
  );
}

/** The versions of the address; the last two where it names none. */
function useChosen({ versions }: Notice): { readonly from: number; readonly to: number } {
  const search = route.useSearch();
  const newest = versions.at(-1)?.number ?? 1;
  const known = (word: string | undefined) => versions.find(({ number }) => String(number) === word)?.number;
  const to = known(search.to) ?? newest;
  return { from: known(search.from) ?? Math.max(1, to - 1), to };
}

function useVersionChoices({ versions }: Notice) {
  const { notices, frame } = useWords();
  const format = useFormat();
  return versions
    .map(({ number, at, by }) => ({
      value: String(number),
      label: `${notices.version(number)}, ${format.instant(at)}, ${frame.by(by.name)}`,
    }))
    .reverse();
}

function Compared({ notice, from, to }: { notice: Notice; from: number; to: number }) {
  const { workspace } = useWords();
  const [changesOnly, setChangesOnly] = useState(false);
  const before = useAnswer('getNotice', { params: { id: notice.id }, query: { number: String(from) } });
  const after = useAnswer('getNotice', { params: { id: notice.id }, query: { number: String(to) } });
  const { language } = notice;
  const lines = useMemo(() => comparedTexts(before.text, after.text, language), [before.text, after.text, language]);
  const counts = wordCounts(lines, language);
  const isSame = lines.every(({ what }) => what === 'same');
  return (
    <Panel
      title={isSame ? workspace.compare.same : workspace.compare.counts(counts.added, counts.removed)}
      act={<CheckField label={workspace.compare.changesOnly} checked={changesOnly} onCheck={setChangesOnly} />}
    >
      <div className="notice-text compared" lang={language}>
        {changesOnly ? <ChangedLines lines={lines} /> : lines.map(keyed).map(lineOf)}
      </div>
    </Panel>
  );
}

interface Keyed {
  readonly key: string;
  readonly line: ComparedLine;
}

/** Lines have no ids of their own: their place in the comparison is one. */
function keyed(line: ComparedLine, index: number): Keyed {
  return { key: `line ${index}`, line };
}

function lineOf({ key, line }: Keyed) {
  return <LineText key={key} line={line} />;
}

/** Runs of lines that are the same are counted instead of shown. */
function ChangedLines({ lines }: { lines: readonly ComparedLine[] }) {
  const { workspace } = useWords();
  const { language } = useFormat();
  const runs: { key: string; same: number; changed: Keyed[] }[] = [];
  for (const one of lines.map(keyed)) {
    const isSame = one.line.what === 'same';
    const last = runs.at(-1);
    if (last === undefined || last.same > 0 !== isSame)
      runs.push({ key: one.key, same: isSame ? 1 : 0, changed: isSame ? [] : [one] });
    else if (isSame) last.same += 1;
    else last.changed.push(one);
  }
  return runs.map(({ key, same, changed }) =>
    same > 0 ? (
      <p key={key} className="small soft compared-skip" lang={language}>
        {workspace.compare.skipped(same)}
      </p>
    ) : (
      changed.map(lineOf)
    ),
  );
}

const LINE_CLASSES = {
  heading: 'compared-heading',
  paragraph: '',
  list: 'compared-item',
  table: 'compared-row',
  question: 'notice-gap',
} as const;

function LineText({ line: { kind, what, parts } }: { line: ComparedLine }) {
  const { notices } = useWords();
  const { language } = useFormat();
  return (
    <p className={`compared-line compared-${what} ${LINE_CLASSES[kind]}`}>
      {kind === 'question' && (
        <span className="compared-mark" lang={language}>
          {notices.gap}{' '}
        </span>
      )}
      {parts.map(({ what: came, text }, index) => {
        const key = `${index} ${came}`;
        if (came === 'same') return <span key={key}>{text}</span>;
        return came === 'added' ? <Added key={key} text={text} /> : <Removed key={key} text={text} />;
      })}
    </p>
  );
}

/** Readers of the screen hear what the colour and the line say. */
function Added({ text }: { text: string }) {
  const { workspace } = useWords();
  const { language } = useFormat();
  return (
    <ins>
      <span className="unseen" lang={language}>
        {workspace.compare.added}{' '}
      </span>
      {text}
    </ins>
  );
}

function Removed({ text }: { text: string }) {
  const { workspace } = useWords();
  const { language } = useFormat();
  return (
    <del>
      <span className="unseen" lang={language}>
        {workspace.compare.removed}{' '}
      </span>
      {text}
    </del>
  );
}
