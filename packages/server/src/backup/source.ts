// What a backup is made of and what a rotation changes, by the server that runs or by a command while none does.
import type { DataDir } from '../data-dir/data-dir.ts';
import type { EvidenceBook } from '../evidence/book.ts';
import type { Log } from '../room.ts';
import type { Vault } from '../vault/vault.ts';
import { compress } from './backup-file.ts';
import { type Control, listenForCommands } from './control.ts';
import type { BackupFault } from './fault.ts';
import { lookAtOldKeys } from './old-keys.ts';
import { type BackupSource, writeBackup } from './write-backup.ts';

export interface ControlParts {
  readonly dataDir: DataDir;
  readonly records: BackupSource['records'];
  readonly freeze: BackupSource['freeze'];
  readonly events: BackupSource['events'];
  readonly evidence: EvidenceBook;
  readonly vault: Vault;
  readonly now: () => Date;
}

const AUTHOR = 'vigie-command';

/** What commands may have done, over open stores. Both are written to the evidence log. */
export function controlOf(parts: ControlParts): Control {
  const { dataDir, records, freeze, events, evidence, vault, now } = parts;
  const { id, madeAt, keyRing } = dataDir;
  const source: BackupSource = { id, madeAt, keyRing: keyRing.ring.id, records, freeze, events, evidence, now };
  return {
    keyRing: keyRing.path,
    async backup(take) {
      await evidence.write({ type: 'export', author: AUTHOR, payload: { subject: id, kind: 'backup' } });
      const made = await compress((write) => writeBackup(source, write), take);
      return 'code' in made ? (made as BackupFault) : undefined;
    },
    async rotateKeys() {
      const rotated = await vault.rotate();
      if ('code' in rotated) return { ...rotated, code: 'store-failed' };
      await evidence.write({ type: 'setting-change', author: AUTHOR, payload: { subject: 'key-ring' } });
      return rotated;
    },
    oldKeys: (retire) => lookAtOldKeys(parts, AUTHOR, retire),
  };
}

/** Hears commands while the server runs; without a socket it works all the same. Resolves to how to stop. */
export async function hearCommands(parts: ControlParts, log: Log): Promise<() => Promise<void>> {
  const listening = await listenForCommands(parts.dataDir.paths.controlSocket, controlOf(parts));
  if (typeof listening === 'function') return listening;
  log.warn(`${listening.message}; ${listening.remedy}`);
  return async () => undefined;
}
