// rsync daemons and their modules. https://github.com/RsyncProject/rsync/blob/master/clientserver.c
//
// The conversation ends at `@RSYNCD: OK`, before a transfer is asked for: no list of files is fetched, and no command
// that the owner has tied to a transfer (`pre-xfer exec`) is set off. Where a login is asked for, the connection is
// closed without an answer; the daemon writes that into its log as a failed login without a name.
import type { Rule, Sign } from '../finding.ts';
import type { Container, Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Frame, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { latin1, line as oneLine, utf8 } from '../wire/text.ts';

const CONFIGURATION_PAGE = 'https://download.samba.org/pub/rsync/rsyncd.conf.5';

const ANONYMOUS_MODULE: Rule = {
  id: 'rsync/anonymous-module',
  severity: 'high',
  title: 'rsync hands a module out to anyone who connects',
  why:
    'rsync copies whole folders, most often backups and the content of web sites. A module of this daemon asks nobody for ' +
    'a login: whoever reaches the port can copy everything in it with one command, and where the settings allow it, ' +
    'replace or delete it. Some modules are meant for that, such as mirrors of free software; a backup never is.',
  remedy: () => ({
    summary: 'Ask for a login on every module, and let only the hosts that need it reach the port.',
    steps: [
      'Close port 873 to everybody but the hosts that copy from or to it, before anything else.',
      'Give the module `auth users` and a `secrets file` (readable by the daemon alone), and `hosts allow`.',
      'Leave `read only` on, unless it is meant to be written to, and set `list = no`.',
      'Better still, stop the daemon and run rsync over SSH, which has keys and is encrypted.',
      'Look in the log for what was copied by whom, and treat it as known to strangers.',
    ],
    configuration: {
      file: '/etc/rsyncd.conf, in the section of the module',
      text: 'auth users = backup\nsecrets file = /etc/rsyncd.secrets\nhosts allow = INTERNAL-NETWORK\nread only = yes\nlist = no',
    },
    verify: 'rsync rsync://HOST/MODULE/ has to ask for a password, or to answer: access denied.',
    reference: CONFIGURATION_PAGE,
  }),
};

const MODULES_LISTED: Rule = {
  id: 'rsync/modules-listed',
  severity: 'medium',
  title: 'rsync tells strangers the names of its modules',
  why:
    'The modules that were asked for want a login. Their names and descriptions are told to anyone all the same: they say ' +
    'what is kept here, and are what an attacker needs to start guessing passwords, which travel by a weak scheme.',
  remedy: () => ({
    summary: 'Hide the modules from the list, and let only the hosts that need them reach the port.',
    steps: [
      'Close port 873 to everybody but the hosts that copy from or to it.',
      'Set `list = no` in every module, or once in the global part; clients that know the name go on as before.',
    ],
    configuration: { file: '/etc/rsyncd.conf', text: 'list = no\nhosts allow = INTERNAL-NETWORK' },
    verify: 'rsync rsync://HOST/ has to list nothing.',
    reference: CONFIGURATION_PAGE,
  }),
};

const BEFORE_3_4: Rule = {
  id: 'rsync/before-3.4',
  severity: 'medium',
  title: 'The rsync daemon is older than 3.4.0 and open to strangers',
  why:
    'The daemon greets with the protocol of rsync before 3.4.0, the release of January 2025 that closed holes through ' +
    'which a client with access to any module may read the memory of the daemon and, from 3.2.7 on, run code on its host ' +
    '(CVE-2024-12085 and CVE-2024-12084). A module of it is open to everybody. A distribution may have closed the holes ' +
    'without changing the protocol: the version of the package tells.',
  remedy: () => ({
    summary: 'Bring rsync up to date.',
    steps: [
      'Look up the version of the installed package in the security notices of the distribution.',
      'Install the newest rsync, and restart the daemon.',
      'Until then let no stranger reach a module.',
    ],
    verify:
      'The first line that the daemon sends has to start with @RSYNCD: 32, or the package has to be a mended one.',
    reference: 'https://kb.cert.org/vuls/id/952657',
  }),
};

/** Our side of the greeting. Protocol 31 (rsync 3.1, 2013); a daemon may insist on the list of digests. */
const GREETING = '@RSYNCD: 31.0 sha512 sha256 sha1 md5 md4\n';
/** Each module is asked for on a connection of its own. */
const MAX_ASKED = 20;
/** A list or a message of the day longer than this only serves to fill memory. */
const MAX_REPLY = 256 * 1024;

export default defineStore({
  products: [{ id: 'rsync', title: 'rsync' }],
  ports: [
    { port: 873, transport: 'rsync' },
    { port: 874, transport: 'rsync', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'read', 'inventory'],
  protocol: 'https://github.com/RsyncProject/rsync/blob/master/clientserver.c',
  testedAgainst: 'real server',
  recognise: { banner: recogniseGreeting },
  rules: [ANONYMOUS_MODULE, MODULES_LISTED, BEFORE_3_4],
  examine,
});

function recogniseGreeting(bytes: Uint8Array): Recognition {
  const text = latin1(bytes.subarray(0, 512));
  if (/^@RSYNCD: \d{1,3}(?:\.\d{1,5})?(?: [\w ,.-]{1,400})?\r?\n/.test(text)) return { transport: 'rsync' };
  return '@RSYNCD: '.startsWith(text.slice(0, 9)) && !text.includes('\n') && text.length < 512 ? 'more' : undefined;
}

async function examine(visit: Visit): Promise<Examination> {
  const list = await ask(visit, '#list');
  if (list instanceof Ended) return { product: 'rsync', posture: posture({}), signs: [] };
  const { lines, end } = list.reply;
  if (end.startsWith('@ERROR')) {
    return { product: 'rsync', posture: isDenial(end) ? refused('yes') : posture({ identify: 'yes' }), signs: [] };
  }
  const names = namesIn(lines);
  const modules: Module[] = [];
  for (const name of names.slice(0, MAX_ASKED)) modules.push(await askFor(visit, name));
  // A line of the message of the day can look like a module; the daemon does not know it by name.
  const known = modules.filter((module) => module.access !== 'no such module');
  const rest = names.slice(MAX_ASKED);
  const inventory = inventoryOf(known, rest);
  return {
    product: 'rsync',
    posture: postureOf(known, rest.length, end === EXIT),
    ...(inventory && { inventory }),
    signs: signsOf(known, list),
    caveats: caveatsOf(known, rest.length, end === EXIT),
  };
}

// ---- the conversation

const EXIT = '@RSYNCD: EXIT';

interface Asked {
  /** The protocol of the daemon's greeting. */
  readonly protocol: number;
  readonly reply: Said;
  readonly exchange: Exchange;
}

interface Said {
  /** The message of the day, and the list. */
  readonly lines: readonly string[];
  /** The line that ends the answer, or nothing where the connection was closed before it. */
  readonly end: string;
}

/** Lines up to one that is the daemon's own word. */
const said: Frame<Said> = (bytes, final) => {
  const text = utf8(bytes.subarray(0, MAX_REPLY));
  const match = text.match(/^(?:@RSYNCD: (?:EXIT|OK|AUTHREQD)|@ERROR)[^\n]*\n/m);
  if (!match && !final && bytes.length < MAX_REPLY) return 'more';
  const lines = text
    .slice(0, match?.index ?? text.length)
    .split('\n')
    .slice(0, -1);
  return { reply: { lines, end: match?.[0].trim() ?? '' }, used: bytes.length };
};

async function ask(visit: Visit, question: string): Promise<Asked | Ended> {
  const line = await visit.connect();
  if (line instanceof Ended) return line;
  try {
    return await converse(line, question);
  } finally {
    line.close();
  }
}

async function converse(line: Line, question: string): Promise<Asked | Ended> {
  const greeting = await line.receive(oneLine(1024), { withinMs: 4000 });
  if (greeting instanceof Ended) return greeting;
  const protocol = Number(greeting.match(/^@RSYNCD: (\d{1,3})\b/)?.[1] ?? 0);
  if (protocol === 0) return new Ended('foreign', 'read');
  const reply = await line.ask(Buffer.from(`${GREETING}${question}\n`, 'utf8'), said, { maxBytes: MAX_REPLY });
  return reply instanceof Ended ? reply : { protocol, reply, exchange: line.exchange() };
}

// ---- modules

interface Module {
  readonly name: string;
  readonly access: 'open' | 'login' | 'denied' | 'unclear' | 'no such module';
  readonly exchange?: Exchange;
}

async function askFor(visit: Visit, name: string): Promise<Module> {
  const asked = await ask(visit, name);
  if (asked instanceof Ended) return { name, access: 'unclear' };
  return { name, access: accessIn(asked.reply.end), exchange: asked.exchange };
}

function accessIn(end: string): Module['access'] {
  if (end === '@RSYNCD: OK') return 'open';
  if (end.startsWith('@RSYNCD: AUTHREQD')) return 'login';
  if (isDenial(end)) return 'denied';
  return /^@ERROR: Unknown module/i.test(end) ? 'no such module' : 'unclear';
}

/** Not the other errors: a daemon that has too many connections would let us in tomorrow. */
function isDenial(end: string): boolean {
  return /^@ERROR: (?:access denied|auth failed)/i.test(end);
}

/** A module's line has its name, filled up with blanks, a tab, and its description, which is not kept. */
function namesIn(lines: readonly string[]): string[] {
  const names = lines.map((line) => line.match(/^([^\t@#][^\t]{0,254})\t/)?.[1]?.trim() ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

function postureOf(modules: readonly Module[], notAsked: number, isWhole: boolean): Examination['posture'] {
  const has = (access: Module['access']) => modules.some((module) => module.access === access);
  const total = modules.length + notAsked;
  // Nothing is administered by this protocol.
  const fixed = { identify: 'yes', administer: 'no' } as const;
  if (total === 0) return posture({ ...fixed, ...(isWhole && { list: 'no', count: 'no' }) });
  const isRefused = notAsked === 0 && !has('open') && !has('unclear');
  const below: Answer = isRefused ? 'no' : 'unknown';
  return posture({ ...fixed, list: 'yes', count: below, read: has('open') ? 'yes' : below, write: below });
}

/** The modules by what a stranger gets at them. */
function inventoryOf(modules: readonly Module[], notAsked: readonly string[]): Inventory | undefined {
  const containerOf = (name: string, names: readonly string[]): Container[] =>
    names.length === 0 ? [] : [{ name, collections: names.map((module) => ({ name: module, columns: [] })) }];
  const withAccess = (...accesses: readonly Module['access'][]) =>
    modules.filter(({ access }) => accesses.includes(access)).map(({ name }) => name);
  const containers = [
    ...containerOf('modules without a login', withAccess('open')),
    ...containerOf('modules with a login', withAccess('login')),
    ...containerOf('modules that refuse this address', withAccess('denied')),
    ...containerOf('modules whose access is not known', [...withAccess('unclear'), ...notAsked]),
  ];
  return containers.length === 0 ? undefined : { containers };
}

function signsOf(modules: readonly Module[], list: Asked): Sign[] {
  const open = modules.filter((module) => module.access === 'open');
  const listed = evidence(list.exchange, '#list', 'names of modules');
  if (open.length === 0) return modules.length === 0 ? [] : [{ rule: MODULES_LISTED, evidence: [listed] }];
  const [first] = open;
  const proofs = first?.exchange
    ? [evidence(first.exchange, 'a module by its name', '@RSYNCD: OK, without a login')]
    : [];
  const signs: Sign[] = [{ rule: ANONYMOUS_MODULE, evidence: [listed, ...proofs] }];
  // 30 and 31 are rsync's own from 3.0 to 3.3; other programs stay at 27 to 29.
  if (list.protocol === 30 || list.protocol === 31) {
    signs.push({ rule: BEFORE_3_4, evidence: [evidence(list.exchange, 'the greeting', 'a protocol before 32')] });
  }
  return signs;
}

function caveatsOf(modules: readonly Module[], notAsked: number, isWhole: boolean): string[] {
  const total = modules.length + notAsked;
  const isOpen = modules.some((module) => module.access === 'open');
  return [
    ...(total === 0 && isWhole ? [HIDDEN_MODULES] : []),
    ...(isOpen ? [WRITE_ONLY] : []),
    ...(notAsked > 0 ? [`Only the first ${MAX_ASKED} modules were asked for.`] : []),
  ];
}

const HIDDEN_MODULES =
  'No module is listed. Modules can be hidden from the list and still be open to one who knows the name, which was not guessed.';
const WRITE_ONLY =
  'A module without a login was not asked for files: one that may be written to only (`write only`) looks the same.';
