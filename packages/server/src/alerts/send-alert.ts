// Sends one alert over one channel, in the form that its receiver reads.
import { handOver } from '../mail/hand-over.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import { type OutgoingAnswer, sendOut } from '../outgoing/post.ts';
import type { Room } from '../room.ts';
import { originOf } from '../settings.ts';
import type { Alert } from './alert.ts';
import type { OpenedChannel } from './channel.ts';
import { viewOf } from './forms/alert-view.ts';
import { alertMail } from './forms/mail.ts';
import { slackMessage } from './forms/slack.ts';
import { teamsMessage } from './forms/teams.ts';
import { type SignedMessage, webhookMessage } from './forms/webhook.ts';

const TIMEOUT_MS = 15_000;

/**
 * @param id of the message: the same at each try
 * @returns why it did not arrive, in words that name neither target nor value; undefined where it was taken
 */
export async function sendAlert(
  room: Room,
  allowed: AllowedAddresses,
  channel: OpenedChannel,
  alert: Alert,
  id: string,
): Promise<string | undefined> {
  const { target, language } = channel;
  if (channel.kind === 'mail') {
    const mail = alertMail(viewOf(alert, readerOf(room, channel)));
    return handOver(room, allowed, { id, to: target, ...mail, language, list: 'alerts' });
  }
  const { headers, body } = postOf(room, channel, alert, id);
  const answer = await sendOut(allowed, {
    url: target,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'vigie', ...headers },
    body,
    timeoutMs: TIMEOUT_MS,
  });
  return failureOf(answer);
}

function postOf(room: Room, channel: OpenedChannel, alert: Alert, id: string): SignedMessage {
  switch (channel.kind) {
    case 'slack':
      return { headers: {}, body: JSON.stringify(slackMessage(viewOf(alert, readerOf(room, channel)))) };
    case 'teams':
      return { headers: {}, body: JSON.stringify(teamsMessage(viewOf(alert, readerOf(room, channel)))) };
    case 'mail':
    case 'webhook':
      if (channel.secret === undefined) throw new Error('a webhook without a secret is kept');
      return webhookMessage(alert, id, channel.secret, room.clock.now(), originOf(room.settings));
  }
}

function readerOf(room: Room, { language, timeZone, name }: OpenedChannel) {
  return { language, timeZone, origin: originOf(room.settings), channel: name };
}

/** Words of Slack's such as no_service, which say what to do; anything else in an answer may quote what was sent. */
const ERROR_WORD = /^[a-z]+(?:_[a-z]+){1,6}$/;

function failureOf(answer: OutgoingAnswer): string | undefined {
  if (answer.code !== 'answered') return answer.message;
  if (answer.status >= 200 && answer.status < 300) return undefined;
  if (answer.status >= 300 && answer.status < 400)
    return `it answered ${answer.status}, and redirects are not followed`;
  const word = answer.body.trim();
  return `it answered ${answer.status}${ERROR_WORD.test(word) ? ` (${word})` : ''}`;
}
