// Keyed hashes stand for values, so that equal values can be counted and joined while none is kept. The key is made for one
// run and dies with it: without it, nobody can try out which value a hash belongs to.
import { generateKeySync, hash } from 'node:crypto';

/** Stands for a value: a whole number below 2^53, the first 53 bits of SHA-256 over key, space and value. */
export type KeyedHash = number;

const KEY_BYTES = 32;

/**
 * A function from values to keyed hashes.
 *
 * With n different values the chance that any two share a hash is about n² / 2^54: 6 in 100,000 for a million.
 *
 * @param key 32 random bytes
 * @returns `space` keeps values of different kinds apart (`person/email`); `value` has to be normalised by the caller
 */
export function createKeyedHash(key: Uint8Array): (space: string, value: string) => KeyedHash {
  if (key.length !== KEY_BYTES) throw new Error(`the key of a keyed hash has ${KEY_BYTES} bytes`);
  const prefix = Buffer.from(key).toString('hex');
  return (space, value) => {
    const digest = hash('sha256', `${prefix}\u0000${space}\u0000${value}`, 'buffer');
    return digest.readUIntBE(0, 6) * 32 + ((digest[6] as number) >> 3);
  };
}

/** Keyed hashes of a key that nobody else has, for counting that needs no other thread. */
export function createPrivateHash(): (space: string, value: string) => KeyedHash {
  return createKeyedHash(generateKeySync('hmac', { length: KEY_BYTES * 8 }).export());
}
