// An object store that lists its buckets to everybody: the answers of MinIO over exports and backups of honey rows.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
import { datastoreEvent } from '@vigie/detect';
import { type Bucket, bucketsOf, type HoneyObject } from '../bucket/objects.ts';
import { bucketList, errorXml, objectList } from '../bucket/xml.ts';
import type { Decoy, Setting } from '../decoy.ts';
import { createHttpConversation, type HttpReply } from '../http/conversation.ts';
import type { HttpRequest } from '../http/request.ts';

export default {
  kind: 'http-bucket',
  title: 'An object store',
  usualPort: 9000,
  converse: (setting) => {
    let count = 0;
    return createHttpConversation({
      product: 's3',
      answer: (request) => answer(setting, request),
      headers: () => {
        count += 1;
        return {
          'Accept-Ranges': 'bytes',
          Server: 'MinIO',
          Vary: 'Origin, Accept-Encoding',
          'X-Amz-Request-Id': requestId(setting.since, count),
          'X-Content-Type-Options': 'nosniff',
        };
      },
      now: setting.now,
      broken: () => '400 Bad Request',
    });
  },
} satisfies Decoy;

function requestId(since: number, count: number): string {
  return (BigInt(since) * 4096n + BigInt(count) * 977n).toString(16).toUpperCase().padStart(16, '1').slice(-16);
}

/** Whom and what a question is about: the bucket and the name of an object in it. */
interface About {
  readonly bucket?: string;
  readonly object?: string;
}

function answer(setting: Setting, request: HttpRequest): HttpReply {
  const buckets = bucketsOf(setting.honey, setting.since);
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
  if (request.method !== 'GET' && request.method !== 'HEAD') return changed(request, name, key);
  if (name === '') return told(request, {}, 'listed the buckets', bucketList(buckets));
  if (name === 'minio') return refusal(request, {}, 403, 'AccessDenied', 'asked for the console');
  const bucket = buckets.find((one) => one.name === name);
  if (!bucket) return refusal(request, { bucket: name }, 404, 'NoSuchBucket', 'asked for a bucket that is not there');
  if (key === '') return ofBucket(bucket, request);
  const object = bucket.objects.find((one) => one.key === key);
  const about = { bucket: name, object: key };
  return object
    ? given(request, object, about)
    : refusal(request, about, 404, 'NoSuchKey', 'asked for an object that is not there');
}

/** Sub-resources of a bucket that are asked for by a parameter without a value. */
const SUB_RESOURCES: Readonly<Record<string, string>> = {
  location:
    '<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></LocationConstraint>',
  versioning:
    '<?xml version="1.0" encoding="UTF-8"?>\n<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></VersioningConfiguration>',
};

function ofBucket(bucket: Bucket, request: HttpRequest): HttpReply {
  const about = { bucket: bucket.name };
  for (const [name, xml] of Object.entries(SUB_RESOURCES)) {
    if (request.query.has(name)) return told(request, about, `asked the ${name} of a bucket`, xml);
  }
  if (request.query.has('policy'))
    return refusal(request, about, 404, 'NoSuchBucketPolicy', 'asked the policy of a bucket');
  if (request.query.has('acl')) return refusal(request, about, 403, 'AccessDenied', 'asked who may use a bucket');
  return told(request, about, 'listed the objects of a bucket', objectList(bucket, request.query));
}

function told(request: HttpRequest, about: About, words: string, xml: string): HttpReply {
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: xml,
    intent: 'look',
    words,
    event: eventOf(request, about, 'list', 200, xml.length),
  };
}

const RANGE = /^bytes=(\d{0,12})-(\d{0,12})$/;

function given(request: HttpRequest, object: HoneyObject, about: About): HttpReply {
  const content = object.content();
  const headers = {
    'Content-Type': object.type,
    ETag: `"${object.etag}"`,
    'Last-Modified': new Date(object.modified).toUTCString(),
  };
  const isAsked = request.method === 'GET';
  const words = isAsked ? 'fetched an object of honey rows' : 'asked the size of an object';
  const range = isAsked ? RANGE.exec(request.headers.get('range') ?? '') : null;
  const [from, to] = range ? rangeOf(range, content.length) : [0, content.length];
  if (from >= to) return refusal(request, about, 416, 'InvalidRange', words);
  const status = range ? 206 : 200;
  return {
    status,
    headers: range ? { ...headers, 'Content-Range': `bytes ${from}-${to - 1}/${content.length}` } : headers,
    body: content.subarray(from, to),
    intent: isAsked ? 'read' : 'look',
    words,
    event: eventOf(request, about, 'read', status, isAsked ? to - from : 0),
  };
}

/** From, and up to but without. */
function rangeOf([, first = '', last = '']: RegExpExecArray, length: number): [number, number] {
  if (first === '') return last === '' ? [0, length] : [Math.max(0, length - Number(last)), length];
  return [Number(first), last === '' ? length : Math.min(length, Number(last) + 1)];
}

/** What would change something is answered as if it had been done. */
function changed(request: HttpRequest, bucket: string, object: string): HttpReply {
  const about = { ...(bucket !== '' && { bucket }), ...(object !== '' && { object }) };
  const isDelete = request.method === 'DELETE' || request.query.has('delete');
  const isPut = request.method === 'PUT';
  if (!isDelete && !isPut && request.method !== 'POST')
    return refusal(request, about, 405, 'MethodNotAllowed', 'used a method that is not known');
  if (request.query.has('uploads')) return refusal(request, about, 501, 'NotImplemented', 'began an upload in parts');
  const status = isDelete ? 204 : 200;
  return {
    status,
    headers: isPut ? { ETag: '"d41d8cd98f00b204e9800998ecf8427e"' } : {},
    body: '',
    intent: isDelete ? 'destroy' : 'write',
    words: isDelete ? 'deleted an object or a bucket' : 'stored an object, of which nothing was kept',
    event: eventOf(request, about, isDelete ? 'delete' : 'write', status, 0),
  };
}

function refusal(request: HttpRequest, about: About, status: number, code: string, words: string): HttpReply {
  const xml = errorXml(code, request.path, about.bucket);
  return {
    status,
    headers: { 'Content-Type': 'application/xml' },
    body: xml,
    intent: 'look',
    words,
    event: eventOf(request, about, 'read', status, xml.length),
  };
}

function eventOf(
  request: HttpRequest,
  { bucket, object }: About,
  activity: 'list' | 'read' | 'write' | 'delete',
  status: number,
  bytesReturned: number,
): NonNullable<HttpReply['event']> {
  return (asker) =>
    datastoreEvent({
      ...asker,
      activity,
      product: 's3',
      service: 'decoy',
      kind: 'object',
      bucket,
      object,
      command: request.method,
      query: `${request.method} ${request.target}`,
      client: request.headers.get('user-agent'),
      outcome: status < 400 ? 'success' : 'failure',
      errorCode: status < 400 ? undefined : status,
      bytesReturned,
    });
}
