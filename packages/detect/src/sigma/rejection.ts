// Why a rule does not compile. Readers of rules throw it, and the one who loads them turns it into a value: a rule that is not
// understood whole stops itself, and no other.

const REJECTIONS = [
  'yaml',
  'shape',
  'modifier',
  'value',
  'regex',
  'condition',
  'placeholder',
  'log-source',
  'reference',
  'correlation',
  'filter',
  'mapping',
] as const;

export type RejectionCode = (typeof REJECTIONS)[number];

export class Rejection extends Error {
  readonly code: RejectionCode;

  constructor(code: RejectionCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Foreign text in a message, so short that it cannot flood a terminal. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
