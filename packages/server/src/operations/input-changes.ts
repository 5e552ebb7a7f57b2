// Operations that change an input: its name, store, format and place, whether it is paused, and the token of a push. Where it was read up to
// stays: places are kept under the input's id.
import type { Updateable } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { hashOf } from '../people/api-token.ts';
import type { InputTables } from '../records/tables/inputs.ts';
import type { Room } from '../room.ts';
import { type InputRow, type InputSettings, sealedSettings, settingsOf } from '../watching/input-settings.ts';
import { inputWatchOf } from '../watching/start-watching.ts';
import { Id, IdParams, lineOfText } from './fields.ts';
import {
  EverySeconds,
  type InputPlace,
  type InputView,
  isSamePlace,
  Mapping,
  makeInputToken,
  SHOWN_LETTERS,
  settingsIn,
  viewsOf,
} from './inputs.ts';
import { Format, InputSchema } from './watching-schemas.ts';

const Changes = v.partial(
  v.strictObject({
    name: lineOfText(120),
    /** Null: the log of no store. */
    storeId: v.nullable(Id),
    /** Null: found by trying. */
    format: v.nullable(Format),
    /** Null: none. */
    mapping: v.nullable(Mapping),
    path: lineOfText(1000),
    url: lineOfText(1000),
    /** Left out: the one that is kept stays, as long as it is for the same server. Null: none. */
    password: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    everySeconds: EverySeconds,
    paused: v.boolean(),
  }),
);
type Changes = v.InferOutput<typeof Changes>;

const OF_KIND = {
  push: ['format', 'mapping'],
  file: ['format', 'mapping', 'path'],
  poll: ['url', 'password', 'everySeconds'],
} as const;
const OF_ALL: readonly string[] = ['name', 'storeId', 'paused'];

export const changeInput = operation({
  id: 'changeInput',
  method: 'PATCH',
  path: '/api/inputs/:id',
  summary: 'Change an input, pause it or resume it; where it was read up to stays',
  may: 'manage-inputs',
  params: IdParams,
  body: Changes,
  versioned: true,
  answer: InputSchema,
  async run({ room, actor, params: { id }, body, version }) {
    const before = await rowOf(room, id);
    const settings = before && settingsOf(room, before);
    if (before === undefined || settings === undefined) return problem('not-found');
    const strange = Object.keys(body).find((key) => !OF_ALL.includes(key) && !isOfKind(settings.kind, key));
    if (strange !== undefined) return invalid(strange, `an input of kind ${settings.kind} has none`);
    const placed = placeOf(settings, body);
    const next = placed === undefined ? settings : await settingsIn(room, placed);
    if (next instanceof Problem) return next;
    const changed = await keep(room, { before, next, body, version, by: actor.accountId });
    if (changed instanceof Problem) return changed;
    await inputWatchOf(room)?.inputsChanged();
    return shown(room, id);
  },
});

function isOfKind(kind: InputSettings['kind'], key: string): boolean {
  return (OF_KIND[kind] as readonly string[]).includes(key);
}

async function rowOf({ records }: Room, id: string): Promise<InputRow | undefined> {
  return records
    .selectFrom('input')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** The place that is asked for, to be looked at like that of a new input; undefined where it stays. */
function placeOf(settings: InputSettings, body: Changes): InputPlace | undefined {
  const { mapping, path, url, password, everySeconds } = body;
  if ([mapping, path, url, password, everySeconds].every((one) => one === undefined)) return undefined;
  if (settings.kind === 'poll') {
    const next = url === undefined ? settings.url : withKeptLogin(settings.url, url);
    const secret =
      password === undefined && isSameServer(settings.url, next) ? settings.password : (password ?? undefined);
    const every = everySeconds ?? (settings.everyMs === undefined ? undefined : settings.everyMs / 1000);
    return { kind: 'poll', url: next, password: secret, everySeconds: every };
  }
  const kept = mapping === undefined ? settings.mapping : (mapping ?? undefined);
  if (settings.kind === 'push') return { kind: 'push', mapping: kept };
  return { kind: 'file', path: path ?? settings.path, from: settings.begin, mapping: kept };
}

/** A password belongs to its server: for another one it has to be given again. */
function isSameServer(one: string, other: string): boolean {
  return URL.parse(one)?.host === URL.parse(other)?.host;
}

/** User and password are never shown, so whoever changes the rest of an address does not write them. */
function withKeptLogin(before: string, next: string): string {
  const [old, url] = [URL.parse(before), URL.parse(next)];
  if (old === null || url === null || url.username !== '' || !isSameServer(before, next)) return next;
  url.username = old.username;
  url.password = old.password;
  return url.href;
}

interface Kept {
  readonly before: InputRow;
  readonly next: InputSettings;
  readonly body: Changes;
  readonly version: number;
  readonly by: string;
}

async function keep(room: Room, { before, next, body, version, by }: Kept): Promise<Problem | undefined> {
  const { id } = before;
  const { name, storeId, format, paused } = body;
  const now = room.clock.now();
  const isPaused = before.paused_at !== null;
  const isSwitched = paused !== undefined && paused !== isPaused;
  const set: Updateable<InputTables['input']> = {
    ...(name !== undefined && { name }),
    ...(storeId !== undefined && { store_id: storeId }),
    ...(format !== undefined && { format }),
    ...(isSwitched && { paused_at: paused ? now : null }),
    settings: sealedSettings(room, next),
    note: null,
    version: version + 1,
  };
  return room.records.transaction().execute(async (trx) => {
    if (typeof storeId === 'string') {
      const store = await trx.selectFrom('store').select('id').where('id', '=', storeId).executeTakeFirst();
      if (store === undefined) return invalid('storeId', 'there is no such store');
    }
    const others = await trx
      .selectFrom('input')
      .selectAll()
      .where('removed_at', 'is', null)
      .where('id', '<>', id)
      .execute();
    if (next.kind !== 'push' && others.some((other) => isSamePlace(next, settingsOf(room, other))))
      return problem('conflict', { detail: 'another input reads from there already' });
    const changed = await trx
      .updateTable('input')
      .set(set)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) return problem('version-old');
    const subject = `input/${id}`;
    if (Object.keys(body).some((key) => key !== 'paused'))
      await room.evidence.write({ type: 'setting-change', author: by, payload: { subject } });
    if (isSwitched) {
      const [from, to] = paused ? ['running', 'paused'] : ['paused', 'running'];
      await room.evidence.write({ type: 'state-change', author: by, payload: { subject, from, to } });
    }
    await recordChange(trx, { kind: 'input', id, what: 'updated', at: now });
    return undefined;
  });
}

function invalid(field: string, detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer: `/body/${field}`, detail }] });
}

async function shown(room: Room, id: string): Promise<InputView | Problem> {
  const row = await rowOf(room, id);
  const [view] = row === undefined ? [] : await viewsOf(room, [row]);
  return view ?? problem('not-found');
}

export const renewInputToken = operation({
  id: 'renewInputToken',
  method: 'POST',
  path: '/api/inputs/:id/token',
  summary: 'Make a new token for a push, which is shown this once; the one before ends now',
  may: 'manage-inputs',
  params: IdParams,
  answer: v.object({ token: v.string() }),
  async run({ room, actor, params: { id } }) {
    const token = makeInputToken(room);
    const failed = await room.records.transaction().execute(async (trx) => {
      const renewed = await trx
        .updateTable('input')
        .set((eb) => ({
          token_hash: hashOf(token),
          token_shown: token.slice(0, SHOWN_LETTERS),
          version: eb('version', '+', 1),
        }))
        .where('id', '=', id)
        .where('kind', '=', 'push')
        .where('removed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (renewed === undefined) return problem('not-found');
      await room.evidence.write({
        type: 'access-change',
        author: actor.accountId,
        payload: { subject: `input/${id}`, change: 'token-renewed' },
      });
      await recordChange(trx, { kind: 'input', id, what: 'updated', at: room.clock.now() });
      return undefined;
    });
    return failed ?? { token };
  },
});

export const inputChangeOperations: readonly AnyOperation[] = [changeInput, renewInputToken];
