// One step in the life of a finding: the state, its timeline, the evidence and the change for browsers, in one transaction.
import type { Selectable, Transaction, Updateable } from 'kysely';
import { recordChange } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { type Act, type FindingState, needOf, stateAfter } from './finding-life.ts';
import type { Judgement } from './judge.ts';

export type FindingRow = Pick<
  Selectable<Records['finding']>,
  'id' | 'state' | 'resumes' | 'assignee_id' | 'assigned_at' | 'version'
>;

export interface Step {
  readonly act: Act;
  readonly at: Date;
  /** Null where the platform does it. */
  readonly accountId: string | null;
  /** Of `assign` and `mend`. */
  readonly assigneeId?: string | undefined;
  /** Of `accept`. The reason may name people: it is sealed in the records, and the evidence log gets a commitment. */
  readonly acceptance?: { readonly until: Date; readonly because: string } | undefined;
  /** Of what a scan or a verification saw. */
  readonly judgement?: Judgement | undefined;
}

/** Who writes in the evidence log where no person did it. */
export const PLATFORM = 'vigie-server';

/** What the vault seals reasons for. */
export const BECAUSE = 'finding/accepted-because';

/** @returns the state that it came to; undefined where the act is not possible in its state, and nothing was done */
export async function actOnFinding(
  room: Room,
  trx: Transaction<Records>,
  finding: FindingRow,
  step: Step,
): Promise<FindingState | undefined> {
  const { act, at, accountId, judgement } = step;
  const from = finding.state as FindingState;
  const assigneeId = step.assigneeId ?? finding.assignee_id;
  if (needOf(act) === 'assignee' && assigneeId === null) return undefined;
  if (needOf(act) === 'acceptance' && step.acceptance === undefined) return undefined;
  const to = stateAfter(act, {
    state: from,
    resumes: finding.resumes as FindingState | null,
    hasAssignee: finding.assignee_id !== null,
  });
  if (to === undefined) return undefined;
  const because = step.acceptance && room.vault.seal(step.acceptance.because, BECAUSE);
  await trx
    .updateTable('finding')
    .set({ ...changesOf(finding, step, from, to, because), state: to, version: finding.version + 1 })
    .where('id', '=', finding.id)
    .execute();
  await trx
    .insertInto('finding_event')
    .values({
      id: room.newId(),
      finding_id: finding.id,
      at,
      account_id: accountId,
      what: act,
      from_state: from,
      to_state: to,
      assignee_id: act === 'assign' || act === 'mend' ? assigneeId : null,
      accepted_until: step.acceptance?.until ?? null,
      accepted_because: because ?? null,
      result: judgement?.result ?? null,
      why: judgement?.why ?? null,
    })
    .execute();
  await room.evidence.write({
    type: 'state-change',
    author: accountId ?? PLATFORM,
    payload: {
      subject: finding.id,
      from,
      to,
      basis: judgement?.why ?? act,
      ...(step.acceptance && {
        reason: room.evidence.commitment(step.acceptance.because),
        until: step.acceptance.until.toISOString(),
      }),
    },
  });
  await recordChange(trx, { kind: 'finding', id: finding.id, what: 'updated', at });
  return to;
}

function changesOf(
  finding: FindingRow,
  { act, at, assigneeId, acceptance, judgement }: Step,
  from: FindingState,
  to: FindingState,
  because: string | undefined,
): Updateable<Records['finding']> {
  const isOther = assigneeId !== undefined && assigneeId !== finding.assignee_id;
  return {
    resumes: act === 'verify' ? from : null,
    ...(isOther && { assignee_id: assigneeId, assigned_at: at }),
    ...(act === 'unassign' && { assignee_id: null, assigned_at: null }),
    ...(acceptance && { accepted_until: acceptance.until, accepted_because: because ?? null }),
    // While it is verified it may still be accepted: what comes out of that decides.
    ...(from === 'accepted' && to !== 'accepted' && to !== 'verifying' && NOT_ACCEPTED),
    ...(to === 'mended' && NOT_ACCEPTED),
    ...(to === 'mended' && from !== 'mended' && finding.resumes !== 'mended' && { mended_at: at }),
    ...(to === 'back' && { back_at: at, mended_at: null }),
    ...(judgement && { verified_at: at, verified_result: judgement.result, verified_why: judgement.why }),
  };
}

const NOT_ACCEPTED = { accepted_until: null, accepted_because: null } as const;
