// A visit: everything one examination of one endpoint may use. Lines, HTTP, evidence; all within the endpoint's budgets.
import type { Evidence } from './finding.ts';
import type { HttpClient } from './http-client.ts';
import type { Ended, Endpoint, Exchange, Line } from './line.ts';

export interface Visit {
  readonly endpoint: Endpoint;
  /** Whether this endpoint speaks TLS from the first byte. */
  readonly tls: boolean;
  /** HTTP to this endpoint; each path is asked once in a visit. */
  readonly http: HttpClient;
  /** A new connection to this endpoint, under TLS where the endpoint wants it. */
  connect(): Promise<Line | Ended>;
  /** Bytes of chance, for protocols that want a request id or a client id. */
  random(count: number): Uint8Array;
}

/**
 * Evidence from an exchange.
 *
 * @param asked - the question, in words or as the request line
 * @param answered - what kind of answer came; never a part of it that could be a person's data
 */
export function evidence(exchange: Exchange, asked: string, answered: string): Evidence {
  return {
    asked,
    answered,
    sentBytes: exchange.sent.length,
    receivedBytes: exchange.receivedBytes,
    receivedSha256: exchange.receivedSha256,
  };
}
