// Walks the whole table of who may do what: every operation, as nobody, as each role, and as a token without scopes.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { OPERATIONS } from '../operations/index.ts';
import { hashOf } from '../people/api-token.ts';
import { may, type Permission, permissionsOf, ROLES, type Role } from './roles.ts';

describe('who may do what', () => {
  let test: TestRoom;
  const people = new Map<Role, Person>();
  let limited: Person;
  before(async () => {
    test = await openTestRoom();
    for (const role of ROLES) people.set(role, await test.person(role));
    limited = await test.person('administrator', 'limited');
    await test.room.records
      .updateTable('api_token')
      .set({ scopes: [] })
      .where('token_hash', '=', hashOf(limited.token))
      .execute();
  });
  after(() => test.close());

  /** Requests that are refused for what they say, so that nothing is done: only who asks is looked at first. */
  const ask = (as: Person | undefined, { method, path }: { method: string; path: string }) =>
    test.ask(as, method, path.replace(/:[a-zA-Z]+/g, '~'), method === 'GET' || method === 'DELETE' ? undefined : '{', {
      'if-match': '"0"',
    });

  for (const operation of OPERATIONS) {
    const needed = operation.may as Permission | 'nobody';
    it(`${operation.method} ${operation.path} takes ${needed}`, async () => {
      const asNobody = await ask(undefined, operation);
      assert.equal(asNobody.status === 401, needed !== 'nobody', `nobody got ${asNobody.status}`);
      if (needed === 'nobody') return;
      for (const [role, person] of people) {
        const { status, body } = await ask(person, operation);
        const refused = status === 403 && body.type === '/problems/not-allowed';
        assert.equal(refused, !may(role, needed), `${role} got ${status}`);
        if (refused) assert.match(body.detail, new RegExp(needed));
      }
      const { status } = await ask(limited, operation);
      if (needed !== 'be-signed-in') assert.equal(status, 403, `a token without scopes got ${status}`);
    });
  }

  it('has no role that may everything, and an auditor who changes nothing', () => {
    const all = new Set(ROLES.flatMap((role) => permissionsOf(role)));
    for (const role of ROLES) assert.ok(permissionsOf(role).length < all.size, role);
    for (const permission of permissionsOf('auditor'))
      assert.match(permission, /^(?:read-|be-signed-in|manage-own-tokens)/);
    assert.ok(!may('administrator', 'read-contacts'));
  });
});
