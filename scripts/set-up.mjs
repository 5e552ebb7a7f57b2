// Sets up what is missing, and nothing that is there: npm packages, and for tests the real servers from Debian packages.
// Runs on any Node from 20.19, since it is what brings the pinned Node 24.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = `${ROOT}node_modules/.vigie-installed`;

/** Real servers, and other programs, that tests and benchmarks start: the command and the Debian or Ubuntu package that brings it. */
const SERVERS = {
  'clickhouse-server': 'clickhouse-server',
  'chromium-headless-shell': 'chromium-headless-shell',
  dockerd: 'docker.io',
  etcd: 'etcd-server',
  etcdctl: 'etcd-client',
  influxd: 'influxdb',
  'jupyter-notebook': 'jupyter-notebook',
  ldapadd: 'ldap-utils',
  mariadbd: 'mariadb-server',
  memcached: 'memcached',
  mosquitto: 'mosquitto',
  'nats-server': 'nats-server',
  openssl: 'openssl',
  pdftotext: 'poppler-utils',
  pgbouncer: 'pgbouncer',
  prometheus: 'prometheus',
  'rabbitmq-server': 'rabbitmq-server',
  'redis-server': 'redis-server',
  rsync: 'rsync',
  slapd: 'slapd',
  vsftpd: 'vsftpd',
};

/** Where Debian has a folder for each version of PostgreSQL: its extensions are packages of that version. */
const POSTGRESQL = '/usr/lib/postgresql';

/** Packages whose programs stand outside of the PATH: a file that is there once they are installed. */
const FILES = {
  postgresql: POSTGRESQL,
  'libzookeeper-java': '/usr/share/java/zookeeper.jar',
  'libslf4j-java': '/usr/share/java/slf4j-simple.jar',
  'libservlet-api-java': '/usr/share/java/servlet-api.jar',
  'default-jre-headless': '/usr/bin/java',
};

/** Installs the npm packages of the lock file, unless they are installed already. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('vigie: installing npm packages …');
  // Not `npm ci`: it refuses a lock file that was written where a mirror lacked some optional binary of a platform.
  // This installs the versions of the lock file too, and leaves the file as it is.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) {
    console.error('vigie: npm install failed; see above. A registry has to be reachable for the first start.');
    process.exit(3);
  }
  mkdirSync(`${ROOT}node_modules`, { recursive: true });
  writeFileSync(STAMP, lock);
}

/** The Node that the sources run on: the pinned one, or this one where it is new enough. */
export function pinnedNode() {
  const pinned = `${ROOT}node_modules/.bin/node`;
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`vigie: no pinned Node for ${process.platform}-${process.arch}; install Node 24 from your system.`);
  process.exit(3);
}

/** Builds the browser's side where it is not built, or older than its sources. */
export function buildWeb() {
  const web = `${ROOT}packages/web/`;
  const built = `${web}dist/app/index.html`;
  const files = readdirSync(`${web}src`, { recursive: true }).map((file) => `${web}src/${file}`);
  const newest = Math.max(
    ...[...files, `${web}index.html`, `${ROOT}package-lock.json`].map((file) => statSync(file).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  console.error('vigie: building the pages …');
  const { status } = spawnSync(pinnedNode(), [`${ROOT}scripts/build-web.mjs`], {
    cwd: ROOT,
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) process.exit(3);
}

/** Installs the servers that tests start, where apt is there and may be used; what stays missing is skipped and told. */
export function installServers() {
  const missing = [...missingServers()];
  if (missing.length === 0) return;
  const apt = aptPrefix();
  if (apt === undefined) {
    console.error(`vigie: these servers are not installed, their tests are skipped: ${missing.join(' ')}`);
    console.error(`vigie: to run them all: sudo apt-get install --no-install-recommends ${missing.join(' ')}`);
    return;
  }
  console.error(`vigie: installing ${missing.length} Debian packages for the tests: ${missing.join(' ')}`);
  withoutStartingServices(apt, () => {
    run(apt, ['apt-get', 'update', '-qq']);
    const known = missing.filter((name) => isKnown(name));
    for (const name of missing) {
      if (!known.includes(name)) console.error(`vigie: this system has no package ${name}; its tests are skipped`);
    }
    aptInstall(apt, known);
    // Which version it is is known once it is there.
    const fitting = [...missingExtensions()].filter((name) => !missing.includes(name) && isKnown(name));
    aptInstall(apt, fitting);
  });
}

function aptInstall(apt, packages) {
  if (packages.length > 0) run(apt, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function* missingServers() {
  const path = `${process.env.PATH}:/usr/sbin:/sbin`;
  for (const [command, name] of Object.entries(SERVERS)) {
    const { status } = spawnSync('/bin/sh', ['-c', 'command -v "$0"', command], {
      env: { ...process.env, PATH: path },
    });
    if (status !== 0) yield name;
  }
  for (const [name, file] of Object.entries(FILES)) if (!existsSync(file)) yield name;
  yield* missingExtensions();
}

/** The audit log of each PostgreSQL that is installed. */
function* missingExtensions() {
  if (!existsSync(POSTGRESQL)) return;
  for (const version of readdirSync(POSTGRESQL).filter((name) => /^\d+$/.test(name)))
    if (!existsSync(`/usr/share/postgresql/${version}/extension/pgaudit.control`))
      yield `postgresql-${version}-pgaudit`;
}

/** How to run apt as root: directly, by sudo without a question, or not at all. */
function aptPrefix() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Debian starts a server when it is installed; policy-rc.d is the documented way to say no (invoke-rc.d(8)). */
function withoutStartingServices(apt, install) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) run(apt, ['sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`]);
  try {
    install();
  } finally {
    if (ours) {
      if (apt.length === 0) rmSync(policy, { force: true });
      else run(apt, ['rm', '-f', policy]);
    }
  }
}

function isKnown(name) {
  try {
    return /Candidate: (?!\(none\))/.test(execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' }));
  } catch {
    // No apt-cache, no package.
    return false;
  }
}

function run(prefix, words) {
  const [command, ...args] = [...prefix, ...words];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 'inherit'], env });
  if (status !== 0)
    console.error(`vigie: ${words.slice(0, 2).join(' ')} ended with ${status}; the tests that need it are skipped`);
}
