// The data export of Claude: {uuid, name, chat_messages: [{sender: "human", text, content, created_at}]}, and other chats
// whose messages name a sender of these two sorts.
import { contentText } from '../content.ts';
import type { JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn, timeOf } from '../turn.ts';

export const claudeExport: Shape = {
  id: 'claude-export',
  title: 'chat messages by sender',
  source: 'https://support.anthropic.com/en/articles/9450526-how-can-i-export-my-claude-data',
  keys: ['chat_messages', 'messages', 'transcript', 'turns', 'utterances', 'conversation', 'events'],
  strength: 'known',
  read(value) {
    for (const key of claudeExport.keys) {
      const turns = turnsOf(value[key], senderMessage);
      if (turns.length > 0) return turns;
    }
    return [];
  },
  message: senderMessage,
};

/** `{sender: "human", text}`, and the same with speaker, sender_type or participant (Twilio, Genesys, Rasa: `event`). */
function senderMessage(value: JsonObject): Turn | undefined {
  const speaker = speakerOf(
    value.sender ?? value.speaker ?? value.sender_type ?? value.senderType ?? value.participant ?? value.event,
  );
  if (speaker === undefined) return undefined;
  const words = value.text ?? value.content ?? value.message ?? value.body ?? value.utterance;
  if (words === undefined || words === null) return undefined;
  return turn(speaker, contentText(words), undefined, timeOf(value.created_at ?? value.timestamp ?? value.createdAt));
}
