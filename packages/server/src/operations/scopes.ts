// Operations on scopes: what is watched, by whom, how often, and who authorised networks beyond the private ones.
import { resolveBySystem } from '@vigie/probe';
import { type Insertable, sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { countOpen } from '../watch/keep-sights.ts';
import { requestScan } from '../watch/request-scan.ts';
import { type Authorisation, dayOf, faultsOf, type ScopeWords } from '../watch/scope-words.ts';
import { Id, IdParams } from './fields.ts';
import {
  authorisationOf,
  NewScope,
  readScope,
  Scope,
  ScopeFields,
  type ScopeRow,
  scopeRows,
  withScans,
} from './scope-fields.ts';

export const listScopes = operation({
  id: 'listScopes',
  method: 'GET',
  path: '/api/scopes',
  summary: 'What is watched',
  may: 'read-watch',
  query: v.object(PageQuery),
  answer: pageOf(Scope),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['string']);
    if (keys instanceof Problem) return keys;
    const total = await totalOf(room.records, query, scopeRows(room));
    let rows = scopeRows(room)
      .orderBy('scope.id')
      .offset(query.skip)
      .limit(query.limit + 1);
    if (keys !== undefined) rows = rows.where('scope.id', '>', String(keys[0]));
    const page = pageFrom(
      await rows.execute(),
      query.limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { ...page, ...total, items: await withScans(room, page.items) };
  },
});

export const getScope = operation({
  id: 'getScope',
  method: 'GET',
  path: '/api/scopes/:id',
  summary: 'One scope',
  may: 'read-watch',
  params: IdParams,
  answer: Scope,
  run: ({ room, params }) => readScope(room, params.id),
});

type Wanted = v.InferOutput<typeof NewScope>;

export const createScope = operation({
  id: 'createScope',
  method: 'POST',
  path: '/api/scopes',
  summary: 'Watch something; with an interval its first scan begins at once',
  may: 'manage-scopes',
  body: NewScope,
  answer: Scope,
  status: 201,
  async run({ room, actor, body }) {
    const wanted = { ...body, ownerId: body.ownerId ?? actor.accountId };
    const refused = await refusalOf(room, wanted);
    if (refused !== undefined) return refused;
    const id = await room.records.transaction().execute((trx) => insertScope(room, trx, wanted, actor.accountId));
    return readScope(room, id);
  },
});

async function insertScope(
  room: Room,
  trx: Transaction<Records>,
  wanted: Wanted & { readonly ownerId: string },
  accountId: string,
): Promise<string> {
  const at = room.clock.now();
  const id = room.newId();
  const row: Insertable<Records['scope']> = {
    id,
    ...columnsOf(wanted),
    next_scan_at: wanted.interval === null ? null : at,
    created_at: at,
    removed_at: null,
    version: 1,
  };
  await trx.insertInto('scope').values(row).execute();
  await writeEvidence(room, id, 'none', 'watched', accountId);
  await writeAuthorisation(room, id, wanted.networksAuthorised ?? undefined, accountId);
  await recordChange(trx, { kind: 'scope', id, what: 'created', at });
  return id;
}

function columnsOf(wanted: Wanted & { readonly ownerId: string }) {
  const { networksAuthorised: authorised } = wanted;
  return {
    name: wanted.name,
    owner_id: wanted.ownerId,
    targets: wanted.targets,
    ports: portsWord(wanted.ports),
    interval_s: wanted.interval,
    classify: wanted.classify,
    authorised_by: authorised?.authorisedBy ?? null,
    authorised_until: authorised?.until ?? null,
    authorised_networks: authorised?.networks ?? null,
  };
}

function portsWord(ports: string): string | null {
  return ports === 'default' ? null : ports;
}

async function refusalOf(room: Room, wanted: Wanted & { readonly ownerId: string }): Promise<Problem | undefined> {
  const words: ScopeWords = {
    name: wanted.name,
    targets: wanted.targets,
    ports: portsWord(wanted.ports),
    authorised: wanted.networksAuthorised ?? undefined,
  };
  const errors = [...(await faultsOf(words, dayOf(room.clock.now()), resolveBySystem))];
  const owner = await room.records
    .selectFrom('auth_user')
    .select('id')
    .where('id', '=', wanted.ownerId)
    .where('disabled', '=', false)
    .executeTakeFirst();
  if (owner === undefined) errors.push({ pointer: '/body/ownerId', detail: 'nobody with an open account has this id' });
  return errors.length === 0 ? undefined : problem('invalid-request', { errors });
}

function writeEvidence(room: Room, subject: string, from: string, to: string, author: string) {
  return room.evidence.write({ type: 'state-change', author, payload: { subject, from, to } });
}

/** Who authorised what stands in the records; that it was this, and nothing that was written later, is what the commitment proves. */
async function writeAuthorisation(
  room: Room,
  subject: string,
  authorised: Authorisation | undefined,
  author: string,
): Promise<void> {
  if (authorised === undefined) return;
  const { authorisedBy, until, networks } = authorised;
  const reason = room.evidence.commitment(JSON.stringify([authorisedBy, until, networks ?? null]));
  await room.evidence.write({
    type: 'decision',
    author,
    payload: { subject, decision: 'authorise-networks', reason },
  });
}

const Changes = v.partial(v.strictObject(ScopeFields));

function merged(row: ScopeRow, body: v.InferOutput<typeof Changes>): Wanted & { readonly ownerId: string } {
  return {
    name: body.name ?? row.name,
    targets: body.targets ?? row.targets,
    ports: body.ports ?? row.ports ?? 'default',
    interval: body.interval === undefined ? row.interval_s : body.interval,
    classify: body.classify ?? row.classify,
    ownerId: body.ownerId ?? row.owner_id,
    networksAuthorised:
      body.networksAuthorised === undefined ? (authorisationOf(row) ?? null) : body.networksAuthorised,
  };
}

export const updateScope = operation({
  id: 'updateScope',
  method: 'PATCH',
  path: '/api/scopes/:id',
  summary: 'Change what is watched, by whom, or how often',
  may: 'manage-scopes',
  params: IdParams,
  body: Changes,
  versioned: true,
  answer: Scope,
  async run({ room, actor, params, body, version }) {
    const row = await scopeRows(room).where('scope.id', '=', params.id).executeTakeFirst();
    if (row === undefined) return problem('not-found');
    if (row.version !== version) return problem('version-old');
    const wanted = merged(row, body);
    const refused = await refusalOf(room, wanted);
    if (refused !== undefined) return refused;
    const at = room.clock.now();
    const changed = await room.records.transaction().execute(async (trx) => {
      const isSooner = wanted.interval !== row.interval_s;
      const done = await trx
        .updateTable('scope')
        .set({
          ...columnsOf(wanted),
          ...(isSooner && { next_scan_at: wanted.interval === null ? null : at }),
          version: version + 1,
        })
        .where('id', '=', params.id)
        .where('version', '=', version)
        .where('removed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (done === undefined) return false;
      await writeEvidence(room, params.id, 'watched', 'changed', actor.accountId);
      if (body.networksAuthorised) await writeAuthorisation(room, params.id, body.networksAuthorised, actor.accountId);
      await recordChange(trx, { kind: 'scope', id: params.id, what: 'updated', at });
      return true;
    });
    return changed ? readScope(room, params.id) : problem('version-old');
  },
});

export const deleteScope = operation({
  id: 'deleteScope',
  method: 'DELETE',
  path: '/api/scopes/:id',
  summary: 'Watch it no longer; what was found stays, since cases may rest on it',
  may: 'manage-scopes',
  params: IdParams,
  async run({ room, actor, params: { id } }) {
    const at = room.clock.now();
    return room.records.transaction().execute(async (trx) => {
      const removed = await trx
        .updateTable('scope')
        .set((eb) => ({ removed_at: at, next_scan_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await trx
        .updateTable('scan')
        .set({ stop_asked: true })
        .where('scope_id', '=', id)
        .where('state', '=', 'running')
        .execute();
      await trx
        .updateTable('scan')
        .set({ state: 'stopped', finished_at: at, error: 'its scope was removed' })
        .where('scope_id', '=', id)
        .where('state', '=', 'queued')
        .execute();
      await trx.updateTable('store').set({ watched: false }).where('scope_id', '=', id).execute();
      await trx.updateTable('finding').set({ watched: false }).where('scope_id', '=', id).execute();
      await countOpen(trx, at);
      await writeEvidence(room, id, 'watched', 'removed', actor.accountId);
      await recordChange(trx, { kind: 'scope', id, what: 'removed', at });
      return undefined;
    });
  },
});

export const startScan = operation({
  id: 'startScan',
  method: 'POST',
  path: '/api/scopes/:id/scan',
  summary: 'Scan it now; where a scan waits already, that is the one',
  may: 'run-scans',
  params: IdParams,
  answer: v.object({ scanId: Id }),
  status: 202,
  async run({ room, actor, params }) {
    return room.records.transaction().execute(async (trx) => {
      const scope = await trx
        .selectFrom('scope')
        .select(['id', 'version'])
        .where('id', '=', params.id)
        .where('removed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (scope === undefined) return problem('not-found');
      return { scanId: await requestScan(room, trx, scope, actor.accountId) };
    });
  },
});

const THIS_MACHINE = '127.0.0.1';

export const watchThisMachine = operation({
  id: 'watchThisMachine',
  method: 'POST',
  path: '/api/scopes/this-machine',
  summary: 'Watch the machine that the platform runs on, and scan it now',
  may: 'manage-scopes',
  body: v.strictObject({
    name: v.optional(ScopeFields.name, 'This machine'),
    ports: v.optional(ScopeFields.ports, 'default'),
    interval: v.optional(ScopeFields.interval, 60),
    classify: v.optional(ScopeFields.classify, false),
  }),
  answer: v.object({ scopeId: Id, scanId: Id }),
  status: 202,
  async run({ room, actor, body }) {
    const wanted = { ...body, targets: [THIS_MACHINE], ownerId: actor.accountId, networksAuthorised: null };
    const refused = await refusalOf(room, wanted);
    if (refused !== undefined) return refused;
    return room.records.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('scope')
        .select(['id', 'version'])
        .where(sql<boolean>`targets = ARRAY[${THIS_MACHINE}]::text[]`)
        .where('removed_at', 'is', null)
        .orderBy('id')
        .executeTakeFirst();
      const scope = known ?? { id: await insertScope(room, trx, wanted, actor.accountId), version: 1 };
      return { scopeId: scope.id, scanId: await requestScan(room, trx, scope, actor.accountId) };
    });
  },
});

export const scopeOperations: readonly AnyOperation[] = [
  listScopes,
  createScope,
  watchThisMachine,
  getScope,
  updateScope,
  deleteScope,
  startScan,
];
