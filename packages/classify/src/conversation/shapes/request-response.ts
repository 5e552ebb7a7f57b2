// A call of a model as gateways and tracers store it, with what was asked and what was answered side by side: Helicone
// (request_body, response_body), LiteLLM (messages, response), Langfuse (input, output). Schemas: Helicone's
// request_response_rmt, LiteLLM's schema.prisma (LiteLLM_SpendLogs), Langfuse's ClickHouse migrations 0001 and 0002.
import type { JsonObject } from '../foreign-json.ts';
import type { ReadInner, Shape } from '../shape.ts';
import type { Turn } from '../turn.ts';

const ASKED = [
  'request_body',
  'requestBody',
  'request',
  'req',
  'input',
  'messages',
  'proxy_server_request',
  'prompt',
  'inputs',
];
const ANSWERED = ['response_body', 'responseBody', 'response', 'res', 'output', 'completion', 'outputs', 'result'];

export const requestResponse: Shape = {
  id: 'request-response',
  title: 'model call with its answer',
  source: 'https://docs.helicone.ai, https://langfuse.com/docs, https://docs.litellm.ai',
  keys: ANSWERED,
  strength: 'known',
  read(value, inner) {
    const asked = firstOf(value, ASKED, inner);
    if (asked.length === 0) return [];
    const answered = firstOf(value, ANSWERED, inner);
    return answered.length === 0 ? [] : [...asked, ...answered];
  },
};

function firstOf(value: JsonObject, keys: readonly string[], inner: ReadInner): readonly Turn[] {
  for (const key of keys) {
    const held = value[key];
    if (held === undefined || held === null) continue;
    const wrapped = key === 'messages' ? { messages: held } : held;
    const turns = inner(wrapped);
    if (turns.length > 0) return turns;
  }
  return [];
}
