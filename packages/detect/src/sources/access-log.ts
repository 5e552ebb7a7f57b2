// Access logs of nginx and Apache: the common and combined formats, with the virtual host before it where Apache writes it
// (nginx.org/en/docs/http/ngx_http_log_module.html, httpd.apache.org/docs/2.4/logs.html):
//   [vhost:port] client identd user [time] "request" status bytes ["referer" "user agent"] [more]
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { withoutEscapes } from '../events/spellings.ts';
import { instantOf } from '../events/times.ts';
import { splitRequestLine, webEvent } from '../events/web-request.ts';
import type { Source } from './source.ts';

const LINE =
  /^(?:(?<vhost>\S{1,255}):\d{1,5} )?(?<client>\S{1,255}) \S{1,255} (?<user>\S.{0,255}?) \[(?<time>[^\]]{20,32})\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) (?<bytes>\d{1,18}|-)(?: "(?<referer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)")?(?: "(?<forwarded>[0-9a-fA-F.:, ]{2,255})")?(?: .*)?$/;
/** A longer line is none of an access log, and the pattern is not tried on it. */
const MAX_LINE = 64 * 1024;
/** In an envelope of syslog the same line has other words before it, and they are none of a client. */
const SYSLOG = /^(?:<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\dT)/;
/** The format is that of several servers, so that the rules for any of them are asked. */
const SERVICES = ['nginx', 'apache'] as const;

export const accessLog: Source = {
  name: 'access-log',
  title: 'nginx and Apache, common, combined and vhost_combined format',
  reference: 'https://nginx.org/en/docs/http/ngx_http_log_module.html, https://httpd.apache.org/docs/2.4/logs.html',
  tells: 'requests with client, user, status and bytes; refused sign-ins by their status',
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
  if (line.length > MAX_LINE || SYSLOG.test(line)) return undefined;
  const groups = LINE.exec(line)?.groups;
  const time = groups && instantOf(groups.time);
  if (groups === undefined || time === undefined) return undefined;
  const { vhost, client = '', user = '-', request = '', status = '', bytes = '-', forwarded } = groups;
  return webEvent({
    time,
    product: 'web server',
    isAnyProduct: true,
    service: SERVICES,
    ...endpointOf(client),
    user: present(user),
    ...splitRequestLine(withoutEscapes(request)),
    host: vhost,
    status: Number(status),
    length: bytes === '-' ? undefined : Number(bytes),
    referrer: present(groups.referer),
    agent: present(groups.agent),
    // nginx's own example of a format ends with what proxies before it say of the client.
    forwardedFor: forwarded?.split(/[ ,]+/).filter(Boolean),
  });
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text === '-' || text === '' ? undefined : withoutEscapes(text);
}
