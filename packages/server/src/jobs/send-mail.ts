// The job that sends one mail to a colleague: a reminder, an alert. Its text waits sealed, and waits as long as the relay is away.
import * as v from 'valibot';
import { openDialogue } from '../letters/courier/dialogue.ts';
import { createMessages } from '../letters/courier/message.ts';
import { domainOf, readMailSettings, relayOf } from '../mail/mail-settings.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import type { JobKind } from './jobs.ts';

export const SEND_MAIL = 'send-mail';
export const MAIL_PURPOSE = 'job/send-mail';

export interface MailOrder {
  /** Names the mail in its Message-ID, which is the same at each try. */
  readonly mailId: string;
  readonly accountId: string;
  /** `SealedMail` as JSON. */
  readonly sealed: string;
}

const SealedMail = v.object({ subject: v.string(), text: v.string() });

const PATIENCE = { connectMs: 10_000, answerMs: 60_000 };
/** With pauses that double, about a week: a relay that is away longer is noticed by other means. */
const RETRIES = 20;

/** Thrown so that the queue tries again; the words are shown on the page of jobs, and name no address. */
class NotSent extends Error {}

export function sendMailJob(room: Room, allowed: AllowedAddresses): JobKind<MailOrder> {
  return {
    name: SEND_MAIL,
    retries: RETRIES,
    expiresAfterS: 120,
    concurrency: 1,
    work: (order) => sendMail(room, allowed, order),
  };
}

async function sendMail(
  room: Room,
  allowed: AllowedAddresses,
  { mailId, accountId, sealed }: MailOrder,
): Promise<void> {
  const account = await room.records
    .selectFrom('auth_user')
    .select(['email', 'language', 'disabled'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  // An account that was closed meanwhile gets no more mail.
  if (account === undefined || account.disabled) return;
  const opened = room.vault.open(sealed, MAIL_PURPOSE);
  if ('code' in opened) throw new NotSent(opened.message);
  const { subject, text } = v.parse(SealedMail, JSON.parse(opened.text));
  const stored = await readMailSettings(room.records);
  if (stored === undefined) throw new NotSent('no mail relay is set: see Settings');
  const { settings } = stored;
  const relay = await relayOf(room, settings, allowed);
  if (typeof relay === 'string') throw new NotSent(`the mail relay cannot be used: ${relay}`);
  const dialogue = await openDialogue(relay, PATIENCE);
  if (typeof dialogue === 'string') throw new NotSent(`the mail relay is away: ${dialogue}`);
  try {
    const domain = domainOf(settings.from.address);
    const frame = {
      from: settings.from,
      subject,
      text,
      html: `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
      language: account.language,
      listId: `colleagues.${domain}`,
    };
    const letter = {
      number: 0,
      to: account.email,
      messageId: `${mailId}@${domain}`,
      returnPath: settings.from.address,
    };
    const message = (await createMessages(frame))(letter, room.clock.now());
    const sending = await dialogue.send(settings.from.address, account.email, message, async () => {});
    if (sending.kind !== 'sent') {
      throw new NotSent(
        sending.kind === 'answered' ? `the mail relay answered ${sending.code}` : 'the mail relay hung up',
      );
    }
  } finally {
    dialogue.quit();
  }
}
