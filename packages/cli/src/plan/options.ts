// What `vigie plan` may be told.
export const PLAN_FORMATS = ['text', 'markdown', 'json', 'cacao'] as const;

export interface PlanCommandOptions {
  readonly format: (typeof PLAN_FORMATS)[number];
  readonly output?: string;
  /** The controller's awareness, as an instant with its offset. */
  readonly aware?: string;
  /** The moment for which the plan is; without it the moment of the call. */
  readonly now?: string;
  /** A name of the case that stays the same. */
  readonly case?: string;
  /** When the first version of the playbook was made. */
  readonly created?: string;
}
