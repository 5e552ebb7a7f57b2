// Apache CouchDB and servers that speak its protocol. https://docs.couchdb.org/en/stable/api/server/
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { Collection, Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const REFERENCE = 'https://docs.couchdb.org/en/stable/intro/security.html';

const ADMIN_PARTY: Rule = {
  id: 'couchdb/admin-party',
  severity: 'critical',
  title: 'Every visitor of CouchDB is its administrator',
  why:
    'CouchDB keeps documents: profiles, records, synchronised data of mobile apps. This one has no administrator, and then ' +
    'everybody who reaches the port is one. They may read, change and delete every database, make users, and change the ' +
    'configuration, which has been a way to run programs on the host. Open servers are wiped and held to ransom by automatic attackers.',
  remedy: ({ version }) => ({
    summary: 'Make an administrator, demand a login for everything, and listen on internal addresses only.',
    steps: [
      'Close ports 5984, 6984 and 5986 to everybody but the application hosts, before anything else.',
      'Add an administrator in the section [admins] of local.ini; CouchDB hashes the password at the next start.',
      isBefore3(version)
        ? 'Plan the upgrade: since version 3.0 CouchDB refuses to start without an administrator, and new databases are closed.'
        : 'Find out how this server came to run without one: since version 3.0 CouchDB refuses to start without an administrator.',
      'Demand a login for every request, and give each database members in its _security object.',
      'Look through _users, _replicator and the design documents for what strangers may have left there, and restore what is missing.',
    ],
    configuration: { file: 'local.ini', text: loginForAll(version) },
    verify: 'curl http://HOST:5984/_session has to answer 401, or roles without _admin.',
    reference: REFERENCE,
  }),
};

const DATABASES_READABLE: Rule = {
  id: 'couchdb/databases-readable',
  severity: 'critical',
  title: 'Databases of CouchDB are open to visitors without a login',
  why:
    'CouchDB keeps documents: profiles, records, synchronised data of mobile apps. This one has administrators, but some of ' +
    'its databases name no members, and then everybody is one: a visitor may read all of their documents and, unless a ' +
    'validation forbids it, change and add some.',
  remedy: ({ version }) => ({
    summary: 'Give every database members, and demand a login for every request.',
    steps: [
      'Close the ports to everybody but the application hosts.',
      'Write a _security object with members (names or roles) into each database that was readable.',
      'Demand a login for every request with require_valid_user.',
      ...(isBefore3(version)
        ? [
            'Upgrade: since version 3.0 new databases are closed to all but administrators, and the list of databases too.',
          ]
        : ['Leave [couchdb] default_security at admin_only, so that new databases are closed.']),
    ],
    configuration: { file: 'local.ini', text: loginForAll(version) },
    verify: 'curl http://HOST:5984/DATABASE has to answer 401 for every database.',
    reference: REFERENCE,
  }),
};

const DATABASES_LISTED: Rule = {
  id: 'couchdb/databases-listed',
  severity: 'medium',
  title: 'CouchDB tells visitors the names of its databases',
  why:
    'The databases themselves refuse visitors, but their names and sizes are told to everybody. Names often hold those of ' +
    'customers and users, and they are what an attacker needs to try each database for a weak setting.',
  remedy: ({ version }) => ({
    summary: 'Let administrators only list the databases.',
    steps: [
      isBefore3(version)
        ? 'Demand a login for every request with require_valid_user; since version 3.0 the list is for administrators only.'
        : 'Set admin_only_all_dbs in the section [chttpd] back to true, its default.',
      'Restrict the port to the application hosts.',
    ],
    configuration: {
      file: 'local.ini',
      text: isBefore3(version) ? loginForAll(version) : '[chttpd]\nadmin_only_all_dbs = true',
    },
    verify: 'curl http://HOST:5984/_all_dbs has to answer 401.',
    reference: 'https://docs.couchdb.org/en/stable/config/http.html',
  }),
};

export default defineStore({
  products: [{ id: 'couchdb', title: 'CouchDB' }],
  ports: [
    { port: 5984, transport: 'http' },
    { port: 6984, transport: 'http', tls: true },
    { port: 5986, transport: 'http' },
  ],
  prevalence: 'occasional',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.couchdb.org/en/stable/api/server/common.html',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: (answer) => (isCouchdb(answer) ? 'yes' : 'no') } },
  rules: [ADMIN_PARTY, DATABASES_READABLE, DATABASES_LISTED],
  examine,
});

// ---- recognition

const text = v.fallback(v.optional(v.string()), undefined);
const vendor = v.fallback(v.optional(v.looseObject({ name: text })), undefined);
const welcomeSchema = v.union([
  v.looseObject({ couchdb: v.literal('Welcome'), version: text, vendor }),
  v.looseObject({ 'express-pouchdb': v.literal('Welcome!'), version: text, vendor }),
]);
const errorSchema = v.strictObject({ error: v.string(), reason: v.string() });

function isCouchdb(answer: HttpAnswer): boolean {
  return readWelcome(answer) !== undefined || isRefusal(answer);
}

function readWelcome(answer: HttpAnswer) {
  return answer.status === 200 ? answer.json(welcomeSchema) : undefined;
}

/** A server that demands a login for everything says so in two words of JSON; a proxy may hide its Server header. */
function isRefusal(answer: HttpAnswer): boolean {
  if (answer.status !== 401 && answer.status !== 403) return false;
  const error = answer.json(errorSchema);
  if (!error) return false;
  const isOwnReason = error.error === 'unauthorized' && error.reason === 'Authentication required.';
  const isOwnHead = /^CouchDB\//.test(answer.header('server')) || answer.headers.has('x-couch-request-id');
  return isOwnReason || isOwnHead;
}

// ---- the conversation

const sessionSchema = v.looseObject({ userCtx: v.looseObject({ roles: v.array(v.string()) }) });
const namesSchema = v.array(v.string());

async function examine(visit: Visit): Promise<Examination> {
  const { http } = visit;
  const root = await http.get('/');
  if (root instanceof Ended) return { product: 'couchdb', posture: posture({}), signs: [] };
  const about = { product: 'couchdb', ...namesOf(root) };
  if (isRefusal(root)) return { ...about, posture: refused('version' in about ? 'yes' : 'no'), signs: [] };
  const session = await http.get('/_session');
  const isAdmin = !(session instanceof Ended) && session.json(sessionSchema)?.userCtx.roles.includes('_admin') === true;
  const listing = await http.get('/_all_dbs');
  if (isRefused(listing) && !isAdmin) return { ...about, posture: refused('yes'), signs: [], caveats: [UNNAMED] };
  const names = listing instanceof Ended || listing.status !== 200 ? undefined : listing.json(namesSchema);
  const sized = names && (await sizesOf(visit, names));
  const entered = names && !isAdmin ? await enteredBy(visit, names) : undefined;
  const known = posture({
    identify: 'yes',
    list: names ? 'yes' : 'unknown',
    count: sized?.some(({ rows }) => rows !== undefined) ? 'yes' : (entered?.answer ?? 'unknown'),
    read: isAdmin ? 'yes' : (entered?.answer ?? 'unknown'),
    // Members may write too, unless a validation in a design document forbids it: that cannot be seen from outside.
    write: isAdmin ? 'yes' : entered?.answer === 'no' ? 'no' : 'unknown',
    administer: isAdmin ? 'yes' : session instanceof Ended || session.status !== 200 ? 'unknown' : 'no',
  });
  const rule = isAdmin ? ADMIN_PARTY : known.read === 'yes' ? DATABASES_READABLE : DATABASES_LISTED;
  const inventory = names && inventoryOf(names, sized ?? []);
  const proofs = [
    ...(isAdmin && !(session instanceof Ended) ? [proof(session, '/_session', 'the role _admin')] : []),
    ...(names && !(listing instanceof Ended) ? [proof(listing, '/_all_dbs', 'a list of names')] : []),
    ...(entered?.by ? [proof(entered.by, '/DATABASE', 'its document count')] : []),
  ];
  const signs: Sign[] = isAdmin || names ? [{ rule, evidence: proofs }] : [];
  return { ...about, posture: known, ...(inventory && { inventory }), signs };
}

const UNNAMED =
  'The list of databases is refused. A database is opened and closed on its own, so one whose name a stranger knows may ' +
  'still be open; names were not guessed.';

function namesOf(root: HttpAnswer): { version?: string; software?: string } {
  const welcome = readWelcome(root);
  const version = welcome?.version ?? root.header('server').match(/^CouchDB\/([\w.+-]+)/)?.[1];
  const maker = welcome && 'express-pouchdb' in welcome ? 'express-pouchdb' : welcome?.vendor?.name;
  const isKin = maker !== undefined && maker !== 'The Apache Software Foundation';
  return { ...(version !== undefined && { version }), ...(isKin && { software: maker }) };
}

function isRefused(answer: HttpAnswer | Ended): boolean {
  return !(answer instanceof Ended) && (answer.status === 401 || answer.status === 403);
}

function proof(answer: HttpAnswer, path: string, what: string) {
  return evidence(answer.exchange, `GET ${path}`, `HTTP ${answer.status}: ${what}, without a login`);
}

// ---- databases

/** A server with a million databases is not asked about each: names of all, sizes of these. */
const MAX_SINGLE_QUESTIONS = 30;
/** The most names that `_dbs_info` takes at once by default, and how often it is asked. */
const NAMES_AT_ONCE = 100;
const MAX_BATCHES = 10;
/** To learn that strangers are members somewhere, so many databases are asked. */
const MAX_DOORS = 10;

const size = v.fallback(v.optional(v.pipe(v.number(), v.minValue(0))), undefined);
const infoSchema = v.looseObject({
  doc_count: size,
  disk_size: size,
  sizes: v.fallback(v.optional(v.looseObject({ file: size })), undefined),
});
const batchSchema = v.array(v.looseObject({ key: v.string(), info: v.fallback(v.optional(infoSchema), undefined) }));

/** Rows and bytes of databases: many at once where the server can (since 2.2), else one by one. */
async function sizesOf(visit: Visit, names: readonly string[]): Promise<Collection[]> {
  const sized: Collection[] = [];
  for (let from = 0; from < Math.min(names.length, MAX_BATCHES * NAMES_AT_ONCE); from += NAMES_AT_ONCE) {
    const keys = names.slice(from, from + NAMES_AT_ONCE);
    // A question by POST: it carries the names and changes nothing.
    const answer = await visit.http.post('/_dbs_info', JSON.stringify({ keys }));
    const batch = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(batchSchema);
    if (!batch) break;
    for (const { key, info } of batch) if (info && keys.includes(key)) sized.push(collectionOf(key, info));
  }
  if (sized.length > 0) return sized;
  for (const name of names.slice(0, MAX_SINGLE_QUESTIONS)) {
    const answer = await visit.http.get(`/${encodeURIComponent(name)}`);
    if (answer instanceof Ended) break;
    const info = answer.status === 200 ? answer.json(infoSchema) : undefined;
    if (info) sized.push(collectionOf(name, info));
  }
  return sized;
}

function collectionOf(name: string, info: v.InferOutput<typeof infoSchema>): Collection {
  const bytes = info.sizes?.file ?? info.disk_size;
  return {
    name,
    ...(info.doc_count !== undefined && { rows: info.doc_count, rowsBasis: 'exact' as const }),
    ...(bytes !== undefined && { bytes, bytesBasis: 'exact' as const }),
    columns: [],
  };
}

/** Whether strangers are members of a database: its own page is for those who may read its documents. */
async function enteredBy(visit: Visit, names: readonly string[]): Promise<{ answer: Answer; by?: HttpAnswer }> {
  // _users and _replicator tell their size to everybody and guard each document on its own.
  const own = names.filter((name) => !name.startsWith('_'));
  let refusals = 0;
  for (const name of own.slice(0, MAX_DOORS)) {
    const answer = await visit.http.get(`/${encodeURIComponent(name)}`);
    if (answer instanceof Ended) break;
    if (answer.status === 200 && answer.json(infoSchema)?.doc_count !== undefined) return { answer: 'yes', by: answer };
    if (isRefused(answer)) refusals += 1;
  }
  return { answer: own.length > 0 && refusals === own.length ? 'no' : 'unknown' };
}

function inventoryOf(names: readonly string[], sized: readonly Collection[]): Inventory {
  const known = new Map(sized.map((collection) => [collection.name, collection]));
  const collections = names.map((name) => known.get(name) ?? { name, columns: [] });
  const own = collections.filter(({ name }) => name.startsWith('_'));
  const data = collections.filter(({ name }) => !name.startsWith('_'));
  return {
    containers: [
      { name: 'databases', collections: data },
      ...(own.length > 0 ? [{ name: 'system databases', collections: own }] : []),
    ],
    ...(sized.length < names.length && names.length > MAX_SINGLE_QUESTIONS && { truncated: true as const }),
  };
}

// ---- versions

function isBefore3(version: string | undefined): boolean {
  return Number.parseInt(version ?? '', 10) < 3;
}

/** The setting moved from one section to the other with version 2. */
function loginForAll(version: string | undefined): string {
  const section = Number.parseInt(version ?? '', 10) < 2 ? 'couch_httpd_auth' : 'chttpd';
  return `[admins]\nadmin = A-LONG-RANDOM-PASSWORD\n\n[${section}]\nrequire_valid_user = true`;
}
