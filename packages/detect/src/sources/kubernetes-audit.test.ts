// After kubernetes.io/docs/reference/config-api/apiserver-audit.v1 and the example of kubernetes.io/docs/tasks/debug/debug-cluster/audit;
// further real ones are in panther-events.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { kubernetesAudit } from './kubernetes-audit.ts';

const SECRETS: Fields = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  auditID: 'f6c6c9d5-8b7f-4f0f-9c80-95b4a0f1f5b1',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/namespaces/shop/secrets?limit=500',
  verb: 'list',
  user: { username: 'system:serviceaccount:shop:web', uid: 'u-1', groups: ['system:authenticated'] },
  sourceIPs: ['203.0.113.9', '10.0.0.3'],
  userAgent: 'kubectl/v1.25.4',
  objectRef: { resource: 'secrets', namespace: 'shop', apiVersion: 'v1' },
  responseStatus: { metadata: {}, code: 200 },
  requestReceivedTimestamp: '2026-11-29T20:37:03.123456Z',
  stageTimestamp: '2026-11-29T20:37:03.456789Z',
};
const REFUSED: Fields = {
  ...SECRETS,
  verb: 'create',
  user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
  objectRef: { resource: 'pods', namespace: 'shop', name: 'web-1', subresource: 'exec', apiGroup: '' },
  responseStatus: { status: 'Failure', reason: 'Forbidden', code: 403 },
  requestObject: {
    spec: {
      volumes: [{ name: 'root', hostPath: { path: '/' } }],
      containers: [{ securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }],
    },
  },
};
const AKS: Fields = {
  category: 'kube-audit',
  operationName: 'Microsoft.ContainerService/managedClusters/diagnosticLogs/Read',
  properties: { log: JSON.stringify(SECRETS) },
};
const read = (record: Fields) => kubernetesAudit.open().fromJson?.(record)?.[0] ?? {};

describe("Kubernetes' audit", () => {
  it('becomes API Activity, its own fields beside', () => {
    const event = read(SECRETS);
    assert.equal(event.type_uid, 600302);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 20, 37, 3, 123));
    assert.deepEqual(event.api, { operation: 'list secrets', service: { name: 'core' } });
    assert.deepEqual(event.actor, { user: { name: 'system:serviceaccount:shop:web', uid: 'u-1' } });
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.deepEqual(event.resources, [{ name: 'shop/secrets' }]);
    assert.deepEqual(event.objectRef, SECRETS.objectRef);
    assert.equal(event.verb, 'list');
    assert.equal(event.unauthenticated, false);
  });

  it('tells who was nobody, what was refused, and what a pod asks for', () => {
    const event = read(REFUSED);
    assert.deepEqual([event.status_id, event.status_code, event.unauthenticated], [2, '403', true]);
    assert.deepEqual(event.hostPath, ['/']);
    assert.deepEqual(event.capabilities, ['SYS_ADMIN']);
    assert.deepEqual(event.api, { operation: 'create pods/exec', service: { name: 'core' } });
  });

  it('is read in lists and in the envelope of Azure', () => {
    assert.equal(kubernetesAudit.open().fromJson?.({ kind: 'EventList', items: [SECRETS, REFUSED] })?.length, 2);
    assert.equal(read(AKS).verb, 'list');
  });

  it('throws at nothing, and is not seen in plain events of Kubernetes', () => {
    const plain = { kind: 'Event', apiVersion: 'v1', reason: 'Killing', involvedObject: { kind: 'Pod' } };
    assert.equal(kubernetesAudit.open().fromJson?.(plain), undefined);
    readsAnyJson(kubernetesAudit, [SECRETS, REFUSED, AKS]);
  });
});
