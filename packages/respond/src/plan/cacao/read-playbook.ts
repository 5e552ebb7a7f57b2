// Foreign JSON becomes a playbook that can be run: its form, then what a schema cannot see (steps that are pointed at and are not there,
// conditions that cannot be read). What is there and not understood is named, never passed over.
import * as v from 'valibot';
import { parseCondition } from './condition-syntax.ts';
import { COMMAND_TYPES, isIdentifier, type Playbook, PlaybookSchema, STEP_PROPERTIES, type Step } from './playbook.ts';

/** Why a document cannot be run, with everything that is wrong in it. */
export interface PlaybookFault {
  readonly code: 'playbook/form' | 'playbook/workflow';
  readonly message: string;
  readonly problems: readonly string[];
}

export interface ReadPlaybook {
  readonly playbook: Playbook;
  /** What is not understood or not checked: extensions, unknown properties and command types, signatures. */
  readonly notes: readonly string[];
}

/** No honest playbook has more steps. */
const MAX_STEPS = 5000;

/**
 * Reads a CACAO 2.0 playbook.
 *
 * @param document parsed JSON
 */
export function readPlaybook(document: unknown): ReadPlaybook | PlaybookFault {
  const parsed = v.safeParse(PlaybookSchema, document);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
    return fault('playbook/form', 'not a CACAO 2.0 playbook', problems);
  }
  const playbook = parsed.output;
  const steps = Object.entries(playbook.workflow);
  if (steps.length > MAX_STEPS)
    return fault('playbook/workflow', `more than ${MAX_STEPS} steps`, [`${steps.length} steps`]);
  const problems = [...entryProblems(playbook), ...steps.flatMap(([id, step]) => stepProblems(id, step, playbook))];
  if (problems.length > 0) return fault('playbook/workflow', 'the workflow cannot be run', problems);
  return { playbook, notes: notesOn(playbook) };
}

function fault(code: PlaybookFault['code'], what: string, problems: readonly string[]): PlaybookFault {
  return { code, message: `${what}: ${problems.slice(0, 3).join('; ')}`, problems };
}

function entryProblems({ workflow, workflow_start }: Playbook): string[] {
  return workflow_start in workflow ? [] : [`workflow_start: there is no step ${workflow_start}`];
}

/** What section 4 demands of a step beyond its form. */
function stepProblems(id: string, step: Step, { workflow }: Playbook): string[] {
  const told: string[] = [];
  if (!id.startsWith(`${step.type}--`)) told.push(`its id should begin with ${step.type}--`);
  if (step.on_completion !== undefined && (step.on_success ?? step.on_failure) !== undefined) {
    told.push('on_completion excludes on_success and on_failure (section 4.1)');
  }
  if ((step.type === 'start' || step.type === 'end') && (step.on_success ?? step.on_failure) !== undefined) {
    told.push(`a ${step.type} step has no on_success and no on_failure (sections 4.3 and 4.4)`);
  }
  if (step.type === 'end' && step.on_completion !== undefined)
    told.push('nothing comes after an end step (section 4.4)');
  told.push(
    ...pointersOf(step)
      .filter((next) => !(next in workflow))
      .map((next) => `there is no step ${next}`),
  );
  if (step.type === 'if-condition' || step.type === 'while-condition') told.push(...conditionProblem(step.condition));
  return told.map((problem) => `${id}: ${problem}`);
}

/** Every step that a step points at. */
function pointersOf(step: Step): string[] {
  const after = [step.on_completion, step.on_success, step.on_failure];
  return [...after, ...branchesOf(step)].filter((id) => id !== undefined);
}

function branchesOf(step: Step): readonly (string | undefined)[] {
  switch (step.type) {
    case 'parallel':
      return step.next_steps;
    case 'if-condition':
      return [step.on_true, step.on_false];
    case 'while-condition':
      return [step.on_true];
    case 'switch-condition':
      return Object.values(step.cases);
    case 'start':
    case 'end':
    case 'action':
    case 'playbook-action':
      return [];
  }
}

function conditionProblem(text: string): string[] {
  const condition = parseCondition(text);
  return 'code' in condition ? [`condition, character ${condition.at + 1}: ${condition.message}`] : [];
}

function notesOn(playbook: Playbook): string[] {
  const { workflow, workflow_start, workflow_exception, signatures, playbook_extensions = {} } = playbook;
  const { agent_definitions = {}, target_definitions = {} } = playbook;
  const parties = { ...agent_definitions, ...target_definitions };
  const extensions = new Set([
    ...Object.keys(playbook_extensions),
    ...Object.values(workflow).flatMap(({ step_extensions = {} }) => Object.keys(step_extensions)),
    ...Object.values(parties).flatMap(({ agent_target_extensions = {} }) => Object.keys(agent_target_extensions)),
  ]);
  return [
    ...[...extensions].map(
      (id) => `the extension ${extensionName(id, playbook)} is not understood; what it asks for is not done`,
    ),
    ...Object.entries(workflow).flatMap(([id, step]) => notesOnStep(id, step, playbook)),
    ...Object.keys(parties)
      .filter((id) => !isIdentifier(id))
      .map((id) => `${id} is not written as type--UUID (section 10.10)`),
    ...(workflow[workflow_start]?.type === 'start' ? [] : ['workflow_start is no start step (section 3.1)']),
    ...(workflow_exception === undefined || workflow_exception in workflow
      ? []
      : [`there is no step ${workflow_exception} for exceptions; a failure that no step handles ends the playbook`]),
    ...(signatures === undefined ? [] : ['its signatures are not verified']),
  ];
}

/** The name by which its definition calls it, where there is one. */
export function extensionName(id: string, { extension_definitions = {} }: Playbook): string {
  const name = Object.hasOwn(extension_definitions, id) ? extension_definitions[id]?.name : undefined;
  return name === undefined ? `${id}, which nothing defines,` : `${name} (${id})`;
}

function notesOnStep(id: string, step: Step, playbook: Playbook): string[] {
  const unknown = Object.keys(step).filter((property) => !STEP_PROPERTIES[step.type].includes(property));
  const notes = unknown.map((property) => `the property ${property} is not of CACAO 2.0 and has no effect`);
  if (step.type === 'action') notes.push(...notesOnAction(step, playbook));
  if (step.type !== 'end' && step.on_completion === undefined && step.on_success === undefined) {
    notes.push('nothing comes after its success; the branch ends there as if it were an end step');
  }
  return notes.map((note) => `${id}: ${note}`);
}

function notesOnAction(step: Extract<Step, { type: 'action' }>, playbook: Playbook): string[] {
  const { agent_definitions = {}, target_definitions = {} } = playbook;
  const types: readonly string[] = COMMAND_TYPES;
  return [
    ...step.commands
      .filter(({ type }) => !types.includes(type))
      .map(({ type }) => `the command type ${type} is not of the vocabulary; it needs an executor of its own`),
    ...step.commands
      .filter(({ type, command, command_b64 }) => type === 'manual' && (command ?? command_b64) === undefined)
      .map(() => 'a manual command has neither command nor command_b64 (section 5.9); nobody can know what to do'),
    ...(Object.hasOwn(agent_definitions, step.agent) ? [] : [`no agent ${step.agent} is defined; the step will fail`]),
    ...(step.targets ?? [])
      .filter((target) => !Object.hasOwn(target_definitions, target))
      .map((target) => `no target ${target} is defined; the step will fail`),
  ];
}
