// Server access logs of S3 (docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html): fields in a fixed order, some in quotes, and
// later fields are added at the end.
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { type DatastoreActivity, datastoreEvent } from '../events/ocsf.ts';
import { spellingList } from '../events/spellings.ts';
import { instantOf } from '../events/times.ts';
import { outcomeOf } from '../events/web-request.ts';
import type { Source } from './source.ts';

/** As tables over these logs usually name them. */
const NAMES = [
  'bucketowner',
  'bucket_name',
  'requestdatetime',
  'remoteip',
  'requester',
  'requestid',
  'operation',
  'key',
  'request_uri',
  'httpstatus',
  'errorcode',
  'bytessent',
  'objectsize',
  'totaltime',
  'turnaroundtime',
  'referrer',
  'useragent',
  'versionid',
  'hostid',
  'sigv',
  'ciphersuite',
  'authtype',
  'endpoint',
  'tlsversion',
  'accesspointarn',
  'aclrequired',
] as const;
type Column = (typeof NAMES)[number];

/** An owner's id, a bucket, a time: what a line has to begin with. */
const BEGINNING = /^[0-9a-f]{32,64} \S{3,255} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/;
const FIELD = /\[([^\]]*)\](?: |$)|"((?:[^"]|"(?! |$))*)"(?: |$)|(\S+)(?: |$)/y;
/** Keys have at most 1,024 bytes, and a request line is no longer than 8 KiB and some escapes. */
const MAX_LINE = 64 * 1024;

export const s3AccessLog: Source = {
  name: 's3-access-log',
  title: 'Amazon S3, server access log',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html',
  tells: 'objects read, written and deleted with bytes, who did it or that nobody signed in, refusals by code',
  open: () => ({ fromText: readS3AccessLog }),
};

function readS3AccessLog(line: string): readonly Fields[] | undefined {
  if (line.length > MAX_LINE || !BEGINNING.test(line)) return undefined;
  const columns = columnsOf(line);
  const time = instantOf(columns.requestdatetime);
  const { operation, httpstatus, requester } = columns;
  if (time === undefined || operation === undefined) return undefined;
  const status = count(httpstatus);
  return [
    datastoreEvent({
      time,
      product: 'aws',
      service: 's3access',
      uid: columns.requestid,
      activity: activityOf(operation),
      outcome: outcomeOf(status),
      errorCode: columns.errorcode ?? (status !== undefined && status >= 400 ? status : undefined),
      // An ARN, or the id of an account; nobody where it is not there.
      user: requester,
      ...endpointOf(columns.remoteip),
      client: columns.useragent,
      store: columns.bucket_name,
      bucket: columns.bucket_name,
      object: spellingList(columns.key ?? '').at(-1) || undefined,
      command: operation,
      bytesReturned: count(columns.bytessent),
      durationMs: count(columns.totaltime),
      also: { ...columns, unauthenticated: requester === undefined },
    }),
  ];
}

/** Columns by their names, without those that are `-`. */
function columnsOf(line: string): Partial<Record<Column, string>> {
  const columns: Partial<Record<Column, string>> = {};
  FIELD.lastIndex = 0;
  for (const name of NAMES) {
    const found = FIELD.exec(line);
    if (found === null) break;
    const value = found[1] ?? found[2] ?? found[3] ?? '';
    if (value !== '-' && value !== '') columns[name] = value;
  }
  return columns;
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? Number(text) : undefined;
}

/** `REST.GET.OBJECT`, `WEBSITE.HEAD.OBJECT`, `BATCH.DELETE.OBJECT`, `S3.EXPIRE.OBJECT`, `REST.COPY.OBJECT_GET`. */
function activityOf(operation: string): DatastoreActivity {
  const [, verb = '', what = ''] = operation.split('.');
  if (/^(?:DELETE|EXPIRE)/.test(verb)) return 'delete';
  if (verb === 'COPY') return what.endsWith('_GET') ? 'read' : 'write';
  if (verb === 'PUT' || verb === 'POST' || verb === 'CREATE' || verb === 'TRANSITION') {
    return what === 'BUCKET' ? 'create' : isContent(what) ? 'write' : 'update';
  }
  if (verb === 'SELECT') return 'query';
  if (verb !== 'GET' && verb !== 'HEAD') return 'other';
  return /^(?:BUCKET|BUCKETVERSIONS|SERVICE|UPLOADS)$/.test(what) ? 'list' : 'read';
}

/** Objects and their parts; everything else is a setting of the bucket or the object. */
function isContent(what: string): boolean {
  return /^(?:OBJECT|PART|UPLOAD|UPLOADS)/.test(what);
}
