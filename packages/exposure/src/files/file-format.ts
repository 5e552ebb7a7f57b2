// A format of files as rows. A new format is one file beside this one and a line in formats.ts.
import type { Block, Dataset, SourceFault } from '../source.ts';
import { type ByteStream, StreamFault } from './byte-stream.ts';

export interface FileFormat {
  readonly name: string;
  /** How the format is known: by its first bytes, and where they say nothing by the name of the file. */
  recognises(head: Buffer, path: string): boolean;
  /**
   * `text`: spans have places in the file's own bytes. `table`: the file is no text, spans have rows and columns.
   */
  readonly layout: 'text' | 'table';
  /** Datasets of a file with their rows. Most formats hold one. */
  open(file: OpenFile): Promise<readonly FileDataset[] | SourceFault>;
}

export interface OpenFile {
  /** As the user knows it. */
  readonly path: string;
  /** Where it lies on this machine; absent for standard input. */
  readonly realPath?: string;
  /** A fresh stream of its bytes. For standard input, it can be asked for once. */
  stream(): Promise<ByteStream | SourceFault>;
}

export interface FileDataset {
  readonly dataset: Dataset;
  /** Rows until the end; a fault is the last item. */
  read(signal: AbortSignal): AsyncIterable<Block | SourceFault>;
  /** Lets go of what the file keeps open. */
  close?(): void;
}

/**
 * Bytes of the file from its beginning, at each call. A file is opened anew for that, so that none of many files stays open; what
 * can be read once only goes on with the stream that was opened already.
 */
export async function bytesFrom(opened: ByteStream, file: OpenFile): Promise<() => Promise<AsyncIterable<Uint8Array>>> {
  if (file.realPath === undefined) return () => Promise.resolve(opened.bytes);
  await opened.close();
  return async () => {
    const stream = await file.stream();
    if ('code' in stream) throw new StreamFault(stream);
    return stream.bytes;
  };
}
