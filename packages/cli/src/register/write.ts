// Writes one version of a record: its file first, beside its place; then the entry in the log; then the file gets its name.
import { rename, rm } from 'node:fs/promises';
import { BUILT_IN_TYPES, type EvidenceLog, openLog, type SigningKey } from '@vigie/evidence';
import type { RegisterRecord } from '@vigie/respond';
import { writePrivate } from '../files.ts';
import type { World } from '../world.ts';
import { caseFileText, commitmentOf, newest, withVersion } from './case-file.ts';
import { casePath, logPath, pendingPath, type RegisterFolder, readRegister, settlePending } from './folder.ts';
import { REGISTER_ENTRY } from './log-entries.ts';

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

export interface WriteRequest {
  readonly folder: string;
  readonly key: SigningKey;
  readonly caseId: string;
  /** Makes the record from what is there; a text says why it cannot be made. */
  readonly change: (before: RegisterRecord | undefined) => RegisterRecord | string;
}

/** Writes the next version of a case, under the lock of the log, so that two writers never write the same version. */
export async function writeVersion(world: World, request: WriteRequest): Promise<Written | NotWritten> {
  const { folder, key } = request;
  const types = [...BUILT_IN_TYPES, REGISTER_ENTRY];
  const log = await openLog({ path: logPath(folder), key, author: AUTHOR, now: world.now, types });
  if ('code' in log) return failed(`${logPath(folder)}: ${log.message}; ${log.remedy}`);
  let result: Written | NotWritten;
  try {
    await settlePending(folder);
    const register = await readRegister(folder);
    result =
      register.faults.length > 0
        ? { code: 'faulty', messages: register.faults }
        : await writeUnderLock(world, log, register, request);
  } catch (error) {
    result = failed(`${folder}: it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  const closing = await log.close();
  return closing === undefined || 'code' in result
    ? result
    : failed(`${logPath(folder)}: ${closing.message}; ${closing.remedy}`);
}

async function writeUnderLock(
  world: World,
  log: EvidenceLog,
  { cases }: RegisterFolder,
  { folder, caseId, change }: WriteRequest,
): Promise<Written | NotWritten> {
  const before = cases.find((one) => one.case === caseId);
  const record = change(before && newest(before).record);
  if (typeof record === 'string') return { code: 'refused', messages: [record] };
  const file = withVersion(before, record, new Date(world.now()).toISOString(), world.random(32));
  const { version } = newest(file);
  const pending = pendingPath(folder, caseId);
  await writePrivate(pending, caseFileText(file), true);
  const payload = { subject: caseId, version, record: commitmentOf(newest(file)) };
  const receipt = await log.append({ type: REGISTER_ENTRY.type, author: AUTHOR, payload });
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
