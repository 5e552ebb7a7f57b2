// The courier's journal: one line before the final dot of a letter, and one right after the server's answer. It is what tells, after the
// courier or its machine died, which letters were not sent, which were, and of which nobody can know.
//
//   dot 17                        the dot of letter 17 may leave from here on
//   sent 17 250 1764444444444     the server took it, at this moment
//   refused 17 550 5.1.1 …        it will not have it
//   deferred 17 451 4.2.0 …       not now
//   doubt 17 …                    the connection broke between the dot and the answer
//
// A line is written in one go before the function returns, so that it outlives a SIGKILL; that it outlives a loss of power is waited for
// only before a dot, many at once: a lost answer makes a doubt, a lost dot would make a second letter.
import { closeSync, createReadStream, fdatasync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Outcome } from './orders.ts';

export interface Journal {
  /** Resolves when it is on the disk that the dot may leave. @throws where the disk does not take it */
  dot(number: number): Promise<void>;
  outcome(outcome: Outcome): void;
  close(): void;
}

/** The lock beside a journal: the courier holds it as long as it lives, and the system takes it from it when it dies, however it dies. */
export function lockOf(journal: string): string {
  return `${journal}.lock`;
}

/** Opens a journal that the post office made. @throws where it is not there: then the post office has closed this attempt */
export function openJournal(path: string): Journal {
  const file = openSync(path, 'r+');
  let at = 0;
  const write = (line: string) => {
    at += writeSync(file, `${line}\n`, at);
  };
  const sync = groupedSync(file);
  return {
    async dot(number) {
      write(`dot ${number}`);
      await sync();
    },
    outcome: (outcome) => write(lineOf(outcome)),
    close: () => closeSync(file),
  };
}

/** Whoever asks while one sync runs shares the next one. */
function groupedSync(file: number): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = () =>
    new Promise<void>((resolve, reject) => fdatasync(file, (error) => (error ? reject(error) : resolve())));
  const start = (): Promise<void> => {
    const one = run().finally(() => {
      if (running === one) running = undefined;
    });
    running = one;
    return one;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}

/** An outcome as the line that stands in the journal and goes to the post office. */
export function lineOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sent':
      return `sent ${outcome.number} ${outcome.code} ${outcome.atMs}`;
    case 'refused':
    case 'deferred':
      return `${outcome.kind} ${outcome.number} ${outcome.code} ${outcome.enhanced || '-'} ${outcome.atMs}`;
    case 'doubt':
      return `doubt ${outcome.number} ${outcome.atMs}`;
  }
}

/** Reads a line of the courier; undefined for one that is torn or none of these. */
export function readLine(line: string): Outcome | { readonly kind: 'dot'; readonly number: number } | undefined {
  const [kind, ...words] = line.split(' ');
  const numbers = words.map(Number);
  const isWhole = (...some: (number | undefined)[]) =>
    some.every((one) => one !== undefined && Number.isSafeInteger(one) && one >= 0);
  const [number = -1, second = -1, third = -1, fourth = -1] = numbers;
  if (kind === 'dot' && words.length === 1 && isWhole(number)) return { kind, number };
  if (kind === 'doubt' && words.length === 2 && isWhole(number, second)) return { kind, number, atMs: second };
  if (kind === 'sent' && words.length === 3 && isWhole(number, second, third)) {
    return { kind, number, code: second, atMs: third };
  }
  if ((kind === 'refused' || kind === 'deferred') && words.length === 4 && isWhole(number, second, fourth)) {
    const enhanced = words[2] === '-' ? '' : (words[2] ?? '');
    return { kind, number, code: second, enhanced, atMs: fourth };
  }
  return undefined;
}

/**
 * What a journal tells of some letters: their last outcome, or `doubt` where only the dot is there; those that it does not name were
 * not sent. Flat in memory, however long the journal.
 *
 * @param numbers the letters of which nothing is known yet
 */
export async function outcomesIn(path: string, numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, Outcome>> {
  const told = new Map<number, Outcome>();
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const read = readLine(line);
    if (read === undefined || !numbers.has(read.number)) continue;
    told.set(read.number, read.kind === 'dot' ? { kind: 'doubt', number: read.number, atMs: 0 } : read);
  }
  return told;
}
