// The words of a message: a string, or a list of parts, in the notations of the formats that we know.
import { isList, isObject } from './foreign-json.ts';

/** Characters that are gathered from one message. */
const MAX_CONTENT = 1 << 20;
const MAX_DEPTH = 6;

/** Keys under which parts keep their words, in this order. */
const TEXT_KEYS = [
  'text',
  'content',
  'value',
  'parts',
  'output',
  'input',
  'body',
  'response',
  'result',
  'thinking',
] as const;
/** Parts that hold no words of a person or machine, only files and calls. */
const OTHER_PARTS = /image|audio|video|file|blob|media|refusal|signature|step-start|source/i;

/**
 * The words of a message's content: a string; a list of parts (OpenAI `{type, text}`, Anthropic blocks, Gemini
 * `parts[].text`, OpenTelemetry `{type, content}`, LlamaIndex blocks, AI SDK parts); an object with one of these inside.
 */
export function contentText(content: unknown): string {
  const found: string[] = [];
  gather(content, 0, { found, left: MAX_CONTENT });
  return found.length === 1 ? (found[0] ?? '') : found.join('\n');
}

interface Gathered {
  readonly found: string[];
  left: number;
}

function gather(value: unknown, depth: number, into: Gathered): void {
  if (into.left <= 0 || depth > MAX_DEPTH) return;
  if (typeof value === 'string') {
    if (value === '') return;
    const text = value.length > into.left ? value.slice(0, into.left) : value;
    into.found.push(text);
    into.left -= text.length;
    return;
  }
  if (isList(value)) {
    for (let at = 0; at < value.length && at < 1000 && into.left > 0; at++) gather(value[at], depth + 1, into);
    return;
  }
  if (!isObject(value)) return;
  const type = value.type ?? value.block_type ?? value.content_type;
  if (typeof type === 'string' && OTHER_PARTS.test(type)) return;
  for (const key of TEXT_KEYS) {
    if (value[key] === undefined || value[key] === null) continue;
    gather(value[key], depth + 1, into);
    return;
  }
}
