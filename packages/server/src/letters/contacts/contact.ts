// A contact: somebody who is to be told. What names or reaches them is sealed as one text; beside it stands only what letters are sorted by.
import type { LetterGroup } from '@vigie/respond';
import * as v from 'valibot';

const Text = v.optional(v.string());

/** What is sealed. */
export const DetailsSchema = v.object({
  name: Text,
  email: Text,
  secondEmail: Text,
  phone: Text,
  street: Text,
  postalCode: Text,
  city: Text,
  country: Text,
  guardianName: Text,
  guardianEmail: Text,
  account: Text,
});
export type ContactDetails = v.InferOutput<typeof DetailsSchema>;

/** What `vault.seal` is told of it. */
export const DETAILS_PURPOSE = 'contact/details';
export const EMAIL_PURPOSE = 'contact/email';
export const ACCOUNT_PURPOSE = 'contact/account';

export interface ContactDraft {
  readonly details: ContactDetails;
  readonly group: LetterGroup;
  readonly language: string;
  readonly minor: boolean;
}

/** The address that a letter to the contact goes to: for a child that of whoever looks after it, where it is known. */
export function letterAddress({ minor, details }: Pick<ContactDraft, 'minor' | 'details'>): string | undefined {
  const own = details.email ?? details.secondEmail;
  return minor ? (details.guardianEmail ?? own) : own;
}

/** The address for a second try, where the first did not work. */
export function secondAddress(contact: Pick<ContactDraft, 'minor' | 'details'>): string | undefined {
  const first = letterAddress(contact);
  return [contact.details.secondEmail, contact.details.email].find((other) => other !== undefined && other !== first);
}

export const WAYS = ['email', 'second-email', 'phone', 'post'] as const;
export type Way = (typeof WAYS)[number];

/** How the contact can be reached. */
export function waysTo(contact: Pick<ContactDraft, 'minor' | 'details'>): readonly Way[] {
  const { phone, street, city, postalCode } = contact.details;
  const hasPost = street !== undefined && (city !== undefined || postalCode !== undefined);
  return [
    ...(letterAddress(contact) === undefined ? [] : (['email'] as const)),
    ...(secondAddress(contact) === undefined ? [] : (['second-email'] as const)),
    ...(phone === undefined ? [] : (['phone'] as const)),
    ...(hasPost ? (['post'] as const) : []),
  ];
}
