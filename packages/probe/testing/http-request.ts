// One HTTP request with any certificate on either side, which `fetch` cannot do; for seeding real servers.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** What to ask. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM texts: shown to a server that demands a client certificate. */
  readonly client?: { readonly cert: Buffer; readonly key: Buffer };
}

/** Asks once, on a connection of its own, within 5 s; the server's certificate is not checked. */
export function request(url: string, asked: HttpRequest = {}): Promise<{ status: number; text: string }> {
  const { method = 'GET', headers = {}, body, client } = asked;
  const options = { ...client, method, headers, agent: false, timeout: 5000, rejectUnauthorized: false } as const;
  return new Promise((resolve, reject) => {
    const start = url.startsWith('https:') ? requestHttps : requestHttp;
    const sent = start(url, options, (response) => {
      text(response).then((read) => resolve({ status: response.statusCode ?? 0, text: read }), reject);
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error(`${url} did not answer`)));
    sent.end(body);
  });
}
