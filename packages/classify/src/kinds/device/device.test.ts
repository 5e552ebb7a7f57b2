import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { createIdentifierFinder } from '../../identifiers.ts';
import { cookieFinder } from './cookie.ts';
import { DEVICE_IDENTIFIERS } from './index.ts';
import { IP_EXAMPLES, ipAddressFinder, isPublicAddress } from './ip-address.ts';
import { sessionIdFinder } from './session-id.ts';

function read(finder: typeof cookieFinder, text: string, field?: string): string[] {
  const bytes = Buffer.from(text);
  return findAll(finder, bytes, field === undefined ? {} : { field })
    .matches.filter(({ confidence }) => confidence >= 0.3)
    .map(
      ({ start, end, kind, confidence }) =>
        `${bytes.subarray(start, end)} ${kind} ${confidence >= 0.75 ? 'certain' : 'possible'}`,
    );
}

describe('IP addresses', () => {
  for (const text of IP_EXAMPLES.valid) it(`finds ${text}`, () => assert.equal(read(ipAddressFinder, text).length, 1));
  for (const text of IP_EXAMPLES.invalid)
    it(`does not take ${text} for one`, () => assert.deepEqual(read(ipAddressFinder, text), []));

  it('is certain of a public address of a client only', () => {
    const levelOf = (text: string) => read(ipAddressFinder, text).map((line) => line.split(' ').at(-1));
    for (const text of [
      '81.2.69.142 - - [06/Jan/2025]',
      'remote_addr=5.6.7.8',
      '"ip":"2a02:26f0:3500::1b:7f"',
      '/81.2.69.142:54106',
    ]) {
      assert.deepEqual(levelOf(text), ['certain'], text);
    }
    for (const text of [
      '10.1.2.3',
      '192.168.0.1',
      '127.0.0.1',
      '203.0.113.7',
      '0.0.0.0',
      '224.0.0.1',
      '100.64.0.1',
      'fe80::1',
      '::1',
      'fd00::12:1',
      '2001:db8::1',
      '8.8.8.8',
      '81.2.69.0/24',
      'at 1.2.3.4 then',
    ]) {
      assert.deepEqual(levelOf(text), ['possible'], text);
    }
  });

  it('finds an address wherever it stands in memory', () => {
    for (const address of ['8.7.6.5', '181.102.169.142', '2a02:26f0:3500:0:0:0:1b:7f', '2:3:4:5:6:7:8:9']) {
      for (let before = 0; before < 24; before += 1) {
        for (const behind of ['', ' ', ' 0 and more of it']) {
          const whole = Buffer.from(`${'x'.repeat(before)} ${address}${behind}`);
          const text = whole.subarray(before % 5);
          const { matches } = findAll(ipAddressFinder, text);
          const spans = matches.map(({ start, end }) => text.subarray(start, end).toString());
          assert.deepEqual(spans, [address], `${before} bytes before ${address}${behind}`);
        }
      }
    }
  });

  it('drops versions and says so', () => {
    for (const text of [
      'client version 10.20.30.40',
      'version: "2.0.1.5"',
      '版本 4.3.2.10',
      'Chrome/120.0.0.0 Safari/537.36',
      'v10.20.30.40',
      'libfoo-1.2.3.4',
    ]) {
      const { matches, dropped } = findAll(ipAddressFinder, text);
      assert.deepEqual([matches.length, dropped.length], [0, 1], text);
    }
    assert.deepEqual(read(ipAddressFinder, '120.0.6099.109'), []);
  });

  it('tells which ones are of clients', () => {
    for (const text of ['81.2.69.142', '[2a02:26f0::1]', '::ffff:81.2.69.142'])
      assert.equal(isPublicAddress(text), true, text);
    for (const text of ['10.0.0.1', '::1', 'fe80::1%eth0', '::ffff:10.0.0.1', '1.2.3', 'x', ''])
      assert.equal(isPublicAddress(text), false, text);
  });
});

describe('numbers of devices', () => {
  const finder = createIdentifierFinder(DEVICE_IDENTIFIERS);
  for (const { rule, kind, examples, words } of DEVICE_IDENTIFIERS) {
    it(`finds the examples of ${rule}, and not what is none`, () => {
      for (const value of examples.valid) {
        const own = findAll(finder, `${words[0]}: ${value} `).matches.filter((match) => match.rule === rule);
        assert.deepEqual(
          own.map(({ kind: id, start }) => [id, start]),
          [[kind.id, Buffer.byteLength(`${words[0]}: `)]],
          value,
        );
        assert.ok((own[0]?.confidence ?? 0) >= 0.75);
      }
      for (const value of examples.invalid) {
        assert.deepEqual(
          findAll(finder, `${words[0]}: ${value} `).matches.filter((match) => match.rule === rule),
          [],
          value,
        );
      }
    });
  }

  it('takes a UUID for a device only where it is named so', () => {
    assert.deepEqual(read(finder, 'request 599F9C00-92DC-4B5C-9464-7971F01F8370 done'), []);
    assert.equal(read(finder, '{"idfa":"599F9C00-92DC-4B5C-9464-7971F01F8370"}').length, 1);
    assert.equal(read(finder, '599F9C00-92DC-4B5C-9464-7971F01F8370', 'device_id').length, 1);
  });
});

describe('cookies', () => {
  const session = 'q7d0ksl2m4n5p6r7s8t9';
  it('finds the session in a Cookie header, and the browser that is followed', () => {
    assert.deepEqual(
      read(
        cookieFinder,
        `Cookie: theme=dark-mode-please1; PHPSESSID=${session}; _ga=GA1.2.1234567890.1700000000\r\nHost: x`,
      ),
      [`${session} account/session-cookie certain`, 'GA1.2.1234567890.1700000000 device/tracking-cookie certain'],
    );
  });

  it('reads Set-Cookie without its attributes', () => {
    assert.deepEqual(
      read(
        cookieFinder,
        `Set-Cookie: acme_auth_token=${session}; Path=/; HttpOnly; Expires=Wed, 09 Jun 2027 10:18:14 GMT`,
      ),
      [`${session} account/session-cookie certain`],
    );
  });

  it('reads headers inside JSON', () => {
    assert.deepEqual(read(cookieFinder, `{"headers":{"cookie":"connect.sid=s%3A${session}.abc123; lang=en-GB"}}`), [
      `s%3A${session}.abc123 account/session-cookie certain`,
    ]);
  });

  it('knows well-known cookies outside a header', () => {
    assert.equal(read(cookieFinder, `GET /x;JSESSIONID=${session}`).length, 1);
    assert.equal(read(cookieFinder, `{"_ga":"GA1.2.1234567890.1700000000"}`).length, 1);
    assert.equal(read(cookieFinder, `wordpress_logged_in_3f2a=${session}`).length, 1);
  });

  it('leaves alone what only sounds like one', () => {
    for (const text of [
      'Cookies: we use cookies to make this site better.',
      'PHPSESSID=deleted; path=/',
      'cookie consent given',
      'cookie: true',
      'my_gallery=12345678',
    ]) {
      assert.deepEqual(read(cookieFinder, text), [], text);
    }
  });
});

describe('session ids', () => {
  const id = '9f8e7d6c5b4a39281706';
  for (const text of [
    `session_id=${id}`,
    `{"sessionId": "${id}"}`,
    `Sitzungs-ID: ${id}`,
    `会话ID：${id}`,
    `id de sesión: ${id}`,
  ]) {
    it(`finds one in ${text}`, () =>
      assert.deepEqual(read(sessionIdFinder, text), [`${id} device/session-id certain`]));
  }
  it('takes the name of a column for its label', () => {
    assert.equal(read(sessionIdFinder, id, 'session_id').length, 1);
    assert.equal(read(sessionIdFinder, id, 'commit').length, 0);
  });
  for (const text of [
    'session id: missing',
    'session_id_count=123456789',
    'sid=S-1-5-21-1004336348',
    'session opened for user x',
    'session id=null',
  ]) {
    it(`finds none in ${text}`, () => assert.deepEqual(read(sessionIdFinder, text), []));
  }
});
