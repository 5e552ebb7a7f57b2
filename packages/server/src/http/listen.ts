// The listener: HTTP or HTTPS, on loopback unless there is TLS or a trusted proxy before it.
import { readFile } from 'node:fs/promises';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, BlockList, isIP } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import type { Settings } from '../settings.ts';
import type { ClientAddress } from './client.ts';

export interface ListenFault {
  readonly code: 'not-loopback' | 'port-taken' | 'bad-certificate' | 'bad-proxy' | 'cannot-listen';
  readonly message: string;
  readonly remedy: string;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

export type Answer = (request: Request) => Response | Promise<Response>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Why the settings must not be listened with; undefined where they may. */
export function refusalOf({ host, tls, trustedProxies }: Settings): ListenFault | undefined {
  if (LOOPBACK.has(host) || tls !== undefined || trustedProxies.length > 0) return undefined;
  return {
    code: 'not-loopback',
    message: `${host} is open to other machines, and neither TLS nor a trusted proxy is configured`,
    remedy:
      'give --tls-cert and --tls-key, or --trusted-proxy with the address of the proxy that terminates TLS, or leave --host out',
  };
}

/** The address of the client: the socket's, or what a trusted proxy says of it. */
export interface Addresses {
  readonly of: ClientAddress;
  note(request: Request, socketAddress: string): void;
}

export function createAddresses(trustedProxies: readonly string[]): Addresses | ListenFault {
  const trusted = new BlockList();
  for (const network of trustedProxies) if (!addNetwork(trusted, network)) return badProxy(network);
  const known = new WeakMap<Request, string>();
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return {
    of: (request) => known.get(request) ?? 'unknown',
    note(request, socketAddress) {
      const direct = socketAddress.replace(/^::ffff:/, '');
      const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
      // From the right: each hop was written by the one after it, so the first that is no proxy of ours is the client.
      const client = isTrusted(direct) ? hops.findLast((hop) => isIP(hop) !== 0 && !isTrusted(hop)) : undefined;
      known.set(request, client ?? direct);
    },
  };
}

function addNetwork(list: BlockList, network: string): boolean {
  const [address = '', prefix] = network.split('/');
  const family = isIP(address);
  if (family === 0) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (prefix === undefined) list.addAddress(address, type);
  else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32))
    list.addSubnet(address, Number(prefix), type);
  else return false;
  return true;
}

function badProxy(network: string): ListenFault {
  return {
    code: 'bad-proxy',
    message: `--trusted-proxy: ${network} is no address and no network`,
    remedy: 'give it as in 10.0.0.5 or 10.0.0.0/24',
  };
}

/** @param host where to listen; `localhost` is 127.0.0.1, since ::1 is not everywhere */
export async function listen(
  answer: Answer,
  { host, port, tls }: Pick<Settings, 'host' | 'port' | 'tls'>,
  note: Addresses['note'],
): Promise<Listener | ListenFault> {
  const secure = tls === undefined ? undefined : await readCertificate(tls);
  if (secure !== undefined && 'code' in secure) return secure;
  const { promise, resolve } = Promise.withResolvers<Listener | ListenFault>();
  const server = serve(
    {
      fetch: (request, env) => {
        note(request, (env as HttpBindings).incoming.socket.remoteAddress ?? 'unknown');
        return answer(request);
      },
      hostname: host === 'localhost' ? '127.0.0.1' : host,
      port,
      ...(secure === undefined ? {} : { createServer: createSecureServer, serverOptions: secure }),
    },
    (info: AddressInfo) =>
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
  );
  server.on('error', (error: NodeJS.ErrnoException) => resolve(listenFault(error, host, port)));
  return promise;
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: 'TLSv1.2';
}

async function readCertificate({
  certFile,
  keyFile,
}: NonNullable<Settings['tls']>): Promise<Certificate | ListenFault> {
  try {
    return { cert: await readFile(certFile), key: await readFile(keyFile), minVersion: 'TLSv1.2' };
  } catch (error) {
    const { path, code } = error as NodeJS.ErrnoException;
    return {
      code: 'bad-certificate',
      message: `the certificate or its key cannot be read: ${path ?? ''} (${code ?? 'unknown'})`,
      remedy: 'give two PEM files that this user may read',
    };
  }
}

function listenFault({ code }: NodeJS.ErrnoException, host: string, port: number): ListenFault {
  if (code === 'EADDRINUSE') {
    return {
      code: 'port-taken',
      message: `port ${port} of ${host} is in use`,
      remedy: 'end what uses it, or give another with --port',
    };
  }
  return {
    code: 'cannot-listen',
    message: `cannot listen on ${host}, port ${port} (${code ?? 'unknown'})`,
    remedy: 'give another --host or --port',
  };
}
