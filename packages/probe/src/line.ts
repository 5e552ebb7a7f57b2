// A line: one connection to a store, with its budgets; and how a conversation on it can end.

/** The closed set of ways in which a connection ends before the answer was whole. */
export type EndReason =
  | 'refused' // the port is closed
  | 'unreachable' // no route, or the network said no
  | 'timeout' // nothing came in time
  | 'closed' // the server closed without the whole answer
  | 'reset' // the server broke the connection off
  | 'tls' // the TLS handshake failed
  | 'over-budget' // more bytes, connections or time than one endpoint is given
  | 'foreign' // the answer is not of the protocol that was asked
  | 'out-of-scope' // the address may not be connected to
  | 'stopped'; // the scan was interrupted

/** An expected failure, as a value: why and at which step. Test for it with `instanceof`. */
export class Ended {
  readonly reason: EndReason;
  readonly during: 'connect' | 'tls' | 'read';
  constructor(reason: EndReason, during: 'connect' | 'tls' | 'read') {
    this.reason = reason;
    this.during = during;
  }
}

/** What a frame says of the bytes so far: the whole reply, a need for more, or that this is another protocol. */
export type Framed<T> = { readonly reply: T; readonly used: number } | 'more' | 'foreign';

/**
 * Reads one reply from the start of `bytes`. Pure, and called again with more bytes until it is done.
 * `final` is true when no more bytes will come; a frame that can make sense of a part then does so.
 */
export type Frame<T> = (bytes: Uint8Array, final: boolean) => Framed<T>;

/** One question and its answer, as what may be kept: sizes and a hash, never the answer itself. */
export interface Exchange {
  readonly sent: Uint8Array;
  readonly receivedBytes: number;
  readonly receivedSha256: string;
}

export interface ReceiveLimits {
  readonly withinMs?: number;
  readonly maxBytes?: number;
}

/** One open connection. Everything sent on it is in the transcript. */
export interface Line {
  readonly tls: boolean;
  /** How long the connection took to open: about one round trip. */
  readonly openedInMs: number;
  /** Sends; a failure shows at the next `receive`. */
  send(bytes: Uint8Array | string): void;
  /** Waits for one whole reply. Bytes after it stay for the next call. */
  receive<T>(frame: Frame<T>, limits?: ReceiveLimits): Promise<T | Ended>;
  /** `send`, then `receive`. */
  ask<T>(bytes: Uint8Array | string, frame: Frame<T>, limits?: ReceiveLimits): Promise<T | Ended>;
  /** Goes on under TLS (PostgreSQL, MySQL, LDAP and FTP do this in mid-connection). The certificate is not checked. */
  startTls(): Promise<undefined | Ended>;
  /** The last question and what came back since. */
  exchange(): Exchange;
  close(): void;
}

/** Where a store answers. `host` is what the user named, for protocols that carry a host name. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  readonly host: string;
}
