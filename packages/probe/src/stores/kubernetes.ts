// Kubernetes: the API server of a cluster. https://kubernetes.io/docs/reference/using-api/api-concepts/ and
// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Container, Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const ANONYMOUS_PAGE = 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests';
const VERIFY = 'curl -k https://HOST:6443/api/v1/namespaces?limit=1 has to answer 401 or 403.';

const ADMINISTRATOR: Rule = {
  id: 'kubernetes/anonymous-changes',
  severity: 'critical',
  title: 'The Kubernetes API lets strangers change the cluster',
  why:
    'The API server is the door to everything that a Kubernetes cluster runs and keeps. This one gives rights to change the ' +
    'cluster to requests without a login: whoever reaches the port may start programs on its machines, replace those that ' +
    'run, and usually get at every secret that is kept there.',
  remedy: ({ version }) => ({
    summary: 'Close the port to strangers, and take every right from requests without a login.',
    steps: [
      ...CLOSING,
      ...anonymousSteps(version),
      'Look for objects that nobody of yours has made: privileged pods, daemon sets, role bindings, webhooks; treat the cluster as taken over until shown otherwise.',
      'Rotate the secrets and the service account tokens.',
    ],
    ...configurationFor(version),
    verify: VERIFY,
    reference: ANONYMOUS_PAGE,
  }),
};

const READABLE: Rule = {
  id: 'kubernetes/anonymous-reads',
  severity: 'critical',
  title: 'The Kubernetes API lets strangers read its objects',
  why:
    'The objects of a cluster say what runs in it and how: images, commands, and the environment of programs, where passwords ' +
    'often stand. This API server gives them to requests without a login.',
  remedy: ({ version }) => ({
    summary: 'Take the rights to read from requests without a login.',
    steps: [
      ...CLOSING,
      ...anonymousSteps(version),
      'Rotate the passwords that stood in the objects that could be read.',
    ],
    ...configurationFor(version),
    verify: VERIFY.replace('namespaces', 'pods'),
    reference: ANONYMOUS_PAGE,
  }),
};

const LISTABLE: Rule = {
  id: 'kubernetes/anonymous-lists',
  severity: 'medium',
  title: 'The Kubernetes API lists namespaces to strangers',
  why:
    'The names of the namespaces tell which applications, teams and customers a cluster serves. This API server lists them to ' +
    'requests without a login, by a role binding that somebody made: a default installation does not.',
  remedy: ({ version }) => ({
    summary: 'Take away the role binding that gives lists to requests without a login.',
    steps: [...CLOSING, ...anonymousSteps(version)],
    ...configurationFor(version),
    verify: VERIFY,
    reference: ANONYMOUS_PAGE,
  }),
};

const CLOSING = ['Close the port of the API server to everybody but nodes, administrators and pipelines.'];

export default defineStore({
  products: [{ id: 'kubernetes', title: 'Kubernetes' }],
  ports: [
    { port: 6443, transport: 'http', tls: true },
    { port: 16443, transport: 'http', tls: true },
    { port: 8001, transport: 'http' },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://kubernetes.io/docs/reference/using-api/api-concepts/',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [ADMINISTRATOR, READABLE, LISTABLE],
  examine,
});

// ---- recognition

const rootPaths = v.looseObject({ paths: v.array(v.string()) });
const failure = v.looseObject({
  kind: v.literal('Status'),
  apiVersion: v.literal('v1'),
  status: v.literal('Failure'),
  message: v.fallback(v.string(), ''),
});
/** A release of Kubernetes; servers that extend the API tell versions of their own, below 1, in the same shape. */
const release = v.looseObject({ gitVersion: v.pipe(v.string(), v.regex(/^v[1-9]\d{0,2}\.\d/)), platform: v.string() });

/** Also the scheduler, the controller manager and extensions of the API are made so, and are told apart after. */
function recogniseRoot(answer: HttpAnswer): 'maybe' | 'no' {
  if (answer.status === 200) return answer.json(rootPaths)?.paths.some(isApiPath) === true ? 'maybe' : 'no';
  return isRefusal(answer) ? 'maybe' : 'no';
}

const isApiPath = (path: string) => path === '/api' || path === '/apis';

/** A 401 or 403 in the words of the API server itself. */
function isRefusal(answer: HttpAnswer): boolean {
  return (answer.status === 401 || answer.status === 403) && answer.json(failure) !== undefined;
}

async function confirm(http: HttpClient): Promise<boolean> {
  if ((await versionOf(http)) !== undefined) return true;
  const listed = await http.get(NAMESPACES, AS_TABLE);
  if (listed instanceof Ended) return false;
  if (tableOf(listed)) return true;
  // Where anonymous requests are off, every path is refused alike, and only by the API server: others leave them on.
  if (listed.status === 401) return isRefusal(listed);
  // Others know no resources and speak of the path that was asked for.
  return listed.status === 403 && /^namespaces is forbidden: /.test(listed.json(failure)?.message ?? '');
}

async function versionOf(http: HttpClient): Promise<string | undefined> {
  const answer = await http.get('/version');
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  return answer.json(release)?.gitVersion.slice(1);
}

// ---- lists

/**
 * Tables without their objects, whose annotations can repeat a whole specification: only the columns that kubectl
 * prints are sent. Of namespaces the names are kept, of pods the count alone.
 */
const NAMESPACES = '/api/v1/namespaces?limit=250&includeObject=None';
const PODS = '/api/v1/pods?limit=1&includeObject=None';
/** No plain JSON among them: a server that knows no tables (before 1.10) answers 406, not with whole objects. */
const AS_TABLE = {
  headers: {
    Accept: 'application/json;as=Table;g=meta.k8s.io;v=v1,application/json;as=Table;g=meta.k8s.io;v=v1beta1',
  },
};
/** A cluster with a million namespaces is not listed to its end. */
const MAX_PAGES = 4;

const table = v.looseObject({
  kind: v.literal('Table'),
  metadata: v.fallback(
    v.looseObject({
      continue: v.fallback(v.optional(v.string()), undefined),
      remainingItemCount: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined),
    }),
    {},
  ),
  rows: v.nullable(v.array(v.looseObject({ cells: v.array(v.unknown()) }))),
});

interface Page {
  /** The first column, which is the name. */
  readonly names: readonly string[];
  readonly next: string | undefined;
  /** All that there are, where this is the first page; undefined where the server does not count (before 1.15). */
  readonly total: number | undefined;
}

function tableOf(answer: HttpAnswer | Ended): Page | undefined {
  const read = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(table);
  if (!read) return undefined;
  const rows = read.rows ?? [];
  const names = rows.map((row) => row.cells[0]).filter((name) => typeof name === 'string');
  const { continue: next, remainingItemCount: rest } = read.metadata;
  return { names, next: next || undefined, total: next && rest === undefined ? undefined : rows.length + (rest ?? 0) };
}

// ---- the conversation

const NO_SECRETS =
  'Secrets and configuration maps were not asked for, not even for their number: an answer would hold their content.';
const PODS_UNCOUNTED = 'This version does not tell how many pods there are.';

async function examine(visit: Visit): Promise<Examination> {
  const { http } = visit;
  const version = await versionOf(http);
  const about = { product: 'kubernetes', ...(version !== undefined && { version }) };
  const identify = version === undefined ? 'no' : 'yes';
  const namespaces = await http.get(NAMESPACES, AS_TABLE);
  if (namespaces instanceof Ended) return { ...about, posture: posture({ identify }), signs: [] };
  // Who is not even called system:anonymous is refused everything but the paths that are open to all.
  if (namespaces.status === 401) return { ...about, posture: refused(identify), signs: [] };
  const pods = await http.get(PODS, AS_TABLE);
  const [namesPage, podsPage] = [tableOf(namespaces), tableOf(pods)];
  if (!namesPage && !podsPage) {
    const isClosed = isForbidden(namespaces) && isForbidden(pods);
    return { ...about, posture: isClosed ? refused(identify) : posture({ identify }), signs: [] };
  }
  const rights = await rightsOf(visit);
  // Who may list pods gets their whole descriptions from the same list.
  const read = podsPage ? 'yes' : rights.read;
  const { write, administer } = rights;
  const rule = write === 'yes' ? ADMINISTRATOR : read === 'yes' ? READABLE : LISTABLE;
  const shown = (answer: HttpAnswer | Ended, page: Page | undefined, what: string) =>
    page && !(answer instanceof Ended) ? [evidence(answer.exchange, `GET ${what}`, 'a list, without a login')] : [];
  return {
    ...about,
    posture: posture({
      identify: 'yes',
      list: namesPage ? 'yes' : isForbidden(namespaces) ? 'no' : 'unknown',
      count: countOf(namesPage, podsPage),
      read,
      write,
      administer,
    }),
    inventory: await inventoryOf(http, namesPage, podsPage),
    signs: [
      {
        rule,
        evidence: [
          ...shown(namespaces, namesPage, '/api/v1/namespaces'),
          ...shown(pods, podsPage, '/api/v1/pods'),
          ...rights.proof,
        ],
      },
    ],
    caveats: [NO_SECRETS, ...(podsPage && podsPage.total === undefined ? [PODS_UNCOUNTED] : [])],
  };
}

function isForbidden(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

function countOf(...pages: readonly (Page | undefined)[]): Answer {
  return pages.some((page) => page?.total !== undefined) ? 'yes' : 'unknown';
}

async function inventoryOf(http: HttpClient, first: Page | undefined, pods: Page | undefined): Promise<Inventory> {
  const names = [...(first?.names ?? [])];
  let next = first?.next;
  for (let pages = 1; next !== undefined && pages < MAX_PAGES; pages += 1) {
    const page = tableOf(await http.get(`${NAMESPACES}&continue=${encodeURIComponent(next)}`, AS_TABLE));
    if (!page) break;
    names.push(...page.names);
    next = page.next;
  }
  const cluster: Container[] =
    pods?.total === undefined
      ? []
      : [
          {
            name: '(all namespaces)',
            // The server's own word is that the number of what remains can be behind.
            collections: [{ name: 'pods', rows: pods.total, rowsBasis: 'estimate', columns: [] }],
          },
        ];
  const containers = [...cluster, ...names.map((name): Container => ({ name, collections: [] }))];
  return { containers, ...(next !== undefined && { truncated: true as const }) };
}

// ---- rights: what the server says that a stranger may do

/** A POST by the ways of the API; it is answered and forgotten, nothing is stored. Asked only where lists are given. */
const RULES_PATH = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
const RULES_QUESTION =
  '{"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1","spec":{"namespace":"default"}}';

const strings = v.fallback(v.array(v.string()), []);
const resourceRule = v.looseObject({
  verbs: strings,
  apiGroups: strings,
  resources: strings,
  // Rights to single objects by name are left out, and so is a rule whose names cannot be read.
  resourceNames: v.optional(v.fallback(v.array(v.string()), ['?'])),
});
const rulesReview = v.looseObject({
  kind: v.literal('SelfSubjectRulesReview'),
  status: v.looseObject({
    incomplete: v.fallback(v.boolean(), true),
    resourceRules: v.array(resourceRule),
  }),
});

interface Rights {
  readonly read: Answer;
  readonly write: Answer;
  readonly administer: Answer;
  readonly proof: Sign['evidence'];
}

async function rightsOf(visit: Visit): Promise<Rights> {
  const answer = await visit.http.post(RULES_PATH, RULES_QUESTION);
  const isGiven = !(answer instanceof Ended) && (answer.status === 200 || answer.status === 201);
  const review = isGiven ? answer.json(rulesReview)?.status : undefined;
  if (answer instanceof Ended || !review)
    return { read: 'unknown', write: 'unknown', administer: 'unknown', proof: [] };
  const rules = review.resourceRules.filter((rule) => (rule.resourceNames ?? []).length === 0);
  // Rights of one other namespace are not in this answer; those of the whole cluster are, where it is complete.
  const absent = review.incomplete ? 'unknown' : 'no';
  const all = rules.some((rule) => [rule.verbs, rule.apiGroups, rule.resources].every((part) => part.includes('*')));
  return {
    read: rules.some(readsContent) ? 'yes' : 'unknown',
    write: rules.some(changes) ? 'yes' : 'unknown',
    administer: all ? 'yes' : absent,
    proof: [evidence(answer.exchange, 'POST selfsubjectrulesreviews', 'the rights of a request without a login')],
  };
}

type ResourceRule = v.InferOutput<typeof resourceRule>;

function readsContent({ verbs, apiGroups, resources }: ResourceRule): boolean {
  return (
    includesAny(verbs, ['get', 'list', 'watch', '*']) &&
    includesAny(apiGroups, ['', '*']) &&
    includesAny(resources, ['secrets', 'configmaps', 'pods', 'pods/log', '*'])
  );
}

function changes({ verbs, apiGroups }: ResourceRule): boolean {
  // Questions about oneself are creations too, by their verb: every user may ask them.
  const groups = apiGroups.filter((group) => group !== 'authorization.k8s.io' && group !== 'authentication.k8s.io');
  return groups.length > 0 && includesAny(verbs, ['create', 'update', 'patch', 'delete', 'deletecollection', '*']);
}

function includesAny(list: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((word) => list.includes(word));
}

// ---- versions

function isBefore(version: string | undefined, major: number, minor: number): boolean {
  const [, a, b] = (version ?? '').match(/^(\d{1,4})\.(\d{1,4})/) ?? [];
  if (a === undefined || b === undefined) return false;
  return Number(a) < major || (Number(a) === major && Number(b) < minor);
}

function anonymousSteps(version: string | undefined): string[] {
  return [
    'Find the role bindings that name system:anonymous or system:unauthenticated (kubectl get clusterrolebindings,rolebindings -A -o wide) and delete all but system:public-info-viewer.',
    'Start the API server with --authorization-mode=Node,RBAC, never with AlwaysAllow.',
    ...(isBefore(version, 1, 20) ? ['Start it with --insecure-port=0: that port asks for no login at all.'] : []),
    isBefore(version, 1, 32)
      ? 'Where nothing needs requests without a login, start it with --anonymous-auth=false; health checks then need a login too.'
      : 'Allow requests without a login for the health checks only, by the file of --authentication-config; --anonymous-auth may then not be set besides.',
    'Where kubectl proxy runs on the port, stop it, or let it listen on loopback only.',
  ];
}

/** Conditions for anonymous requests are there by default from 1.32 on (KEP-4633), as v1 from 1.34. */
function configurationFor(version: string | undefined) {
  if (isBefore(version, 1, 32))
    return { configuration: { file: 'kube-apiserver.yaml', text: '--anonymous-auth=false' } };
  return {
    configuration: {
      file: 'the file named by --authentication-config',
      text: [
        `apiVersion: apiserver.config.k8s.io/${isBefore(version, 1, 34) ? 'v1beta1' : 'v1'}`,
        'kind: AuthenticationConfiguration',
        'anonymous:',
        '  enabled: true',
        '  conditions:',
        '  - path: /livez',
        '  - path: /readyz',
        '  - path: /healthz',
      ].join('\n'),
    },
  };
}
