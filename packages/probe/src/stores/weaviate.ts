// Weaviate, a vector store, over REST. https://docs.weaviate.io/weaviate/api/rest
import * as v from 'valibot';
import type { Evidence, Remedy, Rule } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import { type Collection, column } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const AUTHENTICATION_PAGE = 'https://docs.weaviate.io/deploy/configuration/authentication';

const NO_AUTHENTICATION: Rule = {
  id: 'weaviate/no-authentication',
  severity: 'critical',
  title: 'Weaviate lets strangers read its objects',
  why:
    'Weaviate keeps what language models look things up in: documents, conversations and records as vectors, with the ' +
    'original text beside them. Here anonymous access is on, which is meant for trials: whoever reaches the port may read ' +
    'every object of every collection and, unless a list of administrators forbids it, change what the models will ' +
    'answer and delete all of it.',
  remedy: ({ version }) => closing(version),
};

const SCHEMA_EXPOSED: Rule = {
  id: 'weaviate/schema-exposed',
  severity: 'medium',
  title: 'Weaviate tells strangers its schema',
  why:
    'The names of collections and of their properties are told to everybody, though the objects could not be counted. ' +
    'Names tell what is kept and about whom, and an exception for some paths is one mistake away from more.',
  remedy: ({ version }) => closing(version),
};

/** Keys came with 1.18, roles with 1.29; before 1.18 there was OpenID Connect only. */
function closing(version: string | undefined): Remedy {
  const hasKeys = isAtLeast(version, 1, 18);
  return {
    summary: 'Turn anonymous access off and give each application a login.',
    steps: [
      'Close ports 8080 and 50051 to everybody but the application hosts, before anything else: 50051 is the same store over gRPC.',
      hasKeys
        ? 'Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED to false and turn API keys on, with a user for each application.'
        : 'Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED to false and use OpenID Connect; API keys exist since version 1.18.',
      isAtLeast(version, 1, 29)
        ? 'Give the users roles with AUTHORIZATION_RBAC_ENABLED and AUTHORIZATION_RBAC_ROOT_USERS, so that each may do what it needs.'
        : 'Say with AUTHORIZATION_ADMINLIST_ENABLED, …_USERS and …_READONLY_USERS who may write and who may only read.',
      'Restart, then treat what was kept in it as known to strangers, and check the collections for what was added.',
    ],
    configuration: {
      file: 'docker-compose.yml, environment of weaviate',
      text: hasKeys
        ? "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false'\nAUTHENTICATION_APIKEY_ENABLED: 'true'\nAUTHENTICATION_APIKEY_ALLOWED_KEYS: 'A-LONG-RANDOM-KEY'\nAUTHENTICATION_APIKEY_USERS: 'app'"
        : "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED: 'false'\nAUTHENTICATION_OIDC_ENABLED: 'true'",
    },
    verify: 'curl -i http://HOST:8080/v1/schema has to answer 401.',
    reference: AUTHENTICATION_PAGE,
  };
}

export default defineStore({
  products: [{ id: 'weaviate', title: 'Weaviate' }],
  ports: [{ port: 8080, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.weaviate.io/weaviate/api/rest',
  testedAgainst: 'recorded real server',
  recognise: { http: { transport: 'http', root: (answer) => (isWeaviate(answer) ? 'yes' : 'no') } },
  rules: [NO_AUTHENTICATION, SCHEMA_EXPOSED],
  examine,
});

// ---- recognition

const rootSchema = v.looseObject({
  links: v.looseObject({ href: v.literal('/v1'), name: v.literal('api v1'), documentationHref: v.string() }),
});

/** At `/` it sends everybody on to `/v1` with a word of its own, whatever its settings. */
function isWeaviate(answer: HttpAnswer): boolean {
  if (answer.status !== 301 || answer.header('location') !== '/v1') return false;
  return /\bweaviate\b/.test(answer.json(rootSchema)?.links.documentationHref ?? '');
}

// ---- the conversation

const metaSchema = v.looseObject({ version: v.string() });
const property = v.looseObject({ name: v.string(), dataType: v.fallback(v.array(v.string()), []) });
const classSchema = v.looseObject({
  class: v.string(),
  properties: v.fallback(v.optional(v.nullable(v.array(property))), undefined),
});
const schemaSchema = v.looseObject({ classes: v.nullable(v.array(classSchema)) });

async function examine({ http }: Visit): Promise<Examination> {
  const meta = await http.get('/v1/meta');
  if (isRefused(meta)) return { product: 'weaviate', posture: refused('yes'), signs: [] };
  const version = meta instanceof Ended ? undefined : meta.json(metaSchema)?.version;
  const about = { product: 'weaviate', ...(version !== undefined && { version }) };
  const told = await http.get('/v1/schema');
  if (isRefused(told)) return { ...about, posture: refused('yes'), signs: [] };
  const classes =
    told instanceof Ended || told.status !== 200 ? undefined : (told.json(schemaSchema)?.classes ?? undefined);
  // Where the login of strangers may see nothing, some versions answer with an empty schema and others break off.
  if (!classes || classes.length === 0) return { ...about, ...(await examineEmpty(http, classes !== undefined)) };
  const counts = await countsOf(
    http,
    classes.map((one) => one.class),
  );
  const rights = await rightsOf(http, counts.read);
  const listing = told instanceof Ended ? [] : [proof(told, 'GET /v1/schema', 'names of collections and properties')];
  const isOpen = counts.read === 'yes';
  return {
    ...about,
    posture: posture({
      identify: 'yes',
      list: 'yes',
      count: counts.rows.size > 0 ? 'yes' : counts.read === 'no' ? 'no' : 'unknown',
      read: counts.read,
      write: rights,
      administer: rights,
    }),
    inventory: {
      containers: [{ name: 'collections', collections: classes.map((one) => collectionOf(one, counts)) }],
      ...(counts.truncated && { truncated: true as const }),
    },
    signs: [{ rule: isOpen ? NO_AUTHENTICATION : SCHEMA_EXPOSED, evidence: [...listing, ...counts.evidence] }],
    ...(isOpen && rights === 'unknown' && { caveats: [RIGHTS_UNKNOWN] }),
  };
}

const RIGHTS_UNKNOWN =
  'Whether strangers may also write depends on a list of administrators, which this version does not tell without an attempt.';

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

function proof(answer: HttpAnswer, asked: string, what: string): Evidence {
  return evidence(answer.exchange, asked, `HTTP ${answer.status}: ${what}, without a login`);
}

/** No collection is shown: there is none, or this login may see none. The nodes are refused to such a login. */
async function examineEmpty(http: HttpClient, isListed: boolean): Promise<Omit<Examination, 'product'>> {
  const nodes = await http.get('/v1/nodes');
  if (isRefused(nodes)) return { posture: refused('yes'), signs: [] };
  if (!isListed || nodes instanceof Ended || nodes.status !== 200) {
    return { posture: posture({ identify: 'yes' }), signs: [] };
  }
  const rights = await rightsOf(http, 'yes');
  return {
    posture: posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: rights, administer: rights }),
    inventory: { containers: [{ name: 'collections', collections: [] }] },
    signs: [{ rule: NO_AUTHENTICATION, evidence: [proof(nodes, 'GET /v1/nodes', 'the state of the nodes')] }],
    ...(rights === 'unknown' && { caveats: [RIGHTS_UNKNOWN] }),
  };
}

// ---- objects: how many there are, by an aggregation that returns nothing but the count

/** Collections counted in one question, and in all. */
const CLASSES_AT_ONCE = 100;
const MAX_QUESTIONS = 5;

interface Counts {
  readonly rows: Map<string, number>;
  /** Collections counted exactly; those of the others are what the nodes last knew. */
  readonly exact: Set<string>;
  /** Whether the aggregation, which reads objects, was allowed. */
  read: Answer;
  truncated: boolean;
  readonly evidence: Evidence[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const countSchema = v.looseObject({
  data: v.looseObject({
    Aggregate: v.record(
      v.string(),
      v.fallback(v.nullable(v.array(v.looseObject({ meta: v.looseObject({ count }) }))), null),
    ),
  }),
});

/** A class name is a name of GraphQL too; another one is not put into a question. */
const CLASS_NAME = /^[A-Za-z][A-Za-z0-9_]{0,230}$/;

async function countsOf(http: HttpClient, names: readonly string[]): Promise<Counts> {
  const counts: Counts = { rows: new Map(), exact: new Set(), read: 'unknown', truncated: false, evidence: [] };
  const askable = names.filter((name) => CLASS_NAME.test(name));
  for (let from = 0; from < askable.length; from += CLASSES_AT_ONCE) {
    if (from >= CLASSES_AT_ONCE * MAX_QUESTIONS) break;
    const fields = askable.slice(from, from + CLASSES_AT_ONCE).map((name) => `${name}{meta{count}}`);
    // A question by POST: GraphQL knows no other way, and an aggregation changes nothing.
    const answer = await http.post('/v1/graphql', JSON.stringify({ query: `{Aggregate{${fields.join(' ')}}}` }));
    if (answer instanceof Ended) break;
    if (isRefused(answer)) counts.read = 'no';
    const told = answer.status === 200 ? answer.json(countSchema)?.data.Aggregate : undefined;
    if (!told) break;
    counts.read = 'yes';
    counts.evidence.push(proof(answer, 'POST /v1/graphql {Aggregate …{meta{count}}}', 'numbers of objects'));
    for (const [name, aggregates] of Object.entries(told)) addExact(counts, name, aggregates?.[0]?.meta.count);
  }
  // Collections with tenants are not counted as a whole, and GraphQL can be turned off.
  if (counts.read !== 'no' && names.some((name) => !counts.exact.has(name))) await addFromNodes(http, counts);
  return counts;
}

function addExact(counts: Counts, name: string, objects: number | undefined): void {
  if (objects === undefined) return;
  counts.rows.set(name, objects);
  counts.exact.add(name);
}

const nodesSchema = v.looseObject({
  nodes: v.array(
    v.looseObject({
      shards: v.fallback(
        v.nullable(v.array(v.looseObject({ class: v.string(), name: v.string(), objectCount: count }))),
        null,
      ),
    }),
  ),
});

/** Sums the shards of each collection. A shard can be on several nodes; their names can be those of tenants. */
async function addFromNodes(http: HttpClient, counts: Counts): Promise<void> {
  const answer = await http.get('/v1/nodes?output=verbose');
  if (answer instanceof Ended) return;
  if (isRefused(answer) && counts.read === 'unknown') counts.read = 'no';
  const nodes = answer.status === 200 ? answer.json(nodesSchema)?.nodes : undefined;
  if (!nodes) return;
  // Until roles came, which know no strangers, the login that may see the shards may read the objects.
  counts.read = 'yes';
  counts.evidence.push(proof(answer, 'GET /v1/nodes?output=verbose', 'numbers of objects'));
  const shards = new Map<string, { class: string; count: number }>();
  for (const shard of nodes.flatMap((node) => node.shards ?? [])) {
    const id = JSON.stringify([shard.class, shard.name]);
    const before = shards.get(id)?.count ?? 0;
    shards.set(id, { class: shard.class, count: Math.max(before, shard.objectCount) });
  }
  for (const shard of shards.values()) {
    // Nodes count what they have written to disk, minutes late: nothing is said of a shard that they know nothing of.
    if (counts.exact.has(shard.class) || shard.count === 0) continue;
    counts.rows.set(shard.class, (counts.rows.get(shard.class) ?? 0) + shard.count);
  }
}

function collectionOf(one: v.InferOutput<typeof classSchema>, counts: Counts): Collection {
  const rows = counts.rows.get(one.class);
  const columns = (one.properties ?? []).map(({ name, dataType }) => column(name, dataType.join(' or ')));
  const basis = counts.exact.has(one.class) ? ('exact' as const) : ('estimate' as const);
  return { name: one.class, ...(rows !== undefined && { rows, rowsBasis: basis }), columns };
}

// ---- rights

/**
 * Whether strangers are administrators, asked by a role that is not there: the list of administrators lets its readers
 * read all but roles, and without such a list everybody may do everything. Roles for strangers do not exist: with them
 * on, Weaviate does not start with anonymous access.
 */
async function rightsOf(http: HttpClient, read: Answer): Promise<Answer> {
  if (read !== 'yes') return 'unknown';
  const answer = await http.get('/v1/authz/roles/vigie-no-such-role');
  if (answer instanceof Ended) return 'unknown';
  if (isRefused(answer)) return 'no';
  // Versions without roles say of the path that it was not found; of the role nothing is said.
  return answer.status === 404 && answer.body.length === 0 && !answer.truncated ? 'yes' : 'unknown';
}

/** True also for a version that is not known: then the newest is assumed. */
function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const match = version?.match(/^(\d+)\.(\d+)/);
  if (!match) return true;
  return Number(match[1]) > major || (Number(match[1]) === major && Number(match[2]) >= minor);
}
