// Reads the end of the evidence log without reading all of it: blocks from the file's end, lines from their last.
import { open } from 'node:fs/promises';

export interface ReadEntry {
  readonly sequence: number;
  readonly time: string;
  readonly type: string;
  readonly author: string;
  readonly payload: Record<string, unknown>;
  readonly hash: string;
}

const BLOCK_BYTES = 256 * 1024;
const LINE_FEED = 10;

/**
 * Entries before a sequence number, newest first.
 *
 * @param before Infinity for the newest
 */
export async function readEntriesBefore(path: string, before: number, limit: number): Promise<readonly ReadEntry[]> {
  const file = await open(path, 'r');
  try {
    const found: ReadEntry[] = [];
    let end = (await file.stat()).size;
    let tail = Buffer.alloc(0);
    while (end > 0 && found.length < limit) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = Buffer.alloc(end - start);
      await file.read(block, 0, block.length, start);
      const text = Buffer.concat([block, tail]);
      // The first line of a block may have begun in the block before it.
      const whole = start === 0 ? 0 : text.indexOf(LINE_FEED) + 1;
      tail = text.subarray(0, whole);
      for (const line of text.subarray(whole).toString('utf8').split('\n').reverse()) {
        const entry = line === '' ? undefined : entryOf(line);
        if (entry !== undefined && entry.sequence < before && found.length < limit) found.push(entry);
      }
      end = start;
    }
    return found;
  } finally {
    await file.close();
  }
}

/** The log's last line may still be being written; the verifier, not this reader, judges lines. */
function entryOf(line: string): ReadEntry | undefined {
  try {
    const { sequence, time, type, author, payload, hash } = JSON.parse(line) as ReadEntry;
    return { sequence, time, type, author, payload, hash };
  } catch {
    return undefined;
  }
}
