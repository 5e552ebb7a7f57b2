// Entries of Redis' ACL LOG: what the rules of users refused, failed sign-ins among it. As redis-cli prints them (`--json`, for pipes, and
// for people). Entries tell their time from version 7.2 on; before, they tell how long ago it was, seen from when they were asked for.
import type { Fields } from '../events/event.ts';
import { authenticationEvent, datastoreEvent, present, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, textOf } from './foreign.ts';
import { keyPatternOf, redisCommand } from './redis-command.ts';
import type { Source } from './source.ts';

const NAMES: ReadonlySet<string> = new Set(
  'count reason context object username age-seconds client-info entry-id timestamp-created timestamp-last-updated'.split(
    ' ',
  ),
);
/** For people: ` 1)  1) "count"` and `    2) (integer) 1`. */
const FIRST_SHOWN = /^\s{0,8}\d{1,6}\) +1\) "count"$/;
const SHOWN = /^\s{0,16}(?:\d{1,6}\) +){1,2}(?:"(?<text>.*)"|\((?:integer|double)\) (?<number>\S+))$/;

const MAX_LINES = 64;

export const redisAclLog: Source = {
  name: 'redis-acl-log',
  title: 'Redis and Valkey, ACL LOG',
  reference: 'https://redis.io/docs/latest/commands/acl-log/',
  tells: 'refused sign-ins and refused commands, keys and channels; the time from version 7.2 on',
  jsonKeys: ['client-info'],
  open: () => ({
    begins: (line) => line === 'count' || FIRST_SHOWN.test(line),
    goesOn: (record, line, lines) => {
      // An entry has a dozen fields.
      if (lines >= MAX_LINES) return false;
      if (record.startsWith('count')) return lines % 2 === 1 || (line !== 'count' && NAMES.has(line));
      return !FIRST_SHOWN.test(line) && SHOWN.test(line);
    },
    fromText: (record) => {
      const lines = record.split('\n', MAX_LINES);
      const values = record.startsWith('count') ? lines : lines.map(shown);
      const pairs = values.flatMap((name, index) => (index % 2 === 0 ? [[name, values[index + 1]] as const] : []));
      return entryIn(Object.fromEntries(pairs.filter(([name]) => NAMES.has(name))));
    },
    fromJson: entryIn,
  }),
};

function shown(line: string): string {
  const { text, number } = SHOWN.exec(line)?.groups ?? {};
  return text?.replace(/\\(.)/g, '$1') ?? number ?? '';
}

function entryIn(entry: Fields): readonly Fields[] | undefined {
  const [reason, info] = [textOf(entry.reason), textOf(entry['client-info'])];
  if (reason === undefined || info === undefined || textOf(entry.context) === undefined) return undefined;
  const client = new Map(
    info.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const told = toldOf(entry, client);
  // The same refusal within a minute is the same entry, and is counted in it.
  const count = countOf(entry.count);
  const accesses = count !== undefined && count > 1 ? count : undefined;
  if (reason === 'auth') return [authenticationEvent({ ...told, accesses, activity: 'logon' })];
  const object = textOf(entry.object) ?? '';
  // Of a command that is refused its own name stands there, of a key or a channel the name of that; the client's last command beside.
  const words = (reason === 'command' ? object : (client.get('cmd') ?? '')).split('|', 2);
  const command = redisCommand(words);
  return [
    datastoreEvent({
      ...told,
      activity: command?.activity ?? 'other',
      kind: 'nosql',
      accesses,
      database: textOf(client.get('db')),
      command: command?.name ?? textOf(words[0]?.toUpperCase()),
      table: reason === 'key' ? keyPatternOf(object) : undefined,
    }),
  ];
}

function toldOf(entry: Fields, client: ReadonlyMap<string, string>): Told {
  const written = entry['timestamp-last-updated'] ?? entry['timestamp-created'];
  const id = countOf(entry['entry-id']);
  return {
    time: instantOf(countOf(written)),
    product: 'redis',
    service: 'acl_log',
    category: 'database',
    // The same entry is told again with a new time where the same thing is refused again; who follows the log names each refusal.
    uid: textOf(entry.refusal) ?? (id === undefined ? undefined : `acl ${id} ${String(written)}`),
    outcome: 'failure',
    user: textOf(entry.username),
    session: textOf(client.get('addr')),
    client: textOf(client.get('name')) ?? textOf(client.get('lib-name')),
    ...placeOf(client.get('addr')),
    also: present({ reason: textOf(entry.reason), count: countOf(entry.count) }),
  };
}
