// Records after docs.aws.amazon.com/awscloudtrail/latest/userguide (the reference of record contents, console sign-in events, data
// events of S3 and DynamoDB), with the places that are told apart; further real ones are in panther-events.test.ts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { cloudtrail } from './cloudtrail.ts';

const HEAD = {
  eventVersion: '1.08',
  eventTime: '2026-11-29T20:37:03Z',
  awsRegion: 'eu-central-1',
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-cli/2.9.19',
  eventID: '7b1c2f0e-0000-4000-8000-000000000001',
  eventType: 'AwsApiCall',
  recipientAccountId: '123456789012',
};
const ADA = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLE',
  arn: 'arn:aws:iam::123456789012:user/ada',
  accountId: '123456789012',
  userName: 'ada',
};
const SAMPLES = {
  management: {
    ...HEAD,
    userIdentity: ADA,
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateAccessKey',
    requestParameters: { userName: 'eve' },
    responseElements: {},
  },
  refused: {
    ...HEAD,
    userIdentity: ADA,
    eventSource: 'secretsmanager.amazonaws.com',
    eventName: 'GetSecretValue',
    errorCode: 'AccessDenied',
    errorMessage: 'User: ada is not authorized',
    requestParameters: { secretId: 'prod/db' },
    resources: [{ ARN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/db' }],
  },
  object: {
    ...HEAD,
    userIdentity: ADA,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    eventCategory: 'Data',
    managementEvent: false,
    requestParameters: { bucketName: 'people', key: 'a/b.csv' },
    additionalEventData: { bytesTransferredIn: 0, bytesTransferredOut: 4406583 },
  },
  stranger: {
    ...HEAD,
    userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'anonymous' },
    eventSource: 's3.amazonaws.com',
    eventName: 'ListObjectsV2',
    requestParameters: { bucketName: 'people' },
  },
  rows: {
    ...HEAD,
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:i-0abc',
      arn: 'arn:aws:sts::123456789012:assumed-role/app/i-0abc',
      sessionContext: { sessionIssuer: { type: 'Role', userName: 'app' } },
    },
    eventSource: 'dynamodb.amazonaws.com',
    eventName: 'Scan',
    requestParameters: { tableName: 'people' },
  },
  policy: {
    ...HEAD,
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/Admin/ada@example.org' },
    eventSource: 's3.amazonaws.com',
    eventName: 'PutBucketPolicy',
    requestParameters: { bucketName: 'people' },
  },
  signIn: {
    ...HEAD,
    eventType: 'AwsConsoleSignIn',
    userIdentity: ADA,
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { MFAUsed: 'No' },
  },
  failedSignIn: {
    ...HEAD,
    eventType: 'AwsConsoleSignIn',
    userIdentity: { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS', accountId: '123456789012' },
    eventSource: 'signin.amazonaws.com',
    eventName: 'ConsoleLogin',
    errorMessage: 'No username found in supplied account',
    responseElements: { ConsoleLogin: 'Failure' },
  },
  root: {
    ...HEAD,
    userIdentity: { type: 'Root', arn: 'arn:aws:iam::123456789012:root', principalId: '123456789012' },
    eventSource: 'rds.amazonaws.com',
    eventName: 'ModifyDBSnapshotAttribute',
    requestParameters: { dBSnapshotIdentifier: 's' },
  },
  service: {
    ...HEAD,
    userIdentity: { type: 'AWSService', invokedBy: 'backup.amazonaws.com' },
    sourceIPAddress: 'backup.amazonaws.com',
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
  },
};
const read = (record: Fields) => cloudtrail.open().fromJson?.(record) ?? [];
const one = (name: keyof typeof SAMPLES): Fields => read(SAMPLES[name])[0] ?? {};
const userOf = (name: keyof typeof SAMPLES) => ((one(name).actor ?? {}) as { user?: Fields }).user?.name;

describe('CloudTrail', () => {
  it('tells management as API Activity, its own fields beside', () => {
    const event = one('management');
    assert.equal(event.type_uid, 600301);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 20, 37, 3));
    assert.equal(event.status_id, 1);
    assert.equal(event.eventName, 'CreateAccessKey');
    assert.deepEqual(event.api, { operation: 'CreateAccessKey', service: { name: 'iam.amazonaws.com' } });
    assert.deepEqual(event.cloud, { account: { uid: '123456789012' }, region: 'eu-central-1' });
    assert.deepEqual(event.resources, [{ name: 'eve' }]);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.deepEqual(event.logsource, { product: 'aws', category: 'application', service: 'cloudtrail' });
  });

  it('tells data events as Datastore Activity, with what went out', () => {
    const event = one('object');
    assert.equal(event.type_uid, 600501);
    assert.deepEqual(event.databucket, { name: 'people', file: { name: 'a/b.csv', type_id: 1 } });
    assert.deepEqual(event.unmapped, { bytes_returned: 4406583, command: 'GetObject' });
    assert.equal(one('rows').type_uid, 600504);
    assert.deepEqual(one('rows').table, { name: 'people' });
    assert.equal(one('stranger').activity_id, 8);
    assert.equal(one('policy').class_uid, 6003);
  });

  it('names who it was, in each form', () => {
    assert.equal(userOf('management'), 'ada');
    assert.equal(userOf('rows'), 'app');
    assert.equal(userOf('policy'), 'ada@example.org');
    assert.equal(userOf('root'), 'root');
    assert.equal(userOf('service'), 'backup.amazonaws.com');
    assert.equal(userOf('stranger'), undefined);
    assert.equal(one('stranger').unauthenticated, true);
    assert.equal(one('object').unauthenticated, false);
    assert.deepEqual(one('service').src_endpoint, { hostname: 'backup.amazonaws.com' });
  });

  it('tells sign-ins, and what was refused', () => {
    assert.deepEqual([one('signIn').type_uid, one('signIn').status_id], [300201, 1]);
    assert.deepEqual([one('failedSignIn').type_uid, one('failedSignIn').status_id], [300201, 2]);
    assert.equal(userOf('failedSignIn'), undefined);
    assert.deepEqual([one('refused').status_id, one('refused').status_code], [2, 'AccessDenied']);
  });

  it('is read from files, from EventBridge and in lower case', () => {
    assert.equal(read({ Records: [SAMPLES.management, SAMPLES.object, { x: 1 }] }).length, 2);
    assert.equal(read({ 'detail-type': 'AWS API Call via CloudTrail', detail: SAMPLES.signIn })[0]?.class_uid, 3002);
    const lower = Object.fromEntries(Object.entries(SAMPLES.refused).map(([key, value]) => [key.toLowerCase(), value]));
    assert.equal(read(lower)[0]?.eventName, 'GetSecretValue');
    assert.equal(read(lower)[0]?.status_id, 2);
  });

  it('throws at nothing, and is not seen in other records', () => {
    assert.equal(cloudtrail.open().fromJson?.({ eventName: 'x', eventSource: 'example.org' }), undefined);
    assert.equal(cloudtrail.open().fromJson?.({ Records: [] }), undefined);
    readsAnyJson(cloudtrail, [...Object.values(SAMPLES), { Records: Object.values(SAMPLES) }]);
  });
});
