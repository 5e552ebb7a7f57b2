// The client of a time-stamping authority: RFC 3161 over HTTP (section 3.4). The only place of this package that opens sockets.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { TimeStampFault } from '../time-stamp/fault.ts';
import { nonceOf, timeStampRequest } from '../time-stamp/request.ts';
import { tokenInResponse } from '../time-stamp/response.ts';
import { LONGEST_TOKEN, type TokenCertificate } from '../time-stamp/token.ts';
import { type TimeStamp, verifyTimeStamp } from '../time-stamp/verify-time-stamp.ts';

export interface TimeAuthority {
  /** http: or https:. It is asked as it stands: redirects are not followed. */
  readonly url: string;
  /** Trusted certificates, see `readRoots`. */
  readonly roots: readonly TokenCertificate[];
  readonly timeoutMs: number;
}

export interface AuthorityFault {
  readonly code: 'no-url' | 'unreachable' | 'timeout' | 'http-status' | 'too-large';
  readonly message: string;
  readonly remedy: string;
}

export interface IssuedTimeStamp extends TimeStamp {
  /** DER of the TimeStampToken, verified. */
  readonly token: Buffer;
}

/** A token, and what stands around it. */
const LONGEST_ANSWER = LONGEST_TOKEN + 1024;

/**
 * Asks for a time stamp and verifies it.
 *
 * @param imprint SHA-256 of what is to be stamped; nothing else is sent
 * @param random bytes of chance for the nonce
 */
export async function requestTimeStamp(
  authority: TimeAuthority,
  imprint: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Promise<IssuedTimeStamp | TimeStampFault | AuthorityFault> {
  const nonce = nonceOf(random);
  const answer = await post(authority, timeStampRequest(imprint, nonce));
  if ('code' in answer) return answer;
  const token = tokenInResponse(answer);
  if ('code' in token) return token;
  const stamp = verifyTimeStamp(token, { imprint, nonce, roots: authority.roots });
  return 'code' in stamp ? stamp : { ...stamp, token };
}

function post({ url, timeoutMs }: TimeAuthority, body: Buffer): Promise<Buffer | AuthorityFault> {
  const target = URL.parse(url);
  if (target?.protocol !== 'http:' && target?.protocol !== 'https:') {
    return Promise.resolve({
      code: 'no-url',
      message: 'the address of the authority is no http: or https: URL',
      remedy: 'write it as in https://tsa.example/ts',
    });
  }
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { 'Content-Type': 'application/timestamp-query', 'Content-Length': body.length };
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const fail = () => resolve(signal.aborted ? timedOut(timeoutMs) : UNREACHABLE);
    const call = request(target, { method: 'POST', headers, signal }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      const stop = (fault: AuthorityFault) => {
        resolve(fault);
        response.destroy();
      };
      if (response.statusCode !== 200) return stop(wrongStatus(response.statusCode));
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > LONGEST_ANSWER) return stop(TOO_LARGE);
        parts.push(part);
      });
      response.on('end', () => resolve(Buffer.concat(parts)));
      response.on('error', fail);
    });
    call.on('error', fail);
    call.end(body);
  });
}

const UNREACHABLE: AuthorityFault = {
  code: 'unreachable',
  message: 'the authority cannot be reached, or broke off',
  remedy: 'check its address and the way to it; the log goes on without the time stamp',
};

const TOO_LARGE: AuthorityFault = {
  code: 'too-large',
  message: `the authority sent more than ${LONGEST_ANSWER} bytes`,
  remedy: 'check its address: this is no time stamp',
};

function timedOut(timeoutMs: number): AuthorityFault {
  return {
    code: 'timeout',
    message: `the authority did not answer within ${timeoutMs} ms`,
    remedy: 'ask again later; the log goes on without the time stamp',
  };
}

function wrongStatus(status: number | undefined): AuthorityFault {
  return {
    code: 'http-status',
    message: `the authority answered with HTTP status ${status}`,
    remedy: 'check its address; redirects are not followed',
  };
}
