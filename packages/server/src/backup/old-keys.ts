// Older keys of the ring: where each is still in use, and their retirement once nothing is sealed with them any more.
import type { DataDir } from '../data-dir/data-dir.ts';
import type { EvidenceBook } from '../evidence/book.ts';
import type { RecordsDatabase } from '../records/database.ts';
import { type KeyUse, usesOf } from '../vault/key-uses.ts';
import type { Vault } from '../vault/vault.ts';
import { type BackupFault, storeFailed } from './fault.ts';

export interface OldKey {
  readonly id: string;
  readonly madeAt: string;
  /** Empty where it could be retired. */
  readonly uses: readonly KeyUse[];
  /** Whether it was taken out of the ring just now. */
  readonly isRetired: boolean;
}

export interface OldKeyParts {
  readonly dataDir: DataDir;
  readonly records: RecordsDatabase;
  readonly evidence: EvidenceBook;
  readonly vault: Vault;
}

/**
 * Tells of every older key where it is in use. Nothing is ever sealed with an older key, so what is out of use stays so.
 *
 * @param author whom the evidence log names
 * @param retire whether those that are out of use are taken out of the ring
 */
export async function lookAtOldKeys(
  { dataDir, records, evidence, vault }: OldKeyParts,
  author: string,
  retire: boolean,
): Promise<readonly OldKey[] | BackupFault> {
  const found: OldKey[] = [];
  for (const key of vault.olderKeys) found.push({ ...key, uses: await usesOf(records, key.id), isRetired: false });
  const unused = found.filter(({ uses }) => uses.length === 0).map(({ id }) => id);
  if (!retire || unused.length === 0) return found;
  for (const id of unused)
    await evidence.write({ type: 'setting-change', author, payload: { subject: `key-ring/retired/${id}` } });
  const ring = await dataDir.keyRing.removeKeys(unused);
  if ('code' in ring) return storeFailed(ring);
  vault.adopt(ring);
  return found.map((key) => ({ ...key, isRetired: unused.includes(key.id) }));
}
