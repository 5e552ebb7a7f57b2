// Rows of CSV (RFC 4180): fields between commas, in double quotes where they hold a comma, a quote or a line feed, quotes doubled.

/** Rows of logs have a few dozen fields. */
const MAX_FIELDS = 256;

/** @returns undefined where a quote is not closed, or stands where none may, or there are too many fields */
export function csvFields(row: string): readonly string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  while (fields.length < MAX_FIELDS) {
    if (row[at] === '"') {
      const end = closingQuote(row, at + 1);
      if (end === undefined || (end + 1 < row.length && row[end + 1] !== ',')) return undefined;
      fields.push(row.slice(at + 1, end).replaceAll('""', '"'));
      if (end + 1 >= row.length) return fields;
      at = end + 2;
    } else {
      const comma = row.indexOf(',', at);
      fields.push(comma < 0 ? row.slice(at) : row.slice(at, comma));
      if (comma < 0) return fields;
      at = comma + 1;
    }
  }
  return undefined;
}

function closingQuote(row: string, from: number): number | undefined {
  for (let at = from; ; at += 2) {
    at = row.indexOf('"', at);
    if (at < 0) return undefined;
    if (row[at + 1] !== '"') return at;
  }
}

/** Whether the quotes of a row are still open behind a line of it. */
export function isQuoteOpen(line: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}
