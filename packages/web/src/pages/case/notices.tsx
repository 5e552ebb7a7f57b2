// The notices of a case, and the draft of another.
import { getRouteApi, Link } from '@tanstack/react-router';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import {
  LETTER_GROUPS,
  type LetterGroup,
  NOTICE_KINDS,
  NOTICE_LANGUAGES,
  type Notice,
  type NoticeKind,
  type NoticeSummary,
} from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NOTICE_SIGNALS } from '../../ui/domain/notice-state.ts';
import { EmptyState } from '../../ui/empty.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseNotices() {
  const { notices } = useWords();
  const params = route.useParams();
  const [drafting, setDrafting] = useState(false);
  const barrier = useBarrier('write-notices');
  const { items } = useAnswer('listNotices', { params });
  return (
    <div className="stack">
      <div className="row row-apart">
        <p className="soft prose">{notices.about}</p>
        <Button
          look="primary"
          icon={<FilePlus2 size={15} aria-hidden />}
          because={barrier}
          onClick={() => setDrafting(true)}
        >
          {notices.draft}
        </Button>
      </div>
      <div className="panel">
        {items.length === 0 ? (
          <EmptyState title={notices.none}>{notices.noneText}</EmptyState>
        ) : (
          <NoticeTable notices={items} />
        )}
      </div>
      {drafting && <DraftNotice caseId={params.id} onClose={() => setDrafting(false)} />}
    </div>
  );
}

function NoticeTable({ notices: items }: { notices: readonly NoticeSummary[] }) {
  const { notices } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{notices.kind}</th>
            <th scope="col">{notices.language}</th>
            <th scope="col">{notices.state}</th>
            <th scope="col">{notices.approvalsHead}</th>
            <th scope="col">{notices.versions}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((notice) => {
            const last = notice.versions.at(-1);
            return (
              <tr key={notice.id}>
                <th scope="row">
                  <Link to="/cases/$id/notices/$noticeId" params={{ id: notice.caseId, noticeId: notice.id }}>
                    {notices.kinds[notice.kind]}
                  </Link>{' '}
                  <span className="soft">{notice.group && (notices.groups[notice.group] ?? notice.group)}</span>
                </th>
                <td>{notices.languages[notice.language] ?? notice.language}</td>
                <td>
                  <Badge signal={NOTICE_SIGNALS[notice.state]}>{notices.states[notice.state]}</Badge>
                </td>
                <td>{notice.state === 'draft' ? '' : notices.approvals(notice.approvals.length)}</td>
                <td>
                  {last && (
                    <>
                      {notices.version(last.number)} <span className="soft">· </span>
                      <At at={last.at} />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function DraftNotice({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { notices, frame } = useWords();
  const { language: mine } = useFormat();
  const [kind, setKind] = useState<NoticeKind>('authority-edpb');
  const [group, setGroup] = useState<LetterGroup>('anyone');
  const [language, setLanguage] = useState<Notice['language']>(mine);
  const navigate = route.useNavigate();
  const draft = useAct('createNotice', {
    onDone: (notice) => {
      say(notices.drafted);
      void navigate({ to: '/cases/$id/notices/$noticeId', params: { id: caseId, noticeId: notice.id } });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={notices.draftTitle}
      foot={
        <>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
          <Button
            look="primary"
            busy={draft.busy}
            onClick={() =>
              draft.run({ params: { id: caseId }, body: { kind, language, ...(kind === 'letter' ? { group } : {}) } })
            }
          >
            {notices.draftAct}
          </Button>
        </>
      }
    >
      <div className="form">
        <Select
          label={notices.kind}
          value={kind}
          choices={NOTICE_KINDS.map((value) => ({ value, label: notices.kinds[value] }))}
          onChoose={setKind}
        />
        <Select
          label={notices.language}
          value={language}
          choices={NOTICE_LANGUAGES.map((value) => ({ value, label: notices.languages[value] ?? value }))}
          onChoose={setLanguage}
        />
        {kind === 'letter' && (
          <Select
            label={notices.group}
            value={group}
            choices={LETTER_GROUPS.map((value) => ({ value, label: notices.groups[value] ?? value }))}
            onChoose={setGroup}
          />
        )}
        {draft.problem && <ProblemNote problem={draft.problem} />}
      </div>
    </Dialog>
  );
}
