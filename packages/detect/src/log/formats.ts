// Which format a record is of: the one of the record before, else the first that knows it.
import type { Fields } from '../events/event.ts';
import type { RecordReader, Source } from '../sources/source.ts';

export interface FormatsState {
  readonly text?: string;
  readonly json?: string;
  /** By name, what each format has to remember. */
  readonly readers: Readonly<Record<string, unknown>>;
}

/** A line of a known format: its events where it is a record, or the reader that knows whether the next line goes on with it. */
type Recognised = { readonly events: readonly Fields[] } | { readonly joins: RecordReader };

export interface Formats {
  /** Tells what a line is with which a record begins. Its format is tried first from here on. */
  readonly recognise: (line: string) => Recognised | undefined;
  /** The events of a record; undefined where it is of no format. */
  readonly fromJson: (record: Fields) => readonly Fields[] | undefined;
  readonly state: () => FormatsState;
}

interface Format {
  readonly name: string;
  readonly reader: RecordReader;
  readonly jsonKeys: readonly string[] | undefined;
}

/** Keys that were met; who sends new ones all the time fills no memory. */
const MAX_KEYS = 16_384;

export function createFormats(sources: readonly Source[], before?: FormatsState, now?: () => number): Formats {
  const formats = sources.map((source): Format => {
    const reader = source.open(before?.readers[source.name], now);
    return { name: source.name, reader, jsonKeys: source.jsonKeys };
  });
  const named = (name: string | undefined) => formats.find((one) => one.name === name);
  const texts = formats.filter(({ reader }) => reader.fromText !== undefined);
  const candidatesFor = createCandidates(formats.filter(({ reader }) => reader.fromJson !== undefined));
  let text = named(before?.text);
  let json = named(before?.json);

  return {
    recognise: (line) => {
      const found = text && recognisedBy(text.reader, line);
      if (found !== undefined) return found;
      for (const format of texts) {
        const other = format === text ? undefined : recognisedBy(format.reader, line);
        if (other === undefined) continue;
        text = format;
        return other;
      }
      return undefined;
    },
    fromJson: (record) => {
      const candidates = candidatesFor(record);
      const isFirst = json !== undefined && candidates.includes(json);
      const found = isFirst ? json?.reader.fromJson?.(record) : undefined;
      if (found !== undefined) return found;
      for (const format of candidates) {
        const other = isFirst && format === json ? undefined : format.reader.fromJson?.(record);
        if (other === undefined) continue;
        json = format;
        return other;
      }
      return undefined;
    },
    state: () => ({
      ...(text !== undefined && { text: text.name }),
      ...(json !== undefined && { json: json.name }),
      readers: Object.fromEntries(
        formats.flatMap(({ name, reader }) => {
          const kept = reader.state?.();
          return kept === undefined ? [] : [[name, kept]];
        }),
      ),
    }),
  };
}

function recognisedBy(reader: RecordReader, line: string): Recognised | undefined {
  if (reader.goesOn !== undefined) return reader.begins?.(line) === true ? { joins: reader } : undefined;
  const events = reader.fromText?.(line);
  return events && { events };
}

/** Which formats an object can be of, by its keys, in their order. Objects of no known format are many and cost a look-up a key. */
function createCandidates(jsons: readonly Format[]): (record: Fields) => readonly Format[] {
  const always = jsons.filter(({ jsonKeys }) => jsonKeys === undefined);
  const met = new Map<string, readonly Format[]>();
  const none: readonly Format[] = [];
  const withKey = (key: string): readonly Format[] => {
    const lower = key.toLowerCase();
    const found = jsons.filter(({ jsonKeys }) => jsonKeys?.some((one) => one.toLowerCase() === lower));
    if (met.size >= MAX_KEYS) met.clear();
    const kept = found.length === 0 ? none : found;
    met.set(key, kept);
    return kept;
  };
  const asked = (keys: readonly string[]): readonly Format[] => {
    let candidates: readonly Format[] = always;
    for (const key of keys) {
      const found = met.get(key) ?? withKey(key);
      if (found !== none) candidates = candidates.length === 0 ? found : [...new Set([...candidates, ...found])];
    }
    // As a rule there is one at most.
    return candidates.length < 2 ? candidates : jsons.filter((format) => candidates.includes(format));
  };
  // Objects come in runs of the same keys.
  let keys: readonly string[] = [];
  let answer: readonly Format[] = always;
  return (record) => {
    let at = 0;
    let isSame = true;
    for (const key in record) {
      if (keys[at] !== key) {
        isSame = false;
        break;
      }
      at += 1;
    }
    if (isSame && at === keys.length) return answer;
    keys = Object.keys(record);
    answer = asked(keys);
    return answer;
  };
}
