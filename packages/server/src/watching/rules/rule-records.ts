// The rules of the site as the records have them, opened, for the threads that compile them.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { RuleTables } from '../../records/tables/rules.ts';
import type { Room } from '../../room.ts';
import type { SealedColumn } from '../../vault/seal-again.ts';
import { readWatchSettings } from '../watch-settings.ts';
import type { RuleOrders, SiteFile } from './rule-orders.ts';

export const RULE_TEXT = 'rule-file/text';
export const SWITCH_REASON = 'rule-switch/reason';
export const LIST_ITEMS = 'value-list/items';

export const RULE_COLUMNS: readonly SealedColumn[] = [
  { table: 'rule_file', column: 'text', purpose: RULE_TEXT },
  { table: 'rule_switch', column: 'reason', purpose: SWITCH_REASON },
  { table: 'value_list', column: 'items', purpose: LIST_ITEMS },
];

/** @param reading grows when folders are to be read again */
export async function readRuleOrders(
  room: Pick<Room, 'records' | 'vault' | 'log' | 'settings'>,
  reading: number,
): Promise<RuleOrders> {
  const { records, settings } = room;
  const files = await records.selectFrom('rule_file').selectAll().where('enabled', '=', true).orderBy('id').execute();
  const off = await records.selectFrom('rule_switch').select('rule').orderBy('rule').execute();
  const lists = await records.selectFrom('value_list').selectAll().orderBy('name').execute();
  const { fields } = await readWatchSettings(room);
  return {
    folders: settings.watchRules,
    reading,
    files: files.flatMap((row) => fileOf(room, row) ?? []),
    off: off.map(({ rule }) => rule),
    lists: Object.fromEntries(lists.flatMap((row) => [[row.name, itemsOf(room, row)]])),
    fields,
  };
}

/** @returns undefined where its text cannot be opened, which the operator is told */
export function fileOf(
  { vault, log }: Pick<Room, 'vault' | 'log'>,
  { id, name, text, licence, link }: Selectable<RuleTables['rule_file']>,
): SiteFile | undefined {
  const opened = vault.open(text, RULE_TEXT);
  if (!('code' in opened))
    return { id, name, text: opened.text, ...(licence !== null && { licence }), ...(link !== null && { link }) };
  log.warn(`a file of rules cannot be read: ${opened.message}`, { file: id });
  return undefined;
}

const Items = v.array(v.string());

/** The values of a list; none where it cannot be opened, which the operator is told. */
export function itemsOf(
  { vault, log }: Pick<Room, 'vault' | 'log'>,
  { id, items }: Selectable<RuleTables['value_list']>,
): readonly string[] {
  const opened = vault.open(items, LIST_ITEMS);
  if (!('code' in opened)) return v.parse(Items, JSON.parse(opened.text));
  log.warn(`a list of values cannot be read: ${opened.message}`, { list: id });
  return [];
}
