// Values of known kinds: how they are compared, which country they tell, whom they name.
import { countryOfAddress } from './country/address.ts';
import { normaliseEmail } from './kinds/contact/email.ts';
import { countryOfPhone, normalisePhone } from './kinds/contact/phone.ts';
import { isRoleMailbox } from './kinds/contact/role-mailbox.ts';

/** Kinds whose separators and case carry nothing. */
const COMPACT = /^(?:national-id|health-id|payment|document|vehicle|organisation|device)\//;

/**
 * A value in the form in which equal ones are equal: `Ada@Example.org` and `ada@example.org` are one mailbox, `+33 6 12 …` and
 * `+33612…` one phone.
 *
 * @param kind id of the value's kind
 */
export function normaliseValue(kind: string, value: string): string {
  if (kind === 'person/email') return normaliseEmail(value);
  if (kind === 'person/phone') return normalisePhone(value) ?? value.replace(/[^\d+]/g, '');
  if (kind.startsWith('secret/') || kind.startsWith('credential/')) return value;
  // Letters of a crypto address mean different things in each case.
  if (kind === 'payment/crypto-address') return value.trim();
  const plain = value.normalize('NFC').trim().toLowerCase();
  return COMPACT.test(kind) ? plain.replace(/[\s.\-/:]/g, '') : plain.replace(/\s+/g, ' ');
}

/** The country that a value tells of the person, as ISO 3166 code; undefined where it tells none. */
export function countryOfValue(kind: string, value: string): string | undefined {
  if (kind === 'person/phone') return countryOfPhone(value);
  if (kind === 'payment/iban') return /^[A-Za-z]{2}/.exec(value.trim())?.[0].toUpperCase();
  if (kind === 'person/postal-address') return countryOfAddress(value);
  const code = /^(?:national-id|health-id)\/([a-z]{2})-/.exec(kind)?.[1];
  return code === undefined ? undefined : code === 'uk' ? 'GB' : code.toUpperCase();
}

/** Whether a contact belongs to a function rather than a person: `noreply@`, `helpdesk@`. */
export function isSharedContact(kind: string, value: string): boolean {
  return kind === 'person/email' && isRoleMailbox(value);
}
