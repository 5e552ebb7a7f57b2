// A run as those who send and prove it need it: its text, its identity, and the address of each of its letters.

import { domainOf, type MailSettings } from '../../mail/mail-settings.ts';
import type { Channel } from '../../records/tables/letters.ts';
import type { Room } from '../../room.ts';
import { letterAddress, secondAddress } from '../contacts/contact.ts';
import { openDetails } from '../contacts/sealed-contact.ts';
import type { Frame, LetterOrder } from '../courier/orders.ts';
import { identityOf, type LetterIdentity, returnPath } from '../identity.ts';

export const SECRET_PURPOSE = 'letter-run/secret';

export interface RunText {
  readonly id: string;
  readonly channel: Channel;
  readonly textHash: string;
  /** Of the message ids. */
  readonly domain: string;
  readonly identity: LetterIdentity;
  readonly perMinute: number;
  /** Letters that it has. */
  readonly total: number;
  readonly text: { readonly subject: string; readonly text: string; readonly html: string; readonly language: string };
  /** What a contact is told under: an address, or where the channel is none, its name. */
  addressOf(contact: { readonly sealed: string; readonly minor: boolean }): string;
}

/** @throws where there is no such run, or its secret cannot be opened */
export async function readRunText(room: Room, id: string): Promise<RunText> {
  const run = await room.records.selectFrom('letter_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const opened = room.vault.open(run.secret, SECRET_PURPOSE);
  if ('code' in opened) throw new Error(`${opened.message}: ${opened.remedy}`);
  return {
    id,
    channel: run.channel,
    textHash: run.text_hash,
    domain: run.domain ?? 'not-started.invalid',
    identity: identityOf(Buffer.from(opened.text, 'base64url'), run.code),
    perMinute: run.per_minute,
    total: run.total,
    text: { subject: run.subject, text: run.body_text, html: run.body_html, language: run.language },
    addressOf({ sealed, minor }) {
      const details = openDetails(room.vault, sealed);
      if (run.channel === 'phone') return details.phone ?? '';
      if (run.channel === 'post') return [details.street, details.postalCode, details.city].filter(Boolean).join(', ');
      const address = run.channel === 'email' ? letterAddress({ minor, details }) : secondAddress({ minor, details });
      return address ?? '';
    },
  };
}

/** The message that all letters of a run share. */
export function frameOf(run: RunText, settings: MailSettings, listHelp: string | undefined): Frame {
  return {
    from: settings.from,
    ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
    ...run.text,
    listId: `${run.id}.letters.${domainOf(settings.from.address)}`,
    ...(listHelp === undefined ? {} : { listHelp }),
  };
}

/** A letter as the courier gets it. */
export function orderOf(
  run: RunText,
  settings: MailSettings,
  letter: { readonly number: number; readonly sealed: string; readonly minor: boolean },
): LetterOrder {
  const token = run.identity.token(letter.number);
  return {
    number: letter.number,
    to: run.addressOf(letter),
    messageId: `${token}@${run.domain}`,
    returnPath: returnPath(settings.bounceAddress, token),
  };
}
