// What `vigie assess` may be told.
export const FORMATS = ['text', 'json'] as const;

export interface AssessOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  /** The controller's awareness, as an instant with its offset. */
  readonly aware?: string;
}
