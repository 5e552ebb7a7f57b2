// A letter as it would go out, to somebody real.
import { readMailSettings } from '../../mail/mail-settings.ts';
import type { Room } from '../../room.ts';
import { createMessages } from '../courier/message.ts';
import { frameOf, orderOf, readRunText } from '../sending/run-text.ts';
import { somebodyOf } from './recipients.ts';
import type { RunRow } from './run-life.ts';

export interface LetterPreview {
  readonly contactId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly message?: string;
}

/** @param contactId undefined: the first who gets one. @returns undefined where this contact, or nobody, gets one */
export async function previewOf(
  room: Room,
  run: RunRow,
  contactId: string | undefined,
): Promise<LetterPreview | undefined> {
  const contact = await somebodyOf(room.records, run, contactId);
  if (contact === undefined) return undefined;
  const text = await readRunText(room, run.id);
  const preview = { contactId: contact.id, to: text.addressOf(contact), ...text.text };
  const mail = await readMailSettings(room.records);
  if (mail === undefined || (run.channel !== 'email' && run.channel !== 'second-email')) return preview;
  const messageOf = await createMessages(frameOf(text, mail.settings, undefined));
  // Its number is known when the run starts.
  const order = orderOf(text, mail.settings, { number: 0, sealed: contact.sealed, minor: contact.minor });
  return { ...preview, message: messageOf(order, room.clock.now()).toString('utf8') };
}
