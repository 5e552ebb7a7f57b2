// The one place of this package where sockets are opened, and so the one place where scope is enforced. A name is resolved
// once; what it meant then is what is connected to, for as long as the source is open.
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure, getCACertificates, type TLSSocket } from 'node:tls';
import { type Resolve, resolveTargets, type Scope, TargetFault } from '@vigie/probe';
import type { SourceFault } from '../source.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { type AnyLocation, describeLocation } from './location.ts';

/** What the network may do. */
export interface NetHost {
  readonly scope: Scope;
  readonly resolve: Resolve;
  /** Milliseconds for one connection, TLS not included; default 5000. */
  readonly connectMs?: number;
}

/** Opens sockets to one store and to nothing else. */
export interface Connector {
  readonly where: string;
  /** A connected plain socket. */
  open(signal: AbortSignal): Promise<Socket | SourceFault>;
  /** Secures a socket of `open`; the certificate is verified for the name in the URL unless `insecure`. */
  secure(socket: Socket, insecure: boolean): Promise<TLSSocket | SourceFault>;
  /** What `tls.connect` needs for the same, for a client library that does it itself. */
  readonly secureOptions: (insecure: boolean) => SecureOptions;
}

interface SecureOptions {
  readonly rejectUnauthorized: boolean;
  /** Certificates of authorities in PEM. */
  readonly ca: string[];
}

const CONNECT_MS = 5000;
const TLS_MS = 10_000;

export function createConnector(location: AnyLocation, host: NetHost): Connector {
  const where = describeLocation(location);
  let allowed: Promise<readonly string[] | SourceFault> | undefined;

  async function open(signal: AbortSignal): Promise<Socket | SourceFault> {
    allowed ??= allowedAddresses(location.host, where, host);
    const addresses = await allowed;
    if ('code' in addresses) return addresses;
    let last = faultOf('unreachable', where, 'its name has no address: check the host');
    for (const address of addresses) {
      if (signal.aborted) return stopped(where);
      const socket = await connectTo(address, location.port, host.connectMs ?? CONNECT_MS, where, signal);
      if (!isFaultValue(socket)) {
        // From here on this address is the store: another one of the same name may be another server.
        allowed = Promise.resolve([address]);
        return socket;
      }
      last = socket;
    }
    return last;
  }

  return {
    where,
    open,
    secure: (socket, insecure) => secureSocket(socket, location.host, insecure, where),
    secureOptions,
  };
}

/** The fault of a reader that was told to stop. */
export function stopped(where: string): SourceFault {
  return faultOf('lost', where, 'reading was stopped before its end');
}

/** All addresses of the name, each of them within scope; one that is not closes the door to all. */
async function allowedAddresses(
  name: string,
  where: string,
  { scope, resolve }: NetHost,
): Promise<readonly string[] | SourceFault> {
  const addresses = isIP(name) ? [name] : await resolve(name);
  if (!addresses || addresses.length === 0) {
    return faultOf('unreachable', where, 'its name has no address: check the host');
  }
  // `resolveTargets` is handed addresses only, so it asks no resolver: what it checks is what is connected to.
  const checked = await resolveTargets(addresses, [], scope, async () => undefined);
  if (checked instanceof TargetFault) {
    return faultOf(
      'out of scope',
      where,
      'its address is not in scope and was not connected to: give a scope file that names its network',
    );
  }
  return addresses;
}

function connectTo(
  address: string,
  port: number,
  timeoutMs: number,
  where: string,
  signal: AbortSignal,
): Promise<Socket | SourceFault> {
  return new Promise((resolve) => {
    const socket = connectPlain({ host: address, port, autoSelectFamily: false, noDelay: true });
    const settle = (result: Socket | SourceFault) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      if (result !== socket) socket.destroy();
      // An error between this moment and the next owner's listener must not end the process.
      else socket.on('error', ignored);
      resolve(result);
    };
    const onAbort = () => settle(stopped(where));
    const onError = (error: NodeJS.ErrnoException) => settle(unreachable(error, where));
    const timer = setTimeout(
      () =>
        settle(
          faultOf(
            'unreachable',
            where,
            `it did not accept a connection within ${timeoutMs} ms: check host, port and firewall`,
          ),
        ),
      timeoutMs,
    );
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => settle(socket));
  });
}

function secureSocket(
  socket: Socket,
  host: string,
  insecure: boolean,
  where: string,
): Promise<TLSSocket | SourceFault> {
  return new Promise((resolve) => {
    const name = isIP(host) ? {} : { servername: host };
    const secured = connectSecure({ socket, host, ...name, ...secureOptions(insecure) });
    const settle = (result: TLSSocket | SourceFault) => {
      clearTimeout(timer);
      secured.off('error', onError);
      secured.off('close', onClose);
      if (result !== secured) {
        secured.on('error', ignored);
        secured.destroy();
        socket.destroy();
      } else secured.on('error', ignored);
      resolve(result);
    };
    const onError = (error: NodeJS.ErrnoException) => settle(tlsFault(error, where));
    const onClose = () => settle(faultOf('refused', where, 'it ended the connection during the TLS handshake'));
    const timer = setTimeout(
      () =>
        settle(faultOf('timeout', where, 'its TLS handshake did not end in time: check whether this port speaks TLS')),
      TLS_MS,
    );
    secured.once('error', onError);
    secured.once('close', onClose);
    secured.once('secureConnect', () => settle(secured));
  });
}

/** Why a TLS handshake failed; of OpenSSL's error only the code is kept. */
function tlsFault(error: NodeJS.ErrnoException, where: string): SourceFault {
  const code = error.code ?? '';
  if (/CERT|SELF_SIGNED|ISSUER|CHAIN|ALTNAME|VERIFY/.test(code)) {
    return faultOf(
      'refused',
      where,
      `its certificate could not be verified (${code}): add ?insecure=true if you know the server`,
    );
  }
  return faultOf('refused', where, 'it does not speak TLS as asked for: check the port and sslmode');
}

function unreachable(error: NodeJS.ErrnoException, where: string): SourceFault {
  const why =
    error.code === 'ECONNREFUSED'
      ? 'nothing listens there: check host and port'
      : `it could not be reached (${error.code ?? 'error'}): check host and network`;
  return faultOf('unreachable', where, why);
}

let authorities: string[] | undefined;

/** Certificates in PEM of the authorities that the system and Node trust. */
export function trustedAuthorities(): string[] {
  authorities ??= [...new Set([...getCACertificates('system'), ...getCACertificates('default')])];
  return authorities;
}

function secureOptions(insecure: boolean): SecureOptions {
  return { rejectUnauthorized: !insecure, ca: trustedAuthorities() };
}

function ignored(): void {
  // Whoever reads the socket meets the same end as a closed stream and names it.
}
