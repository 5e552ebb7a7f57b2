// Reads a row of a table or a document of a store: whether it holds a conversation or a message of one, or a search.
import { readSearch, type SearchReading } from '../search-history/read-search.ts';
import { type ColumnUse, useOf } from './column-names.ts';
import { expandRow, type Field, needsExpanding } from './expand-row.ts';
import { parseLiteral } from './literal.ts';
import { type ConversationReading, readConversation } from './read-conversation.ts';
import { type TextKind, textKind } from './text-statistics.ts';
import { type Speaker, speakerOf, type Turn, timeOf } from './turn.ts';

export type { Field } from './expand-row.ts';

/** A conversation, or one message of one, in a row. */
interface RowConversation {
  /** Id of the shape, or `columns` where the row's own columns make the message. */
  readonly shape: string;
  /** Name of the column that holds the words. */
  readonly field: string;
  readonly turns: readonly Turn[];
  readonly conversations: number;
  readonly participants: number;
  /** Id of the thread and of the user as the row has them. Only for counting: they go into no output. */
  readonly thread?: string;
  readonly user?: string;
  readonly at?: number;
  /** From 0 to 1, see span.ts. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface RowReading {
  readonly conversation?: RowConversation;
  readonly search?: SearchReading;
}

/** The fields of a row by their use: the first of each that has a value. */
type RowUses = Partial<Record<ColumnUse, Field>>;

/** Words without which no JSON value holds a conversation. */
const HINT =
  /role|messages|parts|prompt|choices|candidates|conversation|sender|chat|isCreatedByUser|gen_ai|question|query|subject|author|from|delta|human|response/i;
/** Longest value in which conversations are looked for. */
const MAX_VALUE = 8 << 20;

/**
 * Reads a row.
 *
 * @param row names and values of its columns as text; nested columns by their path (`string.values[user_id]`), arrays and maps
 *   either so, or as JSON or the store's own notation
 * @returns undefined where the row is neither a conversation nor a search
 */
export function readRow(row: readonly Field[]): RowReading | undefined {
  const uses = usesOf(row);
  const cells = cellsOf(row);
  if (cells.length === 0 && !worthwhile(uses)) return undefined;
  const held = conversationInCells(cells, uses);
  if (held !== undefined) return { conversation: held };
  const expanded = cells.length > 0 || needsExpanding(row) ? expandRow(row) : row;
  if (expanded !== row) {
    const inner = conversationInCells(
      cellsOf(expanded).filter((cell) => !cells.includes(cell)),
      uses,
    );
    if (inner !== undefined) return { conversation: withContext(inner, usesOf(expanded)) };
  }
  const all = expanded === row ? uses : usesOf(expanded);
  const message = messageInColumns(all);
  if (message !== undefined && message.confidence >= 0.6) return { conversation: message };
  const search = readSearch(expanded, all);
  if (search !== undefined) return { search };
  return message === undefined ? undefined : { conversation: message };
}

function usesOf(row: readonly Field[]): RowUses {
  const uses: RowUses = {};
  for (const field of row) {
    if (field.value === '') continue;
    const use = useOf(field.name);
    if (use === undefined) continue;
    const before = uses[use];
    // Several columns may be paths or contents (name, url, span_name; title, body): the one that says more is kept.
    if (before === undefined || better(use, field, before)) uses[use] = field;
  }
  return uses;
}

function better(use: ColumnUse, field: Field, before: Field): boolean {
  if (use === 'content') return field.value.length > before.value.length && field.value.charCodeAt(0) !== 0x7b;
  if (use === 'path') return SEARCH_OR_CHAT.test(field.value) && !SEARCH_OR_CHAT.test(before.value);
  return false;
}

const SEARCH_OR_CHAT =
  /search|chat|message|convers|complet|assistant|recherche|such|busc|busq|ricerca|pesquis|zoek|szuka|检索|搜索|検索/i;

function worthwhile(uses: RowUses): boolean {
  return (
    uses.content !== undefined ||
    uses.prompt !== undefined ||
    uses.completion !== undefined ||
    uses.search !== undefined ||
    uses.query !== undefined ||
    (uses.path !== undefined && /[?&=]/.test(uses.path.value))
  );
}

/** Values that may be JSON with a conversation inside, by their first byte and a hint. */
function cellsOf(row: readonly Field[]): readonly Field[] {
  let cells: Field[] | undefined;
  for (const field of row) {
    const { value } = field;
    if (value.length < 12 || value.length > MAX_VALUE) continue;
    const first = value.charCodeAt(0);
    const open =
      first === 0x7b ||
      first === 0x5b ||
      first === 0x22 ||
      first === 0x20 ||
      first === 0x0a ||
      (first === 0x64 && value.startsWith('data:')) ||
      (first === 0x65 && value.startsWith('event:'));
    if (open && HINT.test(value)) {
      cells ??= [];
      cells.push(field);
    }
  }
  return cells ?? [];
}

function conversationInCells(cells: readonly Field[], uses: RowUses): RowConversation | undefined {
  let first: { field: Field; reading: ConversationReading } | undefined;
  const turns: Turn[] = [];
  let conversations = 0;
  for (const cell of cells) {
    const reading = readCell(cell);
    if (reading === undefined) continue;
    first ??= { field: cell, reading };
    turns.push(...reading.turns);
    // Request and answer in two columns of one row are one conversation.
    conversations = Math.max(conversations, reading.conversations);
  }
  if (first === undefined) return undefined;
  const { reading, field } = first;
  const confidence = confidenceOf(reading.strength, turns);
  if (confidence === 0) return undefined;
  return withContext(
    {
      shape: reading.shape,
      field: field.name,
      turns,
      conversations,
      participants: reading.participants,
      confidence,
      reasons: reasonsOf(reading.title, turns, confidence),
      ...(reading.ids.conversation[0] === undefined ? {} : { thread: reading.ids.conversation[0] }),
      ...(reading.ids.user[0] === undefined ? {} : { user: reading.ids.user[0] }),
    },
    uses,
  );
}

function readCell(cell: Field): ConversationReading | undefined {
  const named = useOf(cell.name);
  const reading = readConversation(cell.json ?? cell.value) ?? readBareList(cell.value);
  // Attributes of OpenTelemetry in columns of their own: the name is the key.
  return (
    reading ??
    (named === undefined && cell.name.includes('gen_ai')
      ? readConversation({ [cell.name.slice(cell.name.indexOf('gen_ai')).replace(/['"]?\]$/, '')]: cell.value })
      : undefined)
  );
}

/** Python's repr, as a program prints its messages. */
function readBareList(value: string): ConversationReading | undefined {
  const literal = value.includes("'") ? parseLiteral(value.trim()) : undefined;
  return literal === undefined ? undefined : readConversation(literal);
}

/** Certain where a known shape holds a person's words; possible where its words are a machine's; none where all is masked. */
export function confidenceOf(strength: ConversationReading['strength'], turns: readonly Turn[]): number {
  const words = turns.filter((turn) => turn.speaker !== 'system' && turn.speaker !== 'tool' && !MASKED.test(turn.text));
  if (words.length === 0) return turns.some((turn) => !MASKED.test(turn.text)) ? 0.5 : 0;
  let kind: TextKind = 'machine';
  for (let at = 0; at < words.length && at < 20 && kind !== 'human'; at++) {
    const next = textKind(words[at]?.text ?? '');
    if (next !== 'machine') kind = next;
  }
  if (kind === 'human') return strength === 'known' ? 0.97 : 0.8;
  if (kind === 'unclear') return strength === 'known' ? 0.85 : 0.5;
  return strength === 'known' ? 0.6 : 0.2;
}

/** What a logger leaves where it was told to leave the words out. */
const MASKED =
  /^\W*(?:redacted|masked|removed|omitted|filtered|hidden|scrubbed|\*+|x{3,}|\[?(?:content )?(?:redacted|omitted|removed|filtered)[^\n]{0,40}\]?)\W*$/i;

/** Why, in words: the shape, how many turns, who speaks, and whether the words are a person's. */
export function reasonsOf(title: string, turns: readonly Turn[], confidence: number): readonly string[] {
  const speakers = [...new Set(turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== 'other');
  const who = speakers.length === 0 ? '' : `, ${speakers.join(' and ')}`;
  const reasons = [`${title}: ${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}${who}`];
  // The two values that confidenceOf gives to a person's words.
  if (confidence === 0.97 || confidence === 0.8) reasons.push("a person's words");
  return reasons;
}

function withContext(found: RowConversation, uses: RowUses): RowConversation {
  const thread = found.thread ?? (uses.thread ?? uses.session)?.value;
  const user = found.user ?? (uses.user ?? uses.sender)?.value;
  const at = found.at ?? timeOf(uses.time?.value);
  return {
    ...found,
    ...(thread === undefined ? {} : { thread }),
    ...(user === undefined ? {} : { user }),
    ...(at === undefined ? {} : { at }),
  };
}

/**
 * A message, or a question with its answer, in columns of its own.
 *
 * Each sign adds to the confidence, and what logs, queues and settings have takes from it. A person's words alone are never
 * enough: comments and descriptions are words too.
 */
function messageInColumns(uses: RowUses): RowConversation | undefined {
  const words = wordsOf(uses);
  if (words === undefined) return undefined;
  const { turns, field, paired } = words;
  const reasons: string[] = [];
  let confidence = 0;
  const sign = (weight: number, reason: string) => {
    confidence += weight;
    if (weight > 0) reasons.push(reason);
  };
  const role = speakerOf(uses.role?.value);
  const byUser = uses['by user'] !== undefined && /^(true|false|0|1)$/i.test(uses['by user'].value);
  if (paired) sign(0.35, 'question and answer side by side');
  if (role !== undefined) sign(0.45, `role column: ${role}`);
  else if (byUser) sign(0.45, 'a column says who of the two wrote');
  else if (uses.sender !== undefined)
    sign(
      uses.receiver === undefined ? 0.15 : 0.4,
      uses.receiver === undefined ? 'a sender' : 'a sender and a receiver',
    );
  if (uses.prompt !== undefined && field === uses.prompt.name && STRONG_PROMPT.test(field))
    sign(0.3, 'a column of prompts');
  if (uses.thread !== undefined) sign(0.3, 'an id of a thread');
  else if (uses.session !== undefined) sign(0.05, 'an id of a session');
  if (uses.model !== undefined || uses.tokens !== undefined) sign(0.2, 'settings of a model');
  if (uses.user !== undefined) sign(0.1, 'an id of a user');
  if (uses.path !== undefined && CHAT_PATH.test(uses.path.value)) sign(0.25, 'a path of a chat');
  if (uses.content !== undefined && uses.subject !== undefined && addresses(uses)) sign(0.3, 'addresses and a subject');
  // The words are only looked at where the columns speak for a message: this runs on every row of a store.
  if (confidence < 0.2 || turns.every((turn) => MASKED.test(turn.text))) return undefined;
  const kind = textKind(turns[0]?.text ?? '');
  if (kind === 'human') sign(0.25, "a person's words");
  else if (kind === 'machine') sign(role !== undefined && uses.thread !== undefined ? -0.2 : -0.5, '');
  if (uses.log !== undefined) sign(role === undefined && !paired ? -0.45 : -0.1, '');
  if (confidence < 0.3) return undefined;
  return withContext(
    {
      shape: 'columns',
      field,
      turns,
      conversations: 1,
      participants: turns.some((turn) => turn.speaker !== 'assistant') ? 1 : 0,
      confidence: Math.min(0.95, confidence),
      reasons,
    },
    uses,
  );
}

const STRONG_PROMPT = /prompt|user_?(message|input|text|query)|human|提示|プロンプト/i;
const CHAT_PATH =
  /\b(chat|chats|messages?|conversations?|completions?|assistant|dialog(ue)?|im|dm|inbox|support|ask|generate)\b/i;

function addresses(uses: RowUses): boolean {
  return (
    uses.sender !== undefined &&
    uses.receiver !== undefined &&
    uses.sender.value.includes('@') &&
    uses.receiver.value.includes('@')
  );
}

function wordsOf(
  uses: RowUses,
): { readonly turns: readonly Turn[]; readonly field: string; readonly paired: boolean } | undefined {
  const author = (uses.sender ?? uses.user)?.value;
  const named = author === undefined ? {} : { author };
  if (
    uses.prompt !== undefined &&
    uses.completion !== undefined &&
    isText(uses.prompt.value) &&
    isText(uses.completion.value)
  ) {
    const turns: Turn[] = [
      { speaker: 'user', text: uses.prompt.value, ...named },
      { speaker: 'assistant', text: uses.completion.value },
    ];
    return { turns, field: uses.prompt.name, paired: true };
  }
  // A `query` that has an answer beside it was put to a machine that talks, not to an index.
  if (
    uses.query !== undefined &&
    uses.completion !== undefined &&
    isText(uses.completion.value) &&
    textKind(uses.completion.value) === 'human'
  ) {
    const turns: Turn[] = [
      { speaker: 'user', text: uses.query.value, ...named },
      { speaker: 'assistant', text: uses.completion.value },
    ];
    return { turns, field: uses.query.name, paired: true };
  }
  const field = uses.content ?? uses.prompt;
  if (field === undefined || !isText(field.value)) return undefined;
  return { turns: [{ speaker: speakerIn(uses), text: field.value, ...named }], field: field.name, paired: false };
}

function speakerIn(uses: RowUses): Speaker {
  const role = speakerOf(uses.role?.value);
  if (role !== undefined) return role;
  const byUser = uses['by user'];
  if (byUser === undefined) return uses.prompt !== undefined && uses.content === undefined ? 'user' : 'other';
  const says = /^(true|1)$/i.test(byUser.value);
  return /bot|agent|assistant/i.test(byUser.name) === says ? 'assistant' : 'user';
}

/** Words, rather than an id, a number, a path or structured data. */
function isText(value: string): boolean {
  if (value.length < 2 || value.length > MAX_VALUE) return false;
  const first = value.charCodeAt(0);
  if (first === 0x7b) return false;
  return !/^[\w./:@+=-]*$/.test(value) || (/^[A-Za-z]{2,}$/.test(value) && value.length < 20);
}
