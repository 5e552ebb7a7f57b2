// Open-Assistant: trees {message_tree_id, prompt: {role: "prompter", text, replies: [...]}} and flat messages
// {message_id, parent_id, role, text}. https://github.com/LAION-AI/Open-Assistant/tree/main/oasst-data
import { idAt, isList, isObject, type JsonObject, MAX_ELEMENTS } from '../foreign-json.ts';
import { type Shape, turn } from '../shape.ts';
import { speakerOf, type Turn, timeOf } from '../turn.ts';

export const openAssistant: Shape = {
  id: 'open-assistant',
  title: 'Open-Assistant tree',
  source: 'https://github.com/LAION-AI/Open-Assistant/tree/main/oasst-data',
  keys: ['message_tree_id', 'message_id', 'prompt', 'replies'],
  strength: 'known',
  read(value) {
    const turns: Turn[] = [];
    // The tree may be as deep as a stranger likes: a list of what is still to be read, not recursion.
    const open: unknown[] = [isObject(value.prompt) ? value.prompt : value];
    for (let read = 0; open.length > 0 && read < MAX_ELEMENTS; read++) {
      const node = open.shift();
      if (!isObject(node)) continue;
      const one = message(node);
      if (one === undefined) continue;
      turns.push(one);
      if (isList(node.replies)) open.push(...node.replies.slice(0, 1000));
    }
    return turns;
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  const speaker = speakerOf(value.role);
  if (speaker === undefined || typeof value.text !== 'string') return undefined;
  return turn(speaker, value.text, idAt(value, 'user_id'), timeOf(value.created_date));
}
