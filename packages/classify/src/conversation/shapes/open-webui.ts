// Open WebUI: the column `chat` of the table `chat`, {history: {messages: {id: {role, content, parentId}}, currentId}}.
// open-webui:backend/open_webui/models/chats.py
import { isObject, MAX_ELEMENTS } from '../foreign-json.ts';
import type { Shape } from '../shape.ts';
import type { Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

export const openWebui: Shape = {
  id: 'open-webui',
  title: 'Open WebUI chat',
  source: 'https://github.com/open-webui/open-webui/blob/main/backend/open_webui/models/chats.py',
  keys: ['history'],
  strength: 'known',
  read(value) {
    const held = isObject(value.history) ? value.history.messages : undefined;
    if (!isObject(held)) return [];
    const turns: Turn[] = [];
    let read = 0;
    for (const id in held) {
      if (++read > MAX_ELEMENTS) break;
      const message = held[id];
      const one = isObject(message) ? roleMessage(message) : undefined;
      if (one !== undefined) turns.push(one);
    }
    return turns;
  },
};
