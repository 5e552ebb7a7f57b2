// Entries of ACL LOG, each refusal once. The same refusal within a minute is counted in the same entry, whose time and count change; from
// version 7.2 on an entry has a number and says its times, before that it says how old it is.
import { createHash } from 'node:crypto';
import { type RespValue, respText } from '../net/resp.ts';

/** An entry as it was when it was read. */
export interface KnownRefusal {
  readonly key: string;
  readonly count: number;
  /** Milliseconds since 1970 on the server's clock. */
  readonly when: number;
}

interface Refusals {
  /** Oldest first, as objects of the format `redis-acl-log`; one for each refusal, as far as they are few. */
  readonly fresh: readonly Readonly<Record<string, string | number>>[];
  readonly known: readonly KnownRefusal[];
}

interface Entry extends KnownRefusal {
  readonly fields: Readonly<Record<string, string>>;
}

/** An age is told in milliseconds, and asked for a moment after the clock was. */
const SAME_MS = 100;
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
  const entries = reply.items.flatMap((item) => entryIn(item, now) ?? []);
  const fresh =
    known === undefined
      ? []
      : entries
          .toSorted((a, b) => a.when - b.when)
          .flatMap((entry) => refusalsIn(entry, entry.count - countedBefore(entry, known, entries)));
  return { fresh, known: entries.map(({ key, count, when }) => ({ key, count, when })) };
}

/** How many of an entry's refusals were told: it is the one that was known, or the one that this has grown from. */
function countedBefore(entry: Entry, known: readonly KnownRefusal[], entries: readonly Entry[]): number {
  const alike = known.filter(({ key, count }) => key === entry.key && count <= entry.count);
  if (alike.some((one) => isSame(one, entry))) return entry.count;
  const grown = alike.filter((one) => one.when < entry.when && !entries.some((other) => isSame(one, other)));
  return Math.max(0, ...grown.map(({ count }) => count));
}

function isSame(one: KnownRefusal, other: KnownRefusal): boolean {
  return one.key === other.key && one.count === other.count && Math.abs(one.when - other.when) <= SAME_MS;
}

function refusalsIn({ fields, when }: Entry, refusals: number): readonly Readonly<Record<string, string | number>>[] {
  const told = Math.min(refusals, MOST_REPEATS);
  return Array.from({ length: Math.max(0, told) }, (_, at) => ({
    ...fields,
    'timestamp-last-updated': when,
    count: at === told - 1 ? refusals - at : 1,
    ...(refusals > 1 && { repeat: `${fields.count ?? ''}.${at}` }),
  }));
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
  const what = ['reason', 'context', 'object', 'username'].map((name) => fields[name]);
  // It is kept, and names keys and accounts.
  const hash = createHash('sha256').update(what.join('\n')).digest('base64url').slice(0, 22);
  return { key: fields['entry-id'] ?? hash, count, when, fields };
}
