import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { startAlerts } from '../alerts/start-alerts.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';

for (const database of DATABASES) {
  describe(`channels, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let responder: Person;
    const received: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (chunk) => received.push(String(chunk)));
      request.on('end', () => response.writeHead(request.url === '/gone' ? 410 : 200).end('channel_is_archived'));
    });
    let url: string;
    before(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      server.unref();
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      test = await openTestRoom({ database, settings: { outgoingNetworks: ['127.0.0.0/8'] } });
      responder = await test.person('responder');
      await startAlerts(test.room, createAllowedAddresses(test.room.settings.outgoingNetworks));
    });
    after(async () => {
      server.closeAllConnections();
      server.close();
      await test.close();
    });

    const create = (body: object) => test.ask(responder, 'POST', '/api/channels', { name: 'on call', ...body });

    it('begin with what suits most, and show their secret once', async () => {
      const { status, body } = await create({ kind: 'webhook', target: `${url}/hook?key=hidden` });
      assert.equal(status, 201, JSON.stringify(body));
      assert.match(body.secret, /^whsec_/);
      assert.deepEqual(
        [body.leastLevel, body.language, body.quietHours, body.windowMinutes, body.mostPerHour, body.enabled],
        ['high', 'en', null, 30, 20, true],
      );
      assert.equal(body.targetShown, new URL(url).host);
      const listed = JSON.stringify((await test.ask(responder, 'GET', '/api/channels')).body);
      assert.doesNotMatch(listed, /whsec_|hidden/);
      const slack = await create({ kind: 'slack', target: `${url}/slack` });
      assert.equal(slack.body.secret, undefined);
      const mail = await create({ kind: 'mail', target: 'On-Call@Example.org' });
      assert.equal(mail.body.targetShown, '@example.org');
    });

    it('are changed under their version, and keep what is not named', async () => {
      const quietHours = {
        timeZone: 'Europe/Paris',
        stretches: [{ days: ['monday', 'tuesday'], from: '22:00', to: '07:00' }],
      };
      const { body: made } = await create({ kind: 'slack', target: `${url}/slack`, quietHours, leastLevel: 'low' });
      const path = `/api/channels/${made.id}`;
      assert.equal((await test.ask(responder, 'PATCH', path, { name: 'x' })).status, 428);
      const changed = await test.ask(
        responder,
        'PATCH',
        path,
        { name: 'night', mostPerHour: 5 },
        { 'if-match': '"1"' },
      );
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      assert.deepEqual(changed.body, { ...made, name: 'night', mostPerHour: 5, version: 2 });
      const old = await test.ask(responder, 'PATCH', path, { name: 'x' }, { 'if-match': '"1"' });
      assert.equal(old.status, 412);
      const loud = await test.ask(responder, 'PATCH', path, { quietHours: null }, { 'if-match': '"2"' });
      assert.equal(loud.body.quietHours, null);
      assert.equal((await test.ask(responder, 'DELETE', path)).status, 204);
      assert.equal((await test.ask(responder, 'PATCH', path, { name: 'x' }, { 'if-match': '"3"' })).status, 404);
      assert.equal((await test.ask(responder, 'POST', `${path}/test`)).status, 404);
    });

    it('are tried with a message, and say what became of it', async () => {
      const good = await create({ kind: 'slack', target: `${url}/slack`, language: 'fr' });
      const tried = await test.ask(responder, 'POST', `/api/channels/${good.body.id}/test`);
      assert.deepEqual(tried.body, { result: 'delivered' });
      assert.match(received.at(-1) ?? '', /message d’essai/);
      const gone = await create({ kind: 'slack', target: `${url}/gone` });
      const failed = await test.ask(responder, 'POST', `/api/channels/${gone.body.id}/test`);
      assert.deepEqual(failed.body, {
        result: 'not-delivered',
        failure: 'it answered 410 (channel_is_archived)',
      });
      const mail = await create({ kind: 'mail', target: 'on-call@example.org' });
      const unset = await test.ask(responder, 'POST', `/api/channels/${mail.body.id}/test`);
      assert.match(unset.body.failure, /no mail relay is set/);
    });

    const REFUSED = [
      ['slack', 'http://10.0.0.1/services', '/problems/refused-address'],
      ['teams', 'http://169.254.169.254/latest/meta-data/', '/problems/refused-address'],
      ['webhook', 'http://[::1]/', '/problems/refused-address'],
      ['slack', 'http://93.184.216.34/', '/problems/invalid-request'],
      ['slack', 'https://user:word@example.org/', '/problems/invalid-request'],
      ['teams', 'file:///etc/passwd', '/problems/invalid-request'],
      ['mail', 'on call@example.org', '/problems/invalid-request'],
      ['mail', 'a@example.org,b@example.org', '/problems/invalid-request'],
    ] as const;
    for (const [kind, target, type] of REFUSED) {
      it(`refuse ${kind} to ${target}`, async () => {
        const { status, body } = await create({ kind, target });
        assert.equal(status, 422);
        assert.equal(body.type, type);
        assert.equal(body.errors[0].pointer, '/body/target');
      });
    }

    it('are the business of those who respond', async () => {
      const auditor = await test.person('auditor');
      assert.equal((await test.ask(auditor, 'GET', '/api/channels')).status, 200);
      assert.equal((await test.ask(auditor, 'POST', '/api/channels', {})).status, 403);
    });
  });
}
