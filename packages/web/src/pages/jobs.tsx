// What the room does by itself.
import { useAnswer } from '../api/queries.ts';
import type { Job } from '../api/shapes/people.ts';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { useFormat, useWords } from '../words/words.tsx';

export function JobsPage() {
  const { jobs } = useWords().room;
  return (
    <Page title={jobs.title} about={jobs.about}>
      <div className="panel">
        <JobTable />
      </div>
    </Page>
  );
}

const SIGNALS = {
  created: 'hollow',
  retry: 'amber',
  active: 'blue',
  completed: 'green',
  cancelled: 'plain',
  failed: 'red',
} as const;

function JobTable() {
  const { jobs } = useWords().room;
  const { items } = useAnswer('listJobs', {});
  if (items.length === 0) return <EmptyState title={jobs.none}>{jobs.noneText}</EmptyState>;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{jobs.kind}</th>
            <th scope="col">{jobs.state}</th>
            <th scope="col">{jobs.created}</th>
            <th scope="col" className="number">
              {jobs.took}
            </th>
            <th scope="col" className="number">
              {jobs.attempts}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function JobRow({ job }: { job: Job }) {
  const { jobs } = useWords().room;
  const format = useFormat();
  const { startedAt, finishedAt } = job;
  const took = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : undefined;
  return (
    <tr>
      <th scope="row">
        {jobs.kinds[job.kind] ?? job.kind}
        {job.error && (
          <p className="small signal-red" lang="en">
            {job.error}
          </p>
        )}
        {job.waitingUntil && (
          <p className="small soft">
            {jobs.waiting} {format.instant(job.waitingUntil)}
          </p>
        )}
      </th>
      <td>
        <Badge signal={SIGNALS[job.state]}>{jobs.states[job.state]}</Badge>
      </td>
      <td>
        <Ago at={job.createdAt} />
      </td>
      <td className="number">{took === undefined ? '' : format.period(took)}</td>
      <td className="number">{format.number(job.attempts)}</td>
    </tr>
  );
}
