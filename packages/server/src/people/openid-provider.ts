// An OpenID Connect provider, looked at before it is used: its discovery document (OpenID Connect Discovery 1.0) has to be its own, and
// none of its endpoints may lie where only this machine's network reaches. Who cannot be reached is asked again.
import * as v from 'valibot';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import { sendOut } from '../outgoing/post.ts';
import type { Room } from '../room.ts';
import type { OpenIdProvider } from '../settings.ts';

export interface ProviderFault {
  /** Whether asking again later may help. */
  readonly passing: boolean;
  readonly message: string;
}

const Discovery = v.object({
  issuer: v.string(),
  authorization_endpoint: v.string(),
  token_endpoint: v.string(),
  userinfo_endpoint: v.string(),
  jwks_uri: v.string(),
});

const TIMEOUT_MS = 10_000;

export function discoveryUrlOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** @returns undefined where it may be used */
export async function checkProvider(
  allowed: AllowedAddresses,
  { issuer }: OpenIdProvider,
): Promise<ProviderFault | undefined> {
  const url = discoveryUrlOf(issuer);
  const answer = await sendOut(allowed, {
    url,
    method: 'GET',
    headers: { accept: 'application/json' },
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.code !== 'answered') return { passing: answer.code !== 'refused-address', message: answer.message };
  if (answer.status !== 200) return { passing: true, message: `its discovery document answered ${answer.status}` };
  const document = v.safeParse(Discovery, parse(answer.body));
  if (!document.success) return { passing: false, message: 'its discovery document lacks what OpenID Connect wants' };
  if (document.output.issuer !== issuer)
    return { passing: false, message: 'its discovery document names another issuer' };
  for (const [name, endpoint] of Object.entries(document.output)) {
    const fault = await endpointFault(allowed, endpoint, issuer);
    if (fault !== undefined) return { passing: false, message: `${name}: ${fault}` };
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: told as a document that lacks everything.
    return undefined;
  }
}

async function endpointFault(allowed: AllowedAddresses, endpoint: string, issuer: string): Promise<string | undefined> {
  const url = URL.parse(endpoint);
  if (url === null) return 'it is no URL';
  if (url.protocol !== 'https:' && new URL(issuer).protocol === 'https:') return 'it is not https';
  const resolved = await allowed.resolve(url.hostname);
  return 'code' in resolved ? resolved.message : undefined;
}

const ASK_AGAIN_MS = 60_000;

/** Offers the providers that can be used, and asks again for those that were away. Returns how to stop. */
export async function offerProviders(room: Room, allowed: AllowedAddresses): Promise<() => void> {
  const { openIdProviders } = room.settings;
  const offered: OpenIdProvider[] = [];
  const away = new Set(openIdProviders);
  const told = new Set<string>();
  const look = async () => {
    for (const provider of away) {
      const fault = await checkProvider(allowed, provider);
      if (fault === undefined) offered.push(provider);
      else if (!told.has(provider.id))
        room.log.warn(`OpenID Connect is not offered: ${fault.message}`, { provider: provider.id });
      if (fault !== undefined) told.add(provider.id);
      if (fault === undefined || !fault.passing) away.delete(provider);
    }
    room.signIn.offer(offered);
  };
  if (away.size === 0) return () => {};
  await look();
  const timer = setInterval(() => {
    if (away.size > 0) look().catch((error: unknown) => room.log.mistake(error, { part: 'openid' }));
  }, ASK_AGAIN_MS);
  return () => clearInterval(timer);
}
