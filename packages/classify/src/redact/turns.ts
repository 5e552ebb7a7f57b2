// What people and machines said in a JSON value that holds a conversation, to redact it and leave the rest: roles, models,
// tokens, latencies.
import { findConversations, isStream } from '../conversation/read-conversation.ts';

export interface Said {
  /** Whether a string of the value is words of the conversation. `key`: the name that it stands under. */
  has(text: string, key: string): boolean;
}

/** Shorter lines are no proof that a longer text holds what somebody said. */
const SHORTEST_LINE = 8;
/** Keys whose one-word values say how a line was made, also where somebody said just this word. */
const STRUCTURE =
  /^(?:role|type|object|model|id|uuid|level|severity|lvl|status|state|event|service|logger|env|finish_?reason|stop_?reason|from|sender|sender_?type|author|speaker|language|lang|.*_id|.*Id)$/i;
/** A time of ISO 8601. */
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]{4,15}(?:Z|[+-][\d:]{2,5})?$/;
/** Keys of what goes with a conversation and repeats it: calls of tools and their results, thoughts, titles. */
const BESIDE =
  /^(?:arguments|input|output|results?|tool_?(?:input|output|call|result)|thinking|reasoning(?:_?content)?|refusal|transcript|summary|title)$/i;

/** The words in a value, or undefined where it holds no conversation. Bounds are those of findConversations. */
export function readTurns(value: unknown): Said | undefined {
  const { found } = findConversations(value);
  const whole = new Set<string>();
  const lines = new Set<string>();
  let streams = false;
  for (const { turns, shape } of found) {
    if (shape.id === 'stream') streams = true;
    for (const { text } of turns) {
      whole.add(text.trim());
      for (const line of text.split('\n')) {
        const trimmed = withoutRole(line);
        whole.add(trimmed);
        if (trimmed.length >= SHORTEST_LINE) lines.add(trimmed);
      }
    }
  }
  whole.delete('');
  if (whole.size === 0) return undefined;
  return {
    has(text, key) {
      const trimmed = text.trim();
      if (trimmed === '') return false;
      if (isStructural(trimmed, key)) return false;
      if (whole.has(trimmed)) return true;
      if (streams && isStream(text)) return true;
      return trimmed.length >= SHORTEST_LINE && text.split('\n').some((line) => lines.has(withoutRole(line)));
    },
  };
}

/** Whether a value says how its line was made (a role, a model, an id, a time), whatever was said. */
export function isStructural(text: string, key: string): boolean {
  if (text.length > 80 || /\s/.test(text)) return false;
  return STRUCTURE.test(key) || TIME.test(text);
}

/** Whether what stands under this key in a conversation repeats its words, without being a turn of it. */
export function repeatsWords(key: string): boolean {
  return BESIDE.test(key);
}

/** A line without the name of who speaks, as transcripts put it: `User: `. */
function withoutRole(line: string): string {
  return line.replace(/^[\s#*>-]{0,8}(?:<\|)?\p{L}{1,14}(?:\|>|\*{0,2}\s?[:：])\*{0,2}\s*/u, '').trim();
}
