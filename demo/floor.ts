// What the journeys of the browser walk on: one platform, one browser, a team of every role, and a case made from a scan. Nobody shares a
// session: each page has cookies of its own.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@vigie/probe/testing/server';
import { LETTER_FACTS } from '@vigie/server/testing/case';
import { LEAKING_SCAN } from '@vigie/server/testing/exposure';
import { type MailSink, openMailSink } from '@vigie/server/testing/mail-sink';
import { startPlatformProcess } from '@vigie/server/testing/platform-process';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { join as joinRoom, KEEPER, type Member, OFFICER, RESPONDER } from './team.ts';
import { openPage } from './walk.ts';

export const SECOND_RESPONDER = member('Di', 'responder');
export const AUDITOR = member('Eve', 'auditor');
export const EMPLOYEE = member('Flo', 'employee');
const TEAM = [KEEPER, RESPONDER, SECOND_RESPONDER, OFFICER, AUDITOR, EMPLOYEE];

export const CASE_NAME = 'Chats of the assistant';

function member(name: string, role: string): Member {
  return { name, role, email: `${name.toLowerCase()}@example.org`, password: 'a password for the journeys' };
}

export interface Floor {
  readonly url: string;
  /** Where strangers read. */
  readonly publicUrl: string;
  readonly browser: Browser;
  readonly sink: MailSink;
  readonly caseId: string;
  /** A page of a member who is signed in, with nothing shown yet. */
  enter(who: Member): Promise<Page>;
  /** Asks the API in a session of the member. @throws where it does not succeed */
  ask(who: Member, method: string, path: string, body?: unknown, version?: number): Promise<Answer>;
  readonly printed: () => string;
  close(): Promise<void>;
}

/** What the API answered: JSON, of which a journey reads a few members. */
interface Answer {
  readonly id: string;
  readonly version: number;
}

const WEB = fileURLToPath(new URL('../packages/web/dist/app', import.meta.url));

/** @param folder for the data and the keys */
export async function openFloor(folder: string): Promise<Floor> {
  const [port, publicPagesPort] = [await freePort(), await freePort()];
  const settings = { publicPagesPort, outgoingNetworks: ['127.0.0.0/8'] };
  const place = { folder: join(folder, 'room'), port, webFolder: WEB, settings };
  const [platform, browser, sink] = await Promise.all([
    startPlatformProcess(place),
    openBrowser(false),
    openMailSink(),
  ]);
  const { url } = platform;
  const cookies = await letIn(url, platform.setUpUrl ?? '');
  const ask: Floor['ask'] = async (who, method, path, body, version) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: url,
        cookie: cookies.get(who) ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Answer;
  };
  return {
    url,
    publicUrl: `http://localhost:${publicPagesPort}`,
    browser,
    sink,
    caseId: await openLeakCase(ask),
    ask,
    async enter(who) {
      const page = await openPage(browser);
      const pairs = (cookies.get(who) ?? '').split('; ').map((pair) => pair.split(/=(.*)/s));
      await page.context().addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })));
      return page;
    },
    printed: platform.printed,
    async close() {
      await browser.close();
      await platform.end('SIGTERM');
      await sink.close();
    },
  };
}

/** The first administrator by the link, everybody else by invitation. @returns the cookies of each */
async function letIn(url: string, setUpUrl: string): Promise<ReadonlyMap<Member, string>> {
  const { name, email, password } = KEEPER;
  const body = { token: new URL(setUpUrl).hash.slice(1), name, email, password };
  const headers = { 'content-type': 'application/json', origin: url };
  const made = await fetch(`${url}/api/setup`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (made.status !== 201) throw new Error(`the set-up answered ${made.status}: ${await made.text()}`);
  const cookies = new Map<Member, string>([[KEEPER, await cookieOf(url, KEEPER)]]);
  const administrator = { cookie: cookies.get(KEEPER) ?? '' };
  for (const who of TEAM.slice(1)) {
    await joinRoom(url, administrator, who);
    cookies.set(who, await cookieOf(url, who));
  }
  return cookies;
}

async function cookieOf(url: string, { email, password }: Member): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`the sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** A case from a scan document, with what a letter has to say. */
async function openLeakCase(ask: Floor['ask']): Promise<string> {
  const awareAt = new Date(Date.now() - 60 * 60 * 1000).toISOString();
  const body = { name: CASE_NAME, awareAt, why: 'The scan read it.', scan: LEAKING_SCAN };
  const { id } = await ask(RESPONDER, 'POST', '/api/cases', body);
  let { version } = await ask(RESPONDER, 'GET', `/api/cases/${id}`);
  for (const [path, value] of Object.entries(LETTER_FACTS)) {
    const fact = { value, certainty: 'known', source: 'the team' };
    ({ version } = await ask(RESPONDER, 'PUT', `/api/cases/${id}/facts/${path}`, fact, version));
  }
  return id;
}

/** A letter in French to the users, approved by two people. @returns its id */
export async function approveLetter({ ask, caseId }: Floor): Promise<string> {
  const drafted = await ask(RESPONDER, 'POST', `/api/cases/${caseId}/notices`, {
    kind: 'letter',
    language: 'fr',
    group: 'users',
  });
  const { id } = drafted;
  let { version } = await ask(RESPONDER, 'POST', `/api/notices/${id}/freeze`, {}, drafted.version);
  for (const who of [OFFICER, SECOND_RESPONDER])
    ({ version } = await ask(who, 'POST', `/api/notices/${id}/approve`, undefined, version));
  return id;
}

/** Mail leaves by the sink. */
export async function setRelay({ ask, sink }: Floor): Promise<void> {
  const settings = {
    host: '127.0.0.1',
    port: sink.port,
    security: 'none',
    from: { name: 'Exemple', address: 'privacy@example.org' },
    bounceAddress: 'bounces@example.org',
    connections: 2,
  };
  await ask(KEEPER, 'PUT', '/api/settings/mail', settings, 0);
}
