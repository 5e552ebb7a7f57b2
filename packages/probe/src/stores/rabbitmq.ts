// RabbitMQ: AMQP 0-9-1, its management over HTTP, and the port of its Prometheus plugin. https://www.rabbitmq.com/docs/
import * as v from 'valibot';
import type { Evidence, Rule } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Container, Inventory } from '../inventory.ts';
import { Ended, type Line } from '../line.ts';
import { type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  AMQP_HEADER,
  AMQP_METHODS,
  type AmqpFrame,
  type AmqpStart,
  amqpChannelOpen,
  amqpClose,
  amqpCloseCode,
  amqpConsume,
  amqpFrame,
  amqpOpen,
  amqpStart,
  amqpStartOk,
  amqpTune,
} from '../wire/amqp.ts';
import { type Answer as HttpAnswer, htmlTitle } from '../wire/http.ts';
import { startsLike } from '../wire/text.ts';

const CHECKLIST = 'https://www.rabbitmq.com/docs/production-checklist';

/** The setting for the user of anonymous clients came with 4.0; an older broker does not start with it. */
function withoutAnonymous(version: string | undefined) {
  const isOlder = Number.parseInt(version ?? '', 10) < 4;
  const mechanisms = ['auth_mechanisms.1 = PLAIN', 'auth_mechanisms.2 = AMQPLAIN'];
  const text = [...mechanisms, ...(isOlder ? [] : ['anonymous_login_user = none'])].join('\n');
  return { file: '/etc/rabbitmq/rabbitmq.conf', text };
}

const ANONYMOUS_LOGIN: Rule = {
  id: 'rabbitmq/anonymous-login',
  severity: 'critical',
  title: 'The message broker lets strangers read its queues',
  why:
    'Queues carry what applications tell each other: orders, mails, payments, jobs with the data of the people concerned. ' +
    'This broker lets clients in without a name and a password, as a user who may read queues: whoever reaches the port ' +
    'and knows or guesses the name of a queue can take its messages, and the application never sees them.',
  remedy: ({ version }) => ({
    summary: 'Turn anonymous logins off, and give each application a user with the rights that it needs.',
    steps: [
      'Close ports 5672 and 5671 to everybody but the applications, before anything else.',
      'Leave ANONYMOUS out of auth_mechanisms and set anonymous_login_user to none (RabbitMQ 4.0 and later offer it by default).',
      'Delete the user guest, whom anonymous clients become by default: rabbitmqctl delete_user guest.',
      'Create a user for each application and restrict it with rabbitmqctl set_permissions.',
      'Restart the broker.',
    ],
    configuration: withoutAnonymous(version),
    verify: 'rabbitmq-diagnostics environment has to show auth_mechanisms without ANONYMOUS on every node.',
    reference: CHECKLIST,
  }),
};

const ANONYMOUS_SESSION: Rule = {
  id: 'rabbitmq/anonymous-session',
  severity: 'medium',
  title: 'The message broker lets strangers in, with restricted rights',
  why:
    'This broker lets clients in without a name and a password. The right to read a queue was refused for the name that ' +
    'was tried, so rights are restricted; but a stranger is inside, and one setting decides how far he gets.',
  remedy: ({ version }) => ({
    summary: 'Turn anonymous logins off.',
    steps: [
      'Check with rabbitmqctl list_user_permissions what the user of anonymous clients may do, and who needs it.',
      'Leave ANONYMOUS out of auth_mechanisms, set anonymous_login_user to none, and restart the broker.',
    ],
    configuration: withoutAnonymous(version),
    verify: 'rabbitmq-diagnostics environment has to show auth_mechanisms without ANONYMOUS on every node.',
    reference: CHECKLIST,
  }),
};

const MANAGEMENT_OPEN: Rule = {
  id: 'rabbitmq/management-open',
  severity: 'critical',
  title: 'The management of RabbitMQ answers strangers',
  why:
    'The management interface shows every queue, user and connection of the broker, and lets those with the right tags ' +
    'read messages, delete queues and create users. RabbitMQ itself asks for a login here; something in front of it, ' +
    'such as a proxy, lends its own login to whoever comes.',
  remedy: () => ({
    summary: 'Let nobody reach the management without a login of his own.',
    steps: [
      'Close the port to everybody but the administrators, before anything else.',
      'Take the login out of the proxy that adds it, and change the password of that user.',
      'Look with rabbitmqctl list_users for users whom you do not know.',
      'Bind the interface to an internal address.',
    ],
    configuration: { file: '/etc/rabbitmq/rabbitmq.conf', text: 'management.tcp.ip = 127.0.0.1' },
    verify: 'curl -i http://HOST:15672/api/overview has to answer 401 Unauthorized.',
    reference: 'https://www.rabbitmq.com/docs/management',
  }),
};

const METRICS_OPEN: Rule = {
  id: 'rabbitmq/metrics-open',
  severity: 'medium',
  title: 'The metrics of RabbitMQ name its queues to strangers',
  why:
    'The Prometheus plugin tells without a login the name of every queue, how many messages wait in it, and the version ' +
    'of the broker. Names of queues tell what an organisation does and with whom, and lead an attacker to what is worth taking.',
  remedy: () => ({
    summary: 'Let only the monitoring reach the port of the metrics.',
    steps: [
      'Close port 15692 to everybody but the hosts of the monitoring (firewall or security group).',
      'Bind it to an internal address, or turn the plugin off where nobody uses it: rabbitmq-plugins disable rabbitmq_prometheus.',
    ],
    configuration: {
      file: '/etc/rabbitmq/rabbitmq.conf',
      text: 'prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = 15692',
    },
    verify: 'curl http://HOST:15692/metrics from a host outside the monitoring has to fail to connect.',
    reference: 'https://www.rabbitmq.com/docs/prometheus',
  }),
};

export default defineStore({
  products: [
    { id: 'rabbitmq', title: 'RabbitMQ' },
    { id: 'amqp', title: 'AMQP broker' },
  ],
  ports: [
    { port: 5672, transport: 'amqp' },
    { port: 5671, transport: 'amqp', tls: true },
    { port: 15672, transport: 'management' },
    { port: 15671, transport: 'management', tls: true },
    { port: 15692, transport: 'metrics' },
    { port: 15691, transport: 'metrics', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://www.rabbitmq.com/resources/specs/amqp0-9-1.pdf',
  testedAgainst: 'real server',
  recognise: {
    retort: recogniseHeader,
    hello: {
      transport: 'amqp',
      bytes: () => AMQP_HEADER,
      frame: (bytes, final) => {
        const framed = amqpFrame(bytes, final);
        if (typeof framed === 'string') return framed;
        const { reply, used } = framed;
        const isAmqp = reply.type === 'header' || (reply.type === 'method' && reply.method === AMQP_METHODS.start);
        return { reply: isAmqp ? { transport: 'amqp' } : undefined, used };
      },
    },
    http: { transport: 'management', root: recogniseRoot, confirm: confirmMetrics },
  },
  rules: [ANONYMOUS_LOGIN, ANONYMOUS_SESSION, MANAGEMENT_OPEN, METRICS_OPEN],
  examine: (visit, { transport }) => {
    if (transport === 'metrics') return examineMetrics(visit);
    return transport === 'management' ? examineManagement(visit) : examineAmqp(visit);
  },
});

/** To a client of another protocol a broker answers with the version that it wants (AMQP 0-9-1, 4.2.2; 1.0, 2.2). */
function recogniseHeader(bytes: Uint8Array): Recognition {
  const says = startsLike(bytes, 'AMQP');
  if (says === 'no') return undefined;
  if (says === 'so far' || bytes.length < 8) return 'more';
  return (bytes[4] ?? 9) <= 3 ? { transport: 'amqp' } : undefined;
}

function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  const text = answer.text().slice(0, 8192);
  if (answer.status === 200 && htmlTitle(text) === 'RabbitMQ Management') return 'yes';
  if (answer.status === 401 && /^Basic realm="RabbitMQ Management"/.test(answer.header('www-authenticate')))
    return 'yes';
  // The Prometheus plugin has nothing at this path, and says so in these words.
  return answer.status === 404 && text === '{"error":"Object Not Found","reason":"Not Found"}' ? 'maybe' : 'no';
}

const METRICS_PATH = '/metrics/detailed?family=queue_coarse_metrics';

async function confirmMetrics(http: HttpClient): Promise<boolean | Sighting> {
  const metrics = await http.get(METRICS_PATH);
  const isOurs =
    !(metrics instanceof Ended) && metrics.status === 200 && /^rabbitmq_build_info\{/m.test(metrics.text());
  return isOurs ? { transport: 'metrics' } : false;
}

// ---- AMQP

async function examineAmqp(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return found('rabbitmq', posture({}));
  try {
    const reply = await line.ask(AMQP_HEADER, amqpFrame);
    if (reply instanceof Ended) return found('rabbitmq', posture({}));
    const start = reply.type === 'method' && reply.method === AMQP_METHODS.start ? amqpStart(reply.body) : undefined;
    if (!start) return { ...found('amqp', posture({ identify: 'no' })), caveats: [OTHER_VERSION_CAVEAT] };
    return await converse(line, start, `vigie-no-such-queue-${Buffer.from(visit.random(8)).toString('hex')}`);
  } finally {
    line.close();
  }
}

const OTHER_VERSION_CAVEAT = 'This broker does not speak AMQP 0-9-1; what it allows in AMQP 1.0 was not asked.';
const GUEST_CAVEAT =
  'Whether the well-known account of a new installation (guest) still works was not tried: passwords are not guessed.';

async function converse(line: Line, start: AmqpStart, unusedQueue: string): Promise<Examination> {
  const product = start.properties.get('product') ?? '';
  const isRabbitmq = product === 'RabbitMQ';
  const version = start.properties.get('version');
  const about = {
    product: isRabbitmq ? 'rabbitmq' : 'amqp',
    ...(version !== undefined && { version }),
    ...(!isRabbitmq && product !== '' && { software: product }),
  };
  if (!start.mechanisms.includes('ANONYMOUS')) {
    const caveats = isRabbitmq ? [GUEST_CAVEAT] : [];
    return { ...about, posture: refused('yes'), signs: [], caveats };
  }
  const session = await askAnonymously(line, unusedQueue);
  const rule = session.posture.read === 'yes' ? ANONYMOUS_LOGIN : ANONYMOUS_SESSION;
  const signs = session.proof ? [{ rule, evidence: [session.proof] }] : [];
  return { ...about, posture: session.posture, signs };
}

interface Session {
  readonly posture: Posture;
  /** Where a stranger was let in. */
  readonly proof?: Evidence;
}

/**
 * Logs in by the mechanism that needs no credentials, which the server has offered, and asks to consume from a queue
 * that does not exist: who may not read is refused (403) before the queue is looked for (404). No message can come of it.
 */
async function askAnonymously(line: Line, unusedQueue: string): Promise<Session> {
  const tune = await line.ask(amqpStartOk(), amqpFrame);
  // The specification has a server hang up on a failed login (connection.start-ok); RabbitMQ says why first.
  const hungUp = tune instanceof Ended && (tune.reason === 'closed' || tune.reason === 'reset');
  if (hungUp || isMethod(tune, AMQP_METHODS.close)) return { posture: refused('yes') };
  const limits = isMethod(tune, AMQP_METHODS.tune) ? amqpTune(tune.body) : undefined;
  if (!limits) return { posture: posture({ identify: 'yes' }) };
  const proof = evidence(
    line.exchange(),
    'connection.start-ok, ANONYMOUS',
    'connection.tune: let in without credentials',
  );
  // AMQP has no question for the list of queues, and counts only for names that one knows.
  const letIn = posture({ identify: 'yes', list: 'no', count: 'no' });
  const opened = await line.ask(amqpOpen(limits), amqpFrame);
  if (!isMethod(opened, AMQP_METHODS.open)) return { posture: letIn, proof };
  const channel = await line.ask(amqpChannelOpen(), amqpFrame);
  const answer = isMethod(channel, AMQP_METHODS.channelOpen)
    ? await line.ask(amqpConsume(unusedQueue), amqpFrame)
    : channel;
  const asked = evidence(
    line.exchange(),
    'basic.consume from a queue that does not exist',
    'not found: reading is allowed',
  );
  line.send(amqpClose());
  const mayRead = isMethod(answer, AMQP_METHODS.channelClose) && amqpCloseCode(answer.body) === 404;
  return mayRead ? { posture: { ...letIn, read: 'yes' }, proof: asked } : { posture: letIn, proof };
}

type Method = Extract<AmqpFrame, { readonly type: 'method' }>;

function isMethod(reply: AmqpFrame | Ended, method: string): reply is Method {
  return !(reply instanceof Ended) && reply.type === 'method' && reply.method === method;
}

// ---- management: always behind a login, unless something in front of it logs in for everybody

const PAGE_SIZE = 500;
const MAX_PAGES = 10;

async function examineManagement(visit: Visit): Promise<Examination> {
  const overview = await visit.http.get('/api/overview');
  if (overview instanceof Ended) return found('rabbitmq', posture({ identify: 'yes' }));
  if (overview.status === 401 || overview.status === 403) {
    return { ...found('rabbitmq', refused('yes')), caveats: [GUEST_CAVEAT] };
  }
  const about = overview.status === 200 ? overview.json(overviewReply) : undefined;
  if (!about) return found('rabbitmq', posture({ identify: 'yes' }));
  const whoami = await visit.http.get('/api/whoami');
  // An administrator may give himself every other right.
  const isAdministrator = !(whoami instanceof Ended) && whoami.json(whoamiReply)?.tags.includes('administrator');
  const rights = isAdministrator ? ({ read: 'yes', write: 'yes', administer: 'yes' } as const) : {};
  const inventory = await queuesOf(visit.http);
  const queues = inventory?.containers.flatMap(({ collections }) => collections);
  // Counts are gathered every few seconds; just after its start the broker has none.
  const counted = queues?.every(({ rows }) => rows !== undefined) ? 'yes' : 'unknown';
  return {
    product: 'rabbitmq',
    version: about.rabbitmq_version,
    posture: posture({ identify: 'yes', list: queues ? 'yes' : 'unknown', count: counted, ...rights }),
    ...(inventory && { inventory }),
    signs: [
      {
        rule: MANAGEMENT_OPEN,
        evidence: [evidence(overview.exchange, 'GET /api/overview', 'the state of the broker, without a login')],
      },
    ],
  };
}

async function queuesOf(http: HttpClient): Promise<Inventory | undefined> {
  const queues: Queue[] = [];
  let pages = 1;
  for (let page = 1; page <= Math.min(pages, MAX_PAGES); page += 1) {
    const columns = 'vhost,name,messages,message_bytes';
    const answer = await http.get(`/api/queues?page=${page}&page_size=${PAGE_SIZE}&columns=${columns}`);
    const reply = answer instanceof Ended ? undefined : answer.json(queuesReply);
    if (!reply) return page === 1 ? undefined : inventoryOf(queues, true);
    pages = reply.page_count;
    for (const { vhost, name, messages, message_bytes: bytes } of reply.items)
      queues.push({ vhost, name, messages, bytes });
  }
  return inventoryOf(queues, pages > MAX_PAGES);
}

const overviewReply = v.object({ rabbitmq_version: v.string() });
/** A list since 3.9; before, one text with commas. */
const whoamiReply = v.object({ tags: v.union([v.string(), v.array(v.string())]) });
const number = v.fallback(v.optional(v.number()), undefined);
const queuesReply = v.object({
  page_count: v.number(),
  items: v.array(v.object({ vhost: v.string(), name: v.string(), messages: number, message_bytes: number })),
});

interface Queue {
  readonly vhost: string;
  readonly name: string;
  readonly messages: number | undefined;
  readonly bytes: number | undefined;
}

function inventoryOf(queues: readonly Queue[], truncated: boolean): Inventory {
  const containers = [...Map.groupBy(queues, ({ vhost }) => vhost)].map(
    ([name, own]): Container => ({
      name,
      collections: own.map(collectionOf),
    }),
  );
  return { containers, ...(truncated && { truncated }) };
}

function collectionOf({ name, messages, bytes }: Queue): Collection {
  return {
    name,
    ...(isCount(messages) && { rows: messages, rowsBasis: 'exact' }),
    ...(isCount(bytes) && { bytes, bytesBasis: 'exact' }),
    columns: [],
  };
}

function isCount(count: number | undefined): count is number {
  return count !== undefined && Number.isSafeInteger(count) && count >= 0;
}

// ---- metrics

/** More queues than a report should hold. */
const MAX_QUEUES = 20_000;

async function examineMetrics(visit: Visit): Promise<Examination> {
  const metrics = await visit.http.get(METRICS_PATH);
  const text = metrics instanceof Ended || metrics.status !== 200 ? '' : metrics.text();
  const version = text.match(/^rabbitmq_build_info\{[^}\n]*\brabbitmq_version="([^"]{1,60})"/m)?.[1];
  if (metrics instanceof Ended || version === undefined) return found('rabbitmq', posture({}));
  const lines = text.matchAll(
    /^rabbitmq_detailed_queue_messages\{vhost="((?:[^"\\]|\\.)*)",queue="((?:[^"\\]|\\.)*)"\} (\d+)/gm,
  );
  const queues = [...lines].slice(0, MAX_QUEUES).map(
    ([, vhost = '', name = '', messages]): Queue => ({
      vhost: unescaped(vhost),
      name: unescaped(name),
      messages: Number(messages),
      bytes: undefined,
    }),
  );
  return {
    product: 'rabbitmq',
    version,
    // Nothing but numbers is to be had at this port, whoever asks.
    posture: { ...refused('yes'), list: 'yes', count: 'yes' },
    inventory: inventoryOf(queues, queues.length >= MAX_QUEUES || metrics.truncated),
    signs: [
      { rule: METRICS_OPEN, evidence: [evidence(metrics.exchange, `GET ${METRICS_PATH}`, 'queues and their sizes')] },
    ],
  };
}

/** Label values of the Prometheus text format: `\\`, `\"` and `\n` are escapes. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}

function found(product: string, known: Posture): Examination {
  return { product, posture: known, signs: [] };
}
