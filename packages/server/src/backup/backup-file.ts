// The file of a backup on the disk: written beside its place and put there when it is whole, readable to its owner only.
import { createReadStream, existsSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type BackupFault, fileFailed } from './fault.ts';
import { type BackupPart, readBackup, type Section, type Write } from './format.ts';
import { linesOf } from './lines.ts';

/** Speed before size: while a backup is made, the platform works on beside it. */
const LEVEL = 3;

/** Compresses what `fill` writes, and gives it to `take` in parts. */
export async function compress<T>(
  fill: (write: Write) => Promise<T>,
  take: (part: Uint8Array) => Promise<void>,
): Promise<T> {
  const gzip = createGzip({ level: LEVEL });
  const taking = (async () => {
    for await (const part of gzip) await take(part as Uint8Array);
  })();
  // Whoever is slow or gone stops the writer too.
  const failed = taking.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  const write: Write = (text) =>
    Promise.race([
      failed,
      new Promise<void>((resolve) => (gzip.write(text) ? resolve() : gzip.once('drain', resolve))),
    ]);
  try {
    const result = await fill(write);
    gzip.end();
    await taking;
    return result;
  } catch (error) {
    gzip.destroy();
    await taking.catch(() => undefined);
    throw error;
  }
}

/**
 * Writes the file of a backup, which is there whole or not at all: it is read again and checked before it gets its name.
 *
 * @param fill gives the file's bytes to `take`; a fault means that they are not all
 */
export async function writeBackupFile<Said extends object>(
  path: string,
  fill: (take: (part: Uint8Array) => Promise<void>) => Promise<Said | BackupFault>,
): Promise<{ readonly said: Said; readonly sections: readonly Section[] } | BackupFault> {
  const part = `${path}.part`;
  try {
    if (existsSync(path)) return alreadyThere(path);
    await rm(part, { force: true });
    const file = await open(part, 'wx', 0o600);
    let said: Said | BackupFault;
    try {
      said = await fill((bytes) => file.appendFile(bytes));
      if ('remedy' in said) return said;
      await file.sync();
    } finally {
      await file.close();
    }
    const sections = await sectionsIn(part);
    if (sections === undefined) return NOT_WHOLE;
    await link(part, path);
    return { said, sections };
  } catch (error) {
    return fileFailed(path, error);
  } finally {
    await rm(part, { force: true });
  }
}

async function sectionsIn(path: string): Promise<readonly Section[] | undefined> {
  for await (const part of readBackupFile(path)) {
    if (part.kind === 'damaged') return undefined;
    if (part.kind === 'manifest') return part.sections;
  }
  return undefined;
}

const NOT_WHOLE: BackupFault = {
  code: 'server-failed',
  message: 'the backup did not come to its end: a store failed, or the server was stopped',
  remedy: 'look at what the server says, and try again',
};

function alreadyThere(path: string): BackupFault {
  return {
    code: 'file-failed',
    message: `${path} is there already`,
    remedy: 'name another file: a backup never replaces another one',
  };
}

/** The parts of a backup in a file; a file that is no gzip, or is cut off, is damaged. @throws where it cannot be read */
export async function* readBackupFile(path: string): AsyncGenerator<BackupPart> {
  const file = createReadStream(path);
  const text = file.pipe(createGunzip());
  file.once('error', (error) => text.destroy(error));
  let line = 0;
  try {
    for await (const part of readBackup(linesOf(text))) {
      line += 1;
      yield part;
    }
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    yield { kind: 'damaged', line, why: line === 0 ? 'no-backup' : 'cut-off' };
  } finally {
    file.destroy();
    text.destroy();
  }
}

/** https://nodejs.org/api/zlib.html#for-zlib-based-streams */
function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
