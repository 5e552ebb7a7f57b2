// Passwords as Argon2id (RFC 9106) in PHC strings, with OWASP's parameters: 19 MiB, two passes, one lane.
import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const VERSION = 19;

/** @param random bytes that nobody can guess */
export async function hashPassword(password: string, random: (count: number) => Uint8Array): Promise<string> {
  const salt = random(SALT_BYTES);
  const tag = await derive('argon2id', parametersOf(password, salt, MEMORY_KIB, PASSES, LANES, TAG_BYTES));
  return `$argon2id$v=${VERSION}$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Whether a password is the one that was hashed; false for a string that is no such hash. */
export async function verifyPassword(hashed: string, password: string): Promise<boolean> {
  const [, memory, passes, lanes, salt, tag] = PHC.exec(hashed) ?? [];
  if (salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, 'base64');
  const parameters = parametersOf(
    password,
    Buffer.from(salt, 'base64'),
    Number(memory),
    Number(passes),
    Number(lanes),
    expected.length,
  );
  return timingSafeEqual(await derive('argon2id', parameters), expected);
}

function parametersOf(
  password: string,
  nonce: Uint8Array,
  memory: number,
  passes: number,
  parallelism: number,
  tagLength: number,
) {
  return { message: password.normalize('NFKC'), nonce, parallelism, tagLength, memory, passes };
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
