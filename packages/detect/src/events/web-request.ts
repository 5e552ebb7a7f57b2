// A request to a web server as an event: HTTP Activity of OCSF, and beside it the names that Sigma's web and proxy rules know (W3C
// extended log format: cs-method, cs-uri-query, sc-status, …), so that every access log gives rules the same.
import type { Fields } from './event.ts';
import { type HttpTold, httpEvent } from './ocsf.ts';
import { spellingList, spellings } from './spellings.ts';

export interface WebTold extends Omit<HttpTold, 'path' | 'query' | 'category'> {
  readonly cookie?: string | undefined;
  readonly contentType?: string | undefined;
}

const WEB = 'webserver';
/** A request that names its host, or asks for a tunnel, is one to a proxy, or wants to find one. */
const WEB_AND_PROXY = ['webserver', 'proxy'] as const;
const LEAST_FAILURE = 400;

/** The event. Where the answer's code says so, the request failed: what was refused, was not found or went wrong. */
export function webEvent(told: WebTold): Fields {
  const { scheme, host: named, path, query } = splitTarget(told.target, told.method);
  const host = told.host ?? named;
  const isProxied = scheme !== undefined || told.method === 'CONNECT';
  return httpEvent({
    ...told,
    path,
    query,
    host,
    category: isProxied ? WEB_AND_PROXY : WEB,
    outcome: told.outcome ?? outcomeOf(told.status),
    also: { ...webNames(told, path, query, host), ...told.also },
  });
}

export function outcomeOf(status: number | undefined): 'success' | 'failure' | undefined {
  if (status === undefined || status < 100) return undefined;
  return status >= LEAST_FAILURE ? 'failure' : 'success';
}

interface Target {
  readonly scheme?: string | undefined;
  readonly host?: string | undefined;
  readonly path: string;
  readonly query?: string | undefined;
}

/** The forms of a target (RFC 9112, 3.2): a path, a whole URL, or `host:port` of CONNECT. */
function splitTarget(target: string, method: string | undefined): Target {
  if (method === 'CONNECT') return { host: target.replace(/:\d{1,5}$/, ''), path: '' };
  const [, scheme, host, rest = target] = /^([a-z][a-z0-9+.-]{1,15}):\/\/([^/?#]*)([\s\S]*)$/i.exec(target) ?? [];
  const at = rest.indexOf('?');
  return {
    scheme,
    ...(host !== undefined && host !== '' && { host: host.replace(/^[^@]*@/, '').replace(/:\d{1,5}$/, '') }),
    path: at < 0 ? rest : rest.slice(0, at),
    ...(at >= 0 && { query: rest.slice(at + 1) }),
  };
}

/** `METHOD target HTTP/version`; what is not of this form is a target that no server understood. */
export function splitRequestLine(line: string): Pick<WebTold, 'method' | 'target' | 'version'> {
  const [, method, target = line, version] =
    /^([A-Z][A-Z_-]{0,31}) (\S.*?)(?: HTTP\/(\d(?:\.\d)?))?$/s.exec(line) ?? [];
  return { method, target, version };
}

function webNames(told: WebTold, path: string, query: string | undefined, host: string | undefined): Fields {
  const { target, method, status, length, version, user, agent, referrer, ip, cookie, contentType } = told;
  const whole = spellings(target);
  const origin = query === undefined ? path : `${path}?${query}`;
  const isUrl = origin !== target && path !== '';
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(path)?.[1];
  return {
    ...(ip !== undefined && { 'c-ip': ip }),
    ...(method !== undefined && { 'cs-method': method }),
    // To a proxy, a URL is asked for; rules know it whole and without its host.
    'c-uri': isUrl ? [...spellingList(target), ...spellingList(origin)] : whole,
    'cs-uri': whole,
    'cs-uri-stem': spellings(path),
    // Many rules look for paths here too, so that the whole target counts as query.
    'cs-uri-query': [...spellingList(query ?? ''), ...spellingList(target)],
    ...(query !== undefined && { 'c-uri-query': spellings(query) }),
    ...(extension !== undefined && { 'c-uri-extension': extension }),
    ...(host !== undefined && { 'cs-host': host }),
    ...(status !== undefined && { 'sc-status': status }),
    ...(length !== undefined && { 'sc-bytes': length }),
    ...(version !== undefined && { 'cs-version': `HTTP/${version}` }),
    ...(user !== undefined && { 'cs-username': user }),
    ...(agent !== undefined && { 'cs-user-agent': agent, 'c-useragent': agent }),
    ...(referrer !== undefined && { 'cs-referer': referrer }),
    ...(cookie !== undefined && { 'cs-cookie': cookie }),
    ...(contentType !== undefined && { 'cs-content-type': contentType }),
  };
}
