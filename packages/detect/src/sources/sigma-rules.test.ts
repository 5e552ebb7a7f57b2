// SigmaHQ's own rules fire on records of the logs that they are written for, as these readers give them. Each line names a rule of the
// corpus (DRL 1.1, authors in the rules) and a record: of the readers' tests, or after the reference that the rule names.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { fires } from '../../testing/rules.ts';
import type { Fields } from '../events/event.ts';
import { SOURCES } from './index.ts';

const PATH = fileURLToPath(new URL('../../../../../shared/corpora/detect/sigma-rules.ndjson.gz', import.meta.url));
const absent = existsSync(PATH) ? false : '../shared/corpora/detect is not beside the repository';
const rules = new Map<string, string>(
  absent
    ? []
    : gunzipSync(readFileSync(PATH))
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line): [string, string] => {
          const { path, yaml } = JSON.parse(line);
          return [String(path).split('/').at(-1)?.replace('.yml', '') ?? '', yaml];
        }),
);

/** The events of a record, by the first reader that knows it. */
function eventsOf(record: string | Fields): readonly Fields[] {
  for (const source of SOURCES) {
    const reader = source.open(undefined, () => Date.UTC(2026, 10, 29, 23));
    const events = typeof record === 'string' ? reader.fromText?.(record) : reader.fromJson?.(record);
    if (events !== undefined) return events;
  }
  return [];
}

const web = (request: string, more = '200 2 "-" "curl/7.88.1"') =>
  `203.0.113.9 - - [29/Nov/2026:20:37:03 +0000] "${request} HTTP/1.1" ${more}`;
const aws = (source: string, name: string, more: Fields = {}): Fields => ({
  eventVersion: '1.08',
  eventTime: '2026-11-29T20:37:03Z',
  eventSource: `${source}.amazonaws.com`,
  eventName: name,
  sourceIPAddress: '203.0.113.9',
  userIdentity: { type: 'IAMUser', userName: 'ada', arn: 'arn:aws:iam::123456789012:user/ada' },
  ...more,
});
const azure = (operationName: string, category: string, properties: Fields = {}, more: Fields = {}): Fields => ({
  time: '2026-11-29T20:37:03Z',
  resourceId: '/subscriptions/1/resourceGroups/g/providers/x',
  tenantId: 't',
  operationName,
  category,
  properties,
  ...more,
});
const gcp = (methodName: string, more: Fields = {}): Fields => ({
  insertId: 'i',
  logName: 'projects/p/logs/cloudaudit.googleapis.com%2Factivity',
  timestamp: '2026-11-29T20:37:03Z',
  protoPayload: { '@type': 'type.googleapis.com/google.cloud.audit.AuditLog', methodName, ...more },
});
const k8s = (verb: string, objectRef: Fields, more: Fields = {}): Fields => ({
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  auditID: 'f6c6c9d5-8b7f-4f0f-9c80-95b4a0f1f5b1',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/x',
  verb,
  user: { username: 'ada' },
  sourceIPs: ['203.0.113.9'],
  objectRef,
  responseStatus: { code: 200 },
  ...more,
});
const okta = (eventType: string, more: Fields = {}): Fields => ({
  uuid: 'u',
  published: '2026-11-29T20:37:03.000Z',
  eventType,
  actor: { alternateId: 'ada@example.org', id: '00u1', type: 'User' },
  client: { ipAddress: '203.0.113.9' },
  outcome: { result: 'SUCCESS' },
  ...more,
});
const haproxyLine = (request: string) =>
  `203.0.113.9:47182 [29/Nov/2026:22:05:18.885] web pages/nginx1 0/0/0/0/0 200 283 - - ---- 1/1/0/0/0 0/0 "${request} HTTP/1.1"`;

const CASES: readonly (readonly [rule: string, record: string | Fields])[] = [
  ['web_sql_injection_in_access_logs', web("GET /item?id=1'%20UNION%20ALL%20SELECT%20null--")],
  ['web_sql_injection_in_access_logs', haproxyLine("GET /item?id=1'%20UNION%20ALL%20SELECT%20null--")],
  ['web_path_traversal_exploitation_attempt', web('GET /a?f=../../../../etc/passwd')],
  ['web_xss_in_access_logs', web('GET /a?q=%3Cscript%3Ealert(1)%3C/script%3E')],
  ['web_susp_useragents', web('GET /', '200 2 "-" "sqlmap/1.7#stable (https://sqlmap.org)"')],
  ['web_source_code_enumeration', web('GET /.git/config')],
  [
    'proxy_hktl_cobalt_strike_malleable_c2_requests',
    web(
      'POST http://www.amazon.com/N4215/adj/amzn.us.sr.aps',
      '200 2 "-" "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko"',
    ),
  ],
  ['proxy_ua_hacktool', web('GET http://a.example/', '200 2 "-" "sqlmap/1.7"')],
  ['aws_cloudtrail_disable_logging', aws('cloudtrail', 'StopLogging')],
  [
    'aws_root_account_usage',
    aws('signin', 'ConsoleLogin', { userIdentity: { type: 'Root' }, eventType: 'AwsConsoleSignIn' }),
  ],
  ['aws_snapshot_backup_exfiltration', aws('ec2', 'ModifySnapshotAttribute')],
  ['aws_s3_data_management_tampering', aws('s3', 'PutBucketLogging')],
  [
    'aws_rds_public_db_restore',
    aws('rds', 'RestoreDBInstanceFromDBSnapshot', { responseElements: { publiclyAccessible: true } }),
  ],
  ['aws_enum_buckets', aws('s3', 'ListBuckets')],
  ['azure_firewall_modified_or_deleted', azure('MICROSOFT.NETWORK/AZUREFIREWALLS/WRITE', 'Administrative')],
  ['azure_device_or_configuration_modified_or_deleted', azure('x', 'Administrative', { message: 'Delete device' })],
  [
    'azure_ad_user_added_to_admin_role',
    azure('Add member to role', 'AuditLogs', { targetResources: [{ displayName: 'Admins' }] }),
  ],
  [
    'azure_aad_secops_ca_policy_removedby_bad_actor',
    azure('x', 'AuditLogs', { activityDisplayName: 'Delete conditional access policy' }),
  ],
  ['azure_account_lockout', azure('Sign-in activity', 'SignInLogs', {}, { resultType: '50053' })],
  ['azure_ad_bitlocker_key_retrieval', azure('Read BitLocker key', 'AuditLogs', { category: 'KeyManagement' })],
  [
    'azure_identity_protection_impossible_travel',
    azure('User Risk Detection', 'UserRiskEvents', { riskEventType: 'impossibleTravel' }),
  ],
  ['gcp_bucket_modified_or_deleted', gcp('storage.buckets.delete', { serviceName: 'storage.googleapis.com' })],
  ['gcp_service_account_disabled_or_deleted', gcp('google.iam.admin.v1.serviceAccounts.delete')],
  [
    'gcp_access_policy_deleted',
    gcp('x', {
      serviceName: 'accesscontextmanager.googleapis.com',
      authorizationInfo: [{ permission: 'accesscontextmanager.accessPolicies.delete', granted: 'true' }],
    }),
  ],
  [
    'gcp_gworkspace_role_privilege_deleted',
    gcp('google.admin.AdminService.removePrivilege', {
      serviceName: 'admin.googleapis.com',
      metadata: { event: [{ eventName: 'REMOVE_PRIVILEGE' }] },
    }),
  ],
  ['kubernetes_audit_secrets_enumeration', k8s('list', { resource: 'secrets' })],
  ['kubernetes_audit_exec_into_container', k8s('create', { resource: 'pods', subresource: 'exec' })],
  [
    'kubernetes_audit_hostpath_mount',
    k8s('create', { resource: 'pods' }, { requestObject: { spec: { volumes: [{ hostPath: { path: '/' } }] } } }),
  ],
  [
    'kubernetes_audit_unauthorized_unauthenticated_actions',
    k8s('get', { resource: 'pods' }, { responseStatus: { code: 403 } }),
  ],
  ['okta_user_account_locked_out', okta('user.account.lock', { displayMessage: 'Max sign in attempts exceeded' })],
  ['okta_api_token_created', okta('system.api_token.create')],
  ['okta_admin_role_assigned_to_user_or_group', okta('user.account.privilege.grant')],
];

describe("SigmaHQ's rules", { skip: absent }, () => {
  for (const [name, record] of CASES) {
    it(`${name} fires`, () => {
      const rule = rules.get(name);
      assert.ok(rule, 'the corpus has it');
      const events = eventsOf(record);
      assert.ok(events.length > 0, 'the record is read');
      assert.ok(events.some((event) => fires(rule, event)));
    });
  }

  it('fire on no plain record of another log', () => {
    const plain = eventsOf(web('GET /index.html'));
    for (const [name] of CASES) assert.ok(!plain.some((event) => fires(rules.get(name) ?? '', event)), name);
  });
});
