// Redis and what grew from it: Valkey, KeyDB, Dragonfly. https://redis.io/docs/latest/commands/
import type { Rule, Sign } from '../finding.ts';
import type { Inventory } from '../inventory.ts';
import { Ended, type Line } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type RespValue, respCommand, respReply } from '../wire/resp.ts';
import { latin1, startsLike } from '../wire/text.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'redis/no-authentication',
  severity: 'critical',
  title: 'Redis serves anyone who connects',
  why:
    'Redis keeps sessions, queues and caches in memory, often with access tokens and personal data in them. ' +
    'This one asks nobody for a password: whoever reaches the port may read every key and, where the settings say so, ' +
    'change or delete them. Open Redis servers are found by automatic attackers within hours and are used to take over the host.',
  remedy: ({ version }) => ({
    summary: 'Bind Redis to the addresses that need it and require a login.',
    steps: [
      'Close the port to everybody but the application hosts (firewall or security group) before anything else.',
      hasAcl(version)
        ? 'Give each application a user of its own with the commands and keys it needs (ACL SETUSER), and turn the default user off.'
        : 'Set a long random password with requirepass, and give it to the applications.',
      'Bind to internal addresses and leave protected-mode on.',
      'Restart, then treat every secret that was kept in Redis as known to strangers and rotate it.',
    ],
    configuration: {
      file: '/etc/redis/redis.conf',
      text: hasAcl(version)
        ? 'bind 127.0.0.1 ::1\nprotected-mode yes\nuser default off\nuser app on >A-LONG-RANDOM-PASSWORD ~app:* +@read +@write -@dangerous'
        : 'bind 127.0.0.1 ::1\nprotected-mode yes\nrequirepass A-LONG-RANDOM-PASSWORD',
    },
    verify: 'redis-cli -h HOST -p PORT DBSIZE has to answer NOAUTH Authentication required.',
    reference: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
  }),
};

const ANONYMOUS_USER: Rule = {
  id: 'redis/anonymous-user',
  severity: 'medium',
  title: 'Redis lets strangers in as a restricted user',
  why:
    'The default user of this Redis needs no password. Its rights are restricted, so that not everything can be read, ' +
    'but a stranger is inside: the limits are one line of configuration away from falling, and what the user may do was ' +
    'not tested further than asking for counts and listings.',
  remedy: () => ({
    summary: 'Turn the default user off, or give it a password.',
    steps: [
      'Check with ACL LIST who needs the default user without a password; health checks can use a user of their own.',
      'ACL SETUSER default off, or resetpass with a password.',
      'Make it permanent in the ACL file or redis.conf.',
    ],
    configuration: { file: '/etc/redis/redis.conf', text: 'user default off' },
    verify: 'redis-cli -h HOST -p PORT PING has to answer NOAUTH Authentication required.',
    reference: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
  }),
};

export default defineStore({
  products: [
    { id: 'redis', title: 'Redis' },
    { id: 'valkey', title: 'Valkey' },
    { id: 'keydb', title: 'KeyDB' },
    { id: 'dragonfly', title: 'Dragonfly' },
  ],
  ports: [
    { port: 6379, transport: 'resp' },
    { port: 6380, transport: 'resp', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://redis.io/docs/latest/develop/reference/protocol-spec/',
  testedAgainst: 'real server',
  recognise: {
    // In protected mode it refuses at once, before it is asked anything.
    banner: (bytes) => (startsLike(bytes, '-DENIED Redis') === 'no' ? undefined : recogniseError(bytes)),
    retort: recogniseError,
    hello: {
      bytes: () => Buffer.from('PING\r\n'),
      frame: (bytes, final) => {
        const pong = startsLike(bytes, '+PONG\r\n');
        if (pong === 'yes') return { reply: { transport: 'resp' }, used: bytes.length };
        if (pong === 'so far' && !final) return 'more';
        const recognised = recogniseError(bytes);
        if (recognised === 'more' && !final) return 'more';
        return { reply: recognised === 'more' ? undefined : recognised, used: bytes.length };
      },
    },
  },
  rules: [NO_AUTHENTICATION, ANONYMOUS_USER],
  examine,
});

/** Errors as only Redis and its kin word them; `GET /` is a command to it that lacks its right number of arguments. */
function recogniseError(bytes: Uint8Array): Recognition {
  if (bytes[0] !== 0x2d) return undefined;
  const text = latin1(bytes.subarray(0, 512));
  if (!text.includes('\n')) return bytes.length > 512 ? undefined : 'more';
  const known =
    /^-(?:NOAUTH |DENIED Redis|NOPERM |LOADING |MASTERDOWN |ERR (?:wrong number of arguments for|unknown command|operation not permitted|unauthenticated|Protocol error))/;
  return known.test(text) ? { transport: 'resp' } : undefined;
}

async function examine(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'redis', posture: posture({}), signs: [] };
  try {
    return await converse(line);
  } finally {
    line.close();
  }
}

async function converse(line: Line): Promise<Examination> {
  const ping = await ask(line, 'PING');
  if (isRefusal(ping)) return { product: 'redis', posture: refused('no'), signs: [] };
  const size = await ask(line, 'DBSIZE');
  const counted = line.exchange();
  if (isRefusal(size)) return { product: 'redis', posture: refused(ping.type === 'simple' ? 'yes' : 'no'), signs: [] };
  const info = readInfo(await ask(line, 'INFO'));
  const rights = await readRights(line, info);
  const known: Posture = posture({
    identify: ping.type === 'simple' || info.size > 0 ? 'yes' : 'unknown',
    count: size.type === 'integer' || info.has('db0') ? 'yes' : answerOf(size, 'integer'),
    ...rights,
  });
  const answered = size.type === 'integer' ? 'a number: commands are served without a login' : 'refused for this user';
  const sign: Sign = {
    rule: known.read === 'yes' ? NO_AUTHENTICATION : ANONYMOUS_USER,
    evidence: [evidence(counted, 'DBSIZE', answered)],
  };
  const version = versionOf(info);
  const inventory = inventoryOf(info, size);
  return {
    product: productOf(info),
    ...(version !== undefined && { version }),
    posture: known,
    ...(inventory && { inventory }),
    signs: known.identify === 'yes' || known.count === 'yes' ? [sign] : [],
  };
}

/** An error of the protocol, or the connection's end as an error of our own. */
async function ask(line: Line, ...words: readonly string[]): Promise<RespValue> {
  const reply = await line.ask(respCommand(...words), respReply);
  // What comes after an answer that was not whole cannot be told apart from its rest.
  if (reply instanceof Ended) line.close();
  return reply instanceof Ended ? { type: 'error', text: `ENDED ${reply.reason}` } : reply;
}

/** A login is demanded, or protected mode keeps strangers out. */
function isRefusal(value: RespValue): boolean {
  return value.type === 'error' && /^(?:NOAUTH|DENIED|WRONGPASS|ERR operation not permitted)/.test(value.text);
}

/** Yes where the answer is of the type that this command gives; no where the user lacks the right to it. */
function answerOf(value: RespValue, type: RespValue['type']): Answer {
  if (value.type === type) return 'yes';
  return value.type === 'error' && /^NOPERM/.test(value.text) ? 'no' : 'unknown';
}

/** What the login of a stranger may do: from its grants where it may see them, else from questions that name no key. */
async function readRights(line: Line, info: ReadonlyMap<string, string>): Promise<Partial<Posture>> {
  const list = answerOf(await ask(line, 'SCAN', '0', 'MATCH', 'vigie:no-such-key', 'COUNT', '1'), 'array');
  const length = await ask(line, 'STRLEN', 'vigie:no-such-key');
  const settings = answerOf(await ask(line, 'CONFIG', 'GET', 'databases'), 'array');
  const grants = grantsOf(await ask(line, 'ACL', 'GETUSER', 'default'), info);
  const isReplica = info.get('role') === 'slave' && info.get('slave_read_only') === '1';
  return {
    list,
    read: answerOf(length, 'integer') === 'yes' ? 'yes' : grants,
    write: isReplica ? 'no' : grants,
    administer: settings === 'yes' ? 'yes' : grants === 'yes' ? 'unknown' : settings,
  };
}

/** Whether the default user holds all commands on all keys. Before version 6 there were no users, and everybody did. */
function grantsOf(user: RespValue, info: ReadonlyMap<string, string>): Answer {
  if (user.type === 'error') {
    const before6 = Number.parseInt(info.get('redis_version') ?? '', 10) < 6;
    return /unknown command/i.test(user.text) && before6 ? 'yes' : 'unknown';
  }
  if (user.type !== 'array') return 'unknown';
  const texts = user.items.map((item) => ('text' in item ? item.text : ''));
  const field = (name: string) => user.items[texts.indexOf(name) + 1];
  const text = (value: RespValue | undefined): string =>
    value === undefined
      ? ''
      : 'text' in value
        ? value.text
        : value.type === 'array'
          ? value.items.map(text).join(' ')
          : '';
  const allCommands = /^\+@all$/.test(text(field('commands'))) || /\ballcommands\b/.test(text(field('flags')));
  const allKeys = /(?:^| )~?\*(?: |$)/.test(text(field('keys'))) || /\ballkeys\b/.test(text(field('flags')));
  return allCommands && allKeys ? 'yes' : 'unknown';
}

function readInfo(value: RespValue): ReadonlyMap<string, string> {
  const lines = value.type === 'bulk' ? value.text.split(/\r?\n/) : [];
  return new Map(lines.flatMap((line) => (/^[\w]+:/.test(line) ? [split(line)] : [])));
}

function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1)];
}

function productOf(info: ReadonlyMap<string, string>): string {
  if (info.has('valkey_version') || info.get('server_name') === 'valkey') return 'valkey';
  if (info.has('dragonfly_version')) return 'dragonfly';
  if (info.has('mvcc_depth') || info.get('executable')?.includes('keydb')) return 'keydb';
  return 'redis';
}

function versionOf(info: ReadonlyMap<string, string>): string | undefined {
  return info.get('valkey_version') ?? info.get('dragonfly_version') ?? info.get('redis_version');
}

/** Keys by database, as INFO's keyspace section counts them; DBSIZE alone counts the first. */
function inventoryOf(info: ReadonlyMap<string, string>, size: RespValue): Inventory | undefined {
  const databases = [...info].flatMap(([name, value]) => {
    const keys = /^db\d+$/.test(name) ? value.match(/^keys=(\d+)/)?.[1] : undefined;
    return keys === undefined ? [] : [{ name, rows: Number(keys), rowsBasis: 'exact' as const, columns: [] }];
  });
  if (databases.length > 0) return { containers: [{ name: 'keyspace', collections: databases }] };
  if (size.type !== 'integer') return undefined;
  const only = { name: 'db0', rows: size.value, rowsBasis: 'exact' as const, columns: [] };
  return { containers: [{ name: 'keyspace', collections: [only] }] };
}

function hasAcl(version: string | undefined): boolean {
  return version === undefined || Number.parseInt(version, 10) >= 6;
}
