import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { freePort } from '@vigie/probe/testing';
import { DATABASES } from '../../testing/records.ts';
import type { Answer } from '../../testing/room.ts';
import { openWatchedRoom, until, type WatchedRoom } from '../../testing/watched.ts';

for (const database of DATABASES) {
  describe(`scopes, in ${database.name}`, { skip: database.skip }, () => {
    let watched: WatchedRoom;
    before(async () => {
      watched = await openWatchedRoom(database);
    });
    after(async () => {
      await watched.close();
      assert.deepEqual(watched.test.logged, []);
    });

    const create = (body: object): Promise<Answer> =>
      watched.test.ask(watched.responder, 'POST', '/api/scopes', {
        name: 'x',
        targets: ['127.0.0.1'],
        ports: '1',
        ...body,
      });
    const pointers = ({ status, body }: Answer): string[] => {
      assert.equal(status, 422, JSON.stringify(body));
      return body.errors.map(({ pointer }: { pointer: string }) => pointer);
    };

    it('begin with this machine, which is scanned at once, and once for two who ask', async () => {
      const port = await freePort();
      const first = await watched.ask('POST', '/api/scopes/this-machine', { ports: String(port), interval: null });
      const second = await watched.ask('POST', '/api/scopes/this-machine', {});
      assert.equal(second.scopeId, first.scopeId);
      await until('the first scan', async () => {
        const { firstScanDone } = await watched.ask('GET', '/api/overview');
        return firstScanDone ? true : undefined;
      });
      const scope = await watched.ask('GET', `/api/scopes/${first.scopeId}`);
      assert.deepEqual([scope.targets, scope.owner.name], [['127.0.0.1'], 'responder']);
    });

    it('say which field is wrong and why', async () => {
      assert.deepEqual(pointers(await create({ name: ' ' })), ['/body/name']);
      assert.deepEqual(pointers(await create({ targets: [] })), ['/body/targets']);
      assert.deepEqual(pointers(await create({ targets: ['127.0.0.1', '10.0.0.1/40'] })), ['/body/targets/1']);
      assert.deepEqual(pointers(await create({ ports: '80,99999' })), ['/body/ports']);
      assert.deepEqual(pointers(await create({ interval: 0 })), ['/body/interval']);
      assert.deepEqual(pointers(await create({ interval: 1.5 })), ['/body/interval']);
      assert.deepEqual(pointers(await create({ ownerId: 'nobody' })), ['/body/ownerId']);
      assert.deepEqual(pointers(await create({ colour: 'red' })), ['/body/colour']);
      assert.deepEqual(pointers(await create({ targets: Array(1001).fill('127.0.0.1') })), ['/body/targets']);
    });

    it('take no text of a target for more than a target', async () => {
      for (const target of [
        '127.0.0.1 10.0.0.1',
        '\u001b[2J',
        '<script>',
        '../../etc/passwd',
        'a'.repeat(400),
        '$(id)',
      ]) {
        const answer = await create({ targets: [target] });
        assert.deepEqual(pointers(answer), ['/body/targets/0'], JSON.stringify(target));
        assert.ok(!JSON.stringify(answer.body).includes(target), 'what was sent is not sent back');
      }
    });

    it('refuse networks that nobody authorised, and keep who did', async () => {
      const beyond = { targets: ['203.0.113.7'] };
      assert.deepEqual(pointers(await create(beyond)), ['/body/targets/0']);
      assert.deepEqual(
        pointers(await create({ ...beyond, networksAuthorised: { authorisedBy: '', until: '2099-01-01' } })),
        ['/body/networksAuthorised/authorisedBy'],
      );
      const over = { authorisedBy: 'A. Person', until: '2020-01-01' };
      assert.ok(pointers(await create({ ...beyond, networksAuthorised: over })).includes('/body/networksAuthorised'));
      const paper = { authorisedBy: 'A. Person', until: '2099-01-01' };
      const made = await create({ ...beyond, networksAuthorised: paper });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      assert.deepEqual(made.body.networksAuthorised, paper);
      const log = await readFile(watched.test.room.evidence.path, 'utf8');
      assert.match(log, /"decision":"authorise-networks"/);
      assert.doesNotMatch(log, /A\. Person/);
    });

    it('send nothing once the authorisation is over, and say so', async () => {
      const paper = { authorisedBy: 'A. Person', until: new Date().toISOString().slice(0, 10) };
      const made = await create({ targets: ['203.0.113.7'], networksAuthorised: paper });
      watched.test.turnClock(2 * 24 * 60 * 60 * 1000);
      const scan = await watched.scan(made.body.id);
      assert.equal(scan.state, 'failed');
      assert.match(scan.error, /it ended on .*nothing was sent/);
    });

    it('are changed by who has read them last', async () => {
      const { body: made } = await create({ name: 'before' });
      const path = `/api/scopes/${made.id}`;
      const change = (version: number | undefined, body: object) =>
        watched.test.ask(
          watched.responder,
          'PATCH',
          path,
          body,
          version === undefined ? {} : { 'if-match': `"${version}"` },
        );
      assert.equal((await change(undefined, { name: 'after' })).status, 428);
      const changed = await change(1, { name: 'after', interval: 3600 });
      assert.deepEqual([changed.status, changed.body.name, changed.body.version], [200, 'after', 2]);
      assert.ok(changed.body.nextScanAt);
      assert.equal((await change(1, { name: 'late' })).status, 412);
      assert.deepEqual(pointers(await change(2, { targets: ['203.0.113.7'] })), ['/body/targets/0']);
      assert.equal((await watched.ask('GET', path)).name, 'after');
    });

    it('are read page by page, none twice', async () => {
      const all = (await watched.ask('GET', '/api/scopes')).items.map(({ id }: { id: string }) => id);
      const paged: string[] = [];
      let cursor = '';
      do {
        const page = await watched.ask('GET', `/api/scopes?limit=2${cursor}`);
        paged.push(...page.items.map(({ id }: { id: string }) => id));
        cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      assert.deepEqual(paged, all);
      const bad = await watched.test.ask(watched.responder, 'GET', '/api/scopes?cursor=nonsense');
      assert.equal(bad.status, 422);
    });

    it('are managed by who may, and looked at by watchers', async () => {
      const auditor = await watched.test.person('auditor');
      assert.equal((await watched.test.ask(auditor, 'GET', '/api/scopes')).status, 200);
      assert.equal((await watched.test.ask(auditor, 'POST', '/api/scopes', {})).status, 403);
      const employee = await watched.test.person('employee');
      assert.equal((await watched.test.ask(employee, 'GET', '/api/scopes')).status, 403);
      assert.equal((await watched.test.ask(employee, 'GET', '/api/findings')).status, 403);
    });
  });
}
