// Lines that nginx 1.22 wrote, in its combined format, for requests on loopback, and Apache 2.4 in vhost_combined and common, as a proxy too;
// the one without a request is made after nginx's escapes, and the last is after its own example of a format.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fires, ruleText } from '../../testing/rules.ts';
import { readAccessLog } from './access-log.ts';

const AT = '127.0.0.1 - - [29/Nov/2026:20:37:03 +0000]';
const SAMPLES = {
  plain: `${AT} "GET /index.html?a=1 HTTP/1.1" 200 2 "-" "curl/7.88.1"`,
  injection: `${AT} "GET /item?id=1%20UNION%20ALL%20SELECT%20null-- HTTP/1.1" 200 2 "-" "sqlmap/1.7"`,
  user: `127.0.0.1 - ada [29/Nov/2026:20:37:03 +0000] "POST /caf%C3%A9 HTTP/1.1" 200 2 "http://127.0.0.1/from" "curl/7.88.1"`,
  traversal: `${AT} "GET /../../etc/passwd HTTP/1.1" 400 157 "-" "-"`,
  twice: `${AT} "GET /x?y=%253Cscript%253E HTTP/1.1" 200 2 "-" "curl/7.88.1"`,
  escaped: `${AT} "GET /q HTTP/1.1" 200 2 "-" "say \\x22hi\\x22 \\x5C \\xC3\\xA9"`,
  vhost:
    'web1.example:80 127.0.0.1 - ada [29/Nov/2026:22:05:10 +0000] "GET /private/x HTTP/1.1" 401 620 "-" "say \\"hi\\" \\\\ \\xc3\\xa9"',
  proxied:
    'web1.example:80 127.0.0.1 - - [29/Nov/2026:22:05:19 +0000] "GET http://127.0.0.1:8101/index.html?p=1 HTTP/1.1" 200 213 "-" "curl/7.88.1"',
  tunnel: '127.0.0.1 - - [29/Nov/2026:22:05:19 +0000] "CONNECT 127.0.0.1:8101 HTTP/1.1" 200 313',
  forwarded: `${AT} "GET / HTTP/1.1" 200 2 "-" "-" "203.0.113.9, 10.0.0.3"`,
  noRequest: `${AT} "\\x16\\x03\\x01\\x02" 400 157 "-" "-"`,
};

const web = (line: string) => ruleText(`  sel:\n    ${line}\n  condition: sel\n`, 'logsource:\n  category: webserver');
const isFound = (line: string, sample: keyof typeof SAMPLES) => fires(web(line), readAccessLog(SAMPLES[sample]) ?? {});

describe('an access log', () => {
  it('becomes HTTP Activity in the terms of OCSF', () => {
    const event = readAccessLog(SAMPLES.user);
    assert.equal(event?.class_uid, 4002);
    assert.equal(event.type_uid, 400206);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 20, 37, 3));
    assert.deepEqual(event.src_endpoint, { ip: '127.0.0.1' });
    assert.deepEqual(event.actor, { user: { name: 'ada' } });
    assert.deepEqual(event.http_request, {
      http_method: 'POST',
      url: { path: '/caf%C3%A9', url_string: '/caf%C3%A9' },
      version: '1.1',
      user_agent: 'curl/7.88.1',
      referrer: 'http://127.0.0.1/from',
    });
    assert.deepEqual(event.http_response, { code: 200, length: 2 });
  });

  it('is read by web rules, as written and decoded', () => {
    assert.ok(isFound('cs-method: GET', 'plain'));
    assert.ok(isFound('sc-status: 400', 'traversal'));
    assert.ok(isFound("cs-uri-stem: '/index.html'", 'plain'));
    assert.ok(isFound("cs-uri-query: 'a=1'", 'plain'));
    assert.ok(isFound("cs-uri-query|contains: 'union all select'", 'injection'));
    assert.ok(isFound("cs-uri-query|contains: 'UNION%20ALL'", 'injection'));
    assert.ok(isFound("cs-uri-query|contains: '../../etc/passwd'", 'traversal'));
    assert.ok(isFound("cs-uri-query|contains: '<script>'", 'twice'));
    assert.ok(isFound("c-uri|contains: 'café'", 'user'));
    assert.ok(isFound('cs-username: ada', 'user'));
    assert.ok(isFound("cs-user-agent|startswith: 'sqlmap'", 'injection'));
    assert.ok(isFound(`cs-user-agent: 'say "hi" \\ é'`, 'escaped'));
    assert.ok(isFound('cs-user-agent: null', 'traversal'));
    assert.ok(!isFound('cs-method: GET', 'noRequest'));
  });

  it('is read with its virtual host, without agents, and with what proxies say', () => {
    const vhost = readAccessLog(SAMPLES.vhost) ?? {};
    assert.equal(vhost['cs-host'], 'web1.example');
    assert.equal(vhost['cs-user-agent'], 'say "hi" \\ é');
    assert.equal(vhost.status_id, 2);
    assert.equal(vhost['cs-username'], 'ada');
    const { x_forwarded_for: forwarded } = (readAccessLog(SAMPLES.forwarded)?.http_request ?? {}) as Record<
      string,
      unknown
    >;
    assert.deepEqual(forwarded, ['203.0.113.9', '10.0.0.3']);
  });

  it('is for the rules of proxies where a proxy was asked, and for those of web servers too', () => {
    const proxy = (line: string) =>
      ruleText(`  sel:\n    ${line}\n  condition: sel\n`, 'logsource:\n  category: proxy');
    assert.ok(fires(proxy("c-uri|startswith: 'http://127.0.0.1'"), readAccessLog(SAMPLES.proxied) ?? {}));
    assert.ok(fires(proxy('cs-method: CONNECT'), readAccessLog(SAMPLES.tunnel) ?? {}));
    assert.ok(fires(proxy("cs-host: '127.0.0.1'"), readAccessLog(SAMPLES.tunnel) ?? {}));
    assert.ok(isFound("cs-uri-stem: '/index.html'", 'proxied'));
    assert.ok(!fires(proxy('cs-method: GET'), readAccessLog(SAMPLES.plain) ?? {}));
  });

  it('is not for rules of other log sources', () => {
    const rule = ruleText('  sel:\n    sc-status: 200\n  condition: sel\n', 'logsource:\n  category: proxy');
    assert.ok(!fires(rule, readAccessLog(SAMPLES.plain) ?? {}));
    const other = ruleText('  sel:\n    x: 1\n  condition: not sel\n', 'logsource:\n  product: zeek\n  service: rdp');
    assert.ok(!fires(other, readAccessLog(SAMPLES.plain) ?? {}));
  });

  it('is not seen in other text, whatever it is', () => {
    for (const text of ['', '{}', 'Nov 29 20:37:03 host sshd[1]: Failed password', SAMPLES.plain.slice(0, 60)]) {
      assert.equal(readAccessLog(text), undefined);
    }
    const piece = fc.constantFrom(...SAMPLES.escaped.split(/(?<= )/), '"', '\\', '\\"', '[', ']', '%', '%zz', '\\x');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void readAccessLog(pieces.join(''))));
  });

  it('does not hang on a line that is made to', () => {
    assert.equal(readAccessLog(`a - ${'b '.repeat(30_000)}`), undefined);
    assert.equal(readAccessLog(`${AT} "${'\\'.repeat(60_000)}`), undefined);
  });
});
