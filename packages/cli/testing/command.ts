// Runs `vigie` as a user does, in a home, a working folder and a folder for temporary files of its own; and gathers everything
// that left the process: both outputs, and every file that was made or changed.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A line of shell that runs before the command, as in `ulimit -c unlimited`. */
  readonly shell?: string;
  readonly during?: (child: ChildProcess) => void;
}

export interface Sandbox {
  /** The working folder; inputs stand here. */
  readonly cwd: string;
  run(words: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Files that were made or changed since the last call, with their names. Removes nothing. */
  changed(): readonly { readonly path: string; readonly bytes: Buffer }[];
  remove(): void;
}

export function createSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'vigie-sandbox-'));
  const [home, tmp, cwd, cache] = ['home', 'tmp', 'folder', 'compiled'].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [home, tmp, cwd, cache]) mkdirSync(folder);
  let before = stampsOf([home, tmp, cwd]);
  return {
    cwd,
    run(words, { stdin = '', env = {}, shell, during } = {}) {
      const all = {
        ...process.env,
        PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
        NO_COLOR: '',
        HOME: home,
        TMPDIR: tmp,
        // Node's own cache of compiled sources, where examples of definitions stand: one for a run of all tests, else the box's own.
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? cache,
        ...env,
      };
      const options = { env: all, cwd };
      const child =
        shell === undefined
          ? spawn(BIN, words, options)
          : spawn('/bin/sh', ['-c', `${shell}; exec "$0" "$@"`, BIN, ...words], options);
      const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
      child.stdout.on('data', (data: Buffer) => parts.stdout.push(data));
      child.stderr.on('data', (data: Buffer) => parts.stderr.push(data));
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
      during?.(child);
      return new Promise((resolve) => {
        child.on('close', (status, signal) => {
          const [stdout, stderr] = [parts.stdout, parts.stderr].map((each) => Buffer.concat(each).toString());
          resolve({ status, signal, stdout: stdout ?? '', stderr: stderr ?? '' });
        });
      });
    },
    changed() {
      const after = stampsOf([home, tmp, cwd]);
      const paths = [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
      before = after;
      return paths.map((path) => ({ path: path.slice(root.length), bytes: readFileSync(path) }));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Each file with its size and the time of its last change. */
function stampsOf(folders: readonly string[]): Map<string, string> {
  return new Map(
    folders
      .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
      .map((path) => [path, statSync(path)] as const)
      .filter(([, stat]) => stat.isFile())
      .map(([path, { size, mtimeMs }]) => [path, `${size} ${mtimeMs}`]),
  );
}
