// What an input is read from, sealed: a URL holds a password, and a path may name somebody.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { InputTables } from '../records/tables/inputs.ts';
import type { Room } from '../room.ts';
import type { SealedColumn } from '../vault/seal-again.ts';

export type InputRow = Selectable<InputTables['input']>;

const SETTINGS = 'input/settings';

export const INPUT_COLUMNS: readonly SealedColumn[] = [{ table: 'input', column: 'settings', purpose: SETTINGS }];

const Settings = v.variant('kind', [
  v.object({ kind: v.literal('push'), mapping: v.optional(v.string()) }),
  v.object({
    kind: v.literal('file'),
    path: v.string(),
    begin: v.picklist(['start', 'end']),
    mapping: v.optional(v.string()),
  }),
  v.object({
    kind: v.literal('poll'),
    url: v.string(),
    password: v.optional(v.string()),
    everyMs: v.optional(v.number()),
  }),
]);
export type InputSettings = v.InferOutput<typeof Settings>;

export function sealedSettings({ vault }: Pick<Room, 'vault'>, settings: InputSettings): string {
  return vault.seal(JSON.stringify(settings), SETTINGS);
}

/** @returns undefined where the text cannot be opened, which the operator is told */
export function settingsOf({ vault, log }: Pick<Room, 'vault' | 'log'>, row: InputRow): InputSettings | undefined {
  const opened = vault.open(row.settings, SETTINGS);
  if (!('code' in opened)) return v.parse(Settings, JSON.parse(opened.text));
  log.warn(`the settings of an input cannot be read: ${opened.message}`, { input: row.id });
  return undefined;
}
