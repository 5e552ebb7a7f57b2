// Lines that nginx 1.22 wrote in two formats with `escape=json` (the first is of its own examples), and Apache 2.4 in that of its
// examples as JSON, for requests on loopback; Traefik's is of its documentation.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson, readsAnyText } from '../../testing/spoiled-records.ts';
import { jsonAccessLog } from './json-access-log.ts';

const SAMPLES = {
  nginxLine:
    '{"time_local":"29/Nov/2026:22:05:10 +0000","remote_addr":"127.0.0.1","remote_user":"ada","request":"POST /private/caf%C3%A9 HTTP/1.1","status":"404","body_bytes_sent":"153","request_time":"0.000","http_referrer":"http://127.0.0.1:8101/from","http_user_agent":"curl/7.88.1"}',
  nginxParts:
    '{"time_iso8601":"2026-11-29T22:05:09+00:00","remote_addr":"127.0.0.1","remote_port":"33884","remote_user":"","request_method":"GET","request_uri":"/item?id=1%20UNION%20ALL%20SELECT%20null--","server_protocol":"HTTP/1.1","status":404,"body_bytes_sent":153,"request_time":0.000,"http_referer":"","http_user_agent":"sqlmap/1.7","http_host":"127.0.0.1:8101","http_x_forwarded_for":"203.0.113.9"}',
  nginxNone:
    '{"time_iso8601":"2026-11-29T22:05:10+00:00","remote_addr":"127.0.0.1","remote_port":"45676","remote_user":"","request_method":"GET","request_uri":"","server_protocol":"HTTP/1.1","status":400,"body_bytes_sent":157,"request_time":0.000,"http_referer":"","http_user_agent":"","http_host":"","http_x_forwarded_for":""}',
  apache:
    '{ "time":"2026-11-29T22:05:10+0000", "remoteIP":"127.0.0.1", "host":"127.0.0.1", "request":"/item", "query":"?id=1%20UNION%20ALL%20SELECT%20null--", "method":"GET", "status":"404", "userAgent":"sqlmap/1.7", "referer":"-", "user":"-", "bytes":"236" }',
  apacheBytes: String.raw`{ "time":"2026-11-29T22:05:10+0000", "remoteIP":"127.0.0.1", "host":"127.0.0.1", "request":"/private/caf\xc3\xa9", "query":"", "method":"POST", "status":"404", "userAgent":"say \"hi\" \\ \xc3\xa9", "referer":"http://127.0.0.1:8102/from", "user":"ada", "bytes":"236" }`,
  traefik:
    '{"ClientAddr":"10.0.0.1:51234","ClientHost":"10.0.0.1","ClientUsername":"-","DownstreamContentSize":19,"DownstreamStatus":404,"RequestHost":"shop.example","RequestMethod":"GET","RequestPath":"/.env","RequestProtocol":"HTTP/1.1","StartUTC":"2026-11-29T22:05:10.123456789Z"}',
};
const read = (text: string) => jsonAccessLog.open().fromJson?.(JSON.parse(text))?.[0];

describe('an access log as JSON', () => {
  it('is read by the whole line of the request', () => {
    const event = read(SAMPLES.nginxLine);
    assert.equal(event?.type_uid, 400206);
    assert.equal(event.time, Date.UTC(2026, 10, 29, 22, 5, 10));
    assert.equal(event.status_id, 2);
    assert.deepEqual(event.actor, { user: { name: 'ada' } });
    assert.equal(event['cs-referer'], 'http://127.0.0.1:8101/from');
    assert.deepEqual(event['cs-uri-stem'], ['/private/caf%C3%A9', '/private/café']);
  });

  it('is read by its parts', () => {
    const nginx = read(SAMPLES.nginxParts);
    assert.deepEqual(nginx?.['c-uri-query'], ['id=1%20UNION%20ALL%20SELECT%20null--', 'id=1 UNION ALL SELECT null--']);
    assert.equal(nginx?.['cs-host'], '127.0.0.1:8101');
    const { version, x_forwarded_for: forwarded } = (nginx?.http_request ?? {}) as Record<string, unknown>;
    assert.equal(version, '1.1');
    assert.deepEqual(forwarded, ['203.0.113.9']);
    assert.deepEqual([read(SAMPLES.nginxNone)?.status_id, read(SAMPLES.nginxNone)?.['cs-uri-stem']], [2, '']);
    const apache = read(SAMPLES.apache);
    assert.deepEqual(apache?.['c-uri-query'], nginx?.['c-uri-query']);
    assert.equal(apache?.actor, undefined);
    const traefik = read(SAMPLES.traefik);
    assert.equal(traefik?.['cs-uri-stem'], '/.env');
    assert.equal(traefik?.['sc-status'], 404);
  });

  it('is read where bytes stand in it that JSON does not know', () => {
    assert.throws(() => JSON.parse(SAMPLES.apacheBytes));
    const [event] = jsonAccessLog.open().fromText?.(SAMPLES.apacheBytes) ?? [];
    assert.equal(event?.['cs-uri-stem'], '/private/café');
    assert.equal(event?.['cs-user-agent'], 'say "hi" \\ é');
  });

  it('is not seen in records that tell of no request', () => {
    for (const record of [{}, { status: 200, message: 'ok' }, { remote_addr: '127.0.0.1', status: 200 }])
      assert.equal(jsonAccessLog.open().fromJson?.(record), undefined);
  });

  it('throws at nothing', () => {
    readsAnyJson(
      jsonAccessLog,
      [SAMPLES.nginxLine, SAMPLES.nginxParts, SAMPLES.apache, SAMPLES.traefik].map((text) => JSON.parse(text)),
    );
    readsAnyText(jsonAccessLog, Object.values(SAMPLES));
  });
});
