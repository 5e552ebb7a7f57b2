// Entries of Redis' SLOWLOG as JSON objects: with `slowlog-log-slower-than 0` every command, with its client and how long it took. Whose it
// is and how it ended is not told; words are cut by the server behind 128 bytes.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import type { Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, textOf } from './foreign.ts';
import { redisCommandEvent } from './redis-monitor.ts';
import type { Source } from './source.ts';

/** The server keeps no more of one command. */
const MAX_WORDS = 32;

export const redisSlowlog: Source = {
  name: 'redis-slowlog',
  title: 'Redis and Valkey, entries of SLOWLOG as JSON',
  reference: 'https://redis.io/docs/latest/commands/slowlog-get/',
  tells:
    'commands with client, key pattern and duration; not whose they are or how they ended, nothing that is refused',
  jsonKeys: ['slowlog_id'],
  open: () => ({
    fromJson: (entry) => {
      const { slowlog_id: id, arguments: words, duration_us: microseconds } = entry;
      if (countOf(id) === undefined || !Array.isArray(words)) return undefined;
      const duration = countOf(microseconds);
      const told: Told = {
        time: instantOf(countOf(entry.timestamp)),
        product: 'redis',
        service: 'slowlog',
        category: 'database',
        uid: `slowlog ${String(id)} ${String(entry.timestamp)} ${String(entry.client)}`,
        ...placeOf(entry.client),
        session: textOf(entry.client),
        client: textOf(entry.name),
        durationMs: duration === undefined ? undefined : duration / 1e3,
      };
      const texts = (words as unknown[]).slice(0, MAX_WORDS).map(textIn);
      const event = redisCommandEvent(told, undefined, texts, texts.map((one) => JSON.stringify(one)).join(' '));
      return event === undefined ? [] : [event];
    },
  }),
};

function textIn(word: unknown): string {
  return isRecord(word) || word === undefined ? '' : String(word as Fields[string]);
}
