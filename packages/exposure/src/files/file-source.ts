// Files as a source: one dataset for each, or for each table of a database file.
import type { Block, Dataset, Source, SourceFault } from '../source.ts';
import { isFault } from '../source.ts';
import type { Encoding } from './byte-stream.ts';
import type { FileDataset } from './file-format.ts';
import { type InputFile, openInput } from './input-file.ts';

/** What was seen of a file at its opening. */
export interface FileNote {
  readonly path: string;
  readonly format: string;
  readonly encoding: Encoding;
  /** Left out: met in a folder, no text, of no known format. */
  readonly isSkipped: boolean;
  readonly isBinary: boolean;
  /** A table format, whose bytes are no text. */
  readonly isTable: boolean;
}

export interface FileSource extends Source {
  /** Notes on the files, once the datasets have been asked for. */
  notes(): readonly FileNote[];
}

/** Of a stream that can be read once, so much is held after the sample, to be read again. */
const MOST_HELD = 64 << 20;

interface Opened {
  readonly file: InputFile;
  readonly content: FileDataset;
}

export function openFileSource(files: readonly InputFile[]): FileSource {
  const opened = new Map<Dataset, Opened>();
  const replays = new Map<Dataset, Replay>();
  const notes: FileNote[] = [];
  return {
    product: 'files',
    notes: () => notes,
    async datasets(signal) {
      for (const file of files) {
        if (signal.aborted) break;
        for (const content of await contentsOf(file, notes)) opened.set(content.dataset, { file, content });
      }
      return [...opened.keys()];
    },
    read({ dataset, sample, signal }) {
      const found = opened.get(dataset);
      if (!found) throw new Error('a dataset of another source');
      if (found.file.realPath !== undefined) return found.content.read(signal);
      const replay = replays.get(dataset) ?? createReplay(found.content.read(signal));
      replays.set(dataset, replay);
      return sample === undefined ? replay.whole() : replay.beginning(sample);
    },
    close() {
      for (const { content } of opened.values()) content.close?.();
      return Promise.resolve();
    },
  };
}

async function contentsOf(file: InputFile, notes: FileNote[]): Promise<readonly FileDataset[]> {
  const input = await openInput(file);
  if ('code' in input) return [unreadable(file, input)];
  const { format, encoding, isBinary } = input;
  const isSkipped = isBinary && !file.isNamed;
  notes.push({
    path: file.path,
    format: format.name,
    encoding,
    isBinary,
    isSkipped,
    isTable: format.layout === 'table',
  });
  if (file.realPath !== undefined || isSkipped) await input.stream.close();
  if (isSkipped) return [];
  const contents = await format.open(file);
  return 'code' in contents ? [unreadable(file, contents)] : contents;
}

/** A file that cannot be read is in the list all the same, with its reason. */
function unreadable({ path }: InputFile, fault: SourceFault): FileDataset {
  async function* read() {
    yield fault;
  }
  return { dataset: { container: '', name: path, columns: [] }, read };
}

interface Replay {
  beginning(rows: number): AsyncIterable<Block | SourceFault>;
  whole(): AsyncIterable<Block | SourceFault>;
}

/** What can be read once is read twice, its beginning from memory: first for the sample, then as a whole. */
function createReplay(items: AsyncIterable<Block | SourceFault>): Replay {
  const iterator = items[Symbol.asyncIterator]();
  const held: (Block | SourceFault)[] = [];
  const copyOf = (item: Block | SourceFault) =>
    isFault(item) ? item : { ...item, bytes: Uint8Array.from(item.bytes) };
  return {
    async *beginning(rows) {
      let seen = 0;
      let bytes = 0;
      while (seen < rows && bytes < MOST_HELD) {
        const next = await iterator.next();
        if (next.done) return;
        held.push(copyOf(next.value));
        if (!isFault(next.value)) {
          seen += next.value.rows;
          bytes += next.value.bytes.length;
        }
        yield next.value;
      }
    },
    async *whole() {
      for (let item = held.shift(); item; item = held.shift()) yield item;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    },
  };
}
