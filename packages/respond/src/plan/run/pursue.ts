// Drives a run with executors that are handed in: what they can do at once is done, the rest waits for people.
import type { RunContext } from './context.ts';
import { advance, openTasks } from './run.ts';
import type { RunEvent, RunState, Task, Transition } from './state.ts';

/** What came of a task at once; undefined where somebody will answer later. */
export type TaskOutcome =
  | { readonly kind: 'done'; readonly outputs?: Readonly<Record<string, string | null>>; readonly note?: string }
  | { readonly kind: 'failed'; readonly note: string };

/** Carries out commands of one type; its name goes into the log. */
export interface Executor {
  readonly by: string;
  readonly execute: (task: Task) => TaskOutcome | undefined;
}

/**
 * Answers every task for which an executor has an outcome, until none is left. The number of steps has the limit of the run.
 *
 * @param executors by type of command
 */
export function pursue(
  context: RunContext,
  begun: Transition,
  executors: Readonly<Record<string, Executor>>,
): Transition {
  let { state } = begun;
  const effects = [...begun.effects];
  const log = [...begun.log];
  const asked = new Set<string>();
  for (let answer = nextAnswer(state, executors, asked); answer; answer = nextAnswer(state, executors, asked)) {
    const next = advance(context, state, answer);
    state = next.state;
    effects.push(...next.effects);
    log.push(...next.log);
  }
  return { state, effects, log };
}

/** @param asked tasks that were put to their executor; each is put once */
function nextAnswer(
  state: RunState,
  executors: Readonly<Record<string, Executor>>,
  asked: Set<string>,
): RunEvent | undefined {
  for (const task of openTasks(state).filter(({ id }) => !asked.has(id))) {
    asked.add(task.id);
    const executor = Object.hasOwn(executors, task.command.type) ? executors[task.command.type] : undefined;
    const outcome = executor?.execute(task);
    if (executor && outcome) return { ...outcome, task: task.id, atMs: state.atMs, by: executor.by };
  }
  return undefined;
}
