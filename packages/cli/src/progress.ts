// Progress on standard error: one line that is rewritten on a terminal, nothing elsewhere.
import type { Progress } from '@vigie/probe';
import type { World } from './world.ts';

/** Redrawn at most so often, in milliseconds. */
const EVERY_MS = 100;

export function createProgress(world: World, wanted: boolean) {
  const { columns } = world.err;
  if (!wanted || columns === undefined) return { show: (_progress: Progress) => {}, end: () => {} };
  const startedAt = world.now();
  let drawnAt = 0;
  let drawn = false;
  const write = (text: string) => void world.err.write(text).catch(() => {});
  return {
    show: (progress: Progress) => {
      const now = world.now();
      if (now - drawnAt < EVERY_MS) return;
      drawnAt = now;
      drawn = true;
      write(`\r${line(progress, now - startedAt).slice(0, columns - 1)}\u001b[K`);
    },
    end: () => {
      if (drawn) write('\r\u001b[K');
    },
  };
}

function line({ tested, total, stores }: Progress, elapsedMs: number): string {
  const share = total === 0 ? 1 : tested / total;
  const filled = Math.round(share * 20);
  const left = share > 0.02 && share < 1 ? `, ${duration((elapsedMs / share) * (1 - share))} left` : '';
  const bar = `${'━'.repeat(filled)}${'╌'.repeat(20 - filled)}`;
  const count = (n: number) => n.toLocaleString('en');
  return `${bar} ${count(tested)} of ${count(total)} ports, ${stores} ${stores === 1 ? 'store' : 'stores'}${left}`;
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
