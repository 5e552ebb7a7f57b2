// Keyed hashes stand for values, so that equal values can be counted and joined while none is kept. The key is made for one
// run and dies with it: without it, nobody can try out which value a hash belongs to.
import { generateKeySync, hash } from 'node:crypto';
import { createSipHash } from './sip-hash.ts';

/** Stands for a value: a whole number below 2^53, 53 bits of SipHash over space and value. */
export type KeyedHash = number;

const KEY_BYTES = 32;
const SIP_KEY_BYTES = 16;
/** Bytes that most values need; a longer value makes the room larger for the time being. */
const ROOM = 4096;

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
  const sipHash = createSipHash(hash('sha256', key, 'buffer').subarray(0, SIP_KEY_BYTES));
  const room = Buffer.alloc(ROOM);
  return (space, value) => {
    const most = (space.length + value.length) * 3 + 1;
    const bytes = most <= ROOM ? room : Buffer.alloc(most);
    let length = write(bytes, space, 0);
    bytes[length] = 0;
    length = write(bytes, value, length + 1);
    const { high, low } = sipHash(bytes, length);
    return (high >>> 0) * 2 ** 21 + (low >>> 11);
  };
}

/** Writes a text as UTF-8. @returns where it ends */
function write(bytes: Buffer, text: string, start: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return start + bytes.write(text, start, 'utf8');
    bytes[start + at] = unit;
  }
  return start + text.length;
}

/** Keyed hashes of a key that nobody else has, for counting that needs no other thread. */
export function createPrivateHash(): (space: string, value: string) => KeyedHash {
  return createKeyedHash(generateKeySync('hmac', { length: KEY_BYTES * 8 }).export());
}
