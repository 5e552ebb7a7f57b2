// LlamaIndex: ChatMessage {role, blocks: [{block_type: "text", text}], additional_kwargs} and its chat store {store: {key: [...]}}.
// https://docs.llamaindex.ai/en/stable/api_reference/prompts/ (llama_index.core.base.llms.types)
import { isObject } from '../foreign-json.ts';
import { type Shape, turnsOf } from '../shape.ts';
import type { Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

export const llamaindex: Shape = {
  id: 'llamaindex',
  title: 'LlamaIndex chat store',
  source: 'https://docs.llamaindex.ai/en/stable/module_guides/storing/chat_stores/',
  keys: ['store', 'blocks'],
  strength: 'known',
  read(value) {
    if (!isObject(value.store)) {
      const alone = roleMessage(value);
      return alone === undefined ? [] : [alone];
    }
    const turns: Turn[] = [];
    for (const key of Object.keys(value.store).slice(0, 1000)) turns.push(...turnsOf(value.store[key], roleMessage));
    return turns;
  },
  message: (value) => (value.blocks === undefined ? undefined : roleMessage(value)),
};
