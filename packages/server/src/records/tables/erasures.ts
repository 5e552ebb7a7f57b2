// Erasures of contacts, and what stays of the proofs of letters to them.
import type { Generated, JSONColumnType } from 'kysely';
import type { ToldNumbers } from '../../letters/told.ts';

export interface ErasureTables {
  contact_erasure: {
    id: string;
    case_id: string;
    state: 'running' | 'done';
    begun_at: Date;
    /** An account, or `vigie-server` where the setting of retention did it. */
    begun_by: string;
    done_at: Date | null;
    /** Sealed: why. */
    reason: string;
    /** How many had been told. */
    told: JSONColumnType<ToldNumbers, string, string>;
    contacts: Generated<number>;
    proofs: Generated<number>;
  };
  letter_proof: {
    run_id: string;
    number: number;
    /** Its message id. */
    message: string;
    /** The commitment to its address; what opened it is gone. */
    recipient: string;
  };
}
