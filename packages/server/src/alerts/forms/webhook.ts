// An alert for programs: JSON, signed after the Standard Webhooks specification (https://www.standardwebhooks.com).
import { Webhook } from 'standardwebhooks';
import type { Alert } from '../alert.ts';
import { detectionUrl } from './alert-view.ts';

export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * @param id the same at each try, so that the receiver can tell a repetition
 * @param secret `whsec_` and base64
 * @param origin where the platform's pages are
 */
export function webhookMessage(alert: Alert, id: string, secret: string, at: Date, origin: string): SignedMessage {
  const body = JSON.stringify({
    type: alert.kind === 'test' ? 'alert.test' : 'alert.detections',
    timestamp: at.toISOString(),
    data: alert.kind === 'test' ? {} : { topics: alert.topics.map(linked(origin)), others: alert.others },
  });
  return {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body,
  };
}

function linked(origin: string) {
  return <Topic extends { readonly detection: string }>(topic: Topic) => ({
    ...topic,
    link: detectionUrl(origin, topic.detection),
  });
}
