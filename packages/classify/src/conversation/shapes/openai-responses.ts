// OpenAI responses: {input: text or items, instructions}, {object: "response", output: [{type: "message", content}]}.
// https://platform.openai.com/docs/api-reference/responses
import { contentText } from '../content.ts';
import { isList, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import type { Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

export const openaiResponses: Shape = {
  id: 'openai-responses',
  title: 'OpenAI response',
  source: 'https://platform.openai.com/docs/api-reference/responses',
  keys: ['output', 'input'],
  strength: 'known',
  read(value) {
    return [...inputTurns(value), ...outputTurns(value)];
  },
};

function inputTurns(value: JsonObject): readonly Turn[] {
  if (isList(value.input)) return turnsOf(value.input, roleMessage);
  // A bare string named "input" says nothing alone: a model, and a word that only these requests have, must stand beside it.
  const request =
    typeof value.model === 'string' &&
    ['instructions', 'max_output_tokens', 'previous_response_id', 'store', 'reasoning'].some((key) => key in value);
  const turns = request && typeof value.input === 'string' ? [turn('user', value.input)] : [];
  return turns.filter((one) => one !== undefined);
}

function outputTurns(value: JsonObject): readonly Turn[] {
  if (!isList(value.output)) return [];
  const items = value.output.filter((item) => isObject(item) && item.type === 'message');
  return turnsOf(items, (item) => roleMessage(item) ?? turn('assistant', contentText(item.content)));
}
