// ZooKeeper and ClickHouse Keeper, which speaks its protocol; and ZooKeeper's admin server.
// https://zookeeper.apache.org/doc/current/zookeeperAdmin.html
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';
import {
  type Access,
  accessOf,
  childrenOf,
  connectRequest,
  connectResponse,
  ERROR,
  type Operation,
  type Reply,
  RIGHT,
  reply,
  request,
  words,
} from '../wire/zookeeper.ts';

const ADMIN_PAGE = 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html';

const NO_AUTHENTICATION: Rule = {
  id: 'zookeeper/no-authentication',
  severity: 'critical',
  title: 'ZooKeeper lets anyone who connects read or change its nodes',
  why:
    'ZooKeeper holds what other systems run by: who leads, where the data lies, which access rules apply, often also ' +
    'passwords in configuration. This one lets strangers in and gives them rights: by changing a few nodes, whoever ' +
    'reaches the port can read the settings of, stop or take over the Kafka, Hadoop, Solr or ClickHouse behind it.',
  remedy: ({ version }) => ({
    summary: 'Let only the systems that use ZooKeeper reach it, demand a login, and give the nodes access lists.',
    steps: [
      'Close ports 2181, 2888, 3888 and 8080 to everybody but the members and their clients, before anything else.',
      'Listen on an internal address only (clientPortAddress), and restart.',
      ...loginSteps(version),
      'Set access lists on the nodes there are: those of a parent do not apply to its children, and the default lets everybody do everything.',
      'Treat passwords that were kept in nodes as known to strangers and rotate them.',
    ],
    configuration: {
      file: 'zoo.cfg',
      text: ['clientPortAddress=INTERNAL-ADDRESS', '4lw.commands.whitelist=srvr', ...loginSettings(version)].join('\n'),
    },
    verify: 'zkCli.sh -server HOST:2181 ls / from a host without a login has to fail to connect or be refused.',
    reference: ADMIN_PAGE,
  }),
};

const KEEPER_OPEN: Rule = {
  id: 'zookeeper/keeper-no-authentication',
  severity: 'critical',
  title: 'ClickHouse Keeper lets anyone who connects read or change its nodes',
  why:
    'ClickHouse Keeper holds what the replicas of ClickHouse agree on: which parts of which tables exist, which changes ' +
    'of schema are to be carried out, and in some installations users and their rights. This one lets strangers in and gives ' +
    'them rights: by changing a few nodes they can stop replication, lose data, or have statements executed.',
  remedy: () => ({
    summary: 'Let only the ClickHouse servers reach Keeper, and give its nodes access lists.',
    steps: [
      'Close the client port (tcp_port) and the Raft port to everybody but the ClickHouse servers and the other members.',
      'Restrict listen_host to internal addresses, and restart.',
      'Configure an identity (user:password) in the section zookeeper of every ClickHouse server, so that new nodes get an access list of their own.',
      'Nodes that are there already keep the list that lets everybody do everything: set it with a Keeper client.',
    ],
    configuration: {
      file: '/etc/clickhouse-server/config.d/keeper.xml',
      text: '<clickhouse>\n  <zookeeper>\n    <identity>USER:A-LONG-RANDOM-PASSWORD</identity>\n  </zookeeper>\n</clickhouse>',
    },
    verify:
      'clickhouse-keeper-client -h HOST -p PORT -q "ls /" from another host has to fail to connect or be refused.',
    reference: 'https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper',
  }),
};

const ANONYMOUS_SESSION: Rule = {
  id: 'zookeeper/anonymous-session',
  severity: 'medium',
  title: 'ZooKeeper opens sessions for strangers',
  why:
    'The nodes that were looked at are protected by access lists, yet a stranger gets a session. Access lists are set ' +
    'node by node and do not apply to children: a single node that was forgotten can be read, or changed, by whoever ' +
    'knows or guesses its name.',
  remedy: ({ version }) => ({
    summary: 'Demand a login before a session opens, and let only known hosts reach the port.',
    steps: ['Close port 2181 to everybody but the clients and members.', ...loginSteps(version)],
    ...(loginSettings(version).length > 0 && {
      configuration: { file: 'zoo.cfg', text: loginSettings(version).join('\n') },
    }),
    verify:
      'zkCli.sh -server HOST:2181 ls / without a login has to end in SESSIONCLOSEDREQUIRESASLAUTH, or fail to connect.',
    reference: ADMIN_PAGE,
  }),
};

const ADMIN_SERVER: Rule = {
  id: 'zookeeper/admin-server',
  severity: 'medium',
  title: 'The admin server of ZooKeeper answers anyone who connects',
  why:
    'The admin server is on by default, on port 8080 of every address. Without a login it tells the configuration, the ' +
    'environment of the process, connected clients, sessions and names of nodes, and lets counters be reset. It shows no ' +
    'data of nodes.',
  remedy: () => ({
    summary: 'Turn the admin server off, or let it listen on loopback only.',
    steps: [
      'Set admin.enableServer=false, or admin.serverAddress=127.0.0.1, on every member.',
      'Restart them one by one.',
    ],
    configuration: { file: 'zoo.cfg', text: 'admin.enableServer=false' },
    verify: 'curl http://HOST:8080/commands/ruok from another host has to fail to connect.',
    reference: ADMIN_PAGE,
  }),
};

export default defineStore({
  products: [
    { id: 'zookeeper', title: 'ZooKeeper' },
    { id: 'clickhouse-keeper', title: 'ClickHouse Keeper' },
  ],
  ports: [
    { port: 2181, transport: 'jute' },
    { port: 9181, transport: 'jute' },
    { port: 2281, transport: 'jute', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://github.com/apache/zookeeper/blob/master/zookeeper-jute/src/main/resources/zookeeper.jute',
  testedAgainst: 'real server',
  recognise: {
    hello: {
      transport: 'jute',
      // A session, and its end right after it. Four-letter words are no hello: all of them can be turned off.
      bytes: () => Buffer.concat([connectRequest(), request(1, 'closeSession')]),
      frame: (bytes, final) => {
        const framed = connectResponse(bytes, final);
        return typeof framed === 'string' ? framed : { reply: { transport: 'jute' }, used: framed.used };
      },
    },
    http: { transport: 'admin', root: recogniseAdmin, confirm: confirmAdmin },
  },
  rules: [NO_AUTHENTICATION, KEEPER_OPEN, ANONYMOUS_SESSION, ADMIN_SERVER],
  examine: (visit, sighting) => (sighting.transport === 'admin' ? examineAdmin(visit) : examineSession(visit)),
});

async function examineSession(visit: Visit): Promise<Examination> {
  const seen = await inSession(visit, look);
  const about = await askServer(visit);
  const base = { product: about.product, ...(about.version !== undefined && { version: about.version }) };
  if (seen === undefined) return { ...base, posture: posture({}), signs: [] };
  if (seen.root === 'login') {
    const caveats = about.nodes === undefined ? [] : [BESIDE_THE_LOGIN];
    return { ...base, posture: refused('yes'), signs: [], caveats };
  }
  const rights = rightsOf(seen);
  const inventory = inventoryOf(seen, about.nodes, rights.count);
  return {
    ...base,
    posture: posture({ identify: 'yes', ...rights }),
    ...(inventory && { inventory }),
    signs: signsOf(about.product, seen, rights),
  };
}

const BESIDE_THE_LOGIN =
  'The four-letter word srvr tells version and number of nodes without a login, and cannot be turned off; that is not counted as access to the nodes.';

function signsOf(product: string, seen: Seen, rights: Rights): Sign[] {
  if (rights.list === 'unknown' && rights.count === 'unknown') return [];
  const isOpen = rights.read === 'yes' || rights.write === 'yes';
  const open = product === 'clickhouse-keeper' ? KEEPER_OPEN : NO_AUTHENTICATION;
  const answered = rights.list === 'yes' ? 'the names, in a session without a login' : 'a session, and a refusal for /';
  return [{ rule: isOpen ? open : ANONYMOUS_SESSION, evidence: [evidence(seen.asked, 'getChildren /', answered)] }];
}

// ---- the session: names of the root's children, and everybody's rights to them; no node's data

/** Rights are asked for of so many children of the root at most. */
const MAX_ASKED = 25;

interface Seen {
  /** Names of the root's children; a right is missing; a login is demanded; or nothing that tells. */
  readonly root: readonly string[] | 'no-right' | 'login' | 'unclear';
  /** The exchange of that question. */
  readonly asked: Exchange;
  /** Whether `exists` is answered where the children may not be listed. */
  readonly exists: Answer;
  /** Everybody's rights by path, as far as they were told. */
  readonly access: ReadonlyMap<string, Access>;
}

interface Session {
  ask(operation: Operation, paths: readonly string[]): Promise<(Reply | undefined)[]>;
  exchange(): Exchange;
}

async function look(session: Session): Promise<Seen> {
  const [children] = await session.ask('getChildren', ['/']);
  const asked = session.exchange();
  const root = childrenIn(children);
  if (typeof root === 'string') {
    const [exists] = root === 'no-right' ? await session.ask('exists', ['/']) : [];
    return { root, asked, exists: answerIn(exists), access: new Map() };
  }
  const paths = ['/', ...root.slice(0, MAX_ASKED).map((name) => `/${name}`)];
  const replies = await session.ask('getACL', paths);
  const access = new Map<string, Access>();
  for (const [i, path] of paths.entries()) {
    const told = replies[i]?.error === ERROR.none ? accessOf(replies[i].body) : undefined;
    if (told) access.set(path, told);
  }
  return { root, asked, exists: 'yes', access };
}

function childrenIn(answer: Reply | undefined): Seen['root'] {
  if (answer?.error === ERROR.none) return childrenOf(answer.body) ?? 'unclear';
  if (answer?.error === ERROR.noAuth) return 'no-right';
  return answer?.error === ERROR.requiresSasl || answer?.error === ERROR.authFailed ? 'login' : 'unclear';
}

function answerIn(answer: Reply | undefined): Answer {
  if (answer?.error === ERROR.none) return 'yes';
  return answer?.error === ERROR.noAuth ? 'no' : 'unknown';
}

async function inSession<T>(visit: Visit, go: (session: Session) => Promise<T>): Promise<T | undefined> {
  const line = await visit.connect();
  if (line instanceof Ended) return undefined;
  try {
    const opened = await line.ask(connectRequest(), connectResponse);
    if (opened instanceof Ended || !opened.granted) return undefined;
    let xid = 0;
    const ask: Session['ask'] = async (operation, paths) => {
      const first = xid + 1;
      xid += paths.length;
      const asked = paths.map((path, i) => request(first + i, operation, path));
      line.send(Buffer.concat(asked));
      const replies: (Reply | undefined)[] = [];
      for (const i of paths.keys()) replies.push(await replyTo(line, first + i));
      return replies;
    };
    const result = await go({ ask, exchange: () => line.exchange() });
    // The session would else stay in the memory of the ensemble until its time is over.
    await line.ask(request(xid + 1, 'closeSession'), reply, { withinMs: 500 });
    return result;
  } finally {
    line.close();
  }
}

/** The reply to a request; replies come in order, events and pings between them. */
async function replyTo(line: Line, xid: number): Promise<Reply | undefined> {
  for (let events = 0; events < 10; events += 1) {
    const received = await line.receive(reply);
    if (received instanceof Ended) return undefined;
    if (received.xid === xid) return received;
    if (received.xid >= 0) return undefined;
  }
  return undefined;
}

interface Rights {
  readonly list: Answer;
  readonly count: Answer;
  readonly read: Answer;
  readonly write: Answer;
  readonly administer: Answer;
}

/** What everybody may do, from the access lists. Nodes further down have lists of their own, so that `no` is never sure. */
function rightsOf({ root, exists, access }: Seen): Rights {
  const list: Answer = typeof root !== 'string' ? 'yes' : root === 'no-right' ? 'no' : 'unknown';
  const own = [...access].filter(([path]) => path !== '/' && path !== SYSTEM_NODE);
  const top = [...access].filter(([path]) => path === '/');
  const has = (nodes: typeof own, rights: number): Answer =>
    nodes.some(([, { everybody }]) => (everybody & rights) !== 0) ? 'yes' : 'unknown';
  const isEmpty = typeof root !== 'string' && root.every((name) => `/${name}` === SYSTEM_NODE);
  return {
    list,
    count: list === 'yes' ? 'yes' : list === 'no' ? exists : 'unknown',
    // The root holds no data: it tells what may be read only where there is nothing else.
    read: has(isEmpty ? top : own, RIGHT.read),
    write: has([...own, ...top], RIGHT.write | RIGHT.create | RIGHT.delete),
    administer: has([...own, ...top], RIGHT.admin),
  };
}

/** ZooKeeper's own node for quotas and configuration. */
const SYSTEM_NODE = '/zookeeper';

/** The root's children with the number of their children, and what lies deeper, where the server tells how many nodes it has. */
function inventoryOf({ root, access }: Seen, nodes: number | undefined, count: Answer): Inventory | undefined {
  if (typeof root === 'string') {
    if (nodes === undefined || count !== 'yes') return undefined;
    return {
      containers: [{ name: '/', collections: [{ name: 'nodes', rows: nodes, rowsBasis: 'exact', columns: [] }] }],
    };
  }
  const known = root.map((name) => access.get(`/${name}`)?.children);
  const counted = known.reduce<number>((sum, children) => sum + (children ?? 0), 0) + root.length + 1;
  const deeper = nodes === undefined ? undefined : Math.max(0, nodes - counted);
  const rowsBasis = deeper === 0 ? 'exact' : 'estimate';
  const collections = root.map((name, i): Collection => {
    const rows = known[i];
    return { name: `/${name}`, ...(rows !== undefined && { rows, rowsBasis }), columns: [] };
  });
  if (deeper) collections.push({ name: 'deeper nodes', rows: deeper, rowsBasis, columns: [] });
  return { containers: [{ name: '/', collections }] };
}

// ---- the four-letter word `srvr`, which is on by default in every version

interface About {
  readonly product: string;
  readonly version?: string;
  readonly nodes?: number;
}

async function askServer(visit: Visit): Promise<About> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'zookeeper' };
  const text = await line.ask('srvr', words, { withinMs: 1000 });
  line.close();
  if (text instanceof Ended) return { product: 'zookeeper' };
  const [, name, version] = text.match(/^(Zookeeper|ClickHouse Keeper) version: v?(\d+(?:\.\d+)*)/) ?? [];
  const nodes = text.match(/^Node count: (\d{1,15})$/m)?.[1];
  return {
    product: name === 'ClickHouse Keeper' ? 'clickhouse-keeper' : 'zookeeper',
    ...(version !== undefined && { version }),
    ...(nodes !== undefined && { nodes: Number(nodes) }),
  };
}

// ---- the admin server

/** Nothing stands at its root: Jetty's own page says so. */
function recogniseAdmin(answer: HttpAnswer): 'maybe' | 'no' {
  const isJetty = /ServletHandler\$Default404Servlet|Powered by Jetty/.test(answer.text().slice(0, 4096));
  return answer.status === 404 && isJetty ? 'maybe' : 'no';
}

const command = v.looseObject({ command: v.string(), error: v.nullable(v.string()) });
const serverStats = v.looseObject({
  version: v.fallback(v.optional(v.string()), undefined),
  node_count: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined),
});

async function confirmAdmin(http: HttpClient): Promise<boolean> {
  const answer = await http.get('/commands/ruok');
  return !(answer instanceof Ended) && answer.json(command)?.command === 'ruok';
}

async function examineAdmin(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/commands/srvr');
  const stats = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(serverStats);
  if (answer instanceof Ended || stats === undefined) return { product: 'zookeeper', posture: posture({}), signs: [] };
  const version = stats.version?.match(/^\d+(?:\.\d+)*/)?.[0];
  const nodes = stats.node_count;
  const collection = { name: 'nodes', rowsBasis: 'exact' as const, columns: [] };
  return {
    product: 'zookeeper',
    ...(version !== undefined && { version }),
    posture: posture({ identify: 'yes', count: nodes === undefined ? 'unknown' : 'yes', read: 'no', write: 'no' }),
    ...(nodes !== undefined && {
      inventory: { containers: [{ name: '/', collections: [{ ...collection, rows: nodes }] }] },
    }),
    signs: [
      {
        rule: ADMIN_SERVER,
        evidence: [evidence(answer.exchange, 'GET /commands/srvr', 'statistics, without a login')],
      },
    ],
  };
}

// ---- versions

/** The settings that demand a login: from 3.6 on (https://issues.apache.org/jira/browse/ZOOKEEPER-1634), in 3.7 in general. */
function loginSettings(version: string | undefined): string[] {
  if (isBefore(version, 3, 6) || isKeeper(version)) return [];
  return isBefore(version, 3, 7)
    ? ['sessionRequireClientSASLAuth=true']
    : ['enforce.auth.enabled=true', 'enforce.auth.schemes=sasl'];
}

function loginSteps(version: string | undefined): string[] {
  if (isKeeper(version)) {
    return [
      'ClickHouse Keeper has no users: give every node an access list, by an identity in the section zookeeper of the ClickHouse servers.',
    ];
  }
  if (isBefore(version, 3, 6)) {
    return [
      'This version cannot demand a login of every session: upgrade to 3.6 or later; until then access lists and the firewall are all there is.',
    ];
  }
  return [
    'Set up SASL for servers and clients (authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider and a JAAS file), then demand it as shown below, and restart the members one by one.',
  ];
}

/** Versions of ClickHouse are years; Keeper came in 2021. */
function isKeeper(version: string | undefined): boolean {
  return Number(version?.match(/^\d+/)?.[0] ?? 0) >= 21;
}

function isBefore(version: string | undefined, major: number, minor: number): boolean {
  const [, a, b] = version?.match(/^(\d{1,4})\.(\d{1,4})/) ?? [];
  if (a === undefined || b === undefined) return false;
  return Number(a) < major || (Number(a) === major && Number(b) < minor);
}
