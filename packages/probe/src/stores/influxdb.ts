// InfluxDB 1.x, 2.x and 3.x over HTTP. https://docs.influxdata.com/influxdb/v1/tools/api/, /influxdb/v2/api/ and /influxdb3/core/api/
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import { type Collection, type Column, type Container, column, type Inventory } from '../inventory.ts';
import { Ended } from '../line.ts';
import { type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { type Answer as HttpAnswer, htmlTitle } from '../wire/http.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'influxdb/no-authentication',
  severity: 'critical',
  title: 'InfluxDB answers queries of anyone who connects',
  why:
    'InfluxDB keeps measurements over time: of machines and applications, and as often of people, such as their devices, ' +
    'movements and health. This one runs without authentication, as version 1 does when it is installed: whoever reaches ' +
    'the port can read every database, add false measurements, and delete all of it with one statement.',
  remedy: ({ version }) => ({
    summary: 'Turn authentication on, and let only the hosts that need it reach the port.',
    steps: [
      'Close the port to everybody but the hosts that write and read measurements, before anything else.',
      ...(major(version) >= 3
        ? [
            'Restart the server without the option --without-auth.',
            'Create an administrator token with influxdb3 create token --admin, and let the applications use tokens.',
          ]
        : [
            'Create an administrator: CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.',
            'Set auth-enabled = true in the section [http] of the configuration, and restart.',
            'Create a user for each application, and GRANT it READ or WRITE on its database.',
            'Set bind-address of the backup service (port 8088) to loopback: it asks for no login in any case.',
          ]),
    ],
    ...(major(version) < 3 && {
      configuration: {
        file: '/etc/influxdb/influxdb.conf',
        text: 'bind-address = "127.0.0.1:8088"\n\n[http]\n  auth-enabled = true',
      },
    }),
    verify: "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' has to answer 401 Unauthorized.",
    reference:
      major(version) >= 3
        ? 'https://docs.influxdata.com/influxdb3/core/admin/tokens/'
        : 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
  }),
};

const FIRST_COME: Rule = {
  id: 'influxdb/first-come-administrator',
  severity: 'critical',
  title: 'Whoever comes first may make himself the administrator of this InfluxDB',
  why:
    'This server asks for a login, but it has no administrator yet, and it takes the first one from anybody who asks for ' +
    'it over the network. A stranger needs one request to own the server, with all that it holds now and all that will be ' +
    'written to it later; its owner is then locked out.',
  remedy: ({ version }) => ({
    summary: 'Create the administrator now, before somebody else does.',
    steps: [
      'Close the port to everybody but your own host, before anything else.',
      ...(major(version) >= 2
        ? [
            'Complete the set-up on that host (influx setup) with a long random password, and keep the operator token safe.',
          ]
        : [
            'Create the administrator on that host: CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.',
            'Look with SHOW USERS that there is no user whom you do not know.',
          ]),
      'Open the port again for the hosts that need it.',
    ],
    verify:
      major(version) >= 2
        ? 'curl http://HOST:PORT/api/v2/setup has to answer {"allowed": false}.'
        : "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' has to answer 401, not 403.",
    reference:
      major(version) >= 2
        ? 'https://docs.influxdata.com/influxdb/v2/get-started/setup/'
        : 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
  }),
};

export default defineStore({
  products: [{ id: 'influxdb', title: 'InfluxDB' }],
  ports: [
    { port: 8086, transport: 'http' },
    { port: 8181, transport: 'http' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://docs.influxdata.com/influxdb/v1/tools/api/',
  testedAgainst: 'real server',
  recognise: { http: { transport: 'http', root: recogniseRoot, confirm: confirmHttp } },
  rules: [NO_AUTHENTICATION, FIRST_COME],
  examine,
});

/** Versions 1 and 2 tell their version in a header of every reply, version 3 the identity of its catalog. */
function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' {
  if (answer.header('x-influxdb-version') !== '') return 'yes';
  if (isVersion3(answer)) return 'maybe';
  return answer.status === 200 && /^InfluxDB\b/.test(htmlTitle(answer.text())) ? 'maybe' : 'no';
}

function isVersion3(answer: HttpAnswer): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(answer.header('cluster-uuid'));
}

async function confirmHttp(http: HttpClient): Promise<boolean> {
  const ping = await http.get('/ping');
  if (ping instanceof Ended) return false;
  if (ping.header('x-influxdb-version') !== '') return true;
  if (isVersion3(ping)) return ping.status === 401 || ping.json(version3Ping) !== undefined;
  const health = await http.get('/health');
  return !(health instanceof Ended) && health.json(healthReply) !== undefined;
}

const version3Ping = v.object({ version: v.string(), revision: v.string() });
const healthReply = v.object({ name: v.literal('influxdb'), version: v.fallback(v.optional(v.string()), undefined) });

async function examine(visit: Visit): Promise<Examination> {
  const version = await versionOf(visit.http);
  return major(version) === 2 ? examineVersion2(visit, version) : examineInfluxQl(visit, version);
}

async function versionOf(http: HttpClient): Promise<string | undefined> {
  for (const path of ['/', '/ping', '/health']) {
    const answer = await http.get(path);
    if (answer instanceof Ended) continue;
    const told = answer.header('x-influxdb-version') || answer.json(healthReply)?.version;
    if (told) return told.replace(/^v/, '');
    if (isVersion3(answer) && answer.status === 401) return undefined;
  }
  return undefined;
}

// ---- version 2: tokens always; what may stand open is the set-up

async function examineVersion2(visit: Visit, version: string | undefined): Promise<Examination> {
  const setup = await visit.http.get('/api/v2/setup');
  const allowed = setup instanceof Ended ? undefined : setup.json(setupReply)?.allowed;
  if (!(setup instanceof Ended) && allowed === true) return unclaimed(version, setup, 'GET /api/v2/setup', 'allowed');
  const buckets = await visit.http.get('/api/v2/buckets?limit=100');
  if (buckets instanceof Ended) return found(version, posture({ identify: identified(version) }));
  if (isRefusal(buckets)) return found(version, refused(identified(version)));
  const names = buckets.status === 200 ? buckets.json(bucketsReply)?.buckets : undefined;
  if (!names) return found(version, posture({ identify: identified(version) }));
  // Only a proxy that lends its own token to strangers answers like this; what the token may do is not known.
  const collections = names.map(({ name }) => ({ name, columns: [] }));
  const sign = { rule: NO_AUTHENTICATION, evidence: [evidence(buckets.exchange, 'GET /api/v2/buckets', 'a list')] };
  return {
    ...found(version, posture({ identify: 'yes', list: 'yes', read: 'yes' })),
    inventory: { containers: [{ name: 'buckets', collections }], ...(names.length >= 100 && { truncated: true }) },
    signs: [sign],
  };
}

const setupReply = v.object({ allowed: v.boolean() });
const bucketsReply = v.object({ buckets: v.array(v.object({ name: v.string() })) });

/** The server waits for its first administrator: nothing can be read, and everything can be taken. */
function unclaimed(version: string | undefined, answer: HttpAnswer, asked: string, answered: string): Examination {
  return {
    ...found(
      version,
      posture({ identify: identified(version), list: 'no', count: 'no', read: 'no', administer: 'yes' }),
    ),
    signs: [{ rule: FIRST_COME, evidence: [evidence(answer.exchange, asked, answered)] }],
  };
}

// ---- versions 1 and 3: InfluxQL, where one setting decides for all statements

/** Requests for single databases at most, two for each: a server with thousands must not cost thousands of questions. */
const MAX_DATABASES = 12;
/** An exact count walks through the index: above this estimate it is left out. */
const MAX_EXACT_SERIES = 1_000_000;

async function examineInfluxQl(visit: Visit, version: string | undefined): Promise<Examination> {
  const answer = await visit.http.get(queryPath('SHOW DATABASES'));
  if (answer instanceof Ended) return found(version, posture({ identify: identified(version) }));
  // CREATE USER is the one statement that it still takes: handler.go of 1.x, "create admin user first".
  if (answer.status === 403 && /create admin user first/.test(answer.text())) {
    return unclaimed(version, answer, 'SHOW DATABASES', 'HTTP 403: create the administrator first');
  }
  if (isRefusal(answer)) return found(version, refused(identified(version)));
  const [databases] = resultsOf(answer) ?? [];
  // Also without any database the reply has one series, with no values.
  if (!databases?.series[0] || databases.error !== undefined)
    return found(version, posture({ identify: identified(version) }));
  const names = databases.series.flatMap((series) => firstColumn(series.values));
  const details = await detailsOf(visit.http, names);
  const sign: Sign = {
    rule: NO_AUTHENTICATION,
    evidence: [evidence(answer.exchange, 'SHOW DATABASES', 'the list: statements are run without a login')],
  };
  return {
    ...found(version, posture({ ...ALL_YES, count: names.length === 0 || details.counted ? 'yes' : 'unknown' })),
    inventory: details.inventory,
    signs: [sign],
    ...(details.counted && { caveats: [SERIES_CAVEAT] }),
  };
}

/** With authentication off there is no user, and so no right that could be missing. */
const ALL_YES: Posture = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const SERIES_CAVEAT =
  'The rows of a measurement are its series: to count its points, the server would have to read them.';

async function detailsOf(
  http: HttpClient,
  names: readonly string[],
): Promise<{ readonly inventory: Inventory; readonly counted: boolean }> {
  // The server's own statistics come last, so that they do not take the place of what people keep.
  const ordered = [...names].sort((a, b) => Number(a === '_internal') - Number(b === '_internal'));
  const containers: Container[] = [];
  let counted = false;
  for (const [index, name] of ordered.entries()) {
    const collections = index < MAX_DATABASES ? await measurementsOf(http, name) : [];
    counted ||= collections.some((collection) => collection.rows !== undefined);
    containers.push({ name, collections });
  }
  return { inventory: { containers, ...(ordered.length > MAX_DATABASES && { truncated: true }) }, counted };
}

const DATABASE_QUESTIONS = ['SHOW MEASUREMENTS', 'SHOW FIELD KEYS', 'SHOW TAG KEYS', 'SHOW SERIES CARDINALITY'];

async function measurementsOf(http: HttpClient, database: string): Promise<Collection[]> {
  const answer = await http.get(queryPath(DATABASE_QUESTIONS.join('; '), database));
  const [measurements, fields, tags, estimate] = answer instanceof Ended ? [] : (resultsOf(answer) ?? []);
  const columns = new Map<string, Column[]>();
  for (const { name = '', values } of fields?.series ?? []) {
    columns.set(
      name,
      values.flatMap(([key, type]) => (isText(key) && isText(type) ? [column(key, type)] : [])),
    );
  }
  for (const { name = '', values } of tags?.series ?? []) {
    const keys = firstColumn(values).map((key) => column(key, 'tag'));
    columns.set(name, [...keys, ...(columns.get(name) ?? [])]);
  }
  const series = await seriesOf(http, database, estimate?.series[0]?.values[0]?.[0]);
  return (measurements?.series.flatMap(({ values }) => firstColumn(values)) ?? []).map((name) => {
    const rows = series.get(name);
    const count = rows === undefined ? {} : ({ rows, rowsBasis: 'exact' } as const);
    return { name, ...count, columns: columns.get(name) ?? [] };
  });
}

/** Series by measurement, where there are not too many to be counted. */
async function seriesOf(http: HttpClient, database: string, estimate: unknown): Promise<ReadonlyMap<string, number>> {
  if (typeof estimate !== 'number' || estimate > MAX_EXACT_SERIES) return new Map();
  const answer = await http.get(queryPath('SHOW SERIES EXACT CARDINALITY', database));
  const [counts] = answer instanceof Ended ? [] : (resultsOf(answer) ?? []);
  return new Map(
    (counts?.series ?? []).flatMap(({ name, values }) => {
      const count = values[0]?.[0];
      return name !== undefined && typeof count === 'number' && count >= 0 ? [[name, count] as const] : [];
    }),
  );
}

const seriesReply = v.object({
  name: v.optional(v.string()),
  values: v.fallback(v.array(v.array(v.unknown())), []),
});
const resultReply = v.object({
  series: v.fallback(v.optional(v.array(seriesReply), []), []),
  error: v.optional(v.string()),
});
const queryReply = v.object({ results: v.array(resultReply) });

/** What each statement gave, in their order; undefined where the reply is no reply to a query. */
function resultsOf(answer: HttpAnswer): v.InferOutput<typeof queryReply>['results'] | undefined {
  return answer.status === 200 ? answer.json(queryReply)?.results : undefined;
}

function firstColumn(values: readonly (readonly unknown[])[]): string[] {
  return values.flatMap(([first]) => (isText(first) ? [first] : []));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function queryPath(statements: string, database?: string): string {
  const db = database === undefined ? '' : `db=${encodeURIComponent(database)}&`;
  return `/query?${db}q=${encodeURIComponent(statements)}`;
}

// ---- all versions

/** A login is asked for, by the server or by a proxy in front of it. */
function isRefusal(answer: HttpAnswer): boolean {
  return answer.status === 401 || answer.status === 403;
}

function identified(version: string | undefined): 'yes' | 'no' {
  return version === undefined ? 'no' : 'yes';
}

function found(version: string | undefined, known: Posture): Examination {
  return { product: 'influxdb', ...(version !== undefined && { version }), posture: known, signs: [] };
}

/** The major version; 1 where it is not told, since only version 1 stands open as it is installed. */
function major(version: string | undefined): number {
  const number = Number.parseInt(version ?? '', 10);
  return Number.isNaN(number) ? 1 : number;
}
