// After cloud.google.com/logging/docs/audit/understanding-audit-logs, …/bigquery/docs/reference/auditlogs, …/storage/docs/audit-logging,
// …/sql/docs/postgres/pg-audit and Workspace's login audit; further real ones are in panther-events.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { gcpAudit } from './gcp-audit.ts';

const entry = (log: string, payload: Fields): Fields => ({
  insertId: '1a2b3c4d5e6f',
  logName: `projects/shop/logs/cloudaudit.googleapis.com%2F${log}`,
  timestamp: '2026-11-29T20:37:03.123456Z',
  receiveTimestamp: '2026-11-29T20:37:04Z',
  resource: { type: 'project', labels: { project_id: 'shop', location: 'eu' } },
  severity: 'NOTICE',
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    authenticationInfo: { principalEmail: 'ada@example.org' },
    requestMetadata: { callerIp: '203.0.113.9', callerSuppliedUserAgent: 'gcloud/548' },
    status: {},
    ...payload,
  },
});
const SAMPLES = {
  admin: entry('activity', {
    serviceName: 'iam.googleapis.com',
    methodName: 'google.iam.admin.v1.CreateServiceAccountKey',
    resourceName: 'projects/-/serviceAccounts/1',
  }),
  refused: entry('activity', {
    serviceName: 'compute.googleapis.com',
    methodName: 'v1.compute.firewalls.delete',
    resourceName: 'projects/shop/global/firewalls/f',
    status: { code: 7, message: 'PERMISSION_DENIED' },
  }),
  object: entry('data_access', {
    serviceName: 'storage.googleapis.com',
    methodName: 'storage.objects.get',
    resourceName: 'projects/_/buckets/people/objects/a/b.csv',
  }),
  stranger: entry('data_access', {
    serviceName: 'storage.googleapis.com',
    methodName: 'storage.objects.list',
    resourceName: 'projects/_/buckets/people',
    authenticationInfo: {},
  }),
  query: entry('data_access', {
    serviceName: 'bigquery.googleapis.com',
    methodName: 'google.cloud.bigquery.v2.JobService.InsertJob',
    resourceName: 'projects/shop/jobs/j1',
    metadata: {
      '@type': 'type.googleapis.com/google.cloud.audit.BigQueryAuditMetadata',
      jobChange: {
        job: {
          jobConfig: {
            type: 'QUERY',
            queryConfig: { query: "SELECT * FROM crm.people WHERE mail = 'eve@example.org'" },
          },
          jobStats: { queryStats: { totalProcessedBytes: '1048576', outputRowCount: '7' } },
        },
      },
    },
  }),
  table: entry('data_access', {
    serviceName: 'bigquery.googleapis.com',
    methodName: 'google.cloud.bigquery.v2.TableDataService.List',
    resourceName: 'projects/shop/datasets/crm/tables/people',
    metadata: { tableDataRead: { reason: 'TABLEDATA_LIST_REQUEST' } },
  }),
  pgaudit: entry('data_access', {
    serviceName: 'cloudsql.googleapis.com',
    methodName: 'cloudsql.instances.query',
    resourceName: 'projects/shop/instances/db1',
    request: {
      '@type': 'type.googleapis.com/google.cloud.sql.audit.v1.PgAuditEntry',
      statement: 'DROP TABLE people',
      user: 'app',
      database: 'crm',
      command: 'DROP TABLE',
    },
  }),
  signIn: entry('data_access', {
    serviceName: 'login.googleapis.com',
    methodName: 'google.login.LoginService.loginSuccess',
  }),
  failedSignIn: entry('data_access', {
    serviceName: 'login.googleapis.com',
    methodName: 'google.login.LoginService.loginFailure',
  }),
};
const read = (name: keyof typeof SAMPLES) => gcpAudit.open().fromJson?.(SAMPLES[name])?.[0] ?? {};

describe('audit logs of Google Cloud', () => {
  it('tell administration as API Activity, their own fields beside', () => {
    const event = read('admin');
    assert.equal(event.type_uid, 600301);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 20, 37, 3, 123));
    assert.deepEqual(event.actor, { user: { name: 'ada@example.org' } });
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.equal(event['gcp.audit.method_name'], 'google.iam.admin.v1.CreateServiceAccountKey');
    assert.equal(event.severity, 'NOTICE');
    assert.deepEqual(
      [read('refused').status_id, read('refused').status_code, read('refused').activity_id],
      [2, '7', 4],
    );
  });

  it('tell access to objects and tables as Datastore Activity', () => {
    assert.deepEqual(read('object').databucket, { name: 'people', file: { name: 'a/b.csv', type_id: 1 } });
    assert.equal(read('object').type_uid, 600501);
    assert.equal(read('stranger').type_uid, 600508);
    assert.equal((read('stranger').actor as Fields | undefined)?.user, undefined);
    assert.deepEqual(read('table').table, { name: 'crm.people' });
    assert.deepEqual(read('table').database, { name: 'crm', type_id: 1 });
  });

  it('read statements, and keep what is stored without their values', () => {
    const event = read('query');
    const { rows_returned: rows, bytes_read: bytes, verb, tables } = event.unmapped as Fields;
    assert.deepEqual([rows, bytes, verb, tables], [7, 1048576, 'SELECT', ['crm.people']]);
    assert.match(String(event.query), /eve@/);
    assert.doesNotMatch(JSON.stringify(event.query_info), /eve@/);
    assert.deepEqual((read('pgaudit').actor as Fields).user, { name: 'app' });
    assert.equal((read('pgaudit').unmapped as Fields).verb, 'DROP');
  });

  it('tell sign-ins', () => {
    assert.deepEqual([read('signIn').type_uid, read('signIn').status_id], [300201, 1]);
    assert.deepEqual([read('failedSignIn').type_uid, read('failedSignIn').status_id], [300201, 2]);
  });

  it('throw at nothing, and are not seen in other entries', () => {
    assert.equal(gcpAudit.open().fromJson?.({ insertId: 'x', textPayload: 'y' }), undefined);
    assert.equal(
      gcpAudit
        .open()
        .fromJson?.({ protoPayload: { '@type': 'type.googleapis.com/google.appengine.logging.v1.RequestLog' } }),
      undefined,
    );
    readsAnyJson(gcpAudit, Object.values(SAMPLES));
  });
});
