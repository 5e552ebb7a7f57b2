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
export type Recognised = { readonly events: readonly Fields[] } | { readonly joins: RecordReader };

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
}

export function createFormats(sources: readonly Source[], before?: FormatsState, now?: () => number): Formats {
  const formats = sources.map((source): Format => {
    return { name: source.name, reader: source.open(before?.readers[source.name], now) };
  });
  const named = (name: string | undefined) => formats.find((one) => one.name === name);
  const texts = formats.filter(({ reader }) => reader.fromText !== undefined);
  const jsons = formats.filter(({ reader }) => reader.fromJson !== undefined);
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
      const found = json?.reader.fromJson?.(record);
      if (found !== undefined) return found;
      for (const format of jsons) {
        const other = format === json ? undefined : format.reader.fromJson?.(record);
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
