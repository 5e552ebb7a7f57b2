// Signing in, over the operations of the sign-in library under /api/auth (better-auth 1.7: e-mail and password, two-factor, passkey,
// OpenID Connect). See https://better-auth.com/docs for each.
import { send } from './client.ts';
import { type ProblemDocument, problemOf } from './problem.ts';

export type Outcome<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problem: ProblemDocument };

/** What the library answers, as far as the pages look at it; foreign, hence all optional. */
export interface AuthAnswer {
  readonly twoFactorRedirect?: boolean;
  readonly url?: string;
  readonly totpURI?: string;
  readonly backupCodes?: readonly string[];
}

/** Asks one operation of the library. */
export async function askAuth<T = AuthAnswer>(path: string, body?: unknown): Promise<Outcome<T>> {
  const response = await send(`/api/auth/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, answer: ((await response.json()) ?? {}) as T };
}

export const signInWithPassword = (email: string, password: string) =>
  askAuth('sign-in/email', { email, password, rememberMe: true });

export const verifyTotp = (code: string, trustDevice: boolean) =>
  askAuth('two-factor/verify-totp', { code, trustDevice });

export const verifyBackupCode = (code: string, trustDevice: boolean) =>
  askAuth('two-factor/verify-backup-code', { code, trustDevice });

/** Begins a sign-in at an OpenID Connect provider; the answer's `url` is where to go. */
export const signInAt = (provider: string, callbackURL: string) =>
  askAuth('sign-in/social', { provider, callbackURL, errorCallbackURL: '/sign-in' });

/** Whether this browser can make and use passkeys as JSON (WebAuthn Level 3, section 5.1.10). */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

const GIVEN_UP: ProblemDocument = { type: 'passkey-given-up', status: 0, title: 'passkey', errors: [] };

/** Signs in with a passkey of this device. */
export async function signInWithPasskey(): Promise<Outcome<AuthAnswer>> {
  const options = await askAuth<PublicKeyCredentialRequestOptionsJSON>('passkey/generate-authenticate-options');
  if (!options.ok) return options;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.answer);
  const credential = await given(navigator.credentials.get({ publicKey }));
  if (credential === undefined) return { ok: false, problem: GIVEN_UP };
  return askAuth('passkey/verify-authentication', { response: credential.toJSON() });
}

/** Makes a passkey on this device for the account that is signed in. */
export async function addPasskey(name: string): Promise<Outcome<AuthAnswer>> {
  const path = `passkey/generate-register-options?name=${encodeURIComponent(name)}`;
  const options = await askAuth<PublicKeyCredentialCreationOptionsJSON>(path);
  if (!options.ok) return options;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.answer);
  const credential = await given(navigator.credentials.create({ publicKey }));
  if (credential === undefined) return { ok: false, problem: GIVEN_UP };
  return askAuth('passkey/verify-registration', { response: credential.toJSON(), name });
}

/** The person may close the browser's window or have no key at hand: the browser rejects, and that is no failure of the page. */
async function given(asked: Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  const credential = await asked.catch(() => null);
  return credential instanceof PublicKeyCredential ? credential : undefined;
}
