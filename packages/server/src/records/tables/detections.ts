// Detections: what fired, why, how often, and what people said of it. Accounts and addresses are keyed hashes.
import type { Level } from '@vigie/detect';
import type { Generated, JSONColumnType } from 'kysely';

export const DETECTION_STATES = ['new', 'expected', 'not-expected', 'closed'] as const;
export type DetectionState = (typeof DETECTION_STATES)[number];

export const DETECTION_KINDS = ['rule', 'correlation', 'attack', 'behaviour', 'honeytoken'] as const;
export type DetectionKind = (typeof DETECTION_KINDS)[number];

/** A fact of behaviour as the engine has it. */
export type KeptFact = Readonly<Record<string, string | number | boolean | null>>;

/** What is shown of one detection and not of a list. */
export interface DetectionAbout {
  /** What events of a correlation share, masked. */
  readonly group: readonly { readonly field: string; readonly value: string }[];
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly falsePositives: readonly string[];
}

type Json<T extends object> = JSONColumnType<T, string, string>;

export interface DetectionTables {
  detection: {
    id: string;
    /** The engine's name for it, by which something can be said of it there. */
    engine_id: string;
    input_id: string;
    store_id: string | null;
    kind: DetectionKind;
    rule: string;
    title: string;
    level: Level;
    author: string | null;
    link: string | null;
    licence: string | null;
    why: string;
    facts: Json<readonly KeptFact[]>;
    about: Json<DetectionAbout>;
    /** Empty where nobody signed in, or the source does not tell. */
    account_hash: string;
    address_hash: string;
    /** What a further firing is counted by: rule, input, account and address, hashed. */
    subject: string;
    first_at: Date;
    last_at: Date;
    /** When it was first told here. */
    seen_at: Date;
    count: number;
    state: DetectionState;
    /** Sealed: why it is expected, not expected or closed. */
    note: string | null;
    judged_by: string | null;
    judged_at: Date | null;
    version: Generated<number>;
  };
  /** What was counted already: the same firing may be told twice when a process was killed. */
  detection_firing: { id: string; detection_id: string; seen_at: Date };
  /** Numbers by which accounts without a name are told apart. */
  store_account: { store_id: string; account_hash: string; number: number };
}
