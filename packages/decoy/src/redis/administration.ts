// Commands about the server and the connection: HELLO, CLIENT, CONFIG, ACL, INFO.
import { createHash } from 'node:crypto';
import { globMatches } from '../glob.ts';
import { type Guest, look, OK, type Outcome } from './guest.ts';
import { infoText, REDIS_VERSION } from './info.ts';
import type { Reply } from './resp.ts';
import { configure, states } from './state.ts';

export function hello(guest: Guest, args: readonly string[]): Outcome {
  const [version] = args;
  if (version !== undefined && version !== '2' && version !== '3')
    return look({ error: 'NOPROTO unsupported protocol version' }, 'said HELLO');
  if (version !== undefined) guest.version = version === '3' ? 3 : 2;
  const map: readonly (readonly [string, Reply])[] = [
    ['server', 'redis'],
    ['version', REDIS_VERSION],
    ['proto', guest.version],
    ['id', 18_232],
    ['mode', 'standalone'],
    ['role', 'master'],
    ['modules', []],
  ];
  return look({ map }, 'said HELLO');
}

export function client(guest: Guest, args: readonly string[]): Outcome {
  const [what = '', ...more] = args;
  const words = 'asked about its connection';
  switch (what.toLowerCase()) {
    case 'setname':
      guest.name = (more[0] ?? '').slice(0, 64);
      return look(OK, words);
    case 'getname':
      return look(guest.name || null, words);
    case 'id':
      return look(18_232, words);
    case 'list':
    case 'info':
      return look(
        `id=18232 addr=${guest.setting.visitor} laddr=10.0.3.9:6379 fd=9 name=${guest.name} age=2 idle=0 flags=N db=${guest.database} user=default resp=${guest.version}\n`,
        'asked who is connected',
      );
    case 'kill':
      return look(0, 'tried to disconnect others');
    default:
      return look(OK, words);
  }
}

export function config(guest: Guest, args: readonly string[]): Outcome {
  const [what = '', ...more] = args;
  if (/^get$/i.test(what)) {
    const patterns = more.slice(0, 50).map((one) => one.slice(0, 128).toLowerCase());
    const found = [...states.of(guest.setting).config].filter(([name]) =>
      patterns.some((pattern) => globMatches(pattern, name)),
    );
    return look({ map: found }, 'read the configuration');
  }
  if (/^set$/i.test(what)) {
    const [name = '', value] = more;
    if (value === undefined)
      return look({ error: "ERR wrong number of arguments for 'config|set' command" }, 'asked CONFIG wrongly');
    if (!states.of(guest.setting).config.has(name.toLowerCase()))
      return look(
        { error: `ERR Unknown option or number of arguments for CONFIG SET - '${name.slice(0, 64)}'` },
        'asked CONFIG wrongly',
      );
    configure(guest, name.toLowerCase(), value.slice(0, 512));
    // The old way from an open Redis into its host: a file is written where the host will run it.
    const isWayOut = more.some((word) =>
      /^(?:dir|dbfilename|slave-read-only|rdbcompression|stop-writes-on-bgsave-error)$/i.test(word),
    );
    return {
      reply: OK,
      intent: isWayOut ? 'reach' : 'write',
      words: isWayOut ? 'tried to have a file written on the host by CONFIG SET' : 'changed the configuration',
    };
  }
  return look(OK, 'asked about the configuration');
}

export function acl(_: Guest, args: readonly string[]): Outcome {
  const [what = '', user] = args;
  switch (what.toLowerCase()) {
    case 'whoami':
      return look('default', 'asked who it is');
    case 'list':
      return look(['user default on nopass sanitize-payload ~* &* +@all'], 'listed users');
    case 'users':
      return look(['default'], 'listed users');
    case 'getuser':
      if (user !== 'default') return look(null, 'asked for a user');
      return look(
        {
          map: [
            ['flags', { set: ['on', 'nopass', 'sanitize-payload'] }],
            ['passwords', []],
            ['commands', '+@all'],
            ['keys', '~*'],
            ['channels', '&*'],
            ['selectors', []],
          ],
        },
        'asked for the rights of a user',
      );
    case 'setuser':
      return { reply: OK, intent: 'write', words: 'made a user' };
    default:
      return look([], 'asked about users');
  }
}

export function infoOf(guest: Guest, section: string): string {
  const { now, since, port } = guest.setting;
  const runId = createHash('sha1').update(`redis ${port} ${since}`).digest('hex');
  const uptimeS = Math.max(1, Math.floor((now() - since) / 1000)) + 1_209_600;
  const { databases, master } = states.of(guest.setting);
  const keyspace = [...databases].flatMap(([number, keys]) => {
    const expires = [...keys.keys()].filter((key) => key.startsWith('session:')).length;
    return keys.size > 0
      ? [`db${number}:keys=${keys.size},expires=${expires},avg_ttl=${expires > 0 ? 61_204_418 : 0}`]
      : [];
  });
  return infoText({ keyspace, uptimeS, port, clients: 4, runId, now: now(), master }, section);
}
