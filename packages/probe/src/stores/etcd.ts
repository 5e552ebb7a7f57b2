// etcd: the client port (API v3 as JSON and as gRPC, API v2), the peer port and the listener for metrics.
// https://etcd.io/docs/latest/dev-guide/api_grpc_gateway/ and https://etcd.io/docs/latest/learning/api/
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Inventory } from '../inventory.ts';
import { Ended, type Exchange } from '../line.ts';
import { type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  ALL_KEYS,
  errorReply,
  KUBERNETES_KEYS,
  KUBERNETES_SECRETS,
  metricOf,
  metricValue,
  RANGE_COUNT,
  type Range,
  rangeJson,
  rangeMessage,
  rangeReply,
  STATUS_SIZE,
  statusReply,
} from '../wire/etcd.ts';
import { grpcQuestion, grpcReply, protobufNumber } from '../wire/grpc.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const SECURITY_PAGE = 'https://etcd.io/docs/latest/op-guide/security/';
const COUNT_REQUEST = `'{"key":"AA==","range_end":"AA==","count_only":true}'`;

const NO_AUTHENTICATION: Rule = {
  id: 'etcd/no-authentication',
  severity: 'critical',
  title: 'etcd serves every key to anyone who connects',
  why:
    'etcd keeps the configuration by which a whole installation runs: addresses, feature switches, passwords, and in ' +
    'Kubernetes every secret of the cluster. This one asks for neither login nor certificate, which is how etcd comes: ' +
    'whoever reaches the port may read every key, change it, and so steer the machines that obey it.',
  remedy: ({ version }) => ({
    summary: 'Listen on internal addresses only, demand client certificates, and turn authentication on.',
    steps: [
      'Close ports 2379 and 2380 to everybody but the members and the hosts that use etcd, before anything else.',
      'Give members and clients certificates of an authority of your own, and demand them: --client-cert-auth with --trusted-ca-file.',
      ...authenticationSteps(version),
      'Treat every secret that was kept in etcd as known to strangers and rotate it.',
    ],
    configuration: {
      file: '/etc/default/etcd',
      text: [
        'ETCD_LISTEN_CLIENT_URLS="https://INTERNAL-ADDRESS:2379,http://127.0.0.1:2379"',
        'ETCD_ADVERTISE_CLIENT_URLS="https://INTERNAL-ADDRESS:2379"',
        'ETCD_CERT_FILE="/etc/etcd/server.crt"',
        'ETCD_KEY_FILE="/etc/etcd/server.key"',
        'ETCD_CLIENT_CERT_AUTH="true"',
        'ETCD_TRUSTED_CA_FILE="/etc/etcd/ca.crt"',
      ].join('\n'),
    },
    verify: `curl -X POST http://HOST:2379${gatewayOf(version)}/kv/range -d ${COUNT_REQUEST} has to fail, or to answer "etcdserver: user name is empty".`,
    reference: SECURITY_PAGE,
  }),
};

const KUBERNETES: Rule = {
  id: 'etcd/kubernetes-state',
  severity: 'critical',
  title: 'This etcd is the memory of a Kubernetes cluster',
  why:
    'Keys under /registry/ are the objects of a Kubernetes cluster. Whoever reads them has its secrets (unless they are ' +
    'encrypted at rest) and the tokens of its service accounts; whoever writes them is its administrator, past every ' +
    'rule of access that Kubernetes itself applies. Only the API server needs to reach this port.',
  remedy: () => ({
    summary:
      'Let only the API server reach etcd, by certificate, and treat the cluster as taken over until shown otherwise.',
    steps: [
      'Close ports 2379 and 2380 to everybody but the control plane.',
      'Run etcd with --client-cert-auth=true and --trusted-ca-file, with an authority that signs for etcd only.',
      'Give the API server --etcd-cafile, --etcd-certfile and --etcd-keyfile.',
      'Look for objects that nobody of yours has made: privileged pods, role bindings, webhooks.',
      'Rotate the secrets and service account tokens, then encrypt secrets at rest.',
    ],
    verify: `curl -X POST http://HOST:2379/v3/kv/range -d ${COUNT_REQUEST} from a host outside the control plane has to fail.`,
    reference: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
  }),
};

const V2_OPEN: Rule = {
  id: 'etcd/v2-without-authentication',
  severity: 'critical',
  title: 'The old API of etcd (v2) asks for no login',
  why:
    'Keys of the API v2 are a store of their own beside those of v3, with a switch of their own for authentication. Here ' +
    'v3 asks for a login or is not there, and v2 does not: whoever reaches the port may read and change what is kept in v2.',
  remedy: () => ({
    summary: 'Turn the API v2 off; where it is still needed, turn its authentication on.',
    steps: [
      'Find out which clients still use /v2/keys, and move their keys to v3.',
      'Take --enable-v2 out of the configuration (from 3.4 on), or set --enable-v2=false (3.2 and 3.3), and restart.',
      'Until then: ETCDCTL_API=2 etcdctl user add root, etcdctl auth enable, and take the rights of the role guest, which ' +
        'may do everything at first.',
      'Demand client certificates: --client-cert-auth with --trusted-ca-file.',
    ],
    configuration: { file: '/etc/default/etcd', text: 'ETCD_ENABLE_V2="false"' },
    verify: 'curl http://HOST:2379/v2/auth/enable has to answer 404, or {"enabled":true}.',
    reference: 'https://etcd.io/docs/v2.3/authentication/',
  }),
};

const PEER_OPEN: Rule = {
  id: 'etcd/peer-without-certificate',
  severity: 'high',
  title: 'The peer port of etcd takes connections without a certificate',
  why:
    'Through this port the members of an etcd cluster agree on every change. It has no login: without certificates, ' +
    'whoever reaches it may speak as a member does. From version 3.3 to 3.5 it also serves the clients, so that keys can ' +
    'be read here even where the client port demands certificates.',
  remedy: () => ({
    summary: 'Demand certificates between the members, and let nobody else reach port 2380.',
    steps: [
      'Close port 2380 to everybody but the other members; a single member can listen on loopback.',
      'Set --peer-cert-file, --peer-key-file, --peer-trusted-ca-file and --peer-client-cert-auth on every member.',
      'Change the peer URLs to https, one member after the other (etcdctl member update).',
    ],
    configuration: {
      file: '/etc/default/etcd',
      text: [
        'ETCD_LISTEN_PEER_URLS="https://INTERNAL-ADDRESS:2380"',
        'ETCD_PEER_CERT_FILE="/etc/etcd/peer.crt"',
        'ETCD_PEER_KEY_FILE="/etc/etcd/peer.key"',
        'ETCD_PEER_CLIENT_CERT_AUTH="true"',
        'ETCD_PEER_TRUSTED_CA_FILE="/etc/etcd/ca.crt"',
      ].join('\n'),
    },
    verify: 'curl http://HOST:2380/members and curl -k https://HOST:2380/members have to fail without a certificate.',
    reference: SECURITY_PAGE,
  }),
};

const METRICS_OPEN: Rule = {
  id: 'etcd/metrics-reachable',
  severity: 'medium',
  title: 'The metrics of etcd are told to anyone who connects',
  why:
    'The metrics show no key and no value, but version, number of keys, size, traffic and failures of the cluster: what ' +
    'an attacker wants to know first. etcd has no login for them.',
  remedy: () => ({
    summary: 'Let only the monitoring system reach the metrics.',
    steps: [
      'Set --listen-metrics-urls to an internal or loopback address.',
      'Close the port to everybody but the monitoring system.',
    ],
    configuration: { file: '/etc/default/etcd', text: 'ETCD_LISTEN_METRICS_URLS="http://127.0.0.1:2381"' },
    verify: 'curl http://HOST:PORT/metrics from another host has to fail to connect.',
    reference: 'https://etcd.io/docs/latest/op-guide/authentication/rbac/#security-scope-of-authentication',
  }),
};

export default defineStore({
  products: [{ id: 'etcd', title: 'etcd' }],
  ports: [
    { port: 2379, transport: 'http' },
    { port: 2380, transport: 'peer' },
    { port: 4001, transport: 'http' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://etcd.io/docs/latest/dev-guide/api_grpc_gateway/',
  testedAgainst: 'real server',
  recognise: {
    // The answer of every server made with Go that has nothing at its root.
    http: {
      transport: 'http',
      root: (answer) => (answer.status === 404 && answer.text() === '404 page not found\n' ? 'maybe' : 'no'),
      confirm,
    },
  },
  rules: [NO_AUTHENTICATION, KUBERNETES, V2_OPEN, PEER_OPEN, METRICS_OPEN],
  examine: (visit, sighting) =>
    sighting.transport === 'metrics' ? examineMetrics(visit) : examineKeys(visit, sighting),
});

const versions = v.looseObject({ etcdserver: v.string() });
const members = v.array(v.looseObject({ peerURLs: v.array(v.string()) }));
/** Since 3.5 with a `reason` too. */
const health = v.looseObject({ health: v.picklist(['true', 'false']) });

async function confirm(http: HttpClient): Promise<boolean | Sighting> {
  const about = await http.get('/version');
  if (about instanceof Ended) return false;
  if (versionOf(about) !== undefined) {
    const listed = await http.get('/members');
    const isPeer = !(listed instanceof Ended) && listed.json(members) !== undefined;
    return { transport: isPeer ? 'peer' : 'http' };
  }
  if (about.status !== 404) return false;
  const told = await http.get('/health');
  if (told instanceof Ended || told.json(health) === undefined) return false;
  const metrics = await http.get('/metrics', METRICS_OPTIONS);
  return metrics instanceof Ended || metricOf(metrics.text(), /^etcd_server_/) === undefined
    ? false
    : { transport: 'metrics' };
}

/** JSON since 2.1, before that the words `etcd 2.0.13`. */
function versionOf(answer: HttpAnswer | Ended): string | undefined {
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  return answer.json(versions)?.etcdserver ?? answer.text().match(/^etcd (\d[\w.+-]{1,30})$/)?.[1];
}

// ---- keys: how many there are, and never which

/** The answer to a count: the number; a refusal; this API is not here, or only as gRPC under TLS; or nothing that tells. */
type Counted = number | 'refused' | 'absent' | 'only-grpc' | 'unclear';

interface Questions {
  count(range: Range): Promise<Counted>;
  /** The size of the database in bytes. */
  size(): Promise<number | undefined>;
  /** The exchange of the last question. */
  exchange(): Exchange;
}

async function examineKeys(visit: Visit, { transport }: Sighting): Promise<Examination> {
  const version = versionOf(await visit.http.get('/version'));
  const about = { product: 'etcd', ...(version !== undefined && { version }) };
  const { questions, total } = await countAll(visit, version, transport === 'peer');
  const asked = questions.exchange();
  const peer = transport === 'peer' ? await peerSigns(visit) : [];
  if (typeof total === 'number') {
    const { inventory, kubernetes } = await inventoryOf(questions, total);
    const served = evidence(asked, 'a count of all keys', 'a number: keys are served without a login');
    return {
      ...about,
      // Authentication is off for all or on for all: who may count may read, write and administer.
      posture: EVERYTHING,
      inventory,
      signs: [{ rule: NO_AUTHENTICATION, evidence: [served] }, ...kubernetes, ...peer],
    };
  }
  if (transport === 'peer') {
    const caveats = total === 'only-grpc' ? [ONLY_GRPC] : [];
    return { ...about, posture: peerPosture(total), signs: peer, caveats };
  }
  return { ...about, ...(await withoutKeys(visit, total, version)) };
}

const EVERYTHING = posture({
  identify: 'yes',
  list: 'yes',
  count: 'yes',
  read: 'yes',
  write: 'yes',
  administer: 'yes',
});

/** By the JSON gateway of the version; where it is turned off, or at the peer port, by gRPC. */
async function countAll(visit: Visit, version: string | undefined, isPeer: boolean) {
  const json = jsonQuestions(visit, gatewayOf(version));
  const hasV3 = version === undefined || isAtLeast(version, 3, 0);
  // The peer port serves clients from 3.3 (etcd-io/etcd#8420) to 3.5 (etcd-io/etcd#13565).
  const hasGrpc = isPeer ? version !== undefined && isAtLeast(version, 3, 3) && !isAtLeast(version, 3, 6) : hasV3;
  const byJson = isPeer || !hasV3 ? 'absent' : await json.count(ALL_KEYS);
  if (byJson !== 'absent' || !hasGrpc) return { questions: json, total: byJson };
  if (visit.tls) return { questions: json, total: 'only-grpc' as const };
  const grpc = grpcQuestions(visit);
  return { questions: grpc, total: await grpc.count(ALL_KEYS) };
}

/** The keys of v3 are refused or cannot be asked for: the API v2, on by default until 3.3, has a switch of its own. */
async function withoutKeys(
  visit: Visit,
  total: Counted,
  version: string | undefined,
): Promise<Pick<Examination, 'posture' | 'signs' | 'caveats'>> {
  const hasV2 = version === undefined || !isAtLeast(version, 3, 6);
  const answer = hasV2 ? await visit.http.get('/v2/auth/enable') : undefined;
  const isOn = answer === undefined || answer instanceof Ended ? undefined : answer.json(v2Switch)?.enabled;
  if (answer !== undefined && !(answer instanceof Ended) && isOn === false) {
    const shown = evidence(answer.exchange, 'GET /v2/auth/enable', 'authentication of the API v2 is off');
    return { posture: EVERYTHING, signs: [{ rule: V2_OPEN, evidence: [shown] }] };
  }
  if (isOn === true) return { posture: posture({ identify: 'yes' }), signs: [], caveats: [GUESTS] };
  if (total === 'refused') return { posture: refused('yes'), signs: [], caveats: [BESIDE_THE_LOGIN] };
  const caveats = total === 'only-grpc' ? [ONLY_GRPC] : [];
  return { posture: posture({ identify: 'yes' }), signs: [], caveats };
}

const v2Switch = v.looseObject({ enabled: v.boolean() });

const BESIDE_THE_LOGIN =
  'etcd tells its version, its health and its metrics without a login even where authentication is on; that is not counted as access to its data.';
const GUESTS =
  'Authentication of the API v2 is on, but its role guest, which may do everything at first, was not asked about: that would be a read.';
const ONLY_GRPC =
  'Keys are served here by gRPC only, which Vigie does not speak under TLS: whether a login is needed is not known.';

function peerPosture(total: Counted): Posture {
  // Members speak here without a login: what a forged member may do was not tried.
  return posture({
    identify: 'yes',
    ...(total === 'refused' || total === 'absent' ? { list: 'no', count: 'no' } : {}),
  });
}

async function peerSigns(visit: Visit): Promise<Sign[]> {
  const listed = await visit.http.get('/members');
  if (listed instanceof Ended || listed.json(members) === undefined) return [];
  const shown = evidence(listed.exchange, 'GET /members', 'the members, without a certificate');
  return [{ rule: PEER_OPEN, evidence: [shown] }];
}

async function inventoryOf(questions: Questions, total: number) {
  const kubernetes = await questions.count(KUBERNETES_KEYS);
  const asked = questions.exchange();
  const objects = typeof kubernetes === 'number' ? Math.min(kubernetes, total) : 0;
  const secrets = objects > 0 ? await questions.count(KUBERNETES_SECRETS) : 0;
  const bytes = await questions.size();
  const found = typeof secrets === 'number' ? Math.min(secrets, objects) : 0;
  const parts: [string, number][] =
    objects === 0
      ? [['keys', total]]
      : [
          ['/registry/secrets/', found],
          ['other keys in /registry/', objects - found],
          ['other keys', total - objects],
        ];
  // The size is that of all keys together, so that it can only be told where they are not told apart.
  const size = parts.length === 1 && bytes !== undefined ? { bytes, bytesBasis: 'exact' as const } : {};
  const collections = parts.map(
    ([name, rows]): Collection => ({ name, rows, rowsBasis: 'exact', ...size, columns: [] }),
  );
  const inventory: Inventory = { containers: [{ name: 'keyspace', collections }] };
  const shown = evidence(asked, 'a count of the keys in /registry/', 'more than none');
  const sign: Sign = { rule: KUBERNETES, evidence: [shown] };
  return { inventory, kubernetes: objects > 0 ? [sign] : [] };
}

// ---- the API v3 as JSON

function jsonQuestions(visit: Visit, gateway: string): Questions {
  let last: Exchange = NOTHING;
  const post = async (path: string, body: string) => {
    const answer = await visit.http.post(`${gateway}${path}`, body);
    if (!(answer instanceof Ended)) last = answer.exchange;
    return answer;
  };
  return {
    count: async (range) => {
      const answer = await post('/kv/range', rangeJson(range));
      if (answer instanceof Ended) return 'unclear';
      if (answer.status === 200) return answer.json(rangeReply)?.count ?? 'unclear';
      if (answer.status === 404) return 'absent';
      return isRefusal(answer) ? 'refused' : 'unclear';
    },
    size: async () => {
      const answer = await post('/maintenance/status', '{}');
      return answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(statusReply)?.dbSize;
    },
    exchange: () => last,
  };
}

/** In the words of etcd, or of a proxy in front of it that asks for the login itself. */
function isRefusal(answer: HttpAnswer): boolean {
  if (answer.status === 401 || answer.status === 403) return true;
  const error = answer.json(errorReply);
  return /user name is empty|permission denied|invalid auth token/.test(error?.message ?? error?.error ?? '');
}

const NOTHING: Exchange = { sent: new Uint8Array(), receivedBytes: 0, receivedSha256: '' };

// ---- the API v3 as gRPC

/** Statuses of gRPC: INVALID_ARGUMENT (to a valid question it is the missing user), PERMISSION_DENIED, UNAUTHENTICATED. */
const REFUSED = new Set([3, 7, 16]);
const UNIMPLEMENTED = 12;

function grpcQuestions(visit: Visit): Questions {
  let last: Exchange = NOTHING;
  const call = async (method: string, message: Uint8Array) => {
    const line = await visit.connect();
    if (line instanceof Ended) return undefined;
    const { host, port } = visit.endpoint;
    const reply = await line.ask(grpcQuestion(method, message, `${host}:${port}`), grpcReply);
    last = line.exchange();
    line.close();
    return reply instanceof Ended ? undefined : reply;
  };
  return {
    count: async (range) => {
      const reply = await call('/etcdserverpb.KV/Range', rangeMessage(range));
      if (reply?.status === 0 && reply.message) return protobufNumber(reply.message, RANGE_COUNT) ?? 'unclear';
      if (reply?.status === UNIMPLEMENTED) return 'absent';
      return reply?.status !== undefined && REFUSED.has(reply.status) ? 'refused' : 'unclear';
    },
    size: async () => {
      const reply = await call('/etcdserverpb.Maintenance/Status', new Uint8Array());
      return reply?.status === 0 && reply.message ? protobufNumber(reply.message, STATUS_SIZE) : undefined;
    },
    exchange: () => last,
  };
}

// ---- the listener for metrics

/** A listing of some 150 KB; compressed it is a tenth. */
const METRICS_OPTIONS = { headers: { 'Accept-Encoding': 'gzip' } };

async function examineMetrics(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/metrics', METRICS_OPTIONS);
  if (answer instanceof Ended || answer.status !== 200) return { product: 'etcd', posture: posture({}), signs: [] };
  const text = answer.text();
  const version = metricOf(text, /^etcd_server_version\{/)?.match(/server_version="([^"]{1,40})"/)?.[1];
  const rows = metricValue(metricOf(text, /^etcd_debugging_mvcc_keys_total /));
  const bytes = metricValue(metricOf(text, /^etcd_(?:debugging_)?mvcc_db_total_size_in_bytes /));
  const collection: Collection = {
    name: 'keys',
    ...(rows !== undefined && { rows, rowsBasis: 'exact' }),
    ...(bytes !== undefined && { bytes, bytesBasis: 'exact' }),
    columns: [],
  };
  return {
    product: 'etcd',
    ...(version !== undefined && { version }),
    posture: { ...refused('yes'), count: rows === undefined && bytes === undefined ? 'unknown' : 'yes' },
    inventory: { containers: [{ name: 'keyspace', collections: [collection] }] },
    signs: [{ rule: METRICS_OPEN, evidence: [evidence(answer.exchange, 'GET /metrics', 'metrics, without a login')] }],
  };
}

// ---- versions

/** Where the JSON gateway of a version stands: /v3alpha until 3.2, /v3beta in 3.3, /v3 since. */
function gatewayOf(version: string | undefined): string {
  if (version === undefined || isAtLeast(version, 3, 4)) return '/v3';
  return isAtLeast(version, 3, 3) ? '/v3beta' : '/v3alpha';
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [, a = Infinity, b = Infinity] = version.match(/^(\d{1,4})\.(\d{1,4})/) ?? [];
  return Number(a) > major || (Number(a) === major && Number(b) >= minor);
}

function authenticationSteps(version: string | undefined): string[] {
  const api = version === undefined || isAtLeast(version, 3, 4) ? '' : 'ETCDCTL_API=3 ';
  if (version !== undefined && !isAtLeast(version, 3, 0)) {
    return [
      'Add the user root and turn authentication on (etcdctl user add root, etcdctl auth enable), then take the rights of ' +
        'the role guest, which may do everything at first. This version is long out of support: upgrade.',
    ];
  }
  return [
    `Add the user root and turn authentication on: ${api}etcdctl user add root, then ${api}etcdctl auth enable.`,
    'Give each application a user of its own, with a role for the keys it needs and no more.',
  ];
}
