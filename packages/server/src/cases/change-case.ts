// One change of a case: its row is held, its version is checked, what has to follow from new facts follows, and all of it commits at once.
import type { Selectable, Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { Problem, problem } from '../http/problem.ts';
import { type ChangeKind, recordChanges } from '../live/changes.ts';
import type { CaseTables } from '../records/tables/cases.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { followFacts } from './follow-facts.ts';
import { type CaseEvent, tell } from './timeline.ts';

export type CaseRow = Selectable<CaseTables['breach_case']>;

export interface CaseChange {
  readonly room: Room;
  readonly trx: Transaction<Records>;
  readonly actor: Actor;
  /** As it was. */
  readonly row: CaseRow;
  /** The version that this change makes. */
  readonly version: number;
  tell(event: CaseEvent): Promise<void>;
  /** Into the list of changes, once the rest of this change is written. */
  announce(kind: ChangeKind, id: string, what?: string): void;
  /** Facts were written: severity, decision, clocks, reminders and plan are made anew before the commit. */
  factsChanged(): void;
  /** A person moved a clock: reminders follow, and the facts stay as they are. */
  clocksChanged(): void;
}

export interface CaseChangeOptions {
  /** The version that the caller has read; without it, whatever version there is. */
  readonly version?: number;
  /** A closed case takes only what opens it again. */
  readonly mayBeClosed?: boolean;
  /** As the list of changes has it; `updated`, where nothing is said. */
  readonly what?: string;
}

/** @returns what `work` returns; where that is a problem, nothing was changed */
export async function changeCase<T>(
  room: Room,
  actor: Actor,
  caseId: string,
  options: CaseChangeOptions,
  work: (change: CaseChange) => Promise<T | Problem>,
): Promise<T | Problem> {
  return unlessProblem(room, (trx) => changeCaseWithin(room, trx, actor, caseId, options, work));
}

/** The same inside of a transaction that has more to do; a problem has to undo that too. */
export async function changeCaseWithin<T>(
  room: Room,
  trx: Transaction<Records>,
  actor: Actor,
  caseId: string,
  { version, mayBeClosed = false, what = 'updated' }: CaseChangeOptions,
  work: (change: CaseChange) => Promise<T | Problem>,
): Promise<T | Problem> {
  const row = await trx
    .selectFrom('breach_case')
    .selectAll()
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) return problem('not-found', { detail: 'there is no such case' });
  if (version !== undefined && version !== row.version) return problem('version-old');
  if (row.state === 'closed' && !mayBeClosed) {
    return problem('conflict', { detail: 'the case is closed; open it again first' });
  }
  let changed: 'facts' | 'clocks' | undefined;
  const next = row.version + 1;
  const at = room.clock.now();
  const announced = [{ kind: 'case' as ChangeKind, id: caseId, what, at }];
  const result = await work({
    room,
    trx,
    actor,
    row,
    version: next,
    tell: (event) => tell(trx, room, caseId, actor.accountId, event),
    announce: (kind, id, happened = 'updated') => announced.push({ kind, id, what: happened, at }),
    factsChanged: () => {
      changed = 'facts';
    },
    clocksChanged: () => {
      changed ??= 'clocks';
    },
  });
  if (result instanceof Problem) return result;
  const summary = changed === undefined ? undefined : await followFacts(room, trx, caseId, row.opened_at);
  await trx
    .updateTable('breach_case')
    .set({
      version: next,
      ...(summary === undefined ? {} : { summary: JSON.stringify(summary) }),
      ...(changed === 'facts' ? { facts_version: next } : {}),
    })
    .where('id', '=', caseId)
    .execute();
  // The last thing: whoever writes to the list of changes holds it until the commit, and must not wait for rows of others then.
  await recordChanges(trx, announced);
  return result;
}

/** A transaction that a problem undoes. */
export async function unlessProblem<T>(
  { records }: Pick<Room, 'records'>,
  work: (trx: Transaction<Records>) => Promise<T | Problem>,
): Promise<T | Problem> {
  try {
    return await records.transaction().execute(async (trx) => {
      const result = await work(trx);
      if (result instanceof Problem) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.problem;
    throw error;
  }
}

/** Thrown through a transaction so that it is rolled back. */
class Undone extends Error {
  readonly problem: Problem;

  constructor(failed: Problem) {
    super(failed.type);
    this.problem = failed;
  }
}
