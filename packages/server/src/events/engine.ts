// What the store of events needs of an engine that speaks ClickHouse's SQL, inside of this process or elsewhere.
import type { EventsFault } from './fault.ts';

/** Bound as `{name:Type}`; a time is bound as milliseconds since 1970, `{at:Int64}`. */
export type Parameters = Readonly<Record<string, string | number>>;

export interface EventEngine {
  readonly kind: 'embedded' | 'server';
  /** Runs a statement that answers nothing. */
  command(sql: string): Promise<EventsFault | undefined>;
  /** Adds rows, one JSON object a line; resolves once they are durable. */
  insert(table: string, lines: Uint8Array): Promise<EventsFault | undefined>;
  /** The rows of an answer, as JSON has them. */
  select(sql: string, parameters: Parameters): Promise<{ readonly rows: readonly unknown[] } | EventsFault>;
  /** Reads a long answer as lines of JSON, part by part; the next part is read once `take` has resolved. */
  read(sql: string, take: (part: Uint8Array) => Promise<void>): Promise<EventsFault | undefined>;
  close(): Promise<void>;
}

/**
 * What every statement runs with, so that an answer has one form wherever it comes from: times as ISO 8601 in UTC, whole numbers as
 * numbers, and no insert confirmed from a buffer. https://clickhouse.com/docs/operations/settings/settings
 */
export const STATEMENT_SETTINGS = {
  date_time_input_format: 'best_effort',
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
  async_insert: 0,
} as const;

/** Rows from lines of JSON. */
export function rowsOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
