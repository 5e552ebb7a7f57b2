// Kibana and OpenSearch Dashboards: the window to a search cluster, and through its console a door to it.
// https://www.elastic.co/docs/api/doc/kibana/ and https://docs.opensearch.org/latest/dashboards/
import * as v from 'valibot';
import type { Rule } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type Ask, type Cluster, examineCluster } from '../wire/elasticsearch-session.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const WHY_OPEN =
  'It is the window to a search cluster, and its console passes any question on to the cluster with the rights of the server. ' +
  'This one asks nobody for a login: whoever reaches it may read, change and delete every index behind it, even where the ' +
  'cluster itself cannot be reached.';
const CLOSE_PORT = 'Close the port to everybody but your own networks, before anything else.';

const NO_AUTHENTICATION: Rule = {
  id: 'kibana/no-authentication',
  severity: 'critical',
  title: 'Kibana serves anyone who connects',
  why: `Kibana is the web interface of Elasticsearch. ${WHY_OPEN}`,
  remedy: ({ version }) => ({
    summary: 'Turn the security features of the cluster on; Kibana then asks for a login.',
    steps: [
      CLOSE_PORT,
      ...securitySteps(version),
      'Listen on an internal address only (server.host).',
      'Check the cluster for what is missing or was added, and rotate the secrets in its indices.',
    ],
    configuration: {
      file: '/etc/kibana/kibana.yml',
      text: 'server.host: localhost\nelasticsearch.username: kibana_system',
    },
    verify: 'curl http://HOST:5601/api/saved_objects/_find?type=index-pattern has to answer 401.',
    reference:
      major(version) >= 8
        ? 'https://www.elastic.co/docs/deploy-manage/security/self-setup'
        : 'https://www.elastic.co/guide/en/elasticsearch/reference/7.17/security-minimal-setup.html',
  }),
};

const DASHBOARDS_NO_AUTHENTICATION: Rule = {
  id: 'kibana/opensearch-dashboards-no-authentication',
  severity: 'critical',
  title: 'OpenSearch Dashboards serves anyone who connects',
  why: `OpenSearch Dashboards is the web interface of OpenSearch. ${WHY_OPEN}`,
  remedy: () => ({
    summary: 'Run OpenSearch and OpenSearch Dashboards with their Security plugins.',
    steps: [
      CLOSE_PORT,
      'Turn the Security plugin of the cluster on: no plugins.security.disabled: true in opensearch.yml on any node.',
      'Install the securityDashboards plugin in OpenSearch Dashboards, and give it the user kibanaserver with a password of your own.',
      'Listen on an internal address only (server.host).',
      'Check the cluster for what is missing or was added, and rotate the secrets in its indices.',
    ],
    configuration: {
      file: '/etc/opensearch-dashboards/opensearch_dashboards.yml',
      text: 'server.host: localhost\nopensearch.username: kibanaserver\nopensearch_security.auth.type: basicauth',
    },
    verify: 'curl http://HOST:5601/api/saved_objects/_find?type=index-pattern has to answer 401.',
    reference: 'https://docs.opensearch.org/latest/security/configuration/index/',
  }),
};

const ANONYMOUS_ACCESS: Rule = {
  id: 'kibana/anonymous-access',
  severity: 'high',
  title: 'The web interface of the search cluster lets strangers in',
  why:
    'Visitors get into this interface without a login of their own, as a user with limited rights or into a part of it. They ' +
    'see at least the names of what is kept behind it, and what that user may read, everybody may read.',
  remedy: () => ({
    summary: 'Turn anonymous access off, or leave the user behind it nothing but what the public may see.',
    steps: [
      'Kibana: remove the provider xpack.security.authc.providers.anonymous from kibana.yml and restart.',
      'OpenSearch Dashboards: set opensearch_security.auth.anonymous_auth_enabled to false, and anonymous_auth_enabled in config.yml of the Security plugin.',
      'Where a dashboard has to be public, give the anonymous user a role for that one space and index only.',
    ],
    verify: 'curl http://HOST:5601/api/saved_objects/_find?type=index-pattern has to answer 401.',
    reference: 'https://www.elastic.co/guide/en/kibana/7.17/kibana-authentication.html#anonymous-authentication',
  }),
};

export default defineStore({
  products: [
    { id: 'kibana', title: 'Kibana' },
    { id: 'opensearch-dashboards', title: 'OpenSearch Dashboards' },
  ],
  ports: [{ port: 5601, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://www.elastic.co/docs/api/doc/kibana/',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [NO_AUTHENTICATION, DASHBOARDS_NO_AUTHENTICATION, ANONYMOUS_ACCESS],
  examine,
});

// ---- recognition

function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (hasOwnHeader(answer) || NOT_READY.test(answer.text().slice(0, 256))) return 'yes';
  // A proxy may take the headers away; the way into the application stays.
  return answer.status === 302 && WAY_IN.test(answer.header('location')) ? 'maybe' : 'no';
}

const NOT_READY = /^(?:Kibana|OpenSearch Dashboards) server is not ready yet/;
/** Where `/` leads to: the login, the spaces or the start page, below a path where the interface is served under one. */
const WAY_IN =
  /^((?:\/[\w.-]{1,60}){0,4}?)\/(?:login\?next=|spaces\/(?:enter|space_selector)|app\/(?:home|kibana|login|opensearch_dashboards_overview)\b)/;

function hasOwnHeader(answer: HttpAnswer): boolean {
  return ['kbn-name', 'kbn-version', 'kbn-license-sig', 'osd-name'].some((name) => answer.headers.has(name));
}

const text = v.fallback(v.optional(v.string()), undefined);
const state = v.looseObject({ level: text, state: text });
const statusSchema = v.looseObject({
  version: v.fallback(v.optional(v.union([v.string(), v.looseObject({ number: v.string() })])), undefined),
  status: v.looseObject({ overall: state }),
});

async function confirm(http: HttpClient): Promise<boolean> {
  const answer = await http.get(`${prefixOf(await http.get('/'))}/api/status`);
  if (answer instanceof Ended) return false;
  const overall = answer.json(statusSchema)?.status.overall;
  return hasOwnHeader(answer) || (overall?.level ?? overall?.state) !== undefined;
}

function prefixOf(root: HttpAnswer | Ended): string {
  return root instanceof Ended ? '' : (root.header('location').match(WAY_IN)?.[1] ?? '');
}

// ---- the conversation

async function examine(visit: Visit): Promise<Examination> {
  const { http } = visit;
  const root = await http.get('/');
  if (root instanceof Ended) return { product: 'kibana', posture: posture({}), signs: [] };
  const prefix = prefixOf(root);
  const status = await http.get(`${prefix}/api/status`);
  const version = versionOf(root, status);
  const isDashboards =
    root.headers.has('osd-name') || major(version) < 4 || /OpenSearch Dashboards/.test(notReady(root));
  const product = isDashboards ? 'opensearch-dashboards' : 'kibana';
  const about = { product, ...(version !== undefined && { version }) };
  const identify = version === undefined ? 'no' : 'yes';
  const listing = await http.get(prefix + patternsPath(product, version));
  if (listing instanceof Ended) return { ...about, posture: posture({}), signs: [] };
  if (isLoginWanted(listing)) return { ...about, posture: refused(identify), signs: [] };
  const patterns = readPatterns(listing);
  // Versions before 6 have no such listing, and answer that they know no such page.
  if (!patterns && listing.status !== 404) return { ...about, posture: posture({ identify }), signs: [] };
  const cluster = await examineCluster(consoleOf(http, prefix), {
    product: product === 'kibana' ? 'elasticsearch' : 'opensearch',
    cluster: undefined,
  });
  return { ...about, ...reportOf({ product, cluster, patterns, listing }) };
}

function notReady(root: HttpAnswer): string {
  return root.text().slice(0, 256).match(NOT_READY)?.[0] ?? '';
}

function versionOf(root: HttpAnswer, status: HttpAnswer | Ended): string | undefined {
  const told = status instanceof Ended ? undefined : status.json(statusSchema)?.version;
  const number = typeof told === 'object' ? told.number : told;
  return number ?? (root.header('kbn-version') || undefined);
}

function isLoginWanted(answer: HttpAnswer): boolean {
  if (answer.status === 401 || answer.status === 403) return true;
  return answer.status === 302 && /\/(?:login|auth|api\/security)\b/.test(answer.header('location'));
}

/**
 * Questions to the cluster through the console. The console takes every question by POST, and asks it by the method
 * that is named: GET here, always, so nothing is changed. The two headers tell that no other web page sent it.
 */
function consoleOf(http: HttpClient, prefix: string): Ask {
  return async (path) => {
    const proxy = `${prefix}/api/console/proxy?path=${encodeURIComponent(path)}&method=GET`;
    const answer = await http.post(proxy, '', { headers: { 'kbn-xsrf': 'vigie-scan', 'osd-xsrf': 'vigie-scan' } });
    if (answer instanceof Ended) return answer;
    // Newer versions answer 200 and put what the cluster said into a header.
    const said = answer.header('x-console-proxy-status-code');
    return /^\d{3}$/.test(said) ? { ...answer, status: Number(said) } : answer;
  };
}

function reportOf(seen: {
  product: string;
  cluster: Cluster;
  patterns: readonly string[] | undefined;
  listing: HttpAnswer;
}): Pick<Examination, 'posture' | 'inventory' | 'signs'> {
  const { product, cluster, patterns, listing } = seen;
  const listed = patterns !== undefined;
  const isLetIn = listed || cluster.posture.list === 'yes' || cluster.posture.count === 'yes';
  if (!isLetIn) return { posture: posture({ identify: 'yes' }), signs: [] };
  const known = { ...cluster.posture, ...(listed && { list: 'yes' as const }) };
  const inventory = cluster.inventory ?? (patterns && patternInventory(patterns));
  const isOpen = cluster.gate.kind === 'none';
  const open = product === 'kibana' ? NO_AUTHENTICATION : DASHBOARDS_NO_AUTHENTICATION;
  const proof = evidence(listing.exchange, 'GET the list of index patterns', `HTTP ${listing.status}, without a login`);
  return {
    posture: known,
    ...(inventory && { inventory }),
    signs: [{ rule: isOpen ? open : ANONYMOUS_ACCESS, evidence: [...(listed ? [proof] : []), ...cluster.proofs] }],
  };
}

// ---- index patterns: what the interface itself keeps about the cluster

const MAX_PATTERNS = 1000;

const patternsSchema = v.union([
  v.pipe(
    v.looseObject({ saved_objects: v.array(v.looseObject({ attributes: v.looseObject({ title: text }) })) }),
    v.transform((page) => page.saved_objects.map(({ attributes }) => attributes.title)),
  ),
  v.pipe(
    v.looseObject({ data_view: v.array(v.looseObject({ title: text })) }),
    v.transform((page) => page.data_view.map(({ title }) => title)),
  ),
]);

/** Kibana calls index patterns data views since version 8, and has a page of its own for them. */
function patternsPath(product: string, version: string | undefined): string {
  if (product === 'kibana' && version !== undefined && major(version) >= 8) return '/api/data_views';
  return `/api/saved_objects/_find?type=index-pattern&fields=title&per_page=${MAX_PATTERNS}`;
}

function readPatterns(answer: HttpAnswer): readonly string[] | undefined {
  const titles = answer.status === 200 ? answer.json(patternsSchema) : undefined;
  return titles?.filter((title) => title !== undefined).slice(0, MAX_PATTERNS);
}

function patternInventory(patterns: readonly string[]): Inventory {
  const collections = patterns.map((name) => ({ name, columns: [] }));
  return {
    containers: [{ name: 'index patterns', collections }],
    ...(patterns.length >= MAX_PATTERNS && { truncated: true }),
  };
}

// ---- versions

function major(version: string | undefined): number {
  const number = Number.parseInt(version ?? '', 10);
  return Number.isNaN(number) ? Infinity : number;
}

/** Logins are in the free licence since 6.8 and 7.1. */
function securitySteps(version: string | undefined): readonly string[] {
  const minor = Number.parseInt(version?.split('.')[1] ?? '', 10);
  if (major(version) >= 8) {
    return [
      'Remove xpack.security.enabled: false from elasticsearch.yml on every node: since version 8 security is on unless it was turned off.',
      'Connect Kibana to the cluster with an enrollment token (elasticsearch-create-enrollment-token -s kibana), or with the user kibana_system.',
    ];
  }
  if ((major(version) === 7 && minor >= 1) || (major(version) === 6 && minor >= 8)) {
    return [
      'Set xpack.security.enabled: true in elasticsearch.yml on every node, and set the passwords with elasticsearch-setup-passwords.',
      'Give Kibana its own user (kibana_system, or kibana before 7.8) in kibana.yml, with the password in the Kibana keystore.',
    ];
  }
  return [
    'Plan the upgrade: this version has no logins in its free licence; 6.8 and 7.1 are the first that have.',
    'Until then put a proxy with logins in front of it, and let nothing else reach the port.',
  ];
}
