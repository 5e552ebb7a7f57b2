// Slack exports: a list of {type: "message", user, text, ts, thread_ts} for each channel and day.
// https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports
import { idAt, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const slack: Shape = {
  id: 'slack',
  title: 'Slack messages',
  source: 'https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports',
  keys: ['messages', 'ts'],
  strength: 'known',
  read(value) {
    const alone = message(value);
    return alone === undefined ? turnsOf(value.messages, message) : [alone];
  },
  message,
};

/** Messages of joining and leaving have a subtype that starts with `channel_` or `group_`: nobody said anything. */
function message(value: JsonObject): Turn | undefined {
  if (value.type !== 'message' || typeof value.ts !== 'string' || typeof value.text !== 'string') return undefined;
  if (typeof value.subtype === 'string' && /^(channel|group)_/.test(value.subtype)) return undefined;
  return turn('other', value.text, idAt(value, 'user') ?? idAt(value, 'bot_id'), timeOf(value.ts));
}
