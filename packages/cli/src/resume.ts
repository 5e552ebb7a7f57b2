// The state file of a scan that may be interrupted.
import { readFile, rm } from 'node:fs/promises';
import type { ScanState } from '@vigie/probe';
import * as v from 'valibot';
import { UsageFault } from './exit-codes.ts';
import { writeWhole } from './files.ts';

/** What has to be right before a state is trusted; reports are ours, written by the same version. */
const stateSchema = v.looseObject({
  schema: v.literal('vigie.scan-state/1'),
  key: v.string(),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  coverage: v.object({
    next: v.pipe(v.number(), v.integer(), v.minValue(0)),
    runs: v.array(v.object({ from: v.number(), to: v.number(), reason: v.string() })),
  }),
  stores: v.array(
    v.looseObject({ address: v.string(), port: v.number(), product: v.string(), findings: v.array(v.unknown()) }),
  ),
  others: v.array(v.looseObject({ address: v.string(), port: v.number() })),
});

/** The state in a file, or undefined where there is no such file yet. */
export async function readState(path: string): Promise<ScanState | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageFault('--resume', `cannot read ${path}`);
  }
  if (text === '') return undefined;
  if (!isState(text)) throw new UsageFault('--resume', `${path} is no state file of this version; name another file`);
  return JSON.parse(text) as ScanState;
}

/** Writes the state; undefined removes the file, when there is nothing left to go on with. */
export async function writeState(path: string, state: ScanState | undefined): Promise<void> {
  if (state === undefined) await rm(path, { force: true });
  else await writeWhole(path, JSON.stringify(state));
}

function isState(text: string): boolean {
  try {
    return v.is(stateSchema, JSON.parse(text));
  } catch {
    // Not JSON: told to the user as "no state file".
    return false;
  }
}
