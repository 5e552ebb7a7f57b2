// kubelet: the agent of Kubernetes on every node; port 10250 with TLS, and the read-only port 10255 without.
// https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/ and pkg/kubelet/server/server.go
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const REFERENCE = 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/';

const SETTINGS = {
  file: 'KubeletConfiguration, often /var/lib/kubelet/config.yaml',
  text: [
    'authentication:',
    '  anonymous:',
    '    enabled: false',
    '  webhook:',
    '    enabled: true',
    '  x509:',
    '    clientCAFile: /etc/kubernetes/pki/ca.crt',
    'authorization:',
    '  mode: Webhook',
    'readOnlyPort: 0',
  ].join('\n'),
};

const COMMANDS: Rule = {
  id: 'kubelet/anonymous-commands',
  severity: 'critical',
  title: 'The kubelet lets anyone run commands in its containers',
  why:
    'The kubelet starts and watches the containers of one machine of a Kubernetes cluster. This one takes requests without a ' +
    'login and allows them what it allows its API server: whoever reaches the port may run commands in every container of the ' +
    'machine, read what is kept there, and from there often take over the whole cluster.',
  remedy: () => ({
    summary: 'Turn anonymous requests off and let the API server decide who may do what.',
    steps: [
      'Close port 10250 to everybody but the control plane and the monitoring system, before anything else.',
      'Set authentication.anonymous.enabled to false and authorization.mode to Webhook on every node, and restart the kubelet.',
      'Take away every role binding that gives nodes/proxy to system:anonymous or system:unauthenticated.',
      'Look for containers and processes that nobody of yours has started, and rotate the secrets and the service account tokens of the pods of this node.',
    ],
    configuration: SETTINGS,
    verify: 'curl -k https://HOST:10250/runningpods/ has to answer 401 Unauthorized.',
    reference: REFERENCE,
  }),
};

const PODS: Rule = {
  id: 'kubelet/anonymous-pods',
  severity: 'critical',
  title: 'The kubelet tells anyone what its pods are made of',
  why:
    'The description of a pod names its images, its commands and its environment, and passwords often stand in the environment. ' +
    'This kubelet gives the descriptions of all pods of its machine to whoever reaches the port, without a login; running ' +
    'commands in them was not found to be allowed.',
  remedy: () => ({
    summary: 'Turn anonymous requests off and let the API server decide who may do what.',
    steps: [
      'Close port 10250 to everybody but the control plane and the monitoring system.',
      'Set authentication.anonymous.enabled to false and authorization.mode to Webhook on every node, and restart the kubelet.',
      'Take away every role binding that gives nodes/pods or nodes/proxy to system:anonymous or system:unauthenticated.',
      'Rotate passwords that stood in the environment of a pod, and keep them in Secret objects.',
    ],
    configuration: SETTINGS,
    verify: 'curl -k https://HOST:10250/runningpods/ has to answer 401 Unauthorized.',
    reference: REFERENCE,
  }),
};

const READ_ONLY_PORT: Rule = {
  id: 'kubelet/read-only-port',
  severity: 'high',
  title: 'The read-only port of the kubelet is on',
  why:
    'Besides its guarded port the kubelet has an old one that knows neither login nor encryption. It changes nothing, but gives ' +
    'the descriptions of all pods of the machine (images, commands and the environment, where passwords often stand) and its ' +
    'metrics to whoever reaches it.',
  remedy: () => ({
    summary: 'Turn the read-only port off: nothing needs it any more.',
    steps: [
      'Let the monitoring system ask port 10250 with a login of its own.',
      'Set readOnlyPort to 0 on every node, and restart the kubelet.',
      'Rotate passwords that stood in the environment of a pod, and keep them in Secret objects.',
    ],
    configuration: { file: SETTINGS.file, text: 'readOnlyPort: 0' },
    verify: 'curl http://HOST:10255/healthz has to fail to connect.',
    reference: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
  }),
};

const STATISTICS: Rule = {
  id: 'kubelet/anonymous-statistics',
  severity: 'medium',
  title: 'The kubelet tells anyone which pods it runs',
  why:
    'The statistics show no content, but the names of node, namespaces, pods and containers with their load: a map for an ' +
    'attacker. A role binding of this cluster gives them to requests without a login; the rest is refused.',
  remedy: () => ({
    summary: 'Take the right to nodes/stats from strangers.',
    steps: [
      'Find the role bindings that name system:anonymous or system:unauthenticated: kubectl get clusterrolebindings -o wide.',
      'Give nodes/stats to the service account of the monitoring system instead.',
      'Set authentication.anonymous.enabled to false on every node, and restart the kubelet.',
    ],
    configuration: SETTINGS,
    verify: 'curl -k https://HOST:10250/stats/summary has to answer 401 Unauthorized.',
    reference: REFERENCE,
  }),
};

export default defineStore({
  products: [{ id: 'kubelet', title: 'kubelet' }],
  ports: [
    { port: 10250, transport: 'http', tls: true },
    { port: 10255, transport: 'http' },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: REFERENCE,
  testedAgainst: 'stand-in',
  recognise: {
    // Paths that are not registered never get as far as the login: the answer of every server made with Go.
    http: {
      transport: 'http',
      root: (answer) => (answer.status === 404 && answer.text() === '404 page not found\n' ? 'maybe' : 'no'),
      confirm,
    },
  },
  rules: [COMMANDS, PODS, READ_ONLY_PORT, STATISTICS],
  examine,
});

// ---- recognition

/**
 * The smallest question that a closed kubelet refuses: it is guarded like /pods, and is answered with the names and
 * images of the containers that run, where /pods would give the environment too.
 */
const RUNNING = '/runningpods/';

const podList = v.looseObject({
  kind: v.literal('PodList'),
  items: v.nullable(v.array(v.looseObject({ metadata: v.looseObject({ namespace: v.string() }) }))),
});

async function confirm(http: HttpClient): Promise<boolean> {
  const answer = await http.get(RUNNING);
  if (answer instanceof Ended) return false;
  if (answer.json(podList) !== undefined || isWithoutDebugging(answer) || isForbidden(answer)) return true;
  if (!isUnauthorized(answer)) return false;
  // A server that asks for a login everywhere asks for it here too; the kubelet has no such path.
  const version = await http.get('/version');
  return !(version instanceof Ended) && version.status === 404;
}

/** enableDebuggingHandlers is false, or this is the read-only port; on a guarded port the login comes before this. */
function isWithoutDebugging(answer: HttpAnswer): boolean {
  return answer.status === 405 && answer.text().trim() === 'Debug endpoints are disabled.';
}

function isUnauthorized(answer: HttpAnswer): boolean {
  return answer.status === 401 && answer.text().trim() === 'Unauthorized';
}

/** `subresource=proxy`; where rights are told apart finer (KEP-2862), `subresource(s)=[pods proxy]`. */
function isForbidden(answer: HttpAnswer): boolean {
  return (
    answer.status === 403 && /^Forbidden \(user=.{1,200}, verb=\w+, resource=nodes, subresource/.test(answer.text())
  );
}

// ---- the conversation

const NO_STATISTICS = 'The statistics were not given, so that the pods could not be counted.';

async function examine(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get(RUNNING);
  if (answer instanceof Ended) return { product: 'kubelet', posture: posture({}), signs: [] };
  if (answer.status === 401) return { product: 'kubelet', posture: refused('no'), signs: [] };
  if (answer.status === 403) return examineForbidden(visit);
  if (isWithoutDebugging(answer)) return examineWithoutDebugging(visit, answer);
  const pods = answer.status === 200 ? answer.json(podList) : undefined;
  if (!pods) return { product: 'kubelet', posture: posture({}), signs: [] };
  const commands = await mayRunCommands(visit);
  const shown = evidence(answer.exchange, `GET ${RUNNING}`, 'HTTP 200: a list of pods, without a login');
  const proof = commands.proof ? [shown, commands.proof] : [shown];
  return {
    product: 'kubelet',
    ...(await versionOf(visit)),
    // The same right gives the pods' whole descriptions at /pods.
    posture: posture({
      identify: 'yes',
      list: 'yes',
      count: 'yes',
      read: 'yes',
      write: commands.answer,
      administer: commands.answer,
    }),
    inventory: inventoryOf((pods.items ?? []).map((pod) => pod.metadata.namespace)),
    signs: [{ rule: commands.answer === 'yes' ? COMMANDS : PODS, evidence: proof }],
  };
}

const PROFILES = '/debug/pprof/';

/**
 * Whether commands may be run, without running one: the page of profiles asks for the right nodes/proxy, as /exec does,
 * and commands are run by GET (WebSocket) too. Profiling that is turned off says so only to those who have the right.
 */
async function mayRunCommands(visit: Visit): Promise<{ answer: Answer; proof?: Sign['evidence'][number] }> {
  const answer = await visit.http.get(PROFILES);
  if (answer instanceof Ended) return { answer: 'unknown' };
  if (isUnauthorized(answer) || isForbidden(answer)) return { answer: 'no' };
  const isOff = answer.status === 405 && answer.text().trim() === 'profiling endpoint is disabled.';
  if (!isOff && !(answer.status === 200 && answer.text().includes('/debug/pprof/'))) return { answer: 'unknown' };
  const proof = evidence(answer.exchange, `GET ${PROFILES}`, 'what only the right nodes/proxy gives, without a login');
  return { answer: 'yes', proof };
}

/** The handlers by which a kubelet is changed are off, and what was asked got past the login, if there is one. */
async function examineWithoutDebugging(visit: Visit, answer: HttpAnswer): Promise<Examination> {
  const statistics = await statisticsOf(visit);
  const known = statistics.namespaces ? 'yes' : 'unknown';
  const shown = evidence(answer.exchange, `GET ${RUNNING}`, 'let in without a login; debugging handlers are off');
  return {
    product: 'kubelet',
    ...(await versionOf(visit)),
    posture: posture({ identify: 'yes', list: known, count: known, read: 'yes', write: 'no', administer: 'no' }),
    ...(statistics.namespaces && { inventory: inventoryOf(statistics.namespaces) }),
    signs: [{ rule: visit.tls ? PODS : READ_ONLY_PORT, evidence: [shown, ...statistics.proof] }],
    ...(!statistics.namespaces && { caveats: [NO_STATISTICS] }),
  };
}

/** Strangers have a name here, system:anonymous, and a role may give them the statistics alone. */
async function examineForbidden(visit: Visit): Promise<Examination> {
  const statistics = await statisticsOf(visit);
  if (statistics.namespaces) {
    return {
      product: 'kubelet',
      posture: { ...refused('yes'), list: 'yes', count: 'yes' },
      inventory: inventoryOf(statistics.namespaces),
      signs: [{ rule: STATISTICS, evidence: statistics.proof }],
    };
  }
  const known = statistics.isRefused ? 'no' : 'unknown';
  return { product: 'kubelet', posture: { ...refused('no'), list: known, count: known }, signs: [] };
}

interface Statistics {
  /** Of every pod the namespace; absent where the statistics were not given. */
  readonly namespaces?: readonly string[];
  readonly isRefused: boolean;
  readonly proof: Sign['evidence'];
}

const SUMMARY = '/stats/summary?only_cpu_and_memory=true';
const summary = v.looseObject({
  pods: v.nullable(v.array(v.looseObject({ podRef: v.looseObject({ namespace: v.string() }) }))),
});

async function statisticsOf(visit: Visit): Promise<Statistics> {
  const answer = await visit.http.get(SUMMARY);
  if (answer instanceof Ended) return { isRefused: false, proof: [] };
  const read = answer.status === 200 ? answer.json(summary) : undefined;
  if (!read) return { isRefused: answer.status === 401 || answer.status === 403, proof: [] };
  return {
    namespaces: (read.pods ?? []).map((pod) => pod.podRef.namespace),
    isRefused: false,
    proof: [evidence(answer.exchange, 'GET /stats/summary', 'HTTP 200: statistics of pods, without a login')],
  };
}

/** Only the metrics tell it. */
async function versionOf(visit: Visit): Promise<{ version?: string }> {
  const answer = await visit.http.get('/metrics', { headers: { 'Accept-Encoding': 'gzip' } });
  if (answer instanceof Ended || answer.status !== 200) return {};
  const line = answer.text().match(/^kubernetes_build_info\{[^}\n]{1,600}\}/m)?.[0];
  const version = line?.match(/git_version="v?(\d[\w.+-]{1,40})"/)?.[1];
  return version === undefined ? {} : { version };
}

/** Names of namespaces and how many pods of each are on this node; the pods' own names are not kept. */
function inventoryOf(namespaces: readonly string[]): Inventory {
  const counts = new Map<string, number>();
  for (const namespace of namespaces) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  return {
    containers: [...counts].map(([name, rows]) => ({
      name,
      collections: [{ name: 'pods', rows, rowsBasis: 'exact' as const, columns: [] }],
    })),
  };
}
