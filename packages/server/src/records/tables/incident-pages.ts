// What the public is told on pages, and what it asks there.
import type { Generated, JSONColumnType } from 'kysely';

export interface IncidentPageTables {
  incident_page: {
    case_id: string;
    slug: string;
    published: boolean;
    organisation: string;
    /** An e-mail or web address. */
    contact: string;
    /** By language. */
    titles: JSONColumnType<Readonly<Record<string, string>>, string, string>;
    version: Generated<number>;
  };
  incident_update: {
    id: string;
    case_id: string;
    at: Date;
    language: string;
    body: string;
    written_by: string;
    /** When it was last corrected or taken back. */
    corrected_at: Generated<Date | null>;
    corrected_by: Generated<string | null>;
    /** It was taken back: that there was one stays, and its words are gone. */
    removed: Generated<boolean>;
  };
  affected_question: {
    id: string;
    case_id: string;
    asked_at: Date;
    language: string;
    /** The address, sealed. */
    sealed: string;
    email_index: string;
    state: Generated<'waiting' | 'answered' | 'dropped'>;
    tries: Generated<number>;
    due_at: Date;
  };
}
