// The job that sends one mail to a colleague: a reminder, an alert. Its text waits sealed, and waits as long as the relay is away.
import * as v from 'valibot';
import { handOver } from '../mail/hand-over.ts';
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
  const failure = await handOver(room, allowed, {
    id: mailId,
    to: account.email,
    subject,
    text,
    html: `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
    language: account.language,
    list: 'colleagues',
  });
  if (failure !== undefined) throw new NotSent(failure);
}
