// The data export of ChatGPT: {title, create_time, mapping: {id: {message: {author: {role}, content: {parts}}}}}. The format
// is not documented by its maker; read in https://difegam.github.io/chatgpt-to-markdown/reference/data-models
import { isObject, MAX_ELEMENTS } from '../foreign-json.ts';
import type { Shape } from '../shape.ts';
import type { Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

export const chatgptExport: Shape = {
  id: 'chatgpt-export',
  title: 'ChatGPT export',
  source: 'https://difegam.github.io/chatgpt-to-markdown/reference/data-models',
  keys: ['mapping'],
  strength: 'known',
  read(value) {
    if (!isObject(value.mapping)) return [];
    const turns: Turn[] = [];
    let nodes = 0;
    for (const id in value.mapping) {
      if (++nodes > MAX_ELEMENTS) break;
      const node = value.mapping[id];
      const one = isObject(node) && isObject(node.message) ? roleMessage(node.message) : undefined;
      if (one !== undefined) turns.push(one);
    }
    return turns;
  },
};
