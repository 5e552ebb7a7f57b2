// Chroma, a vector store: version 1 and later in Rust, earlier in Python. https://docs.trychroma.com/reference/server/server-overview
import * as v from 'valibot';
import type { Evidence, Remedy, Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import { type Collection, type Container, column } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'chroma/no-authentication',
  severity: 'critical',
  title: 'Chroma serves anyone who connects',
  why:
    'Chroma keeps what language models look things up in: documents, conversations and notes as vectors, with the ' +
    'original text beside them. This one asks nobody for a login, and then whoever reaches the port may read all of it, ' +
    'put texts of their own in, which the models will repeat, and delete whole databases. Servers from version 1.0 on have ' +
    'no login of their own and pass over the settings of earlier ones without a word, so an upgrade may have opened it.',
  remedy: ({ version }) => closing(version),
};

const DATABASES_LISTED: Rule = {
  id: 'chroma/databases-listed',
  severity: 'medium',
  title: 'Chroma tells strangers the names of its databases or collections',
  why:
    'The names under which texts are kept are told to everybody, though the texts could not be asked for. Names often ' +
    'hold those of customers and projects, and an exception for some paths is one mistake away from more.',
  remedy: ({ version }) => ({ ...closing(version), summary: 'Demand the login for every path below /api.' }),
};

/** A login was a setting of the Python server until 0.6; the server of 1.0 left it to a proxy. */
function closing(version: string | undefined): Remedy {
  const hasLogin = version?.startsWith('0.') === true;
  return {
    summary: hasLogin ? 'Turn the login on, and plan for a proxy.' : 'Put a proxy with a login before Chroma.',
    steps: [
      'Close the port to everybody but the application hosts, before anything else.',
      ...(hasLogin
        ? [
            'Turn the login on with the settings below, and give the token to the applications.',
            'Before an upgrade to version 1.0 or later put a proxy before it: these settings have no effect there.',
          ]
        : [
            'Put a reverse proxy with TLS and a login (a token or client certificates) before it: since version 1.0 Chroma has none, and the settings of earlier versions have no effect.',
            'Let Chroma itself listen on loopback, and in Docker publish 127.0.0.1:8000:8000.',
          ]),
      'Restart, then treat what was kept in it as known to strangers, and check the collections for what was added.',
    ],
    configuration: hasLogin
      ? { file: 'environment of the server', text: loginSettings(version) }
      : { file: 'config.yaml, for chroma run --config', text: 'listen_address: "127.0.0.1"\nport: 8000' },
    verify: 'curl -i http://HOST:8000/api/v2/tenants/default_tenant/databases has to answer 401 or 403.',
    reference: hasLogin
      ? 'https://cookbook.chromadb.dev/security/auth/'
      : 'https://docs.trychroma.com/docs/overview/migration',
  };
}

/** The settings were renamed with 0.5. */
function loginSettings(version: string): string {
  return /^0\.[0-4](?:\.|$)/.test(version)
    ? 'CHROMA_SERVER_AUTH_PROVIDER=chromadb.auth.token.TokenAuthServerProvider\nCHROMA_SERVER_AUTH_CREDENTIALS_PROVIDER=chromadb.auth.token.TokenConfigServerAuthCredentialsProvider\nCHROMA_SERVER_AUTH_CREDENTIALS=A-LONG-RANDOM-TOKEN'
    : 'CHROMA_SERVER_AUTHN_PROVIDER=chromadb.auth.token_authn.TokenAuthenticationServerProvider\nCHROMA_SERVER_AUTHN_CREDENTIALS=A-LONG-RANDOM-TOKEN';
}

export default defineStore({
  products: [{ id: 'chroma', title: 'Chroma' }],
  ports: [{ port: 8000, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.trychroma.com/reference/server/server-overview',
  testedAgainst: 'recorded real server',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm } },
  rules: [NO_AUTHENTICATION, DATABASES_LISTED],
  examine,
});

// ---- recognition

/** Nothing is at `/`: what is said there is a header of its own, or what FastAPI says in any program. */
function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (answer.headers.has('chroma-trace-id')) return 'yes';
  return heartbeatPath(answer) === undefined ? 'no' : 'maybe';
}

/** Where its heart may be felt without a login: in Python it was at v1 in all versions, in Rust it is at v2. */
function heartbeatPath(root: HttpAnswer): string | undefined {
  const body = root.text();
  const isPython =
    (root.status === 404 && body === '{"detail":"Not Found"}') ||
    (root.status === 401 && body === '{"error":"Unauthorized"}');
  if (isPython) return '/api/v1/heartbeat';
  const isBare = root.status === 404 && body === '' && !root.headers.has('server') && !root.headers.has('content-type');
  return isBare ? '/api/v2/heartbeat' : undefined;
}

const heartbeatSchema = v.looseObject({ 'nanosecond heartbeat': v.number() });

async function confirm(http: HttpClient): Promise<boolean> {
  const root = await http.get('/');
  const path = root instanceof Ended ? undefined : heartbeatPath(root);
  const answer = path === undefined ? undefined : await http.get(path);
  return answer !== undefined && !(answer instanceof Ended) && answer.json(heartbeatSchema) !== undefined;
}

// ---- the conversation

const DEFAULT_TENANT = 'default_tenant';
const DEFAULT_DATABASE = 'default_database';
const OTHER_TENANTS =
  'Only the tenant default_tenant was looked into: Chroma lists the databases of a tenant whose name one knows, and names were not guessed.';
const VERSION_ONE =
  'Servers from version 1.0 on tell strangers the number of their interface, 1.0.0, and not the version of the program.';

async function examine({ http }: Visit): Promise<Examination> {
  const { version, api } = await versionOf(http);
  const about = { product: 'chroma', ...(version !== undefined && { version }) };
  const identify = version !== undefined ? 'yes' : 'no';
  const listed = await databasesOf(http, api);
  if (listed.answer === 'no') return { ...about, posture: refused(identify), signs: [] };
  const looked = await lookInto(http, listed.databases);
  if (listed.answer === 'unknown' && looked.read === 'no') return { ...about, posture: refused(identify), signs: [] };
  const isOpen = looked.read === 'yes';
  const list = isOpen || listed.answer === 'yes' ? 'yes' : 'unknown';
  const proofs = [
    ...(listed.by ? [proof(listed.by, 'GET /api/v2/tenants/default_tenant/databases', 'names of databases')] : []),
    ...(looked.by ? [proof(looked.by, `GET /api/${api}/…/collections`, 'names of collections')] : []),
  ];
  const signs: Sign[] =
    list === 'yes' ? [{ rule: isOpen ? NO_AUTHENTICATION : DATABASES_LISTED, evidence: proofs }] : [];
  return {
    ...about,
    // Where no login is asked for there is no other gate: the same paths take what is written and deleted.
    posture: isOpen
      ? posture({ identify: 'yes', list, count: looked.count, read: 'yes', write: 'yes', administer: 'yes' })
      : posture({ identify: 'yes', list, count: looked.count, read: looked.read }),
    ...(looked.containers.length > 0 && {
      inventory: { containers: looked.containers, ...(looked.truncated && { truncated: true as const }) },
    }),
    signs,
    caveats: [...(version === '1.0.0' ? [VERSION_ONE] : []), ...(list === 'yes' ? [OTHER_TENANTS] : [])],
  };
}

function proof(answer: HttpAnswer, asked: string, what: string): Evidence {
  return evidence(answer.exchange, asked, `HTTP ${answer.status}: ${what}, without a login`);
}

type Api = 'v1' | 'v2';

/** The version, and the newest interface that tells it: v2 came with 0.5.16. Before it a login wanted unknown paths too. */
async function versionOf(http: HttpClient): Promise<{ version?: string; api: Api }> {
  for (const api of ['v2', 'v1'] as const) {
    const answer = await http.get(`/api/${api}/version`);
    const version = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(v.string());
    if (version !== undefined) return { version, api };
  }
  return { api: 'v2' };
}

interface Database {
  readonly name: string;
  /** Where its collections are, without a slash at the end; counts are below. */
  readonly collections: string;
  /** What is added to list them: v1 names the tenant and the database behind the path. */
  readonly query: string;
}

const namedSchema = v.array(v.looseObject({ name: v.string() }));

async function databasesOf(
  http: HttpClient,
  api: Api,
): Promise<{ databases: Database[]; answer: Answer; by?: HttpAnswer }> {
  if (api === 'v1') {
    const collections = '/api/v1/collections';
    const query = `?tenant=${DEFAULT_TENANT}&database=${DEFAULT_DATABASE}`;
    return { databases: [{ name: DEFAULT_DATABASE, collections, query }], answer: 'unknown' };
  }
  const path = `/api/v2/tenants/${DEFAULT_TENANT}/databases`;
  const at = (name: string) => ({ name, collections: `${path}/${encodeURIComponent(name)}/collections`, query: '' });
  const answer = await http.get(path);
  if (answer instanceof Ended) return { databases: [], answer: 'unknown' };
  if (isRefused(answer)) return { databases: [], answer: 'no' };
  const named = answer.status === 200 ? answer.json(namedSchema) : undefined;
  if (named) return { databases: named.map(({ name }) => at(name)), answer: 'yes', by: answer };
  // Before 0.6 the list could not be asked for, and a path of v2 answered another method only.
  return { databases: [404, 405].includes(answer.status) ? [at(DEFAULT_DATABASE)] : [], answer: 'unknown' };
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

// ---- databases: names, counts and fields of collections; no record is asked for

/** A server with a thousand databases is not asked about each. */
const MAX_DATABASES = 10;
const MAX_COUNTS = 25;

const key = v.fallback(v.record(v.string(), v.unknown()), {});
const collectionsSchema = v.array(
  v.looseObject({
    id: v.string(),
    name: v.string(),
    dimension: v.fallback(v.optional(v.nullable(v.number())), undefined),
    schema: v.fallback(v.optional(v.nullable(v.looseObject({ keys: v.record(v.string(), key) }))), undefined),
  }),
);
type Listed = v.InferOutput<typeof collectionsSchema>[number];

interface Looked {
  readonly containers: Container[];
  readonly read: Answer;
  readonly count: Answer;
  readonly truncated: boolean;
  readonly by?: HttpAnswer;
}

async function lookInto(http: HttpClient, databases: readonly Database[]): Promise<Looked> {
  const counting = { left: MAX_COUNTS, counted: 0, refused: 0, cut: databases.length > MAX_DATABASES };
  const containers: Container[] = databases.map(({ name }) => ({ name, collections: [] }));
  let by: HttpAnswer | undefined;
  let refusals = 0;
  for (const [i, database] of databases.slice(0, MAX_DATABASES).entries()) {
    const answer = await http.get(`${database.collections}${database.query}`);
    if (answer instanceof Ended) break;
    if (isRefused(answer)) refusals += 1;
    const listed = answer.status === 200 ? answer.json(collectionsSchema) : undefined;
    if (!listed) continue;
    by ??= answer;
    const collections: Collection[] = [];
    for (const one of listed) collections.push(collectionOf(one, await countOf(http, database, one, counting)));
    containers[i] = { name: database.name, collections };
  }
  const read = by ? 'yes' : refusals > 0 && refusals === databases.length ? 'no' : 'unknown';
  const isEmpty = by !== undefined && containers.every(({ collections }) => collections.length === 0);
  const count = counting.counted > 0 || isEmpty ? 'yes' : counting.refused > 0 || read === 'no' ? 'no' : 'unknown';
  return {
    containers: by || databases.length > 1 ? containers : [],
    read,
    count,
    truncated: counting.cut,
    ...(by && { by }),
  };
}

async function countOf(
  http: HttpClient,
  database: Database,
  { id }: Listed,
  counting: { left: number; counted: number; refused: number; cut: boolean },
): Promise<number | undefined> {
  if (counting.left === 0) {
    counting.cut = true;
    return undefined;
  }
  counting.left -= 1;
  const answer = await http.get(`${database.collections}/${encodeURIComponent(id)}/count`);
  if (isRefused(answer)) counting.refused += 1;
  const rows =
    answer instanceof Ended || answer.status !== 200
      ? undefined
      : answer.json(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
  if (rows !== undefined) counting.counted += 1;
  return rows;
}

/** Since 1.0 the names and types of the fields are told too; those of Chroma itself begin with a number sign. */
function collectionOf({ name, dimension, schema }: Listed, rows: number | undefined): Collection {
  const keys = Object.entries(schema?.keys ?? {});
  const types = keys.map(([field, type]) => [field, Object.keys(type)[0] ?? ''] as const);
  const vector = typeof dimension === 'number' ? `vector(${dimension})` : 'vector';
  const columns = types.map(([field, type]) => column(field, field === '#embedding' ? vector : type));
  return {
    name,
    ...(rows !== undefined && { rows, rowsBasis: 'exact' as const }),
    columns: columns.length === 0 && typeof dimension === 'number' ? [column('#embedding', vector)] : columns,
  };
}
