// Telegram Desktop's export: {name, type, id, messages: [{type: "message", from, from_id, date_unixtime, text}]}, where text
// is a string or a list of strings and entities; a whole account has {chats: {list: [...]}}.
// https://core.telegram.org/import-export and the exports themselves
import { contentText } from '../content.ts';
import { idAt, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const telegram: Shape = {
  id: 'telegram',
  title: 'Telegram export',
  source: 'https://core.telegram.org/import-export',
  keys: ['messages', 'from_id'],
  strength: 'known',
  read(value) {
    const alone = message(value);
    return alone === undefined ? turnsOf(value.messages, message) : [alone];
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  if (value.type !== 'message' || value.text === undefined || (value.from_id === undefined && value.from === undefined))
    return undefined;
  return turn(
    'other',
    contentText(value.text),
    idAt(value, 'from_id') ?? idAt(value, 'from'),
    timeOf(value.date_unixtime ?? value.date),
  );
}
