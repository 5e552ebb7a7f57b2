// What is set of the watch in the browser: how many alerts a day, for how long detections are kept, names of fields, and the key by which
// honeytokens are known.
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { RuleTables } from '../records/tables/rules.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import type { SealedColumn } from '../vault/seal-again.ts';

const NAME = 'watching';
const TEXT = 'watch/text';

export const WATCH_TEXT_COLUMNS: readonly SealedColumn[] = [{ table: 'watch_text', column: 'sealed', purpose: TEXT }];

const Numbers = v.object({
  /** Alerts of behaviour that somebody wants to read. */
  alertsPerDay: v.optional(v.number(), 5),
  /** Days. */
  detectionsKept: v.optional(v.number(), 400),
});
type Numbers = v.InferOutput<typeof Numbers>;

export interface WatchSettings extends Numbers {
  /** YAML, as `vigie watch --site` reads it; empty where nothing is said. */
  readonly fields: string;
  /** By which honeytokens are known; undefined where none was set. 32 bytes. */
  readonly tokenKey: Uint8Array<ArrayBuffer> | undefined;
  readonly version: number;
}

export async function readWatchSettings(room: Pick<Room, 'records' | 'vault' | 'log'>): Promise<WatchSettings> {
  const { numbers, version } = await readNumbers(room.records);
  const rows = await room.records.selectFrom('watch_text').selectAll().execute();
  const textOf = (name: RuleTables['watch_text']['name']) => {
    const sealed = rows.find((row) => row.name === name)?.sealed;
    const opened = sealed === undefined ? undefined : room.vault.open(sealed, TEXT);
    if (opened === undefined || !('code' in opened)) return opened?.text;
    room.log.warn(`a setting of the watch cannot be read: ${opened.message}`, { setting: name });
    return undefined;
  };
  const key = textOf('honeytoken-key');
  const tokenKey = key === undefined ? undefined : new Uint8Array(Buffer.from(key, 'hex'));
  return { ...numbers, fields: textOf('fields') ?? '', tokenKey, version };
}

async function readNumbers(db: Pick<Room['records'], 'selectFrom'>): Promise<{ numbers: Numbers; version: number }> {
  const row = await db.selectFrom('setting').selectAll().where('name', '=', NAME).executeTakeFirst();
  return { numbers: v.parse(Numbers, row?.value ?? {}), version: row?.version ?? 0 };
}

export interface WatchSettingsChange {
  readonly alertsPerDay?: number | undefined;
  readonly detectionsKept?: number | undefined;
  readonly fields?: string | undefined;
  /** 64 hexadecimal digits; null takes it away. */
  readonly tokenKey?: string | null | undefined;
}

/**
 * Keeps what is changed.
 *
 * @param version what was read; 0 where nothing was set yet
 * @returns false where somebody changed them since
 */
export async function changeWatchSettings(
  room: Pick<Room, 'vault'>,
  trx: Transaction<Records>,
  { fields, tokenKey, ...changed }: WatchSettingsChange,
  version: number,
): Promise<boolean> {
  const before = await readNumbers(trx);
  if (before.version !== version) return false;
  const { alertsPerDay = before.numbers.alertsPerDay, detectionsKept = before.numbers.detectionsKept } = changed;
  const value = JSON.stringify({ alertsPerDay, detectionsKept } satisfies Numbers);
  const made = await trx
    .insertInto('setting')
    .values({ name: NAME, value, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ value, version: version + 1 })
        .where('setting.version', '=', version),
    )
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return false;
  if (fields !== undefined) await keepText(room, trx, 'fields', fields === '' ? undefined : fields);
  if (tokenKey !== undefined) await keepText(room, trx, 'honeytoken-key', tokenKey ?? undefined);
  return true;
}

async function keepText(
  { vault }: Pick<Room, 'vault'>,
  trx: Transaction<Records>,
  name: RuleTables['watch_text']['name'],
  text: string | undefined,
): Promise<void> {
  if (text === undefined) {
    await trx.deleteFrom('watch_text').where('name', '=', name).execute();
    return;
  }
  const sealed = vault.seal(text, TEXT);
  await trx
    .insertInto('watch_text')
    .values({ name, sealed })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed }))
    .execute();
}
