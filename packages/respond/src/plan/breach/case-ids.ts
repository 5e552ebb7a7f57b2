// Identifiers that are the same whenever the same case gives the same playbook, so that a new version replaces the old one.
import { createHash } from 'node:crypto';

/** Our own: that of CACAO may be used only for ids that are made of a playbook's name and types (section 10.10). */
const NAMESPACE = 'b9e1d9a4-6c58-4f0e-9d0c-6f5a3c1e7b42';

/** UUIDv5 (RFC 9562, section 5.5) of a stable name, as a CACAO identifier. */
export function caseId(type: string, ...name: readonly string[]): string {
  return `${type}--${uuidOf(
    createHash('sha1')
      .update(namespaceBytes())
      .update(JSON.stringify([type, ...name]))
      .digest(),
    5,
  )}`;
}

/**
 * The identifier of a step. CACAO wants UUIDv4 there (section 10.10), whose bits it takes for random; here they are those of a hash over the
 * case and the name of the step, which differ between cases as random ones do.
 */
export function stepId(type: string, ...name: readonly string[]): string {
  return `${type}--${uuidOf(
    createHash('sha256')
      .update(namespaceBytes())
      .update(JSON.stringify([type, ...name]))
      .digest(),
    4,
  )}`;
}

function namespaceBytes(): Buffer {
  return Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex');
}

/** The first 16 bytes with version and variant set (RFC 9562, section 4). */
function uuidOf(hash: Buffer, version: 4 | 5): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
