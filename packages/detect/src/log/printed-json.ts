// JSON that is printed over several lines, as evtx tools and shells print it: lines are put together to whole texts of JSON.

/** An object of more characters is none, and is not kept. */
const MAX_OBJECT = 16 * 1024 * 1024;
/** What frames objects without being one: brackets of an array, and the headings of evtx_dump. */
const FRAME = /^(?:[[\],]*|Record \d+)$/;

/** What a line came to. */
export interface Printed {
  /** Objects that are whole now, as text, with the line in which each began. */
  readonly whole: readonly { readonly text: string; readonly line: number }[];
  /** Where an object began that was not finished. */
  readonly cutOffAt?: number;
}

export interface PrintedJson {
  readonly isOpen: () => boolean;
  /** The line in which the object begins that is not whole yet. */
  readonly heldFrom: () => number | undefined;
  /** @returns undefined where no object is open and the line begins none */
  readonly add: (line: string, number: number) => Printed | undefined;
  readonly end: () => Printed | undefined;
}

const NOTHING: Printed = { whole: [] };

export function createPrintedJson(): PrintedJson {
  let lines: string[] = [];
  let size = 0;
  let begunAt = 0;
  let indent = '';
  const isOpen = () => lines.length > 0;

  const close = (): string => {
    const whole = lines.join('\n').trim().replace(/^\[/, '').replace(/\]$/, '').replace(/,$/, '');
    lines = [];
    size = 0;
    return whole;
  };
  const cutOff = (): number => {
    lines = [];
    size = 0;
    return begunAt;
  };
  const begin = (line: string, number: number): void => {
    begunAt = number;
    indent = /^\s*/.exec(line)?.[0] ?? '';
    lines = [line];
    size = line.length;
  };
  /** Printers indent, so that only the last line of an object has its brace where the first one has. */
  const isLast = (line: string, text: string): boolean =>
    /^\}\]?,?$/.test(text) && line.startsWith(indent) && !/^\s/.test(line.slice(indent.length));

  const goOn = (line: string, number: number): Printed => {
    const text = line.trim();
    lines.push(line);
    size += line.length;
    if (isLast(line, text)) return { whole: [{ text: close(), line: begunAt }] };
    if (size > MAX_OBJECT) return { whole: [], cutOffAt: cutOff() };
    // A whole line of JSON: what began before was cut off.
    if (line.startsWith('{') && text.endsWith('}')) {
      return { whole: [{ text: text.replace(/,$/, ''), line: number }], cutOffAt: cutOff() };
    }
    return NOTHING;
  };

  return {
    isOpen,
    heldFrom: () => (isOpen() ? begunAt : undefined),
    add: (line, number) => {
      if (isOpen()) return goOn(line, number);
      const text = line.length > 64 ? undefined : line.trim();
      if (text === undefined) return undefined;
      if (FRAME.test(text)) return NOTHING;
      if (text !== '{' && text !== '[{') return undefined;
      begin(line, number);
      return NOTHING;
    },
    end: () => (isOpen() ? { whole: [], cutOffAt: cutOff() } : undefined),
  };
}
