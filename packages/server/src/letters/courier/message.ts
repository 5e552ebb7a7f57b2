// The bytes of a message: made once for all who get it, with the lines that are a person's own put before it.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Frame, LetterOrder } from './orders.ts';

const EMPTY_LINE = '\r\n\r\n';

/**
 * Makes the message of one letter after the other. Headers after RFC 5322, 6532 (addresses in UTF-8), 2919 (lists), 3834
 * (automatic mail).
 */
export async function createMessages(frame: Frame): Promise<(letter: LetterOrder, at: Date) => Buffer> {
  const composed = await new MailComposer({
    from: frame.from,
    ...(frame.replyTo === undefined ? {} : { replyTo: frame.replyTo }),
    subject: frame.subject,
    text: frame.text,
    html: frame.html,
    headers: {
      'Content-Language': frame.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<${frame.listId}>`,
      'List-Post': 'NO',
      ...(frame.listHelp === undefined ? {} : { 'List-Help': `<${frame.listHelp}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  const end = composed.indexOf(EMPTY_LINE);
  const head = composed.subarray(0, end).toString('utf8');
  const shared = Buffer.concat([Buffer.from(withoutOwnLines(head)), composed.subarray(end)]);
  return ({ to, messageId }, at) => {
    // Both were read as addresses long before; a line end here would be a header of somebody else's.
    if (/[\s\p{C}<>]/u.test(to) || /[^\x21-\x7e]/.test(messageId))
      throw new Error('an address or a message id has a character that no header may have');
    return Buffer.concat([
      Buffer.from(`To: <${to}>\r\nMessage-ID: <${messageId}>\r\nDate: ${dateLine(at)}\r\n`),
      shared,
    ]);
  };
}

/** The composer gives every message a Date and a Message-ID; ours are the letter's own. */
function withoutOwnLines(head: string): string {
  return head
    .split(/\r\n(?![ \t])/)
    .filter((line) => !/^(?:date|message-id|to):/i.test(line))
    .join('\r\n');
}

/** RFC 5322, 3.3, in UTC. */
function dateLine(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
