// One notice: its text with the gaps marked, its versions, and the way from draft to filing.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { Block, Notice } from '../../api/shapes/cases.ts';
import { BlockEditor } from '../../forms/case/block-editor.tsx';
import { NoticeGaps } from '../../forms/case/notice-gaps.tsx';
import { NoticeSteps } from '../../forms/case/notice-steps.tsx';
import { useBarrier, useHas } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { NOTICE_SIGNALS } from '../../ui/domain/notice-state.ts';
import { NoticeText } from '../../ui/domain/notice-text.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id/notices/$noticeId');

export function CaseNotice() {
  const { notices } = useWords();
  const { noticeId } = route.useParams();
  const notice = useAnswer('getNotice', { params: { id: noticeId } });
  const [editing, setEditing] = useState<Block>();
  const mayWrite = useHas('write-notices') && notice.state === 'draft';
  return (
    <div className="stack">
      <div className="row">
        <h2>{notices.kinds[notice.kind]}</h2>
        <Badge>{notices.languages[notice.language] ?? notice.language}</Badge>
        <Badge signal={NOTICE_SIGNALS[notice.state]}>{notices.states[notice.state]}</Badge>
      </div>
      <NoticeSteps notice={notice} />
      {notice.behindFacts && notice.state === 'draft' && <Redraft notice={notice} />}
      <div className="columns">
        <Panel title={notices.text} act={<Exports notice={notice} />}>
          <NoticeText notice={notice} onEdit={mayWrite ? setEditing : undefined} />
        </Panel>
        <div className="stack">
          <Panel title={notices.versions} act={<CompareLink notice={notice} />}>
            <Versions notice={notice} />
          </Panel>
          <Panel title={notices.gaps} note={notices.gapsAbout} className="notice-side">
            <NoticeGaps key={notice.version} notice={notice} />
          </Panel>
        </div>
      </div>
      {editing !== undefined && editing.kind !== 'question' && (
        <BlockEditor notice={notice} block={editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

/** The facts say something else by now. */
function Redraft({ notice }: { notice: Notice }) {
  const { notices } = useWords();
  const barrier = useBarrier('write-notices');
  const redraft = useAct('changeNotice', { onDone: () => say(notices.redrafted) });
  return (
    <Note signal="amber">
      <p>{notices.behind}</p>
      <p>
        <Button
          because={barrier}
          busy={redraft.busy}
          onClick={() => redraft.run({ params: { id: notice.id }, version: notice.version, body: { redraft: true } })}
        >
          {notices.redraft}
        </Button>
      </p>
    </Note>
  );
}

const FORMATS = ['pdf', 'docx', 'html', 'md', 'json'] as const;

function Exports({ notice }: { notice: Notice }) {
  const { notices } = useWords();
  return (
    <span className="row small">
      {notices.exportAs}
      {FORMATS.map((format) => (
        <a key={format} href={`/api/notices/${notice.id}/export?format=${format}`} download>
          {notices.formats[format]}
        </a>
      ))}
    </span>
  );
}

function CompareLink({ notice }: { notice: Notice }) {
  const { workspace } = useWords();
  const params = { id: notice.caseId, noticeId: notice.id };
  return (
    <Link to="/cases/$id/notices/$noticeId/compare" params={params} className="small">
      {workspace.compare.act}
    </Link>
  );
}

function Versions({ notice }: { notice: Notice }) {
  const { notices, frame } = useWords();
  return (
    <ol className="stack-tight">
      {[...notice.versions].reverse().map(({ number, at, by }) => (
        <li key={number} className="row row-apart">
          <span>
            {number > 1 ? (
              <Link
                to="/cases/$id/notices/$noticeId/compare"
                params={{ id: notice.caseId, noticeId: notice.id }}
                search={{ from: String(number - 1), to: String(number) }}
              >
                {notices.version(number)}
              </Link>
            ) : (
              notices.version(number)
            )}{' '}
            <span className="soft">{frame.by(by.name)}</span>
          </span>
          <span className="soft small">
            <At at={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
