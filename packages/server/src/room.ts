// The room: the services that everything else is handed. Opened and closed by serve.ts; tests open their own.
import type { Events } from './events/events.ts';
import type { EvidenceBook } from './evidence/book.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Changes } from './live/changes.ts';
import type { SignIn } from './people/sign-in.ts';
import type { RecordsDatabase } from './records/database.ts';
import type { Settings } from './settings.ts';
import type { Vault } from './vault/vault.ts';

export interface Room {
  readonly settings: Settings;
  readonly records: RecordsDatabase;
  /** Undefined where this machine has no build of the embedded engine and no server is named: what needs it says so. */
  readonly events: Events | undefined;
  readonly changes: Changes;
  readonly jobs: Jobs;
  readonly evidence: EvidenceBook;
  readonly signIn: SignIn;
  readonly vault: Vault;
  readonly clock: Clock;
  /** A UUIDv7: its order is that of time. */
  readonly newId: () => string;
  /** Bytes that nobody can guess. */
  readonly random: (count: number) => Uint8Array;
  readonly log: Log;
}

export interface Clock {
  now(): Date;
}

/** What the operator reads: no personal data, no values, one line each. */
export interface Log {
  /** @param what what happened, in words that name no person and no value */
  warn(what: string, about?: Readonly<Record<string, string | number>>): void;
  /** A mistake of the program, with its stack. */
  mistake(error: unknown, about: Readonly<Record<string, string | number>>): void;
}
