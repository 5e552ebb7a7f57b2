// The action plan of a case: tasks by phase, with owners and deadlines.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import { TASK_STATES, type Task, type TaskState } from '../../api/shapes/cases.ts';
import { BecauseDialog } from '../../forms/case/because-dialog.tsx';
import { ColleagueSelect } from '../../forms/colleague-select.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Countdown } from '../../ui/time/countdown.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseTasks() {
  const { cases } = useWords();
  const params = route.useParams();
  const { items } = useAnswer('listTasks', { params });
  const phases = [...new Set(items.map(({ phase }) => phase))];
  return (
    <div className="stack">
      <p className="soft prose">{cases.tasks.about}</p>
      {items.length === 0 && (
        <div className="panel">
          <EmptyState title={cases.tasks.none}>{cases.tasks.noneText}</EmptyState>
        </div>
      )}
      {phases.map((phase) => {
        const tasks = items.filter((task) => task.phase === phase);
        const done = tasks.filter(({ state }) => state === 'done' || state === 'not-needed').length;
        return (
          <Panel
            key={phase}
            title={phase === '' ? cases.tasks.ownPhase : (cases.tasks.phases[phase] ?? phase)}
            note={cases.tasks.done(done, tasks.length)}
            bare
          >
            <TaskTable tasks={tasks} />
          </Panel>
        );
      })}
      <AddTask caseId={params.id} />
    </div>
  );
}

function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const { cases } = useWords();
  return (
    <div className="scroll-x">
      <table className="table table-tasks">
        <thead>
          <tr>
            <th scope="col">{cases.tasks.task}</th>
            <th scope="col">{cases.tasks.due}</th>
            <th scope="col">{cases.tasks.owner}</th>
            <th scope="col">{cases.tasks.state}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaskRow({ task }: { task: Task }) {
  const { cases } = useWords();
  const barrier = useBarrier('work-on-tasks');
  const [dropping, setDropping] = useState(false);
  const change = useAct('changeTask', { onDone: () => setDropping(false) });
  const save = (body: { state?: TaskState; ownerId?: string | null; because?: string }) =>
    change.run({ params: { id: task.id }, body, version: task.version });
  const over = task.state === 'done' || task.state === 'not-needed';
  return (
    <tr>
      <th scope="row">
        <span lang="en">{task.title}</span> {task.dropped && <Badge>{cases.tasks.dropped}</Badge>}
        {task.owed === 'unknown' && <Badge signal="amber">{cases.perhapsOwed}</Badge>}
        {task.why && (
          <p className="small soft" lang="en">
            {task.why}
          </p>
        )}
        {task.how.length > 0 && (
          <details className="as-table">
            <summary>{cases.tasks.how}</summary>
            <ol className="steps" lang="en">
              {task.how.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        )}
        {task.because && <p className="small soft">{task.because}</p>}
        {change.problem && <ProblemNote problem={change.problem} />}
      </th>
      <td>
        {task.dueAt && (
          <>
            <At at={task.dueAt} />
            {!over && (
              <div className="small">
                <Countdown dueAt={task.dueAt} />
              </div>
            )}
          </>
        )}
      </td>
      <td>
        <ColleagueSelect
          label={cases.tasks.owner}
          labelUnseen
          value={task.owner}
          because={barrier}
          onChoose={(ownerId) => save({ ownerId })}
        />
      </td>
      <td>
        {barrier === undefined ? (
          <Select
            label={cases.tasks.state}
            labelUnseen
            value={task.state}
            choices={TASK_STATES.map((value) => ({ value, label: cases.tasks.states[value] }))}
            onChoose={(state) => (state === 'not-needed' ? setDropping(true) : save({ state }))}
          />
        ) : (
          <Badge>{cases.tasks.states[task.state]}</Badge>
        )}
        {dropping && (
          <BecauseDialog
            title={cases.tasks.becauseAct}
            about={task.title}
            busy={change.busy}
            problem={change.problem}
            onClose={() => setDropping(false)}
            onBecause={(because) => save({ state: 'not-needed', because })}
          />
        )}
      </td>
    </tr>
  );
}

function AddTask({ caseId }: { caseId: string }) {
  const { cases } = useWords();
  const barrier = useBarrier('work-on-tasks');
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const create = useAct('addTask', {
    onDone: () => {
      setTitle('');
      say(cases.tasks.added);
    },
  });
  return (
    <Panel title={cases.tasks.add}>
      <form
        className="form-columns"
        onSubmit={(event) => {
          event.preventDefault();
          const dueAt = due === '' ? {} : { dueAt: new Date(due).toISOString() };
          create.run({ params: { id: caseId }, body: { title: title.trim(), ...dueAt } });
        }}
      >
        <TextField label={cases.tasks.newTask} required value={title} onText={setTitle} />
        <TextField label={cases.tasks.due} type="datetime-local" value={due} onText={setDue} />
        <div className="row form-end">
          <Button type="submit" busy={create.busy} because={barrier}>
            {cases.tasks.add}
          </Button>
        </div>
      </form>
      {create.problem && <ProblemNote problem={create.problem} />}
    </Panel>
  );
}
