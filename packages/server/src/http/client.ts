// Where a request comes from: the client's address, and whether another site made the browser send it.
import type { Settings } from '../settings.ts';

/** The address of whoever sent a request. */
export type ClientAddress = (request: Request) => string;

export interface Origins {
  readonly all: readonly string[];
  /** Whether the Host header names this platform: a name that somebody else pointed to this machine does not. */
  isOurHost(request: Request): boolean;
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** All origins under which the platform may be opened. */
export function originsOf({ publicUrl, port, tls }: Settings): Origins {
  const scheme = tls === undefined ? 'http' : 'https';
  const all = [
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin]),
    ...LOOPBACK_NAMES.map((name) => `${scheme}://${name}:${port}`),
  ];
  const hosts = new Set(all.map((origin) => new URL(origin).host));
  return { all, isOurHost: (request) => hosts.has(request.headers.get('host') ?? '') };
}

/**
 * Whether another site had the browser send this (CSRF): browsers say so in Sec-Fetch-Site, older ones in Origin. Requests without
 * either come from programs, which have no cookies of ours unless somebody gave them.
 */
export function isForeignSite(request: Request, { all }: Origins): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  return origin !== null && !all.includes(origin);
}
