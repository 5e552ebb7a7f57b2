// A file, a pipe or standard input, opened so far that its format is known.
import type { SourceFault } from '../source.ts';
import { type ByteStream, type Encoding, openFile, openStream } from './byte-stream.ts';
import type { FileFormat, OpenFile } from './file-format.ts';
import { formatOf, isBinary } from './formats.ts';
import type { WalkedFile } from './walk.ts';

export interface InputFile extends OpenFile {
  /** Met in a folder rather than named: then it is left out where it is no text and of no known format. */
  readonly isNamed: boolean;
}

export interface OpenedInput {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  /** No text, and of no known format. */
  readonly isBinary: boolean;
  readonly stream: ByteStream;
}

/** @param name - what the file is called in results, where its path may not be shown */
export function inputOfFile({ path, isNamed, isRegular }: WalkedFile, name = path): InputFile {
  if (isRegular) return { path: name, realPath: path, isNamed, stream: () => openFile(path, name) };
  return { path: name, isNamed, stream: once(() => openFile(path, name)) };
}

/** Standard input. @param path what it is called in results */
export function inputOfStream(stream: AsyncIterable<Uint8Array>, path: string): InputFile {
  return { path, isNamed: true, stream: once(() => openStream(stream, path)) };
}

/** The format of a file, with the stream that told it. */
export async function openInput(file: InputFile): Promise<OpenedInput | SourceFault> {
  const stream = await file.stream();
  if ('code' in stream) return stream;
  const format = formatOf(stream.head, file.path);
  return { format, encoding: stream.encoding, isBinary: format.name === 'text' && isBinary(stream.head), stream };
}

function once(open: () => Promise<ByteStream | SourceFault>): () => Promise<ByteStream | SourceFault> {
  let opened: Promise<ByteStream | SourceFault> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
