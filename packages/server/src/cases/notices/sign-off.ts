// From draft to approved: a version is frozen, two people approve it, and whatever touches it again throws the approvals away.
//
// Who may approve: the four eyes of the field ask that nobody lets a text out alone. Two different accounts approve, and at least one of
// them has neither written in the notice nor frozen it. So two people are enough at night, and an author never signs off their own words
// with nobody else's. Approvals are given in a session, by a person; an API token cannot.
import { settleFacts, shortcomingsOf } from '@vigie/respond';
import { type Actor, actorMay } from '../../access/actor.ts';
import { type FieldError, type Problem, problem } from '../../http/problem.ts';
import type { Room } from '../../room.ts';
import { readFacts } from '../facts/fact-book.ts';
import { sealed } from '../sealed.ts';
import { changeNotice, type NoticeChange, noteState } from './change-notice.ts';
import { isBehind, isOvertaken } from './draft-notice.ts';
import { KINDS } from './kinds.ts';
import { approvalsOf, languageOf, type NoticeVersion, versionOf, versionsOf } from './notice-book.ts';
import { draftOf } from './notice-text.ts';

/** How many have to approve. */
const APPROVERS = 2;

export interface Freezing {
  /** The notice goes out with open questions, as a first notification that is completed later (Article 33(4)). */
  readonly incomplete?: boolean | undefined;
}

export function freezeNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  { incomplete = false }: Freezing,
): Promise<true | Problem> {
  return changeNotice(room, actor, noticeId, version, ['draft'], async (change) => {
    const { row, trx } = change;
    const standing = await versionOf(trx, room, noticeId, row.newest);
    if (standing === undefined) throw new Error(`the notice ${noticeId} has no version ${row.newest}`);
    const lacks = await shortcomings(change, standing, incomplete);
    if (lacks.length > 0) return problem('not-ready', { errors: lacks });
    await noteState(change, 'frozen');
    await room.evidence.write({
      type: 'evidence',
      author: actor.accountId,
      payload: {
        subject: noticeId,
        kind: `notice/${row.kind}/${row.newest}`,
        sha256: standing.sha256,
        bytes: Buffer.byteLength(JSON.stringify(standing.text)),
      },
    });
    await change.tell({
      what: 'notice-frozen',
      detail: `${standing.text.title}: version ${row.newest}${incomplete ? ', with open questions' : ''}`,
      about: { number: row.newest },
    });
    return { state: 'frozen', frozen_number: row.newest, frozen_at: room.clock.now(), frozen_by: actor.accountId };
  });
}

async function shortcomings(
  { room, trx, row }: NoticeChange,
  { text }: NoticeVersion,
  incomplete: boolean,
): Promise<FieldError[]> {
  const { facts } = await readFacts(trx, room, row.case_id);
  const { kind, letter_group: group } = row;
  const drafting = { kind, language: languageOf(row), group, facts };
  if (isBehind(text, drafting)) {
    return [{ pointer: '/text', detail: 'the facts have changed since it was drafted: draft it anew (redraft)' }];
  }
  if (isOvertaken(text, { ...drafting, at: room.clock.now() })) {
    return [{ pointer: '/text', detail: 'its deadline has passed since it was drafted: draft it anew (redraft)' }];
  }
  const draft = draftOf(text);
  if (KINDS[kind].gate === 'letter') {
    return shortcomingsOf(draft, settleFacts(facts).facts).map(({ at, says }) => ({
      pointer: `/text/${at}`,
      detail: says,
    }));
  }
  if (incomplete) return [];
  return draft.missing.map(({ id, text: question }) => ({
    pointer: `/gaps/${id}`,
    detail: `still to be answered: ${question}`,
  }));
}

export function approveNotice(room: Room, actor: Actor, noticeId: string, version: number): Promise<true | Problem> {
  return changeNotice(room, actor, noticeId, version, ['frozen'], async (change) => {
    const { trx, row } = change;
    if (actor.by !== 'session') {
      return problem('not-allowed', {
        detail: 'an approval is given by a person who is signed in, not by an API token',
      });
    }
    const number = row.frozen_number ?? row.newest;
    const frozen = await versionOf(trx, room, noticeId, number);
    if (frozen === undefined) throw new Error(`the notice ${noticeId} has no version ${number}`);
    const before = await approvalsOf(trx, noticeId);
    if (before.some(({ account_id }) => account_id === actor.accountId)) {
      return problem('conflict', {
        detail: 'you have approved it already; the other approval has to be somebody else’s',
      });
    }
    const approvers = [...before.map(({ account_id }) => account_id), actor.accountId];
    const isEnough = approvers.length >= APPROVERS;
    if (isEnough && !(await hasOutsider(change, approvers))) {
      const detail = 'both approvers have written in it or frozen it: one has to be somebody who has done neither';
      return problem('conflict', { detail });
    }
    await room.evidence.write({
      type: 'decision',
      author: actor.accountId,
      payload: { subject: noticeId, decision: `approve/${number}`, evidence: [frozen.sha256] },
    });
    await trx
      .insertInto('notice_approval')
      .values({ notice_id: noticeId, number, account_id: actor.accountId, at: room.clock.now(), sha256: frozen.sha256 })
      .execute();
    if (isEnough) await noteState(change, 'approved');
    await change.tell({
      what: 'notice-approved',
      detail: `${frozen.text.title}: version ${number}, ${approvers.length} of ${APPROVERS}`,
      about: { number, approvals: approvers.length },
    });
    return isEnough ? { state: 'approved' } : {};
  });
}

/** Whether one of them has neither written in it nor frozen it. */
async function hasOutsider({ trx, row }: NoticeChange, approvers: readonly string[]): Promise<boolean> {
  const versions = await versionsOf(trx, row.id);
  const insiders = new Set([row.created_by, row.frozen_by, ...versions.map(({ account_id }) => account_id)]);
  return approvers.some((id) => !insiders.has(id));
}

/** The notice is a draft again, and nobody has approved it. */
export function thawNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  because: string,
): Promise<true | Problem> {
  return changeNotice(room, actor, noticeId, version, ['frozen', 'approved'], async (change) => {
    const { trx } = change;
    await noteState(change, 'draft', because);
    const { numDeletedRows } = await trx
      .deleteFrom('notice_approval')
      .where('notice_id', '=', noticeId)
      .executeTakeFirstOrThrow();
    await change.tell({
      what: 'notice-thawed',
      detail: `${because} (${numDeletedRows} approvals thrown away)`,
      about: { approvals: Number(numDeletedRows) },
    });
    const reason = sealed(room.vault, because, 'notice/reason');
    return { state: 'draft', frozen_number: null, frozen_at: null, frozen_by: null, reason };
  });
}

/** It will not be sent, or, where it was filed, its recipient was told that it no longer holds. Its receipt stays. */
export function withdrawNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  because: string,
): Promise<true | Problem> {
  const states = ['draft', 'frozen', 'approved', 'filed'] as const;
  return changeNotice(room, actor, noticeId, version, states, async (change) => {
    if (change.row.state === 'filed' && !actorMay(actor, 'file-notices')) {
      return problem('not-allowed', { detail: 'what was filed is withdrawn by whoever may file it' });
    }
    await noteState(change, 'withdrawn', because);
    await change.tell({ what: 'notice-withdrawn', detail: because });
    return {
      state: 'withdrawn',
      withdrawn_at: room.clock.now(),
      reason: sealed(room.vault, because, 'notice/reason'),
    };
  });
}
