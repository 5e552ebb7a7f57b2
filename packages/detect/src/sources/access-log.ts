// Access logs in the combined format, which nginx and Apache write unless told otherwise
// (nginx.org/en/docs/http/ngx_http_log_module.html, httpd.apache.org/docs/2.4/logs.html):
//   client identd user [time] "request" status bytes "referer" "user agent"
import type { Fields } from '../events/event.ts';
import { instantOf } from '../events/times.ts';
import type { Source } from './source.ts';

const LINE =
  /^(?<client>\S+) \S+ (?<user>\S.*?) \[(?<time>[^\]]{20,32})\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) (?<bytes>\d+|-)(?: "(?<referer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)")?(?<rest> .*)?$/;
const REQUEST = /^(?<method>[A-Z][A-Z_-]{0,31}) (?<target>\S.*?)(?: HTTP\/(?<version>\d(?:\.\d)?))?$/;
/** A longer line is none of an access log, and the pattern is not tried on it. */
const MAX_LINE = 64 * 1024;

/** HTTP Activity of OCSF 1.x: the activity is the method. */
const ACTIVITIES: Readonly<Record<string, number>> = {
  CONNECT: 1,
  DELETE: 2,
  GET: 3,
  HEAD: 4,
  OPTIONS: 5,
  POST: 6,
  PUT: 7,
  TRACE: 8,
};
const OTHER_ACTIVITY = 99;
const HTTP_ACTIVITY = 4002;

export const accessLog: Source = {
  name: 'access-log',
  title: 'nginx and Apache, combined format',
  reference: 'https://nginx.org/en/docs/http/ngx_http_log_module.html, https://httpd.apache.org/docs/2.4/logs.html',
  open: () => ({
    fromText: (line) => {
      const event = readAccessLog(line);
      return event && [event];
    },
  }),
};

/**
 * An access as an event: HTTP Activity (4002) in OCSF's terms, and beside it the names that Sigma's web rules know. Where a query or
 * path is written with percent signs, the decoded text stands beside the written one, so that rules find either.
 *
 * @returns undefined where the line is not of this format
 */
export function readAccessLog(line: string): Fields | undefined {
  if (line.length > MAX_LINE) return undefined;
  const groups = LINE.exec(line)?.groups;
  const time = groups && instantOf(groups.time);
  if (groups === undefined || time === undefined) return undefined;
  const { client = '', user = '-', request = '', status = '', bytes = '-' } = groups;
  const [referer, agent] = [present(groups.referer), present(groups.agent)];
  const parts = REQUEST.exec(unescaped(request))?.groups;
  const { method, target, version } = parts ?? {};
  const [stem = '', query] = splitTarget(target ?? '');
  const activity = method === undefined ? OTHER_ACTIVITY : (ACTIVITIES[method] ?? OTHER_ACTIVITY);
  const account = user === '-' ? undefined : unescaped(user);
  return {
    class_uid: HTTP_ACTIVITY,
    category_uid: 4,
    activity_id: activity,
    type_uid: HTTP_ACTIVITY * 100 + activity,
    severity_id: 1,
    time,
    metadata: { version: '1.3.0', product: { name: 'access log' } },
    src_endpoint: { ip: client },
    ...(account !== undefined && { actor: { user: { name: account } } }),
    http_request: {
      ...(method !== undefined && { http_method: method }),
      url: {
        path: stem,
        ...(query !== undefined && { query_string: query }),
        url_string: target ?? unescaped(request),
      },
      ...(version !== undefined && { version }),
      ...(agent !== undefined && { user_agent: agent }),
      ...(referer !== undefined && { referrer: referer }),
    },
    http_response: { code: Number(status), ...(bytes !== '-' && { length: Number(bytes) }) },
    // The format is that of several servers; no product is named, so that the rules for any of them are asked.
    logsource: { category: 'webserver', service: 'nginx' },
    'c-ip': client,
    ...(method !== undefined && { 'cs-method': method }),
    'c-uri': spellings(target ?? unescaped(request)),
    'cs-uri': spellings(target ?? unescaped(request)),
    'cs-uri-stem': spellings(stem),
    // Many rules look for paths here too, so that the whole target counts as query.
    'cs-uri-query': [...list(spellings(query ?? '')), ...list(spellings(target ?? unescaped(request)))],
    'sc-status': Number(status),
    ...(bytes !== '-' && { 'sc-bytes': Number(bytes) }),
    ...(version !== undefined && { 'cs-version': `HTTP/${version}` }),
    ...(account !== undefined && { 'cs-username': account }),
    ...(agent !== undefined && { 'cs-user-agent': agent }),
    ...(referer !== undefined && { 'cs-referer': referer }),
  };
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text === '-' || text === '' ? undefined : unescaped(text);
}

function splitTarget(target: string): readonly [string, string?] {
  const at = target.indexOf('?');
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)];
}

/** Servers write quotes, backslashes and what cannot be printed as `\"`, `\\` and `\xHH`, byte by byte. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  const latin = text.replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/g, (_, hex: string | undefined, sign: string | undefined) =>
    hex === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a byte is what it has to be
  return /^[\x00-\xff]*$/.test(latin) ? Buffer.from(latin, 'latin1').toString('utf8') : latin;
}

/** As it is written, and decoded once and twice where that changes it. */
function spellings(written: string): string | readonly string[] {
  const once = decoded(written);
  if (once === written) return written;
  const twice = decoded(once);
  return twice === once ? [written, once] : [written, once, twice];
}

function list(texts: string | readonly string[]): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}

/** Percent signs that are no encoding stay as they are. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  return spaced.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
