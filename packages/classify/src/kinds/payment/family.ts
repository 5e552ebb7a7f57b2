// What the identifiers of payment have in common: the numbers of an account lead to its holder by way of the bank.
import type { Kind } from '../../kind.ts';

/** A number that moves money or leads to an account. */
export function payment(name: string, title: string, meaning: string): Kind {
  return { id: `payment/${name}`, title, edpb: ['q', 'l'], meaning, identifies: 'account' };
}

/** A number that names a bank, not an account. */
export function bank(name: string, title: string, meaning: string): Kind {
  return { id: `payment/${name}`, title, edpb: [], meaning, identifies: 'nobody' };
}
