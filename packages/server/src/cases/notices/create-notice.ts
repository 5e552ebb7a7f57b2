// Begins a notice: drafted from the case, or from a notice that was filed and that it completes.
import type { Language } from '@vigie/respond';
import type { Transaction } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { Problem, problem } from '../../http/problem.ts';
import { recordChange } from '../../live/changes.ts';
import type { NoticeKind } from '../../records/tables/notices.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { unlessProblem } from '../change-case.ts';
import { readFacts } from '../facts/fact-book.ts';
import { tell } from '../timeline.ts';
import { draftText } from './draft-notice.ts';
import { KINDS } from './kinds.ts';
import { noticeRow, standingNumber, versionOf, writeVersion } from './notice-book.ts';
import type { NoticeText } from './notice-text.ts';

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly group?: string | undefined;
  /** A notice that was filed, and that this one completes (Article 33(4)). */
  readonly follows?: string | undefined;
}

/** @returns its id */
export function createNotice(room: Room, actor: Actor, caseId: string, wanted: NewNotice): Promise<string | Problem> {
  const { kind, language, group = null } = wanted;
  return unlessProblem(room, async (trx) => {
    const fault = faultOf(wanted);
    if (fault !== undefined) return fault;
    const row = await trx
      .selectFrom('breach_case')
      .selectAll()
      .where('id', '=', caseId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) return problem('not-found', { detail: 'there is no such case' });
    if (row.state === 'closed') return problem('conflict', { detail: 'the case is closed; open it again first' });
    const earlier = await followed(room, trx, caseId, wanted);
    if (earlier instanceof Problem) return earlier;
    const { facts } = await readFacts(trx, room, caseId);
    const { answers = {}, edits = [] } = earlier ?? {};
    const at = room.clock.now();
    const { text } = draftText({ kind, language, group, facts, answers, edits, at });
    const id = await insertNotice(room, trx, actor, caseId, wanted);
    const version = { noticeId: id, number: 1, accountId: actor.accountId, factsVersion: row.facts_version, text };
    await writeVersion(trx, room, { ...version, what: 'drafted' });
    await room.evidence.write({
      type: 'state-change',
      author: actor.accountId,
      payload: { subject: id, from: 'none', to: 'notice-draft' },
    });
    await tell(trx, room, caseId, actor.accountId, {
      what: 'notice-drafted',
      detail: `${text.title} (${language})`,
      about: { noticeId: id, kind, follows: wanted.follows ?? null },
    });
    await recordChange(trx, { kind: 'notice', id, what: 'created', at });
    return id;
  });
}

/** The text of the notice that this one completes; undefined where it completes none. */
async function followed(
  room: Room,
  trx: Transaction<Records>,
  caseId: string,
  { kind, follows }: NewNotice,
): Promise<NoticeText | undefined | Problem> {
  if (follows === undefined) return undefined;
  const before = await noticeRow(trx, follows);
  if (before?.case_id !== caseId || before.kind !== kind || before.state !== 'filed') {
    const detail = 'it has to be a notice of the same case and kind that was filed';
    return problem('invalid-request', { errors: [{ pointer: '/body/follows', detail }] });
  }
  return (await versionOf(trx, room, before.id, standingNumber(before)))?.text;
}

async function insertNotice(
  room: Room,
  trx: Transaction<Records>,
  actor: Actor,
  caseId: string,
  { kind, language, group, follows }: NewNotice,
): Promise<string> {
  const id = room.newId();
  await trx
    .insertInto('notice')
    .values({
      id,
      case_id: caseId,
      kind,
      language,
      letter_group: group ?? null,
      follows: follows ?? null,
      state: 'draft',
      created_at: room.clock.now(),
      created_by: actor.accountId,
      newest: 1,
      frozen_number: null,
      frozen_at: null,
      frozen_by: null,
      withdrawn_at: null,
      reason: null,
    })
    .execute();
  return id;
}

function faultOf({ kind, language, group }: NewNotice): Problem | undefined {
  const { languages } = KINDS[kind];
  if (!languages.includes(language)) {
    const detail = `it is written in ${languages.join(', ')}`;
    return problem('invalid-request', { errors: [{ pointer: '/body/language', detail }] });
  }
  if ((kind === 'letter') === (group !== undefined)) return undefined;
  const detail = kind === 'letter' ? 'say to which group of people the letter goes' : 'only letters go to a group';
  return problem('invalid-request', { errors: [{ pointer: '/body/group', detail }] });
}
