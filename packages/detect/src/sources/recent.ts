// What a format remembers of connections between their records: bounded, the one that was longest silent goes first.

export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
  readonly delete: (key: string) => void;
  /** As plain JSON, for `createRecent` again. */
  readonly state: () => readonly (readonly [string, T])[];
}

/** Servers take some thousands of connections at once. */
const MAX_KEYS = 10_000;

/** @param before what `state` gave */
export function createRecent<T>(before?: unknown): Recent<T> {
  const entries = new Map<string, T>(Array.isArray(before) ? before.filter(isEntry<T>) : []);
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.size > MAX_KEYS ? entries.keys().next() : undefined;
      if (oldest?.done === false) entries.delete(oldest.value);
    },
    delete: (key) => {
      entries.delete(key);
    },
    state: () => [...entries],
  };
}

function isEntry<T>(value: unknown): value is readonly [string, T] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
