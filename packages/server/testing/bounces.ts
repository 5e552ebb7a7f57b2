// Mails that come back, as common servers write them: after RFC 3464's own examples, and the public documentation of Exim, qmail and Exchange.

export interface BounceParts {
  /** The envelope sender that the letter had. */
  readonly returnPath: string;
  readonly messageId: string;
}

const join = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);

/** Postfix, Sendmail and most others: RFC 3464. */
export function standardBounce({ returnPath, messageId }: BounceParts, action = 'failed', status = '5.1.1'): Buffer {
  return join(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    `To: ${returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="A1B2.1700000000/mx.example.net"',
    '',
    '--A1B2.1700000000/mx.example.net',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.net.',
    '',
    '--A1B2.1700000000/mx.example.net',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    'Arrival-Date: Sun, 29 Nov 2026 12:00:00 +0000',
    '',
    'Final-Recipient: rfc822; somebody@example.net',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.net>: Recipient address',
    '    rejected: User unknown',
    '',
    '--A1B2.1700000000/mx.example.net',
    'Content-Type: text/rfc822-headers',
    '',
    'From: privacy@example.org',
    `Message-ID: <${messageId}>`,
    '',
    '--A1B2.1700000000/mx.example.net--',
  );
}

export function eximBounce({ returnPath }: BounceParts): Buffer {
  return join(
    'Return-path: <>',
    'X-Failed-Recipients: somebody@example.net',
    'Auto-Submitted: auto-replied',
    'From: Mail Delivery System <Mailer-Daemon@exim.example.net>',
    `To: ${returnPath}`,
    'Subject: Mail delivery failed: returning message to sender',
    '',
    'This message was created automatically by mail delivery software.',
    '',
    'A message that you sent could not be delivered to one or more of its',
    'recipients. This is a permanent error. The following address(es) failed:',
    '',
    '  somebody@example.net',
    '    host mx.example.net [192.0.2.7]',
    '    SMTP error from remote mail server after RCPT TO:<somebody@example.net>:',
    '    550 5.2.1 mailbox disabled',
  );
}

/** The return path was lost on the way: only the letter's own headers tell which it was. */
export function qmailBounce({ messageId }: BounceParts): Buffer {
  return join(
    'Return-Path: <>',
    'From: MAILER-DAEMON@qmail.example.net',
    'To: postmaster@example.org',
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at qmail.example.net.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "This is a permanent error; I've given up. Sorry it didn't work out.",
    '',
    '<somebody@example.net>:',
    '192.0.2.7 does not like recipient.',
    'Remote host said: 553 sorry, no mailbox here by that name',
    'Giving up on 192.0.2.7.',
    '',
    '--- Below this line is a copy of the message.',
    '',
    'From: privacy@example.org',
    `Message-ID: <${messageId}>`,
  );
}

export function delayWarning({ returnPath }: BounceParts): Buffer {
  return join(
    'From: MAILER-DAEMON@mx.example.net',
    `To: ${returnPath}`,
    'Subject: Warning: could not send message for past 4 hours',
    '',
    'Your message has not yet been delivered. Delivery will be retried until it is 5 days old. 4.4.1',
  );
}

export function outOfOffice({ returnPath, messageId }: BounceParts): Buffer {
  return join(
    'From: Somebody <somebody@example.net>',
    `To: ${returnPath}`,
    `In-Reply-To: <${messageId}>`,
    'Subject: Automatic reply: What happened to your data',
    'Auto-Submitted: auto-replied (vacation)',
    '',
    'I am away until Monday. In urgent cases call 550 1234.',
  );
}

export function complaint({ messageId }: BounceParts): Buffer {
  return join(
    'From: <abuse@example.net>',
    'To: postmaster@example.org',
    'Subject: FW: What happened to your data',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '--part',
    'Content-Type: message/rfc822',
    '',
    'From: privacy@example.org',
    `Message-ID: <${messageId}>`,
    '',
    'Good day.',
    '--part--',
  );
}
