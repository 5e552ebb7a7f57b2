// Signatures of requests to S3 and to other services of AWS, version 4:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
import { createHash, createHmac } from 'node:crypto';

export interface S3Keys {
  readonly access: string;
  readonly secret: string;
  readonly region: string;
  /** Default `s3`. */
  readonly service?: string;
}

export interface Signed {
  /** Percent-encoded as S3 wants it. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** Host and, unless it is the scheme's own, port. */
  readonly host: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** SHA-256 of nothing: a GET has no body. */
const NO_BODY = createHash('sha256').update('').digest('hex');

/** Every byte but letters, digits and `-._~` as %XX; a slash stays in paths. */
export function encodeKey(text: string): string {
  return text.split('/').map(encodePart).join('/');
}

export function encodeQuery(query: Signed['query']): string {
  const pairs = query.map(([name, value]) => [encodePart(name), encodePart(value)] as const);
  // By code points of the encoded name, as the signature wants it.
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

/**
 * Headers of a signed GET.
 *
 * @param at - the present time; servers refuse a signature that is 15 minutes off
 */
export function signGet({ path, query, host, headers = {} }: Signed, keys: S3Keys, at: Date): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const { service = 's3' } = keys;
  const scope = `${time.slice(0, 8)}/${keys.region}/${service}/aws4_request`;
  const signed: Record<string, string> = { host, 'x-amz-date': time };
  // S3 alone wants the hash of the body in a header as well.
  if (service === 's3') signed['x-amz-content-sha256'] = NO_BODY;
  for (const [name, value] of Object.entries(headers)) signed[name.toLowerCase()] = value;
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]?.trim()}\n`).join('');
  const canonical = ['GET', path, encodeQuery(query), lines, names.join(';'), NO_BODY].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const dateKey = hmac(`AWS4${keys.secret}`, time.slice(0, 8));
  const key = hmac(hmac(hmac(dateKey, keys.region), service), 'aws4_request');
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, hash].join('\n')).toString('hex');
  const { host: _, ...rest } = signed;
  const credential = `AWS4-HMAC-SHA256 Credential=${keys.access}/${scope}`;
  return { ...rest, Authorization: `${credential},SignedHeaders=${names.join(';')},Signature=${signature}` };
}

function encodePart(text: string): string {
  const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}
