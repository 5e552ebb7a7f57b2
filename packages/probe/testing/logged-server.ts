// What the launchers add to a running server: its own log, as far as it has been written.
import { existsSync, readFileSync } from 'node:fs';
import type { RunningServer } from './server.ts';

/** A real server whose log can be read while it runs. */
export interface LoggedServer extends RunningServer {
  /** The server's own log so far; empty after `stop`. */
  readonly log: () => string;
}

/** Where a launcher's server listens; everything has a default. */
export interface ListenOptions {
  /** Another loopback address, such as 127.0.0.2; default 127.0.0.1. */
  readonly host?: string;
  /** The first port; default a free one. */
  readonly port?: number;
}

/** Adds `log`: the text of a file where the server writes one, else what it prints. */
export function withLog(server: RunningServer, file?: string): LoggedServer {
  if (file === undefined) return { ...server, log: server.output };
  return { ...server, log: () => (existsSync(file) ? readFileSync(file, 'utf8') : '') };
}
