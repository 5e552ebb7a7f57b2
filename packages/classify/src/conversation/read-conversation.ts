// Reads conversations out of a foreign value: any shape of shapes/, at any place in it, as JSON inside strings, as a stream of
// deltas, as lines of JSON, or as a plain transcript.
import { idAt, isList, isObject, type JsonObject, MAX_ELEMENTS, mayBeJson, parseJson } from './foreign-json.ts';
import type { Shape } from './shape.ts';
import { turnsOf } from './shape.ts';
import { SHAPES } from './shapes/index.ts';
import { textKind } from './text-statistics.ts';
import { readTranscript } from './transcript.ts';
import type { ConversationIds, Turn } from './turn.ts';

/** Levels of objects and lists that are walked, JSON inside strings included. */
const MAX_DEPTH = 12;
/** Values that are visited in one reading. */
const MAX_VISITED = 200_000;
/** How often JSON is looked for inside a string inside JSON. */
const MAX_UNWRAPPED = 3;
/** Conversations that are kept of one value; further ones are only counted. */
const MAX_KEPT = 20_000;

/** Keys and indices that lead to a value. A step into JSON inside a string is the empty object's stand-in INSIDE. */
export type Path = readonly (string | number | typeof INSIDE)[];
export const INSIDE: unique symbol = Symbol('inside a string');

/** One conversation and where it stands. */
interface FoundConversation {
  readonly shape: Pick<Shape, 'id' | 'title' | 'strength'>;
  readonly turns: readonly Turn[];
  readonly path: Path;
  /** One message by itself: its conversation may have others elsewhere. */
  readonly alone: boolean;
}

export interface ConversationReading {
  /** Id and title of the shape of the first conversation. */
  readonly shape: string;
  readonly title: string;
  readonly strength: Shape['strength'];
  readonly turns: readonly Turn[];
  readonly conversations: number;
  /** People who wrote: distinct authors, or one where only the role of a user is known. */
  readonly participants: number;
  readonly ids: ConversationIds;
}

/**
 * Reads the conversations in a value.
 *
 * @param value a parsed JSON value, or text: JSON, JSON that was escaped once or twice, a stream of server-sent events, lines
 *   of JSON, or a transcript
 * @returns undefined where there is none
 */
export function readConversation(value: unknown): ConversationReading | undefined {
  const { found, ids } = findConversations(value);
  const first = found[0];
  if (first === undefined) return undefined;
  const turns = found.length === 1 ? first.turns : found.flatMap((one) => one.turns);
  return {
    shape: first.shape.id,
    title: first.shape.title,
    strength: found.some((one) => one.shape.strength === 'known') ? 'known' : 'likely',
    turns,
    conversations: conversationsIn(found, ids.conversation.size),
    participants: participantsOf(turns),
    ids: { conversation: [...ids.conversation], user: [...ids.user] },
  };
}

/** A list of single messages is one conversation for each id that they name, or one at all. */
function conversationsIn(found: readonly FoundConversation[], ids: number): number {
  const single = found.length > 1 && found.every((one) => one.alone);
  return single ? Math.max(ids, 1) : Math.max(found.length, ids);
}

function participantsOf(turns: readonly Turn[]): number {
  const authors = new Set<string>();
  let unnamed = 0;
  for (const turn of turns) {
    if (turn.speaker !== 'user' && turn.speaker !== 'other') continue;
    if (turn.author === undefined) unnamed = 1;
    else authors.add(turn.author);
  }
  return Math.max(authors.size, unnamed);
}

interface Walk {
  readonly found: FoundConversation[];
  readonly ids: { readonly conversation: Set<string>; readonly user: Set<string> };
  visited: number;
}

/** Every conversation in a value, each with its path. See readConversation. */
export function findConversations(value: unknown): Pick<Walk, 'found' | 'ids'> {
  const walk: Walk = { found: [], ids: { conversation: new Set(), user: new Set() }, visited: 0 };
  if (typeof value === 'string') walkText(value, [], 0, 0, walk);
  else walkValue(value, [], 0, 0, walk);
  return walk;
}

const TRANSCRIPT = { id: 'transcript', title: 'transcript', strength: 'likely' } as const;
const STREAM = { id: 'stream', title: 'stream of an answer', strength: 'known' } as const;

function walkText(text: string, path: Path, depth: number, unwrapped: number, walk: Walk): void {
  if (unwrapped > MAX_UNWRAPPED || text.length < 8) return;
  if (mayBeJson(text)) {
    const parsed = parseJson(text) ?? unescapedJson(text);
    if (parsed !== undefined) {
      if (typeof parsed === 'string') walkText(parsed, path, depth, unwrapped + 1, walk);
      else walkValue(parsed, path, depth, unwrapped, walk);
      return;
    }
    if (text.includes('\n')) walkLines(text, path, depth, unwrapped, walk);
    return;
  }
  if (isStream(text)) {
    const turns = streamTurns(text);
    if (turns.length > 0) keep(walk, STREAM, turns, path);
    return;
  }
  // A transcript inside JSON is the field of a prompt, which the shapes read; here only whole texts count.
  if (depth > 0) return;
  const turns = readTranscript(text);
  if (turns.length > 0) keep(walk, TRANSCRIPT, turns, path);
}

/** JSON whose quotes are escaped though no quotes stand around it: `{\"role\": …}`, as shells and loggers cut it. */
function unescapedJson(text: string): unknown {
  if (!/^\s*[[{]\s*\\/.test(text.slice(0, 40))) return undefined;
  const inner = parseJson(`"${text.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`);
  return typeof inner === 'string' ? parseJson(inner) : undefined;
}

/** Lines of JSON in one text: each a conversation, or all of them the messages of one. */
function walkLines(text: string, path: Path, depth: number, unwrapped: number, walk: Walk): void {
  const values: unknown[] = [];
  let at = 0;
  while (at < text.length && values.length < MAX_ELEMENTS) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    const line = text.slice(at, end).trim();
    at = end + 1;
    if (line === '') continue;
    const value = parseJson(line);
    if (value === undefined) return;
    values.push(value);
  }
  walkValue(values, path, depth, unwrapped, walk);
}

function walkValue(value: unknown, path: Path, depth: number, unwrapped: number, walk: Walk): void {
  if (depth > MAX_DEPTH || ++walk.visited > MAX_VISITED) return;
  if (typeof value === 'string') {
    if (mayHold(value)) walkText(value, [...path, INSIDE], depth + 1, unwrapped + 1, walk);
    return;
  }
  if (isObject(value)) walkObject(value, path, depth, unwrapped, walk);
  else if (isList(value)) walkList(value, path, depth, unwrapped, walk);
}

function walkObject(value: JsonObject, path: Path, depth: number, unwrapped: number, walk: Walk): void {
  let candidates = 0;
  for (const key in value) {
    const meaning = KEY_MEANINGS.get(key);
    if (meaning === undefined || value[key] === undefined || value[key] === null) continue;
    candidates |= meaning.shapes;
    if (meaning.id !== undefined) note(walk.ids[meaning.id], idAt(value, key));
    if (meaning.holdsIds) noteIds(value[key], walk);
  }
  const isShape =
    candidates !== 0 && SHAPES.some((one, at) => (candidates & (1 << at)) !== 0 && keepShape(one, value, path, walk));
  if (isShape) return;
  let keys = 0;
  for (const key in value) {
    if (++keys > 2000) break;
    const inner = value[key];
    if (mayHold(inner)) {
      walkValue(inner, [...path, key], depth + 1, unwrapped, walk);
    }
  }
}

/** Whether a value may have a conversation inside: asked before its path is written down, since most have none. */
function mayHold(value: unknown): boolean {
  if (typeof value === 'string') return value.length >= 8 && (mayBeJson(value) || isStream(value));
  return typeof value === 'object' && value !== null;
}

/** Whether this shape reads the object; its conversation is then kept. */
function keepShape(shape: Shape, value: JsonObject, path: Path, walk: Walk): boolean {
  const turns = shape.read(value, innerTurns);
  if (turns.length === 0) return false;
  if (shape.strength === 'likely' && !turns.some((turn) => textKind(turn.text) === 'human')) return false;
  keep(walk, shape, turns, path, turns.length === 1 && shape.message?.(value) !== undefined);
  return true;
}

function walkList(list: readonly unknown[], path: Path, depth: number, unwrapped: number, walk: Walk): void {
  if (isObject(list[0])) {
    for (const shape of SHAPES) {
      if (shape.message === undefined) continue;
      const turns = turnsOf(list, shape.message);
      // One message alone in a list is left to the walk below, which knows the shapes of whole answers.
      if (turns.length === 0) continue;
      for (const element of list.slice(0, MAX_ELEMENTS)) if (isObject(element)) noteIds(element, walk);
      keep(walk, shape, turns, path);
      return;
    }
  }
  const zipped = zip(list);
  if (zipped !== undefined) {
    walkObject(zipped, path, depth + 1, unwrapped, walk);
    return;
  }
  for (let at = 0; at < list.length && at < MAX_ELEMENTS; at++) {
    if (mayHold(list[at])) walkValue(list[at], [...path, at], depth + 1, unwrapped, walk);
  }
}

/** OTLP's attributes as an object: a list of {key, value: {stringValue}}. */
function zip(list: readonly unknown[]): JsonObject | undefined {
  const first = list[0];
  if (!isObject(first) || typeof first.key !== 'string' || first.value === undefined) return undefined;
  return { attributes: list };
}

function keep(walk: Walk, shape: FoundConversation['shape'], turns: readonly Turn[], path: Path, alone = false): void {
  if (walk.found.length < MAX_KEPT) walk.found.push({ shape, turns, path, alone });
}

const CONVERSATION_IDS = [
  'conversation_id',
  'conversationId',
  'chat_id',
  'chatId',
  'thread_id',
  'threadId',
  'session_id',
  'sessionId',
  'gen_ai.conversation.id',
  'message_tree_id',
  'thread_ts',
  'dialog_id',
];
const USER_IDS = [
  'user_id',
  'userId',
  'user',
  'end_user',
  'enduser.id',
  'user.id',
  'uid',
  'account_id',
  'customer_id',
  'distinct_id',
];

interface KeyMeaning {
  /** Bits of the shapes that look at objects with this key, by their place in SHAPES. */
  shapes: number;
  id?: keyof ConversationIds;
  /** Ids also stand in what metadata holds. */
  holdsIds?: true;
}

/** What a key says of its object: one look-up a key, since most objects have none that says anything. */
const KEY_MEANINGS: ReadonlyMap<string, KeyMeaning> = keyMeanings();

function keyMeanings(): Map<string, KeyMeaning> {
  const meanings = new Map<string, KeyMeaning>();
  const of = (key: string) => {
    const meaning = meanings.get(key) ?? { shapes: 0 };
    meanings.set(key, meaning);
    return meaning;
  };
  // Thirty shapes fit into the bits of a small integer.
  if (SHAPES.length > 30) throw new Error(`${SHAPES.length} shapes are more than 30: keep their sets in another way`);
  SHAPES.forEach((shape, at) => {
    for (const key of shape.keys) of(key).shapes |= 1 << at;
  });
  for (const key of CONVERSATION_IDS) of(key).id = 'conversation';
  for (const key of USER_IDS) of(key).id = 'user';
  for (const key of ['metadata', 'attributes']) of(key).holdsIds = true;
  return meanings;
}

/** Ids that stand in an object. */
function noteIds(value: unknown, walk: Walk): void {
  if (!isObject(value)) return;
  for (const key in value) {
    const id = KEY_MEANINGS.get(key)?.id;
    if (id !== undefined) note(walk.ids[id], idAt(value, key));
  }
}

function note(set: Set<string>, id: string | undefined): void {
  if (id !== undefined && set.size < MAX_KEPT) set.add(id);
}

/** The turns in a value beside another: what a gateway keeps as request or response. */
function innerTurns(value: unknown): readonly Turn[] {
  const held =
    typeof value === 'string' ? (mayBeJson(value) ? parseJson(value) : isStream(value) ? value : undefined) : value;
  if (typeof held === 'string') return streamTurns(held);
  if (isList(held)) {
    for (const shape of SHAPES) {
      const turns = shape.message === undefined ? [] : turnsOf(held, shape.message);
      if (turns.length > 0) return turns;
    }
    return [];
  }
  if (!isObject(held)) return [];
  // A message alone is an answer; shapes that hold others are not read again, so this does not recurse.
  for (const shape of SHAPES) {
    if (shape.id === 'request-response' || !shape.keys.some((key) => held[key] !== undefined)) continue;
    const turns = shape.read(held, () => []);
    if (turns.length > 0) return turns;
  }
  for (const shape of SHAPES) {
    const one = shape.message?.(held);
    if (one !== undefined) return [one];
  }
  return isObject(held.body) ? innerTurns(held.body) : [];
}

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) with JSON in their data. */
export function isStream(text: string): boolean {
  const first = text.charCodeAt(0);
  // d of data, e of event, or white space: this is asked of every string.
  if (first !== 0x64 && first !== 0x65 && first > 32) return false;
  return /^\s*(?:event: ?[\w.]+\s+)?data: ?[{[]/.test(text.slice(0, 120));
}

/** The answer that a stream of deltas adds up to: OpenAI chat and responses, Anthropic, Gemini, Ollama. */
export function streamTurns(text: string): readonly Turn[] {
  const words: string[] = [];
  let at = 0;
  for (let events = 0; at < text.length && events < MAX_ELEMENTS; events++) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    const line = text.slice(at, end);
    at = end + 1;
    if (!line.startsWith('data:')) continue;
    const event = parseJson(line.slice(5).trim());
    if (isObject(event)) words.push(deltaOf(event));
  }
  const answer = words.join('');
  return answer.trim() === '' ? [] : [{ speaker: 'assistant', text: answer }];
}

function deltaOf(event: JsonObject): string {
  if (isList(event.choices)) {
    const choice = event.choices[0];
    const delta = isObject(choice) ? choice.delta : undefined;
    const words = isObject(delta) ? delta.content : isObject(choice) ? choice.text : undefined;
    return typeof words === 'string' ? words : '';
  }
  if (event.type === 'content_block_delta' && isObject(event.delta))
    return typeof event.delta.text === 'string' ? event.delta.text : '';
  if (event.type === 'response.output_text.delta' || event.type === 'text-delta')
    return typeof event.delta === 'string' ? event.delta : '';
  if (isList(event.candidates))
    return innerTurns(event)
      .map((turn) => turn.text)
      .join('');
  return '';
}
