// Hashes of the Merkle tree of RFC 9162, section 2.1.1 (the same as RFC 6962): SHA-256, leaves and nodes told apart by a first byte.
import { createHash, hash } from 'node:crypto';

/** 32 bytes of SHA-256. */
export type TreeHash = Buffer;

export const HASH_BYTES = 32;

const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: TreeHash = createHash('sha256').digest();

export function leafHash(leaf: Uint8Array): TreeHash {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer');
}

export function nodeHash(left: TreeHash, right: TreeHash): TreeHash {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
