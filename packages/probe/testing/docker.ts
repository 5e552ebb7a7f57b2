// Starts a real Docker daemon (Debian package docker.io) whose API listens on TCP. Needs root. It never runs a
// container: one image, one volume and one container that was never started are there to be listed.
import { existsSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certificate, makeCertificate } from './certificate.ts';
import { type HttpRequest, request } from './http-request.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { exchange } from './plain-client.ts';
import { seeded } from './seeding.ts';
import { freePort, lacks, makeDir, startServer } from './server.ts';

export type DockerState =
  /** Plain HTTP for everyone (what port 2375 is for). */
  | 'open'
  /** Trap: TLS without a demand for a client certificate (--tls): as open as `open`. */
  | 'tls-open'
  /** A client certificate is demanded (--tlsverify). */
  | 'closed';

/** For `skip`: why no daemon can be started here, or false. */
export function lacksDocker(): false | string {
  return lacks('dockerd', 'docker.io') || (process.getuid?.() === 0 ? false : 'dockerd needs root');
}

/** The log is the daemon's at level debug: one line a request (`Calling GET /v1.41/info`). */
export async function startDocker(state: DockerState, options: ListenOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('docker');
  const settings = {
    hosts: [`tcp://${host}:${port}`],
    'data-root': join(dir, 'data'),
    'exec-root': join(dir, 'exec'),
    pidfile: join(dir, 'pid'),
    'deprecated-key-path': join(dir, 'key.json'),
    // Leaves the machine's network and its kernel settings alone.
    bridge: 'none',
    iptables: false,
    ip6tables: false,
    'ip-forward': false,
    'storage-driver': 'vfs',
    debug: true,
  };
  const config = join(dir, 'daemon.json');
  writeFileSync(config, JSON.stringify(settings));
  const made = state === 'open' ? undefined : makeCertificate(dir);
  const hadRunDir = existsSync('/run/docker');
  const server = await startServer({
    name: 'docker',
    command: 'dockerd',
    args: ['--config-file', config, ...tlsFlags(state, made)],
    dir,
    host,
    ports: { api: port },
    env: { HOME: dir },
    // The port accepts long before it is served; asked in plain text, the TLS states answer 400.
    ready: async () => (await exchange({ host, port, send: 'GET /_ping HTTP/1.0\r\n\r\n' })).text !== '',
  });
  const stop = async () => {
    await server.stop();
    if (!hadRunDir) removeRunDir();
  };
  // The server's own certificate is signed by the authority that clients are held to.
  const client = made && { cert: readFileSync(made.certificate), key: readFileSync(made.key) };
  return await seeded(withLog({ ...server, stop }), () => fill(`${made ? 'https' : 'http'}://${host}:${port}`, client));
}

/** `--tls` alone demands client certificates too, as long as `--tlsverify=false` does not stand beside it. */
function tlsFlags(state: DockerState, made: Certificate | undefined): readonly string[] {
  // The daemon waits before it serves plain HTTP on TCP, unless it is told in so many words.
  if (made === undefined) return ['--tls=false'];
  const files = [`--tlscacert=${made.authority}`, `--tlscert=${made.certificate}`, `--tlskey=${made.key}`];
  return ['--tls', `--tlsverify=${state === 'closed'}`, ...files];
}

/** The daemon makes /run/docker/plugins whatever its settings say. */
function removeRunDir(): void {
  for (const path of ['/run/docker/plugins', '/run/docker']) {
    try {
      rmdirSync(path);
    } catch {
      // Another daemon has put something there, and so it is no longer ours to remove.
      return;
    }
  }
}

async function fill(url: string, client: HttpRequest['client']): Promise<void> {
  const post = async (path: string, body: string, type = 'application/json') => {
    const asked = { method: 'POST', body, headers: { 'content-type': type }, ...(client ? { client } : {}) } as const;
    const answer = await request(`${url}${path}`, asked);
    if (answer.status >= 300) throw new Error(`docker answered ${answer.status} to ${path}: ${answer.text}`);
  };
  const emptyTar = '\0'.repeat(1024);
  await post('/images/create?fromSrc=-&repo=shop&tag=1', emptyTar, 'application/x-tar');
  await post('/volumes/create', JSON.stringify({ Name: 'customers' }));
  const container = { Image: 'shop:1', Cmd: ['/bin/true'], Env: ['DB_PASSWORD=a-password-of-the-test-bench'] };
  await post('/containers/create?name=shop', JSON.stringify({ ...container, HostConfig: { NetworkMode: 'none' } }));
}
