// Syslog as it is sent: over UDP (RFC 5426, a message a datagram) and TCP (RFC 6587, framed by a count of octets or by line feeds). Over
// TCP the sender waits while the disk is busy or too much waits; over UDP nobody can be told to wait, and what is refused is counted.
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import type { Journal } from '../keep/journal.ts';
import { ListenFault, type Listening, listenReason } from './listening.ts';

export interface SyslogOptions {
  readonly host: string;
  readonly port: number;
  readonly journal: Journal;
}

/** A longer message is none. */
const MAX_MESSAGE = 1 << 20;
/** Connections at a time; more are closed at once. */
const MAX_CONNECTIONS = 512;
const IDLE_MS = 3_600_000;
/** How long a sender waits before the journal is asked again. */
const AGAIN_MS = 500;
const COUNT = /^([1-9]\d{0,7}) /;

/** @throws ListenFault where the port cannot be had */
export async function listenSyslog(options: SyslogOptions): Promise<Listening> {
  const server = createServer((socket) => void receive(socket, options.journal));
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ListenFault(listenReason(error, options))));
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const udp = await listenUdp({ ...options, port }).catch((error: unknown) => {
    server.close();
    throw error;
  });
  return {
    port,
    close: async () => {
      udp.close();
      server.close();
    },
  };
}

async function listenUdp({ host, port, journal }: SyslogOptions): Promise<UdpSocket> {
  const socket = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error) => reject(new ListenFault(listenReason(error, { host, port }))));
    socket.bind(port, host, resolve);
  });
  socket.on('error', () => {
    // A datagram that could not be received; the next one may be.
  });
  socket.on('message', (bytes) => void journal.append([oneLine(bytes)]));
  return socket;
}

async function receive(socket: Socket, journal: Journal): Promise<void> {
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  const framer = new SyslogFramer();
  try {
    for await (const bytes of socket) {
      const messages = framer.cut(bytes as Buffer);
      if (messages === undefined) break;
      if (!(await appended(journal, messages, socket))) break;
    }
    await appended(journal, framer.rest(), socket);
  } catch {
    // The sender went away in the middle; what was whole is kept.
  } finally {
    socket.destroy();
  }
}

/** Keeps on asking while the sender waits: nothing is read from the connection meanwhile. */
async function appended(journal: Journal, messages: readonly string[], socket: Socket): Promise<boolean> {
  while (!(await journal.append(messages))) {
    if (socket.destroyed) return false;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  return true;
}

/** Bytes of one connection → messages. */
export class SyslogFramer {
  #held: Buffer = Buffer.alloc(0);

  /** Undefined where the bytes are no syslog: a message without an end. */
  cut(bytes: Buffer): string[] | undefined {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    const messages: string[] = [];
    let at = 0;
    for (;;) {
      const taken = this.#next(at);
      if (taken === undefined) break;
      if (taken.text !== '') messages.push(taken.text);
      at = taken.end;
    }
    this.#held = Buffer.from(this.#held.subarray(at));
    return this.#held.length > MAX_MESSAGE ? undefined : messages;
  }

  /** What a connection ended with, without a line feed behind it. */
  rest(): string[] {
    const text = oneLine(this.#held);
    this.#held = Buffer.alloc(0);
    return text === '' || COUNT.test(text) ? [] : [text];
  }

  #next(at: number): { readonly text: string; readonly end: number } | undefined {
    const counted = COUNT.exec(this.#held.toString('latin1', at, at + 10));
    if (counted) {
      const begin = at + counted[0].length;
      const end = begin + Number(counted[1]);
      return end > this.#held.length ? undefined : { text: oneLine(this.#held.subarray(begin, end)), end };
    }
    const feed = this.#held.indexOf(0x0a, at);
    return feed < 0 ? undefined : { text: oneLine(this.#held.subarray(at, feed)), end: feed + 1 };
  }
}

/** A message is one record, whatever line feeds are in it; the last one, and a byte 0 as some write it, are its end. */
function oneLine(bytes: Buffer): string {
  return bytes
    .toString('utf8')
    .replace(/[\r\n\0]+$/, '')
    .replace(/[\r\n]+/g, ' ');
}
