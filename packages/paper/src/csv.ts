// A table as CSV: RFC 4180, with formulas defused, since spreadsheets run what a cell of others begins with.
import { stringify } from 'csv-stringify/sync';

/**
 * @param rows the first are the names of the columns
 * @returns lines that end with CR and LF; a cell that a spreadsheet would run as a formula gets an apostrophe before it
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return stringify([...rows], { escape_formulas: true, record_delimiter: '\r\n' });
}
