// The logs of a real Redis: each command and each refusal once, through a restart of what reads and of the server, with a count of what a
// small ring lost.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacks } from '@vigie/probe/testing';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { exchange } from '@vigie/probe/testing/plain-client';
import { startRedis } from '@vigie/probe/testing/redis';
import { openedLog, pageFrom, rowsOf } from '../../testing/query-logs.ts';
import { respCommand } from '../net/resp.ts';
import type { QueryLogPage } from './query-log.ts';

const { signal } = new AbortController();
const PASSWORD = 'a-password-of-the-test-bench';
const OWNER = ['AUTH', 'keeper', PASSWORD];

describe('the logs of Redis', { skip: lacks('redis-server') }, () => {
  let server: LoggedServer;
  const url = (login = `watcher:${PASSWORD}`) => `redis://${login}@127.0.0.1:${server.port}`;
  const say = async (...commands: readonly (readonly string[])[]) => {
    const send = Buffer.concat([...commands, ['QUIT']].map(respCommand)).toString('latin1');
    return (await exchange({ host: '127.0.0.1', port: server.port, send, timeoutMs: 5000 })).text;
  };
  const commandsIn = (page: QueryLogPage) =>
    rowsOf(page).flatMap(({ arguments: words }) => (Array.isArray(words) ? [words.join(' ')] : []));
  const refusalsIn = (page: QueryLogPage) => rowsOf(page).filter(({ reason }) => reason !== undefined);
  before(async () => {
    server = await startRedis('open');
    const rights = ['+slowlog|get', '+acl|log', '+time', '+info', '+client|info', '+config|get'];
    await say(OWNER, ['ACL', 'SETUSER', 'watcher', 'on', `>${PASSWORD}`, ...rights]);
    await say(OWNER, ['ACL', 'SETUSER', 'nobody', 'on', `>${PASSWORD}`]);
  });
  after(() => server.stop());

  it('gives each command once, with its client, and none of our own', async () => {
    const log = openedLog(url());
    let { place } = await pageFrom(log, undefined);
    const seen: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await say(...Array.from({ length: 40 }, (_, n) => ['GET', `cart:${round}-${n}`]));
      const page = await pageFrom(log, JSON.parse(JSON.stringify(place)));
      ({ place } = page);
      seen.push(...commandsIn(page).filter((one) => one !== 'QUIT'));
    }
    log.close();
    assert.deepEqual(
      seen,
      Array.from({ length: 120 }, (_, n) => `GET cart:${Math.floor(n / 40)}-${n % 40}`),
    );
  });

  it('gives what others ask of the slow log, too', async () => {
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    await say(OWNER, ['SLOWLOG', 'GET', '10']);
    assert.ok(commandsIn(await pageFrom(log, place)).includes('SLOWLOG GET 10'));
    log.close();
  });

  it('gives each refusal once, one for each try, also where the server counts them in one entry', async () => {
    const log = openedLog(url());
    const begun = await pageFrom(log, undefined);
    for (let n = 0; n < 12; n += 1) await say(['AUTH', 'watcher', 'wrong']);
    const first = await pageFrom(log, begun.place);
    assert.equal(refusalsIn(first).length, 12);
    assert.ok(
      refusalsIn(first).every(
        ({ reason, username, count }) => reason === 'auth' && username === 'watcher' && count === 1,
      ),
    );
    const none = await pageFrom(log, first.place);
    assert.equal(refusalsIn(none).length, 0);
    for (let n = 0; n < 3; n += 1) await say(['AUTH', 'watcher', 'wrong']);
    await say(['AUTH', 'watcher', PASSWORD], ['GET', 'session:ada']);
    const second = await pageFrom(log, JSON.parse(JSON.stringify(none.place)));
    assert.deepEqual(
      refusalsIn(second).map(({ reason, object }) => [reason, object]),
      [...Array.from({ length: 3 }, () => ['auth', 'AUTH']), ['command', 'get']],
    );
    assert.ok(!JSON.stringify(second.place).includes('watcher'), 'nobody stands in the place');
    log.close();
  });

  it('says how much a small ring lost, and begins anew with a server that begins anew', async () => {
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    await say(OWNER, ['CONFIG', 'SET', 'slowlog-max-len', '50']);
    await say(...Array.from({ length: 300 }, () => ['PING']));
    const page = await pageFrom(log, place);
    assert.match(
      page.note ?? '',
      /\d+ entries of its slow log were overwritten before they were read: raise slowlog-max-len/,
    );
    log.close();
    const { port } = server;
    await server.stop();
    server = await startRedis('open', { port });
    await say(OWNER, ['ACL', 'SETUSER', 'watcher', 'on', `>${PASSWORD}`, '+@all', '~*']);
    await say(['GET', 'behind:restart']);
    const again = openedLog(url());
    assert.ok(commandsIn(await pageFrom(again, page.place)).includes('GET behind:restart'));
    again.close();
  });

  it('says what is switched off and how to switch it on, which right is missing, and which password is wrong', async () => {
    await say(OWNER, ['CONFIG', 'SET', 'slowlog-log-slower-than', '10000']);
    const log = openedLog(url());
    assert.match(
      (await pageFrom(log, undefined)).note ?? '',
      /longer than 10000 µs: CONFIG SET slowlog-log-slower-than 0/,
    );
    log.close();
    const asked = async (login: string) => {
      const closed = openedLog(url(login));
      const page = await closed.next(undefined, signal);
      closed.close();
      assert.ok('code' in page);
      return page.message;
    };
    await say(OWNER, ['ACL', 'SETUSER', 'nobody', 'on', `>${PASSWORD}`]);
    assert.match(await asked(`nobody:${PASSWORD}`), /\+slowlog\|get \+acl\|log/);
    const wrong = await asked('watcher:canarypass');
    assert.match(wrong, /user or password is wrong/);
    assert.ok(!wrong.includes('canarypass'));
  });
});
