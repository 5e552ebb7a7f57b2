// Scans: one row a run, kept for a day where it changed nothing, and for good where it did.
import type { Generated, JSONColumnType } from 'kysely';

/** @public since types of operations name it */
export interface KeptUntested {
  readonly address: string;
  readonly port: number;
  readonly reason: string;
  readonly addressTo?: string;
  readonly portTo?: number;
  readonly endpoints?: number;
}

export interface ScanTables {
  scan: {
    id: string;
    scope_id: string;
    /** queued, running, done, failed, stopped */
    state: string;
    /** The account that asked for it; null where the schedule did. */
    asked_by: string | null;
    scope_version: number;
    queued_at: Date;
    started_at: Date | null;
    finished_at: Date | null;
    tested: Generated<number>;
    untested_endpoints: Generated<number>;
    untested: JSONColumnType<readonly KeptUntested[], string | undefined, string>;
    /** Open ports that showed no known store. */
    others: JSONColumnType<readonly { readonly address: string; readonly port: number }[], string | undefined, string>;
    stores: Generated<number>;
    findings: Generated<number>;
    error: string | null;
    changed: Generated<boolean>;
    stop_asked: Generated<boolean>;
  };
}
