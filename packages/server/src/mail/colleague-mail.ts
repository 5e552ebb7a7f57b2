// Mail to colleagues goes through the queue: within the transaction of what it is about, sealed until it is sent.
import type { Reminders } from '../cases/clocks/send-reminders.ts';
import { MAIL_PURPOSE, type MailOrder, SEND_MAIL, sendMailJob } from '../jobs/send-mail.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';

/** Begins to send mail to colleagues; gives the way in which reminders reach them. */
export async function openColleagueMail(room: Room, allowed: AllowedAddresses): Promise<Reminders> {
  await room.jobs.define(sendMailJob(room, allowed));
  return {
    async send({ to, subject, text }, within) {
      const order: MailOrder = {
        mailId: room.newId(),
        accountId: to.accountId,
        sealed: room.vault.seal(JSON.stringify({ subject, text }), MAIL_PURPOSE),
      };
      await room.jobs.send(SEND_MAIL, order, { within });
    },
  };
}
