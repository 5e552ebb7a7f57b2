// SLOWLOG and ACL LOG of a Redis or Valkey: what was asked, and what was refused. Both are rings in memory, so what is overwritten before it
// is read is counted and told.
// https://redis.io/docs/latest/commands/slowlog-get/, https://redis.io/docs/latest/commands/acl-log/
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createRedisSession, type RedisCommand, type RedisConversation } from '../net/redis-session.ts';
import { type RespValue, respText } from '../net/resp.ts';
import type { SourceFault } from '../source.ts';
import type { QueryLog, QueryLogEntry, QueryLogPage, QueryLogPlace } from './query-log.ts';
import { aclEntriesBehind, type KnownRefusal } from './redis-acl-entries.ts';

interface Place {
  /** Which run of the server ids are of; empty where it does not say. */
  readonly run: string;
  /** The last entry of the slow log that was read, -1 before the first. */
  readonly slow: number;
  readonly refusals: readonly KnownRefusal[];
  /** Addresses from which this log was read lately. */
  readonly own: readonly string[];
  /** Entries that were overwritten unread, and how many there were when that was told. */
  readonly missed: number;
  readonly missedTold: number;
}

interface Entered {
  readonly conversation: RedisConversation;
  readonly run: string;
  readonly address: string | undefined;
  /** Something that the owner should know of how it is set up. */
  readonly note: string | undefined;
}

const FIRST_ASKED = 16;
/** So many entries, as long as they can be, stay within one reply. */
const MOST_ASKED = 8192;
const REFUSALS_ASKED = 128;
const MOST_OWN = 8;
/** What is asked here; others who come from an address that was ours do something else. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'SLOWLOG',
  'ACL',
  'TIME',
  'INFO',
  'CLIENT',
  'CONFIG',
  'AUTH',
  'SELECT',
]);
const NO_RIGHT =
  'the user may not read its slow log: ACL SETUSER this user +slowlog|get +acl|log +time +info +client|info +config|get';

/** Nothing is connected to before the first question. */
export function openRedisLogs(location: StoreLocation, host: NetHost): QueryLog {
  const session = createRedisSession(location, host);
  let entered: Entered | undefined;
  let isNew = false;
  const close = () => {
    entered?.conversation.close();
    entered = undefined;
  };

  async function enter(signal: AbortSignal): Promise<Entered | SourceFault> {
    const conversation = await session.connect(0, signal);
    if (isFaultValue(conversation)) return conversation;
    const about = await aboutOf(conversation);
    if ('code' in about) {
      conversation.close();
      return about;
    }
    isNew = true;
    return { conversation, ...about };
  }

  return {
    where: session.where,
    async next(before, signal) {
      const known = entered ?? (await enter(signal));
      if ('code' in known) return known;
      entered = known;
      const place = isPlace(before) ? before : undefined;
      const page = await pageOf(known, place, session.where);
      if ('code' in page) {
        close();
        return page;
      }
      const notes = [isNew ? known.note : undefined, page.note].filter((one) => one !== undefined);
      isNew = false;
      return { ...page, ...(notes.length > 0 && { note: notes.join('; ') }) };
    },
    close,
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'slow' in place && 'refusals' in place;
}

// ---- the server, and the connection to it

async function aboutOf(conversation: RedisConversation): Promise<Omit<Entered, 'conversation'> | SourceFault> {
  const replies = await conversation.ask([
    ['INFO', 'server'],
    ['CLIENT', 'INFO'],
    ['CONFIG', 'GET', 'slowlog-log-slower-than'],
    ['ACL', 'LOG', '1'],
  ]);
  if ('code' in replies) return replies;
  const [info, client, setting, acl] = replies;
  const address = /\baddr=(\S+)/.exec(respText(client))?.[1];
  const notes = [
    address === undefined
      ? 'it does not say which connection is ours (CLIENT INFO), so that our own questions are told, too'
      : '',
    acl?.type === 'error'
      ? 'refused sign-ins and commands are not told: it has no ACL LOG, or the user lacks +acl|log'
      : '',
    slowerNote(setting?.type === 'array' ? respText(setting.items[1]) : ''),
  ].filter((one) => one !== '');
  return {
    run: /^run_id:(\w+)/m.exec(respText(info))?.[1] ?? '',
    address,
    note: notes.length === 0 ? undefined : notes.join('; '),
  };
}

/** Of a server that does not let its settings be seen nothing is said. */
function slowerNote(threshold: string): string {
  if (threshold === '' || threshold === '0') return '';
  const how =
    'CONFIG SET slowlog-log-slower-than 0 makes it tell of all, and slowlog-max-len 10000 keeps them long enough';
  return threshold.startsWith('-')
    ? `its slow log is switched off: ${how}`
    : `its slow log tells only of commands that took longer than ${Number(threshold)} µs: ${how}`;
}

// ---- entries

async function pageOf(
  { conversation, run, address }: Entered,
  before: Place | undefined,
  where: string,
): Promise<QueryLogPage | SourceFault> {
  const replies = await conversation.ask([['TIME'], slowlog(FIRST_ASKED), ['ACL', 'LOG', String(REFUSALS_ASKED)]]);
  if ('code' in replies) return replies;
  const [time, slow, acl] = replies;
  if (slow?.type === 'error') return refusedOr(slow.text, where);
  const place = before?.run === run || before === undefined ? before : { ...before, run, slow: -1, refusals: [] };
  const entries = await slowEntries(conversation, slow, place?.slow);
  if ('code' in entries) return entries;
  const own = ownAddresses(place?.own ?? [], address);
  const refusals = aclEntriesBehind(acl, serverTime(time), place?.refusals);
  const missed = (place?.missed ?? 0) + entries.missed;
  const isTold = missed > 0 && missed >= 2 * (place?.missedTold ?? 0) && entries.missed > 0;
  const told: QueryLogEntry[] = [];
  if (place !== undefined) {
    for (const entry of entries.fresh)
      if (!isOwn(entry, own)) told.push({ text: JSON.stringify(entry), at: 2 * entry.slowlog_id });
    for (const { fields, number } of refusals.fresh) told.push({ text: JSON.stringify(fields), at: 2 * number + 1 });
  }
  const next: Place = {
    run,
    slow: entries.last,
    refusals: refusals.known,
    own,
    missed,
    missedTold: isTold ? missed : (place?.missedTold ?? 0),
  };
  return {
    entries: told,
    place: next,
    isMore: false,
    ...(isTold && {
      note: `${missed} entries of its slow log were overwritten before they were read: raise slowlog-max-len`,
    }),
  };
}

function refusedOr(text: string, where: string): SourceFault {
  if (/^NOPERM/.test(text)) return faultOf('refused', where, NO_RIGHT);
  if (/^NOAUTH/.test(text)) {
    return faultOf('refused', where, 'a password is asked for: put it into the URL as redis://user:password@host');
  }
  return faultOf('unsupported', where, 'it has no SLOWLOG that can be read, or has given the command another name');
}

interface SlowEntry {
  readonly slowlog_id: number;
  readonly timestamp: number;
  readonly duration_us: number;
  readonly arguments: readonly string[];
  readonly client: string;
  readonly name: string;
}

interface SlowEntries {
  /** Oldest first. */
  readonly fresh: readonly SlowEntry[];
  readonly last: number;
  readonly missed: number;
}

/** The newest come first, so that more of them are asked for until the last one that is known is among them. */
async function slowEntries(
  conversation: RedisConversation,
  first: RespValue | undefined,
  last: number | undefined,
): Promise<SlowEntries | SourceFault> {
  let found = entriesIn(first);
  const newest = found[0]?.slowlog_id ?? -1;
  if (last === undefined) return { fresh: [], last: newest, missed: 0 };
  // Ids begin anew with the server.
  const from = newest < last ? -1 : last;
  for (let asked = FIRST_ASKED; isCutOff(found, from, asked) && asked < MOST_ASKED; ) {
    asked = Math.min(MOST_ASKED, Math.max(asked * 4, newest - from));
    const replies = await conversation.ask([slowlog(asked)]);
    if ('code' in replies) return replies;
    found = entriesIn(replies[0]);
  }
  const fresh = found.filter(({ slowlog_id: id }) => id > from).reverse();
  const [oldest] = fresh;
  return {
    fresh,
    last: fresh.at(-1)?.slowlog_id ?? from,
    missed: oldest === undefined ? 0 : oldest.slowlog_id - from - 1,
  };
}

function isCutOff(found: readonly SlowEntry[], from: number, asked: number): boolean {
  const oldest = found.at(-1);
  return oldest !== undefined && found.length >= asked && oldest.slowlog_id > from + 1;
}

function slowlog(count: number): RedisCommand {
  return ['SLOWLOG', 'GET', String(count)];
}

function entriesIn(reply: RespValue | undefined): readonly SlowEntry[] {
  if (reply?.type !== 'array') return [];
  return reply.items.flatMap((item) => {
    const [id, time, duration, words, client, name] = item.type === 'array' ? item.items : [];
    if (id?.type !== 'integer' || words?.type !== 'array') return [];
    return {
      slowlog_id: id.value,
      timestamp: time?.type === 'integer' ? time.value : 0,
      duration_us: duration?.type === 'integer' ? duration.value : 0,
      arguments: words.items.map(respText),
      client: respText(client),
      name: respText(name),
    };
  });
}

function ownAddresses(before: readonly string[], address: string | undefined): readonly string[] {
  return address === undefined || before.includes(address) ? before : [...before, address].slice(-MOST_OWN);
}

function isOwn({ client, arguments: [word = ''] }: SlowEntry, own: readonly string[]): boolean {
  return own.includes(client) && OWN_WORDS.has(word.toUpperCase());
}

/** Milliseconds since 1970 on the server's clock. */
function serverTime(reply: RespValue | undefined): number | undefined {
  if (reply?.type !== 'array') return undefined;
  const [seconds, microseconds] = reply.items.map(respText);
  const ms = Number(seconds) * 1e3 + Math.floor(Number(microseconds) / 1e3);
  return Number.isFinite(ms) ? ms : undefined;
}
