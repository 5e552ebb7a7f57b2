// The one place where sockets are opened, and so the one place where scope is enforced.
import { connect, type Socket } from 'node:net';
import type { Budgets } from '../budgets.ts';
import { Ended, type Endpoint, type Line } from '../line.ts';
import { createScopeCheck, type Scope } from '../scope.ts';
import type { Transcript } from '../transcript.ts';
import type { Limiter } from './rate.ts';
import { reasonOf, SocketLine } from './socket-line.ts';

/** Opens lines. The engine's only way to the network. */
export interface Dialler {
  /** Connects; the line is plain, and `startTls` secures it. */
  dial(endpoint: Endpoint): Promise<Line | Ended>;
}

export interface DialOptions {
  readonly scope: Scope;
  readonly budgets: Budgets;
  readonly limiter: Limiter;
  readonly transcript: Transcript;
  /** Ends every connection attempt of an interrupted scan. */
  readonly signal: AbortSignal;
  /** Milliseconds from any fixed instant. */
  readonly now: () => number;
}

export function createDialler(options: DialOptions): Dialler {
  const { scope, budgets, limiter, transcript, signal, now } = options;
  const isInScope = createScopeCheck(scope);
  const lines = new Set<SocketLine>();
  signal.addEventListener('abort', () => {
    for (const line of lines) line.abandon('stopped');
  });
  return {
    async dial(endpoint) {
      if (!isInScope(endpoint.address)) return new Ended('out-of-scope', 'connect');
      const turn = limiter.pass(endpoint.address);
      if (turn !== undefined) await turn;
      if (signal.aborted) return new Ended('stopped', 'connect');
      const startedAt = now();
      const socket = await open(endpoint, budgets.connectMs);
      if (socket instanceof Ended) return socket;
      const openedInMs = now() - startedAt;
      const line = new SocketLine(socket, {
        host: endpoint.host,
        budgets,
        transcript: transcript.open(endpoint),
        openedInMs,
        onClose: () => lines.delete(line),
      });
      lines.add(line);
      return line;
    },
  };
}

/**
 * Knocks without a word: whether a connection is refused. Out of scope counts as not refused, since nothing was tried;
 * `dial` then says so.
 */
export function createKnocker(scope: Scope, connectMs: number): (endpoint: Endpoint) => Promise<boolean> {
  const isInScope = createScopeCheck(scope);
  return async (endpoint) => {
    if (!isInScope(endpoint.address)) return false;
    const socket = await open(endpoint, connectMs);
    if (socket instanceof Ended) return socket.reason === 'refused';
    socket.destroy();
    return false;
  };
}

function open(endpoint: Endpoint, timeoutMs: number): Promise<Socket | Ended> {
  return new Promise((resolve) => {
    const socket = connect({ host: endpoint.address, port: endpoint.port, autoSelectFamily: false, noDelay: true });
    const fail = (ended: Ended) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(ended);
    };
    const timer = setTimeout(() => fail(new Ended('timeout', 'connect')), timeoutMs);
    const onError = (error: Error) => fail(new Ended(reasonOf(error), 'connect'));
    socket.once('error', onError);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve(socket);
    });
  });
}
