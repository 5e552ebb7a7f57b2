// Walks the whole table of who may do what: every operation, as nobody, as each role, and as a token without scopes.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestCase } from '../../testing/case.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { OPERATIONS } from '../operations/index.ts';
import { hashOf } from '../people/api-token.ts';
import { thingOf } from './need-to-know.ts';
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

  /** What lets somebody at cases; nothing of it reaches a case that is kept from them. */
  const AT_CASES: readonly Permission[] = [
    'read-cases',
    'work-on-cases',
    'write-notices',
    'approve-notices',
    'file-notices',
    'work-on-tasks',
    'read-contacts',
    'manage-contacts',
    'send-letters',
    'publish-incident-pages',
  ];
  const atCases = OPERATIONS.filter(({ may: needed }) => AT_CASES.some((one) => one === needed));

  it('knows of every operation on one thing of a case whose case that is', () => {
    for (const { id, path } of atCases) if (path.includes(':')) assert.ok(thingOf(path), id);
  });

  it('has no door through which a responder or an auditor comes at a case that is kept from them', async () => {
    const officer = people.get('data-protection-officer');
    const insider = await test.person('responder', 'insider');
    const { id, version } = await openTestCase(test, insider);
    const limiting = { limited: true, members: [insider.id], because: 'It is about a colleague.' };
    const path = `/api/cases/${id}`;
    const limited = await test.ask(insider, 'PUT', `${path}/members`, limiting, { 'if-match': `"${version}"` });
    assert.equal(limited.status, 200, JSON.stringify(limited.body));
    const [task] = (await test.ask(officer, 'GET', `${path}/tasks`)).body.items;
    const named: Record<string, string> = { '/api/cases': id, '/api/tasks': task.id };
    const elsewhere = '0197f9a0-0000-7000-8000-000000000000';
    let doors = 0;
    for (const { method, path: pattern, may: needed } of atCases) {
      const thing = named[pattern.split('/').slice(0, 3).join('/')];
      if (thing === undefined || !pattern.includes(':id')) continue;
      const door = pattern
        .replace(':id', thing)
        .replace(':path', 'minors')
        .replace(/:[a-zA-Z]+/g, elsewhere);
      for (const role of ['responder', 'auditor'] as const) {
        if (!may(role, needed as Permission)) continue;
        const body = method === 'GET' || method === 'DELETE' ? undefined : '{';
        const { status, body: answer } = await test.ask(people.get(role), method, door, body, { 'if-match': '"0"' });
        assert.deepEqual([status, answer.type, answer.detail], [404, '/problems/not-found', undefined], door);
        doors += 1;
      }
    }
    assert.ok(doors > 20, `${doors} doors were tried`);
  });

  it('has no role that may everything, and an auditor who changes nothing', () => {
    const all = new Set(ROLES.flatMap((role) => permissionsOf(role)));
    for (const role of ROLES) assert.ok(permissionsOf(role).length < all.size, role);
    for (const permission of permissionsOf('auditor'))
      assert.match(permission, /^(?:read-|be-signed-in|manage-own-tokens)/);
    assert.ok(!may('administrator', 'read-contacts'));
  });
});
