// Letters to people: a run each group and language, with preview, dry run, pause and proofs.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { DryRun, LetterRun } from '../../api/shapes/letters.ts';
import { LetterPreviewDialog } from '../../forms/case/letter-preview.tsx';
import { PrepareLetters } from '../../forms/case/prepare-letters.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseLetters() {
  const { letters } = useWords().notices;
  const params = route.useParams();
  const { items } = useAnswer('listLetterRuns', { params });
  return (
    <div className="stack">
      <p className="soft prose">{letters.about}</p>
      {items.length === 0 && (
        <div className="panel">
          <EmptyState title={letters.none}>{letters.noneText}</EmptyState>
        </div>
      )}
      {items.map((run) => (
        <RunPanel key={run.id} run={run} />
      ))}
      <Panel title={letters.add}>
        <PrepareLetters caseId={params.id} />
      </Panel>
    </div>
  );
}

const RUN_SIGNALS = {
  draft: 'hollow',
  'dry-run': 'blue',
  running: 'blue',
  paused: 'amber',
  done: 'green',
  waiting: 'amber',
} as const;

function RunPanel({ run }: { run: LetterRun }) {
  const { notices } = useWords();
  const { letters } = notices;
  const format = useFormat();
  const title = [
    notices.groups[run.group] ?? run.group,
    notices.languages[run.language] ?? run.language,
    letters.channels[run.channel],
  ].join(' · ');
  return (
    <Panel title={title} note={<Badge signal={RUN_SIGNALS[run.state]}>{letters.states[run.state]}</Badge>}>
      <div className="stack">
        <div className="stack-tight">
          <div className="row row-apart">
            <span>{letters.progress(format.number(run.sent), format.number(run.total))}</span>
            <span className="soft small">
              {format.number(run.bounced)} {letters.bounced} · {format.number(run.failed)} {letters.failed} ·{' '}
              {format.number(run.left)} {letters.left}
            </span>
          </div>
          <progress className="progress" max={Math.max(1, run.total)} value={run.sent} aria-label={title} />
        </div>
        {run.waitingFor && (
          <Note signal="amber">
            <span lang="en">{run.waitingFor}</span>
          </Note>
        )}
        <RunActs run={run} />
      </div>
    </Panel>
  );
}

function RunActs({ run }: { run: LetterRun }) {
  const { letters } = useWords().notices;
  const { frame } = useWords();
  const format = useFormat();
  const barrier = useBarrier('send-letters');
  const [showing, setShowing] = useState<'preview' | 'sure'>();
  const dryRun = useAct('tryLetterRun');
  const start = useAct('startLetterRun', {
    onDone: () => {
      setShowing(undefined);
      say(letters.started);
    },
  });
  const pause = useAct('pauseLetterRun');
  const resume = useAct('resumeLetterRun');
  const given = { params: { id: run.id } };
  const problem = dryRun.problem ?? start.problem ?? pause.problem ?? resume.problem;
  const begun = run.state !== 'draft' && run.state !== 'dry-run';
  return (
    <>
      <div className="row">
        <Button because={barrier} onClick={() => setShowing('preview')}>
          {letters.preview}
        </Button>
        {!begun && (
          <>
            <Button because={barrier} busy={dryRun.busy} onClick={() => dryRun.run(given)}>
              {letters.dryRun}
            </Button>
            <Button look="primary" because={barrier} onClick={() => setShowing('sure')}>
              {letters.start}
            </Button>
          </>
        )}
        {(run.state === 'running' || run.state === 'waiting') && (
          <Button because={barrier} busy={pause.busy} onClick={() => pause.run(given)}>
            {letters.pause}
          </Button>
        )}
        {run.state === 'paused' && (
          <Button look="primary" because={barrier} busy={resume.busy} onClick={() => resume.run(given)}>
            {letters.resume}
          </Button>
        )}
        <a href={`/api/letter-runs/${run.id}/proofs`} download>
          {letters.proofs}
        </a>
      </div>
      {dryRun.answer && <DryRunResult result={dryRun.answer} />}
      {problem && <ProblemNote problem={problem} />}
      {showing === 'preview' && <LetterPreviewDialog runId={run.id} onClose={() => setShowing(undefined)} />}
      <Dialog
        open={showing === 'sure'}
        onClose={() => setShowing(undefined)}
        title={letters.start}
        about={letters.startSure(format.number(run.left))}
        foot={
          <>
            <Button onClick={() => setShowing(undefined)}>{frame.acts.cancel}</Button>
            <Button look="primary" busy={start.busy} onClick={() => start.run(given)}>
              {letters.start}
            </Button>
          </>
        }
      />
    </>
  );
}

/** Who would get the letter, and who nothing and why. */
function DryRunResult({ result }: { result: DryRun }) {
  const { notices } = useWords();
  const { letters } = notices;
  const format = useFormat();
  return (
    <Note signal={result.letters === 0 ? 'amber' : 'green'}>
      <p>
        <strong>{letters.wouldGo(result.letters)}</strong>
        {result.minors > 0 && ` · ${letters.toMinors(result.minors)}`}
      </p>
      <ul>
        {result.nothing.map(({ reason, language, contacts }) => (
          <li key={`${reason} ${language}`}>
            {format.number(contacts)} {letters.nothing[reason]} ({notices.languages[language] ?? language})
          </li>
        ))}
      </ul>
    </Note>
  );
}
