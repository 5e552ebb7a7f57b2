// LibreChat: a message {messageId, conversationId, sender, text or content, isCreatedByUser}.
// LibreChat:packages/data-schemas/src/schema/message.ts (the same text is copied to Meilisearch)
import { contentText } from '../content.ts';
import { idAt, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const librechat: Shape = {
  id: 'librechat',
  title: 'LibreChat messages',
  source: 'https://github.com/danny-avila/LibreChat/blob/main/packages/data-schemas/src/schema/message.ts',
  keys: ['isCreatedByUser', 'messages', 'hits'],
  strength: 'known',
  read(value) {
    const alone = message(value);
    if (alone !== undefined) return [alone];
    const turns = turnsOf(value.messages, message);
    return turns.length > 0 ? turns : turnsOf(value.hits, message);
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  if (typeof value.isCreatedByUser !== 'boolean') return undefined;
  const words = contentText(value.text) || contentText(value.content);
  return turn(value.isCreatedByUser ? 'user' : 'assistant', words, idAt(value, 'user'), timeOf(value.createdAt));
}
