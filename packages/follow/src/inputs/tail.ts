// A file that grows, as `tail -F` follows it: through rotation by renaming, through truncation, and through not being there yet. The place
// is the byte behind the last whole line, with what tells the file from another of its name: device, inode and its first bytes hashed.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Source } from '@vigie/detect';
import { encodingOf, LineCutter } from './cut-lines.ts';
import type { Batch, Input, Place } from './input.ts';

export interface TailOptions {
  readonly path: string;
  readonly source?: string | undefined;
  readonly mapping?: Source | undefined;
  /** Where to begin when there is no place: at the first byte, or at the end as it is now. */
  readonly from: 'start' | 'end';
  /** How often to look for more, milliseconds. */
  readonly everyMs?: number;
}

interface TailPlace {
  readonly file: string;
  readonly head: string;
  /** Bytes that `head` was made of. */
  readonly headBytes: number;
  readonly at: number;
}

const EVERY_MS = 100;
/** Looks without anything new after which a record that is held is whole. */
const PAUSE_LOOKS = 3;
const CHUNK = 1 << 18;
const HEAD_BYTES = 256;
const REWRITTEN = 'it was written anew, and is read from its beginning';
/** A file that is away is told of once in so many looks. */
const TELL_LOOKS = 600;

export function tailInput({ path, source, mapping, from, everyMs = EVERY_MS }: TailOptions): Input {
  return {
    name: `file:${path}`,
    source,
    mapping,
    open: (place, signal) => follow(path, from, everyMs, place, signal),
    rewound: (place, at) => (isPlace(place) ? { ...place, at: Math.min(place.at, at) } : place),
  };
}

async function* follow(
  path: string,
  from: TailOptions['from'],
  everyMs: number,
  place: Place | undefined,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let known = isPlace(place) ? place : undefined;
  let isFirst = known === undefined;
  for (let looks = 0; !signal.aborted; looks += 1) {
    const file = await opened(path);
    if (typeof file === 'string') {
      if (looks % TELL_LOOKS === 0) yield { lines: [], place: known, note: `${path}: ${file}; it is looked for again` };
      await rest(everyMs, signal);
      continue;
    }
    try {
      const begin = await beginOf(file, known, isFirst ? from : 'start');
      if (begin.note !== undefined) yield { lines: [], place: known, isEnd: true, note: `${path}: ${begin.note}` };
      isFirst = false;
      for await (const batch of readOn(file, path, begin.at, everyMs, signal)) {
        known = batch.place as TailPlace;
        yield batch;
      }
    } finally {
      await file.close();
    }
  }
}

async function opened(path: string): Promise<FileHandle | string> {
  try {
    const file = await open(path, 'r');
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
    return 'it is a folder';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'it is not there' : `it cannot be read (${code ?? 'unknown error'})`;
  }
}

/** Where to read from in a file that may be the one that is known, the same cut short, or another one. */
async function beginOf(
  file: FileHandle,
  known: TailPlace | undefined,
  from: TailOptions['from'],
): Promise<{ readonly at: number; readonly note?: string }> {
  const { size } = await file.stat();
  if (known === undefined) return { at: from === 'end' ? await lineBegin(file, size) : 0 };
  const isSame = (await identityOf(file)) === known.file && (await headOf(file, known.headBytes)) === known.head;
  if (!isSame) return { at: 0, note: 'it is another file than before, and is read from its beginning' };
  if (size < known.at) return { at: 0, note: 'it is shorter than before, and is read from its beginning' };
  return { at: known.at };
}

/** The beginning of the line in which a byte stands: the end of a file may stand in one that is being written. */
async function lineBegin(file: FileHandle, at: number): Promise<number> {
  const bytes = Buffer.alloc(Math.min(at, CHUNK));
  await file.read(bytes, 0, bytes.length, at - bytes.length);
  return at - bytes.length + bytes.lastIndexOf(0x0a) + 1;
}

async function* readOn(
  file: FileHandle,
  path: string,
  begin: number,
  everyMs: number,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let cutter: LineCutter | undefined;
  const identity = await identityOf(file);
  const buffer = Buffer.alloc(CHUNK);
  let at = begin;
  let head: Pick<TailPlace, 'head' | 'headBytes'> = { head: '', headBytes: -1 };
  const placeNow = async (): Promise<TailPlace> => {
    const place = cutter?.place ?? begin;
    const headBytes = Math.min(place, HEAD_BYTES);
    if (headBytes !== head.headBytes) head = { head: await headOf(file, headBytes), headBytes };
    return { file: identity, ...head, at: place };
  };
  for (let quiet = 0; !signal.aborted; ) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, at);
    // Cut short, and longer than before by now: only its beginning tells.
    const isRewritten =
      bytesRead > 0 && quiet > 0 && head.headBytes > 0 && (await headOf(file, head.headBytes)) !== head.head;
    if (bytesRead > 0 && !isRewritten) {
      cutter ??= new LineCutter(begin, encodingOf(await beginning(file, 2)));
      at += bytesRead;
      quiet = 0;
      yield { lines: cutter.cut(buffer.subarray(0, bytesRead)), place: await placeNow() };
      continue;
    }
    const change = isRewritten ? REWRITTEN : await changeOf(file, path, at, identity);
    if (change !== undefined) {
      // Whoever renamed it may have written on for a moment; what is there now was read, and its last line is whole.
      yield {
        lines: cutter?.rest() ?? [],
        place: await placeNow(),
        isEnd: true,
        ...(change !== '' && { note: `${path}: ${change}` }),
      };
      return;
    }
    quiet += 1;
    if (quiet === PAUSE_LOOKS) yield { lines: [], place: await placeNow(), isPause: true };
    await rest(everyMs, signal);
  }
}

/** What became of the file while it was read: undefined where it is as it was, else words for its owner. */
async function changeOf(file: FileHandle, path: string, at: number, identity: string): Promise<string | undefined> {
  const { size } = await file.stat();
  if (size < at) return 'it was cut short, and is read from its beginning';
  if (size > at) return undefined;
  const now = await opened(path);
  if (typeof now === 'string') return undefined;
  try {
    return (await identityOf(now)) === identity ? undefined : '';
  } finally {
    await now.close();
  }
}

async function identityOf(file: FileHandle): Promise<string> {
  const { dev, ino } = await file.stat({ bigint: true });
  return `${dev}:${ino}`;
}

async function headOf(file: FileHandle, bytes: number): Promise<string> {
  return createHash('sha256')
    .update(await beginning(file, bytes))
    .digest('hex')
    .slice(0, 32);
}

async function beginning(file: FileHandle, bytes: number): Promise<Buffer> {
  const head = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(head, 0, bytes, 0);
  return head.subarray(0, bytesRead);
}

/** Places are stored, and what is stored may be of an older program. */
function isPlace(place: unknown): place is TailPlace {
  const { file, head, headBytes, at } = (place ?? {}) as Partial<Record<keyof TailPlace, unknown>>;
  return typeof file === 'string' && typeof head === 'string' && isCount(headBytes) && isCount(at);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
