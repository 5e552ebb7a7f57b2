// Work for the platform that is measured: its first administrator, a responder, and what that one has it do over its API.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Administrator, becomeAdministrator } from '@vigie/server/testing/platform-process';
import { join, RESPONDER } from '../demo/team.ts';

export interface Asking {
  readonly url: string;
  readonly cookie: string;
}

/** @param setUpUrl the first administrator's link */
export async function asResponder(setUpUrl: string): Promise<Asking> {
  const url = new URL(setUpUrl).origin;
  const administrator: Administrator = await becomeAdministrator({ url, setUpUrl });
  await join(url, administrator, RESPONDER);
  const { email, password } = RESPONDER;
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  const cookies = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { url, cookie: cookies.join('; ') };
}

/** Scans this machine, and waits for the end. @param ports as the API takes them */
export async function scan(asking: Asking, ports: string): Promise<void> {
  await scanned(asking, await newScope(asking, { ports }));
}

/** Has the store at a port of this machine classified, and waits for the end. */
export async function classify(asking: Asking, port: number): Promise<void> {
  const scopeId = await newScope(asking, { ports: String(port), classify: true });
  await scanned(asking, scopeId);
  await until(async () => {
    const { items } = await ask(asking, 'GET', `/api/stores?scope=${scopeId}`);
    return (items as { kinds: unknown[] }[]).some(({ kinds }) => kinds.length > 0);
  });
}

async function newScope(asking: Asking, fields: Record<string, unknown>): Promise<string> {
  const scope = { name: 'this machine', targets: ['127.0.0.1'], interval: null, ...fields };
  return String((await ask(asking, 'POST', '/api/scopes', scope)).id);
}

async function scanned(asking: Asking, scopeId: string): Promise<void> {
  const { scanId } = await ask(asking, 'POST', `/api/scopes/${scopeId}/scan`);
  await until(async () => (await ask(asking, 'GET', `/api/scans/${String(scanId)}`)).finishedAt !== undefined);
}

async function ask({ url, cookie }: Asking, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', origin: url },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}`);
  return (await answer.json()) as Record<string, unknown>;
}

const LOOK_EVERY_MS = 100;
const WITHIN_MS = 10 * 60 * 1000;

async function until(look: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + WITHIN_MS;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('what is waited for did not come within ten minutes');
    await sleep(LOOK_EVERY_MS);
  }
}
