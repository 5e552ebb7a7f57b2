// The tables in which Cassandra and ScyllaDB describe themselves, and their rows.
// SchemaKeyspace.java and SystemKeyspace.java in Cassandra's repository, docs/dev/system_keyspace.md in ScyllaDB's.
import type { Cell } from './cql.ts';
import { utf8 } from './text.ts';

/** Where the schema stands: since Cassandra 3.0, and before. */
export const CATALOGUES = [
  {
    keyspaces: 'SELECT keyspace_name FROM system_schema.keyspaces',
    columns: 'SELECT keyspace_name, table_name, column_name, type, kind, position FROM system_schema.columns',
  },
  {
    keyspaces: 'SELECT keyspace_name FROM system.schema_keyspaces',
    columns:
      'SELECT keyspace_name, columnfamily_name, column_name, validator, type, component_index FROM system.schema_columns',
  },
];
export const SIZES =
  'SELECT keyspace_name, table_name, partitions_count, mean_partition_size FROM system.size_estimates';

/** Keyspaces of the server itself, in Cassandra and ScyllaDB. A prefix would hide a keyspace of the owner's. */
export const OWN_KEYSPACES: ReadonlySet<string> = new Set([
  'system',
  'system_auth',
  'system_auth_v2',
  'system_cluster_metadata',
  'system_distributed',
  'system_distributed_everywhere',
  'system_metrics',
  'system_replicated_keys',
  'system_schema',
  'system_traces',
  'system_views',
  'system_virtual_schema',
]);

/** A column of a table. */
export interface SchemaRow {
  readonly keyspace: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isPartitionKey: boolean;
  readonly position: number;
}

export function schemaRow(cells: readonly Cell[]): SchemaRow {
  const [keyspace = '', table = '', name = '', type = '', kind = ''] = cells.slice(0, 5).map(textOf);
  return {
    keyspace,
    table,
    name,
    type: type.replaceAll('org.apache.cassandra.db.marshal.', ''),
    isPartitionKey: kind === 'partition_key',
    position: integerOf(cells[5]),
  };
}

/** Partitions of a table in one range of tokens. */
export interface SizeRow {
  readonly keyspace: string;
  readonly table: string;
  readonly partitions: number;
  readonly bytes: number;
}

export function sizeRow([keyspace, table, count, mean]: readonly Cell[]): SizeRow {
  const partitions = Math.max(0, integerOf(count));
  const bytes = partitions * Math.max(0, integerOf(mean));
  return { keyspace: textOf(keyspace) ?? '', table: textOf(table) ?? '', partitions, bytes };
}

/** Names as a list of values. A quote inside a name is doubled, so that a hostile name stays a name. */
export function within(keyspaces: readonly string[]): string {
  return `WHERE keyspace_name IN (${keyspaces.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')})`;
}

/** A name as an identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function textOf(cell: Cell): string | undefined {
  return cell && utf8(cell);
}

/** An int or a bigint; 0 where it is neither. */
function integerOf(cell: Cell): number {
  if (cell?.length !== 4 && cell?.length !== 8) return 0;
  const view = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  return cell.length === 4 ? view.getInt32(0) : Number(view.getBigInt64(0));
}
