// Access logs that are written as JSON. No format of them is the usual one, but the names of their fields are: nginx's variables, those of
// Apache's examples, Traefik's, and Elastic Common Schema's (nginx.org/en/docs/varindex.html, httpd.apache.org/docs/2.4/mod/mod_log_config.html,
// doc.traefik.io/traefik/observability/access-logs, elastic.co/guide/en/ecs/current/ecs-field-reference.html).
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, numberAt, parsedRecord, textAt, valueAt } from '../events/json-fields.ts';
import { instantOf } from '../events/times.ts';
import { splitRequestLine, webEvent } from '../events/web-request.ts';
import type { Source } from './source.ts';

const CLIENT = [
  'remote_addr',
  'remoteIP',
  'remote_ip',
  'clientip',
  'client_ip',
  'ClientHost',
  'source.ip',
  'client.ip',
];
const LINE = ['request', 'request_line'];
const METHOD = ['request_method', 'method', 'RequestMethod', 'http.request.method'];
const TARGET = ['request_uri', 'RequestPath', 'url.original', 'uri', 'path', 'request'];
const QUERY = ['query_string', 'args', 'query'];
const STATUS = ['status', 'status_code', 'DownstreamStatus', 'http.response.status_code', 'response'];
const TIME = ['time_iso8601', '@timestamp', 'time_local', 'StartUTC', 'time', 'timestamp', 'msec', 'ts'];
const LENGTH = ['body_bytes_sent', 'bytes_sent', 'bytes', 'DownstreamContentSize', 'http.response.body.bytes', 'size'];
const AGENT = ['http_user_agent', 'userAgent', 'user_agent', 'user_agent.original', 'request_User-Agent', 'agent'];
const REFERRER = ['http_referer', 'http_referrer', 'referer', 'referrer', 'request_Referer', 'http.request.referrer'];
const HOST = ['http_host', 'host', 'server_name', 'RequestHost', 'url.domain', 'vhost'];
const USER = ['remote_user', 'ClientUsername', 'user.name', 'user'];
const FORWARDED = ['http_x_forwarded_for', 'x_forwarded_for', 'xForwardedFor'];
const VERSION = ['server_protocol', 'RequestProtocol', 'protocol', 'http.version'];
/** Names of fields are those of several servers. */
const SERVICES = ['nginx', 'apache'] as const;
const MAX_LINE = 1024 * 1024;

export const jsonAccessLog: Source = {
  name: 'access-log-json',
  title: 'nginx, Apache, Traefik and others, access log as JSON',
  reference: 'https://nginx.org/en/docs/varindex.html',
  tells: 'requests with client, user, status and bytes; refused sign-ins by their status',
  jsonKeys: CLIENT.map((name) => name.split('.')[0] ?? name),
  open: () => ({
    fromJson: (record) => {
      const event = readJsonAccess(record);
      return event && [event];
    },
    fromText: (text) => {
      const isLikeJson = text.length <= MAX_LINE && /^\s*\{/.test(text);
      const record = isLikeJson ? parsedRecord(withJsonEscapes(text)) : undefined;
      const event = record && readJsonAccess(record);
      return event && [event];
    },
  }),
};

function readJsonAccess(record: Fields): Fields | undefined {
  const client = textAt(record, ...CLIENT);
  const status = numberAt(record, ...STATUS);
  const request = requestOf(record);
  if (client === undefined || request === undefined || status === undefined || status < 0 || status > 999) {
    return undefined;
  }
  const forwarded = told(record, FORWARDED);
  return webEvent({
    time: TIME.map((name) => instantOf(valueAt(record, name))).find((time) => time !== undefined),
    product: 'web server',
    isAnyProduct: true,
    service: SERVICES,
    ...endpointOf(client),
    ...request,
    status,
    length: countAt(record, ...LENGTH),
    user: told(record, USER),
    agent: told(record, AGENT),
    referrer: told(record, REFERRER),
    host: told(record, HOST),
    forwardedFor: forwarded?.split(/[ ,]+/).filter(Boolean),
  });
}

/** The whole line of the request where it is there, else its parts. */
function requestOf(record: Fields): Pick<Parameters<typeof webEvent>[0], 'method' | 'target' | 'version'> | undefined {
  const line = textAt(record, ...LINE);
  if (line !== undefined && /^[A-Z][A-Z_-]{0,31} \S/.test(line)) return splitRequestLine(line);
  const method = textAt(record, ...METHOD);
  // Of what was no request, nginx knows no target and writes an empty one.
  const isNone = TARGET.some((name) => valueAt(record, name) === '');
  const target = textAt(record, ...TARGET) ?? (isNone ? '' : undefined);
  if (method === undefined || target === undefined) return undefined;
  const query = told(record, QUERY)?.replace(/^\?/, '');
  const version = /(\d(?:\.\d)?)$/.exec(textAt(record, ...VERSION) ?? '')?.[1];
  const isWhole = query === undefined || target.includes('?');
  return { method, target: isWhole ? target : `${target}?${query}`, version };
}

function told(record: Fields, names: readonly string[]): string | undefined {
  const text = textAt(record, ...names);
  return text === '-' ? undefined : text;
}

/** Apache, and nginx without `escape=json`, write bytes as `\xHH`, which JSON does not know. */
function withJsonEscapes(text: string): string {
  return text.replace(/\\\\|(?:\\x[0-9a-f]{2})+/gi, (run) =>
    run === '\\\\'
      ? run
      : JSON.stringify(Buffer.from(run.replaceAll(/\\x/gi, ''), 'hex').toString('utf8')).slice(1, -1),
  );
}
