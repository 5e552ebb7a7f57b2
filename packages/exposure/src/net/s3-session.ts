// Questions to S3 and what speaks its protocol (MinIO, Ceph, Garage), by path style: the host of the URL is the only one that
// is asked, also where a bucket is said to be elsewhere. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html
import type { SourceFault } from '../source.ts';
import type { NetHost } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { createHttpSession, type HttpAnswer } from './http-session.ts';
import type { StoreLocation } from './location.ts';
import { readBuckets, readErrorCode, readObjects, type S3Page } from './s3-listing.ts';
import { encodeKey, encodeQuery, type S3Keys, signGet } from './s3-signature.ts';

export interface S3Session {
  readonly where: string;
  buckets(signal: AbortSignal): Promise<readonly string[] | SourceFault>;
  /** @param token - of the page before */
  page(asked: S3PageQuestion): Promise<S3Page | SourceFault>;
  /** The bytes of an object. */
  object(asked: S3ObjectQuestion): Promise<HttpAnswer | SourceFault>;
  close(): void;
}

interface S3PageQuestion {
  readonly bucket: string;
  readonly prefix: string;
  readonly token: string | undefined;
  readonly place: string;
  readonly signal: AbortSignal;
}

interface S3ObjectQuestion {
  readonly bucket: string;
  readonly key: string;
  /** The first and the last byte that are wanted; absent: all. */
  readonly range?: readonly [number, number];
  readonly place: string;
  readonly signal: AbortSignal;
}

/** A page of 1,000 keys of 1,024 bytes each, percent-encoded, and what stands around them. */
const MAX_LISTING_BYTES = 8 << 20;
const MAX_ERROR_BYTES = 64 << 10;
const HEAD_MS = 60_000;

/** @param now - the present time, which goes into signatures */
export function createS3Session(location: StoreLocation, host: NetHost, now = () => new Date()): S3Session {
  const http = createHttpSession(location, host);
  const keys = keysOf(location);
  const name = location.host.includes(':') ? `[${location.host}]` : location.host;
  const isUsual = location.port === (location.tls === 'always' ? 443 : 80);
  const authority = isUsual ? name : `${name}:${location.port}`;

  async function get(
    path: string,
    query: readonly (readonly [string, string])[],
    { place, signal }: { readonly place: string; readonly signal: AbortSignal },
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer | SourceFault> {
    const signed = keys ? signGet({ path, query, host: authority, headers }, keys, now()) : headers;
    const asked = query.length === 0 ? path : `${path}?${encodeQuery(query)}`;
    const question = {
      method: 'GET',
      path: asked,
      headers: { ...signed, Host: authority },
      place,
      signal,
      headMs: HEAD_MS,
    } as const;
    const answer = await http.ask(question);
    if (isFaultValue(answer) || answer.status === 200 || answer.status === 206) return answer;
    const text = await textOf(answer, MAX_ERROR_BYTES, place);
    answer.close();
    return faultOfError(
      answer.status,
      typeof text === 'string' ? readErrorCode(text) : undefined,
      keys !== undefined,
      place,
    );
  }

  async function listing<T>(
    path: string,
    query: readonly (readonly [string, string])[],
    asked: { readonly place: string; readonly signal: AbortSignal },
    read: (xml: string) => T | undefined,
  ): Promise<T | SourceFault> {
    const answer = await get(path, query, asked);
    if (isFaultValue(answer)) return answer;
    const text = await textOf(answer, MAX_LISTING_BYTES, asked.place);
    if (typeof text !== 'string') return text;
    return read(text) ?? faultOf('broken', asked.place, 'its listing is not as S3 gives it: check the port');
  }

  return {
    where: http.where,
    buckets: (signal) => listing('/', [], { place: http.where, signal }, readBuckets),
    page({ bucket, prefix, token, ...asked }) {
      const query = [
        ['list-type', '2'],
        ['max-keys', '1000'],
        ['encoding-type', 'url'],
        ...(prefix === '' ? [] : ([['prefix', prefix]] as const)),
        ...(token === undefined ? [] : ([['continuation-token', token]] as const)),
      ] as const;
      return listing(`/${encodeKey(bucket)}`, query, asked, readObjects);
    },
    object({ bucket, key, range, ...asked }) {
      const headers = range ? { Range: `bytes=${range[0]}-${range[1]}` } : {};
      return get(`/${encodeKey(bucket)}/${encodeKey(key)}`, [], asked, headers);
    },
    close: http.close,
  };
}

function keysOf(location: StoreLocation): S3Keys | undefined {
  if (location.user === undefined || location.password === undefined) return undefined;
  return { access: location.user, secret: location.password.reveal(), region: location.choices?.region ?? 'us-east-1' };
}

async function textOf(answer: HttpAnswer, maxBytes: number, place: string): Promise<string | SourceFault> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body) {
    if (isFaultValue(piece)) return piece;
    length += piece.length;
    if (length > maxBytes) return faultOf('too large', place, 'a listing of it is longer than 8 MiB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList; messages may quote keys. */
function faultOfError(status: number, code: string | undefined, isSigned: boolean, place: string): SourceFault {
  const named = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
  if (code === 'NoSuchBucket') return faultOf('broken', place, `there is no such bucket (${named})`);
  if (code === 'AuthorizationHeaderMalformed' || (status >= 300 && status < 400)) {
    const why = 'it says that the bucket is in another region or at another host, which was not followed';
    return faultOf('refused', place, `${why} (${named}): say ?region=, or the host itself`);
  }
  if (code === 'RequestTimeTooSkewed') return faultOf('refused', place, `this machine's clock is off (${named})`);
  if (status === 401 || status === 403) {
    const hint = isSigned
      ? 'the keys are wrong or may not read this'
      : 'it may not be read without keys: write s3://access:secret@host';
    return faultOf('refused', place, `${hint} (${named})`);
  }
  if (status === 404) return faultOf('broken', place, `it is gone, or what answers there is not S3 (${named})`);
  if (status === 503 || status === 429) return faultOf('refused', place, `it is too busy (${named}): try again later`);
  return faultOf('broken', place, `it failed at the question (${named})`);
}
