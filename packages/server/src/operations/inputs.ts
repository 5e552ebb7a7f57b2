// Operations on inputs: where events of accesses come from.
import { queryLogUrlFault } from '@vigie/exposure';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { hashOf } from '../people/api-token.ts';
import type { Room } from '../room.ts';
import { allowedFile } from '../watching/allowed-file.ts';
import { type InputRow, type InputSettings, sealedSettings, settingsOf } from '../watching/input-settings.ts';
import { isPollPlace, pollPlaces } from '../watching/poll-places.ts';
import { ruleBookOf } from '../watching/rules/rule-book.ts';
import { inputWatchOf } from '../watching/start-watching.ts';
import { Id, IdParams, lineOfText } from './fields.ts';
import { CreatedInputSchema, Format, InputSchema, type StoreName } from './watching-schemas.ts';

const MOST_INPUTS = 100;

export type InputView = v.InferInput<typeof InputSchema>;

const NOTHING = { events: 0, broken: 0, detections: 0, refused: 0, waitingBytes: 0 };

export async function viewsOf(room: Room, rows: readonly InputRow[]): Promise<InputView[]> {
  const ids = rows.flatMap(({ store_id: id }) => id ?? []);
  const stores =
    ids.length === 0
      ? []
      : await room.records
          .selectFrom('store')
          .select(['id', 'address', 'port', 'product'])
          .where('id', 'in', ids)
          .execute();
  return rows.map((row) =>
    viewOf(
      room,
      row,
      stores.find(({ id }) => id === row.store_id),
    ),
  );
}

function viewOf(room: Room, row: InputRow, store: v.InferInput<typeof StoreName> | undefined): InputView {
  const settings = settingsOf(room, row);
  const standing = inputWatchOf(room)?.standingOf(row.id);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    ...(store && { store }),
    ...(row.format !== null && { format: row.format }),
    ...(settings?.kind === 'file' && { path: settings.path, from: settings.begin }),
    ...(settings?.kind === 'poll' && {
      url: withoutLogin(settings.url),
      hasPassword: settings.password !== undefined || (URL.parse(settings.url)?.password ?? '') !== '',
      everySeconds: (settings.everyMs ?? USUAL_EVERY_MS) / 1000,
    }),
    ...(settings !== undefined && settings.kind !== 'poll' && settings.mapping && { mapping: settings.mapping }),
    ...(row.token_shown !== null && { tokenShown: row.token_shown }),
    state: row.paused_at !== null ? 'paused' : standing === undefined ? 'waiting' : 'running',
    ...(row.note !== null && { note: row.note }),
    counts: standing ?? NOTHING,
    ...(row.last_event_at !== null && { lastEventAt: row.last_event_at }),
    createdAt: row.created_at,
    version: row.version,
  };
}

/** How often a store is asked where nobody said so. */
const USUAL_EVERY_MS = 500;

export function withoutLogin(text: string): string {
  const url = URL.parse(text);
  if (url === null) return '';
  url.username = '';
  url.password = '';
  return url.href;
}

export const listInputs = operation({
  id: 'listInputs',
  method: 'GET',
  path: '/api/inputs',
  summary: 'Where events of accesses come from, and how each stands',
  may: 'read-watch',
  answer: v.object({
    items: v.array(InputSchema),
    /** Folders below which files may be followed. */
    folders: v.array(v.string()),
  }),
  async run({ room }) {
    const rows = await room.records
      .selectFrom('input')
      .selectAll()
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute();
    return { items: await viewsOf(room, rows), folders: [...room.settings.watchFolders] };
  },
});

/** Which fields of one's own JSON are what, in YAML, as `vigie watch --mapping` reads it. */
export const Mapping = v.pipe(v.string(), v.minLength(1), v.maxLength(64 * 1024));
export const EverySeconds = v.pipe(
  v.number(),
  v.minValue(0.5, 'half a second at least'),
  v.maxValue(3600, 'an hour at most'),
);
const Common = {
  name: lineOfText(120),
  storeId: v.optional(Id),
  format: v.optional(Format),
  mapping: v.optional(Mapping),
};

const NewInput = v.variant('kind', [
  v.strictObject({ kind: v.literal('push'), ...Common }),
  v.strictObject({
    kind: v.literal('file'),
    ...Common,
    path: lineOfText(1000),
    from: v.optional(v.picklist(['start', 'end']), 'end'),
  }),
  v.strictObject({
    kind: v.literal('poll'),
    name: Common.name,
    storeId: Common.storeId,
    url: lineOfText(1000),
    password: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    everySeconds: v.optional(EverySeconds),
  }),
]);
type NewInput = v.InferOutput<typeof NewInput>;

/** Where an input reads from, as somebody says it. */
export type InputPlace =
  | Pick<NewInput & { readonly kind: 'push' }, 'kind' | 'mapping'>
  | Pick<NewInput & { readonly kind: 'file' }, 'kind' | 'mapping' | 'path' | 'from'>
  | Pick<NewInput & { readonly kind: 'poll' }, 'kind' | 'url' | 'password' | 'everySeconds'>;

export const createInput = operation({
  id: 'createInput',
  method: 'POST',
  path: '/api/inputs',
  summary: 'Take events from somewhere from now on; the token of a push is shown this once',
  may: 'manage-inputs',
  body: NewInput,
  answer: CreatedInputSchema,
  status: 201,
  async run({ room, actor, body }) {
    const settings = await settingsIn(room, body);
    if (settings instanceof Problem) return settings;
    const token = body.kind === 'push' ? makeInputToken(room) : undefined;
    const row: InputRow = {
      id: room.newId(),
      name: body.name,
      kind: body.kind,
      store_id: body.storeId ?? null,
      format: 'format' in body ? (body.format ?? null) : null,
      settings: sealedSettings(room, settings),
      token_hash: token === undefined ? null : hashOf(token),
      token_shown: token?.slice(0, SHOWN_LETTERS) ?? null,
      note: null,
      last_event_at: null,
      created_at: room.clock.now(),
      created_by: actor.accountId,
      removed_at: null,
      paused_at: null,
      version: 1,
    };
    const failed = await insert(room, row, settings);
    if (failed !== undefined) return failed;
    await inputWatchOf(room)?.inputsChanged();
    const [view] = await viewsOf(room, [row]);
    if (view === undefined) throw new Error('one row has one view');
    return { ...view, ...(token !== undefined && { token }) };
  },
});

const TOKEN_BYTES = 32;
export const SHOWN_LETTERS = 12;

export function makeInputToken(room: Room): string {
  return `vigie_in_${Buffer.from(room.random(TOKEN_BYTES)).toString('base64url')}`;
}

async function insert(room: Room, row: InputRow, settings: InputSettings): Promise<Problem | undefined> {
  return room.records.transaction().execute(async (trx) => {
    if (row.store_id !== null) {
      const store = await trx.selectFrom('store').select('id').where('id', '=', row.store_id).executeTakeFirst();
      if (store === undefined) return invalid('/body/storeId', 'there is no such store');
    }
    const others = await trx.selectFrom('input').selectAll().where('removed_at', 'is', null).execute();
    if (others.length >= MOST_INPUTS) return problem('conflict', { detail: `there are ${MOST_INPUTS} inputs already` });
    if (settings.kind !== 'push' && others.some((other) => isSamePlace(settings, settingsOf(room, other))))
      return problem('conflict', { detail: 'another input reads from there already' });
    await trx.insertInto('input').values(row).execute();
    await room.evidence.write({
      type: 'setting-change',
      author: row.created_by,
      payload: { subject: `input/${row.id}` },
    });
    await recordChange(trx, { kind: 'input', id: row.id, what: 'created', at: row.created_at });
    return undefined;
  });
}

export function isSamePlace(one: InputSettings, other: InputSettings | undefined): boolean {
  if (one.kind === 'file') return other?.kind === 'file' && other.path === one.path;
  return one.kind === 'poll' && other?.kind === 'poll' && withoutLogin(other.url) === withoutLogin(one.url);
}

export async function settingsIn(room: Room, body: InputPlace): Promise<InputSettings | Problem> {
  const mapping = body.kind === 'poll' ? undefined : body.mapping;
  const fault = mapping === undefined ? undefined : await ruleBookOf(room).faultIn('mapping', mapping);
  if (fault !== undefined) return invalid('/body/mapping', fault);
  const mapped = mapping === undefined ? {} : { mapping };
  switch (body.kind) {
    case 'push':
      return { kind: 'push', ...mapped };
    case 'file': {
      const allowed = await allowedFile(body.path, room.settings.watchFolders);
      return 'why' in allowed
        ? invalid('/body/path', allowed.why)
        : { kind: 'file', path: allowed.path, begin: body.from, ...mapped };
    }
    case 'poll':
      return pollSettings(room, body);
    default:
      return body satisfies never;
  }
}

async function pollSettings(
  room: Room,
  { url, password, everySeconds }: InputPlace & { readonly kind: 'poll' },
): Promise<InputSettings | Problem> {
  const fault = queryLogUrlFault(url);
  const parsed = URL.parse(url);
  if (fault !== undefined || parsed === null)
    return invalid('/body/url', fault ?? 'write the URL of a store, as in mysql://user@10.0.0.7:3306');
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (!(await isPollPlace(host, await pollPlaces(room.records, room.clock.now()))))
    return invalid('/body/url', 'its address is in no scope; only what a scope names is ever connected to');
  return {
    kind: 'poll',
    url,
    ...(password !== undefined && { password }),
    ...(everySeconds !== undefined && { everyMs: everySeconds * 1000 }),
  };
}

function invalid(pointer: string, detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer, detail }] });
}

export const removeInput = operation({
  id: 'removeInput',
  method: 'DELETE',
  path: '/api/inputs/:id',
  summary: 'Take no more events from there; what it told stays, what waits to be read is dropped',
  may: 'manage-inputs',
  params: IdParams,
  async run({ room, actor, params: { id } }) {
    const at = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const removed = await trx
        .updateTable('input')
        .set({ removed_at: at, token_hash: null, settings: sealedSettings(room, { kind: 'push' }) })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await room.evidence.write({
        type: 'setting-change',
        author: actor.accountId,
        payload: { subject: `input/${id}` },
      });
      await recordChange(trx, { kind: 'input', id, what: 'removed', at });
      return undefined;
    });
    if (failed !== undefined) return failed;
    await inputWatchOf(room)?.inputsChanged();
    return undefined;
  },
});

export const inputOperations: readonly AnyOperation[] = [listInputs, createInput, removeInput];
