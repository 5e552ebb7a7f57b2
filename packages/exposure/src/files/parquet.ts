// Apache Parquet (https://parquet.apache.org/docs/file-format/), read row group by row group.
import { open } from 'node:fs/promises';
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { SourceFault } from '../source.ts';
import { StreamFault } from './byte-stream.ts';
import type { FileFormat, OpenFile } from './file-format.ts';
import { blocksOf, broken } from './row-lines.ts';

const MAGIC = 'PAR1';
/** A row group is unpacked in memory as a whole. */
const LARGEST_ROW_GROUP = 1 << 30;

export const parquet: FileFormat = {
  name: 'parquet',
  layout: 'table',
  recognises: (head) => head.toString('latin1', 0, 4) === MAGIC,
  async open(file) {
    if (file.realPath === undefined) {
      return unsupported(file, 'Parquet is read from its end, so it cannot come from standard input; name the file');
    }
    const opened = await file.stream();
    if ('code' in opened) return opened;
    await opened.close();
    if (opened.packed) return unsupported(file, 'Parquet packs its columns itself; unpack the outer layer first');
    try {
      return [await datasetOf(file, await bufferOf(file.realPath))];
    } catch (error) {
      return broken(file.path, error);
    }
  },
};

function unsupported(file: OpenFile, message: string): SourceFault {
  return { code: 'unsupported', where: file.path, message };
}

async function bufferOf(path: string): Promise<AsyncBuffer> {
  const handle = await open(path);
  const { size } = await handle.stat();
  await handle.close();
  return {
    byteLength: size,
    async slice(start, end = size) {
      const file = await open(path);
      try {
        const bytes = Buffer.from(new ArrayBuffer(Math.max(0, end - start)));
        await file.read(bytes, 0, bytes.length, start);
        return bytes.buffer as ArrayBuffer;
      } finally {
        await file.close();
      }
    },
  };
}

async function datasetOf(file: OpenFile, buffer: AsyncBuffer) {
  const metadata = await parquetMetadataAsync(buffer);
  const columns = parquetSchema(metadata).children.map(({ element }) => ({
    name: element.name,
    type: String(element.logical_type?.type ?? element.converted_type ?? element.type ?? 'group').toLowerCase(),
  }));
  const order = columns.map(({ name }) => name);
  const rows = Number(metadata.num_rows);
  async function* rowsOf(): AsyncGenerator<unknown[]> {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      if (Number(group.total_byte_size) > LARGEST_ROW_GROUP) {
        const message = 'one of its row groups is too large for the memory; write it with smaller ones';
        throw new StreamFault({ code: 'too large', where: file.path, message });
      }
      const objects = await parquetReadObjects({ file: buffer, metadata, compressors, rowStart, rowEnd });
      for (const row of objects) yield order.map((name) => row[name]);
      rowStart = rowEnd;
    }
  }
  return {
    dataset: { container: '', name: file.path, columns, rows: { lower: rows, estimate: rows, upper: rows } },
    read: (signal: AbortSignal) => blocksOf(order, rowsOf(), file.path, signal),
  };
}
