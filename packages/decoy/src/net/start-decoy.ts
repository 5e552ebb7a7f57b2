// Stands a decoy up: the only place with a socket. It listens; it never connects. Connections, bytes and time of each are bounded.
import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { networkTouch } from '../connected.ts';
import type { Asked, Conversation, Decoy, DecoyKind, Intent, Turn } from '../decoy.ts';
import { DECOYS } from '../decoys/index.ts';
import type { Honey } from '../honey/honey.ts';
import { type Session, type Touch, touchOf } from '../touch.ts';
import { createRecorder } from '../transcript.ts';
import { createViews, type Views } from '../view.ts';
import { createTouchQueue } from './touch-queue.ts';

export interface DecoyOptions {
  readonly honey: Honey;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
  /** Loopback if nothing is said. */
  readonly host?: string;
  /** 0, and if nothing is said, is a free one. */
  readonly port?: number;
  /** A certificate and its key, in PEM. With it all is said under TLS, or, where the protocol asks for it, may be. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** What addresses have changed; to be shared by decoys that are ports of one store. */
  readonly views?: Views;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** What a session may send, and be sent, in bytes. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly idleMs: number;
  /** What a session may cost, in milliseconds of work. */
  readonly workMs: number;
  /** Touches of a session that are told each; of what comes after them, the first of each intent. */
  readonly touches: number;
  readonly sessionMs: number;
}

const LIMITS: Limits = {
  connections: 256,
  connectionsPerAddress: 32,
  bytesIn: 16 << 20,
  bytesOut: 64 << 20,
  idleMs: 120_000,
  workMs: 10_000,
  touches: 1_000,
  sessionMs: 15 * 60_000,
};
/** Where a visitor does not take what it asked for, no more is read from it. */
const MAX_UNSENT = 1 << 20;
const SESSION_BYTES = 8;

export interface RunningDecoy {
  readonly port: number;
  /** To be read by one reader; ends with `close`. */
  readonly touches: AsyncIterable<Touch>;
  /**
   * Touches that could not wait for their reader, those that a session had beyond its bound, connections that were refused since there
   * were too many, and sessions that ended by a mistake of the decoy itself.
   */
  readonly counts: () => {
    readonly lost: number;
    readonly beyond: number;
    readonly refused: number;
    readonly failed: number;
  };
  readonly close: () => Promise<void>;
}

/**
 * @throws the system's error where the address cannot be listened at (EADDRINUSE, EACCES, EADDRNOTAVAIL), that of OpenSSL where the certificate
 * or its key is none (ERR_OSSL_…)
 */
export async function startDecoy(kind: DecoyKind, options: DecoyOptions): Promise<RunningDecoy> {
  const decoy = DECOYS[kind];
  const limits = { ...LIMITS, ...options.limits };
  const touches = createTouchQueue();
  const sockets = new Map<Socket, string>();
  const since = options.now();
  const views = options.views ?? createViews();
  const secure = options.tls && createSecureContext(options.tls);
  let [beyond, refused, failed] = [0, 0, 0];
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    const address = plainAddress(socket.remoteAddress);
    const ofThis = [...sockets.values()].filter((one) => one === address).length;
    if (sockets.size >= limits.connections || ofThis >= limits.connectionsPerAddress) {
      refused += 1;
      socket.destroy();
      return;
    }
    sockets.set(socket, address);
    socket.once('close', () => sockets.delete(socket));
    const session = Buffer.from(options.random(SESSION_BYTES)).toString('hex');
    const port = socket.localPort ?? 0;
    const conversation = decoy.converse({
      honey: options.honey,
      now: options.now,
      since,
      port,
      visitor: `${address}:${socket.remotePort ?? 0}`,
      offersTls: secure !== undefined && decoy.asksForTls === true,
      view: views.of(address),
    });
    attend(socket, {
      decoy,
      conversation,
      limits,
      now: options.now,
      session,
      address,
      secure,
      tell: touches.add,
      beyond: () => {
        beyond += 1;
      },
      failed: () => {
        failed += 1;
      },
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the decoy listens at no port');
  return {
    port: address.port,
    touches,
    counts: () => ({ lost: touches.lost(), beyond, refused, failed }),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets.keys()) socket.destroy();
      await closed;
      touches.end();
    },
  };
}

/** IPv4 within IPv6 is told as IPv4. */
function plainAddress(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

interface Attended {
  readonly decoy: Decoy;
  readonly conversation: Conversation;
  readonly limits: Limits;
  readonly now: () => number;
  readonly session: string;
  readonly address: string;
  readonly secure: SecureContext | undefined;
  readonly tell: (touch: Touch) => void;
  readonly beyond: () => void;
  readonly failed: () => void;
}

function attend(
  socket: Socket,
  { decoy, conversation, limits, now, session: id, address, secure, tell, beyond, failed }: Attended,
): void {
  const transcript = createRecorder();
  const session: Session = {
    asker: { ip: address, port: socket.remotePort ?? 0, session: id },
    transcript,
    ended: new Promise((resolve) => socket.once('close', () => resolve())),
  };
  const intents = new Set<Intent>();
  let [number, received, sent, workedMs] = [0, 0, 0, 0];
  const touched = (asked: Asked) => {
    number += 1;
    if (number > limits.touches && intents.has(asked.intent)) return beyond();
    intents.add(asked.intent);
    tell(touchOf(decoy, asked, session, number, now()));
  };
  const patience = setTimeout(() => socket.destroy(), limits.sessionMs);
  socket.once('close', () => clearTimeout(patience));
  touched(networkTouch(decoy));
  listenTo(secure && !decoy.asksForTls ? secured(socket, secure) : socket);

  function listenTo(channel: Socket): void {
    channel.setTimeout(limits.idleMs, () => socket.destroy());
    channel.on('data', (bytes: Buffer) => take(channel, bytes));
  }

  function take(channel: Socket, bytes: Buffer): void {
    received += bytes.length;
    transcript.add(now(), 'visitor', bytes);
    if (received > limits.bytesIn) return void channel.destroy();
    const before = now();
    const turn = takenBy(conversation, bytes, failed);
    workedMs += Math.max(0, now() - before);
    if (!turn) return void channel.destroy();
    for (const answer of turn.answers) {
      transcript.add(now(), 'decoy', answer);
      sent += answer.length;
      if (sent <= limits.bytesOut) channel.write(answer);
    }
    for (const asked of turn.asked) touched(asked);
    if (turn.isOver || sent > limits.bytesOut || workedMs > limits.workMs) return void channel.end();
    if (turn.isSecured && secure) {
      channel.removeAllListeners('data');
      listenTo(secured(channel, secure));
      return;
    }
    if (channel.writableLength > MAX_UNSENT) {
      channel.pause();
      channel.once('drain', () => channel.resume());
    }
  }
}

/** What is said on the socket from now on is TLS; whoever cannot speak it is hung up on. */
function secured(socket: Socket, secureContext: SecureContext): Socket {
  const channel = new TLSSocket(socket, { isServer: true, secureContext });
  channel.on('error', () => socket.destroy());
  channel.once('close', () => socket.destroy());
  return channel;
}

/** A visitor who finds a mistake of ours ends their own session with it, and no other. */
function takenBy(conversation: Conversation, bytes: Uint8Array, failed: () => void): Turn | undefined {
  try {
    return conversation.take(bytes);
  } catch {
    failed();
    return undefined;
  }
}
