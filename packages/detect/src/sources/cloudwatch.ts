// Batches of Amazon CloudWatch Logs, as subscriptions send them (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html):
// each message is a record of whatever wrote it: CloudTrail, EKS' audit, a database's log.
import type { Fields } from '../events/event.ts';
import { isRecord, recordsAt, textAt } from '../events/json-fields.ts';
import { plainEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { createInnerReaders } from './inner-records.ts';
import type { Source } from './source.ts';

/** @param inner formats of messages, in the order in which they are tried */
export function cloudwatchOf(inner: readonly Source[]): Source {
  return {
    name: 'cloudwatch',
    title: 'Amazon CloudWatch Logs, subscriptions',
    reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
    tells: 'of each message what its own format tells, else its text',
    jsonKeys: ['logEvents'],
    open: (state, now) => {
      const readers = createInnerReaders(inner, isRecord(state) ? state.inner : undefined, now);
      const eventsOf = (one: Fields, group: string | undefined): readonly Fields[] => {
        const message = textAt(one, 'message') ?? '';
        const time = instantOf(one.timestamp);
        const events = readers.read(message);
        if (events !== undefined) {
          return events.map((event) => (event.time === undefined && time !== undefined ? { ...event, time } : event));
        }
        const also = { message, ...(group !== undefined && { logGroup: group }) };
        return [plainEvent({ time, product: 'aws', isAnyProduct: true, uid: textAt(one, 'id'), also })];
      };
      return {
        fromJson: (record) => {
          if (!Array.isArray(record.logEvents) || textAt(record, 'logGroup', 'messageType') === undefined)
            return undefined;
          // AWS asks with such a message whether anybody is there.
          if (record.messageType === 'CONTROL_MESSAGE') return [];
          return recordsAt(record, 'logEvents').flatMap((one) => eventsOf(one, textAt(record, 'logGroup')));
        },
        state: () => ({ inner: readers.state() }),
      };
    },
  };
}
