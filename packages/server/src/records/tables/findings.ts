// Findings, the advice that many of them share, and what happened to each.
import type { Evidence, Remedy } from '@vigie/probe';
import type { Generated, JSONColumnType } from 'kysely';

export interface FindingTables {
  advice: {
    /** SHA-256 of what it says. */
    id: string;
    why: string;
    remedy: JSONColumnType<Remedy, string, string>;
  };
  finding: {
    id: string;
    store_id: string;
    scope_id: string;
    rule: string;
    title: string;
    severity: string;
    /** 0 is critical: the worst come first. */
    severity_rank: number;
    state: string;
    /** While it is verified: the state that it goes back to where it is not mended. */
    resumes: string | null;
    assignee_id: string | null;
    accepted_until: Date | null;
    /** Sealed: a reason may name people. */
    accepted_because: string | null;
    first_seen_at: Date;
    last_seen_at: Date;
    assigned_at: Date | null;
    mended_at: Date | null;
    back_at: Date | null;
    evidence: JSONColumnType<readonly Evidence[], string, string>;
    advice_id: string;
    verified_at: Date | null;
    /** mended, still-open, cannot-tell */
    verified_result: string | null;
    verified_why: string | null;
    case_id: string | null;
    /** The store's, beside the finding so that a list needs no other table. */
    address: string;
    port: number;
    product: string;
    watched: Generated<boolean>;
    version: Generated<number>;
  };
  finding_event: {
    id: string;
    finding_id: string;
    at: Date;
    /** Null where the platform did it. */
    account_id: string | null;
    what: string;
    from_state: string | null;
    to_state: string | null;
    assignee_id: string | null;
    accepted_until: Date | null;
    /** Sealed. */
    accepted_because: string | null;
    result: string | null;
    why: string | null;
  };
}
