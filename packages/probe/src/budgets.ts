// Budgets: what one connection, one endpoint and one scan may take. Each limit names the abuse that it stops.

export interface Budgets {
  /** A host that drops packets must not hold a slot for the kernel's two minutes. */
  readonly connectMs: number;
  /** How long a server that speaks first is waited for before anything is sent. */
  readonly bannerMs: number;
  /** A server that accepts and stays silent. */
  readonly replyMs: number;
  /** A server that sends one byte a second: the whole connection, whatever trickles in. */
  readonly connectionMs: number;
  /** All connections to one endpoint together. */
  readonly endpointMs: number;
  /** A never-ending banner, while the product is not known yet. */
  readonly recognitionBytes: number;
  /** Ten gigabytes of JSON where a listing was asked for: one reply. */
  readonly replyBytes: number;
  /** A compressed bomb: one reply after decompression. */
  readonly inflatedBytes: number;
  /** A server that closes each connection to be asked again. */
  readonly connectionsPerEndpoint: number;
  /** A chain of redirects; each must stay on the same address and port. */
  readonly redirects: number;
}

export const DEFAULT_BUDGETS: Budgets = {
  connectMs: 1500,
  bannerMs: 150,
  replyMs: 2000,
  connectionMs: 6000,
  endpointMs: 20_000,
  recognitionBytes: 64 * 1024,
  replyBytes: 8 * 1024 * 1024,
  inflatedBytes: 8 * 1024 * 1024,
  connectionsPerEndpoint: 40,
  redirects: 2,
};
