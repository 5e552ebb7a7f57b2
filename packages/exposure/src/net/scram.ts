// The login of MongoDB: SCRAM (RFC 5802, RFC 7677) as its drivers speak it.
// https://github.com/mongodb/specifications/blob/master/source/auth/auth.md
import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export type Mechanism = 'SCRAM-SHA-256' | 'SCRAM-SHA-1';

export interface Scram {
  readonly first: string;
  /** @returns the client's final message, or undefined where the server's first one is not acceptable */
  final(serverFirst: string): Promise<string | undefined>;
  /** Whether the server has shown that it knows the password too. */
  isProof(serverFinal: string): boolean;
}

const DIGEST = { 'SCRAM-SHA-256': 'sha256', 'SCRAM-SHA-1': 'sha1' } as const;
/** Fewer are not allowed by the specification; more are an attempt to keep the client busy. */
const LEAST_ITERATIONS = 4096;
const MOST_ITERATIONS = 1_000_000;
const NONCE_BYTES = 24;

const derive = promisify(pbkdf2);

export function createScram(
  mechanism: Mechanism,
  user: string,
  password: string,
  nonce = randomBytes(NONCE_BYTES).toString('base64'),
): Scram {
  const digest = DIGEST[mechanism];
  const bare = `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
  let expected: Buffer | undefined;
  return {
    first: `n,,${bare}`,
    async final(serverFirst) {
      const told = fieldsOf(serverFirst);
      const salt = Buffer.from(told.get('s') ?? '', 'base64');
      const iterations = Number(told.get('i'));
      const whole = told.get('r') ?? '';
      const isSound = Number.isInteger(iterations) && iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS;
      if (!isSound || salt.length === 0 || !whole.startsWith(nonce) || whole.length === nonce.length) return undefined;
      const secret = secretOf(mechanism, user, password);
      const salted = await derive(secret, salt, iterations, digest === 'sha256' ? 32 : 20, digest);
      const hmac = (key: Buffer, text: string) => createHmac(digest, key).update(text).digest();
      const clientKey = hmac(salted, 'Client Key');
      const storedKey = createHash(digest).update(clientKey).digest();
      const withoutProof = `c=biws,r=${whole}`;
      const message = `${bare},${serverFirst},${withoutProof}`;
      const signature = hmac(storedKey, message);
      expected = hmac(hmac(salted, 'Server Key'), message);
      const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
      return `${withoutProof},p=${proof.toString('base64')}`;
    },
    isProof(serverFinal) {
      const told = Buffer.from(fieldsOf(serverFinal).get('v') ?? '', 'base64');
      return expected !== undefined && told.length === expected.length && timingSafeEqual(told, expected);
    },
  };
}

/** The older mechanism takes the MD5 that MongoDB's first login used; the newer one the password, prepared by RFC 4013. */
function secretOf(mechanism: Mechanism, user: string, password: string): string {
  if (mechanism === 'SCRAM-SHA-1') return createHash('md5').update(`${user}:mongo:${password}`).digest('hex');
  return prepared(password);
}

/** What of SASLprep changes passwords that are in use: other blanks, characters mapped to nothing, compatibility forms. */
function prepared(password: string): string {
  return password
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/\u00ad|\u034f|\u1806|[\u180b-\u180d]|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/g, '')
    .normalize('NFKC');
}

function fieldsOf(message: string): ReadonlyMap<string, string> {
  return new Map(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}
