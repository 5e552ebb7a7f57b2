// Verifies a finding: the same questions are asked again at the same place, and what is answered decides.
import { ScopeFault } from '@vigie/probe';
import type { Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { actOnFinding, type FindingRow } from './act-on-finding.ts';
import { keepSights } from './keep-sights.ts';
import { type Watching, wordsOf } from './run-scan.ts';
import type { ScanAnswer } from './scan-orders.ts';
import { dayOf, scopeFileOf } from './scope-words.ts';
import { sightsOf } from './sight.ts';

export const VERIFY_FINDING = 'verify-finding';

export interface VerifyFindingData {
  readonly findingId: string;
}

/** @returns whether it is verified now; false where its state does not allow it */
export async function requestVerification(
  room: Room,
  trx: Transaction<Records>,
  finding: FindingRow,
  accountId: string,
): Promise<boolean> {
  const step = { act: 'verify', at: room.clock.now(), accountId } as const;
  if ((await actOnFinding(room, trx, finding, step)) === undefined) return false;
  await sendVerification(room, finding.id, trx);
  return true;
}

export async function sendVerification(room: Room, findingId: string, within?: Transaction<Records>): Promise<void> {
  const data: VerifyFindingData = { findingId };
  await room.jobs.send(VERIFY_FINDING, data, { once: findingId, ...(within && { within }) });
}

/** @throws where the platform closes meanwhile: the job is tried again then */
export async function verifyFinding(watching: Watching, findingId: string, signal: AbortSignal): Promise<void> {
  const { room, closing } = watching;
  const asked = await placeOf(room, findingId);
  if (asked === undefined) return;
  const answer = await ask(watching, asked, AbortSignal.any([signal, closing]));
  if (closing.aborted) throw new Error('the platform was closed while the finding was verified');
  const at = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    if ('fault' in answer) {
      const row = await trx.selectFrom('finding').selectAll().where('id', '=', findingId).executeTakeFirstOrThrow();
      const judgement = { result: 'cannot-tell', why: 'scan-failed' } as const;
      await actOnFinding(room, trx, row, { act: 'cannot-tell', at, accountId: null, judgement });
      return;
    }
    const { report, outcomes } = answer;
    await keepSights(room, trx, {
      scopeId: asked.scope.id,
      at,
      sights: sightsOf(report.stores, report.others, () => outcomes[0] ?? 'not-a-target'),
      scanId: null,
      among: [asked.place],
      verifying: findingId,
      closedSeenAt: () => null,
    });
  });
}

async function placeOf(room: Room, findingId: string) {
  const finding = await room.records
    .selectFrom('finding')
    .innerJoin('store', 'store.id', 'finding.store_id')
    .select(['finding.scope_id', 'finding.state', 'store.address', 'store.port', 'store.name'])
    .where('finding.id', '=', findingId)
    .executeTakeFirst();
  if (finding === undefined || finding.state !== 'verifying') return undefined;
  const scope = await room.records
    .selectFrom('scope')
    .selectAll()
    .where('id', '=', finding.scope_id)
    .executeTakeFirstOrThrow();
  const { address, port, name } = finding;
  return { scope, place: { address, port }, name: name ?? undefined };
}

type Asked = NonNullable<Awaited<ReturnType<typeof placeOf>>>;

/** All products are looked for, since another may answer there now: the door is then not the one that the finding is about. */
async function ask(
  { room, scanner }: Watching,
  { scope, place, name }: Asked,
  signal: AbortSignal,
): Promise<ScanAnswer> {
  const scopeFile = scopeFileOf(wordsOf(scope), dayOf(room.clock.now()));
  if (scopeFile instanceof ScopeFault) return { fault: scopeFile.message };
  const targets = { ...place, name };
  try {
    return await scanner.scan({ targets, ports: [place.port], scopeFile, known: [place], maskNames: true }, signal);
  } catch (error) {
    room.log.mistake(error, { part: 'verification' });
    return { fault: 'the scan failed' };
  }
}
