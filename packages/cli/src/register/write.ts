// Writes to a register, under the lock of its log. A version: its file first, beside its place; then the entry in the log; then the file
// gets its name. An erasure: the entry first, then the file goes. What a crash leaves between two of these, the next writer ends.
import { rename, rm } from 'node:fs/promises';
import { BUILT_IN_TYPES, type EvidenceLog, openLog, type SigningKey } from '@vigie/evidence';
import type { RegisterRecord } from '@vigie/respond';
import { UsageFault } from '../exit-codes.ts';
import { writePrivate } from '../files.ts';
import type { World } from '../world.ts';
import { caseFileText, commitmentOf, newest, withVersion } from './case-file.ts';
import { casePath, logPath, pendingPath, type RegisterFolder, readRegister, settlePending } from './folder.ts';
import { ERASED_ENTRY, RECORD_ENTRY } from './log-entries.ts';

const AUTHOR = 'vigie-register';

export interface Written {
  readonly record: RegisterRecord;
  readonly version: number;
  /** Of its entry in the log. */
  readonly sequence: number;
}

/** Why nothing was written. */
export interface NotWritten {
  readonly code: 'refused' | 'faulty' | 'failed';
  readonly messages: readonly string[];
}

export interface RegisterWriter {
  readonly folder: string;
  readonly key: SigningKey;
  readonly caseId: string;
}

/** Makes the record from what is there; a text says why it cannot be made. */
export type ChangeRecord = (before: RegisterRecord | undefined) => RegisterRecord | string;

/** Writes the next version of a case. */
export function writeVersion(
  world: World,
  writer: RegisterWriter,
  change: ChangeRecord,
): Promise<Written | NotWritten> {
  return underLock(world, writer, (log, register) => writeNext(world, log, register, writer, change));
}

/** Erases a case, all of its versions with their salts, so that nobody can tell from the log what stood in them. */
export function eraseCase(world: World, writer: RegisterWriter): Promise<{ readonly sequence: number } | NotWritten> {
  const { folder, caseId } = writer;
  return underLock(world, writer, async (log, { cases }) => {
    if (!cases.some((one) => one.case === caseId)) return refused(`${caseId} is not in the register`);
    const receipt = await log.append({ type: ERASED_ENTRY.type, author: AUTHOR, payload: { subject: caseId } });
    if ('code' in receipt) return failed(`${logPath(folder)}: ${receipt.message}`);
    await rm(casePath(folder, caseId));
    return { sequence: receipt.sequence };
  });
}

/** Two writers never see the same state of a register. */
async function underLock<Done extends object>(
  world: World,
  { folder, key }: RegisterWriter,
  write: (log: EvidenceLog, register: RegisterFolder) => Promise<Done | NotWritten>,
): Promise<Done | NotWritten> {
  const types = [...BUILT_IN_TYPES, RECORD_ENTRY, ERASED_ENTRY];
  const log = await openLog({ path: logPath(folder), key, author: AUTHOR, now: world.now, types });
  if ('code' in log) return failed(`${logPath(folder)}: ${log.message}; ${log.remedy}`);
  let result: Done | NotWritten;
  try {
    await settlePending(folder);
    const register = await readRegister(folder);
    const { faults } = register;
    result = faults.length > 0 ? { code: 'faulty', messages: faults } : await write(log, register);
  } catch (error) {
    // What could not be read says so itself.
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    result = failed(error instanceof UsageFault ? error.message : `${folder}: it cannot be written (${why})`);
  }
  const closing = await log.close();
  return closing === undefined || 'code' in result
    ? result
    : failed(`${logPath(folder)}: ${closing.message}; ${closing.remedy}`);
}

async function writeNext(
  world: World,
  log: EvidenceLog,
  { cases }: RegisterFolder,
  { folder, caseId }: RegisterWriter,
  change: ChangeRecord,
): Promise<Written | NotWritten> {
  const before = cases.find((one) => one.case === caseId);
  const record = change(before && newest(before).record);
  if (typeof record === 'string') return refused(record);
  const file = withVersion(before, record, new Date(world.now()).toISOString(), world.random(32));
  const { version } = newest(file);
  const pending = pendingPath(folder, caseId);
  await writePrivate(pending, caseFileText(file), true);
  const payload = { subject: caseId, version, record: commitmentOf(newest(file)) };
  const receipt = await log.append({ type: RECORD_ENTRY.type, author: AUTHOR, payload });
  if ('code' in receipt) {
    await rm(pending, { force: true });
    return failed(`${logPath(folder)}: ${receipt.message}`);
  }
  await rename(pending, casePath(folder, caseId));
  return { record, version, sequence: receipt.sequence };
}

function failed(message: string): NotWritten {
  return { code: 'failed', messages: [message] };
}

function refused(message: string): NotWritten {
  return { code: 'refused', messages: [message] };
}
