// ShareGPT and FastChat: {id, conversations: [{from: "human", value}]}.
// https://github.com/lm-sys/FastChat/blob/main/docs/commands/data_cleaning.md

import type { JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn } from '../turn.ts';

export const sharegpt: Shape = {
  id: 'sharegpt',
  title: 'ShareGPT conversation',
  source: 'https://github.com/lm-sys/FastChat',
  keys: ['conversations', 'conversation', 'items'],
  strength: 'known',
  read: (value) => {
    for (const key of sharegpt.keys) {
      const turns = turnsOf(value[key], fromValue);
      if (turns.length > 0) return turns;
    }
    return [];
  },
  message: fromValue,
};

function fromValue(value: JsonObject): Turn | undefined {
  const speaker = speakerOf(value.from);
  const words = value.value ?? value.content;
  return speaker !== undefined && typeof words === 'string' ? turn(speaker, words) : undefined;
}
