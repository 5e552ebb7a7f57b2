// Plain text and logs: each line is a row, and a block in PEM (RFC 7468), which means something only as a whole, is one row.
import { StreamFault, upToFault } from './byte-stream.ts';
import { bytesFrom, type FileFormat } from './file-format.ts';
import { linesOf, textOfLine } from './lines.ts';
import { blocksOf } from './row-lines.ts';

/** No key is longer; a beginning without its end must not swallow a file. */
const LONGEST_PEM = 1 << 16;

export const text: FileFormat = {
  name: 'text',
  layout: 'text',
  recognises: () => true,
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const stream = await bytesFrom(opened, file);
    return [
      {
        dataset: { container: '', name: file.path, columns: [{ name: 'line', type: 'text' }] },
        read: (signal) => blocksOf(['line'], rowsOf(stream), file.path, signal),
      },
    ];
  },
};

async function* rowsOf(stream: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<[string]> {
  const { bytes: read, fault } = upToFault(await stream());
  let block: string[] = [];
  let size = 0;
  for await (const lines of linesOf(read)) {
    for (const { bytes } of lines) {
      if (bytes.length === 0) continue;
      const line = textOfLine(bytes);
      if (block.length > 0 || line.includes('-----BEGIN ')) {
        block.push(line);
        size += line.length;
        if (size < LONGEST_PEM && !line.includes('-----END ')) continue;
        yield [block.join('\n')];
        block = [];
        size = 0;
      } else yield [line];
    }
  }
  // A beginning without an end: lines as any others.
  for (const line of block) yield [line];
  const why = fault();
  if (why) throw new StreamFault(why);
}
