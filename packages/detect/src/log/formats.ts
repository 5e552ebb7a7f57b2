// Which format a record is of: the one of the record before, else the first that knows it.
import type { Fields } from '../events/event.ts';
import type { RecordReader, Source } from '../sources/source.ts';

/** A format in use on a stream. */
export interface Format {
  readonly name: string;
  readonly reader: RecordReader;
}

export interface FormatsState {
  readonly text?: string;
  readonly json?: string;
  /** By name, what each format has to remember. */
  readonly readers: Readonly<Record<string, unknown>>;
}

export interface Formats {
  /** The format of the text record before. */
  readonly current: () => Format | undefined;
  /** Finds the format of a line that is not of the current one; it is the current one from here on. */
  readonly recognise: (line: string) => Format | undefined;
  readonly fromText: (record: string) => readonly Fields[] | undefined;
  readonly fromJson: (record: Fields) => { readonly events: readonly Fields[]; readonly name: string } | undefined;
  readonly state: () => FormatsState;
}

export function createFormats(sources: readonly Source[], before?: FormatsState): Formats {
  const formats = sources.map((source): Format => {
    return { name: source.name, reader: source.open(before?.readers[source.name]) };
  });
  const named = (name: string | undefined) => formats.find((one) => one.name === name);
  const texts = formats.filter(({ reader }) => reader.fromText !== undefined);
  const jsons = formats.filter(({ reader }) => reader.fromJson !== undefined);
  // Formats that join lines are asked about the first of them alone, which is not to be remembered as a record.
  const probes = new Map(sources.map((source) => [source.name, source.open()]));
  let text = named(before?.text);
  let json = named(before?.json);

  const knows = ({ name }: Format, line: string): boolean => {
    const probe = probes.get(name);
    return probe?.begins?.(line) === true || probe?.fromText?.(line) !== undefined;
  };

  return {
    current: () => text,
    recognise: (line) => {
      text = texts.find((format) => knows(format, line));
      return text;
    },
    fromText: (record) => text?.reader.fromText?.(record),
    fromJson: (record) => {
      const events = json?.reader.fromJson?.(record);
      if (json !== undefined && events !== undefined) return { events, name: json.name };
      for (const format of jsons) {
        const found = format === json ? undefined : format.reader.fromJson?.(record);
        if (found === undefined) continue;
        json = format;
        return { events: found, name: format.name };
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
