// Prometheus, its agent, and VictoriaMetrics, which answers the same API. https://prometheus.io/docs/prometheus/latest/querying/api/
import * as v from 'valibot';
import type { Evidence, Remedy, Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import { type Collection, type Column, type Container, column } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const HTTPS_PAGE = 'https://prometheus.io/docs/prometheus/latest/configuration/https/';
const SECURITY_PAGE = 'https://prometheus.io/docs/operating/security/';

const NO_AUTHENTICATION: Rule = {
  id: 'prometheus/no-authentication',
  severity: 'high',
  title: 'Prometheus answers queries of anyone who connects',
  why:
    'Prometheus keeps how an organisation works as numbers over time: every host and service with its internal address ' +
    'and version, every job, often customers, users and accounts as labels. This one asks nobody for a login: whoever ' +
    'reaches the port can read all of it, with the addresses of everything it watches and most of its settings, which is ' +
    'a map for an attacker and, where labels name people, personal data.',
  remedy: ({ version }) => closing(version),
};

const AGENT_EXPOSED: Rule = {
  id: 'prometheus/agent-exposed',
  severity: 'medium',
  title: 'A Prometheus agent shows its settings and targets to strangers',
  why:
    'This agent keeps no series that could be asked for, but it tells anyone its version, its settings and the internal ' +
    'addresses of all that it watches: a map of the network for whoever reaches the port.',
  remedy: ({ version }) => closing(version),
};

const ADMIN_API: Rule = {
  id: 'prometheus/admin-api',
  severity: 'critical',
  title: 'Strangers may delete what Prometheus has stored',
  why:
    'The interface for administration is on and asks for no login: one request deletes any series, or writes a copy of ' +
    'the whole store to its disk until that is full. Evidence and alarms can be made to vanish by whoever reaches the port.',
  remedy: ({ version }) =>
    turningOff(version, '--web.enable-admin-api', 'curl -X POST HOST:9090/api/v1/admin/tsdb/clean_tombstones'),
};

const LIFECYCLE: Rule = {
  id: 'prometheus/lifecycle',
  severity: 'high',
  title: 'Strangers may stop Prometheus',
  why:
    'The life cycle interface is on and asks for no login: one request to /-/quit ends the server, another makes it ' +
    'reload its settings. Whoever reaches the port can blind the monitoring just before doing something else.',
  remedy: ({ version }) =>
    turningOff(version, '--web.enable-lifecycle', 'curl -i HOST:9090/-/reload (a GET changes nothing)'),
};

const REMOTE_WRITE: Rule = {
  id: 'prometheus/remote-write',
  severity: 'high',
  title: 'Strangers may write into Prometheus',
  why:
    'The server takes samples over the network from anyone. Whoever reaches the port can add false measurements, which ' +
    'set off alarms or keep them silent, and can fill the disk with series.',
  remedy: ({ version }) =>
    turningOff(version, '--web.enable-remote-write-receiver', 'curl -X POST HOST:9090/api/v1/write'),
};

const VICTORIA_OPEN: Rule = {
  id: 'prometheus/victoriametrics-no-authentication',
  severity: 'critical',
  title: 'VictoriaMetrics answers queries of anyone who connects',
  why:
    'VictoriaMetrics keeps measurements of hosts, services and often of customers over years. This one asks nobody for a ' +
    'login: whoever reaches the port can read all of it and can import false measurements, since a single node takes ' +
    'both on the same port.',
  remedy: () => ({
    summary: 'Require a login, and let only the hosts that need it reach the port.',
    steps: [
      'Close the port to everybody but the hosts that write and query metrics, before anything else.',
      'Start it with -httpAuth.username and -httpAuth.password (or file:// paths), or behind vmauth with a user for each client.',
      'Set -deleteAuthKey, -snapshotAuthKey and -forceMergeAuthKey for the interfaces that change or copy the store.',
      'Bind it to an internal address with -httpListenAddr.',
    ],
    verify: 'curl -i http://HOST:8428/api/v1/labels has to answer 401 Unauthorized.',
    reference: 'https://docs.victoriametrics.com/victoriastack/access-control/',
  }),
};

/** How to ask for a login: Prometheus can do so by itself since 2.24. */
function closing(version: string | undefined): Remedy {
  const hasLogin = version === undefined || isAtLeast(version, 2, 24);
  return {
    summary: 'Require a login, and let only the hosts that need it reach the port.',
    steps: [
      'Close the port to everybody but Grafana and the people who work with it, before anything else.',
      ...(hasLogin
        ? [
            'Write a web configuration with basic_auth_users (passwords as bcrypt hashes) and a certificate for TLS.',
            'Check it with promtool check web-config, and start Prometheus with --web.config.file.',
          ]
        : [
            'Put a reverse proxy with a login in front of it and bind Prometheus to loopback: it has no login before 2.24.',
          ]),
      'Give Grafana and other clients the login.',
    ],
    configuration: hasLogin
      ? {
          file: '/etc/prometheus/web.yml',
          text: 'basic_auth_users:\n  operator: BCRYPT-HASH-OF-A-LONG-RANDOM-PASSWORD',
        }
      : { file: '/etc/default/prometheus', text: 'ARGS="--web.listen-address=127.0.0.1:9090"' },
    verify: 'curl -i http://HOST:9090/api/v1/status/buildinfo has to answer 401 Unauthorized.',
    reference: hasLogin ? HTTPS_PAGE : SECURITY_PAGE,
  };
}

function turningOff(version: string | undefined, flag: string, question: string): Remedy {
  return {
    summary: `Start Prometheus without ${flag}, or behind a login.`,
    steps: [
      'Close the port to everybody but the hosts that need it, before anything else.',
      `Take ${flag} out of the arguments of the service, unless it is used.`,
      ...closing(version).steps.slice(1),
    ],
    verify: `${question} has to answer 401, 403, 404 or a message that it is not enabled.`,
    reference: SECURITY_PAGE,
  };
}

export default defineStore({
  products: [
    { id: 'prometheus', title: 'Prometheus' },
    { id: 'victoriametrics', title: 'VictoriaMetrics' },
  ],
  ports: [
    { port: 9090, transport: 'http' },
    { port: 8428, transport: 'http' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://prometheus.io/docs/prometheus/latest/querying/api/',
  testedAgainst: 'real server',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm: confirmHttp } },
  rules: [NO_AUTHENTICATION, AGENT_EXPOSED, ADMIN_API, LIFECYCLE, REMOTE_WRITE, VICTORIA_OPEN],
  examine,
});

// ---- recognition

function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (isToolkitRefusal(answer) || isVictoriaMetrics(answer)) return 'yes';
  return prefixOf(answer) === undefined ? 'no' : 'maybe';
}

/**
 * Prometheus' own web toolkit asks for a login without naming a realm, against RFC 7617, and in these words. Behind it
 * nothing else can be asked, `/-/healthy` neither; Alertmanager and the exporters use the same toolkit.
 */
function isToolkitRefusal(answer: HttpAnswer): boolean {
  return answer.status === 401 && answer.header('www-authenticate') === 'Basic' && answer.text() === 'Unauthorized\n';
}

function isVictoriaMetrics(answer: HttpAnswer): boolean {
  if (answer.status === 401) return answer.header('www-authenticate') === 'Basic realm="VictoriaMetrics"';
  return answer.status === 200 && answer.text().startsWith('<h2>Single-node VictoriaMetrics</h2>');
}

/**
 * The path under which Prometheus lives, from its redirect to its first page: `/graph`, `/query` since 3.0, `/agent`,
 * in Debian `/classic/graph`; or from that to `--web.external-url`, in the words of Go. Undefined for another answer.
 */
function prefixOf(answer: HttpAnswer): string | undefined {
  if (answer.status !== 302) return undefined;
  const location = answer.header('location');
  const path = URL.parse(location, 'http://prometheus')?.pathname ?? '';
  const page = path.match(/^((?:\/[\w.~-]+)*?)\/(?:classic\/)?(?:graph|query|agent)$/);
  if (page) return page[1] ?? '';
  const isGoRedirect = answer.text().trim() === `<a href="${location}">Found</a>.`;
  return isGoRedirect && /^(?:\/[\w.~-]+){1,3}$/.test(location) && !/\/(?:ui|web|log-?in)$/.test(path)
    ? path
    : undefined;
}

async function confirmHttp(http: HttpClient): Promise<boolean> {
  const root = await http.get('/');
  const prefix = root instanceof Ended ? undefined : prefixOf(root);
  if (prefix === undefined) return false;
  const build = await http.get(`${prefix}/api/v1/status/buildinfo`);
  const told = build instanceof Ended ? undefined : build.json(buildReply)?.data;
  // Thanos and Mimir answer here too: with a version of their own below 1, or with the name of the application.
  if (told) return isAtLeast(told.version, 1, 0) && told.application === undefined;
  const healthy = await http.get(`${prefix}/-/healthy`);
  return !(healthy instanceof Ended) && /^Prometheus (?:Server |Agent )?is Healthy\.\s*$/.test(healthy.text());
}

const buildReply = v.object({
  status: v.literal('success'),
  data: v.object({ version: v.string(), goVersion: v.string(), application: v.optional(v.unknown()) }),
});

// ---- examination

async function examine(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  if (root instanceof Ended) return { product: 'prometheus', posture: posture({}), signs: [] };
  if (isVictoriaMetrics(root)) return examineVictoria(visit, root);
  if (root.status === 401) {
    return { product: 'prometheus', posture: refused('no'), signs: [], caveats: [TOOLKIT_CAVEAT] };
  }
  return examinePrometheus(visit, prefixOf(root) ?? '');
}

const TOOLKIT_CAVEAT =
  'Everything is behind the login of Prometheus’ web toolkit, which Alertmanager and the exporters share: which of them ' +
  'this is cannot be told from outside.';

async function examinePrometheus(visit: Visit, prefix: string): Promise<Examination> {
  const api: Api = (path) => visit.http.get(`${prefix}/api/v1/${path}`);
  const build = await api('status/buildinfo');
  const version = build instanceof Ended ? undefined : build.json(buildReply)?.data.version;
  const flags = await api('status/flags');
  const heads = await api('status/tsdb');
  const isAgent = saysAgent(heads);
  const series = isAgent ? NO_SERIES : await seriesOf(api, heads);
  const targets = await targetsOf(api);
  const rights = rightsOf(flags);
  const settings = flags instanceof Ended ? [] : [evidence(flags.exchange, 'GET /api/v1/status/flags', 'the settings')];
  const signs: Sign[] = rights.rules.map((rule) => ({ rule, evidence: settings }));
  if (series.proof) signs.unshift({ rule: NO_AUTHENTICATION, evidence: [series.proof] });
  else if (isAgent) signs.unshift({ rule: AGENT_EXPOSED, evidence: settings });
  const containers: Container[] = [];
  if (series.collections) containers.push({ name: 'series', collections: series.collections });
  if (targets) containers.push({ name: 'targets', collections: targets });
  return {
    product: 'prometheus',
    ...(version !== undefined && { version }),
    posture: posture({
      identify: 'yes',
      list: targets || series.collections ? 'yes' : series.read,
      count: targets || series.counted ? 'yes' : series.read === 'no' ? 'no' : 'unknown',
      read: series.read,
      write: rights.write,
      administer: rights.administer,
    }),
    ...(containers.length > 0 && {
      inventory: { containers, ...(series.truncated && { truncated: true as const }) },
    }),
    signs,
  };
}

/** A single node takes reading and writing under one setting; deleting and copying may have keys of their own. */
async function examineVictoria(visit: Visit, root: HttpAnswer): Promise<Examination> {
  if (root.status === 401) return { product: 'victoriametrics', posture: refused('yes'), signs: [] };
  const api: Api = (path) => visit.http.get(`/api/v1/${path}`);
  const series = await namesOf(api, await api('status/tsdb'));
  const { read, proof, collections } = series;
  return {
    product: 'victoriametrics',
    posture: posture({
      identify: 'yes',
      list: read,
      count: series.counted ? 'yes' : read === 'no' ? 'no' : 'unknown',
      read,
      write: read === 'yes' ? 'yes' : 'unknown',
    }),
    ...(collections && {
      inventory: {
        containers: [{ name: 'series', collections }],
        ...(series.truncated && { truncated: true as const }),
      },
    }),
    signs: proof ? [{ rule: VICTORIA_OPEN, evidence: [proof] }] : [],
    caveats: ['VictoriaMetrics tells strangers no version but that of the API it imitates.'],
  };
}

type Api = (path: string) => Promise<HttpAnswer | Ended>;

function saysAgent(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && answer.status === 422 && /unavailable with Prometheus Agent/.test(answer.text());
}

// ---- what strangers may change, as the settings say

const flagsReply = v.object({ status: v.literal('success'), data: v.record(v.string(), v.unknown()) });

function rightsOf(answer: HttpAnswer | Ended): { write: Answer; administer: Answer; rules: Rule[] } {
  const flags = answer instanceof Ended ? undefined : answer.json(flagsReply)?.data;
  if (!flags) return { write: 'unknown', administer: 'unknown', rules: [] };
  const features = String(flags['enable-feature'] ?? '');
  const on = (name: string) => flags[`web.enable-${name}`] === 'true' || features.split(',').includes(name);
  const isKnown = 'web.enable-admin-api' in flags && 'web.enable-lifecycle' in flags;
  const mayWrite = on('remote-write-receiver') || on('otlp-receiver') || on('otlp-write-receiver');
  const rules = [
    ...(on('admin-api') ? [ADMIN_API] : []),
    ...(on('lifecycle') ? [LIFECYCLE] : []),
    ...(mayWrite ? [REMOTE_WRITE] : []),
  ];
  const known = (is: boolean): Answer => (is ? 'yes' : isKnown ? 'no' : 'unknown');
  return { write: known(mayWrite), administer: known(on('admin-api') || on('lifecycle')), rules };
}

// ---- series, labels and targets: names and counts, no value of a label and no sample

interface Series {
  readonly read: Answer;
  readonly proof?: Evidence;
  readonly collections?: Collection[];
  readonly counted: boolean;
  readonly truncated: boolean;
}

const NO_SERIES: Series = { read: 'no', counted: false, truncated: false };

/** Labels in one query, so that its address stays below the 8 KB that proxies take; and queries of that kind at most. */
const LABELS_IN_QUERY = 40;
const MAX_QUERIES = 3;
/** Series times labels: above this, counting would be work that a busy server feels. */
const MAX_COUNTING = 2_000_000;

async function seriesOf(api: Api, heads: HttpAnswer | Ended): Promise<Series> {
  const total = heads instanceof Ended ? undefined : heads.json(headsReply)?.data.headStats?.numSeries;
  const labels = await textsOf(await api('labels'));
  // A name goes into a query of ours: nothing but what has always been a name may.
  const names = labels?.filter((name) => /^[A-Za-z_]\w{0,100}$/.test(name)) ?? [];
  const isSmall = total !== undefined && total * names.length <= MAX_COUNTING;
  if (!labels || !isSmall || names.length > LABELS_IN_QUERY * MAX_QUERIES) return namesOf(api, heads);
  const metrics = new Map<string, { rows?: number; columns: Column[] }>();
  let proof: Evidence | undefined;
  for (let start = 0; start < names.length || start === 0; start += LABELS_IN_QUERY) {
    const answer = await api(`query?timeout=2s&query=${encodeURIComponent(countingQuery(names, start))}`);
    const rows = answer instanceof Ended ? undefined : answer.json(vectorReply)?.data.result;
    if (!rows || answer instanceof Ended) return namesOf(api, heads);
    proof ??= evidence(answer.exchange, 'GET /api/v1/query, counts by name', 'counts: queries are answered');
    for (const { metric, value } of rows) {
      const { __name__: name = '', label = '' } = metric;
      const entry = metrics.get(name) ?? { columns: [] };
      if (label === '__name__') entry.rows = Number(value[1]);
      else entry.columns.push(column(label, 'label'));
      metrics.set(name, entry);
    }
  }
  const collections = [...metrics].map(([name, { rows, columns }]) => counted(name, rows, columns));
  return { read: 'yes', ...(proof && { proof }), collections, counted: true, truncated: false };
}

/**
 * One row for each metric and each label that it has: how many of its series have the label. The operands of `or`
 * differ in the label `label`, which keeps them apart; no value of any label is in the answer.
 */
function countingQuery(names: readonly string[], start: number): string {
  const asked = names.length === 0 ? ['__name__'] : names.slice(start, start + LABELS_IN_QUERY);
  return asked
    .map((name) => `label_replace(count by (__name__) ({${name}!=""}), "label", "${name}", "", "")`)
    .join(' or ');
}

/** The names alone, and the counts of the ten largest: for stores that are too large, or do not count as Prometheus does. */
async function namesOf(api: Api, heads: HttpAnswer | Ended): Promise<Series> {
  const answer = await api('label/__name__/values?limit=20001');
  const names = textsOf(answer);
  const told = heads instanceof Ended ? undefined : heads.json(headsReply)?.data;
  const largest = new Map(told?.seriesCountByMetricName.map(({ name, value }) => [name, value]));
  const read: Answer = names ? 'yes' : !(answer instanceof Ended) && isRefusal(answer) ? 'no' : 'unknown';
  if (!names || answer instanceof Ended) return { read, counted: told !== undefined, truncated: false };
  return {
    read,
    proof: evidence(answer.exchange, 'GET /api/v1/label/__name__/values', 'the names of the metrics'),
    collections: names.map((name) => counted(name, largest.get(name), [])),
    counted: told !== undefined,
    truncated: names.length > 20_000,
  };
}

function counted(name: string, rows: number | undefined, columns: Column[]): Collection {
  const isCount = rows !== undefined && Number.isSafeInteger(rows) && rows >= 0;
  return { name, ...(isCount && { rows, rowsBasis: 'exact' }), columns };
}

/** How many addresses each job watches; the addresses themselves are not kept. */
async function targetsOf(api: Api): Promise<Collection[] | undefined> {
  const answer = await api('targets?state=active');
  const targets = answer instanceof Ended ? undefined : answer.json(targetsReply)?.data.activeTargets;
  if (!targets) return undefined;
  const byPool = Map.groupBy(targets, ({ scrapePool }) => scrapePool ?? 'targets');
  return [...byPool].map(([name, pool]) => counted(name, pool.length, []));
}

function textsOf(answer: HttpAnswer | Ended): string[] | undefined {
  return answer instanceof Ended ? undefined : answer.json(textsReply)?.data;
}

function isRefusal(answer: HttpAnswer): boolean {
  return answer.status === 401 || answer.status === 403;
}

const success = v.literal('success');
const textsReply = v.object({ status: success, data: v.array(v.string()) });
const vectorReply = v.object({
  status: success,
  data: v.object({
    result: v.array(v.object({ metric: v.record(v.string(), v.string()), value: v.tuple([v.unknown(), v.string()]) })),
  }),
});
const headsReply = v.object({
  status: success,
  data: v.object({
    headStats: v.optional(v.object({ numSeries: v.number() })),
    seriesCountByMetricName: v.fallback(v.array(v.object({ name: v.string(), value: v.number() })), []),
  }),
});
const targetsReply = v.object({
  status: success,
  data: v.object({ activeTargets: v.array(v.object({ scrapePool: v.fallback(v.optional(v.string()), undefined) })) }),
});

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.replace(/^v/, '').split('.').map(Number);
  return first > major || (first === major && second >= minor);
}
