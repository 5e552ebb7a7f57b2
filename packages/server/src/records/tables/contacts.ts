// Who is to be told, and the lists that they came in.
import type { Generated, JSONColumnType } from 'kysely';
import type { Meaning } from '../../letters/contacts/column-names.ts';
import type { ProblemCode } from '../../letters/contacts/contact-row.ts';

export interface StoredProblem {
  readonly row: number;
  readonly column: number;
  readonly problem: ProblemCode;
}

export interface ContactTables {
  contact_import: {
    id: string;
    case_id: string;
    state: 'checking' | 'waiting' | 'confirmed' | 'discarded';
    started_by: string;
    created_at: Date;
    rows: Generated<number>;
    good: Generated<number>;
    broken: Generated<number>;
    duplicates: Generated<number>;
    minors: Generated<number>;
    unreachable: Generated<number>;
    problem_count: Generated<number>;
    /** The first of them. */
    problems: JSONColumnType<readonly StoredProblem[], string | undefined, string>;
    encoding: string | null;
    delimiter: string | null;
    /** What each column was taken for; names of columns are not kept, since a list without a header has people's data there. */
    columns: JSONColumnType<readonly (Meaning | null)[], string | undefined, string>;
  };
  contact: {
    id: string;
    case_id: string;
    import_id: string;
    /** The line of the list on which it stood. */
    line: number;
    letter_group: string;
    language: string;
    minor: boolean;
    /** How they can be reached: email, phone, post. */
    ways: string[];
    /** `ContactDetails` as JSON, sealed. */
    sealed: string;
    /** Blind indexes of the normalised values. */
    email_index: string | null;
    /** The address belongs to a function rather than a person. */
    shared_mailbox: boolean;
    /** Of the contact's other addresses, to which no letter goes. */
    other_email_indexes: string[];
    account_index: string | null;
  };
}
