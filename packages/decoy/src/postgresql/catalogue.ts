// The tables and functions of the decoy PostgreSQL: the honey tables in `public`, and as much of the catalogues as shells, drivers and
// visitors ask. https://www.postgresql.org/docs/15/catalogs.html
import { type Catalogue, type Relation, relation } from '../sql/catalogue.ts';
import { scalars } from '../sql/scalars.ts';
import { createShops, relationOf } from '../sql/shop.ts';
import type { Value } from '../sql/tree.ts';
import { type About, bytes, DATABASE_OWNER, FIRST_TABLE, functionsOf, NOTHING, TYPES } from './functions.ts';
import { SETTINGS } from './settings.ts';

/** The database of the honey tables. */
const HOME = 'postgres';
export const shops = createShops(HOME, [HOME, 'template0', 'template1']);

const PUBLIC = 2200;
const SYSTEM = 11;

/** Two of ours are one type. */
const TYPES_BY_OID = Object.fromEntries(Object.values(TYPES).map((one) => [one.oid, one]));

export function catalogueOf(about: About): Catalogue {
  const relations = relationsOf(about);
  const functions = functionsOf(about);
  return {
    hasCase: false,
    scalar: (name) =>
      functions.get(name) ??
      scalars.get(name) ??
      (/^(?:pg_|has_|obj_|acl|array_|txid_|json)/.test(name) ? NOTHING : undefined),
    series: (name) => (/^(?:pg_|acl|json|regexp_)/.test(name) ? [] : undefined),
    relation: (path) => {
      const [name = '', schema] = [...path].reverse().map((one) => one.toLowerCase());
      const known =
        schema === undefined
          ? (relations.get(`public.${name}`) ?? relations.get(`pg_catalog.${name}`))
          : relations.get(`${schema}.${name}`);
      if (known || !name.startsWith('pg_') || (schema ?? 'pg_catalog') !== 'pg_catalog')
        return known && loosened(known);
      return { name, columns: [], rows: [], isHoney: false, isLoose: true };
    },
  };
}

/** Of the catalogues themselves. https://github.com/postgres/postgres/blob/REL_15_4/src/include/catalog */
const OIDS: Readonly<Record<string, number>> = {
  pg_class: 1259,
  pg_database: 1262,
  pg_extension: 3079,
  pg_namespace: 2615,
  pg_type: 1247,
  pg_am: 2601,
};

/** A catalogue has more columns than anybody looks at. */
function loosened(relation: Relation): Relation {
  if (!relation.name.startsWith('pg_') || relation.isHoney) return relation;
  const oid = OIDS[relation.name];
  if (oid === undefined) return { ...relation, isLoose: true };
  return {
    ...relation,
    columns: [...relation.columns, { name: 'tableoid', type: 'integer' }],
    rows: relation.rows.map((row) => [...row, oid]),
    isLoose: true,
  };
}

/** Roles that every server of version 15 has. */
const PREDEFINED: readonly (readonly [number, string])[] = [
  [3373, 'pg_monitor'],
  [4569, 'pg_read_server_files'],
  [4570, 'pg_write_server_files'],
  [4571, 'pg_execute_server_program'],
  [6171, 'pg_database_owner'],
  [6181, 'pg_read_all_data'],
  [6182, 'pg_write_all_data'],
];

const DATABASE_OIDS: Readonly<Record<string, number>> = { postgres: 5, template0: 4, template1: 1 };

const ROLE_COLUMNS =
  'oid:integer rolname rolsuper:boolean rolinherit:boolean rolcreaterole:boolean rolcreatedb:boolean rolcanlogin:boolean rolreplication:boolean rolbypassrls:boolean rolconnlimit:integer rolpassword rolvaliduntil rolconfig';

const CLASS_COLUMNS =
  'oid:integer relname relnamespace:integer reltype:integer relowner:integer relam:integer relfilenode:integer reltablespace:integer relpages:integer reltuples:integer reltoastrelid:integer relhasindex:boolean relisshared:boolean relpersistence relkind relnatts:integer relchecks:integer relhasrules:boolean relhastriggers:boolean relhassubclass:boolean relrowsecurity:boolean relforcerowsecurity:boolean relispopulated:boolean relreplident relispartition:boolean reloftype:integer relpartbound relacl reloptions';

function relationsOf({ shop, database }: About): ReadonlyMap<string, Relation> {
  const tables = shop.tables.filter((one) => one.database === database);
  const listed = tables.map((table) => ({ ...table, oid: FIRST_TABLE + table.place, size: bytes(table) }));
  const catalogue: readonly Relation[] = [
    relation(
      'pg_database',
      'oid:integer datname datdba:integer encoding:integer datcollate datctype datistemplate:boolean datallowconn:boolean datconnlimit:integer dattablespace:integer datacl daticulocale datlocprovider',
      shop.databases.map((name, at) => {
        const isTemplate = /^template[01]$/.test(name);
        const oid = DATABASE_OIDS[name] ?? 16_500 + at;
        return [
          oid,
          name,
          10,
          6,
          'en_US.utf8',
          'en_US.utf8',
          isTemplate,
          name !== 'template0',
          -1,
          1663,
          null,
          null,
          'c',
        ];
      }),
    ),
    relation('pg_namespace', 'oid:integer nspname nspowner:integer nspacl', [
      [SYSTEM, 'pg_catalog', 10, null],
      [PUBLIC, 'public', DATABASE_OWNER, null],
      [13_000, 'information_schema', 10, null],
    ]),
    relation('pg_roles', ROLE_COLUMNS, [
      [10, 'postgres', true, true, true, true, true, true, true, -1, '********', null, null],
      ...PREDEFINED.map(([oid, name]): Value[] => [
        oid,
        name,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        -1,
        '********',
        null,
        null,
      ]),
    ]),
    relation('pg_authid', ROLE_COLUMNS, [
      [10, 'postgres', true, true, true, true, true, true, true, -1, null, null, null],
    ]),
    relation('pg_auth_members', 'roleid:integer member:integer grantor:integer admin_option:boolean', []),
    relation('pg_user', 'usename usesysid:integer usecreatedb:boolean usesuper:boolean passwd', [
      ['postgres', 10, true, true, '********'],
    ]),
    relation('pg_shadow', 'usename usesysid:integer usecreatedb:boolean usesuper:boolean passwd', [
      ['postgres', 10, true, true, null],
    ]),
    relation(
      'pg_class',
      CLASS_COLUMNS,
      listed.map(({ name, oid, size, rows, columns }) => [
        oid,
        name,
        PUBLIC,
        oid + 100,
        10,
        2,
        oid,
        0,
        size / 8192,
        rows.length,
        0,
        true,
        false,
        'p',
        'r',
        columns.length,
        0,
        false,
        false,
        false,
        false,
        false,
        true,
        'd',
        false,
        0,
        null,
        null,
        null,
      ]),
    ),
    relation(
      'pg_attribute',
      'attrelid:integer attname atttypid:integer attlen:integer attnum:integer atttypmod:integer attnotnull:boolean atthasdef:boolean attisdropped:boolean attidentity attgenerated attcollation:integer attstorage attcompression attstattarget:integer attfdwoptions attacl attislocal:boolean attalign',
      listed.flatMap(({ oid, columns }) =>
        columns.map(({ name, type }, at) => [
          oid,
          name,
          TYPES[type].oid,
          TYPES[type].size,
          at + 1,
          -1,
          at === 0,
          false,
          false,
          '',
          '',
          0,
          TYPES[type].size < 0 ? 'x' : 'p',
          '',
          -1,
          null,
          null,
          true,
          'i',
        ]),
      ),
    ),
    relation(
      'pg_type',
      'oid:integer typname typnamespace:integer typowner:integer typlen:integer typtype typstorage typelem:integer typbasetype:integer typrelid:integer typcollation:integer',
      Object.values(TYPES_BY_OID).map(({ oid, name, size }) => [
        oid,
        name,
        SYSTEM,
        10,
        size,
        'b',
        size < 0 ? 'x' : 'p',
        0,
        0,
        0,
        0,
      ]),
    ),
    relation('pg_am', 'oid:integer amname amtype', [
      [2, 'heap', 't'],
      [403, 'btree', 'i'],
    ]),
    relation('pg_tablespace', 'oid:integer spcname spcowner:integer', [
      [1663, 'pg_default', 10],
      [1664, 'pg_global', 10],
    ]),
    relation('pg_extension', 'oid:integer extname extowner:integer extnamespace:integer extversion', [
      [13_500, 'plpgsql', 10, SYSTEM, '1.0'],
    ]),
    relation(
      'pg_tables',
      'schemaname tablename tableowner tablespace hasindexes:boolean',
      listed.map(({ name }) => ['public', name, 'postgres', null, true]),
    ),
    relation(
      'pg_stat_user_tables',
      'relid:integer schemaname relname seq_scan:integer n_live_tup:integer n_dead_tup:integer',
      listed.map(({ name, oid, rows }) => [oid, 'public', name, 412, rows.length, 0]),
    ),
    relation(
      'pg_stat_activity',
      'datid:integer datname pid:integer usename application_name client_addr state query',
      [],
    ),
    relation('pg_settings', 'name setting', [...SETTINGS]),
    ...[
      'pg_index',
      'pg_constraint',
      'pg_attrdef',
      'pg_inherits',
      'pg_proc',
      'pg_trigger',
      'pg_policy',
      'pg_collation',
      'pg_description',
      'pg_views',
      'pg_indexes',
      'pg_language',
      'pg_rewrite',
      'pg_publication',
      'pg_statistic_ext',
      'pg_publication_rel',
      'pg_publication_namespace',
      'pg_event_trigger',
      'pg_foreign_table',
      'pg_foreign_server',
    ].map((name) => relation(name, EMPTY[name] ?? 'oid:integer', [])),
  ];
  const standard: readonly Relation[] = [
    relation(
      'tables',
      'table_catalog table_schema table_name table_type',
      listed.map(({ name }) => [database, 'public', name, 'BASE TABLE']),
    ),
    relation(
      'columns',
      'table_catalog table_schema table_name column_name ordinal_position:integer is_nullable data_type',
      listed.flatMap(({ name: table, columns }) =>
        columns.map(({ name, type }, at): readonly Value[] => [
          database,
          'public',
          table,
          name,
          at + 1,
          'YES',
          TYPES[type].name,
        ]),
      ),
    ),
    relation(
      'schemata',
      'catalog_name schema_name schema_owner',
      ['public', 'information_schema', 'pg_catalog'].map((name) => [database, name, 'postgres']),
    ),
  ];
  const named = (schema: string, list: readonly Relation[]) =>
    list.map((one) => [`${schema}.${one.name}`, one] as const);
  const own = tables.map(relationOf);
  return new Map([
    ...named('public', own),
    ...named('pg_catalog', catalogue),
    ...named('information_schema', standard),
  ]);
}

/** Columns of catalogues that have no rows here, as far as shells name them. */
const EMPTY: Readonly<Record<string, string>> = {
  pg_index:
    'indexrelid:integer indrelid:integer indisprimary:boolean indisunique:boolean indisclustered:boolean indisvalid:boolean indisreplident:boolean indkey',
  pg_constraint:
    'oid:integer conname conrelid:integer confrelid:integer contype conindid:integer conparentid:integer condeferrable:boolean condeferred:boolean conkey confkey connamespace:integer',
  pg_attrdef: 'oid:integer adrelid:integer adnum:integer adbin',
  pg_inherits: 'inhrelid:integer inhparent:integer inhseqno:integer inhdetachpending:boolean',
  pg_proc:
    'oid:integer proname pronamespace:integer prorettype:integer proowner:integer prosrc prokind prolang:integer',
  pg_trigger:
    'oid:integer tgrelid:integer tgname tgfoid:integer tgenabled tgisinternal:boolean tgparentid:integer tgconstraint:integer tgdeferrable:boolean',
  pg_policy: 'oid:integer polname polrelid:integer polcmd polpermissive:boolean polroles polqual polwithcheck',
  pg_collation: 'oid:integer collname collnamespace:integer',
  pg_description: 'objoid:integer classoid:integer objsubid:integer description',
  pg_views: 'schemaname viewname viewowner definition',
  pg_indexes: 'schemaname tablename indexname tablespace indexdef',
  pg_statistic_ext: 'oid:integer stxrelid:integer stxname stxnamespace:integer stxkind stxstattarget:integer',
  pg_publication_rel: 'oid:integer prpubid:integer prrelid:integer prqual prattrs',
  pg_publication_namespace: 'oid:integer pnpubid:integer pnnspid:integer',
  pg_publication: 'oid:integer pubname puballtables:boolean',
};
