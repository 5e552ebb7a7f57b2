// What a task says: sealed, since people write tasks of their own.

import { hash } from 'node:crypto';
import type { PhaseId, PlanTask } from '@vigie/respond';

export interface TaskContent {
  readonly title: string;
  readonly why?: string;
  /** In the order in which it is done. */
  readonly how: readonly string[];
  /** Whose seat it is in the plan. */
  readonly role?: PlanTask['owner'];
  /** An instant, or where it stands in the order, as the plan says it. */
  readonly due?: string;
  /** `unknown`: the facts do not decide yet whether it has to be done. */
  readonly owed?: PlanTask['owed'];
  readonly references: PlanTask['references'];
  readonly after?: string;
  readonly on?: PlanTask['on'];
}

export function contentOf({ title, why, how, owner, due, owed, references, after, on }: PlanTask): TaskContent {
  return {
    title,
    why,
    how,
    role: owner,
    due,
    owed,
    references,
    ...(after === undefined ? {} : { after }),
    ...(on === undefined ? {} : { on }),
  };
}

/** Of the content alone, so that a task is written anew only where it says something else. */
export function contentHash(content: TaskContent): string {
  return hash('sha256', JSON.stringify(content));
}

export function dueAtOf({ due }: Pick<TaskContent, 'due'>): Date | null {
  return due !== undefined && /^\d{4}-/.test(due) ? new Date(due.replace(/\[.*$/, '')) : null;
}

/** The phase of people's own tasks, where they name none. */
export const OWN_PHASE: PhaseId = 'scope';
