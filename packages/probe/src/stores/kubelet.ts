// The kubelet, Kubernetes' agent on each node: its HTTPS port and its read-only port.
// https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
import * as v from 'valibot';
import type { Remedy, Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Container } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const ACCESS_PAGE = 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/';

const NO_AUTHENTICATION: Rule = {
  id: 'kubelet/no-authentication',
  severity: 'critical',
  title: 'The kubelet lets strangers into every container of the node',
  why:
    'The kubelet starts and watches all containers of a Kubernetes node. This one asks nobody who they are: whoever ' +
    'reaches the port may read the logs and settings of every container, with the passwords that often stand in both, and ' +
    'may run programs inside them, and from there use their accounts in the cluster. Automatic attackers look for this port.',
  remedy: () => closing('Let the kubelet ask who calls it, and ask the cluster what they may do.'),
};

const PODS_READABLE: Rule = {
  id: 'kubelet/pods-readable',
  severity: 'high',
  title: 'The kubelet shows strangers the settings of every pod',
  why:
    'The kubelet starts and watches all containers of a Kubernetes node. Here strangers may not run anything, but they may ' +
    'read how each container is set up: images, volumes, addresses, service accounts, and environment variables, in which ' +
    'passwords and keys often stand. That is so on the read-only port, which knows no login.',
  remedy: () => closing('Turn the read-only port off, and let the other one ask who calls it.'),
};

const STATISTICS_READABLE: Rule = {
  id: 'kubelet/statistics-readable',
  severity: 'medium',
  title: 'The kubelet tells strangers what runs on the node',
  why:
    'Somebody has allowed callers without a login to read the statistics of this node: the names of all namespaces, pods ' +
    'and volumes with their sizes. It is a map for an attacker, and names often hold those of customers.',
  remedy: () => closing('Give statistics to the accounts that collect them, and to nobody else.'),
};

/** The settings have kept their names since version 1.10; the read-only port is off by default in configuration files. */
function closing(summary: string): Remedy {
  return {
    summary,
    steps: [
      'Close ports 10250 and 10255 to everybody but the control plane and the collectors of metrics, before anything else.',
      'Set authentication.anonymous.enabled to false, authorization.mode to Webhook and readOnlyPort to 0 in the kubelet configuration; the flags --anonymous-auth, --authorization-mode and --read-only-port say the same and go before it.',
      'Look for roles over nodes/proxy, nodes/stats, nodes/metrics and nodes/pods that are bound to system:anonymous or system:unauthenticated, and take the bindings away.',
      'Restart the kubelet on every node, and rotate the secrets that stood in environment variables of pods.',
    ],
    configuration: {
      file: '/var/lib/kubelet/config.yaml',
      text: 'authentication:\n  anonymous:\n    enabled: false\n  webhook:\n    enabled: true\nauthorization:\n  mode: Webhook\nreadOnlyPort: 0',
    },
    verify:
      'curl -sk https://NODE:10250/pods has to answer Unauthorized, and http://NODE:10255/pods has to be unreachable.',
    reference: ACCESS_PAGE,
  };
}

export default defineStore({
  products: [{ id: 'kubelet', title: 'Kubernetes kubelet' }],
  ports: [
    { port: 10250, transport: 'http', tls: true },
    { port: 10255, transport: 'http' },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  testedAgainst: 'stand-in',
  recognise: {
    http: {
      transport: 'http',
      // Every Go program without a first page says so; what it says of pods tells the kubelet from the others.
      root: (answer) => (answer.status === 404 && answer.text() === '404 page not found\n' ? 'maybe' : 'no'),
      confirm: async (http) => saysOfPods(await podsOf(http)) !== undefined,
    },
  },
  rules: [NO_AUTHENTICATION, PODS_READABLE, STATISTICS_READABLE],
  examine,
});

// ---- recognition

/** Of the list of pods only its first words are kept: the rest has environment variables in it. */
const FIRST_WORDS = 48;

function podsOf(http: HttpClient): Promise<HttpAnswer | Ended> {
  return http.get('/pods', { maxBody: FIRST_WORDS });
}

/** What it says of the list of pods, in words of its own; kube-rbac-proxy, which has some of them, refuses `/` too. */
function saysOfPods(answer: HttpAnswer | Ended): 'shown' | 'no login' | 'forbidden' | undefined {
  if (answer instanceof Ended) return undefined;
  const text = answer.text();
  if (answer.status === 200) return /^\{"kind":"PodList",/.test(text) ? 'shown' : undefined;
  if (answer.status === 401) return text === 'Unauthorized' ? 'no login' : undefined;
  return answer.status === 403 && /^Forbidden \(user=\S+, verb=get, /.test(text) ? 'forbidden' : undefined;
}

// ---- the conversation

async function examine({ http }: Visit): Promise<Examination> {
  const pods = await podsOf(http);
  const said = saysOfPods(pods);
  const about = { product: 'kubelet' };
  if (said === 'no login') return { ...about, posture: refused('no'), signs: [] };
  const statistics = await http.get('/stats/summary');
  if (said === 'forbidden' && isRefused(statistics)) return { ...about, posture: refused('no'), signs: [] };
  const summary = statistics instanceof Ended ? undefined : readSummary(statistics);
  if (said !== 'shown' && !summary) return { ...about, posture: posture({}), signs: [] };
  const version = await versionOf(http);
  const rights = said === 'shown' ? await rightsOf(http) : FORBIDDEN;
  const proofs = [
    ...(said === 'shown' && !(pods instanceof Ended)
      ? [evidence(pods.exchange, 'GET /pods', 'a list of pods, of which only the first words were kept')]
      : []),
    ...(summary && !(statistics instanceof Ended)
      ? [evidence(statistics.exchange, 'GET /stats/summary', `the statistics of ${summary.length} pods`)]
      : []),
    ...(rights.by ? [evidence(rights.by.exchange, `GET ${NO_SUCH_LOG}`, `HTTP ${rights.by.status}`)] : []),
  ];
  const rule = rights.inside === 'yes' ? NO_AUTHENTICATION : said === 'shown' ? PODS_READABLE : STATISTICS_READABLE;
  const signs: Sign[] = [{ rule, evidence: proofs }];
  return {
    ...about,
    ...(version !== undefined && { version }),
    posture: posture({
      identify: 'yes',
      list: 'yes',
      count: summary ? 'yes' : 'unknown',
      read: said === 'shown' ? 'yes' : said === 'forbidden' ? 'no' : 'unknown',
      write: rights.inside,
      administer: rights.inside,
    }),
    ...(summary && { inventory: { containers: inventoryOf(summary) } }),
    signs,
  };
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

/** Among the kubelet's own measurements stands one that holds its version. */
async function versionOf(http: HttpClient): Promise<string | undefined> {
  const answer = await http.get('/metrics');
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  return answer.text().match(/^kubernetes_build_info\{[^}\n]*git_version="v?([^"\n]{1,60})"/m)?.[1];
}

// ---- rights

interface Rights {
  /** Whether a stranger may enter containers: the logs, commands and attachments of containers have one gate. */
  readonly inside: Answer;
  readonly by?: HttpAnswer;
}

const FORBIDDEN: Rights = { inside: 'no' };
const NO_SUCH_LOG = '/containerLogs/vigie/no-such-pod/no-such-container';

/** Asked by the log of a pod that is not there: who gets to hear that it is not there has passed the gate. */
async function rightsOf(http: HttpClient): Promise<Rights> {
  const answer = await http.get(NO_SUCH_LOG);
  if (answer instanceof Ended) return { inside: 'unknown' };
  const text = answer.text();
  if (answer.status === 404 && /^pod "?no-such-pod"? does not exist/.test(text)) return { inside: 'yes', by: answer };
  // The read-only port has no such path; on the other one the whole family of paths can be turned off.
  const isAbsent = answer.status === 404 && text === '404 page not found\n';
  const isOff = answer.status === 405 && text.startsWith('Debug endpoints are disabled');
  return { inside: isRefused(answer) || isAbsent || isOff ? 'no' : 'unknown', by: answer };
}

// ---- inventory: how many pods in each namespace, and how full the volumes are

const bytes = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined);
const reference = v.looseObject({ name: v.string(), namespace: v.string() });
const volume = v.looseObject({ usedBytes: bytes, pvcRef: v.fallback(v.optional(reference), undefined) });
const podSchema = v.looseObject({
  podRef: reference,
  volume: v.fallback(v.optional(v.array(volume)), undefined),
});
const summarySchema = v.looseObject({ node: v.looseObject({}), pods: v.array(podSchema) });
type Pod = v.InferOutput<typeof podSchema>;

function readSummary(answer: HttpAnswer): readonly Pod[] | undefined {
  return answer.status === 200 ? answer.json(summarySchema)?.pods : undefined;
}

function inventoryOf(pods: readonly Pod[]): Container[] {
  const byNamespace = Map.groupBy(pods, (pod) => pod.podRef.namespace);
  const namespaces = [...byNamespace].map(
    ([name, own]): Collection => ({ name, rows: own.length, rowsBasis: 'exact', columns: [] }),
  );
  const claims = new Map<string, Collection>();
  for (const { usedBytes, pvcRef } of pods.flatMap((pod) => pod.volume ?? [])) {
    if (!pvcRef) continue;
    const name = `${pvcRef.namespace}/${pvcRef.name}`;
    const size = usedBytes === undefined ? {} : { bytes: usedBytes, bytesBasis: 'exact' as const };
    claims.set(name, { name, ...size, columns: [] });
  }
  return [
    { name: 'pods by namespace', collections: namespaces },
    ...(claims.size > 0 ? [{ name: 'volumes', collections: [...claims.values()] }] : []),
  ];
}
