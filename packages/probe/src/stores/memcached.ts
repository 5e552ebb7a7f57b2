// memcached, over its text and its binary protocol.
// https://github.com/memcached/memcached/blob/master/doc/protocol.txt
import type { Rule, Sign } from '../finding.ts';
import type { Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  greeting,
  type Protocol,
  type Statistics,
  type StatisticsReply,
  statistics,
  statisticsQuestion,
  versionQuestion,
} from '../wire/memcached.ts';
import { startsLike } from '../wire/text.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'memcached/no-authentication',
  severity: 'critical',
  title: 'memcached serves anyone who connects',
  why:
    'memcached keeps what an application needs often: sessions, rendered pages, rows of its database, tokens. This one ' +
    'asks nobody for a login: whoever reaches the port may read what is cached, replace it (a session that belongs to ' +
    'somebody else, a page with a script of the attacker) or empty it, so that the database behind takes the whole load.',
  remedy: ({ version }) => ({
    summary: 'Listen on loopback or an internal address only, close the port to everybody else, and ask for a login.',
    steps: [
      'Close the port to everybody but the application hosts (firewall or security group) before anything else.',
      'Listen on loopback or an internal address with -l, and restart.',
      ...loginSteps(version),
      ...(isBefore(version, [1, 5, 6]) ? ['Turn UDP off with -U 0: it is on by default in this version.'] : []),
      'Treat sessions and tokens that were cached as known to strangers: end them and issue new ones.',
    ],
    configuration: {
      file: '/etc/memcached.conf',
      text: ['-l 127.0.0.1', '-U 0', ...(hasAuthFile(version) ? ['-Y /etc/memcached.users'] : [])].join('\n'),
    },
    verify: hasAuthFile(version)
      ? "printf 'stats\\r\\n' | nc -w 2 HOST 11211 has to fail to connect, or to answer CLIENT_ERROR unauthenticated."
      : "printf 'stats\\r\\n' | nc -w 2 HOST 11211 from another host has to fail to connect.",
    reference: 'https://github.com/memcached/memcached/wiki/ReleaseNotes1515',
  }),
};

const UDP: Rule = {
  id: 'memcached/udp',
  severity: 'high',
  title: 'memcached also listens on UDP',
  why:
    'Over UDP nobody proves where a question comes from. An attacker stores a large item, asks for it in the name of a ' +
    'victim, and this server sends the victim many thousand times what the question weighed: the largest denial-of-service ' +
    'attacks of 2018 were made of such servers. Applications do not need UDP.',
  remedy: ({ version }) => ({
    summary: 'Turn UDP off.',
    steps: [
      isBefore(version, [1, 5, 6])
        ? 'Start memcached with -U 0 (before 1.5.6 UDP is on by default), and restart it.'
        : 'Take the option -U out of the configuration, or set it to 0, and restart.',
      'Block UDP port 11211 at the firewall in both directions.',
    ],
    configuration: { file: '/etc/memcached.conf', text: '-U 0' },
    verify:
      "The line `STAT udpport` in the answer to `stats settings` has to be 0: printf 'stats settings\\r\\n' | nc -w 2 HOST 11211",
    reference: 'https://github.com/memcached/memcached/wiki/DDOS',
  }),
};

export default defineStore({
  products: [{ id: 'memcached', title: 'memcached' }],
  ports: [{ port: 11211, transport: 'memcache' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://github.com/memcached/memcached/blob/master/doc/protocol.txt',
  testedAgainst: 'real server',
  recognise: {
    retort: recogniseRefusal,
    hello: {
      bytes: versionQuestion,
      frame: (bytes, final) => {
        const framed = greeting(bytes, final);
        if (typeof framed === 'string') return framed;
        const { reply, used } = framed;
        return { reply: reply && { transport: 'memcache' }, used };
      },
    },
  },
  rules: [NO_AUTHENTICATION, UDP],
  examine,
});

/** A server with `-Y` refuses the line of an HTTP request as it does any other; one without it hangs up on HTTP. */
function recogniseRefusal(bytes: Uint8Array): Recognition {
  const says = startsLike(bytes, 'CLIENT_ERROR unauthenticated\r\n');
  if (says === 'so far') return 'more';
  return says === 'yes' ? { transport: 'memcache' } : undefined;
}

async function examine(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'memcached', posture: posture({}), signs: [] };
  try {
    return await converse(line);
  } finally {
    line.close();
  }
}

/** Statistics only: they tell of sizes, counts and settings, and stand behind the same gate as every other command. */
async function converse(line: Line): Promise<Examination> {
  const greeted = await line.ask(versionQuestion(), greeting);
  if (greeted instanceof Ended || greeted === undefined) {
    return { product: 'memcached', posture: posture({}), signs: [] };
  }
  if (greeted.refused) return { product: 'memcached', posture: refused('no'), signs: [] };
  const about = { product: 'memcached', ...(greeted.version !== undefined && { version: greeted.version }) };
  const general = await ask(line, greeted.protocol);
  const counted = line.exchange();
  // With SASL the version is told before the login, and nothing else is.
  if (general === 'refused') return { ...about, posture: refused('yes'), signs: [] };
  if (!isAnswered(general)) return { ...about, posture: posture({ identify: 'yes' }), signs: [] };
  const settings = await ask(line, greeted.protocol, 'settings');
  return served(about, { general, counted, settings, set: line.exchange() });
}

interface Answers {
  readonly general: Statistics;
  readonly counted: Exchange;
  readonly settings: StatisticsReply | Ended;
  readonly set: Exchange;
}

function served(about: Pick<Examination, 'product' | 'version'>, answers: Answers): Examination {
  const { general, counted, settings, set } = answers;
  const setting = (name: string) => (isAnswered(settings) ? settings.get(name) : undefined);
  const inventory = inventoryOf(general);
  const signs: Sign[] = [
    {
      rule: NO_AUTHENTICATION,
      evidence: [evidence(counted, 'stats', 'statistics: commands are served without a login')],
    },
  ];
  const udpPort = setting('udpport');
  if (udpPort !== undefined && /^\d{1,5}$/.test(udpPort) && udpPort !== '0') {
    signs.push({ rule: UDP, evidence: [evidence(set, 'stats settings', 'a UDP port other than 0')] });
  }
  return {
    ...about,
    // There are no users with fewer rights: who is let in may get and set. Only listing and flushing can be turned off.
    posture: posture({
      identify: 'yes',
      list: mayList(setting('dump_enabled'), about.version),
      count: inventory ? 'yes' : 'unknown',
      read: 'yes',
      write: 'yes',
      administer: setting('flush_enabled') === 'yes' ? 'yes' : 'unknown',
    }),
    ...(inventory && { inventory }),
    signs,
  };
}

async function ask(line: Line, protocol: Protocol, group = ''): Promise<StatisticsReply | Ended> {
  return line.ask(statisticsQuestion(protocol, group), statistics(protocol));
}

function isAnswered(reply: StatisticsReply | Ended): reply is Statistics {
  return reply instanceof Map;
}

/** Whether the names of keys may be listed: always before 1.4.34, which brought the option against it (-X). */
function mayList(dumping: string | undefined, version: string | undefined): Answer {
  if (dumping === 'yes' || dumping === 'no') return dumping;
  return isBefore(version, [1, 4, 34]) ? 'yes' : 'unknown';
}

/** The items as one collection: memcached knows no tables, and names of keys are content. */
function inventoryOf(general: Statistics): Inventory | undefined {
  const items = numberOf(general.get('curr_items'));
  if (items === undefined) return undefined;
  const bytes = numberOf(general.get('bytes'));
  const size = bytes === undefined ? {} : { bytes, bytesBasis: 'exact' as const };
  const collection = { name: 'items', rows: items, rowsBasis: 'exact' as const, ...size, columns: [] };
  return { containers: [{ name: 'cache', collections: [collection] }] };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function loginSteps(version: string | undefined): string[] {
  if (hasAuthFile(version)) {
    return [
      'Put up to eight lines user:password into a file that only memcached may read, and start with -Y and its path. ' +
        'This turns the binary protocol and UDP off, so check that the clients speak the text protocol.',
    ];
  }
  return ['Upgrade to 1.5.15 or later, which can ask for a login in the text protocol (-Y); until then use -S (SASL).'];
}

/** `-Y` came with 1.5.15. */
function hasAuthFile(version: string | undefined): boolean {
  return !isBefore(version, [1, 5, 15]);
}

/** Whether the version is known, and older than the other. */
function isBefore(version: string | undefined, other: readonly [number, number, number]): boolean {
  const [, major, minor, patch] = version?.match(/^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?/) ?? [];
  if (major === undefined) return false;
  const numbers = [major, minor, patch ?? 0].map(Number);
  const at = other.findIndex((number, i) => numbers[i] !== number);
  return at >= 0 && (numbers[at] ?? 0) < (other[at] ?? 0);
}
