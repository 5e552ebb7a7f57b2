// Ends a connection whose server sends more than one row may have before that row is whole: client libraries gather a row
// in memory, however long the server says it is.
import type { Socket } from 'node:net';
import { MAX_LINE_BYTES } from './line-cutter.ts';

export interface FloodGuard {
  /** A row, or another whole message, has come. */
  readonly pass: () => void;
  /** Whether it has ended the connection. */
  readonly tripped: () => boolean;
  readonly stop: () => void;
}

/** How often it looks; between two looks a fast server sends some ten megabytes. */
const LOOK_MS = 20;

/** @param socket - the plain one, whose counter counts the bytes of a TLS connection over it too */
export function createFloodGuard(socket: Socket): FloodGuard {
  let passedAt = socket.bytesRead;
  let hasTripped = false;
  const timer = setInterval(() => {
    if (socket.bytesRead - passedAt <= MAX_LINE_BYTES) return;
    hasTripped = true;
    clearInterval(timer);
    socket.destroy();
  }, LOOK_MS);
  timer.unref();
  return {
    pass: () => {
      passedAt = socket.bytesRead;
    },
    tripped: () => hasTripped,
    stop: () => clearInterval(timer),
  };
}
