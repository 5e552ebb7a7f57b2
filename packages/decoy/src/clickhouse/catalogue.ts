// The tables and functions of the decoy ClickHouse: the honey tables, and as much of `system` as visitors ask.
import { createHash } from 'node:crypto';
import { bytesOf, type Honey, type HoneyTable, type HoneyType } from '../honey/honey.ts';
import type { Catalogue, Relation, SqlFunction, SqlType } from '../sql/catalogue.ts';
import { scalars } from '../sql/scalars.ts';
import type { Value } from '../sql/tree.ts';

export const VERSION = '23.8.9.54';
export const DATABASE = 'default';

export interface About {
  readonly honey: Honey;
  readonly now: number;
  readonly since: number;
  /** A GET is read-only. */
  readonly isReadonly: boolean;
}

export const TYPES: Readonly<Record<SqlType, string>> = {
  integer: 'UInt32',
  number: 'Float64',
  text: 'String',
  uuid: 'UUID',
  time: 'DateTime',
  boolean: 'UInt8',
  list: 'Array(String)',
};

export function catalogueOf(about: About): Catalogue {
  const { honey, now, since } = about;
  const one = (type: SqlType, run: SqlFunction['run']): SqlFunction => ({ type, run });
  const own: ReadonlyMap<string, SqlFunction> = new Map(
    Object.entries({
      version: one('text', () => VERSION),
      timezone: one('text', () => 'UTC'),
      servertimezone: one('text', () => 'UTC'),
      hostname: one('text', () => 'clickhouse-01'),
      fqdn: one('text', () => 'clickhouse-01.internal'),
      currentuser: one('text', () => 'default'),
      user: one('text', () => 'default'),
      currentdatabase: one('text', () => DATABASE),
      database: one('text', () => DATABASE),
      uptime: one('integer', () => 1_209_600 + Math.floor((now - since) / 1000)),
      now: one('time', () => new Date(now).toISOString().slice(0, 19).replace('T', ' ')),
      today: one('text', () => new Date(now).toISOString().slice(0, 10)),
      serveruuid: one('uuid', () => uuidOf('server', honey)),
      formatreadablesize: one('text', ([bytes = 0]) => `${(Number(bytes) / 1024).toFixed(2)} KiB`),
      formatreadablequantity: one('text', ([number = 0]) => String(number)),
    }),
  );
  const relations = relationsOf(about);
  return {
    hasCase: true,
    scalar: (name) => own.get(name) ?? scalars.get(name),
    relation: (path) => {
      const [name = '', database = DATABASE] = [...path].reverse();
      return relations.get(
        `${database.toLowerCase() === 'information_schema' ? 'information_schema' : database}.${name}`,
      );
    },
  };
}

export function honeyTable(honey: Honey, path: readonly string[]): HoneyTable | undefined {
  const [name, database = DATABASE] = [...path].reverse();
  return database === DATABASE ? honey.tables.find((one) => one.name === name) : undefined;
}

function relationsOf({ honey, isReadonly }: About): ReadonlyMap<string, Relation> {
  const all = honey.tables.map((table) => ({
    table,
    size: bytesOf(table),
    uuid: uuidOf(table.name, honey),
  }));
  const system: readonly Relation[] = [
    relation('one', 'dummy:integer', [[0]]),
    relation(
      'databases',
      'name engine data_path uuid:uuid',
      [DATABASE, 'system', 'information_schema', 'INFORMATION_SCHEMA'].map((name) => [
        name,
        'Atomic',
        '/var/lib/clickhouse/store/',
        uuidOf(name, honey),
      ]),
    ),
    relation(
      'tables',
      'database name uuid:uuid engine is_temporary:integer data_paths metadata_path total_rows:integer total_bytes:integer create_table_query engine_full primary_key sorting_key comment',
      all.map(({ table, size, uuid }) => [
        DATABASE,
        table.name,
        uuid,
        'MergeTree',
        0,
        '/var/lib/clickhouse/store/',
        '',
        table.rows.length,
        size,
        createText(table),
        'MergeTree ORDER BY id',
        'id',
        'id',
        '',
      ]),
    ),
    relation(
      'columns',
      'database table name type position:integer default_kind comment',
      all.flatMap(({ table }) =>
        table.columns.map(({ name, type }, at) => [DATABASE, table.name, name, TYPES[type], at + 1, '', '']),
      ),
    ),
    relation(
      'parts',
      'partition name database table active:integer rows:integer bytes_on_disk:integer data_compressed_bytes:integer modification_time:time',
      all.map(({ table, size }) => [
        'tuple()',
        'all_1_6_2',
        DATABASE,
        table.name,
        1,
        table.rows.length,
        size,
        size,
        '2026-11-28 02:11:40',
      ]),
    ),
    relation('settings', 'name value changed:integer description', [
      ['readonly', isReadonly ? '2' : '0', isReadonly ? 1 : 0, ''],
      ['allow_ddl', '1', 0, ''],
      ['max_threads', 'auto(2)', 0, ''],
      ['max_memory_usage', '0', 0, ''],
      ['allow_introspection_functions', '0', 0, ''],
    ]),
    relation('users', 'name storage auth_type host_ip', [['default', 'users.xml', 'no_password', '::/0']]),
    relation('processes', 'query_id user query elapsed:number', []),
    relation('query_log', 'event_time:time user query type', []),
    relation('clusters', 'cluster shard_num:integer host_name host_address port:integer', []),
    relation('disks', 'name path free_space:integer total_space:integer type', [
      ['default', '/var/lib/clickhouse/', 41_203_445_760, 82_086_711_296, 'local'],
    ]),
    relation('build_options', 'name value', [['VERSION_FULL', `ClickHouse ${VERSION}`]]),
    relation('grants', 'user_name role_name access_type database table', [['default', '', 'ALL', '', '']]),
    relation('named_collections', 'name collection', []),
    relation('functions', 'name is_aggregate:integer', []),
  ];
  const named = (database: string, list: readonly Relation[]) =>
    list.map((one) => [`${database}.${one.name}`, one] as const);
  const tables = honey.tables.map(
    (table): Relation => ({ name: table.name, columns: table.columns, rows: table.rows, isHoney: true }),
  );
  const standard = [
    relation(
      'tables',
      'table_catalog table_schema table_name table_type',
      all.map(({ table }) => [DATABASE, DATABASE, table.name, 'BASE TABLE']),
    ),
    relation(
      'columns',
      'table_catalog table_schema table_name column_name data_type ordinal_position:integer',
      all.flatMap(({ table }) =>
        table.columns.map(({ name, type }, at) => [DATABASE, DATABASE, table.name, name, TYPES[type], at + 1]),
      ),
    ),
    relation('schemata', 'catalog_name schema_name', [[DATABASE, DATABASE]]),
  ];
  const numbers = Array.from({ length: 1000 }, (_, number) => [number]);
  return new Map([
    ...named(DATABASE, tables),
    ...named('system', [...system, relation('numbers', 'number:integer', numbers)]),
    ...named('information_schema', standard),
  ]);
}

/** @param columns `name:type` with spaces between them; a text where no type is said */
export function relation(name: string, columns: string, rows: readonly (readonly Value[])[]): Relation {
  const parsed = columns.split(' ').map((one) => {
    const [column = '', type = 'text'] = one.split(':');
    return { name: column, type: type as SqlType };
  });
  return { name, columns: parsed, rows, isHoney: false };
}

export function createText(table: HoneyTable): string {
  const columns = table.columns.map(
    ({ name, type }: { name: string; type: HoneyType }) => `\`${name}\` ${TYPES[type]}`,
  );
  return `CREATE TABLE ${DATABASE}.${table.name} (${columns.join(', ')}) ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 8192`;
}

function uuidOf(name: string, honey: Honey): string {
  const hex = createHash('sha256').update(`clickhouse ${name} ${honey.tables[0]?.rows[0]?.[1]}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
