// Ends the platform by SIGKILL at random moments of a write load, and looks whether what it acknowledged is still there.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyLogFile } from '@vigie/evidence';
import type { Settings } from '../src/settings.ts';
import { becomeAdministrator, type PlatformProcess, startPlatformProcess } from './platform-process.ts';

export interface KillReport {
  readonly kills: number;
  /** Writes that were answered with 201. */
  readonly acknowledged: number;
  /** Of them, those that were not there after a restart. */
  readonly lost: number;
  /** What the verifier said of the evidence log after each restart, where it was not `verified`. */
  readonly badLogs: readonly string[];
  /** Milliseconds from the start of the process to its first line, each. */
  readonly startsMs: readonly number[];
}

export interface KillPlace {
  readonly folder: string;
  readonly port: number;
  readonly settings?: Partial<Settings>;
  readonly kills: number;
  /** Longest time from the start of the load to the kill. */
  readonly longestMs: number;
  readonly random: () => number;
}

const WRITERS = 4;

export async function killUnderLoad({ kills, longestMs, random, ...place }: KillPlace): Promise<KillReport> {
  const acknowledged: string[] = [];
  const badLogs: string[] = [];
  const startsMs: number[] = [];
  const start = async () => {
    const from = performance.now();
    const platform = await startPlatformProcess(place);
    startsMs.push(performance.now() - from);
    return platform;
  };
  let platform = await start();
  const { cookie } = await becomeAdministrator(platform);
  for (let kill = 0; kill < kills; kill++) {
    const load = new AbortController();
    const writers = Array.from({ length: WRITERS }, () => write(platform, cookie, acknowledged, load.signal));
    await sleep(random() * longestMs);
    await platform.end('SIGKILL');
    load.abort();
    await Promise.all(writers);
    // Before the restart, which takes a half written line off: what was confirmed has to verify as it lies there.
    platform = await start();
    const verdict = await verifyLogFile(join(place.folder, 'data', 'evidence', 'log.jsonl'));
    if (verdict.outcome === 'tampered') badLogs.push(verdict.fault.message);
  }
  const there = await idsThere(platform, cookie);
  await platform.end('SIGTERM');
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)).length,
    badLogs,
    startsMs,
  };
}

/** Each write is a change of the records and an entry of the evidence log. */
async function write(
  { url }: PlatformProcess,
  cookie: string,
  acknowledged: string[],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(`${url}/api/tokens`, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', origin: url, cookie },
        body: JSON.stringify({ name: 'written', scopes: ['read-watch'], days: 30 }),
      });
      const { id } = (await response.json()) as { id?: string };
      if (response.status === 201 && id !== undefined) acknowledged.push(id);
    } catch {
      // The process died under the request: nothing was acknowledged.
      return;
    }
  }
}

async function idsThere({ url }: PlatformProcess, cookie: string): Promise<Set<string>> {
  const response = await fetch(`${url}/api/tokens`, { headers: { cookie } });
  const { items } = (await response.json()) as { items: { id: string }[] };
  return new Set(items.map(({ id }) => id));
}
