// Google Gemini: {contents: [{role, parts: [{text}]}], systemInstruction} and {candidates: [{content: {parts, role}}]}.
// https://ai.google.dev/api/generate-content
import { contentText } from '../content.ts';
import { isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn } from '../turn.ts';

export const gemini: Shape = {
  id: 'gemini',
  title: 'Gemini contents',
  source: 'https://ai.google.dev/api/generate-content',
  keys: ['contents', 'candidates'],
  strength: 'known',
  read(value) {
    // A single content may stand without its list.
    const list = isObject(value.contents) ? [value.contents] : value.contents;
    const asked = turnsOf(list, (content) => contentTurn(content, 'user'));
    const answered = turnsOf(value.candidates, (one) =>
      isObject(one.content) ? contentTurn(one.content, 'assistant') : undefined,
    );
    return [...asked, ...answered];
  },
};

function contentTurn(content: JsonObject, otherwise: Turn['speaker']): Turn | undefined {
  if (content.parts === undefined) return undefined;
  return turn(speakerOf(content.role) ?? otherwise, contentText(content.parts));
}
