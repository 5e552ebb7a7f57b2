// The courier as the post office sees it: a process that takes letters and tells how each ended.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readLine } from './journal.ts';
import {
  AWAY_REASONS,
  type AwayReason,
  type Frame,
  type LetterOrder,
  type Order,
  type Relay,
  type Told,
} from './orders.ts';

export interface CourierProcess {
  readonly pid: number;
  /** Hands a letter over. Resolves when there is room for the next. */
  give(letter: LetterOrder): Promise<void>;
  /** No further letters: it ends those that are under way. */
  dismiss(): void;
  /** Resolves when the process is gone, however it ended, and all that it told has been heard. */
  readonly gone: Promise<void>;
}

/** @param hear hears what becomes of the letters, in the order in which it happens */
export function startCourierProcess(
  begin: { readonly journal: string; readonly relay: Relay; readonly frame: Frame },
  hear: (told: Told) => void,
): CourierProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const child = spawn(process.execPath, [fileURLToPath(new URL(`./main.${extension}`, import.meta.url))], {
    // A session of its own: neither ^C nor the end of the platform's group of processes reaches it.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  });
  // Where it dies its end of the pipe is closed; what it did not read it did not send.
  child.stdin.on('error', () => {});
  const heard = hearAll(child.stdout, hear);
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const write = (order: Order) => child.stdin.write(`${JSON.stringify(order)}\n`);
  write({ kind: 'begin', ...begin });
  return {
    pid: child.pid ?? -1,
    async give(letter) {
      if (!write({ kind: 'letter', letter })) await roomAgain(child.stdin);
    },
    dismiss: () => child.stdin.end(),
    gone: Promise.all([exited, heard]).then(() => undefined),
  };
}

/** Resolves when the pipe takes more, or nothing any more. */
function roomAgain(pipe: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      pipe.off('drain', done);
      pipe.off('close', done);
      resolve();
    };
    pipe.on('drain', done);
    pipe.on('close', done);
  });
}

async function hearAll(output: NodeJS.ReadableStream, hear: (told: Told) => void): Promise<void> {
  for await (const line of createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY })) {
    const told = toldIn(line);
    if (told) hear(told);
  }
}

function toldIn(line: string): Told | undefined {
  const [word, reason] = line.split(' ');
  if (word === 'away' && isAwayReason(reason)) return { kind: 'away', reason };
  const read = readLine(line);
  return read === undefined || read.kind === 'dot' ? undefined : read;
}

function isAwayReason(word: string | undefined): word is AwayReason {
  return (AWAY_REASONS as readonly (string | undefined)[]).includes(word);
}
