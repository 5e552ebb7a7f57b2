// A folder into which the operator's mail server delivers bounces: `bounces/` in the data directory, as a Maildir (`new/`), or with files in
// mbox format (RFC 4155). What was read is moved, so that it is read once; a message is also known by its hash.
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Room } from '../../room.ts';
import { takeReport } from './intake.ts';
import { messagesIn } from './mbox.ts';

const LOOK_MS = 5000;
/** A larger file is no bounce: it stays where it is. */
const LARGEST_BYTES = 20 * 1024 * 1024;
/** Messages of a Maildir in one look; the next look takes the next. */
const AT_ONCE = 500;

export interface BounceMailbox {
  /** Looks now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export async function watchBounces(room: Room, lookMs = LOOK_MS): Promise<BounceMailbox> {
  const folder = join(room.settings.dataDir, 'bounces');
  for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  let looking: Promise<void> | undefined;
  const look = (): Promise<void> => {
    looking ??= lookThrough(room, folder)
      .catch((error: unknown) => room.log.mistake(error, { part: 'bounces' }))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return {
    look,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

async function lookThrough(room: Room, folder: string): Promise<void> {
  for (const name of (await readdir(join(folder, 'new'))).slice(0, AT_ONCE)) {
    const path = join(folder, 'new', name);
    if (!(await isReadable(path))) continue;
    const { isEarly } = await takeReport(room, await readFile(path), 'maildir');
    // Seen, as the Maildir's rules write it.
    if (!isEarly) await rename(path, join(folder, 'cur', `${name.replace(/:.*$/, '')}:2,S`));
  }
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.mbox'))) {
    const path = join(folder, name);
    if (!(await isReadable(path))) continue;
    let isEarly = false;
    for await (const message of messagesIn(createReadStream(path))) {
      if ((await takeReport(room, message, 'mbox')).isEarly) isEarly = true;
    }
    if (!isEarly) await rename(path, `${path}.read`);
  }
}

async function isReadable(path: string): Promise<boolean> {
  const { size } = await stat(path);
  return size <= LARGEST_BYTES;
}
