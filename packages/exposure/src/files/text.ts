// Plain text and logs: each line is a row.
import { StreamFault } from './byte-stream.ts';
import type { FileFormat, OpenFile } from './file-format.ts';
import { linesOf } from './lines.ts';
import { blocksOf } from './row-lines.ts';

export const text: FileFormat = {
  name: 'text',
  layout: 'text',
  recognises: () => true,
  open: (file) =>
    Promise.resolve([
      {
        dataset: { container: '', name: file.path, columns: [{ name: 'line', type: 'text' }] },
        read: (signal) => blocksOf(['line'], rowsOf(file), file.path, signal),
      },
    ]),
};

async function* rowsOf(file: OpenFile): AsyncGenerator<[string]> {
  const opened = await file.stream();
  if ('code' in opened) throw new StreamFault(opened);
  for await (const lines of linesOf(opened.bytes)) {
    for (const { bytes } of lines) if (bytes.length > 0) yield [bytes.toString('utf8')];
  }
}
