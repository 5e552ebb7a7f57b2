// LangChain messages as its histories and callbacks write them: {type: "human", data: {content}}, {type: "human", content},
// {lc: 1, type: "constructor", id: [..., "HumanMessage"], kwargs: {content}}, and lists of lists of them.
// https://python.langchain.com/api_reference/core/messages.html
import { contentText } from '../content.ts';
import { isList, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn } from '../turn.ts';

export const langchain: Shape = {
  id: 'langchain',
  title: 'LangChain messages',
  source: 'https://python.langchain.com/api_reference/core/messages.html',
  keys: ['messages', 'generations', 'chat_history', 'history', 'lc', 'data', 'type'],
  strength: 'known',
  read(value) {
    const alone = langchainMessage(value);
    if (alone !== undefined) return [alone];
    for (const key of ['messages', 'chat_history', 'history']) {
      const turns = flat(value[key], langchainMessage);
      if (turns.length > 0) return turns;
    }
    return flat(value.generations, generation);
  },
  message: langchainMessage,
};

/** Callbacks write one list of messages for each prompt of a batch. */
function flat(list: unknown, message: (value: JsonObject) => Turn | undefined): Turn[] {
  return isList(list) && isList(list[0]) ? turnsOf(list.slice(0, 100).flat(), message) : turnsOf(list, message);
}

function langchainMessage(value: JsonObject): Turn | undefined {
  if (isList(value.id) && isObject(value.kwargs)) {
    const speaker = speakerOf(value.id.at(-1));
    return speaker === undefined ? undefined : turn(speaker, contentText(value.kwargs.content));
  }
  const speaker = speakerOf(value.type);
  // `context` and `function` are types of many things; the others, with content beside them, are LangChain's.
  if (speaker === undefined) return undefined;
  if (isObject(value.data) && value.data.content !== undefined) return turn(speaker, contentText(value.data.content));
  return ['human', 'ai', 'system', 'tool', 'humanmessage', 'aimessage'].includes(String(value.type).toLowerCase()) &&
    value.content !== undefined
    ? turn(speaker, contentText(value.content))
    : undefined;
}

function generation(value: JsonObject): Turn | undefined {
  return isObject(value.message) ? langchainMessage(value.message) : turn('assistant', contentText(value.text));
}
