// The commands of the decoy Redis: what each answers over the honey keys, and what it says of who asks.
import { globMatches } from '../glob.ts';
import { acl, client, config, hello, infoOf } from './administration.ts';
import { COMMAND_COUNT, takesWords } from './arities.ts';
import { type Guest, look, OK, type Outcome } from './guest.ts';
import { REDIS_VERSION } from './info.ts';
import type { Entry } from './keyspace.ts';
import { dumpOf, rdbOf } from './rdb.ts';
import type { Reply } from './resp.ts';
import { scriptOutcome, sumOf } from './scripts.ts';
import { follow, inside, states } from './state.ts';
import { type Handler, WRITERS, WRONG_TYPE, wrongNumber } from './writes.ts';

const read = (reply: Reply, rows: number, words: string): Outcome =>
  rows > 0 ? { reply, intent: 'read', words: `${words} (${rows})`, rows } : look(reply, words);

/** Commands of a transaction. */
const MAX_QUEUE = 1_000;
const WORST: readonly Outcome['intent'][] = ['look', 'read', 'write', 'destroy', 'reach'];

/** Every command and its answer. Nothing is run, and what is changed is changed for the visitor's address. */
export function answer(guest: Guest, words: readonly string[]): Outcome {
  const command = words[0]?.toLowerCase() ?? '';
  const { queue } = guest;
  if (!queue || command === 'multi' || command === 'watch') return answerNow(guest, words);
  if (command === 'exec' || command === 'discard') {
    guest.queue = undefined;
    return command === 'exec' ? executed(guest, queue) : look(OK, 'ended a transaction');
  }
  if (queue.length < MAX_QUEUE) queue.push(words);
  return look({ status: 'QUEUED' }, 'put a command into a transaction');
}

function executed(guest: Guest, queue: readonly (readonly string[])[]): Outcome {
  const outcomes = queue.map((words) => answerNow(guest, words));
  const worst = outcomes.reduce<Outcome | undefined>(
    (most, one) => (most && WORST.indexOf(most.intent) >= WORST.indexOf(one.intent) ? most : one),
    undefined,
  );
  return { ...(worst ?? look(null, 'ended a transaction')), reply: outcomes.map(({ reply }) => reply) };
}

function answerNow(guest: Guest, [first = '', ...args]: readonly string[]): Outcome {
  const command = first.toLowerCase();
  // Redis hangs up on web requests, since browsers can be made to send them.
  if (command === 'post' || command === 'host:') {
    guest.isOver = true;
    return look({ raw: Buffer.alloc(0) }, 'sent a web request');
  }
  const takes = takesWords(command, args.length + 1);
  if (takes === false) return wrongNumber(command);
  const known = Object.hasOwn(HANDLERS, command) ? HANDLERS[command] : undefined;
  if (known) return known(guest, args, command);
  if (REACHES.has(command)) {
    return { reply: REACHES.get(command) ?? OK, intent: 'reach', words: `tried ${command.toUpperCase()}` };
  }
  if (takes) return look(NOTHING_THERE.get(command) ?? null, `asked ${command.toUpperCase()}`);
  const beginning = args
    .slice(0, 20)
    .map((one) => `'${one.slice(0, 128)}' `)
    .join('');
  const error = `ERR unknown command '${first.slice(0, 128)}', with args beginning with: ${beginning}`;
  return look({ error }, 'sent a command that Redis does not know');
}

/** What the rarer commands answer of keys that are not there. */
const NOTHING_THERE: ReadonlyMap<string, Reply> = new Map<string, Reply>([
  ...'bitcount bitpos getbit hstrlen linsert lpushx pfcount rpushx setbit sintercard smove touch xack xdel xlen xtrim zcount zlexcount zremrangebyrank zremrangebyscore'
    .split(' ')
    .map((name) => [name, 0] as const),
  ...'geohash geopos geosearch hrandfield sdiff sinter smismember sort sort_ro srandmember sunion xautoclaim xclaim xpending xrange xrevrange zdiff zinter zrangebylex zrangebyscore zrevrangebylex zrevrangebyscore zunion'
    .split(' ')
    .map((name) => [name, []] as const),
  ['xinfo', { error: 'ERR no such key' }],
  ['xgroup', { error: 'ERR The XGROUP subcommand requires the key to exist.' }],
]);

/** What would run something, or reach another host. Refused in the words of a Redis that cannot. */
const REACHES: ReadonlyMap<string, Reply> = new Map<string, Reply>([
  [
    'debug',
    {
      error:
        'ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.',
    },
  ],
  ...['shutdown', 'failover'].map((name) => [name, { error: 'ERR Errors trying to SHUTDOWN. Check logs.' }] as const),
]);

const asReplica: Handler = (guest, [host = '', port = ''], command) => {
  if (port === '') return wrongNumber(command);
  const isOff = /^no$/i.test(host) && /^one$/i.test(port);
  if (!isOff && !/^\d{1,5}$/.test(port)) return look({ error: 'ERR Invalid master port' }, 'named a master wrongly');
  follow(guest, isOff ? undefined : [host.slice(0, 255), port]);
  return { reply: OK, intent: 'reach', words: `tried ${command.toUpperCase()}` };
};

/** Made once for the same keys. */
const copies = new WeakMap<object, Buffer>();

/** All that there is, as a replica gets it. */
function replica({ setting }: Guest): Buffer {
  const now = setting.now();
  const expiry = (key: string) => (key.startsWith('session:') ? now + 61_204_418 : undefined);
  const { databases } = states.of(setting);
  const bytes = copies.get(databases) ?? rdbOf(databases, REDIS_VERSION, now, expiry);
  copies.set(databases, bytes);
  return Buffer.concat([Buffer.from(`$${bytes.length}\r\n`), bytes]);
}

function countOf({ setting }: Guest): number {
  return [...states.of(setting).databases.values()].reduce((sum, { size }) => sum + size, 0);
}

const script: Handler = (guest, args, command) => scriptOutcome(guest, args, command, answer);

const HANDLERS: Readonly<Record<string, Handler>> = {
  ...WRITERS,
  migrate: (guest, [, , key = '']) => ({
    reply: inside(guest).has(key) ? { error: 'IOERR error or timeout connecting to the client' } : { status: 'NOKEY' },
    intent: 'reach',
    words: 'tried MIGRATE',
  }),
  slaveof: asReplica,
  replicaof: asReplica,
  eval: script,
  eval_ro: script,
  evalsha: script,
  evalsha_ro: script,
  fcall: script,
  fcall_ro: script,
  script: (_, [what = '', text = '']) => ({
    reply: /^load$/i.test(what) ? sumOf(text) : /^exists$/i.test(what) ? [0] : OK,
    intent: 'reach',
    words: 'tried SCRIPT',
  }),
  function: (_, [what = '']) => ({
    reply: /^(?:list|stats)$/i.test(what) ? [] : { error: 'ERR Missing library metadata' },
    intent: 'reach',
    words: 'tried FUNCTION',
  }),
  monitor: () => look(OK, 'listened to what others ask'),
  subscribe: (_, [channel = '']) => look(['subscribe', channel.slice(0, 128), 1], 'listened to a channel'),
  psubscribe: (_, [channel = '']) => look(['psubscribe', channel.slice(0, 128), 1], 'listened to channels'),
  unsubscribe: () => look(['unsubscribe', null, 0], 'listened to messages'),
  multi: (guest) => {
    guest.queue ??= [];
    return look(OK, 'began a transaction');
  },
  exec: () => look({ error: 'ERR EXEC without MULTI' }, 'ended a transaction'),
  discard: () => look({ error: 'ERR DISCARD without MULTI' }, 'ended a transaction'),
  watch: () => look(OK, 'began a transaction'),
  unwatch: () => look(OK, 'ended a transaction'),
  wait: () => look(0, 'waited'),
  swapdb: () => ({ reply: OK, intent: 'write', words: 'wrote with SWAPDB' }),
  lolwut: () => look('Redis ver. 7.2.5\n', 'asked for the version'),
  readonly: () => look({ error: 'ERR This instance has cluster support disabled' }, 'asked for the cluster'),
  sentinel: () => look({ error: "ERR unknown command 'sentinel', with args beginning with: " }, 'asked for a sentinel'),
  dump: (guest, [key = '']) => {
    const entry = inside(guest).get(key);
    return entry ? read({ bytes: dumpOf(entry) }, 1, 'read a key') : look(null, 'asked for a key that is not there');
  },
  pubsub: (_, args) => look(/^numpat$/i.test(args[0] ?? '') ? 0 : [], 'asked who listens'),
  replconf: () => look(OK, 'spoke as a replica'),
  sync: (guest) => read({ raw: replica(guest) }, countOf(guest), 'took all keys as a replica does'),
  psync: (guest) => {
    const head = Buffer.from(`+FULLRESYNC ${'8371b4fb1155b71f4a04d3e1bc3e18c4a990aeeb'} 0\r\n`);
    return read({ raw: Buffer.concat([head, replica(guest)]) }, countOf(guest), 'took all keys as a replica does');
  },
  ping: (_, args) => look(args[0] ?? { status: 'PONG' }, 'asked PING'),
  echo: (_, args) => (args[0] === undefined ? wrongNumber('echo') : look(args[0], 'asked ECHO')),
  quit: (guest) => {
    guest.isOver = true;
    return look(OK, 'left');
  },
  reset: (guest) => {
    guest.version = 2;
    return look({ status: 'RESET' }, 'asked RESET');
  },
  auth: (_, args) => {
    const words = 'tried a password';
    // The user `default` has no password here, so that any fits.
    if (args.length === 2)
      return look(
        args[0] === 'default' ? OK : { error: 'WRONGPASS invalid username-password pair or user is disabled.' },
        words,
      );
    if (args.length !== 1) return wrongNumber('auth');
    return look(
      {
        error:
          'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
      },
      words,
    );
  },
  hello,
  select: (guest, args) => {
    const number = Number(args[0]);
    if (!/^-?\d{1,9}$/.test(args[0] ?? ''))
      return look({ error: 'ERR value is not an integer or out of range' }, 'chose a database');
    if (number < 0 || number > 15) return look({ error: 'ERR DB index is out of range' }, 'chose a database');
    guest.database = number;
    return look(OK, 'chose a database');
  },
  client,
  command: (_, args) =>
    look(
      /^count$/i.test(args[0] ?? '') ? COMMAND_COUNT : /^docs$/i.test(args[0] ?? '') ? { map: [] } : [],
      'asked for the list of commands',
    ),
  info: (guest, args) => look(infoOf(guest, args[0] ?? ''), 'asked INFO'),
  dbsize: (guest) => look(inside(guest).size, 'counted the keys'),
  config,
  acl,
  time: ({ setting }) => look([String(Math.floor(setting.now() / 1000)), '481204'], 'asked the time'),
  lastsave: ({ setting }) => look(Math.floor(setting.since / 1000), 'asked when it was saved'),
  role: ({ setting }) => {
    const { master } = states.of(setting);
    return look(master ? ['slave', master[0], Number(master[1]), 'connect', -1] : ['master', 0, []], 'asked its role');
  },
  save: () => ({ reply: OK, intent: 'write', words: 'told it to save' }),
  bgsave: () => ({ reply: { status: 'Background saving started' }, intent: 'write', words: 'told it to save' }),
  bgrewriteaof: () => ({
    reply: { status: 'Background append only file rewriting started' },
    intent: 'write',
    words: 'told it to save',
  }),
  module: (_, args) =>
    /^list$/i.test(args[0] ?? '')
      ? look([], 'asked for modules')
      : {
          reply: { error: 'ERR Error loading the extension. Please check the server logs.' },
          intent: 'reach',
          words: 'tried to load a module',
        },
  slowlog: (_, args) => look(/^len$/i.test(args[0] ?? '') ? 0 : [], 'asked the slow log'),
  latency: () => look([], 'asked latencies'),
  memory: (_, args) => look(/^usage$/i.test(args[0] ?? '') ? 312 : { map: [] }, 'asked its memory'),
  cluster: () => look({ error: 'ERR This instance has cluster support disabled' }, 'asked for the cluster'),
  keys: (guest, args) => {
    const pattern = (args[0] ?? '').slice(0, 512);
    const names = [...inside(guest).keys()].filter((name) => globMatches(pattern, name));
    return args.length === 1 ? look(names, 'listed all keys with KEYS') : wrongNumber('keys');
  },
  scan,
  randomkey: (guest) => look([...inside(guest).keys()].at(7) ?? null, 'asked for any key'),
  type: (guest, [key = '']) => look({ status: inside(guest).get(key)?.type ?? 'none' }, 'asked the type of a key'),
  object: (_, args) =>
    look(/^encoding$/i.test(args[0] ?? '') ? 'listpack' : /^help$/i.test(args[0] ?? '') ? [] : 0, 'asked about a key'),
  ttl: (guest, [key = '']) => look(ttlOf(guest, key), 'asked the life of a key'),
  pttl: (guest, [key = '']) => look(ttlOf(guest, key) * (ttlOf(guest, key) > 0 ? 1000 : 1), 'asked the life of a key'),
  exists: (guest, args) => look(args.filter((key) => inside(guest).has(key)).length, 'asked whether keys are there'),
  get: (guest, [key = '']) => ofType(guest, key, 'string', null, ({ value }) => read(value, 1, 'read a key')),
  mget: (guest, args) => {
    const values = args.map((key) => {
      const entry = inside(guest).get(key);
      return entry?.type === 'string' ? entry.value : null;
    });
    return read(values, values.filter((value) => value !== null).length, 'read keys');
  },
  strlen: (guest, [key = '']) =>
    ofType(guest, key, 'string', 0, ({ value }) => look(Buffer.byteLength(value), 'asked the length of a key')),
  getrange: (guest, [key = '', from, to]) =>
    ofType(guest, key, 'string', '', ({ value }) => read(slice([...value], from, to).join(''), 1, 'read a key')),
  hgetall: (guest, [key = '']) =>
    ofType(guest, key, 'hash', { map: [] }, ({ fields }) => read({ map: fields }, 1, 'read a hash')),
  hget: (guest, [key = '', field]) =>
    ofType(guest, key, 'hash', null, ({ fields }) =>
      read(fields.find(([name]) => name === field)?.[1] ?? null, 1, 'read a field of a hash'),
    ),
  hmget: (guest, [key = '', ...names]) =>
    ofType(
      guest,
      key,
      'hash',
      names.map(() => null),
      ({ fields }) =>
        read(
          names.slice(0, 100).map((wanted) => fields.find(([name]) => name === wanted)?.[1] ?? null),
          1,
          'read fields of a hash',
        ),
    ),
  hkeys: (guest, [key = '']) =>
    ofType(guest, key, 'hash', [], ({ fields }) =>
      look(
        fields.map(([name]) => name),
        'asked the fields of a hash',
      ),
    ),
  hvals: (guest, [key = '']) =>
    ofType(guest, key, 'hash', [], ({ fields }) =>
      read(
        fields.map(([, value]) => value),
        1,
        'read a hash',
      ),
    ),
  hlen: (guest, [key = '']) => ofType(guest, key, 'hash', 0, ({ fields }) => look(fields.length, 'counted a hash')),
  hexists: (guest, [key = '', field]) =>
    ofType(guest, key, 'hash', 0, ({ fields }) =>
      look(fields.some(([name]) => name === field) ? 1 : 0, 'asked for a field'),
    ),
  hscan: (guest, [key = '']) =>
    ofType(guest, key, 'hash', ['0', []], ({ fields }) => read(['0', fields.flat()], 1, 'read a hash')),
  llen: (guest, [key = '']) => ofType(guest, key, 'list', 0, ({ items }) => look(items.length, 'counted a list')),
  lindex: (guest, [key = '', at]) =>
    ofType(guest, key, 'list', null, ({ items }) => read(items.at(Number(at)) ?? null, 1, 'read a list')),
  lrange: (guest, [key = '', from, to]) =>
    ofType(guest, key, 'list', [], ({ items }) =>
      read(slice(items, from, to), slice(items, from, to).length, 'read a list'),
    ),
  scard: (guest, [key = '']) => ofType(guest, key, 'set', 0, ({ items }) => look(items.length, 'counted a set')),
  smembers: (guest, [key = '']) =>
    ofType(guest, key, 'set', { set: [] }, ({ items }) => read({ set: items }, items.length, 'read a set')),
  sismember: (guest, [key = '', item = '']) =>
    ofType(guest, key, 'set', 0, ({ items }) => look(items.includes(item) ? 1 : 0, 'asked for a member')),
  sscan: (guest, [key = '']) =>
    ofType(guest, key, 'set', ['0', []], ({ items }) => read(['0', items], items.length, 'read a set')),
  zcard: (guest, [key = '']) =>
    ofType(guest, key, 'zset', 0, ({ scores }) => look(scores.length, 'counted a sorted set')),
  zscore: (guest, [key = '', item]) =>
    ofType(guest, key, 'zset', null, ({ scores }) =>
      look(doubleOf(scores.find(([name]) => name === item)?.[1]), 'asked a score'),
    ),
  zrange: (guest, [key = '', from, to, ...options]) =>
    ofType(guest, key, 'zset', [], ({ scores }) => {
      const part = slice([...scores].reverse(), from, to);
      const isScored = options.some((word) => /^withscores$/i.test(word));
      return read(
        part.flatMap(([name, score]) => (isScored ? [name, { double: score }] : [name])),
        part.length,
        'read a sorted set',
      );
    }),
  zscan: (guest, [key = '']) =>
    ofType(guest, key, 'zset', ['0', []], ({ scores }) =>
      read(['0', scores.flatMap(([name, score]) => [name, String(score)])], scores.length, 'read a sorted set'),
    ),
};

function ofType<T extends Entry['type']>(
  guest: Guest,
  key: string,
  type: T,
  absent: Reply,
  told: (entry: Extract<Entry, { type: T }>) => Outcome,
): Outcome {
  const entry = inside(guest).get(key);
  if (!entry) return look(absent, 'asked for a key that is not there');
  return isOf(entry, type) ? told(entry) : look(WRONG_TYPE, 'asked for a key in the wrong way');
}

function isOf<T extends Entry['type']>(entry: Entry, type: T): entry is Extract<Entry, { type: T }> {
  return entry.type === type;
}

function doubleOf(score: number | undefined): Reply {
  return score === undefined ? null : { double: score };
}

function slice<T>(items: readonly T[], from = '0', to = '-1'): readonly T[] {
  const [start, end] = [Number(from), Number(to)];
  if (!Number.isInteger(start) || !Number.isInteger(end)) return [];
  return items.slice(start, end === -1 ? undefined : end + 1);
}

function ttlOf(guest: Guest, key: string): number {
  if (!inside(guest).has(key)) return -2;
  return key.startsWith('session:') ? 61_204 : -1;
}

function scan(guest: Guest, args: readonly string[]): Outcome {
  const option = (name: string) => {
    const at = args.findIndex((word, index) => index > 0 && word.toLowerCase() === name);
    return at < 0 ? undefined : args[at + 1];
  };
  if (!/^\d{1,15}$/.test(args[0] ?? '')) return look({ error: 'ERR invalid cursor' }, 'went through the keys');
  const from = Number(args[0]);
  const count = Math.min(Math.max(1, Number(option('count') ?? 10) || 10), 10_000);
  const pattern = option('match')?.slice(0, 512);
  const type = option('type');
  const entries = [...inside(guest)];
  const names = entries
    .slice(from, from + count)
    .filter(
      ([name, entry]) =>
        (pattern === undefined || globMatches(pattern, name)) && (type === undefined || entry.type === type),
    )
    .map(([name]) => name);
  const next = from + count < entries.length ? from + count : 0;
  return look([String(next), names], 'went through the keys with SCAN');
}
