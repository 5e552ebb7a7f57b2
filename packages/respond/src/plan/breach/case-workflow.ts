// The steps of a breach playbook: engineering contains while the clocks of the law run beside it, a loop goes on until each store is
// closed, and each duty hangs on what people decide of it.
import type { Playbook, Step } from '../cacao/playbook.ts';
import { agentId, ownerId, targetId } from './case-parties.ts';
import { DECIDE, type PhaseId, type PlanReference, type PlanTask } from './plan.ts';
import { type Part, type StepId, WorkflowWriter } from './workflow-writer.ts';

/** Whether a decision changed what is owed, so that the plan has to be made again: yes or no. */
export const PLAN_AGAIN = '__plan_again__';

/** A duty with its later parts, and the variable by which people decide on it: yes, no or unknown. */
export interface DecidedDuty {
  readonly variable: string;
  readonly duty: PlanTask;
  readonly later: readonly PlanTask[];
}

/** The duties towards others; what stays within the organisation needs no decision. */
export function decidedDuties(tasks: readonly PlanTask[]): readonly DecidedDuty[] {
  return tasks
    .filter(({ phase, after }) => (phase === 'notify' || phase === 'tell') && after === undefined)
    .map((duty, place) => ({
      variable: `__duty_${place + 1}__`,
      duty,
      later: tasks.filter(({ after }) => after === duty.id),
    }));
}

/** Whether a store is still open to strangers, as somebody saw from outside: yes or no. */
export function openVariable(place: number): string {
  return `__still_open_${place + 1}__`;
}

export interface CaseWorkflow {
  readonly workflow: Playbook['workflow'];
  readonly start: StepId;
  /** Where it goes when a task could not be done. */
  readonly exception: StepId;
}

export function caseWorkflow(caseName: string, tasks: readonly PlanTask[]): CaseWorkflow {
  const writer = new WorkflowWriter(caseName);
  const of = (phase: PhaseId) => tasks.filter((task) => task.phase === phase);
  const actions = (phase: PhaseId) => writer.sequence(of(phase).map((task) => action(writer, task)));
  const all = writer.sequence([
    actions('open'),
    writer.parallel('at-once', 'Contain, and keep the deadlines of the law', [
      ['engineering', writer.sequence([containPart(writer, of('contain')), actions('rotate'), actions('scope')])],
      ['law', lawPart(writer, tasks)],
    ]),
    actions('learn'),
  ]);
  const exception = writer.step('exception', actionStep(EXCEPTION))(writer.end('exception'));
  const start = writer.step('start', { type: 'start' })(all(writer.end('all')));
  return { workflow: writer.steps, start, exception };
}

/** Store by store at the same time: save what there is, then close and look again until it is closed. */
function containPart(writer: WorkflowWriter, tasks: readonly PlanTask[]): Part {
  const stores = [...Map.groupBy(tasks, ({ id }) => id.slice(id.lastIndexOf('/') + 1))];
  const parts = stores.map(([place, own], number): [string, Part] => {
    const isAgain = ({ id }: PlanTask) => /^contain\/(?:close|check)\//.test(id);
    const variable = openVariable(number);
    const again = own
      .filter(isAgain)
      .map((task) => action(writer, task, task.id.startsWith('contain/check') ? [variable] : []));
    const part = writer.sequence([
      ...own.filter((task) => !isAgain(task)).map((task) => action(writer, task)),
      writer.while(`until-closed/${place}`, 'Until it is closed', `${variable}:value != 'no'`, writer.sequence(again)),
    ]);
    return [`store/${place}`, part];
  });
  return writer.parallel('stores', 'Each store', parts);
}

/** People decide, and each duty is done unless they decided that it is not owed: in doubt, notify. */
function lawPart(writer: WorkflowWriter, tasks: readonly PlanTask[]): Part {
  const duties = decidedDuties(tasks);
  const decisions = [...duties.map(({ variable }) => variable), PLAN_AGAIN];
  const own = tasks.filter(({ phase }) => phase === 'assess');
  return writer.sequence([
    ...own.map((task) => action(writer, task, task.id === DECIDE ? decisions : [])),
    writer.if(
      'whether-again',
      'Whether the plan has to be made again',
      `${PLAN_AGAIN}:value = 'yes'`,
      action(writer, AGAIN),
    ),
    writer.parallel(
      'duties',
      'Each duty',
      duties.map(({ variable, duty, later }) => [
        `branch/${duty.id}`,
        writer.switch(`whether/${duty.id}`, 'Unless it is not owed', `${variable}:value`, {
          no: action(writer, notOwed(duty)),
          default: writer.sequence([duty, ...later].map((task) => action(writer, task))),
        }),
      ]),
    ),
  ]);
}

function action(writer: WorkflowWriter, task: PlanTask, outArgs: readonly string[] = []): Part {
  return writer.step(task.id, actionStep(task, outArgs));
}

/** Deadlines stand in the step and are no timeouts: what is late is still due, and a timeout would take it off the list (section 4.1). */
function actionStep(task: PlanTask, outArgs: readonly string[] = []): Step {
  const { title, why, due, late, owner, how, references, on } = task;
  return {
    type: 'action',
    name: title,
    description: `${why} Due: ${due}.${late === undefined ? '' : ` ${late}.`}`,
    ...(references.length === 0 ? {} : { external_references: references.map(cacaoReference) }),
    owner: ownerId(owner),
    step_variables: { __due__: { type: 'string', description: 'Until when', value: due, constant: true } },
    in_args: ['__due__'],
    ...(outArgs.length === 0 ? {} : { out_args: [...outArgs] }),
    commands: how.map((command) => ({ type: 'manual', command, playbook_activity: activityOf(task) })),
    agent: agentId(owner),
    ...(on === undefined ? {} : { targets: [targetId(on)] }),
  };
}

/** A reference as section 10.9 has it. */
export function cacaoReference({ name, url, article }: PlanReference): Record<string, string> {
  return { name, ...(url === undefined ? {} : { url }), ...(article === undefined ? {} : { external_id: article }) };
}

/** The first that fits; words of the vocabulary in section 3.1.2. */
const ACTIVITIES: readonly (readonly [prefix: string, activity: string])[] = [
  ['contain/limit', 'restrict-access'],
  ['contain/close', 'configure-systems'],
  ['contain/check', 'scan-system'],
  ['contain', 'analyze-collected-data'],
  ['rotate', 'eliminate-risk'],
  ['scope', 'analyze-collected-data'],
  ['assess', 'identify-audience'],
  ['duty', 'deliver-content'],
];

export function activityOf({ id }: Pick<PlanTask, 'id'>): string {
  return ACTIVITIES.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'identify-steps';
}

function notOwed({ id, title, references }: PlanTask): PlanTask {
  return {
    id: `not-owed/${id}`,
    phase: 'assess',
    title: `Write down why this is not owed: ${title}`,
    owner: 'dpo',
    due: 'with the decision',
    owed: 'yes',
    why: 'The authority may ask for the reasons, and may decide otherwise.',
    how: ['Put the reasons and the facts they rest on into the register; look at them again when a fact changes.'],
    references,
  };
}

const EXCEPTION: PlanTask = {
  id: 'exception/decide',
  phase: 'open',
  title: 'Decide how to go on where a task could not be done',
  owner: 'responder',
  due: 'at once',
  owed: 'yes',
  why: 'The playbook stops here, the clocks of the law do not.',
  how: [
    'Read in the log which task could not be done and why; find another way, and start the playbook again from the facts as they are then.',
  ],
  references: [],
};

const AGAIN: PlanTask = {
  id: 'again/plan',
  phase: 'assess',
  title: 'Make the plan again',
  owner: 'dpo',
  due: 'at once',
  owed: 'yes',
  why: 'What was found out brings about duties that this version does not have.',
  how: ['Run vigie plan with the facts as they are now, and go on with the new version; it has the same id.'],
  references: [],
};
