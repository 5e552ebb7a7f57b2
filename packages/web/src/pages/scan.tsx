// One scan: what was tested, and what was not and why.
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { OctagonX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { question, useAct, useAnswer } from '../api/queries.ts';
import type { Scan, Untested } from '../api/shapes/watch.ts';
import { SureDialog } from '../forms/sure-dialog.tsx';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { ScanProgress } from '../ui/domain/scan-progress.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/scans/$id');

export function ScanPage() {
  const { watch, domain } = useWords();
  const format = useFormat();
  const params = route.useParams();
  const scan = useAnswer('getScan', { params });
  const { startedAt } = scan;
  const goesOn = scan.state === 'running' || scan.state === 'queued';
  useAskedAgain(question('getScan', { params }).queryKey, goesOn);
  return (
    <Page
      title={startedAt ? watch.scan.title(format.instant(startedAt)) : domain.scanStates[scan.state]}
      above={{ to: `/scopes/${scan.scopeId}`, label: watch.scopes.title }}
      acts={goesOn && <StopScan id={scan.id} />}
    >
      {scan.error && (
        <Note signal="red">
          <span lang="en">{scan.error}</span>
        </Note>
      )}
      {goesOn ? (
        <Panel title={watch.scan.under.title} note={domain.scanStates[scan.state]}>
          <ScanProgress scan={scan} />
        </Panel>
      ) : (
        <>
          <ScanFigures scan={scan} />
          <Panel title={watch.scan.whatNot} note={watch.scan.whatNotNote} bare>
            {scan.untested.length === 0 ? (
              <p className="empty soft">{watch.scan.allTested}</p>
            ) : (
              <UntestedTable untested={scan.untested} />
            )}
          </Panel>
        </>
      )}
    </Page>
  );
}

/** The end of a scan that found nothing new is not told to browsers: who watches one asks now and then. */
const ASK_AGAIN_MS = 3000;

function useAskedAgain(queryKey: readonly unknown[], isWanted: boolean): void {
  const answers = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => void answers.invalidateQueries({ queryKey: JSON.parse(key) }), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [answers, key, isWanted]);
}

function StopScan({ id }: { id: string }) {
  const { watch } = useWords();
  const barrier = useBarrier('run-scans');
  const [isSure, setIsSure] = useState(false);
  const stop = useAct('stopScan', {
    onDone: () => {
      setIsSure(false);
      say(watch.scan.stopping);
    },
  });
  return (
    <>
      <Button icon={<OctagonX size={14} aria-hidden />} because={barrier} onClick={() => setIsSure(true)}>
        {watch.scan.stop}
      </Button>
      {isSure && (
        <SureDialog
          title={watch.scan.stop}
          about={watch.scan.stopSure}
          busy={stop.busy}
          problem={stop.problem}
          onClose={() => setIsSure(false)}
          onSure={() => stop.run({ params: { id } })}
        />
      )}
    </>
  );
}

function ScanFigures({ scan }: { scan: Scan }) {
  const { watch, domain } = useWords();
  const format = useFormat();
  const { startedAt, finishedAt } = scan;
  const took = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : undefined;
  return (
    <dl className="figures figures-row panel">
      <div>
        <dt>{watch.scan.state}</dt>
        <dd>{domain.scanStates[scan.state]}</dd>
      </div>
      {took !== undefined && (
        <div>
          <dt>{watch.scan.took}</dt>
          <dd>{format.period(took)}</dd>
        </div>
      )}
      <div>
        <dt>{watch.scan.tested}</dt>
        <dd>{watch.scan.endpoints(scan.endpoints.tested)}</dd>
      </div>
      <div>
        <dt>{watch.scan.untested}</dt>
        <dd>{watch.scan.endpoints(scan.endpoints.untested)}</dd>
      </div>
      <div>
        <dt>{watch.scan.stores}</dt>
        <dd>
          <Link to="/stores">{format.number(scan.stores)}</Link>
        </dd>
      </div>
      <div>
        <dt>{watch.scan.findings}</dt>
        <dd>
          <Link to="/findings">{format.number(scan.findings)}</Link>
        </dd>
      </div>
    </dl>
  );
}

function UntestedTable({ untested }: { untested: readonly Untested[] }) {
  const { watch, domain } = useWords();
  const format = useFormat();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{watch.scan.where}</th>
            <th scope="col">{watch.scan.reason}</th>
            <th scope="col" className="number">
              {watch.scan.untested}
            </th>
          </tr>
        </thead>
        <tbody>
          {untested.map((run) => (
            <tr key={`${run.address}:${run.port} ${run.reason}`}>
              <td className="mono">
                {run.address}:{run.port}
                {run.addressTo ? ` – ${run.addressTo}:${run.portTo ?? run.port}` : ''}
              </td>
              <td>{domain.untestedReasons[run.reason] ?? <span lang="en">{run.reason}</span>}</td>
              <td className="number">{format.number(run.endpoints ?? 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
