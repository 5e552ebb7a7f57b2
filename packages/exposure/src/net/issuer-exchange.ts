// One question to one issuer of secrets: its host alone, at public addresses alone, over verified TLS, once, within a deadline and a size.
// This is the one connection that no scope file allows: the owner of a secret asks for it, secret by secret.
import { request } from 'node:http';
import { BlockList, connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure, type TLSSocket } from 'node:tls';
import { type Resolve, resolveBySystem } from '@vigie/probe';
import { ISSUERS } from '../issuers/index.ts';
import type { Answer } from '../issuers/issuer.ts';
import type { Question } from '../issuers/question.ts';
import { trustedAuthorities } from './connect.ts';

/** The network and the clock, handed in. */
export interface IssuerHost {
  readonly resolve: Resolve;
  /** A connected socket, or undefined where nothing answers there. */
  readonly connect: (address: string, port: number, signal: AbortSignal) => Promise<Socket | undefined>;
  /** Certificates of authorities in PEM; default: those of the system and of Node. */
  readonly authorities?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds for everything together; default 15,000. */
  readonly deadlineMs?: number;
}

/** Why there is no answer that could be read. */
export interface ExchangeFault {
  /** The end of a sentence that begins with the secret. */
  readonly message: string;
  /** Whether the issuer may have got the question all the same. */
  readonly sent: boolean;
}

const HTTPS_PORT = 443;
const DEADLINE_MS = 15_000;
/** The longest documented answer is a list of models, some ten kilobytes. */
const MAX_BODY_BYTES = 256 << 10;
/** Of the answer's head; more is an attempt to exhaust memory. */
const MAX_HEAD_BYTES = 32 << 10;

/** Addresses at which no public issuer is: RFC 6890 and its successors. A name that leads there was tampered with, or is somebody else's. */
const NOT_PUBLIC = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  NOT_PUBLIC.addSubnet(network, bits, 'ipv6');
}

/** The machine's own resolver and network. */
export function systemIssuerHost(now: () => number): IssuerHost {
  return { resolve: resolveBySystem, connect: connectBySystem, now };
}

/** @returns the answer, cut to what rules look at, or why there is none */
export async function exchange(
  question: Question,
  host: IssuerHost,
  stopped: AbortSignal,
): Promise<Answer | ExchangeFault> {
  if (!ISSUERS.some((issuer) => issuer.request.host === question.host)) {
    throw new Error(`${question.host} is the host of no issuer, and nothing is sent to it`);
  }
  const deadline = AbortSignal.timeout(host.deadlineMs ?? DEADLINE_MS);
  const signal = AbortSignal.any([stopped, deadline]);
  let sent = false;
  const ended = new Promise<ExchangeFault>((resolve) => {
    const onAbort = () => resolve(fault(deadline.aborted ? TOO_LATE : 'was not answered about: it was stopped', sent));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  const answered = reachAndAsk(question, host, signal, () => {
    sent = true;
  });
  return Promise.race([answered, ended]);
}

/** An answer has a status, a fault has none. */
export function isExchangeFault(value: Answer | ExchangeFault): value is ExchangeFault {
  return !('status' in value);
}

const TOO_LATE = 'was not answered about in time: try again later';

async function reachAndAsk(
  question: Question,
  host: IssuerHost,
  signal: AbortSignal,
  onSent: () => void,
): Promise<Answer | ExchangeFault> {
  const addresses = await host.resolve(question.host);
  if (!addresses || addresses.length === 0) {
    return fault(`was not sent: the name ${question.host} has no address here; check the network`);
  }
  if (addresses.some(isNotPublic)) {
    return fault(
      `was not sent: the name ${question.host} leads to an address here that is not public; ask from elsewhere`,
    );
  }
  const plain = await firstThatOpens(addresses, host, signal);
  if (!plain) return fault(`was not sent: ${question.host} could not be reached; check network and firewall`);
  const secured = await secure(plain, question.host, host, signal);
  if ('message' in secured) return secured;
  onSent();
  return send(secured, question, signal);
}

function isNotPublic(address: string): boolean {
  const family = isIP(address);
  return family === 0 || NOT_PUBLIC.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

async function firstThatOpens(
  addresses: readonly string[],
  { connect }: IssuerHost,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  for (const address of addresses) {
    if (signal.aborted) return undefined;
    const socket = await connect(address, HTTPS_PORT, signal);
    if (socket && signal.aborted) socket.destroy();
    else if (socket) return socket;
  }
  return undefined;
}

function connectBySystem(address: string, port: number, signal: AbortSignal): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connectPlain({ host: address, port, autoSelectFamily: false, noDelay: true });
    const settle = (result: Socket | undefined) => {
      signal.removeEventListener('abort', onAbort);
      if (!result) socket.destroy();
      resolve(result);
    };
    const onAbort = () => settle(undefined);
    signal.addEventListener('abort', onAbort, { once: true });
    // Stays: an error between this moment and the next owner's listener must not end the process.
    socket.on('error', onAbort);
    socket.once('connect', () => settle(socket));
  });
}

function secure(
  socket: Socket,
  name: string,
  { authorities }: IssuerHost,
  signal: AbortSignal,
): Promise<TLSSocket | ExchangeFault> {
  return new Promise((resolve) => {
    const secured = connectSecure({
      socket,
      host: name,
      servername: name,
      ca: [...(authorities ?? trustedAuthorities())],
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
    });
    const give = (result: TLSSocket | ExchangeFault) => {
      if (result !== secured) secured.destroy();
      resolve(result);
    };
    const refuse = ({ code = 'no TLS' }: NodeJS.ErrnoException) =>
      give(fault(`was not sent: what answers as ${name} could not prove that it is (${code}); check the network`));
    // Both stay, so that whoever reads later meets a closed stream and no uncaught error.
    secured.on('error', refuse);
    secured.on('close', () => refuse({ name: 'closed', message: '', code: 'connection closed' }));
    secured.once('secureConnect', () => give(secured));
    signal.addEventListener('abort', () => secured.destroy(), { once: true });
  });
}

function send(socket: TLSSocket, question: Question, signal: AbortSignal): Promise<Answer | ExchangeFault> {
  return new Promise((resolve) => {
    const { method, host, path, headers } = question;
    const outgoing = request({
      method,
      host,
      path,
      headers: { ...headers, Connection: 'close' },
      maxHeaderSize: MAX_HEAD_BYTES,
      createConnection: () => socket,
    });
    const give = (result: Answer | ExchangeFault) => {
      socket.destroy();
      resolve(result);
    };
    // The parser's error may quote bytes of the answer; only that it failed is told.
    outgoing.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      give(fault(code.startsWith('HPE_') ? NO_HTTP : 'was sent, and the connection ended without an answer', true)),
    );
    outgoing.once('response', async (response) => {
      const pieces: Buffer[] = [];
      let bytes = 0;
      try {
        for await (const piece of response as AsyncIterable<Buffer>) {
          bytes += piece.length;
          if (bytes > MAX_BODY_BYTES) return give(fault(TOO_LARGE, true));
          pieces.push(piece);
        }
      } catch {
        // The end of the connection, before that of the answer.
        return give(fault('was sent, and the connection ended in the middle of the answer', true));
      }
      const text = Buffer.concat(pieces).toString('utf8');
      const header = (name: string) => String(response.headers[name] ?? '');
      give({ status: response.statusCode ?? 0, header, text, json: jsonOf(text) });
    });
    if (signal.aborted) socket.destroy();
    outgoing.end();
  });
}

const NO_HTTP = 'was sent, and what came back is no HTTP';
const TOO_LARGE = 'was sent, and the answer is larger than any that is documented';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: rules that look at values do not fit, and others look at the text.
    return undefined;
  }
}

function fault(message: string, sent = false): ExchangeFault {
  return { message, sent };
}
