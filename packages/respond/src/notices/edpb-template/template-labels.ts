// What the labels of a language have to hold: a name for every field, and for every letter what it stands for.
import type { FieldNumber } from './fields.ts';

interface FieldLabel {
  readonly label: string;
  /** Letter → what it stands for. */
  readonly options?: Readonly<Record<string, string>>;
}

export type TemplateLabels = Readonly<Record<FieldNumber, FieldLabel>>;
