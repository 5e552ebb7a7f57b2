// Lines of a block as the fields of rows. Whole numbers keep all their digits: identifiers and card numbers may be longer than
// the 53 bits of a JavaScript number.
import { fieldsOf, isLong, type RowField, type RowPlan } from './row-fields.ts';

const NEWLINE = 0x0a;

/** Calls for each line of a block that is not empty. */
export function eachLine(bytes: Uint8Array, read: (line: string) => void): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let begin = 0;
  while (begin < buffer.length) {
    const found = buffer.indexOf(NEWLINE, begin);
    const end = found === -1 ? buffer.length : found;
    // Line by line, so that a line of ASCII alone takes a byte a character.
    if (end > begin) read(buffer.toString('utf8', begin, end));
    begin = end + 1;
  }
}

/** The fields of a row by its line; undefined where the line is no JSON, or nested so deep that it cannot be written again. */
export function parseRow(line: string, plan: RowPlan): readonly RowField[] | undefined {
  try {
    const { fields, hasLongNumber } = fieldsOf(JSON.parse(line), plan);
    return hasLongNumber ? fieldsOf(withDigits(line), plan).fields : fields;
  } catch {
    // Told by the caller as a row that could not be read.
    return undefined;
  }
}

/** The same value with its long numbers as text, digit by digit: https://tc39.es/proposal-json-parse-with-source/ */
function withDigits(line: string): unknown {
  return JSON.parse(line, function keepDigits(this: unknown, _key, value, context?: { readonly source?: string }) {
    return typeof value === 'number' && isLong(value) ? (context?.source ?? value) : value;
  });
}
