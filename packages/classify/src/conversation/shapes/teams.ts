// Microsoft Teams by way of Graph: chatMessage {messageType, createdDateTime, from: {user: {displayName}}, body: {contentType,
// content}}, chatId. https://learn.microsoft.com/graph/api/resources/chatmessage
import { idAt, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const teams: Shape = {
  id: 'teams',
  title: 'Teams messages',
  source: 'https://learn.microsoft.com/graph/api/resources/chatmessage',
  keys: ['value', 'messageType', 'messages'],
  strength: 'known',
  read(value) {
    const alone = message(value);
    if (alone !== undefined) return [alone];
    const turns = turnsOf(value.value, message);
    return turns.length > 0 ? turns : turnsOf(value.messages, message);
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  if (!isObject(value.body) || typeof value.body.content !== 'string' || typeof value.messageType !== 'string')
    return undefined;
  const user = isObject(value.from) && isObject(value.from.user) ? value.from.user : undefined;
  const author = user === undefined ? undefined : (idAt(user, 'id') ?? idAt(user, 'displayName'));
  // HTML is how Teams keeps even plain words.
  return turn(
    'other',
    value.body.content.slice(0, 1 << 20).replace(/<[^<>]{0,500}>/g, ' '),
    author,
    timeOf(value.createdDateTime),
  );
}
