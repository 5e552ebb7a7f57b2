// A scope as the API has it: its fields, what they may hold, and how one is read with its scans.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { type Problem, problem } from '../http/problem.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { Id, Instant, lineOfText } from './fields.ts';
import { SCAN_COLUMNS, Scan, type ScanRow, scanOf } from './scans.ts';

const Person = v.object({ id: v.string(), name: v.string() });

export const Scope = v.object({
  id: Id,
  name: v.string(),
  owner: Person,
  targets: v.array(v.string()),
  ports: v.string(),
  interval: v.nullable(v.number()),
  classify: v.boolean(),
  networksAuthorised: v.optional(
    v.object({ authorisedBy: v.string(), until: v.string(), networks: v.optional(v.array(v.string())) }),
  ),
  nextScanAt: v.optional(Instant),
  /** The last that is over; where none is, the one that waits or runs. */
  lastScan: v.optional(Scan),
  /** The one that waits or runs. */
  currentScan: v.optional(Scan),
  version: v.number(),
});

const MOST_TARGETS = 1000;
const LONGEST_INTERVAL_S = 31 * 24 * 60 * 60;

const Target = v.pipe(lineOfText(300), v.regex(/^\S+$/, 'one address, name, range or network each'));
export const ScopeFields = {
  name: lineOfText(200),
  targets: v.pipe(
    v.array(Target),
    v.minLength(1, 'at least one'),
    v.maxLength(MOST_TARGETS, `at most ${MOST_TARGETS}; networks can be written as 10.0.0.0/24`),
  ),
  /** `default`, or as in `8123,9000-9010`. */
  ports: lineOfText(5000),
  interval: v.nullable(
    v.pipe(
      v.number(),
      v.integer('whole seconds'),
      v.minValue(1, 'at least a second'),
      v.maxValue(LONGEST_INTERVAL_S, 'at most 31 days'),
    ),
  ),
  classify: v.boolean(),
  ownerId: v.pipe(v.string(), v.maxLength(64)),
  networksAuthorised: v.nullable(
    v.strictObject({
      authorisedBy: lineOfText(200),
      until: v.pipe(v.string(), v.isoDate('a day as in 2027-01-31')),
      networks: v.optional(v.pipe(v.array(lineOfText(100)), v.minLength(1), v.maxLength(MOST_TARGETS))),
    }),
  ),
};

export const NewScope = v.strictObject({
  ...ScopeFields,
  ports: v.optional(ScopeFields.ports, 'default'),
  interval: v.optional(ScopeFields.interval, null),
  classify: v.optional(ScopeFields.classify, false),
  ownerId: v.optional(ScopeFields.ownerId),
  networksAuthorised: v.optional(ScopeFields.networksAuthorised, null),
});

export type ScopeRow = Selectable<Records['scope']> & { readonly owner_name: string | null };

function scopeOf(
  row: ScopeRow,
  scans: { readonly last?: ScanRow | undefined; readonly current?: ScanRow | undefined },
): v.InferInput<typeof Scope> {
  const authorised = authorisationOf(row);
  const last = scans.last ?? scans.current;
  return {
    id: row.id,
    name: row.name,
    owner: { id: row.owner_id, name: row.owner_name ?? '' },
    targets: row.targets,
    ports: row.ports ?? 'default',
    interval: row.interval_s,
    classify: row.classify,
    ...(authorised === undefined ? {} : { networksAuthorised: authorised }),
    ...(row.next_scan_at === null ? {} : { nextScanAt: row.next_scan_at }),
    ...(last === undefined ? {} : { lastScan: scanOf(last) }),
    ...(scans.current === undefined ? {} : { currentScan: scanOf(scans.current) }),
    version: row.version,
  };
}

export function authorisationOf(row: Selectable<Records['scope']>) {
  const { authorised_by: authorisedBy, authorised_until: until, authorised_networks: networks } = row;
  if (authorisedBy === null || until === null) return undefined;
  return { authorisedBy, until, ...(networks === null ? {} : { networks }) };
}

export function scopeRows(room: Room) {
  return room.records
    .selectFrom('scope')
    .leftJoin('auth_user', 'auth_user.id', 'scope.owner_id')
    .selectAll('scope')
    .select('auth_user.name as owner_name')
    .where('removed_at', 'is', null);
}

export async function withScans(room: Room, rows: readonly ScopeRow[]): Promise<v.InferInput<typeof Scope>[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const latest = await room.records
    .selectFrom('scope')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('scan')
          .select(SCAN_COLUMNS)
          .whereRef('scan.scope_id', '=', 'scope.id')
          .where('scan.finished_at', 'is not', null)
          .orderBy('scan.id', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .selectAll('latest')
    .where('scope.id', 'in', ids)
    .execute();
  const current = await room.records
    .selectFrom('scan')
    .select(SCAN_COLUMNS)
    .where('scope_id', 'in', ids)
    .where('state', 'in', ['queued', 'running'])
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    scopeOf(row, {
      last: latest.find(({ scope_id }) => scope_id === row.id),
      current: current.find(({ scope_id }) => scope_id === row.id),
    }),
  );
}

export async function readScope(room: Room, id: string): Promise<v.InferInput<typeof Scope> | Problem> {
  const row = await scopeRows(room).where('scope.id', '=', id).executeTakeFirst();
  const [scope] = row === undefined ? [] : await withScans(room, [row]);
  return scope ?? problem('not-found');
}
