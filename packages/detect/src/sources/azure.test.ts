// After learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema, …/storage/blobs/monitor-blob-storage-reference,
// …/azure-sql/database/audit-log-format and …/entra/identity/monitoring-health; further real ones are in panther-events.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { SOURCES } from './index.ts';

const STORE = '/subscriptions/s1/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/shop';
const TENANT = '/tenants/t1/providers/Microsoft.aadiam';
const AT = '2026-11-29T20:37:03.1234567Z';
const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';
const SAMPLES = {
  activity: {
    time: AT,
    resourceId: STORE,
    operationName: 'Microsoft.Storage/storageAccounts/listKeys/action',
    category: 'Administrative',
    resultType: 'Success',
    resultSignature: 'Succeeded.OK',
    callerIpAddress: '203.0.113.9',
    identity: {
      claims: { [UPN]: 'ada@example.org', 'http://schemas.microsoft.com/identity/claims/objectidentifier': 'o1' },
    },
    location: 'global',
  },
  failed: {
    time: AT,
    resourceId: STORE,
    operationName: 'Microsoft.Storage/storageAccounts/delete',
    category: 'Administrative',
    resultType: 'Failure',
    resultSignature: 'Failed.Forbidden',
    callerIpAddress: '203.0.113.9',
  },
  api: {
    eventTimestamp: AT,
    resourceId: STORE,
    operationName: {
      value: 'Microsoft.Storage/storageAccounts/write',
      localizedValue: 'Create/Update Storage Account',
    },
    category: { value: 'Administrative' },
    status: { value: 'Succeeded' },
    caller: 'ada@example.org',
    httpRequest: { clientIpAddress: '203.0.113.9' },
    eventDataId: 'e1',
  },
  row: {
    TimeGenerated: AT,
    OperationNameValue: 'MICROSOFT.SQL/SERVERS/FIREWALLRULES/WRITE',
    CategoryValue: 'Administrative',
    ResourceId: '/subscriptions/s1/resourcegroups/g/providers/microsoft.sql/servers/db1',
    ActivityStatusValue: 'Success',
    Caller: 'ada@example.org',
    CallerIpAddress: '203.0.113.9',
    Type: 'AzureActivity',
  },
  blob: {
    time: AT,
    resourceId: `${STORE}/blobServices/default`,
    category: 'StorageRead',
    operationName: 'GetBlob',
    statusCode: 200,
    statusText: 'Success',
    durationMs: 12,
    callerIpAddress: '203.0.113.9:52430',
    correlationId: 'c1',
    identity: { type: 'OAuth', requester: { objectId: 'o1', upn: 'ada@example.org' } },
    properties: {
      accountName: 'shop',
      userAgentHeader: 'azsdk',
      responseBodySize: 4406583,
      objectKey: '/shop/people/a/b.csv',
    },
    uri: 'https://shop.blob.core.windows.net/people/a/b.csv',
  },
  open: {
    time: AT,
    resourceId: `${STORE}/blobServices/default`,
    category: 'StorageRead',
    operationName: 'ListBlobs',
    statusCode: 200,
    callerIpAddress: '203.0.113.9:52430',
    identity: { type: 'Anonymous' },
    uri: 'https://shop.blob.core.windows.net/people?restype=container&comp=list',
  },
  denied: {
    time: AT,
    resourceId: `${STORE}/blobServices/default`,
    category: 'StorageDelete',
    operationName: 'DeleteBlob',
    statusCode: 403,
    statusText: 'AuthorizationFailure',
    callerIpAddress: '203.0.113.9:52430',
    identity: { type: 'SAS' },
  },
  signIn: {
    time: AT,
    resourceId: TENANT,
    operationName: 'Sign-in activity',
    category: 'SignInLogs',
    resultType: '0',
    callerIpAddress: '203.0.113.9',
    properties: {
      id: 'i1',
      userPrincipalName: 'ada@example.org',
      userId: 'o1',
      clientAppUsed: 'Browser',
      authenticationProtocol: 'deviceCode',
      authenticationRequirement: 'singleFactorAuthentication',
      deviceDetail: { deviceId: '' },
      networkLocationDetails: [],
    },
  },
  failedSignIn: {
    time: AT,
    resourceId: TENANT,
    operationName: 'Sign-in activity',
    category: 'SignInLogs',
    resultType: '50126',
    resultDescription: 'Invalid username or password',
    callerIpAddress: '203.0.113.9',
    properties: { userPrincipalName: 'ada@example.org' },
  },
  oneMoreStep: {
    time: AT,
    resourceId: TENANT,
    operationName: 'Sign-in activity',
    category: 'SignInLogs',
    resultType: '50076',
    properties: { userPrincipalName: 'ada@example.org' },
  },
  audit: {
    time: AT,
    resourceId: TENANT,
    operationName: 'Add member to role',
    category: 'AuditLogs',
    callerIpAddress: '10.0.0.1',
    properties: {
      result: 'success',
      category: 'RoleManagement',
      activityDisplayName: 'Add member to role',
      loggedByService: 'Core Directory',
      initiatedBy: { user: { userPrincipalName: 'ada@example.org', ipAddress: '203.0.113.9' } },
      targetResources: [{ userPrincipalName: 'eve@example.org', modifiedProperties: [] }],
    },
  },
  sql: {
    time: AT,
    resourceId: '/SUBSCRIPTIONS/s1/RESOURCEGROUPS/g/PROVIDERS/MICROSOFT.SQL/SERVERS/db1/DATABASES/crm',
    category: 'SQLSecurityAuditEvents',
    operationName: 'AuditEvent',
    properties: {
      action_name: 'BATCH COMPLETED',
      succeeded: 'true',
      server_principal_name: 'app',
      client_ip: '203.0.113.9',
      database_name: 'crm',
      statement: "DELETE FROM people WHERE mail = 'eve@example.org'",
      affected_rows: 3,
      response_rows: 0,
    },
  },
} satisfies Record<string, Fields>;

function read(record: Fields): readonly Fields[] {
  for (const source of SOURCES) {
    const events = source.open().fromJson?.(record);
    if (events !== undefined) return events;
  }
  return [];
}
const one = (name: keyof typeof SAMPLES): Fields => read(SAMPLES[name])[0] ?? {};
const userOf = (name: keyof typeof SAMPLES) => ((one(name).actor ?? {}) as { user?: Fields }).user?.name;

describe("Azure's logs", () => {
  it('of activity become API Activity in each of their forms', () => {
    for (const name of ['activity', 'api', 'row'] as const) {
      const event = one(name);
      assert.equal(event.class_uid, 6003, name);
      assert.equal(event.status_id, 1, name);
      assert.equal(event.time, Date.UTC(2026, 10, 29, 20, 37, 3, 123), name);
      assert.equal(userOf(name), 'ada@example.org', name);
      assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' }, name);
      assert.equal(event.operationName, event.OperationNameValue, name);
    }
    assert.equal(one('activity').activity_id, 2);
    assert.deepEqual(
      [one('failed').activity_id, one('failed').status_id, one('failed').status_code],
      [4, 2, 'Failed.Forbidden'],
    );
  });

  it('of storage become Datastore Activity, with the reader, the object and the bytes', () => {
    const event = one('blob');
    assert.equal(event.type_uid, 600501);
    assert.deepEqual(event.databucket, { name: 'people', file: { name: 'a/b.csv', type_id: 1 } });
    assert.equal((event.unmapped as Fields).bytes_returned, 4406583);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9', port: 52430 });
    assert.equal(userOf('blob'), 'ada@example.org');
    assert.equal(userOf('denied'), 'SAS');
    assert.equal(userOf('open'), undefined);
    assert.deepEqual(
      [one('open').unauthenticated, one('open').type_uid, one('open').databucket],
      [true, 600508, { name: 'people' }],
    );
    assert.deepEqual(
      [one('denied').type_uid, one('denied').status_id, one('denied').status_code],
      [600507, 2, 'AuthorizationFailure'],
    );
  });

  it('of sign-ins tell success, failure, and what wants one more step', () => {
    assert.deepEqual([one('signIn').type_uid, one('signIn').status_id], [300201, 1]);
    assert.deepEqual([one('failedSignIn').status_id, one('failedSignIn').status_code], [2, '50126']);
    assert.equal(one('oneMoreStep').status_id, 0);
    assert.equal(userOf('failedSignIn'), 'ada@example.org');
    assert.equal(one('signIn').NetworkLocationDetails, '[]');
    assert.equal(one('signIn')['properties.message'], 'Device Code');
  });

  it('of the directory tell who changed what, from where that person was', () => {
    const event = one('audit');
    assert.equal(event.type_uid, 600301);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.deepEqual(event.resources, [{ name: 'eve@example.org' }]);
    assert.equal(event.Category, 'RoleManagement');
  });

  it('of SQL are read as statements', () => {
    const event = one('sql');
    assert.equal(event.type_uid, 600507);
    assert.equal(userOf('sql'), 'app');
    const { rows_written: rows, verb } = event.unmapped as Fields;
    assert.deepEqual([rows, verb], [3, 'DELETE']);
    assert.doesNotMatch(JSON.stringify(event.query_info), /eve@/);
  });

  it('come in batches, of one kind or of several', () => {
    assert.equal(read({ records: [SAMPLES.activity, SAMPLES.failed] }).length, 2);
    const mixed = read({ records: [SAMPLES.blob, SAMPLES.signIn, SAMPLES.activity] });
    assert.deepEqual(
      mixed.map((event) => event.class_uid),
      [6005, 3002, 6003],
    );
  });

  for (const source of SOURCES.filter(({ name }) => name.startsWith('azure-'))) {
    it(`throw at nothing: ${source.name}`, () =>
      readsAnyJson(source, [...Object.values(SAMPLES), { records: Object.values(SAMPLES) }]));
  }
});
