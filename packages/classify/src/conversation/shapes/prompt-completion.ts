// A prompt and its completion as training data, gateways and home-made logs write them: {prompt, completion}, {question,
// answer}, {query, answer}, {instruction, input, output}, {user_message, bot_response}. Other data has such names too, so the
// words have to look like a person's.
import type { JsonObject } from '../foreign-json.ts';
import { type Shape, turn } from '../shape.ts';

const PAIRS: readonly (readonly [asked: string, answered: string])[] = [
  ['prompt', 'completion'],
  ['prompt', 'response'],
  ['prompt', 'output'],
  ['prompt', 'answer'],
  ['prompt', 'generated_text'],
  ['user_prompt', 'response'],
  ['question', 'answer'],
  ['question', 'response'],
  ['query', 'answer'],
  ['query', 'response'],
  ['instruction', 'output'],
  ['user_message', 'bot_response'],
  ['user_message', 'assistant_message'],
  ['user_message', 'assistant_response'],
  ['user_input', 'bot_response'],
  ['user_input', 'response'],
  ['input_text', 'output_text'],
  ['human', 'assistant'],
  ['user', 'assistant'],
  ['inputs', 'generated_text'],
];

export const promptCompletion: Shape = {
  id: 'prompt-completion',
  title: 'prompt and completion',
  source: 'https://platform.openai.com/docs/api-reference/completions',
  keys: [...new Set(PAIRS.map(([asked]) => asked))],
  strength: 'likely',
  read(value) {
    for (const [asked, answered] of PAIRS) {
      const turns = pair(value, asked, answered);
      if (turns.length > 0) return turns;
    }
    return alone(value);
  },
};

function pair(value: JsonObject, asked: string, answered: string) {
  if (typeof value[asked] !== 'string' || typeof value[answered] !== 'string') return [];
  return [turn('user', value[asked]), turn('assistant', value[answered])].filter((one) => one !== undefined);
}

/** A prompt alone counts beside the settings of a model: {model, prompt, max_tokens} (OpenAI completions, Ollama generate). */
function alone(value: JsonObject) {
  if (typeof value.prompt !== 'string' || typeof value.model !== 'string') return [];
  return [turn('user', value.prompt)].filter((one) => one !== undefined);
}
