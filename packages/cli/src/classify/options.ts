// What the user may ask of `vigie classify`.

export const FORMATS = ['text', 'json', 'ndjson'] as const;
export const FAIL_ON = ['certain', 'possible', 'never'] as const;

export interface ClassifyOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly rules?: string;
  readonly addRules?: string;
  readonly kinds: readonly string[];
  readonly explain?: true;
  readonly threads?: number;
  readonly deadline: number;
  readonly maxDecodeDepth?: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly scope?: string;
  readonly passwordFile?: string;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly progress: boolean;
}
