// AWS CloudTrail: management, data and sign-in events, one a line, or as a file with `Records`, or in EventBridge's envelope
// (docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html).
import { besideRaw, missingFrom } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, isRecord, recordAt, recordsAt, textAt, valueAt } from '../events/json-fields.ts';
import {
  type ApiActivity,
  apiEvent,
  authenticationEvent,
  type DatastoreActivity,
  datastoreEvent,
  type Outcome,
} from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import type { Source } from './source.ts';

export const cloudtrail: Source = {
  name: 'cloudtrail',
  title: 'AWS CloudTrail',
  reference:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
  tells:
    'calls with who, from where and whether they were refused, sign-ins to the console, objects and items with bytes where data events are on',
  jsonKeys: ['eventName', 'Records', 'detail'],
  open: () => ({ fromJson: readCloudtrail }),
};

function readCloudtrail(record: Fields): readonly Fields[] | undefined {
  if (Array.isArray(record.Records)) {
    const records = (record.Records as unknown[]).filter(isRecord).filter(isCloudtrail);
    return records.length === 0 ? undefined : records.map(eventOf);
  }
  if (isRecord(record.detail) && 'detail-type' in record && isCloudtrail(record.detail))
    return [eventOf(record.detail)];
  return isCloudtrail(record) ? [eventOf(record)] : undefined;
}

/** Warehouses hold cut records too, so that the name of the call and one sign of AWS are enough. */
function isCloudtrail(record: Fields): boolean {
  if (textAt(record, 'eventName') === undefined) return false;
  const source = textAt(record, 'eventSource') ?? '';
  if (/\.amazonaws\.com(?:\.cn)?$/.test(source)) return true;
  return recordAt(record, 'userIdentity') !== undefined || /^Aws[A-Z]/.test(textAt(record, 'eventType') ?? '');
}

function eventOf(record: Fields): Fields {
  const operation = textAt(record, 'eventName') ?? '';
  const service = textAt(record, 'eventSource');
  const errorCode = textAt(record, 'errorCode');
  const isFailed = errorCode !== undefined || textAt(record, 'errorMessage') !== undefined;
  const outcome: Outcome = isFailed ? 'failure' : 'success';
  const who = identityOf(recordAt(record, 'userIdentity') ?? {});
  const agent = textAt(record, 'userAgent');
  const told = {
    time: instantOf(valueAt(record, 'eventTime')) ?? instantOf(record.p_event_time),
    product: 'aws',
    service: 'cloudtrail',
    uid: textAt(record, 'eventID'),
    outcome,
    errorCode,
    ...who,
    ...endpointOf(textAt(record, 'sourceIPAddress')),
    also: missingFrom(record, { ...rulesNames(record), unauthenticated: who.user === undefined && who.isNobody }),
  };
  const signIn = signInOf(record, operation);
  if (signIn !== undefined) {
    return besideRaw(record, authenticationEvent({ ...told, outcome: signIn, activity: 'logon', client: agent }));
  }
  const data = dataAccess(service, operation, record);
  if (data !== undefined) return besideRaw(record, datastoreEvent({ ...told, ...data, client: agent }));
  const event = apiEvent({
    ...told,
    activity: activityOf(operation),
    operation,
    apiService: service,
    agent,
    region: textAt(record, 'awsRegion'),
    account: textAt(record, 'recipientAccountId', 'userIdentity.accountId'),
    resources: resourcesOf(record),
    bytesReturned: countAt(record, 'additionalEventData.bytesTransferredOut'),
  });
  return besideRaw(record, event);
}

/** Names that rules ask for, where a warehouse wrote them in lower case. */
function rulesNames(record: Fields): Fields {
  const names = [
    'eventName',
    'eventSource',
    'errorCode',
    'userAgent',
    'sourceIPAddress',
    'userIdentity',
    'requestParameters',
  ];
  return Object.fromEntries(names.map((name) => [name, valueAt(record, name)]));
}

interface Who {
  readonly user?: string | undefined;
  readonly userId?: string | undefined;
  readonly session?: string | undefined;
  /** Whether the record says that nobody signed in. */
  readonly isNobody: boolean;
}

/**
 * Who it was, in each form of `userIdentity`. A role is used by many: where its session is named after a person's address, as single
 * sign-on does it, that is who it was, and else the role.
 */
function identityOf(identity: Fields): Who {
  const arn = textAt(identity, 'arn');
  const id = arn ?? textAt(identity, 'principalId', 'onBehalfOf.userId');
  const account = textAt(identity, 'accountId');
  const isNobody = account === 'anonymous' || account === 'ANONYMOUS_PRINCIPAL';
  if (isNobody) return { isNobody };
  const named = { userId: id, isNobody: false };
  const [, role, session] = /:assumed-role\/([^/]{1,128})\/(.{1,128})$/.exec(arn ?? '') ?? [];
  if (role !== undefined && session !== undefined) {
    const issuer = textAt(identity, 'sessionContext.sessionIssuer.userName') ?? role;
    return { ...named, user: session.includes('@') ? session : issuer, session };
  }
  const name = textAt(identity, 'userName', 'sessionContext.sessionIssuer.userName');
  if (identity.type === 'Root') return { ...named, user: name ?? 'root' };
  // Of a sign-in that failed with a name that does not exist, the name is kept back.
  if (name !== undefined) return { ...named, user: name.startsWith('HIDDEN_') ? undefined : name };
  return { ...named, user: textAt(identity, 'invokedBy') ?? arn?.split(/[:/]/).at(-1) ?? account };
}

/** Of a sign-in, what came of it. */
function signInOf(record: Fields, operation: string): Outcome | undefined {
  if (operation !== 'ConsoleLogin' && operation !== 'UserAuthentication') return undefined;
  const said = textAt(record, `responseElements.${operation}`, `serviceEventDetails.${operation}`);
  if (said !== undefined) return said === 'Success' ? 'success' : 'failure';
  return textAt(record, 'errorCode', 'errorMessage') === undefined ? 'unknown' : 'failure';
}

/** Services whose calls touch people's rows and objects, and which calls of theirs do. */
const DATA_CALLS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries<RegExp>({
    's3.amazonaws.com':
      /Objects?(?:V2|Versions|Torrent|Content)?$|^(?:UploadPart|UploadPartCopy|CompleteMultipartUpload)$/,
    's3express.amazonaws.com': /Objects?(?:V2)?$/,
    's3-object-lambda.amazonaws.com': /Objects?(?:V2)?$/,
    'dynamodb.amazonaws.com': /Item|^(?:Query|Scan|GetRecords)$|Statement$|^Transact/,
    'rds-data.amazonaws.com': /Statement$|^ExecuteSql$/,
    'redshift-data.amazonaws.com': /Statement$|^GetStatementResult/,
    'athena.amazonaws.com': /^(?:StartQueryExecution|GetQueryResults)$/,
    'timestream.amazonaws.com': /^(?:Query|WriteRecords)$/,
  }),
);
const RELATIONAL = /^(?:rds-data|redshift-data|athena)\./;
const NOSQL = /^(?:dynamodb|timestream)\./;

function dataAccess(service = '', operation: string, record: Fields) {
  if (!DATA_CALLS.get(service)?.test(operation)) return undefined;
  const at = (...names: readonly string[]) => textAt(record, ...names.map((name) => `requestParameters.${name}`));
  const bucket = at('bucketName');
  const table = at('tableName');
  return {
    activity: dataActivityOf(operation),
    command: operation,
    bucket,
    object: at('key'),
    table,
    store: bucket ?? table ?? at('resourceArn', 'clusterIdentifier', 'workgroupName', 'workGroup') ?? service,
    database: at('database', 'queryExecutionContext.database', 'databaseName'),
    kind: RELATIONAL.test(service) ? ('relational' as const) : NOSQL.test(service) ? ('nosql' as const) : undefined,
    bytesReturned: countAt(record, 'additionalEventData.bytesTransferredOut'),
  };
}

function dataActivityOf(operation: string): DatastoreActivity {
  if (/^(?:Delete|BatchDelete)/.test(operation)) return 'delete';
  if (/^List/.test(operation)) return 'list';
  if (/^(?:Query|Scan|Select|StartQuery)|Statement$|^ExecuteSql/.test(operation)) return 'query';
  if (/^(?:Get|Head|BatchGet|TransactGet|Describe)/.test(operation)) return 'read';
  if (/^Update/.test(operation)) return 'update';
  return /^(?:Put|Post|Copy|Upload|Complete|Restore|BatchWrite|TransactWrite|Write)/.test(operation)
    ? 'write'
    : 'other';
}

const VERBS: readonly (readonly [ApiActivity, RegExp])[] = [
  [
    'read',
    /^(?:Get|List|Describe|Head|BatchGet|Lookup|Search|Query|Scan|Select|View|Check|Download|Detect|Decrypt|Simulate|Test)/,
  ],
  [
    'delete',
    /^(?:Delete|Terminate|Deregister|Remove|Revoke|Release|Cancel|Purge|Deactivate|Disassociate|Detach|ScheduleKeyDeletion)/,
  ],
  [
    'create',
    /^(?:Create|Run|Allocate|Register|Import|Restore|Launch|Generate|Issue|Request|Invite|Upload|Publish|Copy|Export|Start)/,
  ],
  [
    'update',
    /^(?:Put|Update|Modify|Set|Attach|Associate|Add|Tag|Untag|Enable|Disable|Change|Reset|Replace|Authorize|Activate|Rotate|Stop|Reboot|Move|Accept|Apply|Share|Rename|Upgrade)/,
  ],
];

/** What a call does, by the verb that its name begins with. */
function activityOf(operation: string): ApiActivity {
  return VERBS.find(([, verb]) => verb.test(operation))?.[0] ?? 'other';
}

/** ARNs where the record has them, and the names in the request by which people know things. */
function resourcesOf(record: Fields): readonly string[] {
  const arns = recordsAt(record, 'resources').flatMap((one) => textAt(one, 'ARN', 'arn') ?? []);
  const named = [
    'bucketName',
    'tableName',
    'dBInstanceIdentifier',
    'dBSnapshotIdentifier',
    'userName',
    'roleName',
    'name',
    'keyId',
    'secretId',
  ].flatMap((name) => textAt(record, `requestParameters.${name}`) ?? []);
  return [...new Set([...arns, ...named])].slice(0, 20);
}
