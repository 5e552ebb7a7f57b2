// What one address sees of the decoy Redis: keys by database, settings that it changed, a master that it named.
import { createSeen } from '../view.ts';
import type { Guest } from './guest.ts';
import { CONFIG } from './info.ts';
import { type Entry, type Keyspace, keyspaceOf } from './keyspace.ts';

export interface State {
  readonly databases: ReadonlyMap<number, Keyspace>;
  readonly config: ReadonlyMap<string, string>;
  /** `host port`, as SLAVEOF was told. It is never connected to. */
  readonly master?: readonly [host: string, port: string];
}

export const states = createSeen(
  ({ honey }): State => ({ databases: new Map([[0, keyspaceOf(honey)]]), config: CONFIG }),
);

const EMPTY: Keyspace = new Map();

/** The keys of the database that the connection chose. */
export function inside({ setting, database }: Guest): Keyspace {
  return states.of(setting).databases.get(database) ?? EMPTY;
}

/** @returns whether it is kept; who is answered is told that it was, either way */
export function put({ setting, database }: Guest, entries: readonly (readonly [string, Entry])[]): boolean {
  const state = states.of(setting);
  const keys = new Map(state.databases.get(database) ?? EMPTY);
  for (const [key, entry] of entries) keys.set(key, entry);
  const bytes = Buffer.byteLength(JSON.stringify(entries)) + 32;
  return states.change(setting, { ...state, databases: new Map(state.databases).set(database, keys) }, bytes);
}

/** @returns how many of them were there */
export function drop({ setting, database }: Guest, names: readonly string[]): number {
  const state = states.of(setting);
  const keys = new Map(state.databases.get(database) ?? EMPTY);
  const count = names.filter((name) => keys.delete(name)).length;
  if (count > 0) states.change(setting, { ...state, databases: new Map(state.databases).set(database, keys) }, 0);
  return count;
}

/** @param database all of them if none is said */
export function empty({ setting }: Guest, database?: number): void {
  const state = states.of(setting);
  const databases = new Map(database === undefined ? [] : state.databases);
  if (database !== undefined) databases.delete(database);
  states.change(setting, { ...state, databases }, 0);
}

export function configure({ setting }: Guest, name: string, value: string): void {
  const state = states.of(setting);
  const config = new Map(state.config).set(name, value);
  states.change(setting, { ...state, config }, name.length + value.length);
}

export function follow({ setting }: Guest, master: readonly [string, string] | undefined): void {
  const { databases, config } = states.of(setting);
  const bytes = master ? master.join(' ').length : 0;
  states.change(setting, { databases, config, ...(master && { master }) }, bytes);
}
