// What a command gets from the process, so that commands can be run in tests as they run for a user.
import type { IssuerHost } from '@vigie/exposure';
import { openTerminal, type Terminal } from './ask-issuer/terminal.ts';

/** A place to write text or bytes to. */
export interface Sink {
  /** Resolves when it is written; rejects where it cannot be (closed pipe, full disk). */
  write(text: string | Uint8Array): Promise<void>;
  /** A terminal, and how wide it is. */
  readonly columns: number | undefined;
  /** Whether colour is wanted and understood there. */
  readonly colour: boolean;
}

export interface World {
  /** Standard input. It is opened when it is read. */
  readonly in: AsyncIterable<Uint8Array>;
  readonly out: Sink;
  readonly err: Sink;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
  /** Calls back when the user interrupts. */
  readonly onInterrupt: (stop: () => void) => void;
  /** The person at the terminal, if there is one; opened when it is called. Absent: nobody is there. */
  readonly terminal?: () => Terminal | undefined;
  /** How issuers of secrets are reached. Absent: through the system's resolver and network. */
  readonly issuerHost?: IssuerHost;
}

/** The process as a world. Colour only on a terminal, and NO_COLOR (https://no-color.org) is honoured. */
export function processWorld(process: NodeJS.Process, random: (count: number) => Uint8Array): World {
  return {
    get in() {
      return process.stdin;
    },
    out: sinkOf(process.stdout, process.env),
    err: sinkOf(process.stderr, process.env),
    now: Date.now,
    random,
    terminal: openTerminal,
    onInterrupt: (stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          stop();
          process.once(signal, () => process.exit(130));
        });
      }
    },
  };
}

function sinkOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Sink {
  // A failed write is told by the callback below; without a listener the same error would end the process.
  stream.on('error', () => {});
  const wanted = (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    columns: stream.isTTY ? stream.columns : undefined,
    colour: stream.isTTY && wanted,
  };
}
