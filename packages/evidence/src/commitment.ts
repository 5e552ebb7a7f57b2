// A salted commitment: stands in the log in the place of a value that could be about a person, and can be opened by whoever has
// value and salt. Once the salt is destroyed nobody can tell, or try, what the value was.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `hmac-sha256:` and 64 hexadecimal digits. */
export type Commitment = `hmac-sha256:${string}`;

/**
 * Exactly this many: HMAC takes keys of any length and pads short ones with zeros, so that two salts could open one commitment
 * (RFC 2104, section 2).
 */
const SALT_BYTES = 32;
const PREFIX = 'hmac-sha256:';

/**
 * Commits to a value.
 *
 * @param salt 32 bytes of chance, a fresh one for each value; kept outside of the log, since names and addresses can be guessed
 * @throws RangeError where the salt has another length
 */
export function commit(value: string | Uint8Array, salt: Uint8Array): Commitment {
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt has 32 bytes');
  return `${PREFIX}${createHmac('sha256', salt).update(value).digest('hex')}`;
}

/** Whether this value under this salt is what was committed to. */
export function opens(commitment: Commitment, value: string | Uint8Array, salt: Uint8Array): boolean {
  return (
    isCommitment(commitment) &&
    salt.length === SALT_BYTES &&
    timingSafeEqual(Buffer.from(commitment), Buffer.from(commit(value, salt)))
  );
}

export function isCommitment(text: string): text is Commitment {
  return /^hmac-sha256:[0-9a-f]{64}$/.test(text);
}
