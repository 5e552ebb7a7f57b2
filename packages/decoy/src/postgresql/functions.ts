// The functions of the decoy PostgreSQL, as far as shells, dumps, drivers and visitors call them: they look at the catalogue and their arguments.
import { createHash } from 'node:crypto';
import type { SqlFunction, SqlType } from '../sql/catalogue.ts';
import { textOf } from '../sql/compile.ts';
import type { Shop, ShopTable } from '../sql/shop.ts';
import { SETTINGS, VERSION_TEXT } from './settings.ts';

export interface About {
  readonly shop: Shop;
  readonly now: number;
  readonly user: string;
  readonly database: string;
}

/** The oid of the first table of users. */
export const FIRST_TABLE = 16_401;
/** The role `pg_database_owner`, which owns `public` since version 15. */
export const DATABASE_OWNER = 6171;

export const TYPES: Readonly<Record<SqlType, { readonly oid: number; readonly name: string; readonly size: number }>> =
  {
    integer: { oid: 23, name: 'integer', size: 4 },
    number: { oid: 701, name: 'double precision', size: 8 },
    big: { oid: 20, name: 'bigint', size: 8 },
    small: { oid: 23, name: 'integer', size: 4 },
    text: { oid: 25, name: 'text', size: -1 },
    uuid: { oid: 2950, name: 'uuid', size: 16 },
    time: { oid: 1114, name: 'timestamp without time zone', size: 8 },
    boolean: { oid: 16, name: 'boolean', size: 1 },
    list: { oid: 1009, name: 'text[]', size: -1 },
  };

/** What is called and not known here is empty. */
export const NOTHING: SqlFunction = { type: 'text', run: () => null };

export function functionsOf({ shop, now, user, database }: About): ReadonlyMap<string, SqlFunction> {
  const one = (type: SqlType, run: SqlFunction['run']): SqlFunction => ({ type, run });
  const text = (value: string) => one('text', () => value);
  const yes = one('boolean', () => true);
  const nothing = one('text', () => null);
  const sizeOf = one('integer', ([oid = 0]) =>
    bytes(shop.tables.find(({ place }) => place === Number(oid) - FIRST_TABLE)),
  );
  const typeName = new Map(Object.values(TYPES).map(({ oid, name }) => [oid, name]));
  return new Map(
    Object.entries({
      version: text(VERSION_TEXT),
      current_database: text(database),
      current_catalog: text(database),
      current_schema: text('public'),
      current_schemas: one('list', () => ['pg_catalog', 'public']),
      current_user: text(user),
      session_user: text(user),
      user: text(user),
      current_setting: one('text', ([name = '']) => SETTINGS.get(textOf(name).toLowerCase()) ?? null),
      pg_sleep: one('text', () => ''),
      pg_my_temp_schema: one('integer', () => 0),
      inet_server_port: one('integer', () => 5432),
      md5: one('text', ([value = null]) =>
        value === null ? null : createHash('md5').update(textOf(value)).digest('hex'),
      ),
      quote_ident: one('text', ([value = null]) => value),
      quote_literal: one('text', ([value = null]) =>
        value === null ? null : `'${textOf(value).replaceAll("'", "''")}'`,
      ),
      random: one('number', () => (now % 9973) / 9973),
      txid_current: one('big', () => 741 + (Math.floor(now / 60_000) % 100_000)),
      extract: one('number', ([, value = null]) =>
        value === null ? null : Math.floor(Date.parse(`${textOf(value).replace(' ', 'T')}Z`) / 1000),
      ),
      set_config: one('text', ([, value = null]) => value),
      now: one('time', () => new Date(now).toISOString().slice(0, 19).replace('T', ' ')),
      current_timestamp: one('time', () => new Date(now).toISOString().slice(0, 19).replace('T', ' ')),
      pg_backend_pid: one('integer', () => 4127),
      pg_is_in_recovery: one('boolean', () => false),
      pg_postmaster_start_time: one('time', () =>
        new Date(now - 1_209_600_000).toISOString().slice(0, 19).replace('T', ' '),
      ),
      pg_get_userbyid: one('text', ([oid = 0]) => (Number(oid) === DATABASE_OWNER ? 'pg_database_owner' : 'postgres')),
      pg_encoding_to_char: text('UTF8'),
      format_type: one('text', ([oid = 0]) => typeName.get(Number(oid)) ?? 'text'),
      pg_relation_size: sizeOf,
      pg_total_relation_size: sizeOf,
      pg_table_size: sizeOf,
      pg_indexes_size: one('integer', () => 65_536),
      pg_database_size: one('integer', () => 8_626_703),
      pg_size_pretty: one('text', ([size = 0]) => `${Math.max(8, Math.round(Number(size) / 1024))} kB`),
      to_regclass: one('text', ([name = null]) => name),
      json_build_array: one('text', (args) => JSON.stringify(args)),
      ...Object.fromEntries(
        [
          'pg_table_is_visible',
          'pg_type_is_visible',
          'pg_function_is_visible',
          'has_schema_privilege',
          'has_table_privilege',
          'has_any_column_privilege',
          'has_column_privilege',
          'has_database_privilege',
          'pg_has_role',
        ].map((name) => [name, yes]),
      ),
      ...Object.fromEntries(
        [
          'pg_get_expr',
          'obj_description',
          'col_description',
          'shobj_description',
          'pg_get_constraintdef',
          'pg_get_indexdef',
          'pg_get_viewdef',
          'pg_get_statisticsobjdef_columns',
          'inet_server_addr',
          'inet_client_addr',
          'pg_get_partkeydef',
          'pg_get_function_result',
          'pg_get_function_arguments',
          'pg_relation_is_publishable',
          'pg_tablespace_location',
        ].map((name) => [name, nothing]),
      ),
    }),
  );
}

/** On the disk, in whole pages. */
export function bytes(table: ShopTable | undefined): number {
  return table ? Math.ceil((table.rows.length * (28 + table.columns.length * 15)) / 8192) * 8192 : 8192;
}
