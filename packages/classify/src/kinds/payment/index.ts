// All identifiers of payment.
import type { Identifier } from '../../identifier.ts';
import { ABA_ROUTING_NUMBERS } from './aba-routing.ts';
import { BANK_ACCOUNTS } from './bank-account.ts';
import { BICS } from './bic.ts';
import { CARDS } from './card.ts';
import { CRYPTO_ADDRESSES } from './crypto.ts';
import { IBANS } from './iban.ts';

export const PAYMENT: readonly Identifier[] = [
  ...CARDS,
  ...IBANS,
  ...BANK_ACCOUNTS,
  ...ABA_ROUTING_NUMBERS,
  ...BICS,
  ...CRYPTO_ADDRESSES,
];
