// Starts a real Chroma server with one collection in it. Chroma 1.x has no authentication of its own: there is one state.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { request } from './http-request.ts';
import type { ListenOptions, LoggedServer } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type ChromaState =
  /** Everyone may do all; a collection `chats` of two records. */
  'open';

/** The command line that starts Chroma, without its arguments. */
type Runner = readonly [command: string, ...args: string[]];

const ENV = { ANONYMIZED_TELEMETRY: 'False', NO_COLOR: '1', PYTHONDONTWRITEBYTECODE: '1' } as const;

// The npm package needs glibc 2.38 or later, which Debian 12 has not; the Python wheel runs anywhere, and of it only
// the native part is needed (`pip install --no-deps chromadb`).
const RUNNERS: readonly Runner[] = [
  [fileURLToPath(new URL('../../../node_modules/.bin/chroma', import.meta.url))],
  ['python3', '-c', 'import sys, chromadb_rust_bindings as c; c.cli(["chroma", *sys.argv[1:]])'],
];

function findRunner(): Runner | undefined {
  const runs = ([command, ...args]: Runner) =>
    spawnSync(command, [...args, '--help'], { timeout: 10_000 }).status === 0;
  return RUNNERS.find(runs);
}

/** For `skip`: what to install, or false. */
export function lacksChroma(): false | string {
  return findRunner() ? false : 'needs Chroma; run: pip install --no-deps chromadb (or npm install chromadb)';
}

/** The log is what the server prints; its requests come with what it traces. */
export async function startChroma(_state: ChromaState, options: ListenOptions = {}): Promise<LoggedServer> {
  const runner = findRunner();
  if (runner === undefined) throw new Error('Chroma is not installed');
  const [command, ...before] = runner;
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('chroma');
  const args = [...before, 'run', '--path', join(dir, 'data'), '--port', String(port), '--host', host];
  const env = { ...ENV, HOME: dir };
  const server = await startServer({ name: 'chroma', command, args, dir, env, host, ports: { http: port } });
  const logged = { ...server, log: () => stripVTControlCharacters(server.output()) };
  return await seeded(logged, () =>
    fill(`http://${host}:${port}/api/v2/tenants/default_tenant/databases/default_database`),
  );
}

async function fill(database: string): Promise<void> {
  const { id } = JSON.parse(await post(`${database}/collections`, { name: 'chats' })) as { id: string };
  const records = {
    ids: ['1', '2'],
    embeddings: [
      [1, 0],
      [0, 1],
    ],
    documents: ['good morning', 'good night'],
  };
  await post(`${database}/collections/${id}/add`, records);
}

async function post(url: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`chroma answered ${answer.status}: ${answer.text}`);
  return answer.text;
}
