// Redis 7.0.15 wrote the samples, by way of redis-cli, for commands on loopback.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertSilent,
  assertUnbreakable,
  eventsIn,
  partOf,
  readLines,
  sampleLines,
  stateAfter,
} from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';
import { keyPatternOf } from './redis-command.ts';

const MONITOR = sampleLines('redis-monitor.txt');
const commandOf = (event: Fields) => partOf(event, 'unmapped').command;
const types = (events: readonly Fields[]) => events.map(({ type_uid: type, status_id: status }) => `${type}/${status}`);

describe("Redis' MONITOR", () => {
  it('tells commands with their client and the pattern of their key', () => {
    const events = eventsIn(MONITOR);
    const [set, get, hash] = events;
    assert.equal(set?.time, 1_795_989_805_446);
    assert.equal(set.type_uid, 600505);
    assert.deepEqual(set.src_endpoint, { ip: '127.0.0.1', port: 56_808 });
    assert.deepEqual(get?.table, { name: 'cart:*' });
    assert.deepEqual(hash?.database, { name: '3', type_id: 6 });
    assert.deepEqual(hash.table, { name: 'customer:*' });
    assert.equal(commandOf(hash), 'HGETALL');
    assert.equal(hash.query, '"HGETALL" "customer:1"');
    const names = events.filter((event) => event.class_uid === 6005).map(commandOf);
    assert.ok(names.includes('SCAN'));
    assert.ok(names.includes('COMMAND DOCS'));
    assert.ok(!names.includes('PING'));
  });

  it('tells sign-ins, whose words the server takes out', () => {
    const logons = eventsIn(MONITOR).filter((event) => event.class_uid === 3002);
    assert.equal(logons.length, 6);
    assert.deepEqual(new Set(types(logons)), new Set(['300201/0']));
  });

  it('knows of a client that it has signed in, after a restart too', () => {
    const line = (port: number, words: string) => `1795989805.446652 [0 203.0.113.9:${port}] ${words}`;
    const before = [line(56_808, '"AUTH" "(redacted)"'), line(56_808, '"GET" "a:1"'), line(56_809, '"GET" "a:1"')];
    assert.deepEqual(
      eventsIn(before).map(({ signed_in: isSignedIn }) => isSignedIn),
      [undefined, true, undefined],
    );
    const [after] = eventsIn([line(56_808, '"GET" "a:2"')], { state: stateAfter(before) });
    assert.equal(after?.signed_in, true);
  });

  it('tells what a script does as its caller does it, after a restart too', () => {
    const at = MONITOR.findIndex((line) => line.includes('[0 lua]'));
    const state = stateAfter(MONITOR.slice(0, at));
    const [call] = eventsIn(MONITOR.slice(at), { state });
    assert.equal(call && commandOf(call), 'GET');
    assert.deepEqual(call?.src_endpoint, { ip: '127.0.0.1', port: 56_878 });
  });

  it('keeps keys and values out of everything but the query', () => {
    const lines = ['1795989805.446652 [0 [::1]:56808] "SET" "ada@example.org" "Ada \\"A\\""', ...MONITOR];
    const events = eventsIn(lines);
    assertSilent(events, 'ada@example.org', 'Ada', 'cart:1', 'customer:1', 'redis.call');
    assert.deepEqual(events[0]?.src_endpoint, { ip: '::1', port: 56_808 });
    assert.deepEqual(events[0]?.table, { name: '*' });
    assert.equal(keyPatternOf('user123:cart:7'), 'user*:*');
    assert.equal(keyPatternOf('session:ada'), 'session:*');
    assert.equal(keyPatternOf('0612345678:x'), '*');
  });

  it('survives whatever becomes of its lines', () => {
    assertUnbreakable(MONITOR, 'redis-monitor');
    assert.match(
      readLines([`${MONITOR[1]?.slice(0, 60)}`], { source: 'redis-monitor' })[0]?.fault ?? '',
      /^it is no record/,
    );
  });
});

describe("Redis' ACL LOG", () => {
  const forms = {
    'for pipes': sampleLines('redis-acl-log.txt'),
    'as JSON': sampleLines('redis-acl-log.ndjson'),
    'for people': sampleLines('redis-acl-log-shown.txt'),
    'as clients give it': sampleLines('redis-acl-log.ndjson').map((line) =>
      JSON.stringify(JSON.parse(line).map((entry: object) => Object.entries(entry).flat())),
    ),
  };

  for (const [form, lines] of Object.entries(forms)) {
    it(`tells who was refused what (${form})`, () => {
      const events = eventsIn(lines);
      assert.deepEqual(types(events), ['300201/2', '600599/2', '600508/2', '600501/2', '300201/2']);
      const [nobody, config, keys, key, app] = events;
      assert.deepEqual(nobody?.user, { name: 'nobody' });
      assert.deepEqual(app?.user, { name: 'app' });
      assert.equal(partOf(app, 'src_endpoint').ip, '127.0.0.1');
      assert.equal(config && commandOf(config), 'CONFIG GET');
      assert.equal(keys && commandOf(keys), 'KEYS');
      assert.equal(key && commandOf(key), 'GET');
      assert.deepEqual(key?.table, { name: 'person:*' });
      // Version 7.0 tells no time, and none is made up.
      assert.equal(key?.time, undefined);
      assertSilent(events, 'person:ada');
    });

    it(`survives whatever becomes of its lines (${form})`, () => {
      assertUnbreakable(lines, 'redis-acl-log');
    });
  }

  it('tells the time and the entry from version 7.2 on', () => {
    const entry = {
      count: 3,
      reason: 'auth',
      context: 'toplevel',
      object: 'AUTH',
      username: 'app',
      'age-seconds': 8.038,
      'client-info': 'id=3 addr=10.1.2.3:57275 laddr=127.0.0.1:6379 fd=8 name= db=0 cmd=auth user=default',
      'entry-id': 5,
      'timestamp-created': 1675361492408,
      'timestamp-last-updated': 1675361493000,
    };
    const [event] = eventsIn([JSON.stringify([entry])]);
    assert.equal(event?.time, 1675361493000);
    assert.equal(partOf(event, 'metadata').uid, 'acl 5 1675361493000');
    assert.equal(event.count, 3);
  });
});

describe("Redis' SLOWLOG, as the poll reads it", () => {
  const entry = (words: readonly string[], id = 7) =>
    JSON.stringify({
      slowlog_id: id,
      timestamp: 1_796_002_031,
      duration_us: 1250,
      arguments: words,
      client: '10.0.0.7:40122',
      name: 'cart-service',
    });

  it('tells commands with client, duration and the pattern of their key, and keeps values nowhere', () => {
    const events = eventsIn([
      entry(['HGETALL', 'customer:canary-ada']),
      entry(['SET', 'x', 'canary-value']),
      entry(['PING']),
    ]);
    assert.equal(events.length, 2);
    const [read] = events;
    assert.deepEqual(read?.table, { name: 'customer:*' });
    assert.deepEqual([read.time, read.duration, commandOf(read)], [1_796_002_031_000, 1.25, 'HGETALL']);
    assert.deepEqual(read.src_endpoint, { ip: '10.0.0.7', port: 40_122 });
    assert.equal(partOf(read, 'actor').app_name, 'cart-service');
    assertSilent(events, 'canary-ada', 'canary-value');
  });

  it('tells sign-ins', () => {
    assert.deepEqual(types(eventsIn([entry(['AUTH', '(redacted)', '(redacted)'])])), ['300201/0']);
  });
});

describe("Redis' ACL LOG, counted", () => {
  it('stands for as many refusals as the entry says', () => {
    const [event] = eventsIn([
      JSON.stringify({
        count: '5',
        reason: 'auth',
        context: 'toplevel',
        object: 'AUTH',
        username: 'ada',
        'client-info': 'id=3 addr=10.0.0.7:40122 name= db=0 cmd=auth',
        'timestamp-last-updated': 1_796_002_031_000,
      }),
    ]);
    assert.equal(partOf(event, 'unmapped').accesses, 5);
  });
});
