// A message with a role and content, as OpenAI, Anthropic, Mistral, Cohere, Ollama, Bedrock and the AI SDK write it.
import { contentText } from '../content.ts';
import { idAt, isObject, type JsonObject } from '../foreign-json.ts';
import { turn } from '../shape.ts';
import { speakerOf, type Turn, timeOf } from '../turn.ts';

/** The turn of `{role, content}`, `{role, parts}`, `{role, blocks}`, `{role, message}`, `{author: {role}, content}`. */
export function roleMessage(value: JsonObject): Turn | undefined {
  const author = value.author;
  const role = value.role ?? (isObject(author) ? author.role : undefined);
  const speaker = speakerOf(role);
  if (speaker === undefined) return undefined;
  const content = value.content ?? value.parts ?? value.blocks ?? value.message ?? value.text;
  if (content === undefined || content === null) return undefined;
  return turn(
    speaker,
    contentText(content),
    idAt(value, 'name'),
    timeOf(value.timestamp ?? value.created_at ?? value.create_time ?? value.createdAt),
  );
}
