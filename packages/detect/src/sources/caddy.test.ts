// Lines that Caddy 2.6 wrote for requests on loopback, with a password for /private; the last is after what 2.7 writes behind a proxy.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, ruleText } from '../../testing/rules.ts';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import { caddy } from './caddy.ts';

const SAMPLES = [
  '{"level":"error","ts":1795989910.342387,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"52892","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:8103","uri":"/item?id=1%20UNION%20ALL%20SELECT%20null--","headers":{"Accept":["*/*"],"User-Agent":["sqlmap/1.7"]}},"user_id":"","duration":0.000068703,"size":0,"status":404,"resp_headers":{"Server":["Caddy"]}}',
  '{"level":"error","ts":1795989913.7066042,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"52900","proto":"HTTP/1.1","method":"POST","host":"127.0.0.1:8103","uri":"/private/caf%C3%A9","headers":{"Authorization":[],"User-Agent":["curl/7.88.1"],"Accept":["*/*"],"Referer":["http://127.0.0.1:8103/from"],"Content-Length":["3"],"Content-Type":["application/x-www-form-urlencoded"]}},"user_id":"ada","duration":3.356013737,"size":0,"status":404,"resp_headers":{"Server":["Caddy"]}}',
  '{"level":"error","ts":1795989918.648147,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"52914","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:8103","uri":"/private/x","headers":{"Authorization":[],"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":4.895100279,"size":0,"status":401,"resp_headers":{"Server":["Caddy"],"Www-Authenticate":["Basic realm=\\"restricted\\""]}}',
  '{"level":"info","ts":1795989918.7,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"10.0.0.2","remote_port":"52914","client_ip":"203.0.113.9","proto":"HTTP/2.0","method":"GET","host":"shop.example","uri":"/","headers":{"Cookie":["REDACTED"],"X-Forwarded-For":["203.0.113.9, 10.0.0.3"]}},"bytes_read":0,"user_id":"","duration":0.004175578,"size":3,"status":200,"resp_headers":{}}',
].map((line) => JSON.parse(line));
const read = (at: number) => caddy.open().fromJson?.(SAMPLES[at])?.[0] ?? {};

describe("Caddy's access log", () => {
  it('becomes HTTP Activity', () => {
    const event = read(1);
    assert.equal(event.type_uid, 400206);
    assert.equal(event.time, 1795989913706.6042);
    assert.deepEqual(event.src_endpoint, { ip: '127.0.0.1', port: 52900 });
    assert.deepEqual(event.actor, { user: { name: 'ada' } });
    assert.equal(event.duration, 3356.014);
    assert.equal(event['cs-content-type'], 'application/x-www-form-urlencoded');
    assert.equal(event['cs-host'], '127.0.0.1');
  });

  it('tells a refused sign-in by its code', () => {
    assert.equal(read(2).status_id, 2);
    assert.equal(read(2)['sc-status'], 401);
    assert.equal(read(3).status_id, 1);
  });

  it('names the client behind a proxy that is trusted, and no cookie that was taken out', () => {
    const event = read(3);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.equal(event['cs-cookie'], undefined);
    assert.deepEqual((event.http_request as Record<string, unknown>).x_forwarded_for, ['203.0.113.9', '10.0.0.3']);
  });

  it('is read by web rules', () => {
    const rule = ruleText(
      "  sel:\n    cs-uri-query|contains: 'union all select'\n    cs-user-agent|startswith: sqlmap\n  condition: sel\n",
      'logsource:\n  category: webserver',
    );
    assert.ok(fires(rule, read(0)));
    assert.ok(!fires(rule, read(1)));
    const zeek = ruleText('  sel:\n    x: 1\n  condition: not sel\n', 'logsource:\n  product: zeek\n  service: rdp');
    assert.ok(!fires(zeek, read(1)));
  });

  it('throws at nothing, and is not seen in other records', () => {
    assert.equal(caddy.open().fromJson?.({ msg: 'handled request', request: { method: 'GET' } }), undefined);
    assert.equal(caddy.open().fromJson?.({ logger: 'tls', msg: 'certificate obtained' }), undefined);
    readsAnyJson(caddy, SAMPLES);
  });
});
