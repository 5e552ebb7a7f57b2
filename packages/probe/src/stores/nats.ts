// NATS: ports of clients and of other servers, and the monitoring port.
// https://docs.nats.io/reference/reference-protocols/nats-protocol
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { Collection, Container, Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Frame, type Line } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';
import { parseJsonAs } from '../wire/json.ts';
import { latin1, startsLike } from '../wire/text.ts';

const SECURING = 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats';

const NO_AUTHENTICATION: Rule = {
  id: 'nats/no-authentication',
  severity: 'critical',
  title: 'NATS lets anyone who connects listen to messages',
  why:
    'NATS carries the messages between the parts of an application: orders, events, commands, and with JetStream it keeps ' +
    'them. This one asks nobody for a login: whoever reaches the port may subscribe to what passes by, unseen by those ' +
    'who send it, and as a rule may also send messages that others take for genuine.',
  remedy: () => ({
    summary: 'Listen on internal addresses only, demand a login, and give each application the subjects it needs.',
    steps: [
      'Close ports 4222, 6222, 7222, 7422 and 8222 to everybody but the applications and the other servers, before anything else.',
      'Bind listen and http to internal or loopback addresses.',
      'Configure users (passwords as bcrypt hashes, made by `nats server passwd`), NKeys or JWTs, with permissions by subject; set no no_auth_user.',
      'Turn TLS on, so that logins do not pass in the clear.',
      'Reload the configuration (nats-server --signal reload) and restart clients that are connected already.',
    ],
    configuration: { file: '/etc/nats-server.conf', text: USERS },
    verify:
      "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 has to fail to connect, or to answer -ERR 'Authorization Violation'.",
    reference: `${SECURING}/auth_intro`,
  }),
};

const USERS = [
  'listen: "INTERNAL-ADDRESS:4222"',
  'http: "127.0.0.1:8222"',
  'authorization {',
  '  users: [',
  '    { user: shop, password: "$2a$11$BCRYPT-HASH", permissions: { publish: "orders.>", subscribe: ["orders.>", "_INBOX.>"] } }',
  '  ]',
  '}',
].join('\n');

const ANONYMOUS_USER: Rule = {
  id: 'nats/anonymous-user',
  severity: 'medium',
  title: 'NATS lets strangers in as a restricted user',
  why:
    'A client without a login is let in here and given the rights of a user that is set for that purpose, or meets a ' +
    'limit. A subject of our own choice was refused; which subjects are allowed was not tried, since to subscribe to them ' +
    'is to read their messages.',
  remedy: () => ({
    summary: 'Take the user for clients without a login out of the configuration, or check its permissions.',
    steps: [
      'Find no_auth_user in the configuration, and see which clients need it.',
      'Give those clients a login of their own, and remove the setting.',
      'Where it has to stay: allow it single subjects only, to publish as well as to subscribe, and deny $JS.API.>.',
    ],
    verify: "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 has to answer -ERR 'Authorization Violation'.",
    reference: `${SECURING}/authorization`,
  }),
};

const SERVER_PORT_OPEN: Rule = {
  id: 'nats/server-port-open',
  severity: 'high',
  title: 'A port for other NATS servers takes connections without a login',
  why:
    'NATS servers join each other through this port, and it asks them for no login: a program of an attacker that speaks ' +
    'as a server does may join, and is then sent the messages that clients behind a login send.',
  remedy: () => ({
    summary: 'Demand a login or certificates between the servers, and let nobody else reach the port.',
    steps: [
      'Close the port to everybody but the other servers; remove the block from the configuration of a single server.',
      'Set authorization, and tls with verify, in the block of this port (cluster, gateway or leafnodes), on every server.',
      'Reload the configuration of one server after the other.',
    ],
    configuration: {
      file: '/etc/nats-server.conf',
      text: [
        'cluster {',
        '  listen: "INTERNAL-ADDRESS:6222"',
        '  authorization { user: route, password: "A-LONG-RANDOM-PASSWORD", timeout: 2 }',
        '  tls { cert_file: "server.pem", key_file: "server.key", ca_file: "ca.pem", verify: true }',
        '}',
      ].join('\n'),
    },
    verify: 'nc -w 2 HOST 6222 from a host that is no server of the cluster has to fail to connect.',
    reference: 'https://docs.nats.io/running-a-nats-service/configuration/clustering/cluster_config',
  }),
};

const MONITORING_OPEN: Rule = {
  id: 'nats/monitoring-open',
  severity: 'medium',
  title: 'The monitoring port of NATS answers anyone who connects',
  why:
    'The monitoring port has no login, also where clients need one. It shows no message, but tells version and settings, ' +
    'names and sizes of streams, and who is connected from where and subscribed to what: a map of the installation.',
  remedy: () => ({
    summary: 'Let monitoring listen on loopback or an internal address only.',
    steps: [
      'Set http (or https) to a loopback or internal address; a bare port, or the option -m, means all addresses.',
      'Close the port to everybody but the monitoring system, and restart.',
    ],
    configuration: { file: '/etc/nats-server.conf', text: 'http: "127.0.0.1:8222"' },
    verify: 'curl http://HOST:8222/varz from another host has to fail to connect.',
    reference: 'https://docs.nats.io/running-a-nats-service/nats_admin/monitoring',
  }),
};

export default defineStore({
  products: [{ id: 'nats', title: 'NATS' }],
  ports: [
    { port: 4222, transport: 'nats' },
    { port: 6222, transport: 'nats' },
    { port: 7222, transport: 'nats' },
    { port: 7422, transport: 'nats' },
    { port: 8222, transport: 'monitoring' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'version', 'inventory'],
  protocol: 'https://docs.nats.io/reference/reference-protocols/nats-protocol',
  testedAgainst: 'real server',
  recognise: {
    banner: (bytes) => greetingIn(bytes),
    http: {
      transport: 'monitoring',
      root: recogniseMonitoring,
      confirm: async (http) => {
        const answer = await http.get('/varz');
        return !(answer instanceof Ended) && answer.json(varz) !== undefined;
      },
    },
  },
  rules: [NO_AUTHENTICATION, ANONYMOUS_USER, SERVER_PORT_OPEN, MONITORING_OPEN],
  examine: (visit, sighting) =>
    sighting.transport === 'monitoring' ? examineMonitoring(visit) : examineProtocol(visit),
});

// ---- the protocol: lines of text, of which the server says the first

/** An INFO with the addresses of a very large cluster; a longer one serves to fill our memory. */
const MAX_INFO = 48 * 1024;
/** Lines between our question and its answer. */
const MAX_LINES = 100;

const flag = v.fallback(v.optional(v.boolean()), undefined);
const info = v.looseObject({
  server_id: v.string(),
  version: v.fallback(v.optional(v.string()), undefined),
  auth_required: flag,
  tls_required: flag,
  tls_verify: flag,
  jetstream: flag,
});
type Info = v.InferOutput<typeof info>;

function greetingIn(bytes: Uint8Array): Recognition {
  const framed = infoFrame(bytes, false);
  if (typeof framed === 'object') return { transport: 'nats' };
  return framed === 'more' ? 'more' : undefined;
}

const infoFrame: Frame<Info> = (bytes) => {
  const start = startsLike(bytes, 'INFO {');
  if (start !== 'yes') return start === 'no' ? 'foreign' : 'more';
  const end = bytes.indexOf(0x0a);
  if (end < 0) return bytes.length > MAX_INFO ? 'foreign' : 'more';
  const told = parseJsonAs(latin1(bytes.subarray('INFO '.length, end)), info);
  return told ? { reply: told, used: end + 1 } : 'foreign';
};

/** What came back: whether the PING was answered, and the errors before it. */
interface Answered {
  readonly pong: boolean;
  readonly errors: readonly string[];
}

/** Lines up to the PONG, or to the closing that follows an error; INFO, +OK and PING may stand between them. */
const answered: Frame<Answered> = (bytes, final) => {
  const lines = latin1(bytes.subarray(0, MAX_INFO)).split('\r\n');
  if (lines.length > MAX_LINES || bytes.length > MAX_INFO) return 'foreign';
  const errors = lines.slice(0, -1).flatMap((line) => line.match(/^-ERR '(.{0,300})'\s*$/)?.[1] ?? []);
  const pong = lines.slice(0, -1).includes('PONG');
  return pong || final ? { reply: { pong, errors }, used: bytes.length } : 'more';
};

async function examineProtocol(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return { product: 'nats', posture: posture({}), signs: [] };
  try {
    return await converse(line, Buffer.from(visit.random(8)).toString('hex'));
  } finally {
    line.close();
  }
}

async function converse(line: Line, chance: string): Promise<Examination> {
  const told = await line.receive(infoFrame);
  if (told instanceof Ended) return { product: 'nats', posture: posture({}), signs: [] };
  const about = { product: 'nats', ...(told.version !== undefined && { version: told.version }) };
  // TLS begins after the plain INFO, unless the port speaks it from the first byte.
  const untold = told.tls_required === true && !line.tls ? await line.startTls() : undefined;
  const answers = untold ?? (await line.ask(question(line.tls, chance), answered));
  const asked = line.exchange();
  if (!(answers instanceof Ended) && (answers.pong || answers.errors.length > 0)) {
    return { ...about, ...outcomeOf(answers, told, asked) };
  }
  // A server that demands a client certificate says so in the INFO, and hangs up on those who show none.
  const isRefused = told.tls_verify === true && told.tls_required === true;
  if (isRefused) return { ...about, posture: refused('yes'), signs: [] };
  return { ...about, posture: posture({ identify: 'yes' }), signs: [], caveats: [NOT_SERVED] };
}

/**
 * A login without a name, a subscription to a subject that nobody uses, given up at once, and a PING: whether strangers
 * are let in, and whether they may listen where they like. Nothing is published.
 */
function question(tls: boolean, chance: string): string {
  const login = { verbose: false, pedantic: false, tls_required: tls, name: 'vigie-scan', lang: 'vigie', version: '1' };
  return `CONNECT ${JSON.stringify(login)}\r\nSUB vigie.${chance} 1\r\nUNSUB 1\r\nPING\r\n`;
}

const NO_LOGIN =
  /authorization (?:violation|timeout)|authentication (?:timeout|expired|error)|credentials have been revoked|certificate not pinned|proxy (?:is not trusted|connection required)/i;
const OTHER_PORT = /attempted to connect to (?:route|gateway|leaf node) port/i;
const NOT_ALLOWED = /permissions violation for subscription|maximum subscriptions exceeded/i;

function outcomeOf(
  { pong, errors }: Answered,
  told: Info,
  asked: Exchange,
): Pick<Examination, 'posture' | 'signs' | 'caveats'> {
  const says = (kind: RegExp) => errors.some((error) => kind.test(error));
  const signs = (rule: Rule, answer: string): Sign[] => [{ rule, evidence: [evidence(asked, QUESTION, answer)] }];
  if (says(NO_LOGIN)) return { posture: refused('yes'), signs: [] };
  // The login is checked before the kind of the client is (client.go, processConnect): none is asked for here. The INFO
  // does not tell, since that of a port for leaf nodes always says that a login is required.
  if (says(OTHER_PORT)) {
    return {
      posture: posture({ identify: 'yes', list: 'no', count: 'no' }),
      signs: signs(SERVER_PORT_OPEN, 'the login was accepted, and only the kind of client refused'),
      caveats: [OTHER_SERVERS],
    };
  }
  if (says(NOT_ALLOWED)) {
    return {
      posture: posture({ identify: 'yes', list: 'no', count: 'no' }),
      signs: signs(ANONYMOUS_USER, 'let in without a login; the subscription was refused'),
    };
  }
  if (!pong || errors.length > 0) return { posture: posture({ identify: 'yes' }), signs: [], caveats: [NOT_SERVED] };
  return {
    posture: posture({ identify: 'yes', read: 'yes' }),
    signs: signs(NO_AUTHENTICATION, 'PONG: let in without a login, and allowed to subscribe'),
    caveats: [told.jetstream ? `${NOT_PUBLISHED} ${STREAMS}` : NOT_PUBLISHED],
  };
}

const QUESTION = 'CONNECT without a login, SUB and UNSUB of a subject that nobody uses, PING';
const NOT_PUBLISHED = 'Whether strangers may also publish was not tried: it would be a write.';
const STREAMS =
  'Streams are told on this port only in answer to a request that is published, and so were not asked for.';
const OTHER_SERVERS = 'This port is for other NATS servers; what one that joins may see was not tried.';
const NOT_SERVED =
  'The server had no place for one more client, or did not answer in a way that tells whether a login is needed.';

// ---- the monitoring port

/** Links to the pages of the server, under the sign of NATS, in all versions. */
function recogniseMonitoring(answer: HttpAnswer): 'maybe' | 'no' {
  const page = answer.text().slice(0, 16 * 1024);
  return answer.status === 200 && /nats\.io/.test(page) && /href=\S*\bvarz\b/.test(page) ? 'maybe' : 'no';
}

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const maybeSize = v.fallback(v.optional(size), undefined);
const varz = v.looseObject({ server_id: v.string(), version: v.string(), max_payload: v.number() });
const stream = v.looseObject({
  name: v.string(),
  state: v.fallback(v.optional(v.looseObject({ messages: maybeSize, bytes: maybeSize })), undefined),
});
const account = v.looseObject({ name: v.string(), stream_detail: v.fallback(v.array(stream), []) });
const jsz = v.looseObject({
  server_id: v.string(),
  disabled: flag,
  accounts: maybeSize,
  messages: maybeSize,
  bytes: maybeSize,
  account_details: v.fallback(v.array(account), []),
});

async function examineMonitoring(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/varz');
  const general = answer instanceof Ended ? undefined : answer.json(varz);
  if (answer instanceof Ended || general === undefined) return { product: 'nats', posture: posture({}), signs: [] };
  const streams = await streamsAt(visit);
  const shown = evidence(answer.exchange, 'GET /varz', 'settings and counters, without a login');
  return {
    product: 'nats',
    version: general.version,
    // It shows numbers and names, takes no orders and carries no message.
    posture: { ...refused('yes'), list: streams ? 'yes' : 'unknown', count: 'yes' },
    ...(streams && { inventory: streams }),
    signs: [{ rule: MONITORING_OPEN, evidence: [shown] }],
  };
}

/** Streams by account; where they are too many for one answer, their sum. Before 2.2 there is no JetStream. */
async function streamsAt(visit: Visit): Promise<Inventory | undefined> {
  const listed = await jszAt(visit, '/jsz?streams=true');
  if (listed) {
    const containers = listed.account_details.map(
      (one): Container => ({
        name: one.name,
        collections: one.stream_detail.map((each) => collection(each.name, each.state)),
      }),
    );
    return { containers, ...((listed.accounts ?? 0) > containers.length && { truncated: true }) };
  }
  const summed = await jszAt(visit, '/jsz');
  if (!summed) return undefined;
  return { containers: [{ name: 'JetStream', collections: [collection('all streams', summed)] }], truncated: true };
}

async function jszAt(visit: Visit, path: string): Promise<v.InferOutput<typeof jsz> | undefined> {
  const answer = await visit.http.get(path);
  return answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(jsz);
}

function collection(
  name: string,
  state: { messages?: number | undefined; bytes?: number | undefined } = {},
): Collection {
  const { messages: rows, bytes } = state;
  return {
    name,
    ...(rows !== undefined && { rows, rowsBasis: 'exact' }),
    ...(bytes !== undefined && { bytes, bytesBasis: 'exact' }),
    columns: [],
  };
}
