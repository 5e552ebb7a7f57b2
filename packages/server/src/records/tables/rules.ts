// Rules of the site: files of Sigma, lists of values for placeholders, rules that are switched off, and texts of settings that are sealed.
import type { Generated } from 'kysely';

export interface RuleTables {
  rule_file: {
    id: string;
    name: string;
    /** Sealed: a rule may name accounts and addresses. */
    text: string;
    /** Of its rules, where they do not name their own: an SPDX id. */
    licence: string | null;
    /** Where its rules are published. */
    link: string | null;
    enabled: boolean;
    added_by: string;
    added_at: Date;
    changed_at: Date;
    version: Generated<number>;
  };
  /** A rule of anybody's that is off; one that is on has no row. */
  rule_switch: {
    /** Its id, else its name, else its title. */
    rule: string;
    /** Sealed. */
    reason: string;
    by_id: string;
    at: Date;
  };
  value_list: {
    id: string;
    /** As in `%name%`. */
    name: string;
    /** Sealed: a JSON array of texts, which may be accounts and addresses. */
    items: string;
    count: number;
    changed_by: string;
    changed_at: Date;
    version: Generated<number>;
  };
  watch_text: {
    name: 'fields' | 'honeytoken-key';
    sealed: string;
  };
}
