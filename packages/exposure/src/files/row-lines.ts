// Rows of a file as blocks of JSON lines.
import { createRowPacker } from '../net/row-packer.ts';
import type { Block, SourceFault } from '../source.ts';
import { StreamFault } from './byte-stream.ts';

/** Bytes of a blob that are read; text is seldom longer, and a picture need not be. */
const LONGEST_BLOB = 4 << 20;

/**
 * Blocks of rows that are made one by one.
 *
 * @param rows JSON-ready values: arrays in the order of `columns`, or objects; a Buffer is a row's JSON as it stands in the file
 */
export async function* blocksOf(
  columns: readonly string[] | undefined,
  rows: AsyncIterable<unknown> | Iterable<unknown>,
  where: string,
  signal: AbortSignal,
): AsyncGenerator<Block | SourceFault> {
  const packer = createRowPacker(columns);
  let fault: SourceFault | undefined;
  let unwritable = 0;
  try {
    for await (const row of rows) {
      if (signal.aborted) {
        fault = { code: 'lost', where, message: 'reading was stopped before its end' };
        break;
      }
      const bytes = Buffer.isBuffer(row) ? row : jsonOf(row);
      if (!bytes) {
        unwritable += 1;
        continue;
      }
      const full = packer.addBytes(bytes);
      if (full) yield full;
    }
  } catch (error) {
    fault = error instanceof StreamFault ? error.fault : broken(where, error);
  }
  const last = packer.end();
  if (last) yield last;
  if (fault) yield fault;
  else if (unwritable > 0) {
    const message = `${unwritable} of its rows are nested too deep or too large to be read`;
    yield { code: 'too large', where, message };
  }
}

function jsonOf(row: unknown): Buffer | undefined {
  try {
    const text = JSON.stringify(row, plainly);
    return text === undefined ? undefined : Buffer.from(text);
  } catch (error) {
    // Nested deeper than the stack, or longer than a string can be.
    if (error instanceof RangeError || (error as { code?: unknown }).code === 'ERR_STRING_TOO_LONG') return undefined;
    throw error;
  }
}

function plainly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, Math.min(value.length, LONGEST_BLOB)).toString('utf8');
  }
  return value;
}

/** A parser's own message may quote the file, so only the name of its error is told. */
export function broken(where: string, error: unknown): SourceFault {
  const code = (error as { code?: unknown }).code;
  const name = typeof code === 'string' && /^[A-Z_0-9]{2,40}$/.test(code) ? code : (error as Error).name;
  return { code: 'broken', where, message: `it cannot be read further (${name}); what came before was read` };
}
