// Stands in for every issuer of secrets at a port of loopback, over TLS with a certificate for all their names; keeps what it was asked.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { makeCertificate } from '@vigie/probe/testing/certificate';
import { ISSUERS, type IssuerHost } from '../src/index.ts';

export interface IssuerStandIn {
  /** A network in which every issuer's name leads here, and a clock that stands still. */
  readonly host: IssuerHost;
  /** Heads of requests as they came, the oldest first. */
  readonly requests: string[];
  /** Names that were looked up, and addresses that were to be connected to. */
  readonly looked: string[];
  /** What is done with the next connections once the head of a request is there. */
  answer(reply: (socket: TLSSocket) => void): void;
  stop(): Promise<void>;
}

/** An address that could be public, where nothing is ever connected to (RFC 5737). */
export const PUBLIC_ADDRESS = '203.0.113.7';
/** What the clock of the stand-in says. */
export const STANDING_CLOCK = Date.UTC(2026, 2, 4, 5, 6, 7);

/** @param names - for which its certificate holds; default: those of all issuers */
export async function startIssuerStandIn(
  names: readonly string[] = ISSUERS.map(({ request }) => request.host),
): Promise<IssuerStandIn> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-issuer-'));
  const { authority, certificate, key } = makeCertificate(dir, undefined, [...new Set(names)]);
  const [ca, cert, secret] = [authority, certificate, key].map((path) => readFileSync(path, 'utf8'));
  rmSync(dir, { recursive: true });
  const requests: string[] = [];
  const looked: string[] = [];
  const sockets = new Set<Socket>();
  let reply = (socket: TLSSocket): void => void socket.end();
  const server = createServer({ cert, key: secret }, (socket) => {
    let head = '';
    socket.on('error', () => {});
    socket.on('data', (data: Buffer) => {
      head += data.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      requests.push(head);
      head = '';
      reply(socket);
    });
  });
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return {
    host: {
      resolve: async (name) => {
        looked.push(name);
        return [PUBLIC_ADDRESS];
      },
      connect: (at, wanted) => {
        looked.push(`${at}:${wanted}`);
        return opened(port);
      },
      authorities: [ca ?? ''],
      now: () => STANDING_CLOCK,
    },
    requests,
    looked,
    answer: (next) => {
      reply = next;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** An answer of HTTP/1.1 with this status and body. */
export function httpAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): (socket: TLSSocket) => void {
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return (socket) => void socket.end(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n${body}`);
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}
