// The steps of a breach playbook: engineering contains while the clocks of the law run beside it, a loop goes on until each store is closed,
// and the notifications hang on what people decide.
import type { Playbook, Step } from '../cacao/playbook.ts';
import { agentId, ownerId, targetId } from './case-parties.ts';
import type { PhaseId, PlanReference, PlanTask } from './plan.ts';
import { type Part, type StepId, WorkflowWriter } from './workflow-writer.ts';

/** Values that people decide on; each is yes, no or unknown. */
export const DECISIONS = { notify: '__notify_authority__', tell: '__tell_people__' } as const;

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
      ['law', lawPart(writer, of)],
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

function lawPart(writer: WorkflowWriter, of: (phase: PhaseId) => readonly PlanTask[]): Part {
  const atOnce = (phase: PhaseId, title: string) =>
    writer.parallel(
      `each/${phase}`,
      title,
      of(phase).map((task) => [task.id, action(writer, task)]),
    );
  const orAgain = (phase: PhaseId, part: Part) => (of(phase).length > 0 ? part : action(writer, againTask(phase)));
  return writer.sequence([
    ...of('assess').map((task) => action(writer, task, Object.values(DECISIONS))),
    // In doubt, notify: only a decision against it keeps the notifications back.
    writer.if(
      'whether-notify',
      'Unless it was decided not to notify',
      `${DECISIONS.notify}:value != 'no'`,
      orAgain('notify', atOnce('notify', 'Each notification')),
    ),
    writer.switch('whether-tell', 'Whether people are told', `${DECISIONS.tell}:value`, {
      no: action(writer, NOT_TOLD),
      default: orAgain('tell', atOnce('tell', 'Each group of people')),
    }),
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

const NOT_TOLD: PlanTask = {
  id: 'tell/not',
  phase: 'tell',
  title: 'Write down why the people concerned are not told',
  owner: 'dpo',
  due: 'with the decision',
  owed: 'yes',
  why: 'The authority may ask, and may order that they are told (GDPR 34(4)).',
  how: ['Put the reasons and the facts they rest on into the register; look at them again when a fact changes.'],
  references: [],
};

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

/** For a decision that changed after the plan was made: its duties were not known then. */
function againTask(phase: PhaseId): PlanTask {
  return {
    id: `again/${phase}`,
    phase,
    title: 'Make the plan again',
    owner: 'dpo',
    due: 'at once',
    owed: 'unknown',
    why: 'The facts of this plan brought no such duty about; the decision says that there is one.',
    how: ['Run vigie plan with the facts that changed the decision.'],
    references: [],
  };
}
