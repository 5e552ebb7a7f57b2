// Runs CACAO 2.0 playbooks as a state machine without clock or chance: a state and an event give the next state, what has to be done
// outside, and what is to be logged.
import type { Playbook } from '../cacao/playbook.ts';
import { findVariable } from '../cacao/variables.ts';
import { answerTask } from './actions.ts';
import { findPlaybook, type RunContext, validityFault } from './context.ts';
import { Run } from './machine.ts';
import type { RunEvent, RunState, Task, Transition } from './state.ts';
import { STEPS } from './steps.ts';
import { nextMomentMs, passTime } from './time.ts';

export interface StartOptions {
  /** The playbook to run, and which version of it; the latest where none is said. */
  readonly playbook: string;
  readonly version?: string;
  /** The moment of the start, in milliseconds since 1970. */
  readonly atMs: number;
  /** Who starts it, for the log. */
  readonly by?: string;
  /** Values of variables that are declared `external` (section 10.18.3). */
  readonly variables?: Readonly<Record<string, string | null>>;
}

/** Why a playbook is not started. */
export interface StartFault {
  readonly code: 'run/no-playbook' | 'run/not-valid' | 'run/not-external';
  readonly message: string;
}

/** Starts a playbook and runs it to the first point at which it waits, ends or fails. */
export function startRun(context: RunContext, options: StartOptions): Transition | StartFault {
  const { playbook: id, version, atMs, by, variables = {} } = options;
  const playbook = findPlaybook(context, id, version);
  const fault = playbook ? startFault(playbook, atMs, variables) : missing(id);
  if (!playbook || fault) return fault ?? missing(id);
  const run = new Run(context, emptyState(atMs), STEPS);
  const frame = run.openFrame(playbook, undefined);
  for (const [name, value] of Object.entries(variables)) {
    const variable = findVariable([frame.variables], name);
    if (variable) variable.value = value;
  }
  run.note('started', playbook.name, { playbook: playbook.id, ...(by === undefined ? {} : { by }) });
  run.openBranch(frame.id, undefined, playbook.workflow_start);
  return finish(run);
}

/**
 * Takes in an event. A run that has ended or failed does not change any more; an answer to a task that is no longer asked for is logged
 * and has no effect. Time does not run backwards: an event from before the last one counts as of the last one.
 */
export function advance(context: RunContext, state: RunState, event: RunEvent): Transition {
  if (state.status !== 'waiting') return { state, effects: [], log: [] };
  const run = new Run(context, structuredClone(state), STEPS);
  const atMs = Math.max(event.atMs, state.atMs);
  // A timeout that ended before the answer came counts first; an answer of the same moment is in time.
  passTime(run, atMs - 1);
  run.state.atMs = atMs;
  switch (event.kind) {
    case 'done':
    case 'failed':
      answerTask(run, event);
      break;
    case 'cancel':
      run.stop({ code: 'CANCELLED', step: '', says: event.note }, event.by);
      break;
    case 'time':
      break;
  }
  return finish(run);
}

/** What somebody is asked to do in this state. */
export function openTasks(state: RunState): readonly Task[] {
  return Object.values(state.tasks);
}

function finish(run: Run): Transition {
  run.settle();
  passTime(run, run.state.atMs);
  const wake = run.state.status === 'waiting' ? nextMomentMs(run.state) : undefined;
  if (wake !== undefined) run.effects.push({ kind: 'wake', atMs: wake });
  return { state: run.state, effects: run.effects, log: run.log };
}

function emptyState(atMs: number): RunState {
  return {
    schema: 'vigie.run/1',
    status: 'waiting',
    atMs,
    frames: {},
    branches: {},
    tasks: {},
    next: 1,
    stepsEntered: 0,
  };
}

/** Sections 3.1 and 10.18.3. */
function startFault(
  playbook: Playbook,
  atMs: number,
  variables: Readonly<Record<string, unknown>>,
): StartFault | undefined {
  const notValid = validityFault(playbook, atMs);
  if (notValid !== undefined) return { code: 'run/not-valid', message: notValid };
  const { name, playbook_variables = {} } = playbook;
  const other = Object.keys(variables).find((variable) => playbook_variables[variable]?.external !== true);
  return other === undefined
    ? undefined
    : { code: 'run/not-external', message: `${other} is no variable whose value ${name} takes from outside` };
}

function missing(id: string): StartFault {
  return { code: 'run/no-playbook', message: `there is no playbook ${id}` };
}
