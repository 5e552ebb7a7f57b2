// Signing in: passwords, TOTP, passkeys and OpenID Connect, by a library made for it, over our own tables. Nobody signs up: the first
// administrator comes through a one-time link, everybody else through an invitation.
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { isRole, type Role } from '../access/roles.ts';
import type { EvidenceBook } from '../evidence/book.ts';
import type { RecordsDatabase } from '../records/database.ts';
import type { OpenIdProvider } from '../settings.ts';
import { discoveryUrlOf } from './openid-provider.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** Where the library's own routes are. */
export const SIGN_IN_PATH = '/api/auth';

/** The header in which the app hands the client's address in; what a client sends in it is dropped. */
export const ADDRESS_HEADER = 'x-vigie-client-address';

const SESSION_S = 12 * 60 * 60;
const REFRESH_S = 60 * 60;
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

export interface SignInOptions {
  readonly records: RecordsDatabase;
  readonly evidence: EvidenceBook;
  readonly random: (count: number) => Uint8Array;
  /** Signs cookies and seals TOTP secrets; from the key ring. */
  readonly secret: string;
  /** The origin that people open. */
  readonly origin: string;
  /** Further origins of the same platform, as in http://127.0.0.1:4180 beside http://localhost:4180. */
  readonly otherOrigins: readonly string[];
}

interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly role: Role;
}

interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'fr';
  readonly password: string;
}

export interface SignIn {
  /** Answers a request under `SIGN_IN_PATH`. */
  handle(request: Request): Promise<Response>;
  /** Who the cookies of a request belong to. */
  sessionOf(headers: Headers): Promise<SignedIn | undefined>;
  /** @returns the account's id, or undefined where the address has one already */
  createAccount(account: NewAccount): Promise<string | undefined>;
  /** Sets another password, and ends all sessions. */
  setPassword(accountId: string, password: string): Promise<void>;
  endSessions(accountId: string): Promise<void>;
  /** Offers these OpenID Connect providers and no others from now on; each has been looked at. */
  offer(providers: readonly OpenIdProvider[]): void;
  /** Those that are offered. */
  providers(): readonly Pick<OpenIdProvider, 'id' | 'name'>[];
}

export function createSignIn(options: SignInOptions): SignIn {
  let offered: readonly OpenIdProvider[] = [];
  let auth = betterAuth(libraryOptions(options, offered));
  return {
    offer(providers) {
      offered = [...providers];
      auth = betterAuth(libraryOptions(options, offered));
    },
    providers: () => offered.map(({ id, name }) => ({ id, name })),
    handle: (request) => auth.handler(request),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const {
        id: accountId,
        name,
        role,
        disabled,
      } = found.user as typeof found.user & { role: string; disabled: boolean };
      if (disabled || !isRole(role)) return undefined;
      return { accountId, sessionId: found.session.id, name, role };
    },
    async createAccount({ password, email, ...account }) {
      const { internalAdapter } = await auth.$context;
      const address = email.toLowerCase();
      if ((await internalAdapter.findUserByEmail(address)) !== null) return undefined;
      const person = { ...account, email: address, emailVerified: true, disabled: false };
      const user = await internalAdapter.createUser(person, { method: 'admin' });
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await hashPassword(password, options.random),
      });
      return user.id;
    },
    async setPassword(accountId, password) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updatePassword(accountId, await hashPassword(password, options.random));
      await endSessions(options.records, accountId);
    },
    endSessions: (accountId) => endSessions(options.records, accountId),
  };
}

async function endSessions(records: RecordsDatabase, accountId: string): Promise<void> {
  await records.deleteFrom('auth_session').where('userId', '=', accountId).execute();
}

function libraryOptions(
  { records, evidence, random, secret, origin, otherOrigins }: SignInOptions,
  openIdProviders: readonly OpenIdProvider[],
) {
  const secure = origin.startsWith('https:');
  return {
    appName: 'Vigie',
    database: { db: records as never, type: 'postgres' as const },
    secret,
    baseURL: origin,
    basePath: SIGN_IN_PATH,
    trustedOrigins: [origin, ...otherOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: (password: string) => hashPassword(password, random),
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password),
      },
    },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        role: { type: 'string' as const, required: true, input: false },
        language: { type: 'string' as const, required: true, input: false },
        disabled: { type: 'boolean' as const, required: true, input: false },
        lastSeenAt: { type: 'date' as const, required: false, input: false },
      },
    },
    session: { modelName: 'auth_session', expiresIn: SESSION_S, updateAge: REFRESH_S },
    account: {
      modelName: 'auth_account',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: openIdProviders.map(({ id }) => id) },
    },
    verification: { modelName: 'auth_verification' },
    // Changing these goes through operations of our own, which ask for permissions and write evidence.
    disabledPaths: ['/sign-up/email', '/update-user', '/change-email', '/delete-user', '/request-password-reset'],
    // Tries are counted before the library is asked, by account as well as by address (http/sign-in-route.ts).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'vigie',
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: 'lax' as const, httpOnly: true, secure },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }: { userId: string }) => (await mayEnter(records, userId)) as false | undefined,
          after: async ({ id, userId }: { id: string; userId: string }) => {
            await evidence.write({ type: 'sign-in', author: userId, payload: { subject: id, result: 'in' } });
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Vigie', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Vigie',
        origin: [origin, ...otherOrigins],
        schema: { passkey: { modelName: 'auth_passkey' } },
      }),
      genericOAuth({ config: openIdProviders.map(providerConfig) }),
    ],
  };
}

/** `false` keeps the library from making the session. */
async function mayEnter(records: RecordsDatabase, userId: string): Promise<false | undefined> {
  const user = await records.selectFrom('auth_user').select('disabled').where('id', '=', userId).executeTakeFirst();
  return user === undefined || user.disabled ? false : undefined;
}

function providerConfig({ id, issuer, clientId, clientSecret }: OpenIdProvider) {
  return {
    providerId: id,
    discoveryUrl: discoveryUrlOf(issuer),
    issuer,
    requireIssuerValidation: true,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    disableSignUp: true,
  };
}
