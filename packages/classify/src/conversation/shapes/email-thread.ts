// E-mail kept as JSON: {from, to, subject, body or text}, alone or as a thread (Graph's message resource, Postmark, SendGrid and
// Mailgun inbound, imap dumps). Known by addresses on both sides, so that templates and settings are none.
import { contentText } from '../content.ts';
import { isList, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const emailThread: Shape = {
  id: 'email-thread',
  title: 'e-mail messages',
  source: 'https://learn.microsoft.com/graph/api/resources/message, https://www.rfc-editor.org/rfc/rfc5322',
  keys: ['subject', 'Subject', 'emails', 'thread', 'value'],
  strength: 'likely',
  read(value) {
    const alone = message(value);
    if (alone !== undefined) return [alone];
    for (const key of ['emails', 'thread', 'messages', 'value']) {
      const turns = turnsOf(value[key], message);
      if (turns.length > 0) return turns;
    }
    return [];
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  const subject = value.subject ?? value.Subject;
  if (typeof subject !== 'string') return undefined;
  const from = address(value.from ?? value.From ?? value.sender);
  const to = address(value.to ?? value.To ?? value.toRecipients ?? value.recipients ?? value.recipient);
  if (from === undefined || to === undefined) return undefined;
  const body = contentText(
    value.body ?? value.text ?? value.TextBody ?? value['body-plain'] ?? value.content ?? value.html,
  );
  return turn(
    'other',
    body.slice(0, 1 << 20).replace(/<[^<>]{0,500}>/g, ' '),
    from,
    timeOf(value.date ?? value.sentDateTime ?? value.receivedDateTime),
  );
}

/** The address of a header field: a string, Graph's {emailAddress: {address}}, {email}, or a list of one of these. */
function address(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string')
    return /^[^\n]{0,200}[^\s@<>]@[^\s@<>]+\.[^\s@<>]/.test(value.slice(0, 320)) ? value.slice(0, 320) : undefined;
  if (depth > 2) return undefined;
  if (isList(value)) return address(value[0], depth + 1);
  if (!isObject(value)) return undefined;
  return address(value.emailAddress ?? value.address ?? value.email ?? value.Email, depth + 1);
}
