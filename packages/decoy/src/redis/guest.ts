// A connection to the decoy Redis, and what a command comes to.
import type { Intent, Setting } from '../decoy.ts';
import type { Reply } from './resp.ts';

/** What a command gets and may change: the connection's own state. */
export interface Guest {
  readonly setting: Setting;
  version: 2 | 3;
  database: number;
  name: string;
  isOver: boolean;
  /** Commands between MULTI and EXEC. */
  queue?: (readonly string[])[] | undefined;
}

export interface Outcome {
  readonly reply: Reply;
  readonly intent: Intent;
  readonly words: string;
  readonly rows?: number;
}

export const OK: Reply = { status: 'OK' };

/** Nothing of the honey rows was given out. */
export function look(reply: Reply, words: string): Outcome {
  return { reply, intent: 'look', words };
}
