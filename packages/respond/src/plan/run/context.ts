// What a run needs besides its state, and what is the same at every event: the playbooks, who can carry out what, and the limits.
import { type Condition, parseCondition } from '../cacao/condition-syntax.ts';
import type { Playbook, Step } from '../cacao/playbook.ts';
import type { Frame } from './state.ts';

export interface RunLimits {
  /** Steps that a run may enter in all. */
  readonly steps: number;
  /** Rounds of one while step. */
  readonly rounds: number;
  /** Playbooks that call one another. */
  readonly depth: number;
  /** Branches in one another within one playbook. */
  readonly nesting: number;
}

export const DEFAULT_LIMITS: RunLimits = { steps: 10_000, rounds: 1000, depth: 8, nesting: 100 };

export interface RunContext {
  /** Playbooks that may be run or called, as `readPlaybook` returned them. */
  readonly playbooks: readonly Playbook[];
  /** Types of commands for which somebody is there to carry them out; a command of any other type fails and says so. */
  readonly executes: readonly string[];
  readonly limits?: RunLimits;
}

/** The playbook with this id and version; without a version the latest (section 4.6). */
export function findPlaybook({ playbooks }: RunContext, id: string, version?: string): Playbook | undefined {
  const wanted = version === undefined ? undefined : Date.parse(version);
  return playbooks
    .filter((playbook) => playbook.id === id && (wanted === undefined || Date.parse(playbook.modified) === wanted))
    .reduce<Playbook | undefined>(
      (latest, one) => (latest && Date.parse(latest.modified) >= Date.parse(one.modified) ? latest : one),
      undefined,
    );
}

/** Why a playbook may not be run at a moment, in milliseconds since 1970 (section 3.1); undefined where it may. */
export function validityFault({ name, revoked, valid_from, valid_until }: Playbook, atMs: number): string | undefined {
  if (revoked) return `${name} was revoked by its author`;
  if (valid_from !== undefined && atMs < Date.parse(valid_from)) return `${name} is valid from ${valid_from} on`;
  if (valid_until !== undefined && atMs >= Date.parse(valid_until)) return `${name} was valid until ${valid_until}`;
  return undefined;
}

/**
 * The playbook that a frame runs.
 *
 * @throws RangeError where a state is taken up without the playbook that it runs
 */
export function playbookOf(context: RunContext, { playbook, version }: Frame): Playbook {
  const found = findPlaybook(context, playbook, version);
  if (!found)
    throw new RangeError(`this state runs ${playbook} of ${version}, which is not among the playbooks handed in`);
  return found;
}

/** @throws RangeError where the playbook did not go through `readPlaybook` */
export function stepOf({ workflow, id }: Playbook, step: string): Step {
  const found = workflow[step];
  if (!found) throw new RangeError(`${id} has no step ${step}; read it with readPlaybook first`);
  return found;
}

/** @throws RangeError where the playbook did not go through `readPlaybook` */
export function conditionOf(text: string): Condition {
  const condition = parseCondition(text);
  if ('code' in condition) throw new RangeError(`${condition.message}; read the playbook with readPlaybook first`);
  return condition;
}
