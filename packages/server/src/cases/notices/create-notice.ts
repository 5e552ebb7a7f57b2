// Begins a notice: drafted from the case, or from a notice that was filed and that it completes.
import type { Language } from '@vigie/respond';
import type { Actor } from '../../access/actor.ts';
import { type Problem, problem } from '../../http/problem.ts';
import { recordChange } from '../../live/changes.ts';
import type { NoticeKind } from '../../records/tables/notices.ts';
import type { Room } from '../../room.ts';
import { unlessProblem } from '../change-case.ts';
import { readFacts } from '../facts/fact-book.ts';
import { tell } from '../timeline.ts';
import { draftText } from './draft-notice.ts';
import { KINDS } from './kinds.ts';
import { noticeRow, standingNumber, versionOf, writeVersion } from './notice-book.ts';

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly group?: string | undefined;
  /** A notice that was filed, and that this one completes (Article 33(4)). */
  readonly follows?: string | undefined;
}

/** @returns its id */
export function createNotice(room: Room, actor: Actor, caseId: string, wanted: NewNotice): Promise<string | Problem> {
  const { kind, language, group = null, follows = null } = wanted;
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
    const before = follows === null ? undefined : await noticeRow(trx, follows);
    if (follows !== null && (before?.case_id !== caseId || before.kind !== kind || before.state !== 'filed')) {
      const detail = 'it has to be a notice of the same case and kind that was filed';
      return problem('invalid-request', { errors: [{ pointer: '/body/follows', detail }] });
    }
    const earlier = before && (await versionOf(trx, room, before.id, standingNumber(before)));
    const { facts } = await readFacts(trx, room, caseId);
    const { answers = {}, edits = [] } = earlier?.text ?? {};
    const now = room.clock.now();
    const { text } = draftText({ kind, language, group, facts, answers, edits, at: now });
    const id = room.newId();
    await trx
      .insertInto('notice')
      .values({
        id,
        case_id: caseId,
        kind,
        language,
        letter_group: group,
        follows,
        state: 'draft',
        created_at: now,
        created_by: actor.accountId,
        newest: 1,
        frozen_number: null,
        frozen_at: null,
        frozen_by: null,
        withdrawn_at: null,
        reason: null,
      })
      .execute();
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
      about: { noticeId: id, kind, follows },
    });
    await recordChange(trx, { kind: 'notice', id, what: 'created', at: now });
    return id;
  });
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
