// One request to an address that somebody named: resolved once and checked, connected to what was checked, no redirect followed, the
// answer read within bounds.
import { type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { AllowedAddresses } from './allowed-address.ts';

export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export type OutgoingAnswer =
  | { readonly code: 'answered'; readonly status: number; readonly body: string }
  | { readonly code: 'refused-address' | 'unreachable' | 'timeout' | 'too-long'; readonly message: string };

const LONGEST_ANSWER = 1024 * 1024;

/** @param url http only for networks of the owner's own would still be readable on the way: the caller decides which schemes it takes */
export async function sendOut(allowed: AllowedAddresses, outgoing: OutgoingRequest): Promise<OutgoingAnswer> {
  const url = URL.parse(outgoing.url);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return { code: 'refused-address', message: 'it has to be an http or https URL without a password' };
  }
  const resolved = await allowed.resolve(url.hostname);
  if ('code' in resolved) {
    return { code: resolved.code === 'not-public' ? 'refused-address' : 'unreachable', message: resolved.message };
  }
  return exchange(url, resolved, outgoing);
}

function exchange(
  url: URL,
  { address, family }: { readonly address: string; readonly family: 4 | 6 },
  { method, headers, body, timeoutMs }: OutgoingRequest,
): Promise<OutgoingAnswer> {
  const { promise, resolve } = Promise.withResolvers<OutgoingAnswer>();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions & { servername?: string } = {
    host: address,
    family,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method,
    headers: {
      ...headers,
      host: url.host,
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    // The certificate has to be the name's, not the address's.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
  };
  const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(options, (response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LONGEST_ANSWER) {
        resolve({ code: 'too-long', message: 'its answer is longer than a mebibyte' });
        request.destroy();
      } else chunks.push(chunk);
    });
    response.on('end', () =>
      resolve({ code: 'answered', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
    );
    response.on('error', (error) => resolve(failureOf(error)));
  });
  request.on('error', (error) => resolve(failureOf(error)));
  request.end(body);
  return promise;
}

function failureOf(error: Error): OutgoingAnswer {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return { code: 'timeout', message: 'it did not answer in time' };
  }
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return { code: 'unreachable', message: `it could not be reached (${code})` };
}
