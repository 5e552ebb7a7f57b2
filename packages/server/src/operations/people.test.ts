import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { issueInvitation } from '../people/invitation.ts';

for (const database of DATABASES) {
  describe(`people, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    before(async () => {
      test = await openTestRoom({ database });
    });
    after(() => test.close());

    const firstLink = () => {
      const { room } = test;
      return issueInvitation(room.records, 'administrator', null, {
        newId: room.newId,
        random: room.random,
        now: room.clock.now(),
      });
    };

    it('begins with a one-time link for the first administrator, who then signs in', async () => {
      assert.deepEqual((await test.ask(undefined, 'GET', '/api/setup')).body, { needed: true, providers: [] });
      const { token } = await firstLink();
      const who = { name: 'Ada', email: 'Ada@Example.org', password: 'a long enough password' };
      const made = await test.ask(undefined, 'POST', '/api/setup', { token, ...who });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      assert.equal(made.body.role, 'administrator');
      assert.equal((await test.ask(undefined, 'GET', '/api/setup')).body.needed, false);
      const again = await test.ask(undefined, 'POST', '/api/setup', { token, ...who });
      assert.equal(again.status, 403);
      assert.equal(again.body.type, '/problems/bad-token');
      const cookie = await signIn('ada@example.org', 'a long enough password');
      const me = await test.ask(undefined, 'GET', '/api/me', undefined, { cookie });
      assert.equal(me.body.account.email, 'ada@example.org');
      assert.ok(me.body.permissions.includes('manage-people'));
      const sessions = await test.ask(undefined, 'GET', '/api/sessions', undefined, { cookie });
      assert.equal(sessions.body.items.length, 1);
      assert.equal(sessions.body.items[0].current, true);
      const ended = await test.ask(undefined, 'DELETE', `/api/sessions/${sessions.body.items[0].id}`, undefined, {
        cookie,
      });
      assert.equal(ended.status, 204);
      assert.equal((await test.ask(undefined, 'GET', '/api/me', undefined, { cookie })).status, 401);
    });

    async function signIn(email: string, password: string): Promise<string> {
      const response = await trySignIn(email, password);
      assert.equal(response.status, 200, await response.clone().text());
      return response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    }

    function trySignIn(email: string, password: string): Promise<Response> {
      return test.fetch(
        new Request(`${ORIGIN}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', host: 'localhost:4180', origin: ORIGIN },
          body: JSON.stringify({ email, password }),
        }),
      );
    }

    it('answers an unknown account as a wrong password, and limits tries per account', async () => {
      const person = await test.person('responder');
      const wrong = await trySignIn(person.email, 'not the password');
      const unknown = await trySignIn('nobody@example.org', 'not the password');
      assert.equal(wrong.status, 401);
      assert.equal(unknown.status, 401);
      assert.equal(await wrong.text(), await unknown.text());
      let last = 0;
      for (let tried = 0; tried < 12; tried++) last = (await trySignIn(person.email, 'not the password')).status;
      assert.equal(last, 429);
    });

    it('makes cookies that scripts cannot read and other sites cannot send', async () => {
      const person = await test.person('auditor');
      const response = await trySignIn(person.email, person.password);
      for (const cookie of response.headers.getSetCookie()) {
        assert.match(cookie, /HttpOnly/i);
        assert.match(cookie, /SameSite=Lax/i);
      }
    });

    it('lets nobody sign up, and nobody change an account by the library’s own routes', async () => {
      for (const path of ['sign-up/email', 'update-user', 'change-email', 'delete-user']) {
        const response = await test.fetch(
          new Request(`${ORIGIN}/api/auth/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', host: 'localhost:4180', origin: ORIGIN },
            body: JSON.stringify({
              email: 'x@example.org',
              password: 'a long enough password',
              name: 'x',
              role: 'administrator',
            }),
          }),
        );
        assert.ok([400, 401, 403, 404].includes(response.status), `${path}: ${response.status}`);
      }
    });

    it('invites, changes roles at once, and closes accounts with their sessions', async () => {
      const admin = await test.person('administrator');
      const invited = await test.ask(admin, 'POST', '/api/accounts', { role: 'responder' });
      assert.equal(invited.status, 201);
      const joined = await test.ask(undefined, 'POST', '/api/setup', {
        token: invited.body.token,
        name: 'Bo',
        email: 'bo@example.org',
        password: 'another long password',
      });
      assert.equal(joined.body.role, 'responder');
      const cookie = await signIn('bo@example.org', 'another long password');
      assert.equal((await test.ask(undefined, 'GET', '/api/accounts', undefined, { cookie })).status, 403);
      const changed = await test.ask(admin, 'PATCH', `/api/accounts/${joined.body.id}`, { disabled: true });
      assert.equal(changed.body.disabled, true);
      assert.equal((await test.ask(undefined, 'GET', '/api/me', undefined, { cookie })).status, 401);
      assert.equal((await trySignIn('bo@example.org', 'another long password')).ok, false);
    });

    it('lets nobody change their own role', async () => {
      const admin = await test.person('administrator');
      const refused = await test.ask(admin, 'PATCH', `/api/accounts/${admin.id}`, { role: 'auditor' });
      assert.equal(refused.status, 409);
    });

    it('gives tokens only what their scopes and their owner’s role both allow, and until they expire', async () => {
      const admin = await test.person('administrator');
      const cookie = await signIn(admin.email, admin.password);
      const body = { name: 'reader', scopes: ['read-people', 'work-on-cases'], days: 1 };
      const made = await test.ask(undefined, 'POST', '/api/tokens', body, { cookie });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const reader: Person = { ...admin, token: made.body.token };
      assert.equal((await test.ask(reader, 'GET', '/api/accounts')).status, 200);
      assert.equal((await test.ask(reader, 'POST', '/api/accounts', { role: 'auditor' })).status, 403);
      assert.deepEqual((await test.ask(reader, 'GET', '/api/me')).body.permissions, ['read-people']);
      assert.doesNotMatch(
        JSON.stringify((await test.ask(admin, 'GET', '/api/tokens')).body),
        new RegExp(made.body.token),
      );
      test.turnClock(25 * 60 * 60 * 1000);
      assert.equal((await test.ask(reader, 'GET', '/api/accounts')).status, 401);
    });

    it('writes evidence of sign-ins and changes of access, without a name or an address', async () => {
      const { readFile } = await import('node:fs/promises');
      const log = await readFile(test.room.evidence.path, 'utf8');
      assert.match(log, /"type":"sign-in"/);
      assert.match(log, /"change":"closed"/);
      assert.doesNotMatch(log, /example\.org|Ada|127\.0\.0\.1/);
    });
  });
}
