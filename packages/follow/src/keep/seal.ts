// Bytes that only the holder of a key can read: AES-256-GCM (NIST SP 800-38D) with a nonce of its own for each sealing.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface Seal {
  seal(plain: Buffer): Buffer;
  /** Undefined where the bytes were not sealed with this key, or are damaged. */
  open(sealed: Buffer): Buffer | undefined;
  /** The same pseudonym for the same name, under this key only. */
  pseudonym(name: string): string;
}

/** @param key 32 bytes @param random bytes that nobody can guess @throws RangeError where the key has another length */
export function createSeal(key: Uint8Array, random: (count: number) => Uint8Array): Seal {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes`);
  const forNames = createHmac('sha256', key).update('names').digest();
  return {
    seal: (plain) => {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      try {
        const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch {
        // The tag does not fit: another key, or damage. OpenSSL says no more.
        return undefined;
      }
    },
    pseudonym: (name) => createHmac('sha256', forNames).update(name).digest('hex').slice(0, 32),
  };
}
