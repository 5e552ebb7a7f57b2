// Commands that change keys: what they leave is there for the address that sent them.
import { type Guest, look, OK, type Outcome } from './guest.ts';
import type { Entry } from './keyspace.ts';
import type { Reply } from './resp.ts';
import { drop, empty, inside, put } from './state.ts';

export type Handler = (guest: Guest, args: readonly string[], command: string) => Outcome;

export const WRONG_TYPE: Reply = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' };

export function wrongNumber(command: string): Outcome {
  return look(
    { error: `ERR wrong number of arguments for '${command}' command` },
    `asked ${command.toUpperCase()} wrongly`,
  );
}

const wrote = (reply: Reply, command: string): Outcome => ({
  reply,
  intent: 'write',
  words: `wrote with ${command.toUpperCase()}`,
});
const text = (value: string): Entry => ({ type: 'string', value });

/** How notes of extortion are called, or begin. */
const NOTE = /read.?me|warning|recover|how.?to|your.?data|bitcoin|\bbtc\b|ransom/i;

function set(guest: Guest, pairs: readonly string[], reply: Reply, command: string): Outcome {
  const entries: (readonly [string, Entry])[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) entries.push([pairs[at] ?? '', text(pairs[at + 1] ?? '')]);
  put(guest, entries);
  const isNote = entries.some(([key, entry]) => NOTE.test(key) || (entry.type === 'string' && NOTE.test(entry.value)));
  return isNote ? { reply, intent: 'destroy', words: 'left a note as extortionists do' } : wrote(reply, command);
}

/** Adds to what is there, if it is of the type, or to nothing. */
function grown<T extends Entry['type']>(
  guest: Guest,
  key: string,
  type: T,
  make: (before: Extract<Entry, { type: T }> | undefined) => Entry,
): Entry | undefined {
  const before = inside(guest).get(key);
  if (before && before.type !== type) return undefined;
  const next = make(before as Extract<Entry, { type: T }> | undefined);
  put(guest, [[key, next]]);
  return next;
}

const setFields: Handler = (guest, [key = '', ...pairs], command) => {
  if (pairs.length < 2 || pairs.length % 2 > 0) return wrongNumber(command);
  let added = 0;
  const next = grown(guest, key, 'hash', (before) => {
    const fields = new Map(before?.fields ?? []);
    for (let at = 0; at < pairs.length; at += 2) {
      if (!fields.has(pairs[at] ?? '')) added += 1;
      fields.set(pairs[at] ?? '', pairs[at + 1] ?? '');
    }
    return { type: 'hash', fields: [...fields] };
  });
  return wrote(next ? (command === 'hmset' ? OK : added) : WRONG_TYPE, command);
};

const push: Handler = (guest, [key = '', ...values], command) => {
  if (values.length === 0) return wrongNumber(command);
  let length = 0;
  const next = grown(guest, key, 'list', (before) => {
    const old = before?.items ?? [];
    const items = command === 'lpush' ? [...[...values].reverse(), ...old] : [...old, ...values];
    length = items.length;
    return { type: 'list', items };
  });
  return wrote(next ? length : WRONG_TYPE, command);
};

const addMembers: Handler = (guest, [key = '', ...members], command) => {
  if (members.length === 0) return wrongNumber(command);
  let added = 0;
  const next = grown(guest, key, 'set', (before) => {
    const items = new Set(before?.items ?? []);
    const size = items.size;
    for (const one of members) items.add(one);
    added = items.size - size;
    return { type: 'set', items: [...items] };
  });
  return wrote(next ? added : WRONG_TYPE, command);
};

const count: Handler = (guest, [key = '', by = '1'], command) => {
  if (key === '') return wrongNumber(command);
  const entry = inside(guest).get(key);
  const old = entry?.type === 'string' ? entry.value : entry ? undefined : '0';
  if (old === undefined) return look(WRONG_TYPE, `asked ${command.toUpperCase()} wrongly`);
  if (!/^-?\d{1,15}$/.test(old) || !/^-?\d{1,15}$/.test(by))
    return look({ error: 'ERR value is not an integer or out of range' }, `asked ${command.toUpperCase()} wrongly`);
  const value = Number(old) + (command.startsWith('decr') ? -Number(by) : Number(by));
  put(guest, [[key, text(String(value))]]);
  return wrote(value, command);
};

const rename: Handler = (guest, [from = '', to = ''], command) => {
  const entry = inside(guest).get(from);
  if (!entry) return look({ error: 'ERR no such key' }, `asked ${command.toUpperCase()} wrongly`);
  if (put(guest, [[to, entry]])) drop(guest, [from]);
  return wrote(command === 'renamenx' ? 1 : OK, command);
};

const erase: Handler = (guest, args, command) => {
  if (args.length === 0) return wrongNumber(command);
  const before = inside(guest).get(args[0] ?? '');
  const hit = drop(guest, args);
  const value = before?.type === 'string' ? before.value : null;
  return {
    reply: command === 'getdel' ? value : hit,
    intent: 'destroy',
    words: `deleted keys with ${command.toUpperCase()}`,
  };
};

const flush: Handler = (guest, _, command) => {
  empty(guest, command === 'flushdb' ? guest.database : undefined);
  return { reply: OK, intent: 'destroy', words: `emptied the store with ${command.toUpperCase()}` };
};

/** For commands whose effect nobody looks at: only the answer is right. */
const said =
  (there: Reply, absent: Reply): Handler =>
  (guest, [key], command) =>
    key === undefined ? wrongNumber(command) : wrote(inside(guest).has(key) ? there : absent, command);

export const WRITERS: Readonly<Record<string, Handler>> = {
  set: (guest, args, command) => {
    if (args.length < 2) return wrongNumber(command);
    const [key = '', value = '', ...options] = args;
    const has = (word: string) => options.some((one) => one.toLowerCase() === word);
    const isThere = inside(guest).has(key);
    if ((has('nx') && isThere) || (has('xx') && !isThere)) return wrote(null, command);
    return set(guest, [key, value], OK, command);
  },
  setnx: (guest, args, command) => {
    if (args.length !== 2) return wrongNumber(command);
    return inside(guest).has(args[0] ?? '') ? wrote(0, command) : set(guest, args, 1, command);
  },
  setex: (guest, [key, , value], command) =>
    key === undefined || value === undefined ? wrongNumber(command) : set(guest, [key, value], OK, command),
  psetex: (guest, [key, , value], command) =>
    key === undefined || value === undefined ? wrongNumber(command) : set(guest, [key, value], OK, command),
  mset: (guest, args, command) =>
    args.length === 0 || args.length % 2 > 0 ? wrongNumber(command) : set(guest, args, OK, command),
  getset: (guest, args, command) => {
    const before = inside(guest).get(args[0] ?? '');
    if (args.length !== 2) return wrongNumber(command);
    return set(guest, args, before?.type === 'string' ? before.value : null, command);
  },
  append: (guest, [key, more = ''], command) => {
    const before = key === undefined ? undefined : inside(guest).get(key);
    if (key === undefined) return wrongNumber(command);
    if (before && before.type !== 'string') return look(WRONG_TYPE, 'asked APPEND wrongly');
    const value = `${before?.value ?? ''}${more}`;
    put(guest, [[key, text(value)]]);
    return wrote(Buffer.byteLength(value), command);
  },
  hset: setFields,
  hmset: setFields,
  lpush: push,
  rpush: push,
  sadd: addMembers,
  incr: (guest, [key = ''], command) => count(guest, [key], command),
  decr: (guest, [key = ''], command) => count(guest, [key], command),
  incrby: count,
  decrby: count,
  rename,
  renamenx: rename,
  del: erase,
  unlink: erase,
  getdel: erase,
  hdel: (guest, args, command) => {
    const hit = said(1, 0)(guest, args, command);
    return { ...hit, intent: 'destroy', words: 'deleted fields with HDEL' };
  },
  flushall: flush,
  flushdb: flush,
  ...Object.fromEntries(
    ['expire', 'pexpire', 'expireat', 'pexpireat', 'persist', 'hsetnx', 'srem', 'zrem', 'lrem', 'copy', 'move'].map(
      (name) => [name, said(1, 0)],
    ),
  ),
  ...Object.fromEntries(['zadd', 'pfadd', 'setrange', 'hincrby', 'zincrby'].map((name) => [name, said(1, 1)])),
  ...Object.fromEntries(['ltrim', 'lset', 'restore'].map((name) => [name, said(OK, OK)])),
  ...Object.fromEntries(['lpop', 'rpop', 'spop'].map((name) => [name, said(null, null)])),
  publish: (_, args, command) => (args.length === 2 ? wrote(0, command) : wrongNumber(command)),
  xadd: (_, args, command) => (args.length < 4 ? wrongNumber(command) : wrote('1796040000000-0', command)),
};
