// The platform's evidence log: every decision, status change, export, sign-in and read of contact data. An entry is written before the
// transaction that it is about commits, so that nothing happens without one; an entry whose transaction then failed tells of an attempt.
import { existsSync } from 'node:fs';
import {
  commit,
  createSigningKey,
  type EvidenceLog,
  openLog,
  type Payload,
  readKeyFile,
  type SigningKey,
  writeKeyFile,
} from '@vigie/evidence';
import { ENTRY_TYPES } from './entry-types.ts';

export interface EvidenceBook {
  /** Adds an entry; resolves when it is durable, and throws where the log can no longer be written: nothing may go on without it. */
  write(entry: {
    readonly type: string;
    readonly author: string;
    readonly payload: Payload;
  }): Promise<{ readonly sequence: number; readonly hash: string }>;
  /** Stands for words or addresses that may name people: nobody without the salt can tell what they were. */
  commitment(text: string): string;
  readonly size: number;
  /** Where the log is, for the verifier and the backup. */
  readonly path: string;
  /** Signs what is there, so that a copy of the file proves itself up to here. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

export interface BookFault {
  readonly code: 'evidence-unusable';
  readonly message: string;
  readonly remedy: string;
}

export interface BookPlace {
  readonly path: string;
  /** Where the signing key is kept; made at the first start. */
  readonly keyPath: string;
  /** Salt of commitments, 32 bytes; kept with the key ring. */
  readonly salt: Uint8Array;
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
}

const AUTHOR = 'vigie-server';

export async function openBook({ path, keyPath, salt, now, random }: BookPlace): Promise<EvidenceBook | BookFault> {
  const key = await keyAt(keyPath, random);
  if ('remedy' in key) return key;
  const log = await openLog({ path, key, author: AUTHOR, now, types: ENTRY_TYPES });
  if ('code' in log)
    return { code: 'evidence-unusable', message: `the evidence log: ${log.message}`, remedy: log.remedy };
  return bookOf(log, path, salt);
}

function bookOf(log: EvidenceLog, path: string, salt: Uint8Array): EvidenceBook {
  return {
    path,
    get size() {
      return log.size;
    },
    commitment: (text) => commit(text, salt),
    async write(entry) {
      const receipt = await log.append(entry);
      if ('code' in receipt)
        throw new Error(`the evidence log took no entry of type ${entry.type}: ${receipt.message}`);
      return receipt;
    },
    async checkpoint() {
      const receipt = await log.checkpoint();
      if ('code' in receipt) throw new Error(`the evidence log could not be signed: ${receipt.message}`);
    },
    async close() {
      await log.close();
    },
  };
}

/** The origin of the platform's logs; a log is told from another by its key. */
const ORIGIN = 'vigie/server';

async function keyAt(path: string, random: (count: number) => Uint8Array): Promise<SigningKey | BookFault> {
  try {
    if (!existsSync(path)) await writeKeyFile(path, createSigningKey(ORIGIN, random(32)));
    return (await readKeyFile(path, ORIGIN)) ?? unusableKey(path, 'it holds no Ed25519 key (PEM)');
  } catch (error) {
    return unusableKey(path, (error as NodeJS.ErrnoException).code ?? 'it cannot be read');
  }
}

function unusableKey(path: string, why: string): BookFault {
  return {
    code: 'evidence-unusable',
    message: `the key that signs the evidence log, ${path}: ${why}`,
    remedy: 'put the key back from its safe copy; without it the log can be verified, and not be continued',
  };
}
