// An object store that lists its buckets to everybody: the answers of MinIO over exports and backups of honey rows.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
import { datastoreEvent } from '@vigie/detect';
import type { Bucket, HoneyObject } from '../bucket/objects.ts';
import { bucketsFor, createBucket, dropBucket, dropObjects, keysOf, putObject } from '../bucket/state.ts';
import { bucketList, copyResult, deletedList, errorXml, objectList } from '../bucket/xml.ts';
import type { Decoy, Setting } from '../decoy.ts';
import { createHttpConversation, type HttpReply } from '../http/conversation.ts';
import type { HttpRequest } from '../http/request.ts';

export default {
  kind: 'http-bucket',
  title: 'An object store',
  product: 's3',
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
  const buckets = bucketsFor(setting);
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
  if (request.method !== 'GET' && request.method !== 'HEAD') return changed(setting, request, name, key);
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

/** What is changed is so for the visitor's address. */
function changed(setting: Setting, request: HttpRequest, bucket: string, object: string): HttpReply {
  const about = { ...(bucket !== '' && { bucket }), ...(object !== '' && { object }) };
  const { method, query } = request;
  const isDelete = method === 'DELETE' || query.has('delete');
  if (!isDelete && method !== 'PUT' && method !== 'POST')
    return refusal(request, about, 405, 'MethodNotAllowed', 'used a method that is not known');
  if (query.has('uploads')) return refusal(request, about, 501, 'NotImplemented', 'began an upload in parts');
  const isThere = bucketsFor(setting).some(({ name }) => name === bucket);
  if (bucket === '' || (!isThere && (isDelete || object !== '')))
    return {
      ...refusal(request, about, 404, 'NoSuchBucket', 'changed a bucket that is not there'),
      intent: isDelete ? 'destroy' : 'write',
    };
  return isDelete ? destroyed(setting, request, about) : stored(setting, request, about);
}

function destroyed(setting: Setting, request: HttpRequest, about: About): HttpReply {
  const { bucket = '', object } = about;
  const keys = request.query.has('delete') ? keysOf(request.body) : object === undefined ? undefined : [object];
  if (keys) dropObjects(setting, bucket, keys);
  else if (!dropBucket(setting, bucket))
    return { ...refusal(request, about, 409, 'BucketNotEmpty', 'tried to delete a bucket'), intent: 'destroy' };
  const isMany = request.query.has('delete');
  return {
    status: isMany ? 200 : 204,
    headers: isMany ? { 'Content-Type': 'application/xml' } : {},
    body: isMany ? deletedList(keys ?? []) : '',
    intent: 'destroy',
    words: 'deleted an object or a bucket',
    event: eventOf(request, about, 'delete', isMany ? 200 : 204, 0),
  };
}

/** How notes of extortion are called that attackers leave in place of the data. */
const NOTE = /read.?me|warning|recover|how.?to|your.?data|bitcoin|btc|ransom|meow/i;

function stored(setting: Setting, request: HttpRequest, about: About): HttpReply {
  const { bucket = '', object } = about;
  const source = request.headers.get('x-amz-copy-source');
  const copied = source === undefined ? undefined : objectAt(setting, source);
  if (source !== undefined && !copied) return refusal(request, about, 404, 'NoSuchKey', 'copied what is not there');
  const etag = object === undefined ? undefined : putObject(setting, bucket, object, copied ?? contentOf(request));
  if (object === undefined) createBucket(setting, bucket);
  const isNote = object !== undefined && NOTE.test(object);
  return {
    status: 200,
    headers: copied
      ? { 'Content-Type': 'application/xml' }
      : object === undefined
        ? { Location: `/${bucket}` }
        : { ETag: `"${etag}"` },
    body: copied ? copyResult(copied.etag, setting.now()) : '',
    intent: isNote ? 'destroy' : 'write',
    words: isNote ? 'left a note as extortionists do' : 'stored an object',
    event: eventOf(request, about, 'write', 200, 0),
  };
}

function objectAt(setting: Setting, source: string): HoneyObject | undefined {
  const [, bucket = '', key = ''] = /^\/?([^/]+)\/([^?]+)/.exec(decodedPath(source)) ?? [];
  return bucketsFor(setting)
    .find(({ name }) => name === bucket)
    ?.objects.find((one) => one.key === key);
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken escape is taken as it is written.
    return path;
  }
}

/** Clients that sign as they send cut a body into chunks of their own. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
function contentOf({ body, headers }: HttpRequest): { readonly content: Buffer; readonly type: string } {
  const type = headers.get('content-type') ?? 'application/octet-stream';
  if (!/^STREAMING-/.test(headers.get('x-amz-content-sha256') ?? '')) return { content: body, type };
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at, 'latin1');
    const size = Number.parseInt(body.toString('latin1', at, Math.max(at, end)), 16);
    if (end < 0 || !(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return { content: Buffer.concat(parts), type };
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
