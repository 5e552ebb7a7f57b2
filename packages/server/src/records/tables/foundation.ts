// What every concept needs: the list of changes that browsers and webhooks follow, and answers kept for repeated requests.
import type { Generated } from 'kysely';

export interface FoundationTables {
  change: {
    /** The order of changes; browsers resume from it. */
    seq: Generated<number>;
    at: Date;
    kind: string;
    id: string;
    what: string;
  };
  idempotent_answer: {
    /** SHA-256 of actor, operation and key: the key itself is the caller's. */
    key_hash: string;
    /** Keyed hash of the request's body: the same key for another body is a mistake. */
    request_hash: string;
    at: Date;
    /** Null while the first request is still being worked on. */
    status: number | null;
    body: string | null;
  };
  api_token: {
    id: string;
    account_id: string;
    name: string;
    /** SHA-256 of the token, which is 256 bits of chance. */
    token_hash: string;
    /** The first letters, by which its owner knows it again. */
    shown: string;
    scopes: string[];
    created_at: Date;
    expires_at: Date;
    last_used_at: Date | null;
  };
  invitation: {
    id: string;
    /** SHA-256 of the one-time token in the link. */
    token_hash: string;
    role: string;
    invited_by: string | null;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  setting: {
    name: string;
    value: unknown;
    version: number;
  };
}
