// ClickHouse: HTTP, native and interserver ports. https://clickhouse.com/docs/interfaces/http and /native-protocol
import * as v from 'valibot';
import type { Rule, Sign } from '../finding.ts';
import type { HttpClient } from '../http-client.ts';
import { type Collection, type Column, type Container, column, type Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import { nativeHello, nativeHelloReply, nativePacket, nativeQuery } from '../wire/clickhouse.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'clickhouse/no-authentication',
  severity: 'critical',
  title: 'ClickHouse answers queries of anyone who connects',
  why:
    'ClickHouse keeps logs, events and analytics, often every request that users made, with their text and their tokens. ' +
    'This one takes queries from the user "default" without a password: whoever reaches the port can list every table and ' +
    'copy it in minutes, with nothing but a browser. This is how more than a million lines of private chats stood open in January 2025.',
  remedy: ({ version }) => ({
    summary:
      'Give the user "default" a password, restrict the networks it may come from, and listen on internal addresses only.',
    steps: [
      'Close ports 8123, 8443, 9000, 9440 and 9009 to everybody but the application hosts, before anything else.',
      'Before restarting, keep system.query_log: it tells who else has read the tables.',
      'Set a password hash and a list of networks for the user default, in users.xml or in a file of its own in users.d.',
      major(version) >= 20
        ? 'Create users with CREATE USER and GRANT for the applications, with the rights they need and no more.'
        : 'Give each application a user of its own in users.xml, with a readonly profile where it only reads.',
      'Restrict listen_host in config.xml to loopback or internal addresses, and restart.',
    ],
    configuration: {
      file:
        major(version) >= 20
          ? '/etc/clickhouse-server/users.d/default-password.xml'
          : '/etc/clickhouse-server/users.xml',
      text: usersFile(version),
    },
    verify: "curl 'http://HOST:8123/?query=SELECT%201' has to answer 401 or 403 and an authentication error.",
    reference: 'https://clickhouse.com/docs/operations/settings/settings-users',
  }),
};

const INTERSERVER_OPEN: Rule = {
  id: 'clickhouse/interserver-reachable',
  severity: 'medium',
  title: 'The replication port of ClickHouse is reachable',
  why:
    'Replicas of ClickHouse fetch whole parts of tables from each other through this port. It answers any client; unless ' +
    'credentials are configured for it, one who knows the name of a replicated table and of a part can fetch its data. ' +
    'Nothing but the other replicas should reach it. Whether credentials are asked for cannot be told without asking for data.',
  remedy: () => ({
    summary: 'Let only the replicas reach port 9009, and configure credentials for it.',
    steps: [
      'Restrict the port to the addresses of the other replicas (firewall), or bind it with interserver_listen_host.',
      'Set interserver_http_credentials on all replicas, or use interserver_https_port with certificates.',
      'On a server without replication, remove interserver_http_port.',
    ],
    configuration: {
      file: '/etc/clickhouse-server/config.xml',
      text: '<interserver_http_credentials>\n  <user>interserver</user>\n  <password>A-LONG-RANDOM-PASSWORD</password>\n</interserver_http_credentials>',
    },
    verify: 'curl http://HOST:9009/ from a host that is no replica has to fail to connect.',
    reference:
      'https://clickhouse.com/docs/operations/server-configuration-parameters/settings#interserver_http_credentials',
  }),
};

/** Error codes of ClickHouse (src/Common/ErrorCodes.cpp) that mean: not without a login, or not from there. */
const LOGIN_REFUSED = new Set([
  192, // UNKNOWN_USER
  193, // WRONG_PASSWORD
  194, // REQUIRED_PASSWORD
  195, // IP_ADDRESS_NOT_ALLOWED
  516, // AUTHENTICATION_FAILED
]);

/** ACCESS_DENIED, DATABASE_ACCESS_DENIED and READONLY: logged in, and this is not allowed. */
const NOT_ALLOWED = new Set([497, 291, 164]);

export default defineStore({
  products: [{ id: 'clickhouse', title: 'ClickHouse' }],
  ports: [
    { port: 8123, transport: 'http' },
    { port: 8443, transport: 'http', tls: true },
    { port: 9000, transport: 'native' },
    { port: 9440, transport: 'native', tls: true },
    { port: 9009, transport: 'interserver' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'version', 'inventory'],
  protocol: 'https://clickhouse.com/docs/native-protocol/basics',
  testedAgainst: 'real server',
  recognise: {
    http: { transport: 'http', root: recogniseRoot, confirm: confirmHttp },
    hello: {
      transport: 'native',
      bytes: nativeHello,
      frame: (bytes, final) => {
        const framed = nativeHelloReply(bytes, final);
        if (typeof framed === 'string') return framed;
        const { reply } = framed;
        // Another protocol may begin with the same two bytes: an exception has to be one of a login.
        const isClickhouse = reply.type === 'hello' ? /clickhouse/i.test(reply.name) : LOGIN_REFUSED.has(reply.code);
        return { reply: isClickhouse ? { transport: 'native' } : undefined, used: framed.used };
      },
    },
  },
  rules: [NO_AUTHENTICATION, INTERSERVER_OPEN],
  examine: (visit, sighting) => {
    if (sighting.transport === 'interserver') return examineInterserver(visit);
    return sighting.transport === 'native' ? examineNative(visit) : examineHttp(visit);
  },
});

/** `Ok.` is what both HTTP ports say; the native port tells a web client that it is not for it. */
function recogniseRoot(answer: HttpAnswer): 'yes' | 'maybe' | 'no' | Sighting {
  const text = answer.text().slice(0, 4096);
  if (/is for clickhouse-client program/.test(text)) return { transport: 'native' };
  if (answer.header('x-clickhouse-server-display-name') !== '' || answer.header('x-clickhouse-exception-code') !== '') {
    return 'maybe';
  }
  return /^Ok\.\r?\n?$/.test(text) || /clickhouse|tabix/i.test(text) ? 'maybe' : 'no';
}

async function confirmHttp(http: HttpClient): Promise<boolean | Sighting> {
  const answer = await http.get(questionPath(VERSION_QUESTION));
  if (answer instanceof Ended) return false;
  const text = answer.text().slice(0, 4096);
  if (isClickhouseHttp(answer)) return true;
  if (/(?:Poco|DB)::(?:Net)?Exception|Code: \d+/.test(text)) return { transport: 'interserver' };
  return answer.status === 200 && rowsOf(answer) !== undefined;
}

/** Only the query interface sends these headers; older servers and the interserver port do not. */
function isClickhouseHttp(answer: HttpAnswer): boolean {
  return [...answer.headers.keys()].some((name) => name.startsWith('x-clickhouse-'));
}

// ---- the questions: system tables only, every column as text, so that HTTP and native are read alike

const VERSION_QUESTION = 'SELECT version(), timezone()';
const READONLY_QUESTION =
  "SELECT name, value FROM system.settings WHERE name = 'readonly' OR name = 'allow_ddl' ORDER BY name";
const USER_TABLES = "database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')";
const TABLES_QUESTION = `SELECT database, name, engine FROM system.tables WHERE ${USER_TABLES} ORDER BY database, name LIMIT 20001`;
const TOTALS_QUESTION = `SELECT database, name, toString(total_rows), toString(total_bytes) FROM system.tables WHERE ${USER_TABLES} AND total_rows IS NOT NULL LIMIT 20001`;
const PARTS_QUESTION = `SELECT database, table, toString(sum(rows)), toString(sum(bytes_on_disk)) FROM system.parts WHERE active AND ${USER_TABLES} GROUP BY database, table LIMIT 20001`;
const COLUMNS_QUESTION = `SELECT database, table, name, type FROM system.columns WHERE ${USER_TABLES} LIMIT 200001`;
const GRANTS_QUESTION = 'SHOW GRANTS';

type Rows = readonly (readonly string[])[];

/** An answer to a question: rows, an error code of ClickHouse, or the connection's end. */
type Asked = Rows | { readonly code: number } | Ended;

interface Conversation {
  ask(sql: string): Promise<Asked>;
  /** The exchange of the last question. */
  exchange(): Exchange;
  /** The value of the setting `readonly` that does not come from the way of asking. */
  readonly readonlyQuestion: (sql: string) => Promise<Asked>;
}

async function examineHttp(visit: Visit): Promise<Examination> {
  let last: Exchange = NOTHING;
  const conversation: Conversation = {
    ask: async (sql) => {
      const answer = await visit.http.get(questionPath(sql));
      if (answer instanceof Ended) return answer;
      last = answer.exchange;
      return askedOf(answer);
    },
    // A GET is made read-only by the server, so the user's own setting shows only to a POST. The text is a constant SELECT.
    readonlyQuestion: async (sql) => {
      const answer = await visit.http.post('/', `${sql} FORMAT JSONCompact`, {
        headers: { 'Content-Type': 'text/plain' },
      });
      return answer instanceof Ended ? answer : askedOf(answer);
    },
    exchange: () => last,
  };
  return examineQueries(conversation, undefined);
}

async function examineNative(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return nothingKnown(posture({}));
  try {
    const hello = await line.ask(nativeHello(), nativeHelloReply);
    if (hello instanceof Ended) return nothingKnown(posture({}));
    if (hello.type === 'exception') {
      return nothingKnown(LOGIN_REFUSED.has(hello.code) ? refused('no') : posture({ identify: 'no' }));
    }
    const ask = (sql: string) => askNative(line, sql);
    const conversation = { ask, readonlyQuestion: ask, exchange: () => line.exchange() };
    return await examineQueries(conversation, `${hello.major}.${hello.minor}`);
  } finally {
    line.close();
  }
}

async function examineInterserver(visit: Visit): Promise<Examination> {
  const root = await visit.http.get('/');
  const signs: Sign[] =
    root instanceof Ended
      ? []
      : [
          {
            rule: INTERSERVER_OPEN,
            evidence: [evidence(root.exchange, 'GET /', `HTTP ${root.status}, without a login`)],
          },
        ];
  return {
    product: 'clickhouse',
    posture: posture({ identify: 'no', list: 'no', count: 'no', write: 'no', administer: 'no' }),
    signs,
    caveats: ['Whether a part of a table can be fetched here was not tried: the smallest question would be a read.'],
  };
}

/** The same questions for every transport. */
async function examineQueries(conversation: Conversation, helloVersion: string | undefined): Promise<Examination> {
  const about = await conversation.ask(VERSION_QUESTION);
  const asked = conversation.exchange();
  if (about instanceof Ended) return nothingKnown(posture({}), helloVersion);
  if ('code' in about) return withoutQueries(about.code, helloVersion);
  const version = about[0]?.[0] ?? helloVersion;
  const tables = await conversation.ask(TABLES_QUESTION);
  const counts = await countsOf(conversation, version);
  const known = await rightsOf(conversation, version, { tables, counts });
  const inventory = isRows(tables) ? inventoryOf(tables, counts, await conversation.ask(COLUMNS_QUESTION)) : undefined;
  return {
    product: 'clickhouse',
    ...(version !== undefined && { version }),
    posture: known,
    ...(inventory && { inventory }),
    signs: [
      {
        rule: NO_AUTHENTICATION,
        evidence: [evidence(asked, VERSION_QUESTION, 'one row: queries are answered without a login')],
      },
    ],
  };
}

function withoutQueries(code: number, version: string | undefined): Examination {
  if (LOGIN_REFUSED.has(code)) return nothingKnown(refused(version === undefined ? 'no' : 'yes'), version);
  if (NOT_ALLOWED.has(code)) return nothingKnown(posture({ identify: 'yes', list: 'no', count: 'no' }), version);
  return nothingKnown(posture({}), version);
}

/** Rows and bytes of each table: from its active parts, and where the server keeps them, of other engines too. */
async function countsOf(conversation: Conversation, version: string | undefined): Promise<Asked> {
  const parts = await conversation.ask(PARTS_QUESTION);
  // system.tables has had total_rows since 20.1; asking an older server would leave an error in its log.
  if (major(version) < 20 || major(version) === Infinity) return parts;
  const totals = await conversation.ask(TOTALS_QUESTION);
  if (!isRows(totals)) return parts;
  return isRows(parts) ? [...totals, ...parts] : totals;
}

async function rightsOf(
  conversation: Conversation,
  version: string | undefined,
  seen: { readonly tables: Asked; readonly counts: Asked },
): Promise<Posture> {
  const settings = await conversation.readonlyQuestion(READONLY_QUESTION);
  const setting = (name: string) => (isRows(settings) ? settings.find((row) => row[0] === name)?.[1] : undefined);
  const isReadonly = setting('readonly');
  const mayWrite: Answer = isReadonly === undefined ? 'unknown' : isReadonly === '0' ? 'yes' : 'no';
  const mayDefine: Answer = mayWrite === 'yes' && setting('allow_ddl') === '0' ? 'no' : mayWrite;
  const common = { identify: 'yes', list: answerFor(seen.tables), count: answerFor(seen.counts) } as const;
  // Before 20.4 there were no grants: who is let in may do what the profile allows.
  if (major(version) < 20) return posture({ ...common, read: 'yes', write: mayWrite, administer: mayDefine });
  const grants = await conversation.ask(GRANTS_QUESTION);
  if (!isRows(grants))
    return posture({ ...common, read: isRows(seen.tables) && seen.tables.length > 0 ? 'yes' : 'unknown' });
  const granted = grants.map((row) => row[0] ?? '').join('\n');
  const grant = (right: RegExp, limit: Answer): Answer => (right.test(granted) ? limit : 'no');
  return posture({
    ...common,
    read: grant(/GRANT [^\n]*\b(?:ALL|SELECT)\b(?![^\n]*\bON system\.)/, 'yes'),
    write: grant(/GRANT [^\n]*\b(?:ALL|INSERT)\b/, mayWrite),
    administer: grant(
      /GRANT [^\n]*\b(?:ALL ON \*\.\*|ACCESS MANAGEMENT|CREATE USER|SYSTEM)\b|GRANT ALL ON \*\.\*/,
      mayDefine,
    ),
  });
}

function answerFor(asked: Asked): Answer {
  if (asked instanceof Ended) return 'unknown';
  if (isRows(asked)) return 'yes';
  return NOT_ALLOWED.has(asked.code) ? 'no' : 'unknown';
}

function inventoryOf(tables: Rows, counts: Asked, columns: Asked): Inventory {
  const key = (row: readonly string[]) => JSON.stringify([row[0], row[1]]);
  const totals = new Map(isRows(counts) ? counts.map((row) => [key(row), row]) : []);
  const columnsOf = new Map<string, Column[]>();
  for (const row of isRows(columns) ? columns : []) {
    const list = columnsOf.get(key(row)) ?? [];
    list.push(column(row[2] ?? '', row[3] ?? ''));
    columnsOf.set(key(row), list);
  }
  const databases = new Map<string, Collection[]>();
  for (const row of tables) {
    const [database = '', name = '', engine = ''] = row;
    const list = databases.get(database) ?? [];
    list.push({ name, ...countOf(totals.get(key(row)), engine), columns: columnsOf.get(key(row)) ?? [] });
    databases.set(database, list);
  }
  const containers = [...databases].map(([name, collections]): Container => ({ name, collections }));
  return { containers, ...(tables.length > 20_000 && { truncated: true }) };
}

/** Parts keep their counts exactly. A MergeTree table without parts is empty; other engines keep no count. */
function countOf(total: readonly string[] | undefined, engine: string): Partial<Collection> {
  const exact = { rowsBasis: 'exact', bytesBasis: 'exact' } as const;
  if (total) return { rows: Number(total[2]), bytes: Number(total[3]), ...exact };
  return engine.endsWith('MergeTree') ? { rows: 0, bytes: 0, ...exact } : {};
}

// ---- HTTP

function questionPath(sql: string): string {
  return `/?query=${encodeURIComponent(`${sql} FORMAT JSONCompact`)}`;
}

const jsonCompact = v.object({ data: v.array(v.array(v.string())) });

function rowsOf(answer: HttpAnswer): Rows | undefined {
  return answer.json(jsonCompact)?.data;
}

function askedOf(answer: HttpAnswer): Asked {
  if (answer.status === 200) return rowsOf(answer) ?? new Ended('foreign', 'read');
  const header = answer.header('x-clickhouse-exception-code');
  const code =
    header ||
    answer
      .text()
      .slice(0, 256)
      .match(/Code: (\d{1,5})/)?.[1];
  if (code) return { code: Number(code) };
  // A proxy in front of the server asks for the login itself.
  return answer.status === 401 || answer.status === 403 ? { code: 516 } : new Ended('foreign', 'read');
}

// ---- native

async function askNative(line: Line, sql: string): Promise<Asked> {
  const rows: (readonly string[])[] = [];
  line.send(nativeQuery(sql));
  for (;;) {
    const packet = await line.receive(nativePacket);
    if (packet instanceof Ended) return packet;
    if (packet.type === 'exception') return { code: packet.code };
    if (packet.type === 'end') return rows;
    if (packet.type === 'rows') for (const row of packet.rows) rows.push(row);
  }
}

const NOTHING: Exchange = { sent: new Uint8Array(), receivedBytes: 0, receivedSha256: '' };

function nothingKnown(known: Posture, version?: string): Examination {
  return { product: 'clickhouse', ...(version !== undefined && { version }), posture: known, signs: [] };
}

function isRows(asked: Asked): asked is Rows {
  return Array.isArray(asked);
}

/** The major version, or Infinity where it is not told: then the present defaults are assumed. */
function major(version: string | undefined): number {
  const number = Number.parseInt(version ?? '', 10);
  return Number.isNaN(number) ? Infinity : number;
}

function usersFile(version: string | undefined): string {
  // The root element was called `yandex` until 21.10.
  const root = major(version) >= 22 ? 'clickhouse' : 'yandex';
  return [
    `<${root}>`,
    '  <users>',
    '    <default>',
    ...(major(version) >= 20 ? ["      <password remove='1' />"] : []),
    '      <password_sha256_hex>SHA-256-OF-A-LONG-RANDOM-PASSWORD</password_sha256_hex>',
    '      <networks>',
    '        <ip>127.0.0.1</ip>',
    '        <ip>::1</ip>',
    '      </networks>',
    '    </default>',
    '  </users>',
    `</${root}>`,
  ].join('\n');
}
