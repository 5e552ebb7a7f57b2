// A real OpenID Connect provider on loopback, with one person, who signs in there without being asked for more than a form.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error the provider brings no types of its own
import Provider from 'oidc-provider';

export interface OpenIdServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Fills in the provider's forms, as its person would. @returns the address that it sends the browser back to */
  enter(authorizationUrl: string): Promise<string>;
  stop(): Promise<void>;
}

const CLIENT_ID = 'vigie';
const CLIENT_SECRET = 'a-secret-of-the-test-bench-that-is-long';

/** @param callback where it may send browsers back to; @param email of the person */
export async function startOpenIdServer(callback: string, email: string): Promise<OpenIdServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email, email_verified: true, name: 'Ada' }),
    }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    enter: (url) => enter(url, issuer),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const MOST_STEPS = 12;

async function enter(start: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const one of response.headers.getSetCookie()) {
      const [pair = ''] = one.split(';');
      const [name = '', ...value] = pair.split('=');
      jar.set(name, value.join('='));
    }
    const location = response.headers.get('location');
    form = undefined;
    if (location !== null) {
      url = new URL(location, url).href;
      if (!url.startsWith(issuer)) return url;
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`the provider shows no form: ${response.status}`);
    url = new URL(action, url).href;
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login';
    form = new URLSearchParams({ prompt, login: 'ada', password: 'x' });
  }
  throw new Error('the provider did not come to an end');
}
