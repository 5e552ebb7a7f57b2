// OpenAI chat and text completions, the answer: {object: "chat.completion", choices: [{message}]}, and one chunk of a stream
// ({choices: [{delta}]}). https://platform.openai.com/docs/api-reference/chat/object
import { contentText } from '../content.ts';
import { isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn } from '../turn.ts';

export const openaiChoices: Shape = {
  id: 'openai-choices',
  title: 'OpenAI completion',
  source: 'https://platform.openai.com/docs/api-reference/chat/object',
  keys: ['choices'],
  strength: 'known',
  read: (value) => turnsOf(value.choices, (choice) => choiceTurn(choice, value)),
};

function choiceTurn(choice: JsonObject, answer: JsonObject): Turn | undefined {
  const message = isObject(choice.message) ? choice.message : isObject(choice.delta) ? choice.delta : undefined;
  if (message !== undefined) return turn(speakerOf(message.role) ?? 'assistant', contentText(message.content));
  // The older completions have bare text; polls and quizzes have choices with text too, hence the second look.
  const known = answer.object !== undefined || answer.model !== undefined || 'finish_reason' in choice;
  return known && typeof choice.text === 'string' ? turn('assistant', choice.text) : undefined;
}
