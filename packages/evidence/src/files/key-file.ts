// The private key of a log in a file of its own, which only its owner may read. Keep it away from the log and its backups.
import { open, readFile } from 'node:fs/promises';
import { exportSigningKey, importSigningKey, type SigningKey } from '../notes/signing-key.ts';
import { syncFolderOf } from './durable.ts';

/** Writes a new key file (PEM, PKCS #8); an existing file is never replaced. @throws where it cannot be written */
export async function writeKeyFile(path: string, key: SigningKey): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(exportSigningKey(key));
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolderOf(path);
}

/** Reads a key file; undefined where it holds no Ed25519 key. @throws where it cannot be read */
export async function readKeyFile(path: string, name: string): Promise<SigningKey | undefined> {
  return importSigningKey(name, await readFile(path, 'utf8'));
}
