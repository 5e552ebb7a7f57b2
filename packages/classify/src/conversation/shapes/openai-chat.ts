// OpenAI chat completions, the request: https://platform.openai.com/docs/api-reference/chat/create. Mistral, Ollama, LiteLLM,
// vLLM and Open WebUI's older rows write the same.
import { type Shape, turnsOf } from '../shape.ts';
import { roleMessage } from './role-message.ts';

export const openaiChat: Shape = {
  id: 'openai-chat',
  title: 'OpenAI messages',
  source: 'https://platform.openai.com/docs/api-reference/chat/create',
  keys: [
    'messages',
    'input_messages',
    'chat_messages',
    'prompt_messages',
    'conversation',
    'history',
    'dialog',
    'dialogue',
  ],
  strength: 'known',
  read(value) {
    for (const key of openaiChat.keys) {
      const turns = turnsOf(value[key], roleMessage);
      if (turns.length > 0) return turns;
    }
    return [];
  },
  message: (value) => (value.content === undefined ? undefined : roleMessage(value)),
};
