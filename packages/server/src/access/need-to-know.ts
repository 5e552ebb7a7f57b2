// Need to know: a case may be limited to its members. Besides them, those who sit in it, data protection officers and administrators
// know of it, each within their role's permissions; for everybody else it is not there.
import type { Change, ChangeKind } from '../live/changes.ts';
import type { RecordsDatabase } from '../records/database.ts';
import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/** Whom no case is kept from. */
const KNOWS_ALL: readonly Role[] = ['data-protection-officer', 'administrator'];

/** The beginnings of addresses that name a thing of a case, and the table that says of which. */
const THINGS = {
  '/api/cases/:id': 'breach_case',
  '/api/notices/:id': 'notice',
  '/api/tasks/:id': 'case_task',
  '/api/letter-runs/:id': 'letter_run',
  '/api/contact-imports/:id': 'contact_import',
  '/api/contacts/:id': 'contact',
} as const;
type ThingTable = (typeof THINGS)[keyof typeof THINGS];

/** The kinds of changes that are about a thing of a case; a public page's change has the id of its case. */
const CHANGED: Partial<Record<ChangeKind, ThingTable>> = {
  case: 'breach_case',
  notice: 'notice',
  task: 'case_task',
  'letter-run': 'letter_run',
  'contact-import': 'contact_import',
  'incident-page': 'breach_case',
};

/** What a change of a case is called that moves who may know of it: whoever may no longer has to hear of that. */
export const ACCESS_MOVED = 'access-moved';

/** @param path as an operation declares it; undefined where it names no thing of a case */
export function thingOf(path: string): ThingTable | undefined {
  const beginning = path.split('/').slice(0, 4).join('/');
  return Object.hasOwn(THINGS, beginning) ? THINGS[beginning as keyof typeof THINGS] : undefined;
}

export function knowsAllCases({ role }: Pick<Actor, 'role'>): boolean {
  return KNOWS_ALL.includes(role);
}

/** The ids of the cases that are kept from somebody, as a part of a query. */
export function casesKeptFrom(db: RecordsDatabase, { accountId }: Pick<Actor, 'accountId'>) {
  return db
    .selectFrom('breach_case')
    .select('breach_case.id')
    .where('limited', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_member')
            .select('account_id')
            .whereRef('case_member.case_id', '=', 'breach_case.id')
            .where('account_id', '=', accountId),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_seat')
            .select('account_id')
            .whereRef('case_seat.case_id', '=', 'breach_case.id')
            .where('account_id', '=', accountId),
        ),
      ),
    );
}

/** Whether a thing belongs to a case that is kept from somebody. What does not exist is kept from nobody: its operation says so. */
export async function isKeptFrom(db: RecordsDatabase, actor: Actor, table: ThingTable, id: string): Promise<boolean> {
  if (knowsAllCases(actor)) return false;
  return (await keptAmong(db, actor, table, [id])).size > 0;
}

/** The changes that somebody may hear of. */
export async function heardBy<C extends Pick<Change, 'kind' | 'id' | 'what'>>(
  db: RecordsDatabase,
  actor: Actor,
  changes: readonly C[],
): Promise<readonly C[]> {
  if (knowsAllCases(actor)) return changes;
  const byTable = Map.groupBy(changes, ({ kind }) => CHANGED[kind]);
  const kept = new Set<string>();
  for (const [table, some] of byTable) {
    if (table === undefined) continue;
    for (const id of await keptAmong(
      db,
      actor,
      table,
      some.map((one) => one.id),
    ))
      kept.add(id);
  }
  return changes.filter(({ kind, id, what }) => CHANGED[kind] === undefined || what === ACCESS_MOVED || !kept.has(id));
}

async function keptAmong(
  db: RecordsDatabase,
  actor: Actor,
  table: ThingTable,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const hidden = casesKeptFrom(db, actor);
  const rows =
    table === 'breach_case'
      ? await hidden.where('breach_case.id', 'in', ids).execute()
      : await db.selectFrom(table).select('id').where('id', 'in', ids).where('case_id', 'in', hidden).execute();
  return new Set(rows.map(({ id }) => id));
}
