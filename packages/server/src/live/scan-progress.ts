// How far the scans that run are: told to browsers while it happens, and kept nowhere. What a scan found is in the records.
import type { Standing, StoreReport } from '@vigie/probe';
import type { Room } from '../room.ts';

/** A store that was met, whether it was known before or not. */
type Met = Pick<StoreReport, 'address' | 'port' | 'product' | 'verdict'>;

interface ScanProgress extends Standing {
  /** The latest first. */
  readonly met: readonly Met[];
}

export interface Progresses {
  of(scanId: string): ScanProgress | undefined;
  tell(scanId: string, standing: Standing): void;
  meet(scanId: string, met: Met): void;
  /** The scan is over: its row says what came of it. */
  forget(scanId: string): void;
  /** Calls back with what is told. Returns how to stop. */
  follow(hear: (scanId: string, progress: ScanProgress) => void): () => void;
}

/** A page shows no more of them; all are in the list of stores. */
const MOST_MET = 50;

const progressesByRoom = new WeakMap<Room, Progresses>();

export function progressesOf(room: Room): Progresses {
  const known = progressesByRoom.get(room) ?? createProgresses();
  progressesByRoom.set(room, known);
  return known;
}

function createProgresses(): Progresses {
  const standings = new Map<string, Standing>();
  const met = new Map<string, readonly Met[]>();
  const listeners = new Set<(scanId: string, progress: ScanProgress) => void>();
  const of = (scanId: string) => {
    const standing = standings.get(scanId);
    return standing && { ...standing, met: met.get(scanId) ?? [] };
  };
  return {
    of,
    tell(scanId, standing) {
      standings.set(scanId, standing);
      for (const hear of listeners) hear(scanId, { ...standing, met: met.get(scanId) ?? [] });
    },
    meet(scanId, { address, port, product, verdict }) {
      met.set(scanId, [{ address, port, product, verdict }, ...(met.get(scanId) ?? [])].slice(0, MOST_MET));
    },
    forget(scanId) {
      standings.delete(scanId);
      met.delete(scanId);
    },
    follow(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
