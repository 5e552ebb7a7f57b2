// What was said in a session, as lines of JSON in a file of its own that only its owner may read.
import { join } from 'node:path';
import type { Touch } from '@vigie/decoy';
import { makePrivateFolder, writePrivate } from '../files.ts';

export interface Transcripts {
  /** Writes the session's transcript when it ends; the same session once. */
  readonly keep: (touch: Touch) => void;
  /** Resolves when all that have ended are written. */
  readonly written: () => Promise<void>;
}

/** @param failed told of a file that could not be written @throws UsageFault where the folder cannot be made */
export async function transcriptsIn(
  folder: string,
  failed: (path: string, code: string) => void,
): Promise<Transcripts> {
  await makePrivateFolder('--transcripts', folder);
  const sessions = new Map<string, Promise<void>>();
  const write = async (touch: Touch) => {
    await touch.ended;
    const path = join(folder, `${touch.decoy}-${touch.asker.session}.ndjson`);
    await writePrivate(path, textOf(touch), true).catch((error: NodeJS.ErrnoException) =>
      failed(path, error.code ?? 'unknown error'),
    );
    sessions.delete(touch.asker.session);
  };
  return {
    keep: (touch) => {
      if (!sessions.has(touch.asker.session)) sessions.set(touch.asker.session, write(touch));
    },
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
