// Twenty thousand lines of logs and sources that hold no secret, though much of them is random: none may be found as certain.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKeywordSearch } from '../../keyword-search.ts';
import { CERTAIN_FROM, type Match } from '../../span.ts';
import { textOf } from '../../text.ts';
import { catalogueRules } from '../catalogue-rules.ts';
import { createSecretFinder } from '../secret-finder.ts';

const HEX = '0123456789abcdef';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `${UPPER}${UPPER.toLowerCase()}0123456789`;
const BASE64 = `${ALNUM}+/`;
const SERVICES = [
  'checkout',
  'discord',
  'twilio-gateway',
  'linkedin-sync',
  'datadog-agent',
  'okta-worker',
  'sentry',
  'github',
  'vault',
  'cloudflare',
  'heroku-router',
  'slack-notifier',
  'kafka',
  'elastic',
  'snyk',
];

function linesFrom(seed: number): () => string {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const of = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const hex = (length: number) => of(HEX, length);
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
  const base64 = (bytes: number) => Buffer.from(of(BASE64, bytes)).toString('base64');
  const random64 = (length: number) => of(BASE64, length);
  const service = () => SERVICES[below(SERVICES.length)] ?? '';
  const time = () =>
    `2025-0${1 + below(9)}-1${below(10)}T0${below(10)}:1${below(10)}:2${below(10)}.${of('0123456789', 3)}Z`;
  const makers: readonly (() => string)[] = [
    () => `${time()} INFO [${service()}] deployed commit ${hex(40)} to production`,
    () => `${time()} DEBUG ${service()} request ${uuid()} finished in ${below(900)} ms`,
    () => `commit ${hex(40)}\nAuthor: Ann Example <ann@example.org>`,
    () => `HTTP/1.1 200 OK etag: "${hex(32)}" x-request-id: ${uuid()} x-trace: ${hex(32)}`,
    () => `    "integrity": "sha512-${random64(86)}==",`,
    () => `      "resolved": "https://packages.example.org/left-pad/-/left-pad-1.3.0.tgz#${hex(40)}",`,
    () => `<img src="data:image/png;base64,${base64(90)}" alt="">`,
    () => `{"cursor":"${base64(30)}","next_page_token":"${of(ALNUM, 40)}","has_more":true}`,
    () => `h1:${random64(43)}= github.com/pkg/errors v0.9.1`,
    () => `docker pull registry.example.org/${service()}@sha256:${hex(64)}`,
    () => `traceparent: 00-${hex(32)}-${hex(16)}-01`,
    () =>
      `!function(e,t){"use strict";var n=e.${of(ALNUM, 6)},r=${below(99)};function o(e){return e.key||e.token?t(e.secret,n):null}}(window,document);`,
    () => `const apiKey = process.env.${service().toUpperCase().replace('-', '_')}_API_KEY;`,
    () => `password: \${${service().toUpperCase().replace('-', '_')}_PASSWORD}`,
    () => `access_token: "{{ ${service()}.token }}" # see vault`,
    () => `token_type=bearer expires_in=${below(9999)} scope=read:user`,
    () => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random64(43)} ann@laptop`,
    () => `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${random64(120)} ann@laptop`,
    () => `-----BEGIN CERTIFICATE-----\n${random64(64)}\n${random64(64)}\n-----END CERTIFICATE-----`,
    () => `${time()} WARN ${service()}: image ${service()}:v1.${below(20)}.${below(20)}-${hex(7)} not found`,
    () => `SELECT id, token, secret FROM keys WHERE id = '${uuid()}' AND hash = '${hex(64)}'`,
    () => `GET /assets/main.${hex(8)}.js?v=${hex(20)} 304 - "${of(ALNUM, 12)}"`,
    () => `md5(${service()}.tar.gz) = ${hex(32)}`,
    () => `sha256sum: ${hex(64)}  ${service()}-${below(9)}.${below(9)}.zip`,
    () => `{"user_id":"u-${hex(12)}","session":"${uuid()}","key_name":"primary","public_key":"${random64(43)}="}`,
    () => `postgres://localhost:5432/${service()} connected, pool ${below(50)}`,
    () => `mysql://user:password@localhost:3306/test is only an example`,
    () => `redis://:\${REDIS_PASSWORD}@cache:6379/0`,
    () =>
      `at com.example.${service().replace('-', '')}.TokenService.refreshAccessToken(TokenService.java:${below(500)})`,
    () => `import { ApiKeyGuard, SecretManager } from './auth/${service()}-key.guard';`,
    () => `${service()} order ${of('0123456789', 16)} shipped, parcel ${of(`${UPPER}0123456789`, 20)}`,
    () => `aws s3 cp s3://bucket/${hex(32)}/${uuid()}.parquet .`,
    () => `msgid "Enter your password" msgstr "Geben Sie Ihr Passwort ein: mindestens 8 Zeichen"`,
    () =>
      `uid=${below(5000)} gid=${below(5000)} key=${of(ALNUM, 8)} partition=${below(64)} offset=${of('0123456789', 12)}`,
    () =>
      `{"level":"info","logger":"${service()}","caller":"auth/token.go:${below(400)}","msg":"token refreshed","token_id":"${uuid()}"}`,
    () => `arn:aws:iam::${of('0123456789', 12)}:role/${service()} assumed, kms key ${uuid()}`,
    () => `<add key="DiscordChannelName" value="release-notes" /> <add key="TimeoutSeconds" value="${below(90)}" />`,
    () => `span_id=${hex(16)} trace_id=${hex(32)} service=${service()} status=ok`,
    () => `${service()} checksum: ${hex(40)}, version: ${hex(32)}`,
    () => `${service()}: host=${hex(12)}.example.org url=https://example.org/${of(ALNUM, 22)}?sig=none`,
  ];
  let next = 0;
  return () => {
    next += 1;
    return makers[next % makers.length]?.() ?? '';
  };
}

/** What is found in the text, with the line of each, for the message of a failure. */
function findings(text: string): readonly { readonly match: Match; readonly line: string }[] {
  const finder = createSecretFinder(catalogueRules());
  const bytes = Buffer.from(text, 'utf8');
  const { length, word, end } = createKeywordSearch(finder.triggers).find(bytes);
  const matches: Match[] = [];
  finder.find(
    textOf(bytes),
    { length, trigger: word, end },
    {
      found: (match) => matches.push(match),
      dropped: () => {},
      explains: false,
      asked: () => false,
    },
  );
  return matches.map((match) => {
    const start = text.lastIndexOf('\n', match.start) + 1;
    const behind = text.indexOf('\n', match.end);
    return { match, line: text.slice(start, behind === -1 ? undefined : behind) };
  });
}

describe('lines without secrets', () => {
  it('give no certain finding in 20,000', () => {
    const next = linesFrom(20_250_106);
    const text = Array.from({ length: 20_000 }, next).join('\n');
    const certain = findings(text).filter(({ match }) => match.confidence >= CERTAIN_FROM);
    assert.deepEqual(
      certain.slice(0, 12).map(({ match, line }) => `${match.rule}: ${line}`),
      [],
    );
  });

  it('are not passed over: a token among them is found', () => {
    const next = linesFrom(7);
    const token = ['gh', 'p_', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('');
    const found = findings(`${next()}\nloaded key ${token}\n${next()}`).map(({ match }) => match.rule);
    assert.deepEqual(found, ['github-pat']);
  });
});
