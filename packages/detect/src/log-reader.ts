// Lines of a log → events, whatever the format: JSON on a line, in arrays or printed over several lines, and each format of sources/.
// The format is known by trying, stays until a line does not fit it, and may change within a stream.
import type { Fields } from './events/event.ts';
import { createFormats, type FormatsState } from './log/formats.ts';
import { createPrintedJson, type Printed } from './log/printed-json.ts';
import { aNumber, anything, aText, objectOf, optional, recordOf } from './shape.ts';
import { SOURCES } from './sources/index.ts';
import type { RecordReader, Source } from './sources/source.ts';

/** A record of more characters is none; of what belongs to it, only its beginning is kept. */
const MAX_RECORD = 16 * 1024 * 1024;
const KEPT_OF_TOO_LONG = 1024;
const MAX_PAIRED = 128;
/** Objects as they are, whatever format they look like. */
const PLAIN_JSON = 'json';

/** A format as users see it. */
export type LogFormat = Pick<Source, 'name' | 'title' | 'reference' | 'tells'>;

/** What `--source` may be told. */
export const LOG_FORMATS: readonly LogFormat[] = [
  {
    name: PLAIN_JSON,
    title: 'JSON, each object as it is',
    reference: 'https://www.rfc-editor.org/rfc/rfc8259',
    tells: 'what its fields are named for in the rules; those of Windows are known',
  },
  ...SOURCES,
];

/** An event, or what is wrong with a record. */
export interface LogRecord {
  /** The line in which it began, as the caller numbers them. */
  readonly line: number;
  readonly event?: Fields;
  /** Says what is wrong, and never quotes the record. */
  readonly fault?: string;
}

/** What is needed to go on after a restart, as plain JSON. No record and no part of one is in it. */
export interface LogReaderState {
  readonly formats: FormatsState;
  /** Lines from here on have to be given again: they belong to a record that is not whole. Undefined where none is held. */
  readonly resumeAt?: number;
}

const STATE = objectOf<LogReaderState>({
  formats: objectOf<FormatsState>({ text: optional(aText), json: optional(aText), readers: recordOf(anything) }),
  resumeAt: optional(aNumber),
});

/** @returns what was stored, where a reader can go on from it */
export function logReaderStateOf(stored: unknown): LogReaderState | undefined {
  return STATE(stored) ? stored : undefined;
}

export interface LogReaderOptions {
  /** The format, where it is not to be found out: a name of `LOG_FORMATS`. */
  readonly source?: string;
  /** A format of one's own, asked first: what `mappedSource` makes of a mapping file. */
  readonly mapping?: Source;
  /** What `state()` gave before. */
  readonly state?: LogReaderState;
  /** Milliseconds since 1970, for formats that leave out the year. */
  readonly now?: () => number;
}

export interface LogReader {
  /**
   * Takes the next line, without its line feed.
   *
   * @param line a number that grows: the line's own, or the byte at which it begins
   */
  readonly add: (text: string, line: number) => readonly LogRecord[];
  /** Says that a line was longer than the caller keeps. What it may have gone on with is given up with it. */
  readonly skip: (line: number) => readonly LogRecord[];
  /** Whether a record is held while it is not known whether it goes on. */
  readonly isHolding: () => boolean;
  /** Gives the record that is held, if it is whole as far as it goes. For streams that are silent for a while. */
  readonly flush: () => readonly LogRecord[];
  /** Gives it at the end of the stream, where what is not whole is a fault. */
  readonly end: () => readonly LogRecord[];
  readonly state: () => LogReaderState;
}

interface Held {
  readonly reader: RecordReader;
  readonly line: number;
  text: string;
  lines: number;
  isTooLong: boolean;
}

const NONE: readonly LogRecord[] = [];
const TOO_LONG = 'it is longer than 16 MiB';
const [CURLY, SQUARE, CURLY_END, SQUARE_END] = [0x7b, 0x5b, 0x7d, 0x5d];

/**
 * Makes a reader for one stream: memory is bounded, nothing throws, and a fault is of its record alone.
 *
 * @throws RangeError where no format has the name
 */
export function createLogReader(options: LogReaderOptions = {}): LogReader {
  const { source, mapping, state: before, now } = options;
  const known = SOURCES.filter(({ name }) => source === undefined || name === source);
  if (known.length === 0 && source !== PLAIN_JSON) throw new RangeError(`There is no format ${String(source)}`);
  const formats = createFormats(mapping === undefined ? known : [mapping, ...known], before?.formats, now);
  const isPlain = source === undefined || source === PLAIN_JSON;
  const unknown =
    source === undefined ? 'it is neither JSON nor of a format of logs that is known' : `it is no record of ${source}`;
  const printed = createPrintedJson();
  let held: Held | undefined;

  const eventsOf = (value: unknown, line: number): LogRecord[] => {
    if (Array.isArray(value)) {
      const pairs = pairsIn(value);
      const paired = pairs && formats.fromJson(pairs);
      if (paired !== undefined) return paired.map((event) => ({ line, event }));
      return value.flatMap((one: unknown) => eventsOf(one, line));
    }
    if (!isObject(value)) return [{ line, fault: 'it is JSON, and no object' }];
    const known = formats.fromJson(value);
    if (known !== undefined) return known.map((event) => ({ line, event }));
    return isPlain ? [{ line, event: value }] : [{ line, fault: unknown }];
  };

  const finish = (): readonly LogRecord[] => {
    if (held === undefined) return NONE;
    const { reader, text, line, isTooLong } = held;
    held = undefined;
    if (isTooLong) return [{ line, fault: TOO_LONG }];
    const events = reader.fromText?.(text);
    return events === undefined ? [{ line, fault: unknown }] : events.map((event) => ({ line, event }));
  };

  const fromText = (text: string, line: number): readonly LogRecord[] => {
    const found = formats.recognise(text);
    if (found === undefined) return [{ line, fault: unknown }];
    if ('events' in found) return found.events.map((event) => ({ line, event }));
    held = { reader: found.joins, line, text, lines: 1, isTooLong: false };
    return NONE;
  };

  const fromPrinted = ({ whole, cutOffAt }: Printed): readonly LogRecord[] => {
    const cut = cutOffAt === undefined ? [] : [{ line: cutOffAt, fault: 'it begins an object that is not finished' }];
    const records = whole.flatMap(({ text, line }) => {
      const value = parsed(text);
      return value === undefined ? [{ line, fault: 'it is no JSON' }] : eventsOf(value, line);
    });
    return [...cut, ...records];
  };

  /** A line with which something begins. */
  const fresh = (text: string, line: number): readonly LogRecord[] => {
    const first = text.charCodeAt(0);
    const isLikeJson = first === CURLY || first === SQUARE || first <= 0x20;
    const value = isLikeJson ? parsed(text) : undefined;
    if (isObject(value) || Array.isArray(value)) return eventsOf(value, line);
    const part = printed.add(text, line);
    return part === undefined ? fromText(text, line) : fromPrinted(part);
  };

  const add = (raw: string, line: number): readonly LogRecord[] => {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (held !== undefined) {
      if (held.reader.goesOn?.(held.text, text, held.lines) === true) {
        grow(held, text);
        return NONE;
      }
      return [...finish(), ...fresh(text, line)];
    }
    if (!printed.isOpen()) return fresh(text, line);
    const part = printed.add(text, line);
    return part === undefined ? NONE : fromPrinted(part);
  };

  return {
    add,
    skip: (line) => {
      const given: LogRecord[] = held === undefined ? [] : [{ line: held.line, fault: TOO_LONG }];
      held = undefined;
      return [...given, { line, fault: TOO_LONG }];
    },
    isHolding: () => held !== undefined,
    flush: () => {
      if (held === undefined || held.isTooLong) return NONE;
      const { reader, text, line } = held;
      const events = reader.fromText?.(text);
      if (events === undefined) return NONE;
      held = undefined;
      return events.map((event) => ({ line, event }));
    },
    end: () => {
      const open = printed.end();
      return [...finish(), ...(open === undefined ? NONE : fromPrinted(open))];
    },
    state: () => {
      const resumeAt = held?.line ?? printed.heldFrom();
      return { formats: formats.state(), ...(resumeAt !== undefined && { resumeAt }) };
    },
  };
}

function grow(held: Held, line: string): void {
  held.lines += 1;
  if (held.isTooLong) return;
  if (held.text.length + line.length < MAX_RECORD) held.text += `\n${line}`;
  else {
    // What goes on with it is still left out, since whoever wrote it could write lines like those of a log.
    held.isTooLong = true;
    held.text = held.text.slice(0, KEPT_OF_TOO_LONG);
  }
}

/** JSON on one line, with or without the comma of the array around it; undefined where it is none. */
function parsed(text: string): unknown {
  const last = text.charCodeAt(text.length - 1);
  const isBare = last === CURLY_END || last === SQUARE_END;
  try {
    return JSON.parse(isBare ? text : text.trimEnd().replace(/,$/, ''));
  } catch {
    // The parser quotes what it read, which may be somebody's.
    return undefined;
  }
}

/** Clients of Redis write an object as a list of names and values. */
function pairsIn(list: readonly unknown[]): Fields | undefined {
  if (typeof list[0] !== 'string' || list.length % 2 !== 0 || list.length > MAX_PAIRED) return undefined;
  const pairs: (readonly [string, unknown])[] = [];
  for (let at = 0; at < list.length; at += 2) pairs.push([String(list[at]), list[at + 1]]);
  return Object.fromEntries(pairs);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
