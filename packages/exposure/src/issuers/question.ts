// The request to an issuer: once as it is shown, with the names of the parts in their places, and once as it is sent.
import { signGet } from '../net/s3-signature.ts';
import type { Issuer, IssuerRequest } from './issuer.ts';

/** What goes over the connection. */
export interface Question {
  readonly method: IssuerRequest['method'];
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Says who asks: GitHub and others refuse a request without it. */
const AGENT = 'vigie (asks whether a found secret is still accepted)';

/** The address as it may be shown: parts of the secret that stand in it are named, not written out. */
export function shownAddress({ request }: Issuer): string {
  return `https://${request.host}${request.path.replace(/\{(\w+)\}/g, '‹$1›')}`;
}

/** Where in the request the secret stands, in words. */
export function placeOfSecret({ request: { path, headers = {}, basic, signed } }: Issuer): string {
  if (signed) return 'its signature stands in the header Authorization; the secret itself is not sent';
  if (basic) return 'it stands in the header Authorization';
  if (/\{\w+\}/.test(path)) return 'it stands in the address';
  const name = Object.entries(headers).find(([, value]) => /\{\w+\}/.test(value))?.[0];
  return `it stands in the header ${name}`;
}

/**
 * The request with the secret in it.
 *
 * @param at - the present time, which goes into signatures
 */
export function questionOf({ request }: Issuer, parts: Readonly<Record<string, string>>, at: Date): Question {
  const { method, host, headers = {}, basic, signed } = request;
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => partOf(parts, name));
  const path = fill(request.path);
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
  const all = {
    Host: host,
    'User-Agent': AGENT,
    Accept: 'application/json',
    ...filled,
    ...(basic && { Authorization: `Basic ${btoa(`${fill(basic.user)}:${fill(basic.password)}`)}` }),
    ...(method === 'POST' && { 'Content-Length': '0' }),
    ...(signed && signature(signed, { host, path }, parts, at)),
  };
  return { method, host, path, headers: all };
}

function signature(
  { service, region }: NonNullable<IssuerRequest['signed']>,
  { host, path }: Pick<Question, 'host' | 'path'>,
  parts: Readonly<Record<string, string>>,
  at: Date,
): Record<string, string> {
  const { pathname, searchParams } = new URL(`https://${host}${path}`);
  const headers = parts.session === undefined ? {} : { 'X-Amz-Security-Token': parts.session };
  const keys = { access: partOf(parts, 'id'), secret: partOf(parts, 'secret'), region, service };
  return { ...headers, ...signGet({ path: pathname, query: [...searchParams], host, headers }, keys, at) };
}

function partOf(parts: Readonly<Record<string, string>>, name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`a request names ${name}, which is no part of the secret`);
  return part;
}
