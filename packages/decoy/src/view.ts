// What the visitors of one address have changed, and so see: what they dropped is gone for them, what they left is there. Nobody else sees it,
// it is never run or sent on, it is bounded, and it is forgotten with the decoy.
import type { Setting } from './decoy.ts';

/** The visitors of one address. Its identity is what their changes hang on. */
export interface View {
  /** Takes room for what is to be kept; false where there is no more, and then nothing is kept. */
  readonly take: (bytes: number) => boolean;
}

export interface Views {
  readonly of: (address: string) => View;
}

/** Notes of extortion have a few hundred bytes; what is much longer is an upload. */
const ROOM = 64 * 1024;
/** Of addresses; the one that came first is forgotten first. */
const MAX_VIEWS = 512;

export function createView(): View {
  let left = ROOM;
  return {
    take: (bytes) => {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
  };
}

export function createViews(): Views {
  const views = new Map<string, View>();
  return {
    of: (address) => {
      const known = views.get(address) ?? createView();
      views.delete(address);
      views.set(address, known);
      const [oldest] = views.keys();
      if (views.size > MAX_VIEWS && oldest !== undefined) views.delete(oldest);
      return known;
    },
  };
}

/** A decoy's state as one address sees it. States are immutable, so that the first one is shared by everybody. */
export interface Seen<T> {
  readonly of: (setting: Pick<Setting, 'view' | 'honey' | 'since'>) => T;
  /** @param bytes that the new state holds and the old one did not @returns false where they have no room, and all stays as it was */
  readonly change: (setting: Pick<Setting, 'view'>, next: T, bytes: number) => boolean;
}

/** @param make the state that nobody has changed, out of the honey rows */
export function createSeen<T extends object>(make: (setting: Pick<Setting, 'honey' | 'since'>) => T): Seen<T> {
  const changed = new WeakMap<View, T>();
  return {
    of: (setting) => changed.get(setting.view) ?? make(setting),
    change: ({ view }, next, bytes) => {
      if (!view.take(bytes)) return false;
      changed.set(view, next);
      return true;
    },
  };
}
