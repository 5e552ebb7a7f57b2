// Asks one issuer about one secret, once, and says what its answer tells.
import { exchange, type IssuerHost, isExchangeFault } from '../net/issuer-exchange.ts';
import type { Issuer, Verdict } from './issuer.ts';
import { questionOf, shownAddress } from './question.ts';
import { readAnswer } from './read-answer.ts';
import type { HeldSecret } from './secret.ts';

/** What was learnt, without a character of the secret and without anybody's data. */
export interface IssuerReport {
  readonly issuer: string;
  /** Of the secret, as in `secret/openai-api-key`. */
  readonly kind: string;
  readonly shape: string;
  readonly method: string;
  /** The address that was asked, the secret in it masked. */
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly verdict: Verdict;
  /** The end of a sentence that begins with the secret. */
  readonly means: string;
  /** Of the answer; absent where there was none. */
  readonly status?: number;
  /** Whether the issuer may have got the question, also where no answer came. */
  readonly sent: boolean;
  /** What the secret may do, in the issuer's words. */
  readonly scopes: readonly string[];
}

/**
 * Sends the issuer's one request with this secret and reads the answer. Nothing is sent twice.
 *
 * @param host - the network, and the clock
 * @param signal - stops it; what was sent by then cannot be called back
 */
export async function askIssuer(
  issuer: Issuer,
  secret: HeldSecret,
  host: IssuerHost,
  signal: AbortSignal,
): Promise<IssuerReport> {
  const at = new Date(host.now());
  const parts = secret.reveal();
  const asked = {
    issuer: issuer.id,
    kind: `secret/${secret.entry.id}`,
    shape: secret.shape,
    method: issuer.request.method,
    url: shownAddress(issuer),
    askedAt: at.toISOString(),
  };
  const answer = await exchange(questionOf(issuer, parts, at), host, signal);
  if (isExchangeFault(answer)) {
    return { ...asked, verdict: 'cannot tell', means: answer.message, sent: answer.sent, scopes: [] };
  }
  return { ...asked, ...readAnswer(issuer, answer, Object.values(parts)), status: answer.status, sent: true };
}
