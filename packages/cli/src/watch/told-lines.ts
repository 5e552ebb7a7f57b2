// Where detections go: to standard output, or to a file that is added to. A file knows what was told: after a killed process the same
// detection comes again under the same id, and is not written a second time.
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { UsageFault } from '../exit-codes.ts';
import type { World } from '../world.ts';

export interface ToldLines {
  /** Resolves once it is written; waits for as long as the disk is full. */
  readonly write: (lines: readonly { readonly id: string; readonly text: string }[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Of a file that is there, so much of the end is read for ids: far more than can come between two states. */
const READ_BYTES = 16 << 20;
const MAX_IDS = 200_000;
const AGAIN_MS = 2_000;

/**
 * @param complain told once when it cannot be written
 * @param stop the user ends it: who waits for a disk then waits no longer, and `write` rejects with a UsageFault
 * @throws UsageFault where the file cannot be opened
 */
export async function toldLines(
  world: World,
  path: string | undefined,
  complain: (text: string) => void,
  stop: AbortSignal = new AbortController().signal,
): Promise<ToldLines> {
  if (path === undefined) {
    return { write: async (lines) => world.out.write(lines.map(({ text }) => text).join('')), close: async () => {} };
  }
  const file = await opened(path);
  const told = await idsIn(file);
  return {
    write: async (lines) => {
      const fresh = lines.filter(({ id }) => !told.has(id));
      if (fresh.length === 0) return;
      await written(file, fresh.map(({ text }) => text).join(''), { path, complain, stop });
      for (const { id } of fresh) {
        if (told.size >= MAX_IDS) dropOldest(told);
        told.add(id);
      }
    },
    close: () => file.close(),
  };
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'a+', 0o600);
  } catch (error) {
    throw new UsageFault(
      '--output',
      `cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

async function idsIn(file: FileHandle): Promise<Set<string>> {
  const { size } = await file.stat();
  const bytes = Buffer.alloc(Math.min(size, READ_BYTES));
  await file.read(bytes, 0, bytes.length, size - bytes.length);
  const ids = bytes.toString('utf8').matchAll(/"id":"([0-9a-f]{32})"(?:,"again":(\d{1,9}))?/g);
  return new Set([...ids].map(([, id = '', again]) => lineId(id, again === undefined ? undefined : Number(again))));
}

/** What a line is known by: an alert that became graver is told again under its id. */
export function lineId(id: string, again: number | undefined): string {
  return again === undefined ? id : `${id}/${again}`;
}

interface Writing {
  readonly path: string;
  readonly complain: (text: string) => void;
  readonly stop: AbortSignal;
}

async function written(file: FileHandle, text: string, { path, complain, stop }: Writing): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { size } = await file.stat();
    try {
      await file.appendFile(text);
      await file.datasync();
      return;
    } catch (error) {
      // Half a line is no line.
      await file.truncate(size).catch(() => {});
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (tries === 0) complain(`${path} cannot be written (${code}); nothing more is read until it can`);
      await pause(AGAIN_MS, undefined, { signal: stop }).catch(() => {});
      if (stop.aborted) {
        throw new UsageFault(
          '--output',
          `${path} cannot be written (${code}); make room there and start again: what was not written is told then`,
        );
      }
    }
  }
}

function dropOldest(ids: Set<string>): void {
  const [oldest] = ids;
  if (oldest !== undefined) ids.delete(oldest);
}
