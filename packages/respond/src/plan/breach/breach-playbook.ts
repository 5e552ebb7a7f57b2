// The action plan as a CACAO 2.0 playbook: https://docs.oasis-open.org/cacao/security-playbooks/v2.0/security-playbooks-v2.0.html
import type { Assessment } from '../../assessment.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Band } from '../../severity/enisa.ts';
import type { Playbook, Variable } from '../cacao/playbook.ts';
import { caseId } from './case-ids.ts';
import { AUTHOR, agentDefinitions, targetDefinitions } from './case-parties.ts';
import { activityOf, cacaoReference, caseWorkflow, decidedDuties, openVariable, PLAN_AGAIN } from './case-workflow.ts';
import { placeOf } from './contain-tasks.ts';
import type { PlanTask } from './plan.ts';
import { type PlanOptions, planFor } from './plan-for.ts';

export interface PlaybookOptions extends PlanOptions {
  /** A stable name of the case; without it its stores, or where there are none the first moment that is known of it. */
  readonly caseName?: string;
  /** When its first version was made, RFC 3339; without it `now`. */
  readonly created?: string;
}

/**
 * The playbook for an exposed store. It holds no value that was leaked: stores by their address, people as a number.
 *
 * @param facts without what contradicts itself, as in `settleFacts`
 */
export function playbookFor(facts: BreachFacts, assessment: Assessment, options: PlaybookOptions): Playbook {
  const { tasks } = planFor(facts, assessment, options);
  const caseName = options.caseName ?? nameOfCase(facts, options);
  const { workflow, start, exception } = caseWorkflow(caseName, tasks);
  const created = timestamp(options.created ?? options.now);
  const markings = markingDefinitions(created);
  return {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: caseId('playbook', caseName),
    name: `Exposed data store: ${caseName}`,
    description:
      'What to do about a data store that strangers can read: contain, change keys, find out, assess, notify, tell, learn. ' +
      'People carry it out; deadlines are those of the assessment at the time of this version.',
    playbook_types: ['mitigation', 'investigation', 'remediation', 'notification'],
    playbook_activities: activitiesIn(workflow, tasks),
    playbook_processing_summary: SUMMARY,
    created_by: AUTHOR,
    created,
    modified: timestamp(options.now),
    severity: SEVERITIES[assessment.severity.band],
    labels: ['vigie', 'exposed-data-store'],
    external_references: referencesIn(tasks),
    markings: Object.keys(markings),
    playbook_variables: caseVariables(facts, tasks, options),
    workflow_start: start,
    workflow_exception: exception,
    workflow,
    agent_definitions: agentDefinitions(),
    ...targetsOf(tasks),
    data_marking_definitions: markings,
  };
}

const SUMMARY = {
  manual_playbook: true,
  parallel_processing: true,
  if_logic: true,
  while_logic: true,
  switch_logic: true,
  data_markings: true,
} as const;

/** Section 3.1: 1 to 100, for the bands of ENISA. */
const SEVERITIES: Readonly<Record<Band, number>> = { low: 25, medium: 50, high: 75, veryHigh: 100 };

function nameOfCase(facts: BreachFacts, { stores = [] }: PlaybookOptions): string {
  const places = stores.map((store) => `${store.product} at ${placeOf(store)}`).sort();
  if (places.length > 0) return places.join(', ');
  const first = knownValue(facts.detected) ?? knownValue(facts.aware);
  return first === undefined ? 'a store' : `a store, ${first}`;
}

/** UTC to the millisecond (section 3.1). */
function timestamp(instant: string): string {
  return new Date(Date.parse(instant)).toISOString();
}

/** Only what the steps do (section 3.1), in the order in which the plan does it. */
function activitiesIn(workflow: Playbook['workflow'], tasks: readonly PlanTask[]): string[] {
  const inSteps = Object.values(workflow).flatMap((step) =>
    step.type === 'action' ? step.commands.map(({ playbook_activity }) => String(playbook_activity)) : [],
  );
  return [...new Set([...tasks.map(activityOf), ...inSteps])];
}

/** All that the steps refer to (section 3.1), each once. */
function referencesIn(tasks: readonly PlanTask[]): Record<string, string>[] {
  const references = tasks.flatMap((task) => task.references.map(cacaoReference));
  return [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()];
}

function targetsOf(tasks: readonly PlanTask[]): Pick<Playbook, 'target_definitions'> {
  const definitions = targetDefinitions(tasks);
  return Object.keys(definitions).length === 0 ? {} : { target_definitions: definitions };
}

/** Data of the case: constants for what is known, and what people decide or see on the way. */
function caseVariables(
  facts: BreachFacts,
  tasks: readonly PlanTask[],
  { stores = [] }: PlaybookOptions,
): Record<string, Variable> {
  const aware = knownValue(facts.aware);
  const persons = knownValue(facts.persons);
  const constant = (description: string, value: string) => ({ type: 'string', description, value, constant: true });
  const open = Array.from({ length: Math.max(stores.length, 1) }, (_, place) => place);
  return {
    ...(aware === undefined ? {} : { __aware__: constant('Awareness of the controller', aware) }),
    ...(persons === undefined
      ? {}
      : { __people__: constant('People concerned', inWords(persons.lower, persons.upper)) }),
    ...Object.fromEntries(
      stores.map((store, place) => [
        `__store_${place + 1}__`,
        constant('A store that stands open', `${store.product} at ${placeOf(store)}`),
      ]),
    ),
    ...Object.fromEntries(
      open.map((place) => [
        openVariable(place),
        { type: 'string', description: 'Whether it is still open to strangers: yes or no', value: 'yes' },
      ]),
    ),
    ...Object.fromEntries(
      decidedDuties(tasks).map(({ variable, duty: { title, owed } }) => [
        variable,
        { type: 'string', description: `Whether it is owed, yes, no or unknown: ${title}`, value: owed },
      ]),
    ),
    [PLAN_AGAIN]: { type: 'string', description: 'Whether the plan has to be made again: yes or no', value: 'no' },
  };
}

function inWords(lower: number, upper: number): string {
  if (upper === Number.POSITIVE_INFINITY) return `at least ${lower}`;
  return lower === upper ? String(lower) : `${lower} to ${upper}`;
}

/** Section 9: not beyond those who need it, and what it is not. */
function markingDefinitions(created: string): Record<string, Record<string, string>> {
  const own = (type: string, more: Record<string, string>): [string, Record<string, string>] => {
    const id = caseId(type, 'vigie', created);
    return [id, { type, id, created_by: AUTHOR, created, ...more }];
  };
  return Object.fromEntries([
    own('marking-tlp', { tlpv2_level: 'TLP:AMBER+STRICT' }),
    own('marking-statement', { statement: 'Support for people who decide, sign and file; no legal advice.' }),
  ]);
}
