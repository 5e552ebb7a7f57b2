// Opens a case in one step: from a store, a finding or a scan, with its facts and their sources, the moment of awareness, clocks and plan.

import { noFacts } from '@vigie/respond';
import { sql, type Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { assessedCase } from './assessed-case.ts';
import { changeCaseWithin, unlessProblem } from './change-case.ts';
import { codenameFrom } from './codename.ts';
import { addExposure } from './exposure/add-exposure.ts';
import type { Exposure } from './exposure/exposure.ts';
import { writeFact } from './facts/fact-book.ts';
import { readStatement } from './facts/stated-fact.ts';
import { sealed } from './sealed.ts';
import { summaryOf } from './summary.ts';
import { tell } from './timeline.ts';

export interface CaseOpening {
  readonly name: string;
  /** From when on somebody was reasonably certain. */
  readonly awareAt: Date;
  /** How it was known then. */
  readonly why: string;
  readonly exposure: Exposure | undefined;
}

/** @returns the case's id */
export async function openCase(room: Room, actor: Actor, opening: CaseOpening): Promise<string | Problem> {
  const now = room.clock.now();
  if (opening.awareAt.getTime() > now.getTime()) {
    const errors = [
      {
        pointer: '/body/awareAt',
        detail: 'nobody is aware of something before it is so: give a moment that has passed',
      },
    ];
    return problem('invalid-request', { errors });
  }
  return unlessProblem(room, async (trx) => {
    const id = await insertCase(room, trx, actor, opening.name);
    const filled = await changeCaseWithin(room, trx, actor, id, { what: 'created' }, async (change) => {
      const added = opening.exposure === undefined ? undefined : await addExposure(change, opening.exposure);
      if (added instanceof Problem) return added;
      const { version } = change;
      for (const [name, at, source] of momentsOf(opening)) {
        const entry = readStatement(name, { value: at.toISOString(), certainty: 'known', source }, actor.name, now);
        if (entry instanceof Problem) return entry;
        await writeFact(trx, room, { caseId: id, version, accountId: actor.accountId, name, entry });
      }
      change.factsChanged();
      return undefined;
    });
    return filled instanceof Problem ? filled : id;
  });
}

/** The first sign is told where it came before awareness, as it has to. */
function momentsOf({ awareAt, why, exposure }: CaseOpening) {
  const aware = ['aware', awareAt, why] as const;
  const detectedAt = exposure?.detectedAt;
  if (detectedAt === undefined || detectedAt.getTime() > awareAt.getTime()) return [aware];
  return [['detected', detectedAt, 'the scan that first saw it'] as const, aware];
}

async function insertCase(room: Room, trx: Transaction<Records>, actor: Actor, name: string): Promise<string> {
  const now = room.clock.now();
  const id = room.newId();
  const year = now.getUTCFullYear();
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(NUMBERING)})`.execute(trx);
  const last = await trx
    .selectFrom('breach_case')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('year', '=', year)
    .executeTakeFirst();
  const codename = codenameFrom(room.random);
  await trx
    .insertInto('breach_case')
    .values({
      id,
      year,
      number: Number(last?.number ?? 0) + 1,
      codename,
      name: sealed(room.vault, name, 'case/name'),
      state: 'open',
      opened_at: now,
      opened_by: actor.accountId,
      closed_at: null,
      told: null,
      summary: JSON.stringify(summaryOf(assessedCase({ facts: noFacts(), kept: [] }, now).assessment)),
      facts_version: 0,
      version: 0,
    })
    .execute();
  await room.evidence.write({
    type: 'state-change',
    author: actor.accountId,
    payload: { subject: id, from: 'none', to: 'case-open' },
  });
  await tell(trx, room, id, actor.accountId, { what: 'case-opened', detail: `opened as ${codename}` });
  return id;
}

/** Any number: two cases that are opened at once do not get one name in the register. */
const NUMBERING = 5_640_133;
