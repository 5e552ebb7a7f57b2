import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type OpenIdServer, startOpenIdServer } from '../../testing/openid-server.ts';
import { ORIGIN, openTestRoom, type TestRoom } from '../../testing/room.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { checkProvider, offerProviders } from './openid-provider.ts';

/** Cookies as a browser keeps them. */
class Jar {
  readonly #cookies = new Map<string, string>();

  take(response: Response): void {
    for (const one of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = one.split(';');
      const [name = '', ...value] = pair.split('=');
      if (attributes.some((attribute) => /max-age=0\b/i.test(attribute))) this.#cookies.delete(name);
      else this.#cookies.set(name, value.join('='));
    }
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

async function send(test: TestRoom, jar: Jar, path: string, body?: unknown): Promise<Response> {
  const response = await test.fetch(
    new Request(new URL(path, ORIGIN), {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { host: 'localhost:4180', origin: ORIGIN, cookie: jar.header, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  jar.take(response);
  return response;
}

const CALLBACK = `${ORIGIN}/api/auth/callback/corporate`;

describe('signing in by OpenID Connect', () => {
  let test: TestRoom;
  let provider: OpenIdServer;
  before(async () => {
    provider = await startOpenIdServer(CALLBACK, 'ada@example.org');
    const { issuer, clientId, clientSecret } = provider;
    test = await openTestRoom({
      settings: {
        outgoingNetworks: ['127.0.0.0/8'],
        openIdProviders: [{ id: 'corporate', name: 'Corporate', issuer, clientId, clientSecret }],
      },
    });
    const stop = await offerProviders(test.room, createAllowedAddresses(test.room.settings.outgoingNetworks));
    stop();
  });
  after(async () => {
    await test.close();
    await provider.stop();
  });

  async function enterBy(jar: Jar): Promise<Response> {
    const begun = await send(test, jar, '/api/auth/sign-in/social', { provider: 'corporate', callbackURL: '/' });
    assert.equal(begun.status, 200, await begun.clone().text());
    const { url } = (await begun.json()) as { url: string };
    assert.ok(url.startsWith(provider.issuer));
    const back = await provider.enter(url);
    return send(test, jar, back);
  }

  it('is offered to whoever opens the page', async () => {
    assert.deepEqual((await test.ask(undefined, 'GET', '/api/setup')).body.providers, [
      { id: 'corporate', name: 'Corporate' },
    ]);
  });

  it('lets nobody in who has no account here', async () => {
    const jar = new Jar();
    const response = await enterBy(jar);
    assert.match(response.headers.get('location') ?? '', /error=/);
    assert.equal((await send(test, jar, '/api/me')).status, 401);
  });

  it('lets somebody in whose account an administrator made', async () => {
    const { signIn } = test.room;
    const password = 'a long enough password';
    await signIn.createAccount({ name: 'Ada', email: 'ada@example.org', role: 'auditor', language: 'en', password });
    const jar = new Jar();
    await enterBy(jar);
    const me = await send(test, jar, '/api/me');
    assert.equal(me.status, 200);
    assert.equal(((await me.json()) as { account: { role: string } }).account.role, 'auditor');
    const { rows } = await test.room.records
      .selectFrom('auth_account' as never)
      .selectAll()
      .execute()
      .then((found) => ({ rows: found as { providerId: string; accessToken: string | null }[] }));
    const linked = rows.find(({ providerId }) => providerId === 'corporate');
    assert.ok(linked);
    // The library seals the provider's tokens before they reach the records.
    assert.doesNotMatch(linked.accessToken ?? '', /^[\w-]{43}$/);
  });

  it('lets nobody in whose account is closed', async () => {
    await test.room.records
      .updateTable('auth_user')
      .set({ disabled: true })
      .where('email', '=', 'ada@example.org')
      .execute();
    const jar = new Jar();
    await enterBy(jar);
    assert.equal((await send(test, jar, '/api/me')).status, 401);
  });
});

describe('an OpenID Connect provider that is looked at before it is used', () => {
  const PRIVATE = createAllowedAddresses([]);
  const LOOPBACK = createAllowedAddresses(['127.0.0.0/8']);
  const provider = (issuer: string) => ({ id: 'x', name: 'X', issuer, clientId: 'x', clientSecret: 'x' });

  async function withDocument(document: (issuer: string) => unknown, look: (issuer: string) => Promise<void>) {
    const server = createServer((_request, response) => response.end(JSON.stringify(document(issuer))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await look(issuer);
    server.close();
  }

  const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'];
  const documentOf = (issuer: string, changed: Record<string, string> = {}) => ({
    issuer,
    ...Object.fromEntries(ENDPOINTS.map((name) => [name, `${issuer}/${name}`])),
    ...changed,
  });

  it('is not asked in a private network that the operator did not name', async () => {
    await withDocument(documentOf, async (issuer) => {
      assert.match((await checkProvider(PRIVATE, provider(issuer)))?.message ?? '', /loopback, private or reserved/);
      assert.equal(await checkProvider(LOOPBACK, provider(issuer)), undefined);
    });
  });

  for (const name of ENDPOINTS) {
    it(`is refused where its ${name} leads into another network (SSRF)`, async () => {
      await withDocument(
        (issuer) => documentOf(issuer, { [name]: 'http://10.0.0.1/' }),
        async (issuer) => {
          const fault = await checkProvider(LOOPBACK, provider(issuer));
          assert.match(fault?.message ?? '', new RegExp(`${name}: its host is in a loopback`));
          assert.equal(fault?.passing, false);
        },
      );
    });
  }

  it('is refused where its document is another’s, or none', async () => {
    await withDocument(
      () => documentOf('http://127.0.0.1:1'),
      async (issuer) =>
        assert.match((await checkProvider(LOOPBACK, provider(issuer)))?.message ?? '', /another issuer/),
    );
    await withDocument(
      () => [],
      async (issuer) => assert.match((await checkProvider(LOOPBACK, provider(issuer)))?.message ?? '', /lacks/),
    );
    assert.equal((await checkProvider(LOOPBACK, provider('http://127.0.0.1:9')))?.passing, true);
  });
});

describe('a second factor by TOTP', () => {
  let test: TestRoom;
  before(async () => {
    test = await openTestRoom();
  });
  after(() => test.close());

  /** RFC 6238 with its defaults, as an app on a telephone computes it. */
  function totp(uri: string): string {
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const bits = [...secret]
      .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const mac = createHmac('sha1', key).update(counter).digest();
    const offset = (mac.at(-1) ?? 0) & 15;
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }

  it('is asked for once it is set up, and its secret is sealed', async () => {
    const person = await test.person('responder');
    const jar = new Jar();
    await send(test, jar, '/api/auth/sign-in/email', { email: person.email, password: person.password });
    const enabled = await send(test, jar, '/api/auth/two-factor/enable', { password: person.password });
    assert.equal(enabled.status, 200, await enabled.clone().text());
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    assert.equal((await send(test, jar, '/api/auth/two-factor/verify-totp', { code: totp(totpURI) })).status, 200);

    const second = new Jar();
    const half = await send(test, second, '/api/auth/sign-in/email', {
      email: person.email,
      password: person.password,
    });
    assert.equal(((await half.json()) as { twoFactorRedirect: boolean }).twoFactorRedirect, true);
    assert.equal((await send(test, second, '/api/me')).status, 401);
    assert.notEqual((await send(test, second, '/api/auth/two-factor/verify-totp', { code: '000000' })).status, 200);
    assert.equal((await send(test, second, '/api/auth/two-factor/verify-totp', { code: totp(totpURI) })).status, 200);
    const me = (await (await send(test, second, '/api/me')).json()) as { account: { twoFactor: boolean } };
    assert.equal(me.account.twoFactor, true);

    const rows = (await test.room.records
      .selectFrom('auth_two_factor' as never)
      .selectAll()
      .execute()) as { secret: string }[];
    assert.equal(rows.length, 1);
    assert.notEqual(rows[0]?.secret, new URL(totpURI).searchParams.get('secret'));
  });
});
