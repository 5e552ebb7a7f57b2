// Lines that rsyslog 8.2302 wrote in its three formats, what nginx 1.22 and HAProxy 2.6 sent, all on loopback; those of RFC 5424 (6.5) and
// RFC 3164 (5.4); and PostgreSQL's parts as its manual (19.8) describes them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyText } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { accessLog } from './access-log.ts';
import { haproxy } from './haproxy.ts';
import { jsonAccessLog } from './json-access-log.ts';
import { postgresqlStderr } from './postgresql-stderr.ts';
import { syslogOf } from './syslog.ts';

const SAMPLES = {
  file: 'Nov 29 22:06:37 db1 myapp: a plain message',
  fileIso: '2026-11-29T22:06:02.249029+00:00 db1 useradd[27048]: new group: name=cloudada, GID=1001',
  modern: '<86>1 2026-11-29T22:06:02.249029+00:00 db1 useradd 27048 - -  new group: name=cloudada, GID=1001',
  nginx:
    '<190>Nov 29 22:05:19 vm nginx: 127.0.0.1 - ada [29/Nov/2026:22:05:19 +0000] "GET /private/x HTTP/1.1" 401 179 "-" "curl/7.88.1"',
  nginxBare:
    '<190>Nov 29 22:05:19 nginx: 127.0.0.1 - - [29/Nov/2026:22:05:19 +0000] "GET /../../etc/passwd HTTP/1.1" 400 157 "-" "-"',
  haproxy:
    '<134>Nov 29 22:05:19 haproxy[26097]: 127.0.0.1:41350 [29/Nov/2026:22:05:19.176] raw rawback/db1 1/0/2 237 -- 1/1/0/0/0 0/0',
  haproxyModern:
    '<142>1 2026-11-29T22:05:19.179478+00:00 - haproxy 26097 - - 127.0.0.1:41350 [29/Nov/2026:22:05:19.176] raw rawback/db1 1/0/2 237 -- 1/1/0/0/0 0/0',
  rfc5424:
    "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \ufeff'su root' failed for lonvick on /dev/pts/8",
  structured:
    '<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="App\\"lication" eventID="1011"][examplePriority@32473 class="high"] An application event',
  rfc3164: "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8",
  counted: '58 <13>Nov 29 22:06:37 db1 myapp: a plain message over TCP',
};
const NOW = Date.UTC(2026, 10, 29, 23);
const syslog = syslogOf([postgresqlStderr, haproxy, accessLog, jsonAccessLog]);
const read = (name: keyof typeof SAMPLES): Fields =>
  syslog.open(undefined, () => NOW).fromText?.(SAMPLES[name])?.[0] ?? {};

describe('syslog', () => {
  it('gives its envelope, in each of its forms', () => {
    for (const name of ['file', 'fileIso', 'modern', 'structured', 'counted'] as const) {
      const event = read(name);
      assert.equal(event.class_uid, 0, name);
      assert.match(String(event.hostname), /^(?:db1|mymachine)/, name);
      assert.ok(typeof event.time === 'number', name);
    }
    assert.equal(read('file').message, 'a plain message');
    assert.equal(read('file').time, Date.UTC(2026, 10, 29, 22, 6, 37));
    assert.equal(read('modern').message, read('fileIso').message);
    assert.equal(read('modern').procid, '27048');
    assert.equal(read('rfc5424').message, "'su root' failed for lonvick on /dev/pts/8");
    assert.deepEqual(
      [read('structured')['exampleSDID@32473.eventSource'], read('structured')['examplePriority@32473.class']],
      ['App"lication', 'high'],
    );
    assert.equal(read('structured').message, 'An application event');
  });

  it('gives the message to the format that wrote it', () => {
    const nginx = read('nginx');
    assert.deepEqual([nginx.class_uid, nginx.status_id, nginx['cs-username'], nginx.hostname], [4002, 2, 'ada', 'vm']);
    assert.equal(read('nginxBare')['cs-uri-stem'], '/../../etc/passwd');
    assert.equal(read('haproxy').class_uid, 4001);
    assert.deepEqual(read('haproxyModern').traffic, read('haproxy').traffic);
    const [json] =
      syslog
        .open(undefined, () => NOW)
        .fromText?.(
          '<190>Nov 29 22:05:19 vm nginx: @cee: {"remote_addr":"127.0.0.1","request":"GET / HTTP/1.1","status":"200"}',
        ) ?? [];
    assert.deepEqual([json?.class_uid, json?.time], [4002, Date.UTC(2026, 10, 29, 22, 5, 19)]);
  });

  it('puts the parts of a line of PostgreSQL together', () => {
    const head = 'Nov 29 22:06:37 db1 postgres[812]: ';
    const lines = [
      `${head}[5-1] 2026-11-29 22:06:37.123 UTC [812] ada@crm LOG:  statement: SELECT *`,
      `${head}[5-2] #011FROM people`,
      `${head}[6-1] 2026-11-29 22:06:38.123 UTC [812] ada@crm LOG:  disconnection: session time: 0:00:00.010`,
    ];
    const reader = syslog.open(undefined, () => NOW);
    const [first = '', second = '', third = ''] = lines;
    assert.equal(reader.goesOn?.(first, second, 1), true);
    assert.equal(reader.goesOn?.(`${first}\n${second}`, third, 2), false);
    assert.equal(reader.goesOn?.(first, SAMPLES.file, 1), false);
    const [event] = reader.fromText?.(`${first}\n${second}`) ?? [];
    assert.equal(event?.class_uid, 6005);
    assert.deepEqual((event.unmapped as Fields).tables, ['people']);
  });

  it('tells the year by a clock, and never by a guess ahead of it', () => {
    const yearAt = (now: number, line: string) => {
      const [event] = syslog.open(undefined, () => now).fromText?.(line) ?? [];
      return new Date(Number(event?.time)).getUTCFullYear();
    };
    const january = Date.UTC(2027, 0, 1, 0, 30);
    assert.equal(yearAt(january, 'Dec 31 23:59:59 db1 a: x'), 2026);
    assert.equal(yearAt(january, 'Jan  1 00:29:00 db1 a: x'), 2027);
    // A clock in a zone ahead of UTC is no year behind.
    assert.equal(yearAt(january, 'Jan  1 13:29:00 db1 a: x'), 2027);
    assert.equal(yearAt(january, 'Jan  2 13:29:00 db1 a: x'), 2026);
    assert.equal(yearAt(january, 'Feb 29 13:29:00 db1 a: x'), 2024);
  });

  it('tells the year by the order of the file where there is no clock, and none where nothing tells it', () => {
    const reader = syslog.open();
    const time = (line: string) => reader.fromText?.(line)?.[0]?.time;
    assert.equal(time('Dec 31 23:59:59 db1 a: x'), undefined);
    const later = syslog.open({ last: Date.UTC(2019, 11, 31, 12) });
    assert.equal(later.fromText?.('Dec 31 23:59:59 db1 a: x')?.[0]?.time, Date.UTC(2019, 11, 31, 23, 59, 59));
    assert.equal(later.fromText?.('Jan  1 00:00:01 db1 a: x')?.[0]?.time, Date.UTC(2020, 0, 1, 0, 0, 1));
    const { last } = (later.state?.() ?? {}) as Fields;
    assert.equal(last, Date.UTC(2020, 0, 1, 0, 0, 1));
  });

  it('is not seen in other text', () => {
    for (const text of [
      '',
      'hello: world',
      '2026-11-29 22:06:37.123 UTC [812] LOG:  x',
      '127.0.0.1 - - [29/Nov/2026',
      '<999>1 x',
    ]) {
      assert.equal(syslog.open(undefined, () => NOW).fromText?.(text), undefined, text);
    }
    assert.equal(accessLog.open().fromText?.(SAMPLES.nginx), undefined);
  });

  it('throws at nothing, and does not hang', () => {
    readsAnyText(syslog, Object.values(SAMPLES));
    for (const bomb of [`<1>1 - a b c d [${'x="\\'.repeat(100_000)}`, `<1>1 - a b c d ${'[a b="c"]'.repeat(50_000)}`]) {
      syslog.open(undefined, () => NOW).fromText?.(bomb);
    }
  });
});
