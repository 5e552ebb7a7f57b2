// Finds conversations in running text: JSON in any of the known shapes, streams of answers, transcripts and chat logs.
import type { Finder, Hits, Report } from '../finder.ts';
import { decode, type Text } from '../text.ts';
import { fieldsOf } from './expand-row.ts';
import { confidenceOf, readRow, reasonsOf } from './fields.ts';
import { isList, isObject } from './foreign-json.ts';
import { locate } from './json-extent.ts';
import { lastBefore, type Root, rootReader } from './json-roots.ts';
import { CONVERSATION } from './kind.ts';
import { findConversations, type Path, streamTurns } from './read-conversation.ts';
import { chatLine, readChatLog, readTranscript } from './transcript.ts';
import type { Turn } from './turn.ts';

/** Keys of conversations. Those that every log has (message, text, body, ts) are left out: they never stand alone in one. */
const KEYS = [
  'role',
  'messages',
  'choices',
  'contents',
  'candidates',
  'conversations',
  'conversation',
  'chat_messages',
  'chat_history',
  'conversation_parts',
  'mapping',
  'iscreatedbyuser',
  'sender',
  'sender_name',
  'sender_type',
  'from_id',
  'from_user',
  'client_msg_id',
  'user_profile',
  'thread_ts',
  'messagetype',
  'conversation_id',
  'conversationid',
  'chat_id',
  'chatid',
  'room_id',
  'dialog_id',
  'ticket_id',
  'thread_id',
  'prompt',
  'completion',
  'question',
  'human',
  'humanmessage',
  'prompter',
  'stop_reason',
  'transcript',
  'utterance',
  'subject',
  'm.room.message',
  'request_body',
  'querytext',
  'user_message',
  'user_input',
  'author_id',
];
const TRANSCRIPT_WORDS = [
  'assistant:',
  'assistant：',
  'chatgpt:',
  'bot:',
  'ai:',
  'agent:',
  '<|im_start|>',
  '**assistant**',
  '<|assistant|>',
];
/** Literals in single quotes, as Python prints them. */
const LITERAL_KEYS = ["'role'", "'messages'", "'conversations'", "'prompt'"];
const DOTTED = ['gen_ai.', 'llm.input_messages', 'content_block_delta', 'response.output_text'];

const JSON_TRIGGERS = [...KEYS.flatMap((key) => [`"${key}"`, `"${key}\\`]), ...LITERAL_KEYS, ...DOTTED];

export const conversationFinder: Finder = {
  name: 'conversation',
  kinds: [CONVERSATION],
  triggers: [...JSON_TRIGGERS, ...TRANSCRIPT_WORDS],
  find(text, hits, report) {
    findJson(text, hits, report);
    findTranscripts(text, hits, report);
    findChatLogs(text, report);
  },
};

function findJson(text: Text, hits: Hits, report: Report): void {
  if (hits.length === 0) return;
  const roots = rootReader(text);
  let streamedTo = 0;
  for (let hit = 0; hit < hits.length; hit++) {
    if ((hits.trigger[hit] ?? 0) >= JSON_TRIGGERS.length) continue;
    const place = (hits.end[hit] ?? 0) - 2;
    if (place < roots.done || place < streamedTo) continue;
    const root = roots.at(place);
    if (root !== undefined && isStreamData(text.latin1, root.start)) {
      streamedTo = reportStream(text, root.start, report);
      if (streamedTo > place) continue;
    }
    if (root !== undefined) reportRoot(text, root, report);
  }
}

function reportRoot(text: Text, root: Root, report: Report): void {
  const { found } = findConversations(root.value);
  for (const one of found) {
    const confidence = confidenceOf(one.shape.strength, one.turns);
    const extent = root.literal === true ? root : locate(text.latin1, root, root.level, one.path);
    if (confidence > 0)
      emit(report, one.shape.id, extent, confidence, reasonsOf(one.shape.title, one.turns, confidence));
    else if (report.explains)
      report.dropped({
        kind: CONVERSATION.id,
        rule: one.shape.id,
        start: extent.start,
        end: extent.end,
        why: 'its words are masked',
      });
  }
  if (found.length > 0) return;
  // Rows of a table, as one object or a list of them: their columns make the message.
  const rows: readonly [value: unknown, path: Path][] = isList(root.value)
    ? root.value.slice(0, 10_000).map((value, at): [unknown, Path] => [value, [at]])
    : [[root.value, []]];
  for (const [value, path] of rows) {
    const conversation = isObject(value) ? readRow(fieldsOf(value))?.conversation : undefined;
    if (conversation === undefined) continue;
    const extent = root.literal === true ? root : locate(text.latin1, root, root.level, path);
    emit(report, conversation.shape, extent, conversation.confidence, conversation.reasons);
    if (root.literal === true) return;
  }
}

function emit(
  report: Report,
  rule: string,
  extent: { readonly start: number; readonly end: number },
  confidence: number,
  reasons: readonly string[],
): void {
  report.found({
    kind: CONVERSATION.id,
    rule: `conversation/${rule}`,
    start: extent.start,
    end: extent.end,
    confidence,
    reasons,
  });
}

/** Bytes of one stream of events that are read together. */
const MAX_STREAM = 4 << 20;

/** Whether the value that starts here is the data of an event. */
function isStreamData(latin1: string, start: number): boolean {
  return latin1.startsWith('data:', start - 5) || latin1.startsWith('data: ', start - 6);
}

/** Reads the lines of server-sent events from here on, and returns where they end. */
function reportStream(text: Text, place: number, report: Report): number {
  const { latin1 } = text;
  const start = latin1.lastIndexOf('data:', place);
  const limit = Math.min(latin1.length, start + MAX_STREAM);
  let end = start;
  let at = start;
  while (at < limit) {
    const first = latin1.charCodeAt(at);
    const isEvent = latin1.startsWith('data:', at) || latin1.startsWith('event:', at) || latin1.startsWith('id:', at);
    if (!isEvent && first !== 0x0a && first !== 0x0d) break;
    let next = latin1.indexOf('\n', at);
    if (next === -1 || next > limit) next = limit;
    if (isEvent) end = next;
    at = next + 1;
  }
  const turns = streamTurns(decode(text, start, end));
  if (turns.length === 0) return start;
  const confidence = confidenceOf('known', turns);
  emit(report, 'stream', { start, end }, confidence, reasonsOf('stream of an answer', turns, confidence));
  return end;
}

/** Bytes before the first answer of a transcript in which its first question is looked for, and between two answers. */
const TRANSCRIPT_GAP = 20_000;

/** Bytes from the start of a line to the end of the role that opens a turn. */
const MAX_ROLE_HEAD = 40;

/** Transcripts: groups of lines that start with a role. */
function findTranscripts(text: Text, hits: Hits, report: Report): void {
  const { latin1 } = text;
  let from = 0;
  let first = -1;
  let last = -1;
  const close = () => {
    if (first !== -1) reportTranscript(text, Math.max(from, first), last, report);
    from = last === -1 ? from : last;
    first = -1;
  };
  for (let hit = 0; hit < hits.length; hit++) {
    const trigger = (hits.trigger[hit] ?? 0) - JSON_TRIGGERS.length;
    if (trigger < 0) continue;
    const end = hits.end[hit] ?? 0;
    const newline = lastBefore(latin1, 0x0a, end, Math.max(0, end - MAX_ROLE_HEAD));
    if (newline === -1 && end > MAX_ROLE_HEAD) continue;
    const begin = newline + 1;
    if (first !== -1 && begin - last > TRANSCRIPT_GAP) close();
    if (first === -1) first = Math.max(from, latin1.lastIndexOf('\n', Math.max(0, begin - TRANSCRIPT_GAP)) + 1);
    last = begin;
  }
  close();
}

function reportTranscript(text: Text, from: number, lastAnswer: number, report: Report): void {
  const { latin1 } = text;
  // The last answer runs to the next empty line that is followed by something else, or for a few thousand bytes.
  const empty = latin1.indexOf('\n\n', lastAnswer);
  const end = Math.min(latin1.length, lastAnswer + TRANSCRIPT_GAP, empty === -1 ? latin1.length : empty);
  const start = firstRoleLine(latin1, from, end);
  if (start === -1) return;
  const turns = readTranscript(decode(text, start, end));
  if (turns.length < 2) return;
  emit(report, 'transcript', { start, end }, 0.8, reasonsOf('transcript', turns, 0.8));
}

const ROLE_AT_LINE = /^[\s#*>-]{0,8}(?:<\|)?(?:user|human|customer|client|visitor|system|im_start|you|me)\b/im;

function firstRoleLine(latin1: string, from: number, end: number): number {
  const found = ROLE_AT_LINE.exec(latin1.slice(from, end));
  if (found === null) return -1;
  return from + found.index + found[0].length - found[0].trimStart().length;
}

/** Every so many bytes, some lines are looked at whether they are those of a chat log. */
const PROBE_EVERY = 64 << 10;
const PROBE_LINES = 6;

/** Chat logs: once two lines near each other are known, the log is read from there to where its lines end. */
function findChatLogs(text: Text, report: Report): void {
  const { latin1 } = text;
  let probe = 0;
  while (probe < latin1.length) {
    const begin = probe === 0 ? 0 : latin1.indexOf('\n', probe) + 1;
    if (probe !== 0 && begin === 0) return;
    const start = probeChatLog(text, begin);
    probe = start === -1 ? probe + PROBE_EVERY : Math.max(reportChatLog(text, start, report), probe + PROBE_EVERY);
  }
}

/** Offset of the first of two chat lines among those from here on, or -1. */
function probeChatLog(text: Text, begin: number): number {
  const { latin1 } = text;
  let at = begin;
  let first = -1;
  for (let line = 0; line < PROBE_LINES && at < latin1.length; line++) {
    const end = lineEndWithin(latin1, at);
    const isChat = mayBeChatLine(latin1, at) && chatLine(decode(text, at, end)) !== undefined;
    if (isChat && first !== -1) return first;
    if (isChat) first = at;
    at = end + 1;
  }
  return -1;
}

function reportChatLog(text: Text, start: number, report: Report): number {
  const { latin1 } = text;
  let at = start;
  let end = start;
  let others = 0;
  // Words may run over several lines; after twenty without a head the log has ended.
  while (at < latin1.length && others < 20 && at - start < MAX_STREAM) {
    const stop = lineEndWithin(latin1, at);
    if (mayBeChatLine(latin1, at) && chatLine(decode(text, at, stop)) !== undefined) {
      end = stop;
      others = 0;
    } else others++;
    at = stop + 1;
  }
  const turns: readonly Turn[] = readChatLog(decode(text, start, end));
  if (turns.length >= 2)
    emit(report, 'chat-log', { start, end }, turns.length >= 3 ? 0.85 : 0.6, reasonsOf('chat log', turns, 0));
  return end;
}

function lineEndWithin(latin1: string, at: number): number {
  const end = latin1.indexOf('\n', at);
  return end === -1 ? latin1.length : end;
}

/** A date, a time in brackets or a mark of direction (U+200E in UTF-8): what heads of chat lines start with. */
function mayBeChatLine(latin1: string, at: number): boolean {
  const first = latin1.charCodeAt(at);
  return first === 0x5b || first === 0xe2 || (first >= 0x30 && first <= 0x39);
}
