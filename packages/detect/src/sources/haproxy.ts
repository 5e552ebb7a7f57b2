// HAProxy's own formats, httplog and tcplog (docs.haproxy.org/2.6/configuration.html, 8.2); what syslog puts before is read by syslog.ts.
//   client:port [time] frontend backend/server TR/Tw/Tc/Tr/Ta status bytes cookie cookie state connections queues {headers} "request"
//   client:port [time] frontend backend/server Tw/Tc/Tt bytes state connections queues
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { networkEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { splitRequestLine, webEvent } from '../events/web-request.ts';
import type { Source } from './source.ts';

const HEAD =
  /^(?<client>\S{1,255}:\d{1,5}) \[(?<time>[^\]]{20,32})\] (?<frontend>\S{1,255}) (?<backend>[^\s/]{1,255})\/(?<server>\S{1,255}) (?<timers>[-+\d]{1,20}(?:\/[-+\d]{1,20}){2,4}) /;
const HTTP =
  /^(?<status>-1|\d{3}) (?<bytes>\+?\d{1,18}) \S+ \S+ (?<state>\S{4}) [\d+/]{1,80} [\d+/]{1,40} (?<headers>(?:\{[^}]*\} ){0,2})"(?<request>[^"]*)"?/;
const TCP = /^(?<bytes>\+?\d{1,18}) (?<state>\S{2}) [\d+/]{1,80} [\d+/]{1,40}/;
/** `client:port [time] frontend/bind: message`: a connection that was none. */
const REFUSED = /^\S{1,255}:\d{1,5} \[[^\]]{20,32}\] \S{1,255}\/\S{1,255}: \S/;
/** HAProxy cuts its lines at 1,024 bytes unless it is told otherwise (`log … len`, at most 65,535). */
const MAX_LINE = 64 * 1024;

export const haproxy: Source = {
  name: 'haproxy',
  title: 'HAProxy, httplog and tcplog',
  reference: 'https://docs.haproxy.org/2.6/configuration.html#8.2',
  tells: 'requests with client, server, status and bytes, connections with their bytes; no users',
  open: () => ({ fromText: readHaproxy }),
};

function readHaproxy(line: string): readonly Fields[] | undefined {
  if (line.length > MAX_LINE) return undefined;
  const head = HEAD.exec(line);
  const time = instantOf(head?.groups?.time);
  if (head?.groups === undefined || time === undefined) return REFUSED.test(line) ? [] : undefined;
  const rest = line.slice(head[0].length);
  const { client = '', frontend = '', backend = '', server = '', timers = '' } = head.groups;
  const told = {
    time,
    product: 'haproxy',
    service: 'haproxy',
    ...endpointOf(client),
    store: server.startsWith('<') ? undefined : server,
    durationMs: durationOf(timers),
  };
  const also = { frontend: frontend.replace(/~$/, ''), backend, server };
  const http = HTTP.exec(rest)?.groups;
  if (http !== undefined) return [httpOf(http, told, also)];
  const tcp = TCP.exec(rest)?.groups;
  if (tcp === undefined) return undefined;
  const { bytes, state = '' } = tcp;
  return [
    networkEvent({
      ...told,
      activity: 'close',
      bytesReturned: Number(bytes),
      outcome: outcomeOf(state),
      also: { ...also, state },
    }),
  ];
}

function httpOf(
  { status, bytes, state, headers = '', request = '' }: Partial<Record<string, string>>,
  told: Omit<Parameters<typeof webEvent>[0], 'target'>,
  also: Fields,
): Fields {
  const captured = [...headers.matchAll(/\{([^}]*)\}/g)].map(([, inner = '']) => inner.split('|').map(withoutMarks));
  return webEvent({
    ...told,
    ...splitRequestLine(withoutMarks(request)),
    status: status === '-1' ? undefined : Number(status),
    length: Number(bytes),
    also: {
      ...also,
      state,
      // Which headers these are stands in the configuration alone.
      ...(captured[0] !== undefined && { captured_request_headers: captured[0] }),
      ...(captured[1] !== undefined && { captured_response_headers: captured[1] }),
    },
  });
}

/** The last timer is the whole; -1 where it never came so far. */
function durationOf(timers: string): number | undefined {
  const last = Number(timers.slice(timers.lastIndexOf('/') + 1));
  return last >= 0 ? last : undefined;
}

/** The first letter of the state says who ended it: `-` is nobody, and all went well. */
function outcomeOf(state: string): 'success' | 'failure' {
  return state.startsWith('-') ? 'success' : 'failure';
}

/** What cannot be printed, and what has a meaning in the line, is written as `#HH`. */
function withoutMarks(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(/(?:#[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll('#', ''), 'hex').toString('utf8'));
}
