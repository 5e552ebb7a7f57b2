// The public pages as a listener of their own, beside that of the platform: another port, nothing of a session.
import { createAddresses, type Listener, type ListenFault, listen } from '../http/listen.ts';
import type { Room } from '../room.ts';
import { createPublicApp } from './app.ts';

/** @returns undefined where the settings name no port for it */
export async function openPublicPages(room: Room): Promise<Listener | ListenFault | undefined> {
  const { publicPagesPort, host, tls, trustedProxies } = room.settings;
  if (publicPagesPort === undefined) return undefined;
  const addresses = createAddresses(trustedProxies);
  if ('code' in addresses) return addresses;
  const app = createPublicApp(room, addresses.of);
  return listen((request) => app.fetch(request), { host, port: publicPagesPort, tls }, addresses.note);
}
