// Entries of ACL LOG, each refusal once. The same refusal within a minute is counted in the same entry, whose time and count change; from
// version 7.2 on an entry has a number and says its times, before that it says how old it is.
import { createHash } from 'node:crypto';
import { type RespValue, respText } from '../net/resp.ts';

/** An entry as it was when it was read. */
export interface KnownRefusal {
  readonly key: string;
  readonly count: number;
  /** The last refusal, milliseconds since 1970 on the server's clock. */
  readonly when: number;
  /** The first one. Before version 7.2 it is the last one at the time when the entry was seen first. */
  readonly born: number;
}

interface Refusal {
  /** Of the format `redis-acl-log`. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** The same whenever it is read. */
  readonly number: number;
}

interface Refusals {
  /** Oldest first, one for each refusal, as far as they are few. */
  readonly fresh: readonly Refusal[];
  readonly known: readonly KnownRefusal[];
}

interface Entry extends KnownRefusal {
  readonly fields: Readonly<Record<string, string>>;
}

/** An age is asked for a moment after the clock was, and machines are slow at times; two entries of one kind are a minute apart. */
const SAME_MS = 5_000;
/** What one entry counts is told one by one up to here, so that tries are tries; the last one carries the rest. */
const MOST_REPEATS = 50;

/**
 * @param now the server's clock in milliseconds, where it told it
 * @param known what `known` was before; undefined at the beginning, when nothing is told
 */
export function aclEntriesBehind(
  reply: RespValue | undefined,
  now: number | undefined,
  known: readonly KnownRefusal[] | undefined,
): Refusals {
  // Without the right, or before version 6, it is an error.
  if (reply?.type !== 'array') return { fresh: [], known: known ?? [] };
  // The newest is first, and of the same millisecond the order is kept.
  const found = reply.items
    .flatMap((item) => entryIn(item, now) ?? [])
    .toReversed()
    .toSorted((a, b) => a.when - b.when);
  const left = new Set(known);
  const entries = found.map((entry) => ({ entry, before: takenFrom(left, entry, found) }));
  const fresh = entries.flatMap(({ entry, before }) =>
    refusalsIn(entry, before?.count ?? 0, before?.born ?? entry.born),
  );
  return {
    fresh: known === undefined ? [] : fresh,
    known: entries.map(({ entry: { key, count, when, born }, before }) => ({
      key,
      count,
      when,
      born: before?.born ?? born,
    })),
  };
}

/**
 * The entry as it was known: the same, or the one that this has grown from. An entry grows only while there is no newer one of its kind, so
 * that the oldest goes first, and each has grown into one only.
 */
function takenFrom(known: Set<KnownRefusal>, entry: Entry, entries: readonly Entry[]): KnownRefusal | undefined {
  const alike = [...known].filter(({ key, count }) => key === entry.key && count <= entry.count);
  const before =
    alike.find((one) => isSame(one, entry)) ??
    alike
      .filter((one) => one.when <= entry.when + SAME_MS && !entries.some((other) => isSame(one, other)))
      .toSorted((a, b) => b.when - a.when)[0];
  if (before !== undefined) known.delete(before);
  return before;
}

function isSame(one: KnownRefusal, other: KnownRefusal): boolean {
  return one.key === other.key && one.count === other.count && Math.abs(one.when - other.when) <= SAME_MS;
}

/** @param told how many of its refusals were told before */
function refusalsIn({ key, fields, count, when }: Entry, told: number, born: number): readonly Refusal[] {
  const repeats = Math.max(0, Math.min(count - told, MOST_REPEATS));
  return Array.from({ length: repeats }, (_, at) => {
    const refusal = hashOf(`${key} ${born} ${told + at}`);
    return {
      fields: {
        ...fields,
        'timestamp-last-updated': when,
        count: at === repeats - 1 ? count - told - at : 1,
        refusal: refusal.toString('base64url'),
      },
      number: refusal.readUInt32BE(0),
    };
  });
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

function entryIn(item: RespValue, now: number | undefined): Entry | undefined {
  if (item.type !== 'array') return undefined;
  const fields: Record<string, string> = {};
  for (let at = 0; at + 1 < item.items.length; at += 2) fields[respText(item.items[at])] = respText(item.items[at + 1]);
  const count = Number(fields.count);
  const updated = Number(fields['timestamp-last-updated']);
  const age = Number(fields['age-seconds']) * 1e3;
  const when = Number.isFinite(updated) && updated > 0 ? updated : Math.round((now ?? Number.NaN) - age);
  if (!Number.isInteger(count) || !Number.isFinite(when)) return undefined;
  const created = Number(fields['timestamp-created']);
  const born = Number.isFinite(created) && created > 0 ? created : when;
  const what = ['reason', 'context', 'object', 'username'].map((name) => fields[name]);
  // It is kept, and names keys and accounts.
  const key = fields['entry-id'] ?? hashOf(what.join('\n')).toString('base64url');
  return { key, count, when, born, fields };
}
