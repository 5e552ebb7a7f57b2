// From draft to filing: freeze, two approvals, the receipt. Each step says why it cannot be taken yet.
import { Lock, LockOpen, PenLine, ReceiptText } from 'lucide-react';
import { useId, useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { Notice } from '../../api/shapes/cases.ts';
import { useBarrier, useMe } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords, type Words } from '../../words/words.tsx';
import { BecauseDialog } from './because-dialog.tsx';
import { KeptReceipt, ReceiptDialog } from './receipt.tsx';

const STEPS = ['draft', 'frozen', 'approved', 'filed'] as const;

export function NoticeSteps({ notice }: { notice: Notice }) {
  const { notices } = useWords();
  const titleId = useId();
  const reached = notice.state === 'withdrawn' ? -1 : STEPS.indexOf(notice.state);
  return (
    <section className="panel notice-steps" aria-labelledby={titleId}>
      <h3 id={titleId}>{notices.sequence}</h3>
      <ol className="step-line">
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index <= reached ? 'step-done' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            {notices.steps[step]}
            {step === 'approved' && notice.state === 'frozen' && (
              <span className="soft small"> {notices.approvals(notice.approvals.length)}</span>
            )}
          </li>
        ))}
      </ol>
      <Acts notice={notice} />
      <Signed notice={notice} />
      {notice.receipt && <KeptReceipt notice={notice} receipt={notice.receipt} />}
    </section>
  );
}

function Signed({ notice }: { notice: Notice }) {
  const { notices } = useWords();
  return (
    <ul className="row small soft">
      {notice.approvals.map(({ by, at }) => (
        <li key={by.id}>
          {notices.approvedBy(by.name)}, <At at={at} />
        </li>
      ))}
    </ul>
  );
}

/** Why a step cannot be taken in this state; undefined where it can. */
function barriersOf(notice: Notice, { notices, workspace }: Words, myId: string) {
  const { state, approvals } = notice;
  const mine = approvals.some(({ by }) => by.id === myId);
  const within = lacksOutsider(notice, myId) ? notices.lacksOutsider : undefined;
  return {
    freeze: state === 'draft' ? undefined : notices.isFrozen,
    approve: state !== 'frozen' ? notices.notFrozen : mine ? notices.alreadyApproved : within,
    file: state === 'approved' ? undefined : state === 'filed' ? workspace.receipt.filed : notices.notApproved,
  };
}

/** Whether this would be the second approval of people who have all written in it or frozen it: one has to have done neither. */
function lacksOutsider({ approvals, versions, frozen }: Notice, myId: string): boolean {
  const insiders = new Set([frozen?.by.id, ...versions.map(({ by }) => by.id)]);
  return approvals.length > 0 && [...approvals.map(({ by }) => by.id), myId].every((id) => insiders.has(id));
}

function Acts({ notice }: { notice: Notice }) {
  const words = useWords();
  const { notices } = words;
  const { account } = useMe();
  const [asking, setAsking] = useState<'receipt' | 'unfreeze' | 'withdraw'>();
  const write = useBarrier('write-notices');
  const approve = useBarrier('approve-notices');
  const file = useBarrier('file-notices');
  const barriers = barriersOf(notice, words, account.id);
  const freezeAct = useAct('freezeNotice', { onDone: () => say(notices.frozen) });
  const approveAct = useAct('approveNotice', { onDone: () => say(notices.approved) });
  const given = { params: { id: notice.id }, version: notice.version };
  const left = notice.gaps.some(({ answer }) => answer === undefined);
  const problem = freezeAct.problem ?? approveAct.problem;
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          icon={<Lock size={14} aria-hidden />}
          because={write ?? barriers.freeze}
          busy={freezeAct.busy}
          onClick={() => freezeAct.run({ ...given, body: left ? { incomplete: true } : {} })}
        >
          {left ? notices.freezeIncomplete : notices.freeze}
        </Button>
        {(notice.state === 'frozen' || notice.state === 'approved') && (
          <Button icon={<LockOpen size={14} aria-hidden />} because={write} onClick={() => setAsking('unfreeze')}>
            {notices.unfreeze}
          </Button>
        )}
        <Button
          look="primary"
          icon={<PenLine size={14} aria-hidden />}
          because={approve ?? barriers.approve}
          busy={approveAct.busy}
          onClick={() => approveAct.run(given)}
        >
          {notices.approve}
        </Button>
        <Button
          icon={<ReceiptText size={14} aria-hidden />}
          because={file ?? barriers.file}
          onClick={() => setAsking('receipt')}
        >
          {notices.receiptAct}
        </Button>
        {notice.state !== 'withdrawn' && (
          <Button look="quiet" because={write} onClick={() => setAsking('withdraw')}>
            {notices.withdraw}
          </Button>
        )}
      </div>
      <p className="small soft">{notices.freezeHint}</p>
      {problem && <ProblemNote problem={problem} />}
      {asking === 'receipt' && <ReceiptDialog notice={notice} onClose={() => setAsking(undefined)} />}
      {asking === 'unfreeze' && <TakeBack notice={notice} act="unfreezeNotice" onClose={() => setAsking(undefined)} />}
      {asking === 'withdraw' && <TakeBack notice={notice} act="withdrawNotice" onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** Thawing and withdrawing have to say why. */
function TakeBack({
  notice,
  act,
  onClose,
}: {
  notice: Notice;
  act: 'unfreezeNotice' | 'withdrawNotice';
  onClose: () => void;
}) {
  const { notices } = useWords();
  const done = act === 'unfreezeNotice' ? notices.unfrozen : notices.withdrawn;
  const takeBack = useAct(act, {
    onDone: () => {
      say(done);
      onClose();
    },
  });
  return (
    <BecauseDialog
      title={act === 'unfreezeNotice' ? notices.unfreeze : notices.withdraw}
      busy={takeBack.busy}
      problem={takeBack.problem}
      onClose={onClose}
      onBecause={(because) => takeBack.run({ params: { id: notice.id }, version: notice.version, body: { because } })}
    />
  );
}
