// HTTP to one endpoint. Each request is asked once in a visit and its answer kept, since many products are told
// apart by the same few paths; redirects are followed only to the same address and port.
import type { Budgets } from './budgets.ts';
import { Ended, type Endpoint, type Line } from './line.ts';
import { type Answer, answerOf, type HttpRequest, httpRequest, httpResponse } from './wire/http.ts';

interface HttpOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Follow redirects that stay on this address and port. Default: no. */
  readonly follow?: boolean;
  /** Keep at most so many bytes of body. Default: the reply budget. */
  readonly maxBody?: number;
}

export interface HttpClient {
  /** @param path - path and query, percent-encoded, with its leading slash */
  get(path: string, options?: HttpOptions): Promise<Answer | Ended>;
  /** For questions that a protocol asks by POST; the caller vouches that it changes nothing. */
  post(path: string, body: string, options?: HttpOptions): Promise<Answer | Ended>;
  /** Puts an answer that is known already (the first reply while the product was being recognised) under its path. */
  remember(path: string, answer: Answer): void;
  close(): void;
}

/**
 * @param endpoint - its `host` goes into the Host header
 * @param connect - opens a line to the endpoint
 */
export function createHttpClient(
  endpoint: Endpoint,
  tls: boolean,
  connect: () => Promise<Line | Ended>,
  budgets: Budgets,
): HttpClient {
  const answers = new Map<string, Promise<Answer | Ended>>();
  const host = hostHeader(endpoint, tls);
  let idle: Line | undefined;

  async function exchange(request: HttpRequest, maxBody: number): Promise<Answer | Ended> {
    const reused = idle;
    idle = undefined;
    if (reused) {
      const answer = await askOn(reused, request, maxBody);
      // A server may close an idle connection at any time: then, and only then, the question is asked anew.
      if (!(answer instanceof Ended) || (answer.reason !== 'closed' && answer.reason !== 'reset')) return answer;
    }
    const line = await connect();
    return line instanceof Ended ? line : askOn(line, request, maxBody);
  }

  async function askOn(line: Line, request: HttpRequest, maxBody: number): Promise<Answer | Ended> {
    const frame = httpResponse(request.method, maxBody, budgets.inflatedBytes);
    const response = await line.ask(httpRequest(request), frame, { maxBytes: maxBody + 128 * 1024 });
    if (response instanceof Ended || !response.reusable) line.close();
    else keep(line);
    return response instanceof Ended ? response : answerOf(response, line.exchange());
  }

  function keep(line: Line): void {
    idle?.close();
    idle = line;
  }

  async function follow(request: HttpRequest, options: HttpOptions): Promise<Answer | Ended> {
    const maxBody = options.maxBody ?? budgets.replyBytes;
    let answer = await exchange(request, maxBody);
    for (let hops = 0; options.follow === true && hops < budgets.redirects; hops += 1) {
      if (answer instanceof Ended || answer.status < 300 || answer.status > 399) return answer;
      const path = sameOriginPath(answer.header('location'), request.path, host, tls);
      if (path === undefined) return answer;
      answer = await exchange({ ...request, method: 'GET', path }, maxBody);
    }
    return answer;
  }

  function once(request: HttpRequest, options: HttpOptions): Promise<Answer | Ended> {
    const key = JSON.stringify([request.method, request.path, request.body, options.headers, options.follow]);
    const known = answers.get(key);
    if (known) return known;
    const answer = follow({ ...request, ...(options.headers && { headers: options.headers }) }, options);
    answers.set(key, answer);
    return answer;
  }

  return {
    get: (path, options = {}) => once({ method: 'GET', path, host }, options),
    post: (path, body, options = {}) =>
      once(
        { method: 'POST', path, host, body },
        { ...options, headers: { 'Content-Type': 'application/json', ...options.headers } },
      ),
    remember: (path, answer) => {
      answers.set(JSON.stringify(['GET', path, undefined, undefined, undefined]), Promise.resolve(answer));
    },
    close: () => idle?.close(),
  };
}

function hostHeader(endpoint: Endpoint, tls: boolean): string {
  const name = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return endpoint.port === (tls ? 443 : 80) ? name : `${name}:${endpoint.port}`;
}

/** The path of a redirect that stays where it is, or undefined for one that would leave. */
function sameOriginPath(location: string, from: string, host: string, tls: boolean): string | undefined {
  const base = `${tls ? 'https' : 'http'}://${host}`;
  const url = URL.parse(location, `${base}${from}`);
  if (!url || location === '' || url.origin !== new URL(base).origin) return undefined;
  return `${url.pathname}${url.search}`;
}
