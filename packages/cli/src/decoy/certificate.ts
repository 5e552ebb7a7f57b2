// The certificate that a decoy shows: one that is given, or one for a believable name that OpenSSL makes once, so that it is the same tomorrow.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { promisify } from 'node:util';
import type { DecoyKind } from '@vigie/decoy';
import { UsageFault } from '../exit-codes.ts';
import type { DecoyWords } from './options.ts';

export interface Certificate {
  /** Both in PEM. */
  readonly cert: string;
  readonly key: string;
}

/** Hosts as people name them, below a domain that is nobody's (RFC 6762, appendix G). */
const NAMES: Readonly<Record<DecoyKind, string>> = {
  clickhouse: 'clickhouse-01.internal',
  'clickhouse-native': 'clickhouse-01.internal',
  elasticsearch: 'es-node-1.internal',
  redis: 'redis-01.internal',
  mongodb: 'mongo-1.internal',
  postgresql: 'pg-01.internal',
  'http-bucket': 'minio.internal',
};
const NAME = /^(?=.{1,64}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const DAYS = '3650';

/**
 * @param folder where certificates that were made are kept
 * @returns undefined where none is asked for
 * @throws UsageFault where a file cannot be read or is none, or OpenSSL is not there
 */
export async function certificateFor(
  kind: DecoyKind,
  words: DecoyWords,
  folder: string,
): Promise<Certificate | undefined> {
  const { tls, tlsCert, tlsKey } = words;
  if (tlsCert !== undefined || tlsKey !== undefined) {
    if (tlsCert === undefined || tlsKey === undefined) throw new UsageFault('--tls-cert', 'and --tls-key go together');
    return usable({ cert: await read('--tls-cert', tlsCert), key: await read('--tls-key', tlsKey) });
  }
  if (tls === undefined) return undefined;
  const name = tls === true ? NAMES[kind] : tls;
  if (!NAME.test(name)) throw new UsageFault('--tls', 'write the name of a host, as in db-01.internal');
  const [cert, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const isThere = await readFile(cert).then(
    () => true,
    () => false,
  );
  if (!isThere) await make(name, folder, cert, key);
  return usable({ cert: await read('--tls', cert), key: await read('--tls', key) });
}

async function read(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageFault(
      option,
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

function usable(pair: Certificate): Certificate {
  try {
    createSecureContext(pair);
    return pair;
  } catch {
    // What OpenSSL says of it may quote the file.
    throw new UsageFault('--tls-cert', 'is no certificate in PEM with the key of --tls-key');
  }
}

async function make(name: string, folder: string, cert: string, key: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [freshCert, freshKey] = [`${cert}.new`, `${key}.new`];
  const wanted = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', DAYS, '-subj', `/CN=${name}`];
  try {
    await promisify(execFile)('openssl', [
      ...wanted,
      '-addext',
      `subjectAltName=DNS:${name}`,
      '-keyout',
      freshKey,
      '-out',
      freshCert,
    ]);
    await chmod(freshKey, 0o600);
    // The key first: a certificate that is there has its key beside it.
    await rename(freshKey, key);
    await rename(freshCert, cert);
  } catch (error) {
    await Promise.all([freshCert, freshKey].map((path) => rm(path, { force: true })));
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageFault(
      '--tls',
      isAbsent
        ? 'openssl is needed to make a certificate and is not installed; install it, or give --tls-cert and --tls-key'
        : `no certificate could be made in ${folder}`,
    );
  }
}
