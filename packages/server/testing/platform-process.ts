// Starts the platform as a process of its own, and ends it as asked.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../src/settings.ts';

export interface PlatformProcess {
  readonly url: string;
  readonly setUpUrl: string | undefined;
  readonly pid: number;
  /** What it printed for the operator. */
  readonly printed: () => string;
  /** @returns when the process has ended */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface PlatformPlace {
  /** A folder for data directory, keys, and a page to serve. */
  readonly folder: string;
  readonly port: number;
  readonly settings?: Partial<Settings>;
  /** The built app; a page of one line where nothing is said. */
  readonly webFolder?: string;
}

/** @throws with the fault where it does not start */
export async function startPlatformProcess({
  folder,
  port,
  settings,
  webFolder,
}: PlatformPlace): Promise<PlatformProcess> {
  const web = webFolder ?? join(folder, 'web');
  if (webFolder === undefined) {
    mkdirSync(web, { recursive: true });
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Vigie</title>');
  }
  const all: Settings = { ...DEFAULTS, dataDir: join(folder, 'data'), port, ...settings };
  const main = fileURLToPath(new URL('platform-main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, JSON.stringify(all), web, join(folder, 'config')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([firstLine(child), ended.then(() => undefined)]);
  const said = first === undefined ? { fault: { message: printed } } : JSON.parse(first);
  if ('fault' in said) throw new Error(`${said.fault.code ?? ''} ${said.fault.message}`.trim());
  return {
    ...said,
    pid: child.pid ?? 0,
    printed: () => printed,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) return undefined;
  for await (const line of createInterface({ input: child.stdout })) return line;
  return undefined;
}

const DEFAULTS: Omit<Settings, 'dataDir' | 'port'> = {
  host: 'localhost',
  publicUrl: undefined,
  databaseUrl: undefined,
  eventsUrl: undefined,
  keyFile: undefined,
  publicPagesPort: undefined,
  tls: undefined,
  trustedProxies: [],
  outgoingNetworks: [],
  openIdProviders: [],
  watchFolders: [],
  watchRules: [],
};

export interface Administrator {
  readonly cookie: string;
}

/** Makes the first administrator through the link, and signs in. */
export async function becomeAdministrator(
  { url, setUpUrl = '' }: Pick<PlatformProcess, 'url' | 'setUpUrl'>,
  role = 'administrator',
): Promise<Administrator> {
  const person = { name: `The ${role}`, email: `${role}@example.org`, password: 'a long enough password' };
  const headers = { 'content-type': 'application/json', origin: url };
  const made = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token: new URL(setUpUrl).hash.slice(1), ...person }),
  });
  if (made.status !== 201) throw new Error(`the set-up answered ${made.status}: ${await made.text()}`);
  const { email, password } = person;
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  return {
    cookie: signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
}
