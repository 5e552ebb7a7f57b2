// Cases: what is known of a breach, who sits where, which clocks run, and all that happened. Free text is sealed by the vault.
import type { ColumnType, Generated } from 'kysely';
import type { Answer, CaseSummary } from '../../cases/summary.ts';

export const CASE_STATES = ['open', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const SEATS = ['commander', 'officer', 'scribe', 'liaison', 'counsel'] as const;
export type Seat = (typeof SEATS)[number];

/** A JSON column: read as a value, written as text. */
type JsonColumn<T> = ColumnType<T, string, string>;

export interface CaseTables {
  breach_case: {
    id: string;
    /** Together with `number` its name in the register, as in 2026-014. */
    year: number;
    number: number;
    /** What people call it where others may listen. */
    codename: string;
    /** Sealed. */
    name: string;
    state: CaseState;
    opened_at: Date;
    opened_by: string;
    closed_at: Date | null;
    /** Sealed: what people told for the register (effects, remedial action), and why it was closed. */
    told: string | null;
    /** What the facts come to, without a word of a person's: for lists. */
    summary: JsonColumn<CaseSummary>;
    /** The version of the case at which its facts last changed. */
    facts_version: number;
    /** Only its members, whoever has a seat in it and its officers may know of it. */
    limited: Generated<boolean>;
    version: Generated<number>;
  };
  case_member: { case_id: string; account_id: string; added_at: Date; added_by: string };
  case_store: {
    id: string;
    case_id: string;
    /** In the watch's inventory; null where the scan came from elsewhere. */
    store_id: string | null;
    address: string;
    port: number;
    product: string;
    added_at: Date;
    /** The store as `vigie.scan/1` has it: posture, exposure, findings; no names of tables. */
    scan: JsonColumn<unknown>;
  };
  case_seat: { case_id: string; seat: Seat; deputy: boolean; account_id: string };
  /** Every value that a fact ever had; the newest version of a name holds. */
  case_fact: {
    case_id: string;
    name: string;
    version: number;
    at: Date;
    account_id: string;
    /** Sealed: value, source, certainty, by, at, note, as a document of facts has them. */
    sealed: string;
    /** Of the JSON that is sealed; the evidence log has the same. */
    commitment: string;
    commitment_before: string | null;
  };
  /** What a person decided. */
  case_ruling: {
    id: string;
    case_id: string;
    at: Date;
    account_id: string;
    about: 'authority' | 'people';
    answer: 'yes' | 'no' | 'undecided';
    /** Sealed: reasons, the officer's opinion, dissent. */
    reasons: string;
    /** What the facts said of it at that moment: yes, no or unknown. */
    assessed: Answer;
  };
  case_event: {
    id: string;
    case_id: string;
    at: Date;
    /** Null where the platform did it. */
    account_id: string | null;
    what: string;
    /** Sealed: a sentence, and what it is about. */
    sealed: string;
  };
  case_clock: {
    id: string;
    case_id: string;
    /** Regime, article and recipient: the same as long as the duty is. */
    duty_id: string;
    regime: string;
    article: string;
    recipient: string;
    what: string;
    owed: 'yes' | 'unknown';
    /** An instant with its offset, `without undue delay` or `unknown`. */
    due: string;
    due_at: Date | null;
    /** The outer bound of the law, where it is another. */
    latest_at: Date | null;
    state: 'running' | 'met' | 'stopped';
    changed_at: Date;
    changed_by: string | null;
    /** The notice by which it was met. */
    met_by: string | null;
    stopped: 'not-owed' | 'by-person' | null;
    /** Sealed: why a person stopped it or says that it is met. */
    reason: string | null;
  };
  /** Points at which people are reminded; each is told once. */
  case_reminder: { clock_id: string; due_at: Date; lead_s: number; at: Date; told_at: Date | null };
}
