// The transcript: every byte that was sent, and the hash and size of what came back. No byte of an answer is in it.
import type { Endpoint, Exchange } from './line.ts';

/** One entry. `sent` is base64 of the bytes; for TLS it is what was sent inside. */
export interface TranscriptEntry {
  readonly at: string;
  readonly address: string;
  readonly port: number;
  /** Counts the connections of a scan. */
  readonly connection: number;
  readonly sent?: string;
  readonly receivedBytes?: number;
  readonly receivedSha256?: string;
  /** Something that happened on the connection, in our own words. */
  readonly note?: string;
}

export interface Transcript {
  open(endpoint: Endpoint): TranscriptLine;
}

/** The transcript of one connection. */
export interface TranscriptLine {
  exchange(exchange: Exchange): void;
  note(what: 'tls', outcome: string): void;
}

/**
 * @param write - takes each entry as it happens
 * @param now - milliseconds since 1970
 */
export function createTranscript(write: (entry: TranscriptEntry) => void, now: () => number): Transcript {
  let connections = 0;
  return {
    open({ address, port }) {
      connections += 1;
      const connection = connections;
      const base = () => ({ at: new Date(now()).toISOString(), address, port, connection });
      return {
        exchange: ({ sent, receivedBytes, receivedSha256 }) =>
          write({ ...base(), sent: Buffer.from(sent).toString('base64'), receivedBytes, receivedSha256 }),
        note: (what, outcome) => write({ ...base(), note: `${what}: ${outcome}` }),
      };
    },
  };
}
