// What makes each letter of a run one of a kind: its message id, the address to which it bounces, the salt of its proof. All are drawn from
// the run's secret and the letter's number, so that a letter that is sent again has the same ones.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

export interface LetterIdentity {
  /** Stands in the message id and the return path (RFC 5321, 3.6.3 knows no form; VERP is from D. J. Bernstein's qmail). */
  token(number: number): string;
  /** 32 bytes. */
  salt(number: number): Uint8Array;
}

const MAC_LETTERS = 10;
/** Local parts are compared without case by many servers. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

export function identityOf(secret: Uint8Array, code: number): LetterIdentity {
  const key = createSecretKey(secret);
  const draw = (what: string, number: number) => createHmac('sha256', key).update(`${what} ${number}`).digest();
  return {
    token(number) {
      const mac = [...draw('token', number).subarray(0, MAC_LETTERS)]
        .map((byte) => LETTERS[byte % LETTERS.length])
        .join('');
      return `${code.toString(36)}-${number.toString(36)}-${mac}`;
    },
    salt: (number) => draw('salt', number),
  };
}

export interface TokenParts {
  /** The run's. */
  readonly code: number;
  readonly number: number;
  readonly token: string;
}

/** Finds tokens in foreign text; whether one is real only the run's secret tells. */
export function tokensIn(text: string): readonly TokenParts[] {
  return [...text.matchAll(/\b([0-9a-z]{1,8})-([0-9a-z]{1,6})-([a-z2-9]{10})(?=@)/gi)].map(
    ([token, code = '', number = '']) => ({
      code: Number.parseInt(code, 36),
      number: Number.parseInt(number, 36),
      token: token.toLowerCase(),
    }),
  );
}

export function isTokenOf(identity: LetterIdentity, { number, token }: TokenParts): boolean {
  const real = Buffer.from(identity.token(number));
  const told = Buffer.from(token);
  return real.length === told.length && timingSafeEqual(real, told);
}

export function returnPath(bounceAddress: string, token: string): string {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${token}${bounceAddress.slice(at)}`;
}
