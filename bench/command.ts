// Runs a command as a user would and measures it: wall time, and the largest resident memory.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const VIGIE = `${ROOT}packages/cli/bin/vigie.mjs`;

export interface Measured {
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  /** Resident memory in bytes, every 250 ms. */
  readonly rss: readonly number[];
  /** Sockets that the process holds, every 250 ms. */
  readonly sockets: readonly number[];
}

export function measure(command: string, words: readonly string[]): Promise<Measured> {
  const startedAt = performance.now();
  const env = { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}` };
  const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const rss: number[] = [];
  const sockets: number[] = [];
  const timer = setInterval(() => {
    const at = residentOf(child.pid);
    if (at === undefined) return;
    rss.push(at);
    sockets.push(socketsOf(child.pid));
  }, 250);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (status) => {
      clearInterval(timer);
      resolve({ ms: performance.now() - startedAt, stdout, stderr, status, rss, sockets });
    });
  });
}

function residentOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(status.match(/VmRSS:\s+(\d+) kB/)?.[1] ?? 0) * 1024;
  } catch {
    // The process has ended, or there is no /proc here.
    return undefined;
  }
}

function socketsOf(pid: number | undefined): number {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).filter((fd) => isSocket(`${folder}/${fd}`)).length;
  } catch {
    // As above.
    return 0;
  }
}

function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith('socket:');
  } catch {
    // Closed between the listing and the look.
    return false;
  }
}
