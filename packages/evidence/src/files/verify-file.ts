// Verifies a log in a file, with the checkpoint that lies beside it.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { leafHash, type TreeHash } from '../merkle/tree-hash.ts';
import { linesOf } from '../verify/lines.ts';
import type { OutsideCheckpoint } from '../verify/outside-checkpoints.ts';
import { AT_START, faultAt } from '../verify/progress.ts';
import type { Verdict } from '../verify/verdict.ts';
import { type VerifyOptions, type Walk, walkLog } from '../verify/verify-log.ts';

/** The file beside a log with its newest checkpoint. */
export function checkpointPath(logPath: string): string {
  return `${logPath}.checkpoint`;
}

/** Verifies the file of a log; see `verifyLog`. What cannot be read is a verdict too. */
export async function verifyLogFile(path: string, options: VerifyOptions = {}): Promise<Verdict> {
  try {
    return (await walkLogFile(path, options)).verdict;
  } catch (error) {
    const message = `the file cannot be read (${codeOf(error)})`;
    return { outcome: 'incomplete', fault: faultAt(AT_START, 'unreadable', message) };
  }
}

/** @throws where a file cannot be read */
export async function walkLogFile(path: string, options: VerifyOptions = {}): Promise<Walk> {
  // First the checkpoint and then the log: a writer adds to the log before it signs.
  const beside = await besideLog(path);
  const checkpoints = [...(options.checkpoints ?? []), ...beside];
  return walkLog(createReadStream(path), { ...options, checkpoints });
}

/** Hashes of all entries, for proofs. 32 bytes an entry stay in memory. @throws where the file cannot be read */
export async function readLeafHashes(path: string): Promise<TreeHash[]> {
  const leaves: TreeHash[] = [];
  for await (const lines of linesOf(createReadStream(path))) {
    for (const { bytes, isEnded } of lines) if (isEnded) leaves.push(leafHash(bytes));
  }
  return leaves;
}

async function besideLog(path: string): Promise<OutsideCheckpoint[]> {
  const name = checkpointPath(path);
  try {
    return [{ name, text: await readFile(name, 'utf8'), keptBy: 'log' }];
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
