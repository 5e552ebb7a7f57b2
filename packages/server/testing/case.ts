// Cases and notices for tests, made over HTTP as people make them: opened from a scan, facts stated one by one, approved in sessions.
import assert from 'node:assert/strict';
import { LEAKING_SCAN } from './exposure.ts';
import { type Answer, ORIGIN, type Person, type TestRoom } from './room.ts';

/** All that a letter in French to the users has to say, for the exposure of `LEAKING_SCAN`. */
export const LETTER_FACTS: Readonly<Record<string, unknown>> = {
  organisationName: 'Exemple',
  dpo: { name: 'Camille Martin', email: 'dpo@exemple.example', phone: '01 23 45 67 89' },
  establishments: ['FR'],
  timeZone: 'Europe/Paris',
  until: '2026-11-27T12:00:00+01:00',
  ongoing: false,
  data: ['contact', 'credentials'],
  credentials: 'weak-hash',
  measuresTaken: [{ what: 'Nous avons changé toutes les clés et tous les mots de passe.' }],
  measuresForPersons: ['Nous avons changé toutes les clés et tous les mots de passe.'],
  writtenIn: 'fr',
};

/** @returns the body of the opened case */
export async function openTestCase(test: TestRoom, as: Person, more: object = {}) {
  const awareAt = new Date(test.room.clock.now().getTime() - 60 * 60 * 1000).toISOString();
  const body = { name: 'Chats of the assistant', awareAt, why: 'The scan read it.', scan: LEAKING_SCAN, ...more };
  const answer = await test.ask(as, 'POST', '/api/cases', body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
}

export async function stateFacts(
  test: TestRoom,
  as: Person,
  caseId: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  let { version } = (await test.ask(as, 'GET', `/api/cases/${caseId}`)).body;
  for (const [path, value] of Object.entries(facts)) {
    const body = { value, certainty: 'known', source: 'the team' };
    const match = { 'if-match': `"${version}"` };
    const answer = await test.ask(as, 'PUT', `/api/cases/${caseId}/facts/${path}`, body, match);
    assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`);
    version = answer.body.version;
  }
}

/** Signs in with the password. @returns the cookie of the session */
export async function signedIn(test: TestRoom, { email, password }: Person): Promise<string> {
  const response = await test.fetch(
    new Request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost:4180', origin: ORIGIN },
      body: JSON.stringify({ email, password }),
    }),
  );
  assert.equal(response.status, 200, await response.clone().text());
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** Approves the frozen version that stands now, in a session. */
export async function approve(test: TestRoom, cookie: string, noticeId: string): Promise<Answer> {
  const { version } = (await test.ask(undefined, 'GET', `/api/notices/${noticeId}`, undefined, { cookie })).body;
  return test.ask(undefined, 'POST', `/api/notices/${noticeId}/approve`, undefined, {
    cookie,
    'if-match': `"${version}"`,
  });
}
