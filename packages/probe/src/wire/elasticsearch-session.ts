// The conversation with a cluster of Elasticsearch or OpenSearch, at its own port or through the console of a Kibana:
// what it lists and counts for a stranger, what stands in the way, and what the stranger may do.
import type { Evidence } from '../finding.ts';
import { type Collection, type Column, type Container, type Inventory, MAX_COLLECTIONS } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { evidence } from '../visit.ts';
import {
  authinfoSchema,
  errorSchema,
  type Index,
  mappingsOf,
  pluginsSchema,
  privilegesSchema,
  readCount,
  readIndices,
  xpackSchema,
} from './elasticsearch.ts';
import type { Answer as HttpAnswer } from './http.ts';

/** Asks the cluster by a GET of this path. */
export type Ask = (path: string) => Promise<HttpAnswer | Ended>;

/** `docs.count` and the like are Lucene's own numbers; nothing here opens a document. */
const INDICES = '/_cat/indices?format=json&bytes=b&h=index,docs.count,pri.store.size';
const COUNT = '/_count';

/** More nested indices than these keep the estimate of their rows; a larger mapping than a reply is asked in parts. */
const MAX_SINGLE_QUESTIONS = 10;

/** What stands between a stranger and the data: nothing, a user for strangers, or something that was not made out. */
interface Gate {
  readonly kind: 'none' | 'anonymous' | 'unknown';
  readonly write: Answer;
  readonly administer: Answer;
}

const NO_GATE: Gate = { kind: 'none', write: 'yes', administer: 'yes' };
const UNKNOWN_GATE: Gate = { kind: 'unknown', write: 'unknown', administer: 'unknown' };

export interface Cluster {
  readonly posture: Posture;
  readonly gate: Gate;
  readonly inventory?: Inventory;
  readonly proofs: readonly Evidence[];
}

/** @param about - which of the two it is, and the name of the cluster, absent where strangers are not told */
export async function examineCluster(
  ask: Ask,
  about: { readonly product: string; readonly cluster: string | undefined },
): Promise<Cluster> {
  const { product, cluster } = about;
  const listing = await ask(INDICES);
  const counted = await ask(COUNT);
  if (isRefusedPlainly(listing) && isRefusedPlainly(counted)) {
    return { posture: refused('yes'), gate: UNKNOWN_GATE, proofs: [] };
  }
  const gate = product === 'opensearch' ? await opensearchGate(ask) : await elasticsearchGate(ask);
  const indices = readIndices(listing);
  const mapping = await readMappings(ask, indices ?? []);
  const names = indices?.map((index) => index.name) ?? [...mapping.columns.keys()];
  const read = await readingOf(ask, { product, counted, names, gate });
  const refusedBoth = isRefused(listing) && isRefused(counted);
  const inventory = await inventoryOf(ask, { cluster, indices, mapping, names, mayCount: read === 'yes' });
  return {
    posture: posture({
      identify: 'yes',
      list: indices || names.length > 0 ? 'yes' : isRefused(listing) ? 'no' : 'unknown',
      count: indices || readCount(counted) ? 'yes' : refusedBoth ? 'no' : 'unknown',
      read,
      write: gate.write,
      administer: gate.administer,
    }),
    gate,
    ...(inventory && { inventory }),
    proofs: proofsOf(counted, listing),
  };
}

function proofsOf(counted: HttpAnswer | Ended, listing: HttpAnswer | Ended) {
  const asked: [string, HttpAnswer | Ended][] = [
    [COUNT, counted],
    [INDICES, listing],
  ];
  return asked.flatMap(([path, answer]) =>
    answer instanceof Ended ? [] : [evidence(answer.exchange, `GET ${path}`, `HTTP ${answer.status}, without a login`)],
  );
}

export function isRefused(answer: HttpAnswer | Ended): answer is HttpAnswer {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

/** A refusal that names the user who was refused: a stranger has a login here, and it may be of use elsewhere. */
export function isKnownAsAnonymous(answer: HttpAnswer): boolean {
  const reason = answer.json(errorSchema)?.error.reason ?? '';
  return /^(?:no permissions for \[|action \[[^\]]*\] is unauthorized for user \[)/.test(reason);
}

/** Refused as somebody without a login, not as a user with too few rights. */
function isRefusedPlainly(answer: HttpAnswer | Ended): boolean {
  return isRefused(answer) && !isKnownAsAnonymous(answer);
}

/** `_count` wants the right to read, and tells a number only. */
async function readingOf(
  ask: Ask,
  about: { product: string; counted: HttpAnswer | Ended; names: readonly string[]; gate: Gate },
): Promise<Answer> {
  const { product, counted, names, gate } = about;
  const all = readCount(counted);
  if (all) return all.shards > 0 || gate.kind === 'none' ? 'yes' : 'unknown';
  if (!isRefused(counted)) return 'unknown';
  // Elasticsearch counts what the user may read, and refuses who may read nothing; OpenSearch refuses unless all may be read.
  if (product === 'elasticsearch' || isRefusedPlainly(counted)) return 'no';
  for (const name of names.slice(0, MAX_SINGLE_QUESTIONS)) {
    if (readCount(await ask(`/${encodeURIComponent(name)}/_count`))) return 'yes';
  }
  return 'unknown';
}

// ---- gates: whether security is on, and what the stranger's user may do then

/** Without security there is one gate for everything: who may list may also change settings and delete. */
async function elasticsearchGate(ask: Ask): Promise<Gate> {
  const answer = await ask('/_xpack?categories=features');
  if (answer instanceof Ended) return UNKNOWN_GATE;
  const enabled = answer.status === 200 ? answer.json(xpackSchema)?.features.security.enabled : undefined;
  if (enabled === false) return NO_GATE;
  if (isUnknownPath(answer)) return (await hasNoGuardPlugin(ask)) ? NO_GATE : UNKNOWN_GATE;
  if (enabled !== true && !isRefused(answer)) return UNKNOWN_GATE;
  const privileges = await ask('/_security/user/_privileges');
  return privileges instanceof Ended || privileges.status !== 200 ? UNKNOWN_GATE : rightsOf(privileges);
}

/** Builds without X-Pack take its path for the name of an index. The words have to be the store's, not a proxy's. */
function isUnknownPath(answer: HttpAnswer): boolean {
  const said = answer.text().slice(0, 4096);
  return [400, 404, 405].includes(answer.status) && /"status"\s*:\s*40[045]|No handler found for uri/i.test(said);
}

function rightsOf(answer: HttpAnswer): Gate {
  const privileges = answer.json(privilegesSchema);
  if (!privileges) return UNKNOWN_GATE;
  const onIndices = privileges.indices.flatMap((entry) => entry.privileges);
  const writes =
    /^(?:all|\*|write|index|create|create_doc|delete|delete_index|manage|indices:\*|indices:data\/write.*)$/;
  const rules = /^(?:all|\*|manage|manage_security|cluster:\*|cluster:admin\/.*)$/;
  return {
    kind: 'anonymous',
    write: onIndices.some((name) => writes.test(name)) ? 'yes' : 'no',
    administer: privileges.cluster.some((name) => rules.test(name)) ? 'yes' : 'no',
  };
}

/** Plugins of others guard builds that have no security of their own. */
async function hasNoGuardPlugin(ask: Ask): Promise<boolean> {
  const answer = await ask('/_cat/plugins?format=json&h=component');
  const plugins = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(pluginsSchema);
  const guard = /security|search-?guard|readonlyrest|shield|x-pack/i;
  return plugins !== undefined && !plugins.some(({ component }) => guard.test(component));
}

/** The Security plugin tells everybody who they are; without it, or with it disabled, nobody handles the path. */
async function opensearchGate(ask: Ask): Promise<Gate> {
  const answer = await ask('/_plugins/_security/authinfo');
  if (answer instanceof Ended) return UNKNOWN_GATE;
  if (answer.status === 400 && /no handler found for uri/.test(answer.text().slice(0, 256))) return NO_GATE;
  const roles = answer.status === 200 ? answer.json(authinfoSchema)?.roles : undefined;
  if (!roles) return UNKNOWN_GATE;
  const all: Answer = roles.includes('all_access') ? 'yes' : 'unknown';
  return { kind: 'anonymous', write: all, administer: all };
}

// ---- inventory

interface Mappings {
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  /** Some were not read, since the whole was larger than one reply may be. */
  readonly truncated: boolean;
}

async function readMappings(ask: Ask, indices: readonly Index[]): Promise<Mappings> {
  const answer = await ask('/_mapping');
  const whole = mappingsOf(answer);
  if (whole || answer instanceof Ended || !answer.truncated) return { columns: whole ?? new Map(), truncated: false };
  const largest = [...indices].sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0)).slice(0, MAX_SINGLE_QUESTIONS);
  const columns = new Map<string, readonly Column[]>();
  for (const { name } of largest) {
    const one = mappingsOf(await ask(`/${encodeURIComponent(name)}/_mapping`));
    for (const [index, fields] of one ?? []) columns.set(index, fields);
  }
  return { columns, truncated: true };
}

async function inventoryOf(
  ask: Ask,
  about: {
    cluster: string | undefined;
    indices: readonly Index[] | undefined;
    mapping: Mappings;
    names: readonly string[];
    mayCount: boolean;
  },
): Promise<Inventory | undefined> {
  const { cluster, indices, mapping, names, mayCount } = about;
  if (names.length === 0) return indices && { containers: [] };
  const found: readonly Index[] = indices ?? names.map((name) => ({ name, rows: undefined, bytes: undefined }));
  let asked = 0;
  const collections: Collection[] = [];
  for (const { name, rows, bytes } of found.slice(0, MAX_COLLECTIONS)) {
    const columns = mapping.columns.get(name) ?? [];
    // The listing counts the parts of nested documents as documents.
    const nested = rows !== 0 && columns.some(({ type }) => type === 'nested');
    const mayAsk = nested && mayCount && asked < MAX_SINGLE_QUESTIONS;
    if (mayAsk) asked += 1;
    const exact = mayAsk ? readCount(await ask(`/${encodeURIComponent(name)}/_count`))?.count : undefined;
    const told = exact ?? rows;
    const basis = nested && exact === undefined ? ('estimate' as const) : ('exact' as const);
    collections.push({
      name,
      ...(told !== undefined && { rows: told, rowsBasis: basis }),
      ...(bytes !== undefined && { bytes, bytesBasis: 'exact' as const }),
      columns,
    });
  }
  const own = collections.filter(({ name }) => isSystem(name));
  const data = collections.filter(({ name }) => !isSystem(name));
  const containers: Container[] = [{ name: cluster ?? 'cluster', collections: data }];
  if (own.length > 0) containers.push({ name: 'system indices', collections: own });
  const truncated = mapping.truncated || found.length > MAX_COLLECTIONS;
  return { containers, ...(truncated && { truncated: true }) };
}

/** The cluster's own indices begin with a dot; so do the parts of data streams, which are data. */
function isSystem(name: string): boolean {
  return name.startsWith('.') && !name.startsWith('.ds-');
}
