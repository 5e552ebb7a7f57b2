// What was said in a session, as lines of JSON in a file of its own that only its owner may read.
import { join } from 'node:path';
import type { Touch } from '@vigie/decoy';
import { makePrivateFolder, writePrivate } from '../files.ts';

export interface Transcripts {
  /** Writes the session's transcript when it ends; the same session once. */
  readonly keep: (touch: Touch) => void;
  /** Of sessions whose transcript had no room: too many ended at once, or this run has filled what a folder may hold. */
  readonly unkept: () => number;
  /** Resolves when all that have ended are written. */
  readonly written: () => Promise<void>;
}

/** Of one run. Who could make files without end could fill the disk. */
const MAX_BYTES = 2 ** 30;
/** Sessions that have ended and are not written: each holds its transcript. */
const MAX_ENDED = 500;

/** @param failed told of a file that could not be written @throws UsageFault where the folder cannot be made */
export async function transcriptsIn(
  folder: string,
  failed: (path: string, code: string) => void,
): Promise<Transcripts> {
  await makePrivateFolder('--transcripts', folder);
  const sessions = new Map<string, Promise<void>>();
  let [bytes, ended, unkept] = [0, 0, 0];
  const write = async (touch: Touch) => {
    await touch.ended;
    if (bytes >= MAX_BYTES || ended >= MAX_ENDED) unkept += 1;
    else await writeOne(touch);
    sessions.delete(touch.asker.session);
  };
  const writeOne = async (touch: Touch) => {
    const text = textOf(touch);
    bytes += text.length;
    ended += 1;
    const path = join(folder, `${touch.decoy}-${touch.asker.session}.ndjson`);
    await writePrivate(path, text, true).catch((error: NodeJS.ErrnoException) =>
      failed(path, error.code ?? 'unknown error'),
    );
    ended -= 1;
  };
  return {
    keep: (touch) => {
      if (!sessions.has(touch.asker.session)) sessions.set(touch.asker.session, write(touch));
    },
    unkept: () => unkept,
    written: async () => {
      await Promise.all(sessions.values());
    },
  };
}

function textOf({ transcript, decoy, asker }: Touch): string {
  const { parts, dropped } = transcript;
  const about = { decoy, address: asker.ip, port: asker.port, session: asker.session, dropped };
  const lines = parts.map(({ time, from, bytes }) => ({
    time: new Date(time).toISOString(),
    from,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return [about, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}
