// Small files of the data directory, written so that they are whole whenever power is lost, and readable to their owner only.
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes or replaces a file: it is either the old or the new one. @throws where it cannot be written */
export async function writeDurably(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
