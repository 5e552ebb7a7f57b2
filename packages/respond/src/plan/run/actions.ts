// Action steps (section 4.5): their commands one after the other, each as a task for whoever carries it out, and the answers.
import type { AgentTarget, Command, StepOf } from '../cacao/playbook.ts';
import {
  assignmentStop,
  findVariable,
  referencesIn,
  type Scopes,
  type SubstitutionStop,
  substitute,
} from '../cacao/variables.ts';
import { failed, type Run, type StepResult, SUCCEEDED, WAITING } from './machine.ts';
import type { Branch, Party, RunEvent, Task } from './state.ts';

/** Properties that hold text as base64 (sections 5.3 to 5.14). */
const ENCODED = new Set(['command_b64', 'content_b64']);

/** Issues the command at which the branch stands; after the last one the step has succeeded. */
export function issueCommand(run: Run, branch: Branch, step: StepOf<'action'>): StepResult {
  const command = step.commands[branch.command];
  if (!command) return SUCCEEDED;
  if (!run.context.executes.includes(command.type)) {
    return failed('NO_EXECUTOR', `nobody is there to carry out a command of the type ${command.type}`);
  }
  const scopes = run.scopesOf(branch);
  const filled = fill(command, scopes);
  if (isStop(filled)) return failed('VARIABLE', filled.message);
  const parties = partiesOf(run, branch, step, scopes);
  if (isStop(parties))
    return failed(parties.code === 'party/undefined' ? 'AGENT_UNDEFINED' : 'VARIABLE', parties.message);
  const [agent, ...targets] = parties;
  const task: Task = {
    id: run.nextId('t'),
    branch: branch.id,
    playbook: run.frameOf(branch).playbook,
    step: branch.step,
    stepName: step.name ?? branch.step,
    command: filled,
    asWritten: command,
    agent,
    targets,
    variables: valuesOf([...(step.in_args ?? []), ...textsIn(command).flatMap(referencesIn)], scopes),
    outArgs: step.out_args ?? [],
    issuedAtMs: run.state.atMs,
    ...(branch.deadlineMs === undefined ? {} : { deadlineMs: branch.deadlineMs }),
  };
  run.state.tasks[task.id] = task;
  run.effects.push({ kind: 'execute', task });
  run.noteOn(branch, 'issued', `${command.type}, for ${String(agent.definition.name)}`, { task: task.id });
  return WAITING;
}

/** Takes in what came of a task. */
export function answerTask(run: Run, event: Extract<RunEvent, { task: string }>): void {
  const task = run.state.tasks[event.task];
  const branch = task && run.state.branches[task.branch];
  const about = { task: event.task, ...(event.by === undefined ? {} : { by: event.by }) };
  if (!branch) {
    run.note('ignored', 'the task is not asked for any more, or never was', about);
    return;
  }
  delete run.state.tasks[task.id];
  run.noteOn(branch, event.kind, event.note ?? '', about);
  run.apply(
    branch,
    event.kind === 'failed' ? failed('COMMAND_FAILED', event.note) : afterAnswer(run, branch, task, event),
  );
}

function afterAnswer(
  run: Run,
  branch: Branch,
  task: Task,
  { outputs = {} }: Extract<RunEvent, { kind: 'done' }>,
): StepResult {
  const refused = takeOutputs(run, branch, task, outputs);
  if (refused !== undefined) return failed('VARIABLE', refused);
  branch.command += 1;
  const step = run.stepOf(branch);
  return step.type === 'action' ? issueCommand(run, branch, step) : SUCCEEDED;
}

/** Stores what the step declares as its output; @returns why a value cannot be stored */
function takeOutputs(
  run: Run,
  branch: Branch,
  task: Task,
  outputs: Readonly<Record<string, string | null>>,
): string | undefined {
  const scopes = run.scopesOf(branch);
  for (const [name, value] of Object.entries(outputs)) {
    if (!task.outArgs.includes(name)) {
      run.noteOn(branch, 'note', `${name} is not among the out_args of the step; its value was left out`, {
        task: task.id,
      });
      continue;
    }
    const stop = assignmentStop(scopes, name, value);
    if (stop) return stop.message;
    const variable = findVariable(scopes, name);
    if (variable) variable.value = value;
  }
  return undefined;
}

interface PartyStop {
  readonly code: 'party/undefined';
  readonly message: string;
}

/** The agent first, then the targets. */
function partiesOf(
  run: Run,
  branch: Branch,
  { agent, targets = [] }: StepOf<'action'>,
  scopes: Scopes,
): readonly [Party, ...Party[]] | PartyStop | SubstitutionStop {
  const { agent_definitions = {}, target_definitions = {} } = run.playbookOf(branch);
  const first = partyOf(agent, agent_definitions, scopes);
  if (isStop(first)) return first;
  const parties: [Party, ...Party[]] = [first];
  for (const target of targets) {
    const party = partyOf(target, target_definitions, scopes);
    if (isStop(party)) return party;
    parties.push(party);
  }
  return parties;
}

function partyOf(
  id: string,
  definitions: Readonly<Record<string, AgentTarget>>,
  scopes: Scopes,
): Party | PartyStop | SubstitutionStop {
  const definition = Object.hasOwn(definitions, id) ? definitions[id] : undefined;
  if (!definition) return { code: 'party/undefined', message: `the playbook does not define ${id}` };
  const filled = fill(definition, scopes);
  return isStop(filled) ? filled : { id, definition: filled };
}

function isStop<T extends object>(value: T | SubstitutionStop | PartyStop): value is SubstitutionStop | PartyStop {
  return 'code' in value && 'message' in value;
}

/** A copy of a definition with values in place of references, in all texts at any depth. */
function fill<T extends Command | AgentTarget>(definition: T, scopes: Scopes): T | SubstitutionStop {
  let stop: SubstitutionStop | undefined;
  const text = JSON.stringify(definition, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const filled = ENCODED.has(key) ? fillEncoded(value, scopes) : substitute(value, scopes);
    if (typeof filled === 'string') return filled;
    stop ??= filled;
    return value;
  });
  return stop ?? (JSON.parse(text) as T);
}

function fillEncoded(base64: string, scopes: Scopes): string | SubstitutionStop {
  const text = decoded(base64);
  const filled = text === undefined ? undefined : substitute(text, scopes);
  if (filled === undefined || filled === text) return base64;
  return typeof filled === 'string' ? Buffer.from(filled, 'utf8').toString('base64') : filled;
}

/** Undefined where it is no text. */
function decoded(base64: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}

function textsIn(command: Command): string[] {
  const texts: string[] = [];
  JSON.stringify(command, (key, value: unknown) => {
    if (typeof value === 'string') texts.push((ENCODED.has(key) ? decoded(value) : undefined) ?? value);
    return value;
  });
  return texts;
}

function valuesOf(names: readonly string[], scopes: Scopes): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, findVariable(scopes, name)?.value ?? null]));
}
