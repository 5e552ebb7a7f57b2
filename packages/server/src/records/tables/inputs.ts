// Inputs: where events of accesses come from.
import type { Generated } from 'kysely';

export const INPUT_KINDS = ['push', 'file', 'poll'] as const;
type InputKind = (typeof INPUT_KINDS)[number];

export interface InputTables {
  input: {
    id: string;
    name: string;
    kind: InputKind;
    /** The store whose log it is. */
    store_id: string | null;
    /** The format of its records, where that was said. */
    format: string | null;
    /** Sealed: a path, or a URL with user and password. */
    settings: string;
    /** Of pushes. */
    token_hash: string | null;
    /** The first letters of the token. */
    token_shown: string | null;
    /** The last thing that its owner should know of it. */
    note: string | null;
    last_event_at: Date | null;
    created_at: Date;
    created_by: string;
    /** Nothing of it is read meanwhile; where it was read up to stays. */
    paused_at: Date | null;
    version: Generated<number>;
    /** What it told stays when it is removed. */
    removed_at: Date | null;
  };
}
