// Notices: texts for authorities and people with all their versions, who approved which, and how they were filed. Texts are sealed.
import type { Generated } from 'kysely';

export const NOTICE_KINDS = ['authority-edpb', 'authority-cnil', 'letter', 'processor', 'press', 'web'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_STATES = ['draft', 'frozen', 'approved', 'filed', 'withdrawn'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export interface NoticeTables {
  notice: {
    id: string;
    case_id: string;
    kind: NoticeKind;
    language: string;
    /** The group of people that a letter is for. */
    letter_group: string | null;
    /** The notice that this one completes. */
    follows: string | null;
    state: NoticeState;
    created_at: Date;
    created_by: string;
    /** Number of the newest version. */
    newest: number;
    frozen_number: number | null;
    frozen_at: Date | null;
    frozen_by: string | null;
    withdrawn_at: Date | null;
    /** Sealed: why it was withdrawn or thawed. */
    reason: string | null;
    version: Generated<number>;
  };
  notice_version: {
    notice_id: string;
    number: number;
    at: Date;
    account_id: string;
    /** As in `drafted`, `edited`, `redrafted`. */
    what: string;
    /** The version of the case's facts that it was drafted from. */
    facts_version: number;
    sealed: string;
    /** Of the canonical text that is sealed. */
    sha256: string;
  };
  notice_approval: { notice_id: string; number: number; account_id: string; at: Date; sha256: string };
  notice_receipt: {
    notice_id: string;
    /** When it reached the recipient, as the person who filed it says. */
    filed_at: Date;
    noted_at: Date;
    account_id: string;
    /** Sealed. */
    reference: string;
    file_name: string | null;
    file_type: string | null;
    /** Sealed, in base64. */
    file_sealed: string | null;
    file_sha256: string | null;
  };
}
