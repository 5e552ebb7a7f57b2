// One session of PostgreSQL after its start: the simple and the extended query protocol over the answers of the decoy.
// https://www.postgresql.org/docs/current/protocol-flow.html

import { textOf } from '../sql/compile.ts';
import { type Token, tokensOf } from '../sql/tokens.ts';
import type { Value } from '../sql/tree.ts';
import { answer, type Outcome, type Result, type Visitor } from './answer.ts';
import { faultPlace } from './fault-place.ts';
import {
  complete,
  dataRow,
  errorMessage,
  int16,
  int32,
  type Message,
  message,
  readTexts,
  ready,
  rowDescription,
  shownText,
} from './messages.ts';

export interface Step {
  readonly answers: readonly Buffer[];
  readonly outcomes: readonly { readonly outcome: Outcome; readonly text: string; readonly bytes: number }[];
  readonly isOver: boolean;
}

interface Prepared {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly types: readonly number[];
}

interface Portal {
  readonly prepared: Prepared;
  readonly tokens: readonly Token[];
  readonly formats: readonly number[];
}

const MAX_PREPARED = 200;
const MAX_STATEMENTS = 64;
const MAX_TEXT = 64 * 1024;
const END: Token = { kind: 'end', text: '' };

export interface PgSession {
  readonly take: (message: Message) => Step;
}

export function createSession(visitor: Visitor): PgSession {
  const prepared = new Map<string, Prepared>();
  const portals = new Map<string, Portal>();
  let state = 'I';
  let isSkipping = false;
  let copied = -1;
  const quiet: Step = { answers: [], outcomes: [], isOver: false };
  const say = (...answers: readonly Buffer[]): Step => ({ ...quiet, answers });
  const failed = (code: string, text: string): Step => {
    isSkipping = true;
    return say(errorMessage('ERROR', code, text));
  };

  function followState({ result }: Outcome): void {
    if (result.kind !== 'tag') return;
    if (/^(?:BEGIN|START)/.test(result.tag)) state = 'T';
    if (/^(?:COMMIT|ROLLBACK)$/.test(result.tag)) state = 'I';
  }

  function simple(body: Buffer): Step {
    const text = readTexts(body, 0, 1)?.texts[0]?.slice(0, MAX_TEXT) ?? '';
    const statements = statementsOf(text);
    if (!statements) return say(errorMessage('ERROR', '42601', 'unterminated quoted string'), ready(state));
    if (statements.length === 0) return say(message('I'), ready(state));
    const answers: Buffer[] = [];
    const outcomes: Step['outcomes'][number][] = [];
    for (const one of statements.slice(0, MAX_STATEMENTS)) {
      const outcome = answer(visitor, one.text, one.tokens);
      const written = resultMessages(outcome.result, [], true, one.text);
      answers.push(...written);
      outcomes.push({ outcome, text: one.text, bytes: lengthOf(written) });
      followState(outcome);
      if (outcome.result.kind === 'copy-in') {
        copied = 0;
        return { answers, outcomes, isOver: false };
      }
      if (outcome.result.kind === 'error') break;
    }
    return { answers: [...answers, ready(state)], outcomes, isOver: false };
  }

  function parse(body: Buffer): Step {
    const read = readTexts(body, 0, 2);
    if (!read || read.next + 2 > body.length) return failed('08P01', 'invalid message format');
    const [name = '', whole = ''] = read.texts;
    const text = whole.slice(0, MAX_TEXT);
    const statements = statementsOf(text);
    if (!statements) return failed('42601', 'unterminated quoted string');
    if (statements.length > 1) return failed('42601', 'cannot insert multiple commands into a prepared statement');
    const count = body.readUInt16BE(read.next);
    const types = Array.from({ length: Math.min(count, 1000) }, (_, at) =>
      read.next + 6 + at * 4 <= body.length ? body.readInt32BE(read.next + 2 + at * 4) : 0,
    );
    if (prepared.size >= MAX_PREPARED && !prepared.has(name)) return failed('53200', 'out of memory');
    prepared.set(name, { text, tokens: statements[0]?.tokens ?? [END], types });
    return say(message('1'));
  }

  function bind(body: Buffer): Step {
    const read = readTexts(body, 0, 2);
    const [portal = '', name = ''] = read?.texts ?? [];
    const found = prepared.get(name);
    if (!read) return failed('08P01', 'invalid message format');
    if (!found) return failed('26000', `prepared statement "${name.slice(0, 64)}" does not exist`);
    const bound = readBinding(body, read.next);
    if (!bound) return failed('08P01', 'invalid message format');
    if (portals.size >= MAX_PREPARED && !portals.has(portal)) return failed('53200', 'out of memory');
    portals.set(portal, { prepared: found, tokens: withValues(found.tokens, bound.values), formats: bound.formats });
    return say(message('2'));
  }

  function describe(body: Buffer): Step {
    const [kind, name = ''] = [body.toString('latin1', 0, 1), readTexts(body, 1, 1)?.texts[0]];
    const portal = kind === 'P' ? portals.get(name) : undefined;
    const found = kind === 'P' ? portal?.prepared : prepared.get(name);
    if (!found) return failed('26000', 'it does not exist');
    const { result } = answer(visitor, found.text, portal?.tokens ?? withValues(found.tokens, []), true);
    const rows = result.kind === 'rows' ? rowDescription(result.columns, portal?.formats) : message('n');
    if (kind === 'P') return say(rows);
    const count = Math.max(
      0,
      ...found.tokens.map(({ text }) => (/^\$\d{1,3}$/.test(text) ? Number(text.slice(1)) : 0)),
    );
    const types = Array.from({ length: count }, (_, at) => int32(found.types[at] || 25));
    return say(message('t', int16(count), ...types), rows);
  }

  function execute(body: Buffer): Step {
    const name = readTexts(body, 0, 1)?.texts[0] ?? '';
    const portal = portals.get(name);
    if (!portal) return failed('34000', 'portal does not exist');
    if (portal.tokens.length <= 1) return say(message('I'));
    const outcome = answer(visitor, portal.prepared.text, portal.tokens);
    const written = resultMessages(outcome.result, portal.formats, false, portal.prepared.text);
    followState(outcome);
    if (outcome.result.kind === 'error') isSkipping = true;
    if (outcome.result.kind === 'copy-in') copied = 0;
    return {
      answers: written,
      outcomes: [{ outcome, text: portal.prepared.text, bytes: lengthOf(written) }],
      isOver: false,
    };
  }

  function close(body: Buffer): Step {
    const name = readTexts(body, 1, 1)?.texts[0] ?? '';
    if (body[0] === 0x53) prepared.delete(name);
    else portals.delete(name);
    return say(message('3'));
  }

  /** Rows that come are counted by their lines, and gone. */
  function copyStep({ type, body }: Message): Step | undefined {
    if (copied < 0) return undefined;
    if (type === 'd') copied += Math.max(1, body.filter((byte) => byte === 0x0a).length);
    else if (type === 'c' || type === 'f') {
      const done = type === 'c' ? complete(`COPY ${copied}`) : errorMessage('ERROR', '57014', 'COPY from stdin failed');
      copied = -1;
      return say(done, ready(state));
    }
    return quiet;
  }

  return {
    take: (given) => {
      const { type, body } = given;
      if (type === 'X') return { ...quiet, isOver: true };
      const copying = copyStep(given);
      if (copying) return copying;
      if (type === 'S') {
        isSkipping = false;
        return say(ready(state));
      }
      if (type === 'Q') {
        isSkipping = false;
        return simple(body);
      }
      if (isSkipping) return quiet;
      switch (type) {
        case 'P':
          return parse(body);
        case 'B':
          return bind(body);
        case 'D':
          return describe(body);
        case 'E':
          return execute(body);
        case 'C':
          return close(body);
        case 'H':
        case 'd':
        case 'c':
        case 'f':
          return quiet;
        default:
          return {
            ...say(errorMessage('FATAL', '08P01', `invalid frontend message type ${type.charCodeAt(0)}`)),
            isOver: true,
          };
      }
    },
  };
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, one) => sum + one.length, 0);
}

/** Statements with semicolons between them, each with its own text and words. */
function statementsOf(
  text: string,
): readonly { readonly text: string; readonly tokens: readonly Token[] }[] | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === ';') parts.push([]);
    else if (token.kind !== 'end') parts.at(-1)?.push(token);
  }
  const filled = parts.filter((part) => part.length > 0);
  // Where there is one, its text is as it was written; of several each is told by the whole they stand in.
  return filled.map((part) => ({
    text: filled.length === 1 ? text : part.map(shownToken).join(' '),
    tokens: [...part, END],
  }));
}

function shownToken({ kind, text }: Token): string {
  if (kind === 'text') return `'${text.replaceAll("'", "''")}'`;
  return kind === 'quoted' ? `"${text.replaceAll('"', '""')}"` : text;
}

function resultMessages(result: Result, formats: readonly number[], withColumns: boolean, sql: string): Buffer[] {
  switch (result.kind) {
    case 'tag':
      return [complete(result.tag)];
    case 'error':
      return [errorMessage('ERROR', result.code, result.text, faultPlace(result.code, result.text, sql))];
    case 'copy-in':
      return [message('G', Buffer.from([0]), int16(0))];
    case 'rows':
      return [
        ...(withColumns ? [rowDescription(result.columns)] : []),
        ...result.rows.map((row) => dataRow(result.columns, row, formats)),
        complete(result.tag),
      ];
    case 'copy-out': {
      const { columns, rows, isCsv, hasHeader } = result;
      const lines = [...(hasHeader ? [columns.map(({ name }) => name)] : []), ...rows];
      const cell = (value: Value) =>
        value === null
          ? isCsv
            ? ''
            : '\\N'
          : isCsv && /[",\n]/.test(textOf(value))
            ? `"${textOf(value).replaceAll('"', '""')}"`
            : shownText(value);
      return [
        message('H', Buffer.from([0]), int16(columns.length), ...columns.map(() => int16(0))),
        ...lines.map((line) => message('d', Buffer.from(`${line.map(cell).join(isCsv ? ',' : '\t')}\n`))),
        message('c'),
        complete(`COPY ${rows.length}`),
      ];
    }
  }
}

interface Binding {
  readonly values: readonly (string | null)[];
  readonly formats: readonly number[];
}

const MAX_VALUES = 1000;

function readBinding(body: Buffer, from: number): Binding | undefined {
  let at = from;
  const short = () => {
    if (at + 2 > body.length) return -1;
    at += 2;
    return body.readUInt16BE(at - 2);
  };
  const shorts = () => {
    const count = short();
    return count < 0 || count > MAX_VALUES ? undefined : Array.from({ length: count }, short);
  };
  const codes = shorts();
  const count = short();
  if (!codes || count < 0 || count > MAX_VALUES) return undefined;
  const values: (string | null)[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 4 > body.length) return undefined;
    const length = body.readInt32BE(at);
    at += 4;
    if (length > body.length - at) return undefined;
    const bytes = body.subarray(at, at + Math.max(0, length));
    values.push(length < 0 ? null : valueText(bytes, (codes.length === 1 ? codes[0] : codes[index]) ?? 0));
    at += Math.max(0, length);
  }
  const formats = shorts();
  return formats && { values, formats };
}

/** Binary values of 2, 4 or 8 bytes are numbers, of others texts. */
function valueText(bytes: Buffer, format: number): string {
  if (format === 1 && bytes.length === 2) return String(bytes.readInt16BE());
  if (format === 1 && bytes.length === 4) return String(bytes.readInt32BE());
  if (format === 1 && bytes.length === 8) return String(bytes.readBigInt64BE());
  return bytes.toString('utf8');
}

function withValues(tokens: readonly Token[], values: readonly (string | null)[]): readonly Token[] {
  return tokens.map((token): Token => {
    if (token.kind !== 'sign' || !/^\$\d{1,3}$/.test(token.text)) return token;
    const value = values[Number(token.text.slice(1)) - 1] ?? null;
    if (value === null) return { kind: 'name', text: 'null' };
    return /^\d{1,15}$/.test(value) ? { kind: 'number', text: value } : { kind: 'text', text: value };
  });
}
