// Encryption at rest: contact data and secrets are sealed before they reach the records, by keys that are kept elsewhere.
// A sealed text is `v1.<id of the key>.<base64url of nonce, ciphertext, tag>`: AES-256-GCM (NIST SP 800-38D) under a key that HKDF
// (RFC 5869) draws for each purpose, with the head and the purpose as associated data.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { KeyRing, Random } from './key-ring.ts';

export interface Vault {
  /** Id of the key that seals. */
  readonly currentKey: string;
  /**
   * Seals a text.
   *
   * @param purpose what the text is, such as `contact/email`: what was sealed for one purpose opens for no other
   *
   * @example
   * const sealed = vault.seal('ada@example.org', 'contact/email');
   * const opened = vault.open(sealed, 'contact/email');
   * if ('code' in opened) throw new Error(opened.message);
   * opened.text; // 'ada@example.org'
   */
  seal(text: string, purpose: string): string;
  open(sealed: string, purpose: string): { readonly text: string } | VaultFault;
  /**
   * A keyed hash for look-ups by equality, `i1.<id of the key>.<base64url>`, by the current key. Normalise the text first; look up
   * with `indexes`, since rows that no rotation has reached yet carry an older key's.
   */
  index(text: string, purpose: string): string;
  /** The index by every key of the ring, the current one first: for `where … in`. */
  indexes(text: string, purpose: string): readonly string[];
  /** Id of the key that a sealed text or an index was made with; undefined where it is neither. */
  sealedWith(text: string): string | undefined;
  /** 32 bytes of a purpose's own that no rotation changes: salts, the secret of sessions. */
  secret(purpose: string): Uint8Array;
  /** Older keys of the ring, the oldest first. */
  readonly olderKeys: readonly { readonly id: string; readonly madeAt: string }[];
  /** Goes on with the ring as it is once older keys were taken out of it. */
  adopt(ring: KeyRing): void;
  /** Makes a new current key, durably, before it seals anything. What older keys sealed has to be sealed anew by its owner. */
  rotate(): Promise<{ readonly currentKey: string } | VaultFault>;
}

interface VaultFault {
  readonly code: 'not-sealed' | 'unknown-key' | 'tampered' | 'ring-not-saved';
  readonly message: string;
  readonly remedy: string;
}

export interface VaultOptions {
  readonly ring: KeyRing;
  readonly random: Random;
  /** Adds a key to the ring where it is kept; resolves once that is durable. */
  readonly addKey: () => Promise<
    KeyRing | { readonly code: string; readonly message: string; readonly remedy: string }
  >;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.([0-9a-f]{12})\.([\w-]+)$/;
const INDEXED = /^i1\.([0-9a-f]{12})\.[\w-]{43}$/;

export function openVault(options: VaultOptions): Vault {
  let { ring } = options;
  let keys = createKeys(ring);
  const indexBy = (keyId: string, text: string, purpose: string) => {
    const hash = createHmac('sha256', keys.of(keyId, `index/${named(purpose)}`)).update(text);
    return `i1.${keyId}.${hash.digest('base64url')}`;
  };
  return {
    get currentKey() {
      return ring.current;
    },
    seal(text, purpose) {
      const head = `v1.${ring.current}`;
      const nonce = options.random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys.of(ring.current, `seal/${named(purpose)}`), nonce);
      cipher.setAAD(Buffer.from(`${head}.${purpose}`));
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${head}.${Buffer.concat(sealed).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [, keyId = '', body = ''] = SEALED.exec(sealed) ?? [];
      const bytes = Buffer.from(body, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return NOT_SEALED;
      if (!ring.keys.some(({ id }) => id === keyId)) return unknownKey(keyId);
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(-TAG_BYTES);
      const key = keys.of(keyId, `seal/${named(purpose)}`);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(`v1.${keyId}.${purpose}`)).setAuthTag(tag);
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8');
        return { text: text + decipher.final('utf8') };
      } catch {
        // The one thing that final() complains of is a tag that does not fit.
        return TAMPERED;
      }
    },
    index: (text, purpose) => indexBy(ring.current, text, purpose),
    indexes: (text, purpose) =>
      [ring.current, ...ring.keys.map(({ id }) => id).filter((id) => id !== ring.current)].map((id) =>
        indexBy(id, text, purpose),
      ),
    sealedWith: (text) => (SEALED.exec(text) ?? INDEXED.exec(text))?.[1],
    get olderKeys() {
      return ring.keys.filter(({ id }) => id !== ring.current).map(({ id, madeAt }) => ({ id, madeAt }));
    },
    adopt(next) {
      ring = next;
      keys = createKeys(ring);
    },
    secret: (purpose) => drawn(ring.base, `secret/${named(purpose)}`),
    async rotate() {
      const next = await options.addKey();
      if ('code' in next) return { code: 'ring-not-saved', message: next.message, remedy: next.remedy };
      ring = next;
      keys = createKeys(ring);
      return { currentKey: ring.current };
    },
  };
}

/** Keys of purposes, drawn once; as key objects, since a key of bytes costs ten times what is done with it. */
function createKeys(ring: KeyRing) {
  const drawnKeys = new Map<string, KeyObject>();
  return {
    of(keyId: string, use: string): KeyObject {
      const name = `${keyId}/${use}`;
      const known = drawnKeys.get(name);
      if (known !== undefined) return known;
      const secret = ring.keys.find(({ id }) => id === keyId)?.secret;
      if (secret === undefined) throw new Error(`no key ${keyId} in the ring`);
      const key = createSecretKey(drawn(secret, use));
      drawnKeys.set(name, key);
      return key;
    },
  };
}

function drawn(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64url'), new Uint8Array(), `vigie/1/${use}`, 32));
}

const PURPOSE = /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/;

function named(purpose: string): string {
  if (!PURPOSE.test(purpose)) throw new Error(`a purpose has the form of contact/email, not ${purpose}`);
  return purpose;
}

const NOT_SEALED: VaultFault = {
  code: 'not-sealed',
  message: 'this is no sealed text',
  remedy: 'look at what wrote it: only what the vault sealed can be opened',
};

const TAMPERED: VaultFault = {
  code: 'tampered',
  message: 'a sealed text was changed, or was sealed for another purpose',
  remedy: 'restore the row from a backup; if many do not open, the records and the key ring do not belong together',
};

function unknownKey(keyId: string): VaultFault {
  return {
    code: 'unknown-key',
    message: `a text was sealed with the key ${keyId}, which is not in the key ring`,
    remedy: 'put the key ring back that belongs to these records; --key-file names it',
  };
}
