// The tables of `system` that visitors ask: what there is, how large it is, how the server is set up. https://clickhouse.com/docs/operations/system-tables
import { createHash } from 'node:crypto';
import type { Honey } from '../honey/honey.ts';
import { type Relation, relation } from '../sql/catalogue.ts';
import type { Shop, ShopTable } from '../sql/shop.ts';
import { BUILD, FUNCTIONS, SETTINGS } from './told.ts';
import { TYPES } from './types.ts';

const PATH = '/var/lib/clickhouse/';
const NO_UUID = '00000000-0000-0000-0000-000000000000';

export interface About {
  readonly shop: Shop;
  readonly honey: Honey;
  readonly now: number;
  readonly since: number;
  /** A GET is read-only. */
  readonly isReadonly: boolean;
  /** Where a name of one part is looked for. */
  readonly database: string;
}

export function systemOf(about: About): readonly Relation[] {
  const { shop, honey } = about;
  return [
    ...EMPTY.map(([name, columns]) => relation(name, columns, [])),
    ...serverTables(about),
    databasesOf(shop, honey),
    tablesOf(shop, honey),
    columnsOf(shop),
    partsOf(shop),
  ];
}

function serverTables({ isReadonly, now, shop }: About): readonly Relation[] {
  return [
    relation('one', 'dummy:small', [[0]]),
    relation(
      'settings',
      'name value changed:small description min max readonly:small type',
      SETTINGS.map(([name, value, type]) =>
        name === 'readonly' && isReadonly
          ? [name, '2', 1, '', null, null, 0, type]
          : [name, value, 0, '', null, null, 0, type],
      ),
    ),
    relation(
      'users',
      'name id:uuid storage auth_type auth_params host_ip:list host_names:list default_roles_all:small',
      [['default', '94309d50-4f52-5250-31bd-74fecac179db', 'users_xml', 'no_password', '{}', ['::/0'], [], 1]],
    ),
    relation('disks', 'name path free_space:big total_space:big unreserved_space:big keep_free_space:big type', [
      ['default', PATH, 41_203_445_760, 82_086_711_296, 41_203_445_760, 0, 'local'],
    ]),
    relation('storage_policies', 'policy_name volume_name volume_priority:big disks:list', [
      ['default', 'default', 1, ['default']],
    ]),
    relation('build_options', 'name value', BUILD),
    relation(
      'grants',
      'user_name role_name access_type database table column is_partial_revoke:small grant_option:small',
      [['default', null, 'ALL', null, null, null, 0, 1]],
    ),
    relation(
      'functions',
      'name is_aggregate:small case_insensitive:small alias_to origin',
      FUNCTIONS.map((name) => [
        name,
        /^(?:count|sum|min|max|avg|any|uniq|groupArray)/.test(name) ? 1 : 0,
        0,
        '',
        'System',
      ]),
    ),
    relation('user_directories', 'name type params precedence:big', [
      ['users_xml', 'users_xml', '{"path":"/etc/clickhouse-server/users.xml"}', 1],
      ['local_directory', 'local_directory', `{"path":"${PATH}access/"}`, 2],
    ]),
    relation('metrics', 'metric value:integer description', [
      ['Query', 1, 'Number of executing queries'],
      ['TCPConnection', 2, 'Number of connections to TCP server (clients with native interface)'],
      ['HTTPConnection', 1, 'Number of connections to HTTP server'],
      ['MemoryTracking', 412_118_016, 'Total amount of memory (bytes) allocated by the server.'],
    ]),
    relation('asynchronous_metrics', 'metric value:number description', [
      ['Uptime', 1_209_600 + Math.floor((now / 1000) % 86_400), 'The server uptime in seconds.'],
      ['NumberOfTables', shop.tables.length + 108, 'Total number of tables summed across the databases on the server.'],
    ]),
    relation('events', 'event value:big description', [
      ['Query', 904_412, 'Number of queries to be interpreted and potentially executed.'],
      ['SelectQuery', 811_230, 'Same as Query, but only for SELECT queries.'],
    ]),
  ];
}

/** Tables without rows. */
const EMPTY: readonly (readonly [string, string])[] = [
  [
    'query_log',
    'type event_date event_time:time query_duration_ms:big read_rows:big query user initial_address exception_code:integer',
  ],
  [
    'clusters',
    'cluster shard_num:integer shard_weight:integer replica_num:integer host_name host_address port:integer is_local:small user',
  ],
  [
    'processes',
    'is_initial_query:small user query_id address elapsed:number rows_read:big bytes_read:big query current_database',
  ],
  ['named_collections', 'name collection'],
  ['dictionaries', 'database name uuid:uuid status origin type source'],
  ['mutations', 'database table mutation_id command create_time:time is_done:small'],
  ['merges', 'database table elapsed:number progress:number num_parts:big'],
  ['replicas', 'database table engine is_leader:small is_readonly:small'],
  ['macros', 'macro substitution'],
  ['roles', 'name id:uuid storage'],
  ['quotas', 'name id:uuid storage'],
  ['errors', 'name code:integer value:big last_error_time:time last_error_message'],
  ['backups', 'id name status'],
];

/** Of the tables of `system`, as SHOW TABLES lists them. */
export const TABLE_NAMES: readonly string[] = [
  ...EMPTY.map(([name]) => name),
  'asynchronous_metrics',
  'build_options',
  'columns',
  'databases',
  'disks',
  'events',
  'functions',
  'grants',
  'metrics',
  'numbers',
  'one',
  'parts',
  'settings',
  'storage_policies',
  'tables',
  'user_directories',
  'users',
];

function databasesOf({ databases }: Shop, honey: Honey): Relation {
  return relation(
    'databases',
    'name engine data_path metadata_path uuid:uuid engine_full comment',
    databases.map((name) => {
      const isStandard = name.toLowerCase() === 'information_schema';
      const engine = isStandard ? 'Memory' : 'Atomic';
      return [
        name,
        engine,
        isStandard ? PATH : `${PATH}store/`,
        '',
        isStandard ? NO_UUID : uuidOf(name, honey),
        engine,
        '',
      ];
    }),
  );
}

/** On the disk, compressed, as columns of such data are. */
function bytesOnDisk({ rows, columns }: ShopTable): number {
  return rows.length * columns.length * 13;
}

function tablesOf({ tables }: Shop, honey: Honey): Relation {
  return relation(
    'tables',
    'database name uuid:uuid engine is_temporary:small data_paths:list metadata_path metadata_modification_time:time create_table_query engine_full partition_key sorting_key primary_key sampling_key storage_policy total_rows:big total_bytes:big comment',
    tables.map((table) => {
      const uuid = uuidOf(`${table.database}.${table.name}`, honey);
      const key = keyOf(table);
      return [
        table.database,
        table.name,
        uuid,
        'MergeTree',
        0,
        [`${PATH}store/${uuid.slice(0, 3)}/${uuid}/`],
        `${PATH}store/${uuid.slice(0, 3)}/${uuid}/${table.name}.sql`,
        '2026-03-02 09:14:51',
        createText(table).replace(/\n\s*/g, ' ').replace('( ', '(').replace(' )', ')'),
        `MergeTree ORDER BY ${key} SETTINGS index_granularity = 8192`,
        '',
        key,
        key,
        '',
        'default',
        table.rows.length,
        bytesOnDisk(table),
        '',
      ];
    }),
  );
}

function columnsOf({ tables }: Shop): Relation {
  return relation(
    'columns',
    'database table name type position:big default_kind default_expression data_compressed_bytes:big data_uncompressed_bytes:big comment is_in_primary_key:small',
    tables.flatMap((table) =>
      table.columns.map(({ name, type }, at) => {
        const bytes = Math.round(bytesOnDisk(table) / table.columns.length);
        return [table.database, table.name, name, TYPES[type], at + 1, '', '', bytes, bytes * 3, '', at === 0 ? 1 : 0];
      }),
    ),
  );
}

function partsOf({ tables }: Shop): Relation {
  return relation(
    'parts',
    'partition name database table active:small rows:big bytes_on_disk:big data_compressed_bytes:big data_uncompressed_bytes:big marks:big modification_time:time disk_name engine',
    tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => {
        const bytes = bytesOnDisk(table);
        return [
          'tuple()',
          'all_1_6_2',
          table.database,
          table.name,
          1,
          table.rows.length,
          bytes,
          bytes,
          bytes * 3,
          2,
          '2026-11-28 02:11:40',
          'default',
          'MergeTree',
        ];
      }),
  );
}

function keyOf({ columns }: Pick<ShopTable, 'columns'>): string {
  return columns[0]?.name ?? 'tuple()';
}

/** As SHOW CREATE TABLE writes it. */
export function createText(table: Pick<ShopTable, 'name' | 'database' | 'columns'>): string {
  const columns = table.columns.map(({ name, type }) => `    \`${name}\` ${TYPES[type]}`);
  return `CREATE TABLE ${table.database}.${table.name}\n(\n${columns.join(',\n')}\n)\nENGINE = MergeTree\nORDER BY ${keyOf(table)}\nSETTINGS index_granularity = 8192`;
}

/** The same for the same honey. */
export function uuidOf(name: string, honey: Honey): string {
  const hex = createHash('sha256').update(`clickhouse ${name} ${honey.tables[0]?.rows[0]?.[1]}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
