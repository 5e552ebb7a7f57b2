// The API server of Kubernetes, which keeps a cluster's state and its secrets. https://kubernetes.io/docs/reference/using-api/
import * as v from 'valibot';
import type { Evidence, Remedy, Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Container } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const ANONYMOUS_PAGE = 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests';

const ANONYMOUS_ADMINISTRATOR: Rule = {
  id: 'kubernetes/anonymous-administrator',
  severity: 'critical',
  title: 'Strangers are administrators of the Kubernetes cluster',
  why:
    'The API server is the control of a whole cluster. This one holds callers without a login for administrators: ' +
    'whoever reaches it may read every secret, start and stop programs on every machine, take over the cloud account ' +
    'behind it, and delete everything. Such clusters are found by automatic attackers and put to work for them within hours.',
  remedy: ({ version }) => closing(version),
};

const ANONYMOUS_ACCESS: Rule = {
  id: 'kubernetes/anonymous-access',
  severity: 'critical',
  title: 'Strangers may read or change objects of the Kubernetes cluster',
  why:
    'The API server is the control of a whole cluster. Somebody has given rights to callers without a login, so that ' +
    'whoever reaches it may read what runs there and how it is set up, often with passwords and keys in the settings, or ' +
    'may change some of it, which is a way to run programs of their own.',
  remedy: ({ version }) => closing(version),
};

const ANONYMOUS_LISTING: Rule = {
  id: 'kubernetes/anonymous-listing',
  severity: 'medium',
  title: 'Strangers may list namespaces of the Kubernetes cluster',
  why:
    'Somebody has given callers without a login the right to list what the cluster is divided into. Names of namespaces ' +
    'tell of customers, products and environments, and such a right has mostly been given by mistake, beside others.',
  remedy: ({ version }) => closing(version),
};

/** The port without TLS and login lost its effect with 1.20; anonymous callers could be limited to paths from 1.31 on. */
function closing(version: string | undefined): Remedy {
  const hasInsecurePort = !isAtLeast(version, 20);
  return {
    summary: 'Take all rights from callers without a login, and let only those who need it reach the API server.',
    steps: [
      'Restrict the network that reaches the API server (firewall, authorised networks, or a private endpoint), before anything else.',
      hasInsecurePort
        ? 'Start kube-apiserver with --insecure-port=0: that port asks for no login at all, and everybody on it is an administrator.'
        : 'If the answers came without TLS, stop the kubectl proxy (or another one) that passes requests on with its own login; it may listen on loopback only.',
      'Find the bindings to system:anonymous and system:unauthenticated: kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E "system:(anonymous|unauthenticated)"; only system:public-info-viewer belongs there.',
      'Delete the others, and make sure that --authorization-mode is Node,RBAC and not AlwaysAllow.',
      isAtLeast(version, 31)
        ? 'Allow anonymous callers on /livez, /readyz and /healthz only, with the anonymous section of an AuthenticationConfiguration file, or turn them off with --anonymous-auth=false.'
        : 'Where nothing needs them, turn anonymous callers off with --anonymous-auth=false.',
      'Look for workloads, accounts and bindings that strangers left, and rotate every secret of the cluster.',
    ],
    ...(isAtLeast(version, 31) && {
      configuration: {
        file: 'the file named by --authentication-config',
        text: 'apiVersion: apiserver.config.k8s.io/v1beta1\nkind: AuthenticationConfiguration\nanonymous:\n  enabled: true\n  conditions:\n  - path: /livez\n  - path: /readyz\n  - path: /healthz',
      },
    }),
    verify: 'curl -sk https://HOST:6443/api/v1/namespaces has to answer 401 or 403.',
    reference: ANONYMOUS_PAGE,
  };
}

export default defineStore({
  products: [{ id: 'kubernetes', title: 'Kubernetes API server' }],
  ports: [
    { port: 6443, transport: 'http', tls: true },
    { port: 8001, transport: 'http' },
    { port: 8080, transport: 'http' },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://kubernetes.io/docs/reference/using-api/api-concepts/',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [ANONYMOUS_ADMINISTRATOR, ANONYMOUS_ACCESS, ANONYMOUS_LISTING],
  examine,
});

// ---- recognition

const statusSchema = v.looseObject({
  kind: v.literal('Status'),
  apiVersion: v.literal('v1'),
  status: v.literal('Failure'),
  reason: v.picklist(['Unauthorized', 'Forbidden']),
});
const pathsSchema = v.looseObject({ paths: v.array(v.string()) });
const versionSchema = v.looseObject({ gitVersion: v.string(), platform: v.string() });

/** It refuses with an object of its own, or lists its paths; the servers of its extensions have no `/api` among them. */
function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (answer.status === 200) return answer.json(pathsSchema)?.paths.includes('/api') ? 'yes' : 'no';
  if (answer.status === 401) return isStatus(answer) ? 'yes' : 'no';
  return answer.status === 403 && isStatus(answer) ? 'maybe' : 'no';
}

function isStatus(answer: HttpAnswer): boolean {
  return answer.json(statusSchema) !== undefined;
}

/** The scheduler and the controller manager refuse `/` in the same words, but have no `/version`. */
async function confirm(http: HttpClient): Promise<boolean> {
  const answer = await http.get('/version');
  if (answer instanceof Ended) return false;
  return answer.status === 200 ? answer.json(versionSchema) !== undefined : isRefused(answer) && isStatus(answer);
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

// ---- the conversation

const RIGHTS_SCOPE =
  'Rights were asked for the namespace default and for the whole cluster; a role in another namespace may give strangers more.';

async function examine({ http }: Visit): Promise<Examination> {
  const root = await http.get('/');
  // With anonymous callers turned off everything is refused alike.
  if (!(root instanceof Ended) && root.status === 401) {
    return { product: 'kubernetes', posture: refused('no'), signs: [] };
  }
  const told = await http.get('/version');
  const version = told instanceof Ended || told.status !== 200 ? undefined : told.json(versionSchema)?.gitVersion;
  const about = { product: 'kubernetes', ...(version !== undefined && { version }) };
  const namespaces = await listOf(http, 'namespaces', MAX_NAMESPACES);
  const pods = await listOf(http, 'pods', 1);
  const rights = await rightsOf(http);
  const known = postureOf(version, namespaces, pods, rights);
  if (known.list !== 'yes' && known.read !== 'yes' && known.write !== 'yes') {
    return { ...about, posture: known, signs: [] };
  }
  const others: Listed[] = [];
  for (const resource of ['nodes', 'configmaps', 'persistentvolumeclaims'])
    others.push(await listOf(http, resource, 1));
  const listed = [namespaces, pods, ...others];
  const sign: Sign = {
    rule: ruleOf(known),
    evidence: [...listed.flatMap((one) => one.evidence), ...(rights.evidence ?? [])],
  };
  return {
    ...about,
    posture: known,
    inventory: { containers: inventoryOf(namespaces, listed), ...(namespaces.isCut && { truncated: true as const }) },
    signs: [sign],
    ...(rights.evidence && { caveats: [RIGHTS_SCOPE] }),
  };
}

function ruleOf(known: Posture): Rule {
  if (known.administer === 'yes') return ANONYMOUS_ADMINISTRATOR;
  return known.read === 'yes' || known.write === 'yes' ? ANONYMOUS_ACCESS : ANONYMOUS_LISTING;
}

function postureOf(version: string | undefined, namespaces: Listed, pods: Listed, rights: Rights): Posture {
  const identify = version === undefined ? 'no' : 'yes';
  const isRefusedAll = namespaces.answer === 'no' && pods.answer === 'no';
  if (isRefusedAll && rights.isRefused) return refused(identify);
  const lists = [namespaces, pods];
  const list = lists.some((one) => one.answer === 'yes') ? 'yes' : isRefusedAll ? 'no' : 'unknown';
  const counted = lists.some((one) => one.rows !== undefined);
  // Who may list pods may read them whole: with a limit of one and as a table it is the same right.
  const isRead = pods.answer === 'yes' || rights.read === 'yes';
  return posture({
    identify: list === 'yes' || isRead ? 'yes' : version !== undefined ? 'yes' : 'unknown',
    list,
    count: counted ? 'yes' : isRefusedAll ? 'no' : 'unknown',
    read: isRead ? 'yes' : isRefusedAll ? 'no' : 'unknown',
    write: rights.write,
    administer: rights.administer,
  });
}

// ---- lists: as tables without objects, so that no setting, label or annotation is sent

/** Names of namespaces at most, in one answer. */
const MAX_NAMESPACES = 500;
/** Tables have been there since 1.10; a server that has none answers 406, and sends no object either. */
const AS_TABLE = {
  Accept: 'application/json;as=Table;v=v1;g=meta.k8s.io, application/json;as=Table;v=v1beta1;g=meta.k8s.io',
};

const tableSchema = v.looseObject({
  kind: v.literal('Table'),
  metadata: v.looseObject({
    continue: v.fallback(v.optional(v.string()), undefined),
    remainingItemCount: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined),
  }),
  columnDefinitions: v.array(v.looseObject({ name: v.string() })),
  rows: v.nullable(v.array(v.looseObject({ cells: v.array(v.unknown()) }))),
});

interface Listed {
  readonly resource: string;
  readonly answer: Answer;
  readonly names: readonly string[];
  readonly rows?: number;
  /** The API server calls the number of what is left of a cut list an estimate. */
  readonly isCut: boolean;
  readonly evidence: readonly Evidence[];
}

async function listOf(http: HttpClient, resource: string, limit: number): Promise<Listed> {
  const path = `/api/v1/${resource}?limit=${limit}&includeObject=None`;
  const answer = await http.get(path, { headers: AS_TABLE });
  const nothing = { resource, names: [], isCut: false, evidence: [] };
  if (answer instanceof Ended) return { ...nothing, answer: 'unknown' };
  if (isRefused(answer)) return { ...nothing, answer: 'no' };
  const table = answer.status === 200 ? answer.json(tableSchema) : undefined;
  if (!table) return { ...nothing, answer: 'unknown' };
  const at = table.columnDefinitions.findIndex(({ name }) => name === 'Name');
  const names = (table.rows ?? []).map(({ cells }) => cells[at]).filter((cell) => typeof cell === 'string');
  const isCut = (table.metadata.continue ?? '') !== '';
  const left = isCut ? table.metadata.remainingItemCount : 0;
  return {
    resource,
    answer: 'yes',
    names,
    ...(left !== undefined && { rows: names.length + left }),
    isCut,
    evidence: [evidence(answer.exchange, `GET ${path}`, 'a table, without a login')],
  };
}

function inventoryOf(namespaces: Listed, listed: readonly Listed[]): Container[] {
  const counted = listed.flatMap(({ resource, answer, rows, isCut }): Collection[] => {
    if (answer !== 'yes') return [];
    const basis = isCut ? ('estimate' as const) : ('exact' as const);
    return [{ name: resource, ...(rows !== undefined && { rows, rowsBasis: basis }), columns: [] }];
  });
  const names = namespaces.names.map((name): Collection => ({ name, columns: [] }));
  return [
    { name: 'cluster', collections: counted },
    ...(names.length > 0 ? [{ name: 'namespaces', collections: names }] : []),
  ];
}

// ---- rights: what the API server says that a stranger may do

const rule = v.looseObject({
  verbs: v.array(v.string()),
  apiGroups: v.fallback(v.array(v.string()), []),
  resources: v.fallback(v.array(v.string()), []),
  resourceNames: v.fallback(v.array(v.string()), []),
});
const reviewSchema = v.looseObject({
  kind: v.literal('SelfSubjectRulesReview'),
  status: v.looseObject({ resourceRules: v.array(rule), incomplete: v.fallback(v.boolean(), true) }),
});
type RightsRule = v.InferOutput<typeof rule>;

interface Rights {
  /** Not even this question was allowed. By default it is for those who have a login. */
  readonly isRefused: boolean;
  readonly read: Answer;
  readonly write: Answer;
  readonly administer: Answer;
  readonly evidence?: readonly Evidence[];
}

const REVIEW = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
const REVIEW_OF_DEFAULT = JSON.stringify({
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  spec: { namespace: 'default' },
});

/**
 * A question that Kubernetes asks by POST, as `kubectl auth can-i --list` does: the review is answered and not kept.
 * Secrets are never listed, since a list of them holds them; that they may be read stands in this answer.
 */
async function rightsOf(http: HttpClient): Promise<Rights> {
  const answer = await http.post(REVIEW, REVIEW_OF_DEFAULT);
  const isReview = !(answer instanceof Ended) && (answer.status === 201 || answer.status === 200);
  const status = isReview ? answer.json(reviewSchema)?.status : undefined;
  if (!status || !isReview) {
    return { isRefused: isRefused(answer), read: 'unknown', write: 'unknown', administer: 'unknown' };
  }
  const says = (test: (one: RightsRule) => boolean): Answer =>
    status.resourceRules.some(test) ? 'yes' : status.incomplete ? 'unknown' : 'no';
  return {
    isRefused: false,
    read: says((one) => grants(one, ['get', 'list', 'watch'], READABLE, [''])),
    write: says((one) => grants(one, ['create', 'update', 'patch', 'delete'], WRITABLE, ['', ...GROUPS])),
    administer: says((one) => grants(one, [], [], [])),
    evidence: [evidence(answer.exchange, `POST ${REVIEW}`, `${status.resourceRules.length} rules for a stranger`)],
  };
}

/** What holds data or settings; and what runs, or gives rights, once it is written, with the groups that it is in. */
const READABLE = ['secrets', 'configmaps', 'pods', 'pods/log', 'persistentvolumeclaims', 'events'];
const WORKLOADS = ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'];
const WRITABLE = [...READABLE, ...WORKLOADS, 'pods/exec', 'services', 'rolebindings', 'clusterrolebindings', 'nodes'];
const GROUPS = ['apps', 'batch', 'rbac.authorization.k8s.io'];

/**
 * Whether a rule gives one of these rights, or all there are. A rule for objects with certain names only is not counted:
 * it gives little, and mostly on purpose.
 */
function grants(one: RightsRule, verbs: string[], resources: string[], groups: string[]): boolean {
  const meets = (given: readonly string[], wanted: string[]) => ['*', ...wanted].some((word) => given.includes(word));
  if (one.resourceNames.length > 0) return false;
  return meets(one.verbs, verbs) && meets(one.resources, resources) && meets(one.apiGroups, groups);
}

/** Kubernetes has been at version 1 since 2015. True also for a version that is not known. */
function isAtLeast(version: string | undefined, minor: number): boolean {
  const match = version?.match(/^v?1\.(\d+)/);
  return match ? Number(match[1]) >= minor : true;
}
