// Whether mail can leave as it is set: connects, signs in, and hands over one message where somebody asks for it.

import { openDialogue } from '../letters/courier/dialogue.ts';
import { createMessages } from '../letters/courier/message.ts';
import type { AwayReason, Frame, Relay } from '../letters/courier/orders.ts';

export type MailTest =
  | { readonly result: 'connected' | 'sent' }
  | { readonly result: AwayReason | 'not-taken'; readonly code?: number };

const PATIENCE = { connectMs: 10_000, answerMs: 20_000 };

export interface TestMessage {
  readonly frame: Frame;
  readonly to: string;
  readonly messageId: string;
  readonly at: Date;
}

export async function testMail(relay: Relay, message: TestMessage | undefined): Promise<MailTest> {
  const dialogue = await openDialogue(relay, PATIENCE);
  if (typeof dialogue === 'string') return { result: dialogue };
  try {
    if (message === undefined) return { result: 'connected' };
    const { frame, to, messageId, at } = message;
    const messageOf = await createMessages(frame);
    const letter = { number: 0, to, messageId, returnPath: frame.from.address };
    const sending = await dialogue.send(frame.from.address, to, messageOf(letter, at), async () => {});
    if (sending.kind === 'sent') return { result: 'sent' };
    return sending.kind === 'answered' ? { result: 'not-taken', code: sending.code } : { result: 'no-answer' };
  } finally {
    dialogue.quit();
  }
}
