// Webhooks: who is told of changes, and how far each has been told.

export interface WebhookTables {
  webhook: {
    id: string;
    url: string;
    /** Sealed: what deliveries are signed with. */
    secret: string;
    /** Kinds of changes; empty is all. */
    kinds: string[];
    active: boolean;
    /** The last change that was delivered. */
    seq: number;
    failures: number;
    last_delivery_at: Date | null;
    /** What the last failure was, in our words. */
    last_failure: string | null;
    failing_since: Date | null;
    created_at: Date;
    version: number;
  };
}
