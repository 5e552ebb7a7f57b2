// The evidence log in a backup: the entries that its newest checkpoint covers, byte by byte, and that checkpoint.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { checkpointPath, parseCheckpoint } from '@vigie/evidence';
import type { BackupFault } from './fault.ts';
import { linesOf } from './lines.ts';

/** What is copied: the log's file, the checkpoint's text, and how many lines it covers. */
export interface CoveredLog {
  readonly path: string;
  readonly checkpoint: string;
  readonly lines: number;
}

/** What the newest checkpoint covers. @throws where it cannot be read */
export async function coveredLog(path: string): Promise<CoveredLog | BackupFault> {
  const checkpoint = await readFile(checkpointPath(path), 'utf8');
  const parsed = parseCheckpoint(checkpoint);
  if (parsed === undefined) return UNREADABLE;
  return { path, checkpoint, lines: parsed.size };
}

const LINES = 500;

/** Others may add to the log meanwhile: what comes after the checkpoint is left out. */
export async function readCovered(log: CoveredLog, take: (lines: string) => Promise<void>): Promise<void> {
  const input = createReadStream(log.path);
  let count = 0;
  let waiting: string[] = [];
  for await (const line of linesOf(input)) {
    if (count === log.lines) break;
    count += 1;
    waiting.push(`${line}\n`);
    if (waiting.length < LINES) continue;
    await take(waiting.join(''));
    waiting = [];
  }
  input.destroy();
  if (waiting.length > 0) await take(waiting.join(''));
}

const UNREADABLE: BackupFault = {
  code: 'store-failed',
  message: 'the checkpoint beside the evidence log is none',
  remedy: 'verify the log with vigie verify, and put the checkpoint back from where you keep it',
};
