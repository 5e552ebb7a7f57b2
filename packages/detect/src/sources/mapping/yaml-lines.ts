// In which line of a YAML text each key and each element of a list stands, so that what is wrong with a file is found by people.
import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

const MAX_DEPTH = 32;

/** The line, counted from 1, of what a path of keys and places leads to, or of the nearest thing around it that has one. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** @throws YAMLException where the text is not YAML */
export function yamlLines(text: string): LineOf {
  const lines = new Map<string, number>();
  const starts = lineStarts(text);
  walk(text, parseEvents(text, { maxDepth: MAX_DEPTH }), (path, offset) => {
    lines.set(keyOf(path), lineAt(starts, offset));
  });
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

function keyOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path.map(String));
}

interface Frame {
  readonly isMap: boolean;
  readonly path: readonly (string | number)[];
  /** The key whose value comes next. */
  key: string | undefined;
  index: number;
}

function walk(text: string, events: readonly Event[], found: (path: Frame['path'], offset: number) => void): void {
  const stack: Frame[] = [];
  let documents = -1;
  /** Where the next value stands, and the place moves on. */
  const place = (frame: Frame | undefined): Frame['path'] => {
    if (frame === undefined) return [documents];
    if (frame.isMap) {
      const path = [...frame.path, frame.key ?? ''];
      frame.key = undefined;
      return path;
    }
    frame.index += 1;
    return [...frame.path, frame.index];
  };
  for (const event of events) {
    const frame = stack.at(-1);
    if (event.type === EVENT_ID.DOCUMENT) {
      documents += 1;
      // A document is closed by a pop of its own.
      stack.push({ isMap: false, path: [documents], key: undefined, index: -1 });
    } else if (event.type === EVENT_ID.POP) stack.pop();
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const isRoot = stack.length === 1;
      const path = isRoot ? [documents] : place(frame);
      if (isRoot || frame?.isMap === false) found(path, event.start);
      stack.push({ isMap: event.type === EVENT_ID.MAPPING, path, key: undefined, index: -1 });
    } else if (event.type === EVENT_ID.SCALAR && frame?.isMap === true && frame.key === undefined) {
      frame.key = getScalarValue(text, event);
      found([...frame.path, frame.key], event.valueStart);
    } else {
      const path = place(frame);
      if (event.type === EVENT_ID.SCALAR && frame?.isMap === false) found(path, event.valueStart);
    }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
