// What the cluster says of things that this one does not use, or tells in passing: the licence, templates, pipelines, tasks.
import { CLUSTER, NODE } from './cluster.ts';

const NODE_ID = 'pZ4J0cKXQHqk6Yp3h5mT2A';

/** By the path, without the slash at its begin. */
const STATICS: Readonly<Record<string, unknown>> = {
  _license: {
    license: {
      status: 'active',
      uid: '5b3f6ad2-6f44-4f0f-9a0c-2b1f4d1a7e10',
      type: 'basic',
      issue_date: '2026-03-02T09:14:51.112Z',
      issue_date_in_millis: 1_772_442_891_112,
      max_nodes: 1000,
      max_resource_units: null,
      issued_to: CLUSTER,
      issuer: 'elasticsearch',
      start_date_in_millis: -1,
    },
  },
  _template: {},
  _index_template: { index_templates: [] },
  _component_template: { component_templates: [] },
  '_ingest/pipeline': {},
  '_ilm/policy': {},
  '_slm/policy': {},
  '_remote/info': {},
  _snapshot: {},
  '_snapshot/_all': {},
  _tasks: {
    nodes: {
      [NODE_ID]: {
        name: NODE,
        transport_address: '10.0.3.9:9300',
        host: '10.0.3.9',
        ip: '10.0.3.9:9300',
        roles: ['data', 'ingest', 'master'],
        tasks: {},
      },
    },
  },
  '_cluster/settings': { persistent: {}, transient: {} },
  '_cluster/pending_tasks': { tasks: [] },
  _data_stream: { data_streams: [] },
  _transform: { count: 0, transforms: [] },
};

export function staticAnswer(path: string): unknown {
  const name = path.replace(/^\/+|\/+$/g, '');
  return Object.hasOwn(STATICS, name) ? STATICS[name] : undefined;
}
