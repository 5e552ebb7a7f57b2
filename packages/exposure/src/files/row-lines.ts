// Rows of a file as blocks of JSON lines.
import { createRowPacker } from '../net/row-packer.ts';
import type { Block, SourceFault } from '../source.ts';
import { StreamFault } from './byte-stream.ts';

/**
 * Blocks of rows that are made one by one.
 *
 * @param rows JSON-ready values: arrays in the order of `columns`, or objects
 */
export async function* blocksOf(
  columns: readonly string[] | undefined,
  rows: AsyncIterable<unknown> | Iterable<unknown>,
  where: string,
  signal: AbortSignal,
): AsyncGenerator<Block | SourceFault> {
  const packer = createRowPacker(columns);
  try {
    for await (const row of rows) {
      if (signal.aborted) break;
      const full = packer.addBytes(Buffer.from(JSON.stringify(row, plainly)));
      if (full) yield full;
    }
  } catch (error) {
    const last = packer.end();
    if (last) yield last;
    yield error instanceof StreamFault ? error.fault : broken(where, error);
    return;
  }
  const last = packer.end();
  if (last) yield last;
}

function plainly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.length).toString('utf8');
  return value;
}

/** A parser's own message may quote the file, so only the name of its error is told. */
export function broken(where: string, error: unknown): SourceFault {
  const code = (error as { code?: unknown }).code;
  const name = typeof code === 'string' && /^[A-Z_0-9]{2,40}$/.test(code) ? code : (error as Error).name;
  return { code: 'broken', where, message: `it cannot be read further (${name}); what came before was read` };
}
