// Qdrant, a vector store, over REST. https://api.qdrant.tech/api-reference
import * as v from 'valibot';
import type { Remedy, Rule, Sign } from '../finding.ts';
import { type Collection, type Column, column } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const SECURITY_PAGE = 'https://qdrant.tech/documentation/security/';

const NO_AUTHENTICATION: Rule = {
  id: 'qdrant/no-authentication',
  severity: 'critical',
  title: 'Qdrant serves anyone who connects',
  why:
    'Qdrant keeps what language models look things up in: texts, conversations, documents and pictures as vectors, ' +
    'mostly with the original text beside them. This one asks for no key, and then whoever reaches the port may read ' +
    'all of it, change what the models will answer, delete collections, and take snapshots of the whole store away.',
  remedy: ({ version }) => closing(version),
};

const COLLECTIONS_LISTED: Rule = {
  id: 'qdrant/collections-listed',
  severity: 'medium',
  title: 'Qdrant tells strangers the names of its collections',
  why:
    'The names of the collections are told to everybody, though what is in them could not be asked for. Names often hold ' +
    'those of customers and projects, and they are what an attacker needs to try each collection. Qdrant itself has no ' +
    'such setting, so a proxy before it lets some paths through.',
  remedy: ({ version }) => ({
    ...closing(version),
    summary: 'Demand the key for every path, in the proxy and in Qdrant.',
  }),
};

/** Keys exist since 1.2.0; before, only the network can close it. */
function closing(version: string | undefined): Remedy {
  const hasKey = isAtLeast(version, 1, 2);
  return {
    summary: 'Set an API key, encrypt, and listen on internal addresses only.',
    steps: [
      'Close ports 6333, 6334 and 6335 to everybody but the application hosts, before anything else: 6334 is the same store over gRPC, and 6335, between the nodes of a cluster, has for long asked for no key.',
      hasKey
        ? 'Set service.api_key to a long random key (or QDRANT__SERVICE__API_KEY), and give it to the applications.'
        : 'Upgrade: keys exist since version 1.2.0; until then keep it behind a proxy with a login.',
      ...(isAtLeast(version, 1, 7) ? ['Give those that only search the service.read_only_api_key.'] : []),
      ...(isAtLeast(version, 1, 9)
        ? ['Set service.jwt_rbac to true for tokens that hold for single collections.']
        : []),
      'Turn on TLS with service.enable_tls, or end TLS in a proxy: the key goes over the line with each request.',
      'Restart, then treat what was kept in it as known to strangers, and check the collections for what was added.',
    ],
    configuration: {
      file: 'config/production.yaml',
      text: hasKey
        ? 'service:\n  host: 127.0.0.1\n  api_key: A-LONG-RANDOM-KEY\n  enable_tls: true\ntls:\n  cert: ./tls/cert.pem\n  key: ./tls/key.pem'
        : 'service:\n  host: 127.0.0.1',
    },
    verify: 'curl -i http://HOST:6333/collections has to answer 401 or 403.',
    reference: SECURITY_PAGE,
  };
}

export default defineStore({
  products: [{ id: 'qdrant', title: 'Qdrant' }],
  ports: [{ port: 6333, transport: 'http' }],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://api.qdrant.tech/api-reference',
  testedAgainst: 'stand-in',
  recognise: {
    http: { transport: 'http', root: (answer) => (readTitle(answer) || isOwnRefusal(answer) ? 'yes' : 'no') },
  },
  rules: [NO_AUTHENTICATION, COLLECTIONS_LISTED],
  examine,
});

// ---- recognition

const titleSchema = v.looseObject({ title: v.pipe(v.string(), v.startsWith('qdrant - ')), version: v.string() });

/** What it calls itself at `/`, with a key or without: health checks ask there. */
function readTitle(answer: HttpAnswer) {
  return answer.status === 200 ? answer.json(titleSchema) : undefined;
}

/** Until version 1.5 `/` wanted the key too. The second sentence is what later versions say elsewhere. */
function isOwnRefusal(answer: HttpAnswer): boolean {
  if (answer.status === 403) return answer.text() === 'Invalid api-key' && answer.header('server') === '';
  return answer.status === 401 && answer.text() === 'Must provide an API key or an Authorization bearer token';
}

// ---- the conversation

const namesSchema = v.looseObject({
  result: v.looseObject({ collections: v.array(v.looseObject({ name: v.string() })) }),
});

async function examine({ http }: Visit): Promise<Examination> {
  const root = await http.get('/');
  const version = root instanceof Ended ? undefined : readTitle(root)?.version;
  const about = { product: 'qdrant', ...(version !== undefined && { version }) };
  const identify = version !== undefined ? 'yes' : 'no';
  const listing = await http.get('/collections');
  if (isRefused(listing)) return { ...about, posture: refused(identify), signs: [] };
  const names =
    listing instanceof Ended || listing.status !== 200 ? undefined : listing.json(namesSchema)?.result.collections;
  if (!names || listing instanceof Ended) return { ...about, posture: posture({ identify: 'yes' }), signs: [] };
  const looked = await lookInto(http, names.map(({ name }) => name).slice(0, MAX_COLLECTIONS_ASKED));
  const isOpen = looked.answer === 'yes' || names.length === 0;
  const sign: Sign = {
    rule: isOpen ? NO_AUTHENTICATION : COLLECTIONS_LISTED,
    evidence: [
      evidence(listing.exchange, 'GET /collections', `a list of ${names.length} names, without a key`),
      ...(looked.by ? [evidence(looked.by.exchange, 'GET /collections/NAME', `HTTP ${looked.by.status}`)] : []),
    ],
  };
  return {
    ...about,
    // One key opens everything, and where none is set nothing is refused: whoever may look may also write.
    posture: isOpen
      ? posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' })
      : posture({ identify: 'yes', list: 'yes', count: looked.answer }),
    inventory: {
      containers: [{ name: 'collections', collections: names.map(({ name }) => looked.known.get(name) ?? bare(name)) }],
      ...(names.length > MAX_COLLECTIONS_ASKED && { truncated: true as const }),
    },
    signs: [sign],
  };
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

// ---- collections: counts, vectors, indexed fields; no point is asked for

/** A store with a thousand collections is not asked about each. */
const MAX_COLLECTIONS_ASKED = 30;
/** After as many refusals in a row the others are taken to be refused too. */
const MAX_REFUSALS = 3;

const number = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), undefined);
const vectorSchema = v.looseObject({ size: v.number(), distance: v.fallback(v.string(), '') });
const fields = <S extends v.GenericSchema>(field: S) =>
  v.fallback(v.optional(v.record(v.string(), v.fallback(v.optional(field), undefined))), undefined);
const paramsSchema = v.looseObject({
  vectors: v.fallback(v.optional(v.union([vectorSchema, v.record(v.string(), v.unknown())])), undefined),
  sparse_vectors: fields(v.looseObject({})),
});
const infoSchema = v.looseObject({
  result: v.looseObject({
    points_count: number,
    vectors_count: number,
    config: v.fallback(v.optional(v.looseObject({ params: v.fallback(paramsSchema, {}) })), undefined),
    payload_schema: fields(v.looseObject({ data_type: v.string() })),
  }),
});
type Info = v.InferOutput<typeof infoSchema>['result'];

interface Looked {
  readonly answer: Answer;
  readonly known: ReadonlyMap<string, Collection>;
  readonly by?: HttpAnswer;
}

async function lookInto(http: Visit['http'], names: readonly string[]): Promise<Looked> {
  const known = new Map<string, Collection>();
  let by: HttpAnswer | undefined;
  let refusals = 0;
  for (const name of names) {
    const answer = await http.get(`/collections/${encodeURIComponent(name)}`);
    if (answer instanceof Ended) break;
    const info = answer.status === 200 ? answer.json(infoSchema)?.result : undefined;
    if (info) known.set(name, collectionOf(name, info));
    if (isRefused(answer)) refusals += 1;
    if (info || isRefused(answer)) by ??= answer;
    if (refusals >= MAX_REFUSALS && known.size === 0) break;
  }
  const answer =
    known.size > 0 ? 'yes' : refusals > 0 && refusals >= Math.min(names.length, MAX_REFUSALS) ? 'no' : 'unknown';
  return { answer, known, ...(by && { by }) };
}

/** The number of points is an estimate by Qdrant's own documentation. */
function collectionOf(name: string, info: Info): Collection {
  const rows = info.points_count ?? info.vectors_count;
  const { vectors, sparse_vectors: sparse } = info.config?.params ?? {};
  const indexed = Object.entries(info.payload_schema ?? {});
  return {
    name,
    ...(rows !== undefined && { rows, rowsBasis: 'estimate' as const }),
    columns: [
      ...vectorColumns(vectors),
      ...Object.keys(sparse ?? {}).map((key) => column(key, 'sparse vector')),
      ...indexed.map(([key, field]) => column(key, field?.data_type ?? '')),
    ],
  };
}

/** One vector without a name, or several with names. */
function vectorColumns(vectors: Record<string, unknown> | undefined): Column[] {
  const only = v.safeParse(vectorSchema, vectors);
  if (only.success) return [column('vector', typeOf(only.output))];
  return Object.entries(vectors ?? {}).map(([name, vector]) => {
    const parsed = v.safeParse(vectorSchema, vector);
    return column(name, parsed.success ? typeOf(parsed.output) : 'vector');
  });
}

function typeOf({ size, distance }: v.InferOutput<typeof vectorSchema>): string {
  return `vector(${size}${distance === '' ? '' : `, ${distance}`})`;
}

function bare(name: string): Collection {
  return { name, columns: [] };
}

/** True also for a version that is not known: then the newest is assumed. */
function isAtLeast(version: string | undefined, major: number, minor: number): boolean {
  const match = version?.match(/^(\d+)\.(\d+)/);
  if (!match) return true;
  return Number(match[1]) > major || (Number(match[1]) === major && Number(match[2]) >= minor);
}
