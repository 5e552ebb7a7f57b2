// OpenTelemetry's conventions for generative AI: `gen_ai.input.messages` and `gen_ai.output.messages` ([{role, parts:
// [{type, content}]}], since 1.37), before that events `gen_ai.user.message`, `gen_ai.choice`, and `gen_ai.prompt`,
// `gen_ai.completion` with or without an index; OpenInference's `llm.input_messages.0.message.content`.
// https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-events/
import { contentText } from '../content.ts';
import { isList, isObject, type JsonObject, parseJson } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Speaker, speakerOf, type Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

const MESSAGES = [
  'gen_ai.system_instructions',
  'gen_ai.input.messages',
  'gen_ai.output.messages',
  'gen_ai.prompt',
  'gen_ai.completion',
];
const INDEXED =
  /^(gen_ai\.(?:prompt|completion)|llm\.(?:input|output)_messages|llm\.(?:prompts|completions))\.(\d{1,4})\.(?:message\.)?(role|content)$/;
const EVENTS: ReadonlyMap<string, Speaker> = new Map([
  ['gen_ai.system.message', 'system'],
  ['gen_ai.user.message', 'user'],
  ['gen_ai.assistant.message', 'assistant'],
  ['gen_ai.tool.message', 'tool'],
  ['gen_ai.choice', 'assistant'],
]);

export const otelGenai: Shape = {
  id: 'otel-genai',
  title: 'OpenTelemetry GenAI messages',
  source: 'https://opentelemetry.io/docs/specs/semconv/gen-ai/',
  keys: [
    ...MESSAGES,
    'gen_ai.prompt.0.content',
    'gen_ai.completion.0.content',
    'llm.input_messages.0.message.content',
    'llm.output_messages.0.message.content',
    'attributes',
    'event.name',
    'event_name',
    'name',
    'gen_ai',
  ],
  strength: 'known',
  read(value) {
    const event = eventTurn(value);
    if (event !== undefined) return [event];
    const attributes = attributesOf(value);
    return [...whole(attributes), ...indexed(attributes)];
  },
};

/** Attributes as an object, whether they are one, or OTLP's list of {key, value: {stringValue}}. */
function attributesOf(value: JsonObject): JsonObject {
  const held = value.attributes;
  if (isObject(held)) return held;
  if (!isList(held)) return value;
  const attributes: Record<string, unknown> = Object.create(null);
  for (const one of held.slice(0, 1000)) {
    if (!isObject(one) || typeof one.key !== 'string') continue;
    attributes[one.key] = isObject(one.value) ? (one.value.stringValue ?? one.value.string_value) : one.value;
  }
  return attributes;
}

function eventTurn(value: JsonObject): Turn | undefined {
  const attributes = isObject(value.attributes) ? value.attributes : undefined;
  const name = value['event.name'] ?? value.event_name ?? attributes?.['event.name'] ?? value.name;
  const speaker = typeof name === 'string' ? EVENTS.get(name) : undefined;
  if (speaker === undefined) return undefined;
  const body = value.body ?? value.Body ?? attributes;
  const held = typeof body === 'string' ? (parseJson(body) ?? body) : body;
  const message = isObject(held) && isObject(held.message) ? held.message : held;
  return turn(speaker, contentText(isObject(message) ? (message.content ?? message['gen_ai.event.content']) : message));
}

function whole(attributes: JsonObject): Turn[] {
  const turns: Turn[] = [];
  for (const key of MESSAGES) {
    const held = attributes[key];
    if (held === undefined || held === null) continue;
    const value = typeof held === 'string' ? (parseJson(held) ?? held) : held;
    const speaker: Speaker = key.includes('system') ? 'system' : /output|completion/.test(key) ? 'assistant' : 'user';
    const list = isObject(value) && isList(value.messages) ? value.messages : value;
    const read = turnsOf(list, roleMessage);
    const bare = read.length > 0 ? undefined : turn(speaker, contentText(list));
    turns.push(...read, ...(bare === undefined ? [] : [bare]));
  }
  return turns;
}

function indexed(attributes: JsonObject): Turn[] {
  const messages = new Map<string, { role?: unknown; content?: unknown }>();
  for (const key in attributes) {
    if (messages.size > 2000) break;
    const found = key.charCodeAt(0) === 0x67 || key.charCodeAt(0) === 0x6c ? INDEXED.exec(key) : null;
    if (found === null) continue;
    const id = `${found[1]}.${found[2]}`;
    const message = messages.get(id) ?? {};
    messages.set(
      id,
      found[3] === 'role' ? { ...message, role: attributes[key] } : { ...message, content: attributes[key] },
    );
  }
  const turns: Turn[] = [];
  for (const [id, message] of messages) {
    const one = turn(
      speakerOf(message.role) ?? (/output|completion/.test(id) ? 'assistant' : 'user'),
      contentText(message.content),
    );
    if (one !== undefined) turns.push(one);
  }
  return turns;
}
