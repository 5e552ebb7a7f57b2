// The tasks of cases.
import type { Generated } from 'kysely';

export const TASK_STATES = ['todo', 'doing', 'done', 'not-needed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface TaskTables {
  case_task: {
    id: string;
    case_id: string;
    /** Its id in the plan; null for a task of people's own. */
    plan_id: string | null;
    phase: string;
    /** Its place in the plan. */
    place: number;
    /** Sealed: title, why, how, and whose seat it is. */
    content: string;
    content_sha256: string;
    state: TaskState;
    /** The facts no longer call for it. */
    dropped: Generated<boolean>;
    owner_id: string | null;
    due_at: Date | null;
    /** A person set the deadline, which the plan then leaves. */
    due_set: Generated<boolean>;
    /** Sealed. */
    reason: string | null;
    changed_at: Date;
    changed_by: string | null;
    version: Generated<number>;
  };
}
