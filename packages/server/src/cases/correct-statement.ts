// A public statement that was wrong: it is corrected, or taken back. That it was, and when, stays on the page; what it said before a
// correction and why it was changed stays in the case.
import { hash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { type Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { IncidentPageTables } from '../records/tables/incident-pages.ts';
import type { Room } from '../room.ts';
import { unlessProblem } from './change-case.ts';
import { tell } from './timeline.ts';

export type StatementRow = Selectable<IncidentPageTables['incident_update']>;

export interface Correction {
  /** What it says from now on; undefined takes it back. */
  readonly text: string | undefined;
  readonly because: string;
}

export function correctStatement(
  room: Room,
  actor: Actor,
  { id: caseId, update }: { readonly id: string; readonly update: string },
  { text, because }: Correction,
): Promise<StatementRow | Problem> {
  return unlessProblem(room, async (trx) => {
    const row = await trx
      .selectFrom('incident_update')
      .selectAll()
      .where('id', '=', update)
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return problem('not-found', { detail: 'there is no such statement' });
    if (row.removed) return problem('conflict', { detail: 'it was taken back already; publish a new one' });
    if (text === row.body) return problem('conflict', { detail: 'it says that already' });
    const at = room.clock.now();
    const what = text === undefined ? 'removed' : 'corrected';
    await noteCorrection(room, actor, row, { text, because });
    const set = { body: text ?? '', corrected_at: at, corrected_by: actor.accountId, removed: text === undefined };
    await trx.updateTable('incident_update').set(set).where('id', '=', update).execute();
    // What was taken back may have had to go, so its words are kept nowhere.
    const detail = text === undefined ? because : `${because}\n\n${row.body}`;
    await tell(trx, room, caseId, actor.accountId, { what: `statement-${what}`, detail, about: { statement: update } });
    await recordChange(trx, { at, kind: 'incident-page', id: caseId, what: 'updated' });
    return { ...row, ...set };
  });
}

async function noteCorrection(room: Room, { accountId }: Actor, row: StatementRow, { text, because }: Correction) {
  const from = row.corrected_at === null ? 'published' : 'corrected';
  const reason = room.evidence.commitment(because);
  const payload = { subject: row.id, from, to: text === undefined ? 'removed' : 'corrected', reason };
  await room.evidence.write({ type: 'state-change', author: accountId, payload });
  if (text === undefined) return;
  const document = { sha256: hash('sha256', text), bytes: Buffer.byteLength(text) };
  await room.evidence.write({
    type: 'evidence',
    author: accountId,
    payload: { subject: row.id, kind: 'incident-statement', ...document },
  });
}
