// Rows of a CSV that people open in spreadsheets: quoted after RFC 4180, and no cell begins as a formula.

/** A telephone number may begin with its plus. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().-]*$))/;

export function csvRow(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The bytes of rows as they come, for answers that are too large for memory. */
export function csvStream(rows: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
