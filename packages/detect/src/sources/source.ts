// What a format of logs is: one file in this folder each, listed in index.ts.
import type { Fields } from '../events/event.ts';

export interface Source {
  /** As it is written behind `--source`: `postgresql-csvlog`. */
  readonly name: string;
  /** For people: "PostgreSQL, csvlog". */
  readonly title: string;
  /** Where the format is defined. */
  readonly reference: string;
  /** For people: what of connections, sign-ins, statements, errors, rows and bytes a log of it tells, and what it leaves open. */
  readonly tells?: string;
  /**
   * For formats whose records are JSON: one of these keys, whatever their case, is at the top of each, so that the reader is not asked
   * about objects that have none of them. The rarer they are in others' events, the better. Where they are not said, it is asked about
   * every object.
   */
  readonly jsonKeys?: readonly string[];
  /**
   * A reader for one stream of records; what formats need to remember between records lives in it, bounded.
   *
   * @param now milliseconds since 1970, for formats that leave out the year: no time that is read is ahead of it by more than a time zone
   */
  readonly open: (state?: unknown, now?: () => number) => RecordReader;
}

/**
 * Reads records of one stream. Each function gives the events of a record, none where the record is of this format and tells nothing,
 * and undefined where the record is not of this format, so that formats can be told apart by trying. Never throws, whatever the bytes.
 */
export interface RecordReader {
  readonly fromText?: (record: string) => readonly Fields[] | undefined;
  /** For records that are JSON. */
  readonly fromJson?: (record: Fields) => readonly Fields[] | undefined;
  /**
   * For records over several lines: whether a line goes on with the record before it.
   *
   * @param record all of that record so far; of one that is too long, its beginning
   * @param lines how many lines it has so far: a reader that counts (quotes that are open) begins anew at 1, and goes on from the line
   * that it said yes to otherwise
   */
  readonly goesOn?: (record: string, line: string, lines: number) => boolean;
  /** Beside `goesOn`: whether a line is the first of a record, whole or not, such as a row of CSV with an open quote. */
  readonly begins?: (line: string) => boolean;
  /** What has to be kept for going on after a restart, as plain JSON; given to `open` again. */
  readonly state?: () => unknown;
}
