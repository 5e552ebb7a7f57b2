// One scan: what was tested, and what was not and why.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Scan, Untested } from '../api/shapes/watch.ts';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/scans/$id');

export function ScanPage() {
  const { watch, domain } = useWords();
  const format = useFormat();
  const params = route.useParams();
  const scan = useAnswer('getScan', { params });
  const { startedAt } = scan;
  return (
    <Page
      title={startedAt ? watch.scan.title(format.instant(startedAt)) : domain.scanStates[scan.state]}
      above={{ to: `/scopes/${scan.scopeId}`, label: watch.scopes.title }}
      acts={(scan.state === 'running' || scan.state === 'queued') && <StopScan id={scan.id} />}
    >
      {scan.error && (
        <Note signal="red">
          <span lang="en">{scan.error}</span>
        </Note>
      )}
      <ScanFigures scan={scan} />
      <Panel title={watch.scan.whatNot} note={watch.scan.whatNotNote} bare>
        {scan.untested.length === 0 ? (
          <p className="empty soft">{watch.scan.allTested}</p>
        ) : (
          <UntestedTable untested={scan.untested} />
        )}
      </Panel>
    </Page>
  );
}

function StopScan({ id }: { id: string }) {
  const { watch } = useWords();
  const barrier = useBarrier('run-scans');
  const stop = useAct('stopScan');
  return (
    <Button because={barrier} busy={stop.busy} onClick={() => stop.run({ params: { id } })}>
      {watch.scan.stop}
    </Button>
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
