// Silences: detections of a rule or a store of which nobody is told.

export interface SilenceTables {
  silence: {
    id: string;
    /** Null: every rule. */
    rule: string | null;
    rule_title: string | null;
    /** Null: every store. */
    store_id: string | null;
    until: Date;
    /** Sealed: a reason may name people. */
    reason: string;
    by_id: string;
    created_at: Date;
    ended_at: Date | null;
    ended_by: string | null;
  };
}
