// Conversations as plain text: "User: …" and "Assistant: …" (as older models were prompted), WhatsApp's export
// (https://faq.whatsapp.com/1180414079177245, variants by locale: https://whatstk.readthedocs.io), IRC logs.

import { evidenceOf, kindOf, textKind } from './text-statistics.ts';
import { speakerOf, type Turn } from './turn.ts';

/** Characters of a transcript that are read, and lines of it. */
const MAX_TRANSCRIPT = 4 << 20;
const MAX_LINES = 50_000;

// "Human: …", "### Assistant: …", "<|user|> …", "**User**: …", "[INST]" is left to the models that need it.
const ROLE_LINE = /^[\s#*>-]{0,8}(?:<\|)?([\p{L}]{2,14})(?:\|>|\*{0,2}\s?[:：])\*{0,2}\s*(.*)$/u;
const CHATML = /<\|im_start\|>(\w{2,14})\n?/g;

/**
 * WhatsApp: `15/04/2016, 15:04 - Name: text`, `[15.04.16, 15:04:33] Name: text`, with 12-hour clocks and the marks of direction
 * that phones put in. What stands before the name must be date and time, and nothing else.
 */
const WHATSAPP =
  /^[\u200e\u200f]?\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? {1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f\u00a0]?[AaPp]\.?[ \u00a0]?[Mm]\.?)?(?:\] | [-–] |: )[\u200e\u200f~ ]{0,3}([^:\n]{1,60}): (.*)$/;
/** irssi, WeeChat, ZNC: `12:34 <name> text`, `[12:34:56] <@name> text`, `2024-05-06 12:34:56 <name> text`. */
const IRC = /^(?:\d{4}-\d\d-\d\d[ T])?\[?\d{1,2}:\d{2}(?::\d{2})?\]? <[ @+%&~]?([^\s<>]{1,32})> (.*)$/;

/** The author and words of a line of a chat log, or undefined for any other line. */
export function chatLine(
  line: string,
): { readonly author: string; readonly text: string; readonly format: 'WhatsApp' | 'IRC' } | undefined {
  const whatsapp = WHATSAPP.exec(line);
  if (whatsapp !== null) return { author: whatsapp[1] ?? '', text: whatsapp[2] ?? '', format: 'WhatsApp' };
  const irc = IRC.exec(line);
  return irc === null ? undefined : { author: irc[1] ?? '', text: irc[2] ?? '', format: 'IRC' };
}

/** Names that stand where an author would in logs of services. */
const NOT_AUTHORS =
  /^(debug|info|notice|warn|warning|error|fatal|critical|trace|root|kernel|systemd.*|sshd.*|cron.*)$|[=/\\{}[\]]/i;

/** The turns of a chat log in plain text; none where fewer than two lines of two are a person's. */
export function readChatLog(text: string): readonly Turn[] {
  const turns: { speaker: 'other'; author: string; text: string }[] = [];
  for (const line of linesOf(text)) {
    const one = chatLine(line);
    if (one !== undefined && !NOT_AUTHORS.test(one.author))
      turns.push({ speaker: 'other', author: one.author, text: one.text });
    else if (one === undefined && turns.length > 0) {
      const last = turns.at(-1);
      if (last !== undefined && last.text.length < 20_000) last.text += `\n${line}`;
    }
  }
  const human = turns.filter((turn) => textKind(turn.text) !== 'machine').length;
  return turns.length >= 2 && human * 2 >= turns.length ? turns : [];
}

/** The turns of a transcript with a role at the start of lines; none unless a person and a machine both speak. */
export function readTranscript(text: string): readonly Turn[] {
  const turns = text.includes('<|im_start|>') ? chatMl(text) : roleLines(text);
  const sides = new Set(turns.map((turn) => turn.speaker));
  if (!sides.has('user') || !sides.has('assistant')) return [];
  return turns.some((turn) => kindOf(evidenceOf(turn.text)) === 'human') ? turns : [];
}

function chatMl(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const part of text.slice(0, MAX_TRANSCRIPT).matchAll(CHATML)) {
    const speaker = speakerOf(part[1]);
    const from = part.index + part[0].length;
    const end = text.indexOf('<|im_end|>', from);
    const words = text.slice(from, end === -1 ? Math.min(text.length, from + 20_000) : end);
    if (speaker !== undefined && words.trim() !== '') turns.push({ speaker, text: words });
    if (turns.length >= MAX_LINES) break;
  }
  return turns;
}

function roleLines(text: string): Turn[] {
  const turns: { speaker: Turn['speaker']; text: string }[] = [];
  for (const line of linesOf(text)) {
    const found = line.length < 40_000 ? ROLE_LINE.exec(line) : null;
    const speaker = speakerOf(found?.[1]);
    if (found !== null && speaker !== undefined) turns.push({ speaker, text: found[2] ?? '' });
    else {
      const last = turns.at(-1);
      if (last !== undefined && last.text.length < 20_000) last.text += `\n${line}`;
    }
  }
  return turns.filter((turn) => turn.text.trim() !== '');
}

function* linesOf(text: string): Generator<string> {
  const end = Math.min(text.length, MAX_TRANSCRIPT);
  let at = 0;
  for (let lines = 0; at < end && lines < MAX_LINES; lines++) {
    let next = text.indexOf('\n', at);
    if (next === -1 || next > end) next = end;
    yield text.slice(at, Math.min(next, at + 50_000)).replace(/\r$/, '');
    at = next + 1;
  }
}
