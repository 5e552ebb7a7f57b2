// Addresses of Monero: base 58 in blocks of eight bytes, the last four bytes a Keccak-256 checksum.
// https://docs.getmonero.org/public-address/standard-address/, https://docs.getmonero.org/cryptography/base58/
import { base58Decode } from './base58.ts';
import { keccak256 } from './keccak.ts';

/** Eight bytes take eleven characters; the rest of a length takes fewer. */
const BLOCK_BYTES = 8;
const BLOCK_CHARACTERS = 11;
const CHARACTERS_OF_BYTES: readonly number[] = [0, 2, 3, 5, 6, 7, 9, 10, 11];

/** First byte: a standard address, one with a payment id, a subaddress, of the main network. */
const VERSIONS: readonly number[] = [18, 19, 42];
const CHECKSUM_BYTES = 4;

/** Whether version and checksum of a Monero address hold. */
export function moneroAddressHolds(text: string): boolean {
  const bytes = decodeBlocks(text);
  if (bytes === undefined || !VERSIONS.includes(bytes[0] ?? -1)) return false;
  const sum = keccak256(bytes.subarray(0, -CHECKSUM_BYTES));
  return bytes.subarray(-CHECKSUM_BYTES).every((byte, i) => byte === sum[i]);
}

function decodeBlocks(text: string): Uint8Array | undefined {
  const rest = CHARACTERS_OF_BYTES.indexOf(text.length % BLOCK_CHARACTERS);
  if (rest === -1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / BLOCK_CHARACTERS) * BLOCK_BYTES + rest);
  for (let at = 0, to = 0; at < text.length; at += BLOCK_CHARACTERS, to += BLOCK_BYTES) {
    const size = Math.min(BLOCK_BYTES, bytes.length - to);
    const block = base58Decode(text.slice(at, at + BLOCK_CHARACTERS));
    if (block === undefined) return undefined;
    // A block has a fixed number of bytes: leading zeros are those that are missing, or more `1` than there are bytes.
    const surplus = Math.max(0, block.length - size);
    if (block.subarray(0, surplus).some((byte) => byte !== 0)) return undefined;
    bytes.set(block.subarray(surplus), to + size - (block.length - surplus));
  }
  return bytes;
}
