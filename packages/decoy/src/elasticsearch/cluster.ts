// What the cluster tells of itself and of its indices: the greeting, lists, health, nodes, mappings.
import { createHash } from 'node:crypto';
import type { Honey } from '../honey/honey.ts';
import type { HttpRequest } from '../http/request.ts';
import { bytesText, catRow, type Index } from './indices.ts';

const VERSION = '7.17.9';
export const NODE = 'es-node-1';
export const CLUSTER = 'shop-prod';

export function greeting(honey: Honey): unknown {
  const uuid = createHash('sha256').update(`cluster ${honey.tables[0]?.rows[1]?.[1]}`).digest('base64url').slice(0, 22);
  return {
    name: NODE,
    cluster_name: CLUSTER,
    cluster_uuid: uuid,
    version: {
      number: VERSION,
      build_flavor: 'default',
      build_type: 'docker',
      build_hash: 'ef48222227ee6b9e70e502f0f0daa52435ee634d',
      build_date: '2023-01-31T05:34:43.305517834Z',
      build_snapshot: false,
      lucene_version: '8.11.1',
      minimum_wire_compatibility_version: '6.8.0',
      minimum_index_compatibility_version: '6.0.0-beta1',
    },
    tagline: 'You Know, for Search',
  };
}

export const XPACK = {
  build: { hash: 'ef48222227ee6b9e70e502f0f0daa52435ee634d', date: '2023-01-31T05:34:43.305517834Z' },
  license: { uid: '5b3f6ad2-6f44-4f0f-9a0c-2b1f4d1a7e10', type: 'basic', mode: 'basic', status: 'active' },
  features: {
    security: { available: true, enabled: false },
    ml: { available: false, enabled: true },
    watcher: { available: false, enabled: true },
    sql: { available: true, enabled: true },
  },
  tagline: 'You know, for X',
};

export function health(indices: readonly Index[]): unknown {
  return {
    cluster_name: CLUSTER,
    status: 'yellow',
    timed_out: false,
    number_of_nodes: 1,
    number_of_data_nodes: 1,
    active_primary_shards: indices.length,
    active_shards: indices.length,
    relocating_shards: 0,
    initializing_shards: 0,
    unassigned_shards: indices.length,
    delayed_unassigned_shards: 0,
    number_of_pending_tasks: 0,
    task_max_waiting_in_queue_millis: 0,
    active_shards_percent_as_number: 50,
  };
}

export function nodes(): unknown {
  const node = {
    name: NODE,
    transport_address: '10.0.3.9:9300',
    host: '10.0.3.9',
    ip: '10.0.3.9',
    version: VERSION,
    roles: ['data', 'ingest', 'master'],
  };
  return {
    _nodes: { total: 1, successful: 1, failed: 0 },
    cluster_name: CLUSTER,
    nodes: { pZ4J0cKXQHqk6Yp3h5mT2A: node },
  };
}

export function stats(indices: readonly Index[]): unknown {
  const documents = indices.reduce((sum, one) => sum + one.documents.length, 0);
  const size = indices.reduce((sum, one) => sum + one.bytes, 0);
  return {
    cluster_name: CLUSTER,
    status: 'yellow',
    indices: { count: indices.length, docs: { count: documents, deleted: 0 }, store: { size_in_bytes: size } },
    nodes: { count: { total: 1 }, versions: [VERSION] },
  };
}

/** A `_cat` table in its columns, or as JSON; undefined where there is none of this name. */
export function cat(what: string, indices: readonly Index[], request: HttpRequest): string | undefined {
  const rows = catRows(what, indices, request.query.get('bytes') === 'b');
  if (!rows) return undefined;
  const wanted = request.query.get('h')?.split(',');
  const shown = rows.map((row) =>
    wanted
      ? Object.fromEntries(wanted.flatMap((name) => (Object.hasOwn(row, name) ? [[name, row[name] ?? '']] : [])))
      : row,
  );
  if (request.query.get('format') === 'json') return JSON.stringify(shown);
  const names = Object.keys(shown[0] ?? {});
  const lines = [
    ...(request.query.has('v') ? [names] : []),
    ...shown.map((row) => names.map((name) => row[name] ?? '')),
  ];
  const widths = names.map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)));
  return lines.map((line) => `${line.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' ')}\n`).join('');
}

function catRows(
  what: string,
  indices: readonly Index[],
  inBytes: boolean,
): Readonly<Record<string, string>>[] | undefined {
  switch (what) {
    case 'indices':
      return indices.map((one) => catRow(one, inBytes));
    case 'health':
      return [
        { cluster: CLUSTER, status: 'yellow', 'node.total': '1', 'node.data': '1', shards: String(indices.length) },
      ];
    case 'nodes':
      return [
        {
          ip: '10.0.3.9',
          'heap.percent': '41',
          'ram.percent': '87',
          cpu: '3',
          load_1m: '0.21',
          'node.role': 'dim',
          master: '*',
          name: NODE,
        },
      ];
    case 'count':
      return [{ count: String(indices.reduce((sum, one) => sum + one.documents.length, 0)) }];
    case 'shards':
      return indices.map((one) => ({
        index: one.name,
        shard: '0',
        prirep: 'p',
        state: 'STARTED',
        docs: String(one.documents.length),
        store: bytesText(one.bytes),
        ip: '10.0.3.9',
        node: NODE,
      }));
    case 'master':
      return [{ id: 'pZ4J0cKXQHqk6Yp3h5mT2A', host: '10.0.3.9', ip: '10.0.3.9', node: NODE }];
    case 'allocation':
      return [
        {
          shards: String(indices.length),
          'disk.indices': '1.1mb',
          'disk.used': '38.1gb',
          'disk.avail': '38.3gb',
          'disk.total': '76.4gb',
          'disk.percent': '49',
          host: '10.0.3.9',
          ip: '10.0.3.9',
          node: NODE,
        },
      ];
    case 'pending_tasks':
    case 'recovery':
    case 'repositories':
    case 'tasks':
    case 'plugins':
    case 'aliases':
    case 'templates':
      return [];
    default:
      return undefined;
  }
}
