// Writing so that it is still there after power was lost.
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the name of a new or renamed file as durable as its content. */
export async function syncFolderOf(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes or replaces a file, readable to its owner only: it is either the old or the new one, whenever power is lost. @throws where it cannot be written */
export async function replaceFile(path: string, text: string): Promise<void> {
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
  await syncFolderOf(path);
}
