// The routes of the sign-in library, with limits of our own before them: per account as well as per address, and the same answer for
// accounts that do not exist.
import { hash } from 'node:crypto';
import { ADDRESS_HEADER } from '../people/sign-in.ts';
import type { Room } from '../room.ts';
import { type Problem, problem } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate.ts';

export interface SignInLimits {
  readonly byAccount: RateLimit;
  readonly byAddress: RateLimit;
}

/** Ten tries at once, then one in twenty seconds for one account; somebody who mistyped waits little, a list of passwords takes years. */
export function createSignInLimits(): SignInLimits {
  return { byAccount: createRateLimit(10, 1 / 20), byAddress: createRateLimit(30, 1 / 2) };
}

const LIMIT_BYTES = 64 * 1024;
const GUESSED = /\/(?:sign-in\/|two-factor\/verify|passkey\/verify-authentication)/;

export async function answerSignIn(
  room: Room,
  request: Request,
  address: string,
  limits: SignInLimits,
): Promise<Response | Problem> {
  const text = await request.text();
  if (Buffer.byteLength(text) > LIMIT_BYTES) return problem('body-too-large');
  const path = new URL(request.url).pathname;
  if (request.method === 'POST' && GUESSED.test(path)) {
    const nowMs = room.clock.now().getTime();
    const seconds = Math.max(
      limits.byAddress.take(address, nowMs),
      limits.byAccount.take(accountOf(request, text), nowMs),
    );
    if (seconds > 0) return problem('too-many-requests', { headers: { 'retry-after': String(seconds) } });
  }
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  const body = request.method === 'GET' || request.method === 'HEAD' ? {} : { body: text };
  return room.signIn.handle(new Request(request.url, { method: request.method, headers, ...body }));
}

/** What the tries are counted under: the address that was typed, or the half-finished sign-in that a second factor belongs to. */
function accountOf(request: Request, text: string): string {
  const email = emailIn(text);
  return hash('sha256', email ?? request.headers.get('cookie') ?? 'nobody');
}

function emailIn(text: string): string | undefined {
  try {
    const { email } = JSON.parse(text) as { email?: unknown };
    return typeof email === 'string' ? email.trim().toLowerCase() : undefined;
  } catch {
    // The library answers what is not JSON.
    return undefined;
  }
}
