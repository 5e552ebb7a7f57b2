// Elasticsearch and OpenSearch: the HTTP port and the transport port between nodes.
// https://www.elastic.co/docs/api/doc/elasticsearch/ and https://docs.opensearch.org/latest/api-reference/
import type { Rule, Sign } from '../finding.ts';
import { Ended } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Recognition, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { errorSchema, readRoot } from '../wire/elasticsearch.ts';
import { examineCluster, isKnownAsAnonymous, isRefused } from '../wire/elasticsearch-session.ts';
import { FIRST_QUESTION, type Answer as HttpAnswer } from '../wire/http.ts';
import { startsLike, untilClose } from '../wire/text.ts';

const WHY_OPEN =
  'It keeps logs, searches, documents and the text of conversations so that they can be searched. This one asks nobody ' +
  'for a login: whoever reaches the port may list every index, search and copy all documents with a browser, change or ' +
  'delete them. Open clusters are found by automatic scanners within hours; many have been copied, wiped and held to ransom.';

const NO_AUTHENTICATION: Rule = {
  id: 'elasticsearch/no-authentication',
  severity: 'critical',
  title: 'Elasticsearch serves anyone who connects',
  why: `Elasticsearch is a search engine. ${WHY_OPEN}`,
  remedy: ({ version }) => ({
    summary: 'Turn the security features on, give each user a password, and listen on internal addresses only.',
    steps: [
      'Close ports 9200 and 9300 to everybody but the application hosts and the other nodes, before anything else.',
      ...securitySteps(version),
      'Bind http and transport to internal addresses (network.host).',
      'Treat what the indices held as known to strangers: rotate every secret in them and check that no index is missing.',
    ],
    configuration: {
      file: '/etc/elasticsearch/elasticsearch.yml',
      text: hasFreeSecurity(version)
        ? 'network.host: _local_\nxpack.security.enabled: true\nxpack.security.transport.ssl.enabled: true'
        : 'network.host: _local_',
    },
    verify: 'curl http://HOST:9200/ has to answer 401 and security_exception, or not to connect at all.',
    reference:
      major(version) >= 8
        ? 'https://www.elastic.co/docs/deploy-manage/security/self-setup'
        : 'https://www.elastic.co/guide/en/elasticsearch/reference/7.17/security-minimal-setup.html',
  }),
};

const OPENSEARCH_NO_AUTHENTICATION: Rule = {
  id: 'elasticsearch/opensearch-no-authentication',
  severity: 'critical',
  title: 'OpenSearch serves anyone who connects',
  why: `OpenSearch is a search engine. ${WHY_OPEN}`,
  remedy: ({ version }) => ({
    summary: 'Run OpenSearch with its Security plugin, and listen on internal addresses only.',
    steps: [
      'Close ports 9200 and 9300 to everybody but the application hosts and the other nodes, before anything else.',
      'Install the Security plugin where it is missing, and remove plugins.security.disabled: true from opensearch.yml on all nodes.',
      'Give the nodes certificates of your own for the transport and the HTTP layer; the demo certificates are public.',
      isAtLeast(version, 2, 12)
        ? 'Set the first administrator password with OPENSEARCH_INITIAL_ADMIN_PASSWORD before the demo setup, or in internal_users.yml.'
        : 'Change the password of the user admin in internal_users.yml: its default is public.',
      'Apply the configuration with securityadmin.sh, and give each application a user with the rights it needs.',
      'Treat what the indices held as known to strangers: rotate every secret in them and check that no index is missing.',
    ],
    configuration: {
      file: '/etc/opensearch/opensearch.yml',
      text: 'network.host: _local_\nplugins.security.ssl.http.enabled: true\n# and no line plugins.security.disabled: true',
    },
    verify: 'curl -k https://HOST:9200/ has to answer 401 Unauthorized.',
    reference: 'https://docs.opensearch.org/latest/security/configuration/index/',
  }),
};

const ANONYMOUS_USER: Rule = {
  id: 'elasticsearch/anonymous-user',
  severity: 'high',
  title: 'The search cluster lets strangers in as an anonymous user',
  why:
    'Security is on in this cluster, and a user for people without a login is configured. What that user may see, everybody ' +
    'who reaches the port may see. Such users are meant for a public search or a health check, and tend to be given more ' +
    'indices over time than anybody remembers.',
  remedy: () => ({
    summary: 'Turn the anonymous user off, or give it nothing but what the public may see.',
    steps: [
      'Elasticsearch: remove xpack.security.authc.anonymous from elasticsearch.yml on every node, and restart them one by one.',
      'OpenSearch: set anonymous_auth_enabled to false in config.yml of the Security plugin, and apply it with securityadmin.sh.',
      'Where a public search is wanted, put a service in front of the cluster that asks the one allowed question with a user of its own.',
    ],
    configuration: {
      file: 'opensearch-security/config.yml',
      text: 'config:\n  dynamic:\n    http:\n      anonymous_auth_enabled: false',
    },
    verify: 'curl http://HOST:9200/_cat/indices has to answer 401.',
    reference: 'https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/anonymous-access',
  }),
};

const TRANSPORT_PLAIN: Rule = {
  id: 'elasticsearch/transport-reachable',
  severity: 'medium',
  title: 'The port between cluster nodes is reachable and speaks without TLS',
  why:
    'The nodes of a search cluster talk to each other on this port, and whoever may talk there as a node may do everything. ' +
    'It answered in plain words, so certificates do not protect it. Nobody but the other nodes should reach it. ' +
    'Whether a stranger would be accepted as a node was not tried.',
  remedy: () => ({
    summary: 'Let only the other nodes reach the transport port, and put TLS with certificates on it.',
    steps: [
      'Restrict port 9300 to the addresses of the other nodes (firewall), or bind it with transport.host.',
      'Elasticsearch: set xpack.security.transport.ssl.enabled to true with certificates made by elasticsearch-certutil.',
      'OpenSearch: use the Security plugin, which wants TLS certificates for this layer.',
      'On a single node without a cluster, bind it to loopback.',
    ],
    configuration: { file: '/etc/elasticsearch/elasticsearch.yml', text: 'transport.host: _local_' },
    verify: 'curl http://HOST:9300/ from a host that is no node has to fail to connect.',
    reference: 'https://www.elastic.co/guide/en/elasticsearch/reference/7.17/security-basic-setup.html',
  }),
};

export default defineStore({
  products: [
    { id: 'elasticsearch', title: 'Elasticsearch' },
    { id: 'opensearch', title: 'OpenSearch' },
  ],
  ports: [
    { port: 9200, transport: 'http' },
    { port: 9300, transport: 'transport' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://www.elastic.co/docs/api/doc/elasticsearch/',
  testedAgainst: 'stand-in',
  recognise: { retort: recogniseTransport, http: { transport: 'http', root: recogniseRoot } },
  rules: [NO_AUTHENTICATION, OPENSEARCH_NO_AUTHENTICATION, ANONYMOUS_USER, TRANSPORT_PLAIN],
  examine: (visit, sighting) => (sighting.transport === 'transport' ? examineTransport(visit) : examineHttp(visit)),
});

// ---- recognition

/** What the transport port says to a web client, in raw words, before it closes. */
const NOT_HTTP = 'This is not an HTTP port';

function recogniseTransport(bytes: Uint8Array): Recognition {
  const says = startsLike(bytes, NOT_HTTP);
  return says === 'yes' ? { transport: 'transport' } : says === 'so far' ? 'more' : undefined;
}

function recogniseRoot(answer: HttpAnswer): 'yes' | 'no' | Sighting {
  if (answer.text().startsWith(NOT_HTTP)) return { transport: 'transport' };
  return readRoot(answer) || isSecurityRefusal(answer) || isGateRefusal(answer) ? 'yes' : 'no';
}

/** The security features refuse in JSON, with an error type of their own. */
function isSecurityRefusal(answer: HttpAnswer): boolean {
  if (answer.status !== 401 && answer.status !== 403) return false;
  const error = answer.json(errorSchema)?.error;
  return error?.type === 'security_exception' || error?.root_cause?.[0]?.type === 'security_exception';
}

/** Security plugins of OpenSearch and its forebears refuse in a word, and Amazon's gate in JSON of its own. */
function isGateRefusal(answer: HttpAnswer): boolean {
  const said = answer.text().slice(0, 1024);
  if (answer.status === 503) return /^(?:OpenSearch|Open Distro) Security not initialized/.test(said);
  if (answer.status === 403) return /"Message":\s*"User: anonymous is not authorized to perform: es:/.test(said);
  return answer.status === 401 && PLUGIN_REALM.test(answer.header('www-authenticate'));
}

const PLUGIN_REALM = /realm="(OpenSearch Security|Open Distro Security|Search Guard)"/i;

// ---- the conversation

async function examineTransport(visit: Visit): Promise<Examination> {
  const caveats = ['What a stranger may do on the transport port was not tried: it would mean to join as a node.'];
  const known = { product: 'elasticsearch', posture: posture({ identify: 'no' }), caveats };
  const line = await visit.connect();
  if (line instanceof Ended) return { ...known, signs: [] };
  const said = await line.ask(FIRST_QUESTION, untilClose(4096));
  const proof = evidence(line.exchange(), 'GET /', 'the words of the transport port');
  line.close();
  const isPlain = !visit.tls && !(said instanceof Ended) && said.includes(NOT_HTTP);
  return { ...known, signs: isPlain ? [{ rule: TRANSPORT_PLAIN, evidence: [proof] }] : [] };
}

async function examineHttp(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/');
  if (answer instanceof Ended) return { product: 'elasticsearch', posture: posture({}), signs: [] };
  const root = readRoot(answer);
  const distribution = root?.version.distribution;
  const product = distribution === 'opensearch' || namesOpensearch(answer) ? 'opensearch' : 'elasticsearch';
  const version = root?.version.number;
  const about = {
    product,
    ...(version !== undefined && { version }),
    ...(distribution !== undefined && distribution !== 'opensearch' && { software: distribution }),
  };
  if (!root && !isRefused(answer)) return { ...about, posture: posture({}), signs: [] };
  if (!root && !isKnownAsAnonymous(answer)) return { ...about, posture: refused('no'), signs: [] };
  return { ...about, ...(await examineOpen(visit, product, root)) };
}

function namesOpensearch(answer: HttpAnswer): boolean {
  const said = `${answer.header('www-authenticate')} ${answer.text().slice(0, 2048)}`;
  return /OpenSearch Security|Open Distro Security|opendistro_security_anonymous|not authorized to perform: es:/.test(
    said,
  );
}

async function examineOpen(visit: Visit, product: string, root: ReturnType<typeof readRoot>) {
  const cluster = await examineCluster((path) => visit.http.get(path), { product, cluster: root?.cluster_name });
  const { posture, gate, inventory, proofs } = cluster;
  const isAnonymous = gate.kind === 'anonymous' || !root;
  const open = product === 'opensearch' ? OPENSEARCH_NO_AUTHENTICATION : NO_AUTHENTICATION;
  const sign: Sign = { rule: isAnonymous ? ANONYMOUS_USER : open, evidence: proofs };
  const isLetIn = isAnonymous || [posture.list, posture.count, posture.read].includes('yes');
  return { posture, ...(inventory && { inventory }), signs: isLetIn ? [sign] : [] };
}

// ---- versions

function major(version: string | undefined): number {
  const number = Number.parseInt(version ?? '', 10);
  return Number.isNaN(number) ? Infinity : number;
}

function isAtLeast(version: string | undefined, wantedMajor: number, wantedMinor: number): boolean {
  const minor = Number.parseInt(version?.split('.')[1] ?? '', 10);
  return major(version) > wantedMajor || (major(version) === wantedMajor && minor >= wantedMinor);
}

/** Logins and TLS are in the free licence since 6.8 and 7.1. */
function hasFreeSecurity(version: string | undefined): boolean {
  return isAtLeast(version, 7, 1) || (major(version) === 6 && isAtLeast(version, 6, 8));
}

function securitySteps(version: string | undefined): readonly string[] {
  if (major(version) >= 8) {
    return [
      'Remove xpack.security.enabled: false from elasticsearch.yml on every node: since version 8 security is on unless it was turned off.',
      'Set the password of the user elastic with elasticsearch-reset-password -u elastic, and create users and roles for the applications.',
    ];
  }
  if (hasFreeSecurity(version)) {
    return [
      'Set xpack.security.enabled: true in elasticsearch.yml on every node; with several nodes make certificates with elasticsearch-certutil for the transport layer first.',
      'Restart, set the passwords of the built-in users with elasticsearch-setup-passwords interactive, and create users and roles for the applications.',
    ];
  }
  return [
    'Plan the upgrade: this version has no logins in its free licence; 6.8 and 7.1 are the first that have.',
    'Until then put a proxy with logins in front of it, and let nothing else reach the port.',
  ];
}
