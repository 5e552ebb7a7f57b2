// The writer of an open log: lines that are asked for together are written and made durable together, in the order in which they
// were asked for. After a write that failed nothing more is written, since nobody can say what of it reached the disk.
import { hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Draft } from '../entries/entry.ts';
import type { EntryType } from '../entries/fields.ts';
import {
  type Appended,
  appendEntry,
  checkpointEntry,
  isRefused,
  type RefusedDraft,
  rotationEntry,
  statementOf,
  timeStampEntry,
} from '../log/append.ts';
import type { LogState } from '../log/state.ts';
import { signCheckpoint } from '../notes/checkpoint.ts';
import type { SigningKey } from '../notes/signing-key.ts';
import { createDisk } from './disk.ts';
import { checkpointPath } from './verify-file.ts';

/** An entry that is in the log, durably. */
export interface Receipt {
  readonly sequence: number;
  /** Of the entry, for others to name it by. */
  readonly hash: string;
}

export interface CheckpointReceipt extends Receipt {
  /** Covers the whole log, its own entry included. Keep it where the log's writer cannot change it. */
  readonly checkpoint: string;
}

export interface WriteFault {
  readonly code: 'write-failed' | 'closed';
  readonly message: string;
  readonly remedy: string;
}

export interface EvidenceLog {
  /** Entries so far, those included that are being written. */
  readonly size: number;
  /** Adds an entry; resolves when it is durable. */
  append(draft: Omit<Draft, 'at'>): Promise<Receipt | RefusedDraft | WriteFault>;
  /** Signs a checkpoint, puts it into the log, and a newer one that covers it beside the log. */
  checkpoint(): Promise<CheckpointReceipt | RefusedDraft | WriteFault>;
  /**
   * Signs a checkpoint and adds an authority's time stamp on it. Others may append while the authority is asked.
   *
   * @param ask gets SHA-256 of the checkpoint; see `requestTimeStamp`
   */
  timeStamp<Fault extends { readonly code: string }>(
    ask: (imprint: Buffer) => Promise<{ readonly token: Buffer } | Fault>,
  ): Promise<Receipt | RefusedDraft | WriteFault | Fault>;
  /** Names the next key, signed by the one in force; from then on the next one signs. */
  rotateKey(next: SigningKey): Promise<Receipt | RefusedDraft | WriteFault>;
  /** Covers what no checkpoint covers yet, and lets go of file and lock. */
  close(): Promise<WriteFault | undefined>;
}

export interface WriterOptions {
  readonly path: string;
  /** The key in force. Its name is the log's origin. */
  readonly key: SigningKey;
  /** Id of what writes the log's own entries, such as `vigie-server`. */
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The types of entries that may be written. */
  readonly types: readonly EntryType[];
  /** Entries after which a checkpoint is signed without being asked for. */
  readonly checkpointEvery: number;
}

/** Where the writer goes on. */
export interface WriterStart {
  readonly state: LogState;
  /** Entries that a checkpoint covers. */
  readonly covered: number;
}

/** @param release lets go of the lock */
export function createLogWriter(
  options: WriterOptions,
  start: WriterStart,
  file: FileHandle,
  release: () => void,
): EvidenceLog {
  let { state, covered } = start;
  let { key } = options;
  let ending: WriteFault | undefined;
  const disk = createDisk(file, checkpointPath(options.path));
  const occasion = () => ({ at: options.now(), author: options.author });

  const onDisk = async (step: Promise<boolean>): Promise<WriteFault | undefined> => {
    if (!(await step)) ending = WRITE_FAILED;
    return ending === WRITE_FAILED ? ending : undefined;
  };

  const put = async (appended: Appended | RefusedDraft): Promise<Receipt | RefusedDraft | WriteFault> => {
    if (isRefused(appended)) return appended;
    ({ state } = appended);
    const fault = await onDisk(disk.write(appended.line));
    return fault ?? { sequence: appended.sequence, hash: appended.hash };
  };

  /** Both steps are asked for before the first is waited for: nothing may come between the entry and what is signed of it. */
  const sign = async () => {
    const appended = checkpointEntry(state, key, occasion());
    const receipt = put(appended);
    if (isRefused(appended)) return appended;
    covered = state.tree.size;
    const checkpoint = signCheckpoint(statementOf(state, key), key);
    const fault = await onDisk(disk.replaceCheckpoint(checkpoint));
    const done = await receipt;
    return fault ?? ('code' in done ? done : { ...done, checkpoint, note: appended.note });
  };

  return {
    get size() {
      return state.tree.size;
    },
    async append(draft) {
      if (ending) return ending;
      const receipt = put(appendEntry(state, { ...draft, at: options.now() }, options.types));
      if (state.tree.size - covered >= options.checkpointEvery) void sign();
      return receipt;
    },
    async checkpoint() {
      return ending ?? sign();
    },
    async timeStamp(ask) {
      if (ending) return ending;
      const signed = await sign();
      if ('code' in signed) return signed;
      const stamp = await ask(hash('sha256', signed.note, 'buffer'));
      if ('code' in stamp) return stamp;
      return ending ?? put(timeStampEntry(state, signed.sequence, stamp.token, occasion()));
    },
    async rotateKey(next) {
      if (ending) return ending;
      const rotation = rotationEntry(state, key, next.verifier, occasion());
      if (!isRefused(rotation)) key = next;
      return put(rotation);
    },
    async close() {
      if (ending === CLOSED) return undefined;
      const failed = ending;
      ending = CLOSED;
      if (failed === undefined && state.tree.size > covered) await sign();
      const fault = failed ?? (await onDisk(disk.settled()));
      ending = CLOSED;
      await file.close();
      release();
      return fault;
    },
  };
}

const WRITE_FAILED: WriteFault = {
  code: 'write-failed',
  message: 'the log or its checkpoint could not be written; nothing more is written to it',
  remedy: 'mend the disk, then open the log again: what was not confirmed may be missing',
};

const CLOSED: WriteFault = {
  code: 'closed',
  message: 'the log is closed',
  remedy: 'open it again',
};
