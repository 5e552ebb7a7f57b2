// Starts a real vsftpd (Debian package vsftpd) in a given state of openness.
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { accountOf, freePort, makeDir, startServer } from './server.ts';

export type VsftpdState =
  /** Anonymous login; `customers.csv` and `2024/notes.txt` can be listed and read. */
  | 'open'
  /** As `open`, and anonymous may upload into and make folders in `incoming`. */
  | 'writable'
  /** Anonymous login, but listing is denied (dirlist_enable=NO); files can be read by whoever knows their names. */
  | 'half-open'
  /** Trap: anonymous login into an empty folder. */
  | 'empty'
  /** As installed: local users only, anonymous_enable=NO. */
  | 'closed'
  /** Trap: anonymous login, but only after AUTH TLS (530 before it). */
  | 'tls-required';

export const VSFTPD_FILES = { 'customers.csv': 'id,name\n1,Ada A\n2,Bo B\n', '2024/notes.txt': 'spring\n' } as const;

/**
 * The log holds each FTP command and reply. Passive data ports are chosen by the system. Started by anyone but root the
 * server cannot lock itself in: `/` is then the machine's own, so ask for names relative to where the login lands.
 */
export async function startVsftpd(state: VsftpdState, options: ListenOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('vsftpd');
  // The server walks to the folder as the account `ftp` before it locks itself in.
  chmodSync(dir, 0o755);
  const root = join(dir, 'ftp');
  for (const folder of ['empty', 'ftp/2024', 'ftp/incoming']) mkdirSync(join(dir, folder), { recursive: true });
  if (state === 'empty') mkdirSync(join(dir, 'nothing'));
  else for (const [name, text] of Object.entries(VSFTPD_FILES)) writeFileSync(join(root, name), text);
  const ids = accountOf('ftp');
  if (ids) chownSync(join(root, 'incoming'), ids.uid, ids.gid);
  const log = join(dir, 'vsftpd.log');
  const settings = {
    listen: 'YES',
    listen_address: host,
    listen_port: port,
    background: 'NO',
    run_as_launching_user: process.getuid?.() === 0 ? 'NO' : 'YES',
    secure_chroot_dir: join(dir, 'empty'),
    anon_root: state === 'empty' ? join(dir, 'nothing') : root,
    vsftpd_log_file: log,
    xferlog_enable: 'YES',
    log_ftp_protocol: 'YES',
    // The sandbox of system calls needs a kernel feature that containers often lack.
    seccomp_sandbox: 'NO',
    ...rights(state, dir),
  };
  const config = join(dir, 'vsftpd.conf');
  writeFileSync(
    config,
    `${Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`,
  );
  const command = { name: 'vsftpd', command: 'vsftpd', args: [config], dir, host, ports: { ftp: port } };
  return withLog(await startServer(command), log);
}

function rights(state: VsftpdState, dir: string): Record<string, string> {
  switch (state) {
    case 'open':
    case 'empty':
      return { anonymous_enable: 'YES' };
    case 'writable': {
      const upload = { anon_upload_enable: 'YES', anon_mkdir_write_enable: 'YES' };
      return { anonymous_enable: 'YES', write_enable: 'YES', ...upload };
    }
    case 'half-open':
      return { anonymous_enable: 'YES', dirlist_enable: 'NO' };
    case 'closed':
      return { anonymous_enable: 'NO', local_enable: 'YES' };
    case 'tls-required': {
      const made = makeCertificate(dir);
      const files = { rsa_cert_file: made.certificate, rsa_private_key_file: made.key };
      const force = { allow_anon_ssl: 'YES', force_anon_logins_ssl: 'YES', force_anon_data_ssl: 'YES' };
      return { anonymous_enable: 'YES', ssl_enable: 'YES', ...force, ...files };
    }
  }
}
