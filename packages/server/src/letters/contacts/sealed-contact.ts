// Contacts as they are kept: sealed, with blind indexes of what they are looked up by.
import { isSharedContact, normaliseValue } from '@vigie/classify/values';
import * as v from 'valibot';
import type { Vault } from '../../vault/vault.ts';
import {
  ACCOUNT_PURPOSE,
  type ContactDetails,
  type ContactDraft,
  DETAILS_PURPOSE,
  DetailsSchema,
  EMAIL_PURPOSE,
  letterAddress,
  waysTo,
} from './contact.ts';

/** What a contact's row has of it. */
export function sealedContact(vault: Vault, contact: ContactDraft) {
  const { details, group, language, minor } = contact;
  const address = letterAddress(contact);
  const normal = address === undefined ? undefined : normaliseValue('person/email', address);
  const all = [details.email, details.secondEmail, details.guardianEmail].filter((one) => one !== undefined);
  const others = new Set(all.map((one) => normaliseValue('person/email', one)).filter((one) => one !== normal));
  return {
    letter_group: group,
    language,
    minor,
    ways: [...waysTo(contact)] as string[],
    sealed: vault.seal(JSON.stringify(details), DETAILS_PURPOSE),
    email_index: normal === undefined ? null : vault.index(normal, EMAIL_PURPOSE),
    shared_mailbox: normal !== undefined && isSharedContact('person/email', normal),
    other_email_indexes: [...others].map((one) => vault.index(one, EMAIL_PURPOSE)),
    account_index: details.account === undefined ? null : vault.index(details.account.toLowerCase(), ACCOUNT_PURPOSE),
  };
}

/** @throws where the text cannot be opened: records and key ring do not belong together */
export function openDetails(vault: Vault, sealed: string): ContactDetails {
  const opened = vault.open(sealed, DETAILS_PURPOSE);
  if ('code' in opened) throw new Error(`${opened.message}: ${opened.remedy}`);
  return v.parse(DetailsSchema, JSON.parse(opened.text));
}
