// Letters to people: a run each group and language, with preview, dry run, pause and proofs.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { DryRun, LetterRun } from '../../api/shapes/letters.ts';
import { LetterPreviewDialog } from '../../forms/case/letter-preview.tsx';
import { PrepareLetters } from '../../forms/case/prepare-letters.tsx';
import { TakeBounces } from '../../forms/letters/bounces.tsx';
import { LettersInDoubt } from '../../forms/letters/in-doubt.tsx';
import { WhoWasTold } from '../../forms/letters/told.tsx';
import { SureDialog } from '../../forms/sure-dialog.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { RunFigures, RunState, useRunTitle } from './run-figures.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseLetters() {
  const words = useWords();
  const { letters } = words.notices;
  const { bounces } = words.letters;
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
      {items.length > 0 && <WhoWasTold caseId={params.id} runs={items} />}
      {items.map((run) => (
        <RunPanel key={run.id} run={run} />
      ))}
      <Panel title={letters.add}>
        <PrepareLetters caseId={params.id} />
      </Panel>
      {items.some(({ startedAt }) => startedAt !== undefined) && (
        <Panel title={bounces.title}>
          <TakeBounces />
        </Panel>
      )}
    </div>
  );
}

function RunPanel({ run }: { run: LetterRun }) {
  return (
    <Panel title={useRunTitle(run)} note={<RunState run={run} />}>
      <div className="stack">
        <RunFigures run={run} />
        {run.erasedAt === undefined ? (
          <>
            <LettersInDoubt run={run} />
            <RunActs run={run} />
          </>
        ) : (
          <p>
            <Proofs run={run} />
          </p>
        )}
      </div>
    </Panel>
  );
}

function RunActs({ run }: { run: LetterRun }) {
  const words = useWords();
  const { letters } = words.notices;
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
        {begun && (
          <Link
            to="/cases/$id/letters/$runId"
            params={{ id: run.caseId, runId: run.id }}
            className="button button-plain"
          >
            {words.letters.open}
          </Link>
        )}
        <Proofs run={run} />
      </div>
      {!begun && dryRun.answer && <DryRunResult result={dryRun.answer} />}
      {problem && <ProblemNote problem={problem} />}
      {showing === 'preview' && <LetterPreviewDialog runId={run.id} onClose={() => setShowing(undefined)} />}
      {showing === 'sure' && (
        <SureDialog
          title={letters.start}
          about={letters.startSure(format.number(run.left))}
          busy={start.busy}
          problem={start.problem}
          onClose={() => setShowing(undefined)}
          onSure={() => start.run(given)}
        />
      )}
    </>
  );
}

function Proofs({ run }: { run: LetterRun }) {
  const { letters } = useWords().notices;
  return (
    <a href={`/api/letter-runs/${run.id}/proofs`} download>
      {letters.proofs}
    </a>
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
