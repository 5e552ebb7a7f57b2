// The tables and functions of the decoy ClickHouse: the honey tables, and as much of `system` as visitors ask.
import { type Catalogue, type Relation, relation, type SqlFunction, type SqlType } from '../sql/catalogue.ts';
import { scalars } from '../sql/scalars.ts';
import { createShops, relationOf, type Shop, type ShopTable } from '../sql/shop.ts';
import { type About, systemOf, uuidOf } from './system.ts';
import { SETTINGS, VERSION } from './told.ts';
import { TYPES } from './types.ts';

export const DATABASE = 'default';
export const HOST = 'clickhouse-01';

/** What visitors changed, shared by both ports. */
export const shops = createShops(DATABASE, [DATABASE, 'INFORMATION_SCHEMA', 'information_schema', 'system']);

export function catalogueOf(about: About): Catalogue {
  const { honey, now, since, database: current } = about;
  const one = (type: SqlType, run: SqlFunction['run']): SqlFunction => ({ type, run });
  const own: ReadonlyMap<string, SqlFunction> = new Map(
    Object.entries({
      version: one('text', () => VERSION),
      timezone: one('text', () => 'UTC'),
      servertimezone: one('text', () => 'UTC'),
      hostname: one('text', () => HOST),
      fqdn: one('text', () => 'clickhouse-01.internal'),
      currentuser: one('text', () => 'default'),
      user: one('text', () => 'default'),
      currentdatabase: one('text', () => current),
      database: one('text', () => current),
      uptime: one('integer', () => 1_209_600 + Math.floor((now - since) / 1000)),
      now: one('time', () => new Date(now).toISOString().slice(0, 19).replace('T', ' ')),
      today: one('text', () => new Date(now).toISOString().slice(0, 10)),
      serveruuid: one('uuid', () => uuidOf('server', honey)),
      formatreadablesize: one('text', ([bytes = 0]) => `${(Number(bytes) / 1024).toFixed(2)} KiB`),
      formatreadablequantity: one('text', ([number = 0]) => String(number)),
      displayname: one('text', () => HOST),
      tcpport: one('small', () => 9000),
      revision: one('integer', () => 54_477),
      _cast: one('big', ([value = null]) => value),
      isnull: one('boolean', ([value = null]) => value === null),
      getsetting: one('text', ([name = '']) => SETTINGS.find(([known]) => known === name)?.[1] ?? ''),
    }),
  );
  const relations = relationsOf(about);
  return {
    hasCase: true,
    scalar: (name) => own.get(name) ?? scalars.get(name),
    relation: (path) => {
      const [name = '', database = current] = [...path].reverse();
      return relations.get(
        `${database.toLowerCase() === 'information_schema' ? 'information_schema' : database}.${name}`,
      );
    },
  };
}

/** The table of a name, as the visitor sees it. */
export function tableOf({ tables }: Shop, path: readonly string[], current: string): ShopTable | undefined {
  const [name, database = current] = [...path].reverse();
  return tables.find((one) => one.name === name && one.database === database);
}

function relationsOf(about: About): ReadonlyMap<string, Relation> {
  const { shop } = about;
  const numbers = Array.from({ length: 1000 }, (_, number) => [number]);
  const named = (database: string, list: readonly Relation[]) =>
    list.map((one) => [`${database}.${one.name}`, one] as const);
  return new Map([
    ...shop.tables.map((one) => [`${one.database}.${one.name}`, relationOf(one)] as const),
    ...named('system', [...systemOf(about), relation('numbers', 'number:big', numbers)]),
    ...named('information_schema', standardOf(shop)),
  ]);
}

function standardOf({ tables, databases }: Shop): readonly Relation[] {
  return [
    relation(
      'tables',
      'table_catalog table_schema table_name table_type',
      tables.map(({ name, database }) => [database, database, name, 'BASE TABLE']),
    ),
    relation(
      'columns',
      'table_catalog table_schema table_name column_name data_type ordinal_position:big',
      tables.flatMap(({ database, name: table, columns }) =>
        columns.map(({ name, type }, at) => [database, database, table, name, TYPES[type], at + 1]),
      ),
    ),
    relation(
      'schemata',
      'catalog_name schema_name schema_owner',
      databases.map((name) => [name, name, 'default']),
    ),
  ];
}
