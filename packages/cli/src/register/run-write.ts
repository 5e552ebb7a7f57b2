// Runs `vigie register add`, `change` and `erase`: what is told of a breach becomes the next version of its record, until it is erased.
import type { SigningKey } from '@vigie/evidence';
import {
  assess,
  CaseIdSchema,
  changedRecord,
  factsOfRecord,
  isInstant,
  missingParts,
  newRecord,
  parseRecord,
  type RecordChange,
  type RegisterRecord,
  settleFacts,
} from '@vigie/respond';
import * as v from 'valibot';
import { checkAware, readCase } from '../assess/read-case.ts';
import { complain, deliver } from '../classify/output.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { makePrivateFolder } from '../files.ts';
import type { World } from '../world.ts';
import { casePath, casesPath, isThere, logPath } from './folder.ts';
import { registerKey } from './key.ts';
import type { RecordOptions, RegisterPlace } from './options.ts';
import { eraseCase, type NotWritten, type Written, writeVersion } from './write.ts';

const STATUS: Record<NotWritten['code'], ExitCode> = {
  refused: EXIT.usage,
  faulty: EXIT.findings,
  failed: EXIT.incomplete,
};

export type WriteKind = 'add' | 'change';

/** @returns the exit status, see exit-codes.ts */
export async function runWrite(
  world: World,
  kind: WriteKind,
  caseId: string,
  documents: readonly string[],
  options: RecordOptions,
): Promise<ExitCode> {
  checkCaseId(caseId);
  const now = new Date(world.now()).toISOString();
  const change = await changeOf(world, documents, options);
  const key = await keyOf(world, options, kind === 'add');
  const folder = options.register;
  const written = await writeVersion(world, { folder, key, caseId }, (before) =>
    nextRecord(kind, caseId, before, change, now),
  );
  if ('code' in written) return notWritten(world, written);
  return (await deliver(world, undefined, writtenText(folder, written))) ? EXIT.clean : EXIT.incomplete;
}

/** @returns the exit status, see exit-codes.ts */
export async function runErase(world: World, caseId: string, place: RegisterPlace): Promise<ExitCode> {
  checkCaseId(caseId);
  const folder = place.register;
  const key = await keyOf(world, place, false);
  const erased = await eraseCase(world, { folder, key, caseId });
  if ('code' in erased) return notWritten(world, erased);
  const text = `${caseId}: erased; entry ${erased.sequence} of ${logPath(folder)} says so. Copies and backups are yours to erase.\n`;
  return (await deliver(world, undefined, text)) ? EXIT.clean : EXIT.incomplete;
}

function checkCaseId(caseId: string): void {
  const id = v.safeParse(CaseIdSchema, caseId);
  if (!id.success) throw new UsageFault(caseId, id.issues[0].message);
}

/** The key of the register; where it may begin, its folder and its key are made. */
async function keyOf(world: World, place: RegisterPlace, mayBegin: boolean): Promise<SigningKey> {
  const isBegun = await isThere(logPath(place.register));
  if (!isBegun && !mayBegin)
    throw new UsageFault('--register', `${place.register} holds no register; begin one with vigie register add`);
  await makePrivateFolder('--register', casesPath(place.register));
  const { key, notice } = await registerKey(world, place, !isBegun);
  if (notice !== undefined) await complain(world, [notice]);
  return key;
}

async function notWritten(world: World, { code, messages }: NotWritten): Promise<ExitCode> {
  const why = code === 'faulty' ? ['nothing was written, since the register is not what its log says:'] : [];
  await complain(world, [...why, ...messages]);
  return STATUS[code];
}

/** What the words and documents tell. */
async function changeOf(world: World, documents: readonly string[], options: RecordOptions): Promise<RecordChange> {
  const { title, effect, action, notify, tell, reason, decidedBy, decidedAt, sent, state, aware } = options;
  checkAware(aware);
  for (const [argument, instant] of [['--decided-at', decidedAt], ...sent.map(({ at }) => ['--sent', at])]) {
    if (instant !== undefined && !isInstant(instant)) {
      throw new UsageFault(argument ?? '', `there is no such day, hour, offset or time zone as ${instant}`);
    }
  }
  return {
    ...(documents.length > 0 || aware !== undefined ? await factsOf(world, documents, aware) : {}),
    ...(title !== undefined && { title }),
    ...(state !== undefined && { state }),
    effects: effect,
    remedialAction: action,
    notices: sent,
    decision: {
      ...(notify !== undefined && { notifyAuthority: notify }),
      ...(tell !== undefined && { communicateToPersons: tell }),
      ...(reason !== undefined && { reasons: reason }),
      ...(decidedBy !== undefined && { decidedBy }),
      ...(decidedAt !== undefined && { decidedAt }),
    },
  };
}

async function factsOf(world: World, documents: readonly string[], aware: string | undefined): Promise<RecordChange> {
  const { facts, assessment, notUnderstood } = await readCase(world, documents, aware);
  await complain(world, [
    ...notUnderstood.map(({ fact, why, assumed }) => `not understood: ${fact}: ${why}; assumed: ${assumed}`),
    ...assessment.contradictions.map(({ what }) => `contradiction, left out of the record: ${what}`),
  ]);
  return { facts: settleFacts(facts).facts };
}

function nextRecord(
  kind: WriteKind,
  caseId: string,
  before: RegisterRecord | undefined,
  change: RecordChange,
  now: string,
): RegisterRecord | string {
  if (kind === 'add' && before !== undefined)
    return `${caseId} is in the register already; change it with vigie register change`;
  if (kind === 'change' && before === undefined)
    return `${caseId} is not in the register; add it with vigie register add`;
  const record = parseRecord(assessed(changedRecord(before ?? newRecord(caseId, caseId), change), change, now));
  return typeof record === 'string' ? `${caseId}: ${record}` : record;
}

/** With what all of its facts come to, where some of them are new. */
function assessed(record: RegisterRecord, { facts }: RecordChange, now: string): RegisterRecord {
  if (facts === undefined) return record;
  return changedRecord(record, { assessed: { assessment: assess(factsOfRecord(record), { now }), at: now } });
}

function writtenText(folder: string, { record, version, sequence }: Written): string {
  const missing = missingParts(record);
  return [
    `${record.case}: version ${version}, in ${casePath(folder, record.case)}; entry ${sequence} of ${logPath(folder)}`,
    missing.length === 0
      ? 'Nothing that Article 33(5) wants is missing.'
      : `Still missing for Article 33(5): ${missing.join(', ')}`,
    `Keep a copy of ${logPath(folder)}.checkpoint where nobody who writes here can change it; vigie verify checks the log.`,
    '',
  ].join('\n');
}
