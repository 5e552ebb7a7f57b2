// The thread at which rules are looked at, seen from outside: it begins with the first question and ends when none came for a while.
import { Worker } from 'node:worker_threads';
import type { DeskAnswer, DeskQuestion } from './desk-thread.ts';
import type { DeskAnswers, DeskOrder } from './rule-orders.ts';

export interface RuleDesk {
  /** @throws where the thread ended over the question */
  ask<What extends DeskOrder['what']>(order: DeskOrder & { readonly what: What }): Promise<DeskAnswers[What]>;
  close(): Promise<void>;
}

const LIMITS = { maxOldGenerationSizeMb: 2048 };
const IDLE_MS = 60_000;
/** A rule that takes longer to compile is none. */
const LONGEST_MS = 120_000;

interface Waiting {
  readonly resolve: (answer: DeskAnswer) => void;
  readonly late: NodeJS.Timeout;
}

export function createRuleDesk(): RuleDesk {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;

  const settle = (answer: DeskAnswer) => {
    const found = waiting.get(answer.number);
    if (found === undefined) return;
    clearTimeout(found.late);
    waiting.delete(answer.number);
    found.resolve(answer);
  };
  const end = async () => {
    const ending = thread;
    thread = undefined;
    clearTimeout(idle);
    await ending?.terminate();
  };
  const begun = (): Worker => {
    const made = new Worker(new URL(`./desk-thread.${extension}`, import.meta.url), { resourceLimits: LIMITS });
    made.on('message', settle);
    made.on('error', () => {
      // What it said may quote a rule; that it ended is told by `exit`.
    });
    made.on('exit', () => {
      if (thread === made) thread = undefined;
      for (const one of [...waiting.keys()]) settle({ number: one, failed: true });
    });
    return made;
  };

  return {
    async ask(order) {
      thread ??= begun();
      clearTimeout(idle);
      thread.ref();
      number += 1;
      const mine = number;
      const answer = await new Promise<DeskAnswer>((resolve) => {
        const late = setTimeout(() => void end(), LONGEST_MS).unref();
        waiting.set(mine, { resolve, late });
        thread?.postMessage({ number: mine, order } satisfies DeskQuestion);
      });
      if (waiting.size === 0) {
        thread?.unref();
        idle = setTimeout(() => void end(), IDLE_MS).unref();
      }
      if (answer.failed) throw new Error('the thread that looks at rules failed');
      return answer.answer as DeskAnswers[(typeof order)['what']];
    },
    close: end,
  };
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
