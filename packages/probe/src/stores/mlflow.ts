// MLflow: the tracking server with its model registry. https://mlflow.org/docs/latest/rest-api.html
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import type { Collection, Container } from '../inventory.ts';
import { Ended, type Exchange } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type Answer as HttpAnswer, htmlTitle } from '../wire/http.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'mlflow/no-authentication',
  severity: 'critical',
  title: 'MLflow serves anyone who connects',
  why:
    'MLflow keeps the experiments of a data science team: parameters, results, models, and in newer versions the traces of ' +
    'conversations with language models. It has no logins unless they are turned on, and here they are not: whoever reaches ' +
    'the port may read, change and delete all of it, and a model that was swapped runs code where it is loaded.',
  remedy: ({ version }) => ({
    summary: 'Turn the logins on, and let only the network of the team reach the port.',
    steps: [
      'Close the port to everybody but the team and the training hosts, before anything else.',
      ...(hasLogins(version)
        ? [
            'Install mlflow[auth], set MLFLOW_FLASK_SERVER_SECRET_KEY, and start the server with --app-name basic-auth.',
            'Set an administrator password of your own: MLFLOW_AUTH_ADMIN_PASSWORD where this version asks for it, else change the documented default at once.',
            'Set default_permission to NO_PERMISSIONS in the authentication configuration, so that users see what they were granted.',
          ]
        : ['Upgrade: logins came with version 2.5. Until then put a proxy with logins in front of the server.']),
      'Compare the registered models with what your pipelines stored, and rotate credentials that stood in parameters and tags.',
    ],
    ...(hasLogins(version) && {
      configuration: { file: 'basic_auth.ini', text: '[mlflow]\ndefault_permission = NO_PERMISSIONS' },
    }),
    verify: "curl 'http://HOST:5000/api/2.0/mlflow/experiments/search?max_results=1' has to answer 401.",
    reference: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth',
  }),
};

const ARTIFACTS_PROXIED: Rule = {
  id: 'mlflow/artifacts-proxied',
  severity: 'high',
  title: 'MLflow hands the files of its storage to visitors',
  why:
    'This server stores the files of experiments (models, data sets, reports) itself, with credentials of its own, and gives ' +
    'them to whoever asks it. So a visitor reads and writes the storage behind it without a login there, and may replace a ' +
    'model that others load and run.',
  remedy: () => ({
    summary: 'Demand a login, or let clients go to the storage with rights of their own.',
    steps: [
      'Turn the logins on (see mlflow/no-authentication): they guard the files too.',
      'Where clients have rights of their own at the storage, start the server with --no-serve-artifacts and a --default-artifact-root there.',
      'Check the files of registered models against the digests of your pipelines.',
    ],
    verify: 'curl http://HOST:5000/api/2.0/mlflow-artifacts/artifacts has to answer 401 or 503.',
    reference: 'https://mlflow.org/docs/latest/self-hosting/architecture/artifact-store/',
  }),
};

export default defineStore({
  products: [{ id: 'mlflow', title: 'MLflow' }],
  ports: [{ port: 5000, transport: 'http' }],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://mlflow.org/docs/latest/rest-api.html',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [NO_AUTHENTICATION, ARTIFACTS_PROXIED],
  examine,
});

// ---- recognition

function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (isLoginWanted(answer)) return 'yes';
  if (answer.status === 200 && htmlTitle(answer.text()) === 'MLflow') return 'maybe';
  return isHostRefused(answer) ? 'maybe' : 'no';
}

/** The login app says where its documentation is; its realm stays where a proxy rewrites the page. */
function isLoginWanted(answer: HttpAnswer): boolean {
  if (answer.status !== 401) return false;
  return (
    /mlflow\.org\/docs\//.test(answer.text().slice(0, 512)) || /realm="mlflow"/.test(answer.header('www-authenticate'))
  );
}

/** Since 3.5 the server refuses unknown values of the Host header, and so the first question, which has none. */
function isHostRefused(answer: HttpAnswer): boolean {
  return answer.status === 403 && /^Invalid Host header - possible DNS rebinding attack/.test(answer.text());
}

async function confirm(http: HttpClient): Promise<boolean> {
  const version = await http.get('/version');
  if (version instanceof Ended) return false;
  if (readVersion(version) !== undefined || isLoginWanted(version) || isHostRefused(version)) return true;
  // Early versions have no page for it.
  return readPage(await http.get(OLD_EXPERIMENTS)) !== undefined;
}

/** The bare number, as text. */
function readVersion(answer: HttpAnswer | Ended): string | undefined {
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  return answer
    .text()
    .slice(0, 64)
    .match(/^\s*(\d+\.\d+\.\d+[\w.+-]{0,20})\s*$/)?.[1];
}

// ---- the conversation

const HOST_REFUSED =
  'The server refuses the name by which it was called (its list of allowed hosts). That is no login: a client that calls it by ' +
  'another name gets past it. Scan it by a name or an address that it accepts.';
const NO_COUNTS = 'MLflow keeps no count of the runs of an experiment; to count them would mean to read them.';

async function examine(visit: Visit): Promise<Examination> {
  const told = await visit.http.get('/version');
  const version = readVersion(told);
  const about = { product: 'mlflow', ...(version !== undefined && { version }) };
  const searched = await visit.http.get(EXPERIMENTS);
  const isOld = !(searched instanceof Ended) && searched.status === 404;
  const first = isOld ? await visit.http.get(OLD_EXPERIMENTS) : searched;
  if (first instanceof Ended) return { ...about, posture: posture({}), signs: [] };
  if (isHostRefused(first)) return { ...about, posture: posture({}), signs: [], caveats: [HOST_REFUSED] };
  const identify = version === undefined ? 'no' : 'yes';
  if (first.status === 401 || first.status === 403) return { ...about, posture: refused(identify), signs: [] };
  const experiments = await listFrom(visit, EXPERIMENTS, first);
  if (!experiments) return { ...about, posture: posture({ identify }), signs: [] };
  const models = await listFrom(visit, MODELS, await visit.http.get(MODELS));
  const containers: Container[] = [{ name: 'experiments', collections: experiments.collections }];
  if (models) containers.push({ name: 'registered models', collections: models.collections });
  const truncated = experiments.truncated || models?.truncated === true;
  return {
    ...about,
    // One gate stands before all of the interface: without the login app nobody is asked anything anywhere.
    posture: posture({ identify: 'yes', list: 'yes', read: 'yes', write: 'yes', administer: 'yes' }),
    inventory: { containers, ...(truncated && { truncated: true }) },
    signs: signsOf(first.exchange, experiments.servesFiles),
    caveats: [NO_COUNTS],
  };
}

function signsOf(exchange: Exchange, servesFiles: boolean): Sign[] {
  const proof = (what: string) => [evidence(exchange, 'GET experiments/search', `HTTP 200: ${what}, without a login`)];
  return [
    { rule: NO_AUTHENTICATION, evidence: proof('a list of experiments') },
    ...(servesFiles ? [{ rule: ARTIFACTS_PROXIED, evidence: proof('artifact locations on the server itself') }] : []),
  ];
}

// ---- lists

const EXPERIMENTS = '/api/2.0/mlflow/experiments/search?max_results=1000';
/** Before version 2. */
const OLD_EXPERIMENTS = '/api/2.0/mlflow/experiments/list';
const MODELS = '/api/2.0/mlflow/registered-models/search?max_results=1000';

/** A server with a million experiments is not listed to its end. */
const MAX_PAGES = 5;

const entries = v.array(
  v.looseObject({ name: v.string(), artifact_location: v.fallback(v.optional(v.string()), undefined) }),
);
const pageSchema = v.looseObject({
  experiments: v.optional(entries),
  registered_models: v.optional(entries),
  next_page_token: v.fallback(v.optional(v.string()), undefined),
});

interface Page {
  readonly entries: v.InferOutput<typeof entries>;
  readonly token: string | undefined;
}

function readPage(answer: HttpAnswer | Ended): Page | undefined {
  const page = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(pageSchema);
  if (!page || answer instanceof Ended) return undefined;
  const listed = page.experiments ?? page.registered_models;
  // An empty list is an empty object.
  const isEmpty = /^\s*\{\s*\}\s*$/.test(answer.text());
  return listed || isEmpty ? { entries: listed ?? [], token: page.next_page_token } : undefined;
}

interface Listed {
  readonly collections: readonly Collection[];
  readonly truncated: boolean;
  readonly servesFiles: boolean;
}

/** The names of a list that begins with this answer, page by page. */
async function listFrom(visit: Visit, path: string, first: HttpAnswer | Ended): Promise<Listed | undefined> {
  const collections: Collection[] = [];
  let servesFiles = false;
  let page = readPage(first);
  if (!page) return undefined;
  for (let pages = 1; ; pages += 1) {
    for (const { name, artifact_location } of page?.entries ?? []) {
      collections.push({ name, columns: [] });
      servesFiles ||= artifact_location?.startsWith('mlflow-artifacts:') === true;
    }
    const token: string | undefined = page?.token;
    if (!page || (token && pages === MAX_PAGES)) return { collections, truncated: true, servesFiles };
    if (!token) return { collections, truncated: false, servesFiles };
    page = readPage(await visit.http.get(`${path}&page_token=${encodeURIComponent(token)}`));
  }
}

// ---- versions

function hasLogins(version: string | undefined): boolean {
  const [major, minor] = (version ?? '').split('.').map((part) => Number.parseInt(part, 10));
  if (major === undefined || Number.isNaN(major)) return true;
  return major > 2 || (major === 2 && (minor ?? 0) >= 5);
}
