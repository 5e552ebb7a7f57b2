// What `vigie redact` is told on the command line; kept apart, so that other commands start without loading its work.
import type { Action, KeyRule, KindRule } from '@vigie/classify';

/** The actions of packages/classify/src/redact/policy.ts. */
export const ACTIONS = ['mask', 'drop', 'hash', 'token', 'keep'] as const satisfies readonly Action[];

export interface RedactOptions {
  readonly policy?: string;
  readonly allowKeys?: readonly string[];
  readonly json?: boolean;
  readonly certain?: true;
  readonly keyFile?: string;
  readonly rules?: string;
  readonly addRules?: string;
  readonly summary?: true;
  readonly longestLine: number;
}

/** What --mask and its sisters and --key said, in the order in which they were given. */
export interface Given {
  readonly kinds: KindRule[];
  readonly keys: KeyRule[];
}
