// Hands one mail over to the relay, with all that can stand against it as a value.
import { openDialogue } from '../letters/courier/dialogue.ts';
import { createMessages } from '../letters/courier/message.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { domainOf, readMailSettings, relayOf } from './mail-settings.ts';

export interface OneMail {
  /** Names the mail in its Message-ID, which is the same at each try. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** What it is one of, as in `colleagues`: receivers can sort by it (RFC 2919). */
  readonly list: string;
}

const PATIENCE = { connectMs: 10_000, answerMs: 60_000 };

/** @returns why it was not taken, in words that name no address; undefined where the relay has it */
export async function handOver(room: Room, allowed: AllowedAddresses, mail: OneMail): Promise<string | undefined> {
  const stored = await readMailSettings(room.records);
  if (stored === undefined) return 'no mail relay is set: see Settings';
  const { settings } = stored;
  const relay = await relayOf(room, settings, allowed);
  if (typeof relay === 'string') return `the mail relay cannot be used: ${relay}`;
  const dialogue = await openDialogue(relay, PATIENCE);
  if (typeof dialogue === 'string') return `the mail relay is away: ${dialogue}`;
  try {
    const { id, to, list, ...content } = mail;
    const domain = domainOf(settings.from.address);
    const messageOf = await createMessages({ from: settings.from, ...content, listId: `${list}.${domain}` });
    const letter = { number: 0, to, messageId: `${id}@${domain}`, returnPath: settings.from.address };
    const message = messageOf(letter, room.clock.now());
    const sending = await dialogue.send(settings.from.address, to, message, async () => {});
    if (sending.kind === 'sent') return undefined;
    return sending.kind === 'answered' ? `the mail relay answered ${sending.code}` : 'the mail relay hung up';
  } finally {
    dialogue.quit();
  }
}
