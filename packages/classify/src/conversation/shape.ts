// A shape: one public format of conversations in JSON, and how its turns are read. One file per shape in shapes/.
import { isList, isObject, type JsonObject, MAX_ELEMENTS } from './foreign-json.ts';
import type { Turn } from './turn.ts';

/** Reads a value that holds a conversation in any shape: a response inside a log row, JSON inside a string. */
export type ReadInner = (value: unknown) => readonly Turn[];

export interface Shape {
  readonly id: string;
  /** As people call it: "OpenAI messages". */
  readonly title: string;
  /** Where the format is written. */
  readonly source: string;
  /** The object is looked at only where one of these keys is there. */
  readonly keys: readonly string[];
  /** `known`: no other data looks like this. `likely`: other data may, so the words have to look like a person's. */
  readonly strength: 'known' | 'likely';
  /** The turns of a conversation object; none where it is not of this shape. */
  read(value: JsonObject, inner: ReadInner): readonly Turn[];
  /** The turn of one message alone, where lists and rows of such messages are known: a Slack export is a bare list. */
  message?(value: JsonObject): Turn | undefined;
}

/** The turns of a list of messages; none where fewer than half of its elements are messages. */
export function turnsOf(list: unknown, message: (value: JsonObject) => Turn | undefined): Turn[] {
  if (!isList(list)) return [];
  const turns: Turn[] = [];
  let tried = 0;
  for (const element of list) {
    if (++tried > MAX_ELEMENTS) break;
    // Eight in a row that are none: this is a list of something else.
    if (tried === 9 && turns.length === 0) return [];
    if (!isObject(element)) continue;
    const turn = message(element);
    if (turn !== undefined) turns.push(turn);
  }
  return turns.length * 2 >= list.length || tried > MAX_ELEMENTS ? turns : turnsAmongOthers(turns, list.length);
}

/** Tool calls and system events without words stand between messages: a third of the list is enough where both sides speak. */
function turnsAmongOthers(turns: Turn[], length: number): Turn[] {
  const sides = new Set(turns.map((turn) => turn.speaker));
  return turns.length * 4 >= length && sides.size > 1 ? turns : [];
}

/** A turn with its optional parts only where they are known. */
export function turn(speaker: Turn['speaker'], text: string, author?: string, at?: number): Turn | undefined {
  if (text.trim() === '') return undefined;
  return {
    speaker,
    text,
    ...(author === undefined ? {} : { author }),
    ...(at === undefined ? {} : { at }),
  };
}
