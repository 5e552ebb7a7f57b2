// A throw-away authority and server certificate for the TLS states of real servers; made by openssl in a few ms.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from './server.ts';

/** Paths of PEM files. */
export interface Certificate {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate for localhost, the loopback addresses and further `names` in `dir`, readable by `user`. */
export function makeCertificate(dir: string, user?: string, names: readonly string[] = []): Certificate {
  const path = (name: string) => join(dir, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const newKey = ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(...newKey, '-x509', '-days', '2', '-subj', '/CN=Vigie test authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl(...newKey, '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
  const all = ['DNS:localhost', 'IP:127.0.0.1', 'IP:127.0.0.2', 'IP:127.0.0.3', ...names.map((name) => `DNS:${name}`)];
  writeFileSync(path('server.ext'), `subjectAltName=${all.join(',')}\n`);
  const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'server.ext'];
  openssl('x509', '-req', '-days', '2', '-in', 'server.csr', ...signer, '-out', 'server.pem');
  const ids = accountOf(user);
  for (const name of ['ca.pem', 'server.pem', 'server.key']) {
    chmodSync(path(name), name === 'server.key' ? 0o600 : 0o644);
    if (ids) chownSync(path(name), ids.uid, ids.gid);
  }
  return { authority: path('ca.pem'), certificate: path('server.pem'), key: path('server.key') };
}
