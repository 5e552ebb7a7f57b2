// One HTTP exchange over a socket of our own: no agent, no redirect, no proxy of the environment, body as it comes.
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { SourceFault } from '../source.ts';
import { type Connector, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import type { StoreLocation } from './location.ts';

export interface HttpPost {
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** Until the answer's head is there. */
  readonly headMs: number;
  /** Between two pieces of its body, while somebody waits for one. */
  readonly idleMs: number;
}

export interface HttpReply {
  readonly status: number;
  header(name: string): string;
  /** The body; the next piece is taken from the socket only when it is asked for. A fault is the last item. */
  readonly body: AsyncIterable<Uint8Array | SourceFault>;
  close(): void;
}

export async function httpPost(
  connector: Connector,
  location: StoreLocation,
  post: HttpPost,
): Promise<HttpReply | SourceFault> {
  const plain = await connector.open(post.signal);
  if (isFaultValue(plain)) return plain;
  const socket = location.tls === 'always' ? await connector.secure(plain, location.insecure) : plain;
  if (isFaultValue(socket)) return socket;
  const response = await send(socket, connector.where, location, post);
  if (isFaultValue(response)) return response;
  return {
    status: response.statusCode ?? 0,
    header: (name) => String(response.headers[name] ?? ''),
    body: piecesOf(response, socket, connector.where, post),
    close: () => socket.destroy(),
  };
}

function send(
  socket: Socket,
  where: string,
  location: StoreLocation,
  post: HttpPost,
): Promise<IncomingMessage | SourceFault> {
  return new Promise((resolve) => {
    const body = Buffer.from(post.body);
    const outgoing = request({
      method: 'POST',
      host: location.host,
      port: location.port,
      path: post.path,
      headers: { ...post.headers, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length },
      createConnection: () => socket,
    });
    const settle = (result: IncomingMessage | SourceFault) => {
      clearTimeout(timer);
      post.signal.removeEventListener('abort', onAbort);
      if (isFaultValue(result)) socket.destroy();
      resolve(result);
    };
    const onAbort = () => settle(stopped(where));
    const timer = setTimeout(() => settle(faultOf('timeout', where, 'it did not answer a query in time')), post.headMs);
    post.signal.addEventListener('abort', onAbort, { once: true });
    outgoing.once('response', settle);
    // The parser's error may quote bytes of the answer; only that it failed is told.
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const foreign = error.code?.startsWith('HPE_') === true;
      settle(
        foreign
          ? faultOf('broken', where, 'what answers there does not speak HTTP: check the port')
          : faultOf('lost', where, 'it ended the connection before it answered'),
      );
    });
    outgoing.end(body);
  });
}

async function* piecesOf(
  response: IncomingMessage,
  socket: Socket,
  where: string,
  { signal, idleMs }: HttpPost,
): AsyncGenerator<Uint8Array | SourceFault> {
  // Errors come out of the loop below as an answer that is not complete.
  response.on('error', () => {});
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      const piece: Uint8Array | null = response.read();
      if (piece !== null) {
        yield piece;
        continue;
      }
      if (signal.aborted) return yield stopped(where);
      if (response.readableEnded || response.destroyed) break;
      if (!(await moved(response, idleMs))) return yield faultOf('timeout', where, 'it sent nothing more in time');
    }
    if (signal.aborted) yield stopped(where);
    else if (!response.complete) yield faultOf('lost', where, 'the connection ended in the middle of an answer');
  } finally {
    signal.removeEventListener('abort', onAbort);
    socket.destroy();
  }
}

const MOVES = ['readable', 'end', 'close', 'error', 'aborted'] as const;

/** Waits until the stream has something to say; false where it has not within `idleMs`. */
function moved(response: IncomingMessage, idleMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (value: boolean) => {
      clearTimeout(timer);
      for (const event of MOVES) response.off(event, onMove);
      resolve(value);
    };
    const onMove = () => settle(true);
    const timer = setTimeout(() => settle(false), idleMs);
    for (const event of MOVES) response.on(event, onMove);
  });
}
