// Caddy's access log, JSON as it writes it by default (caddyserver.com/docs/caddyfile/directives/log):
//   {"logger":"http.log.access…","msg":"handled request","request":{…},"status":200,…}
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, numberAt, recordAt, textAt, valueAt } from '../events/json-fields.ts';
import { instantOf } from '../events/times.ts';
import { webEvent } from '../events/web-request.ts';
import type { Source } from './source.ts';

export const caddy: Source = {
  name: 'caddy',
  title: 'Caddy, access log as JSON',
  reference: 'https://caddyserver.com/docs/caddyfile/directives/log',
  tells: 'requests with client, user, status and bytes; refused sign-ins by their status, and then not whose',
  jsonKeys: ['request'],
  open: () => ({
    fromJson: (record) => {
      const event = readCaddy(record);
      return event && [event];
    },
  }),
};

function readCaddy(record: Fields): Fields | undefined {
  const request = recordAt(record, 'request');
  const target = request && textAt(request, 'uri');
  const isAccess = textAt(record, 'logger')?.startsWith('http.log.access') || record.msg === 'handled request';
  if (request === undefined || target === undefined || !isAccess) return undefined;
  const headers = recordAt(request, 'headers') ?? {};
  const seconds = numberAt(record, 'duration');
  const forwarded = header(headers, 'X-Forwarded-For');
  return webEvent({
    time: instantOf(record.ts),
    product: 'caddy',
    service: 'caddy',
    // Who stands behind proxies that are trusted, where Caddy is told of such (2.7 and later).
    ...endpointOf(textAt(request, 'client_ip', 'remote_ip', 'remote_addr')),
    ...portOf(request),
    method: textAt(request, 'method'),
    target,
    host: textAt(request, 'host')?.replace(/:\d{1,5}$/, ''),
    version: /^HTTP\/(\d(?:\.\d)?)$/.exec(textAt(request, 'proto') ?? '')?.[1],
    user: textAt(record, 'user_id'),
    agent: header(headers, 'User-Agent'),
    referrer: header(headers, 'Referer'),
    contentType: header(headers, 'Content-Type'),
    cookie: header(headers, 'Cookie'),
    forwardedFor: forwarded?.split(/[ ,]+/).filter(Boolean),
    // Nothing was answered where the client went away first.
    status: numberAt(record, 'status') || undefined,
    length: countAt(record, 'size'),
    durationMs: seconds === undefined ? undefined : Math.round(seconds * 1e6) / 1e3,
  });
}

function portOf(request: Fields): { readonly port?: number } {
  const port = request.client_ip === undefined || request.client_ip === request.remote_ip ? 'remote_port' : '';
  const number = numberAt(request, port);
  return number === undefined ? {} : { port: number };
}

function header(headers: Fields, name: string): string | undefined {
  const values = valueAt(headers, name);
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof first === 'string' && first !== '' && first !== 'REDACTED' ? first : undefined;
}
