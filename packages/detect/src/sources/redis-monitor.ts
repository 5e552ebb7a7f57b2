// What Redis answers to MONITOR, a line for each command: time, database and client, then the command's words in quotes. Whose the command
// is and how it ended is not told; what is refused is not in it.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, datastoreEvent, type Told } from '../events/ocsf.ts';
import { placeOf, textOf } from './foreign.ts';
import { createRecent } from './recent.ts';
import { redisCommand } from './redis-command.ts';
import type { Source } from './source.ts';

const HEAD =
  /^(?<time>\d{9,11}\.\d{6}) \[(?<database>\d{1,6}) (?<client>[^\]\s]{1,255}|\[[0-9A-Fa-f:.]{2,45}\]:\d{1,5})\] "/;
/** The name, and as many words behind it as say what is touched. */
const MAX_WORDS = 4;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b' };

export const redisMonitor: Source = {
  name: 'redis-monitor',
  title: 'Redis and Valkey, MONITOR',
  reference: 'https://redis.io/docs/latest/commands/monitor/',
  tells: 'commands with client and key pattern; not whose they are or how they ended, nothing that is refused',
  open: (before) => {
    // What a script calls stands behind the call of the script, and is the same client's.
    let caller = isRecord(before) ? textOf(before.caller) : undefined;
    // Whose a command is does not stand in it, but that its client has signed in is known.
    const signedIn = createRecent<true>(isRecord(before) ? before.signedIn : undefined);
    return {
      state: () => (caller === undefined ? undefined : { caller, signedIn: signedIn.state() }),
      fromText: (line) => {
        if (line === 'OK') return [];
        const head = HEAD.exec(line.slice(0, 512));
        if (head?.groups === undefined) return undefined;
        const { time = '', database = '', client = '' } = head.groups;
        const written = line.slice(head[0].length - 1);
        const words = wordsIn(written);
        if (words === undefined) return undefined;
        if (client !== 'lua') caller = client;
        const told: Told = {
          time: Math.floor(Number(time) * 1000),
          product: 'redis',
          service: 'monitor',
          category: 'database',
          ...placeOf(caller?.startsWith('unix:') === true ? undefined : caller),
          session: caller,
          also: caller !== undefined && signedIn.get(caller) === true ? { signed_in: true } : undefined,
        };
        if (caller !== undefined && signsIn(words)) signedIn.set(caller, true);
        const event = redisCommandEvent(told, database, words, written);
        return event === undefined ? [] : [event];
      },
    };
  },
};

/** @param written its words in quotes @returns undefined where the command is nobody's access */
export function redisCommandEvent(
  told: Told,
  database: string | undefined,
  words: readonly string[],
  written: string,
): Fields | undefined {
  // With its words taken out by the server.
  if (signsIn(words)) {
    return authenticationEvent({ ...told, activity: 'logon' });
  }
  const command = redisCommand(words);
  if (command === undefined) return undefined;
  const { name, activity, keyPattern } = command;
  return datastoreEvent({
    ...told,
    activity,
    kind: 'nosql',
    database,
    table: keyPattern,
    command: name,
    query: written,
  });
}

function signsIn(words: readonly string[]): boolean {
  const verb = words[0]?.toUpperCase();
  return verb === 'AUTH' || (verb === 'HELLO' && words.some((word) => /^auth$/i.test(word)));
}

/** The first words of a command; undefined where a quote is not closed. */
function wordsIn(written: string): readonly string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (words.length < MAX_WORDS && written[at] === '"') {
    const end = closingQuote(written, at + 1);
    if (end === undefined) return undefined;
    // Values can be long, and are not looked at.
    words.push(unescaped(written.slice(at + 1, Math.min(end, at + 1024))));
    at = end + 2;
  }
  return words;
}

function closingQuote(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    let slashes = 0;
    while (quote - slashes > from && text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote;
    at = quote + 1;
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:x([0-9a-f]{2})|(.))/gs, (_, hex: string | undefined, sign: string | undefined) =>
    hex === undefined ? (ESCAPES[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
