// Runs of letters, each letter with what became of it, and the sheets of proofs.
import type { Generated, GeneratedAlways } from 'kysely';

/** What a letter goes through. `uncertain`: the dot may have reached the server, and nobody can know; a person decides. */
export const LETTER_STATES = ['queued', 'sending', 'sent', 'failed', 'bounced', 'uncertain'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const RUN_STATES = ['draft', 'dry-run', 'running', 'paused', 'waiting', 'done'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const CHANNELS = ['email', 'second-email', 'phone', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface LetterTables {
  letter_run: {
    id: string;
    /** A short number for addresses of bounces. */
    code: GeneratedAlways<number>;
    case_id: string;
    notice_id: string;
    notice_version: number;
    channel: Channel;
    letter_group: string;
    language: string;
    /** Languages in which there is no letter, whose people get this one. */
    also_languages: string[];
    /** The run whose failed and bounced letters are tried again by this one. */
    again_after: string | null;
    state: RunState;
    per_minute: number;
    subject: string;
    body_text: string;
    body_html: string;
    /** SHA-256 of the approved text. */
    text_hash: string;
    /** Sealed: what message ids, return paths and salts are drawn from. Once destroyed, proofs tell nothing of whom they are about. */
    secret: string;
    /** Of the message ids; fixed when the run starts, since proofs name them. */
    domain: string | null;
    total: Generated<number>;
    sent: Generated<number>;
    failed: Generated<number>;
    bounced: Generated<number>;
    uncertain: Generated<number>;
    sheets: Generated<number>;
    waiting_for: string | null;
    retry_at: Date | null;
    created_by: string;
    created_at: Date;
    started_at: Date | null;
    finished_at: Date | null;
    /** Its contacts were erased since: its secret is gone, and it can neither go on nor be asked whom it wrote to. */
    erased_at: Generated<Date | null>;
    version: Generated<number>;
  };
  letter_attempt: {
    id: string;
    run_id: string;
    /** The data directory whose server made it: only there is its journal. */
    sender: string;
    opened_at: Date;
    settled_at: Date | null;
  };
  letter: {
    run_id: string;
    number: number;
    contact_id: string;
    state: Generated<LetterState>;
    attempt: string | null;
    tries: Generated<number>;
    /** Put off until then. */
    due_at: Date | null;
    /** The server's answer, and RFC 3463's code of it or of the bounce. */
    code: number | null;
    enhanced: string | null;
    ended_at: Date | null;
    /** Where its proof is. */
    sheet: number | null;
    sheet_index: number | null;
  };
  letter_sheet: {
    run_id: string;
    number: number;
    /** Root of the Merkle tree over the proofs of its letters, in hexadecimal digits. */
    root: string;
    letters: number;
    made_at: Date;
    /** Sequence of the entry in the evidence log that has the root. */
    entry: number;
  };
}
