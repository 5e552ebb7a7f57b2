// Lines that HAProxy 2.6 wrote for requests on loopback (httplog with captured headers, httplog, tcplog); the last two are of its manual, 8.2.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, ruleText } from '../../testing/rules.ts';
import { readsAnyText } from '../../testing/spoiled-records.ts';
import { haproxy } from './haproxy.ts';

const AT = '127.0.0.1:47182 [29/Nov/2026:22:05:18.885]';
const SAMPLES = {
  plain: `${AT} plain pages/nginx1 0/0/0/0/0 200 200 - - ---- 1/1/0/0/0 0/0 "GET /index.html?a=1 HTTP/1.1"`,
  injection: `${AT} web pages/nginx1 0/0/0/0/0 404 283 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:8104|sqlmap/1.7} "GET /item?id=1%20UNION%20ALL%20SELECT%20null-- HTTP/1.1"`,
  refusedSignIn: `${AT} plain pages/nginx1 0/0/0/0/0 401 343 - - ---- 1/1/0/0/0 0/0 "GET /private/x HTTP/1.1"`,
  escaped: `${AT} web pages/nginx1 0/0/0/0/0 400 289 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:8104|say #22hi#22 \\ #C3#A9} "GET /../../etc/passwd HTTP/1.1"`,
  denied: `${AT} web web/<NOSRV> 0/-1/-1/-1/0 403 192 - - PR-- 1/1/0/0/0 0/0 {127.0.0.1:8104|curl/7.88.1} "GET /blocked/x HTTP/1.1"`,
  tcp: '127.0.0.1:41350 [29/Nov/2026:22:05:19.176] raw rawback/db1 1/0/2 237 -- 1/1/0/0/0 0/0',
  bad: '10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/69/+109 -1 +2750 - - CD-- 1/1/1/1/+0 0/0 {1wt.eu} {} "<BADREQ>"',
  handshake: '10.0.1.2:33317 [06/Feb/2009:12:14:14.655] https-in/1: SSL handshake failure',
};
const read = (name: keyof typeof SAMPLES) => haproxy.open().fromText?.(SAMPLES[name])?.[0] ?? {};

describe("HAProxy's log", () => {
  it('of HTTP becomes HTTP Activity, with the server that answered', () => {
    const event = read('plain');
    assert.equal(event.type_uid, 400203);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 22, 5, 18, 885));
    assert.deepEqual(event.src_endpoint, { ip: '127.0.0.1', port: 47182 });
    assert.deepEqual(event.dst_endpoint, { hostname: 'nginx1' });
    assert.deepEqual(event.http_response, { code: 200, length: 200 });
    assert.equal(event.status_id, 1);
    assert.equal(event.backend, 'pages');
  });

  it('tells what was refused', () => {
    assert.equal(read('refusedSignIn').status_id, 2);
    assert.equal(read('denied').status_id, 2);
    assert.equal(read('denied').dst_endpoint, undefined);
  });

  it('is read by web rules, with marks resolved', () => {
    const rule = (line: string) =>
      ruleText(`  sel:\n    ${line}\n  condition: sel\n`, 'logsource:\n  category: webserver');
    assert.ok(fires(rule("cs-uri-query|contains: 'union all select'"), read('injection')));
    assert.ok(fires(rule("cs-uri-stem|contains: '/etc/passwd'"), read('escaped')));
    assert.deepEqual(read('escaped').captured_request_headers, ['127.0.0.1:8104', 'say "hi" \\ é']);
  });

  it('of TCP becomes Network Activity with its bytes', () => {
    const event = read('tcp');
    assert.equal(event.class_uid, 4001);
    assert.deepEqual(event.traffic, { bytes_out: 237 });
    assert.deepEqual(event.dst_endpoint, { hostname: 'db1' });
    assert.equal(event.status_id, 1);
  });

  it('goes on after what was no request', () => {
    assert.equal(read('bad')['sc-status'], undefined);
    assert.deepEqual(read('bad').http_response, { length: 2750 });
    assert.deepEqual(haproxy.open().fromText?.(SAMPLES.handshake), []);
  });

  it('throws at nothing, and does not hang', () => {
    readsAnyText(haproxy, Object.values(SAMPLES));
    assert.equal(haproxy.open().fromText?.(`${AT} ${'a/'.repeat(30_000)}`), undefined);
    assert.equal(
      haproxy.open().fromText?.(`${AT} a b/c 1/1/1/1/1 200 1 - - ---- 1 1 ${'{'.repeat(60_000)}`),
      undefined,
    );
  });
});
