// Cookies: Cookie and Set-Cookie headers (RFC 6265 sections 4.1 and 4.2), and cookies that their names tell.
import type { Finder, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import type { Text } from '../../text.ts';
import { fieldReader, isDigit, isLetter, roleOf, wordSet } from '../contact/labels.ts';

const SESSION_COOKIE: Kind = {
  id: 'account/session-cookie',
  title: 'Session cookie',
  edpb: ['s'],
  meaning: 'Whoever has it is logged in as the person, without a password and without a second factor.',
  identifies: 'account',
};

const TRACKING_COOKIE: Kind = {
  id: 'device/tracking-cookie',
  title: 'Tracking cookie',
  // A pseudonym of a browser (GDPR recital 30), kept to build profiles.
  edpb: ['u', 'r'],
  meaning: 'It follows one browser over months, and joins the pages that a person read.',
  identifies: 'device',
};

/** Names of session cookies, with who sets them by default. */
const SESSION_NAMES = [
  'phpsessid', // PHP, session.name
  'jsessionid', // Jakarta Servlet 6.0 section 7.1.1
  'jsessionidsso',
  'asp.net_sessionid', // ASP.NET
  '.aspnetcore.session',
  '.aspnetcore.cookies',
  '.aspnetcore.identity.application',
  '.aspxauth',
  'aspsessionid',
  'connect.sid', // Express, express-session
  'koa.sess',
  'koa:sess',
  'laravel_session',
  'ci_session', // CodeIgniter
  'cakephp',
  'symfony',
  '_rails_session',
  '_session_id', // Ruby on Rails
  'rack.session',
  '_gitlab_session',
  'user_session', // GitHub
  '__host-user_session_same_site',
  'sessionid', // Django
  'cfid',
  'cftoken', // ColdFusion
  'wordpress_logged_in', // WordPress, followed by a hash of the site
  'wordpress_sec',
  'wp_session',
  'next-auth.session-token',
  '__secure-next-auth.session-token',
  'authjs.session-token',
  '__secure-authjs.session-token',
  'better-auth.session_token',
  'appsession', // Auth0
  'auth0.is.authenticated',
  'keycloak_identity',
  'keycloak_session',
  'auth_session_id',
  'okta-oauth-state',
  'grafana_session',
  'remember_token',
  'remember_user_token', // Devise
  'remember_web',
  'li_at', // LinkedIn
  'c_user',
  'xs=', // Facebook
  'sapisid',
  '__secure-1psid',
  '__secure-3psid', // Google
  'awsalbauthsessioncookie', // AWS load balancer with login
  'awselbauthsessioncookie',
  'cf_authorization', // Cloudflare Access
  'phpbb3_',
  'mediawiki_session',
  'moodlesession',
  'drupal.session',
  'bitrix_sm_login',
  'frontend_session',
  'sess_key',
  'session_cookie',
] as const;

/** Names of cookies of audience measurement and advertising. */
const TRACKING_NAMES = [
  '_ga', // Google Analytics, also _ga_<stream>
  '_gid',
  '_gcl_au',
  '__utma', // Google Urchin
  '__utmz',
  '_fbp', // Meta
  '_fbc',
  '__gads',
  '_pk_id', // Matomo
  '_pk_ses',
  '_hjid', // Hotjar
  '_hjsessionuser',
  '_clck', // Microsoft Clarity
  '_clsk',
  '_uetvid', // Microsoft Advertising
  '_uetsid',
  'muid',
  'hubspotutk', // HubSpot
  '__hstc',
  'ajs_anonymous_id', // Segment
  'ajs_user_id',
  'amplitude_id',
  'amp_',
  'mp_', // Mixpanel, followed by the project's token
  'optimizelyenduserid',
  '_tt_enable_cookie',
  '_ttp', // TikTok
  '_scid', // Snap
  '_pin_unauth', // Pinterest
  'intercom-id',
  'intercom-device-id',
  '__cf_bm',
  'cto_bundle', // Criteo
  's_vi', // Adobe Analytics
  'amcv_',
  'datr', // Facebook
  'guest_id', // X
  'bcookie', // LinkedIn
  'yandexuid',
  '_ym_uid', // Yandex Metrica
  'hm_lvt', // Baidu
  'baiduid',
] as const;

type Role = 'header' | 'session' | 'tracking';

const WORDS = wordSet<Role>({
  header: ['cookie', 'cookies', 'http cookie', 'cookie header'],
  session: SESSION_NAMES,
  tracking: TRACKING_NAMES,
});

const readField = fieldReader(wordSet<'header'>({ header: ['cookie', 'cookies', 'set cookie', 'http cookie'] }));

/** RFC 6265 section 6.1: browsers keep 4096 bytes a cookie; a header line has up to 8 KiB with common servers. */
const MOST_VALUE = 4096;
const MOST_HEADER = 8192;

/** Parts of the names of cookies that keep a session or a login. */
const SESSION_PARTS = /sess|(?:^|[._-])sid(?:$|[._-])|auth|token|login|logged|remember|jwt|sso|identity/i;
/** Cookies that hold a choice, not a person. */
const SETTING_PARTS =
  /lang|locale|theme|consent|csrf|xsrf|currency|country|timezone|tz$|dark|banner|gdpr|euconsent|cookieok|ab_?test|version/i;

/** What a cookie's value may be made of (RFC 6265 section 4.1.1, cookie-octet), without what ends it in JSON and text. */
const PART = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte++) PART[byte] = 1;
for (const sign of '"\',;\\<>(){}') PART[sign.charCodeAt(0)] = 0;

export const cookieFinder: Finder = {
  name: 'cookie',
  kinds: [SESSION_COOKIE, TRACKING_COOKIE],
  triggers: WORDS.triggers,
  placeOf: (trigger) => (WORDS.roles[trigger] === 'header' ? 'anywhere' : 'word start'),
  find(text, hits, report) {
    if (readField(text.field) === 'header') readHeader(text, 0, report);
    /** Byte behind the last header that was read, so that names in it are not read again. */
    let done = 0;
    for (let index = 0; index < hits.length; index++) {
      const end = hits.end[index] as number;
      if (end < done) continue;
      const role = roleOf(WORDS, hits, index);
      const start = end - (WORDS.bytes[hits.trigger[index] as number] as number);
      if (role === 'header') done = Math.max(done, readAfterName(text, end, report));
      else if (!isNamePart(text.bytes[start - 1])) readNamed(text, end, role, report);
    }
  },
};

/** Reads the header behind its name; the byte behind it, or 0 where there is none. */
function readAfterName(text: Text, from: number, report: Report): number {
  const sign = /^["'\\]{0,3}\s?[:=]\s?(?:\[\s?)?["'\\]{0,3}/.exec(text.latin1.slice(from, from + 16));
  if (sign === null || !/[:=]/.test(sign[0])) return 0;
  return readHeader(text, from + sign[0].length, report);
}

/** Reads `name=value; name=value` up to what ends the header. */
function readHeader(text: Text, from: number, report: Report): number {
  const { bytes } = text;
  const limit = Math.min(bytes.length, from + MOST_HEADER);
  let at = from;
  while (at < limit) {
    while (at < limit && (bytes[at] === 0x20 || bytes[at] === 0x3b)) at++;
    const name = at;
    while (at < limit && at - name < 128 && PART[bytes[at] as number] === 1 && bytes[at] !== 0x3d) at++;
    const behindName = at;
    if (behindName === name) return at;
    if (bytes[at] !== 0x3d) {
      // `HttpOnly` and `Secure` have no value; anything else ends the header.
      if (bytes[at] === 0x3b) continue;
      return at;
    }
    at++;
    const quote = bytes[at] === 0x22 ? 1 : 0;
    const start = at + quote;
    at = start;
    while (at < limit && at - start < MOST_VALUE && PART[bytes[at] as number] === 1) at++;
    tellPair(text, text.latin1.slice(name, behindName), start, at, report);
    at += quote;
  }
  return at;
}

/** Attributes of Set-Cookie (RFC 6265 section 4.1.2, RFC 6265bis): no cookies. */
const ATTRIBUTES = /^(?:path|domain|expires|max-age|samesite|secure|httponly|partitioned|priority)$/i;

function tellPair(text: Text, name: string, start: number, end: number, report: Report): void {
  if (ATTRIBUTES.test(name) || end - start < 6) return;
  const value = text.latin1.slice(start, Math.min(end, start + 256));
  if (isDeleted(value)) return;
  const [kind, confidence, why] = judgePair(name, value, end - start);
  if (confidence > 0) tell(kind, text, start, end, confidence, why, report);
}

/** What a cookie of a header is by its name and value; confidence 0 for one that tells of nobody. */
function judgePair(name: string, value: string, length: number): readonly [Kind, number, string] {
  const lower = name.toLowerCase();
  if (TRACKING_NAMES.some((known) => isNamedAs(lower, known))) {
    return [TRACKING_COOKIE, 0.9, 'a cookie of audience measurement, by its name'];
  }
  if (SESSION_NAMES.some((known) => isNamedAs(lower, known)))
    return [SESSION_COOKIE, 0.95, 'a session cookie, by its name'];
  if (SETTING_PARTS.test(name)) return [SESSION_COOKIE, 0, ''];
  const isRandom = length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value);
  if (SESSION_PARTS.test(name) && length >= 12) {
    return [SESSION_COOKIE, isRandom ? 0.85 : 0.5, 'in a cookie header, named for a session'];
  }
  return [SESSION_COOKIE, isRandom ? 0.4 : 0, 'in a cookie header, long enough for a session'];
}

/** Some cookies carry a hash or an id of the site behind their name. */
function isNamedAs(name: string, known: string): boolean {
  if (name === known || `${name}=` === known) return true;
  return name.startsWith(known) && (/[_.]$/.test(known) || /^[_.]/.test(name.slice(known.length)));
}

/** A known cookie outside a header: `PHPSESSID=…`, `"connect.sid": "…"`. */
function readNamed(text: Text, from: number, role: 'session' | 'tracking', report: Report): void {
  const { bytes, latin1 } = text;
  // Names go on with a hash or a stream's id: wordpress_logged_in_3f…, _ga_AB12CD34EF.
  let at = from;
  if (bytes[from - 1] === 0x3d) at--;
  else while (at - from < 64 && isNamePart(bytes[at])) at++;
  const sign = /^["'\\]{0,3}\s?[:=]\s?["'\\]{0,3}/.exec(latin1.slice(at, at + 12));
  if (sign === null || !/[:=]/.test(sign[0])) return;
  // Only what follows with `_`, `-` or a stop is a longer name of the same cookie.
  if (at > from && isLetter(bytes[from]) && latin1[from - 1] !== '_') return;
  const start = at + sign[0].length;
  let end = start;
  while (end < bytes.length && end - start < MOST_VALUE && PART[bytes[end] as number] === 1 && bytes[end] !== 0x26)
    end++;
  const value = latin1.slice(start, Math.min(end, start + 256));
  if (end - start < 8 || !/\d/.test(value) || isDeleted(value)) return;
  if (role === 'session') tell(SESSION_COOKIE, text, start, end, 0.9, 'a session cookie, by its name', report);
  else tell(TRACKING_COOKIE, text, start, end, 0.85, 'a cookie of audience measurement, by its name', report);
}

function isDeleted(value: string): boolean {
  return /^(?:deleted|null|undefined|none|expired|x+|\*+|\[?redacted|<)/i.test(value) || /^(.)\1+$/.test(value);
}

function isNamePart(byte: number | undefined): boolean {
  return isLetter(byte) || isDigit(byte) || byte === 0x5f || byte === 0x2d || byte === 0x2e;
}

function tell(
  kind: Kind,
  text: Text,
  start: number,
  end: number,
  confidence: number,
  why: string,
  report: Report,
): void {
  if (end > text.bytes.length || end <= start) return;
  report.found({ kind: kind.id, rule: 'cookie', start, end, confidence, reasons: [why] });
}
