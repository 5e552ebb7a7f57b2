// Events in the terms of OCSF 1.3 (schema.ocsf.io): the classes that accesses to data come in. Every source builds its events
// here, so that rules, models and the platform find the same thing under the same name whatever log told of it.
//
// What OCSF has no place for stands in `unmapped`, as OCSF wants it: numbers of rows and bytes, and what a statement does. The text of
// a statement as it was written is in `query`, for rules to look into; it holds people's values and is never stored, which is why
// `query_info.query_string` is the same statement without its values.
import type { Statement } from '../sql/statement.ts';
import type { Fields } from './event.ts';

const DATASTORE = 6005;
const HTTP = 4002;
const API = 6003;
const AUTHENTICATION = 3002;
const ACCOUNT = 3001;
const NETWORK = 4001;
/** Activities of Network Activity (4001). */
const NETWORK_ACTIVITIES = { open: 1, close: 2, refuse: 5 } as const;
const BASE = 0;
const OTHER = 99;

/** Activities of Datastore Activity (6005). */
const DATASTORE_ACTIVITIES = {
  read: 1,
  update: 2,
  connect: 3,
  query: 4,
  write: 5,
  create: 6,
  delete: 7,
  list: 8,
  encrypt: 9,
  decrypt: 10,
  other: OTHER,
} as const;

/** Activities of HTTP Activity (4002): the method. */
const HTTP_ACTIVITIES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    CONNECT: 1,
    DELETE: 2,
    GET: 3,
    HEAD: 4,
    OPTIONS: 5,
    POST: 6,
    PUT: 7,
    TRACE: 8,
    PATCH: 9,
  }),
);

/** Activities of API Activity (6003). */
const API_ACTIVITIES = { create: 1, read: 2, update: 3, delete: 4, other: OTHER } as const;
/** Activities of Authentication (3002). */
const AUTHENTICATION_ACTIVITIES = { logon: 1, logoff: 2, ticket: 3, other: OTHER } as const;
/** Activities of Account Change (3001). */
const ACCOUNT_ACTIVITIES = {
  create: 1,
  enable: 2,
  password: 3,
  disable: 5,
  delete: 6,
  attach: 7,
  detach: 8,
  lock: 9,
  other: OTHER,
} as const;
/** `database.type_id`. */
const DATABASE_KINDS = {
  relational: 1,
  network: 2,
  object: 3,
  centralised: 4,
  operational: 5,
  nosql: 6,
  vector: 7,
} as const;
const OUTCOMES = { unknown: 0, success: 1, failure: 2 } as const;

export type Outcome = keyof typeof OUTCOMES;
export type DatastoreActivity = keyof typeof DATASTORE_ACTIVITIES;
export type ApiActivity = keyof typeof API_ACTIVITIES;
export type AccountActivity = keyof typeof ACCOUNT_ACTIVITIES;

/** Of every event. What a log does not tell is left out, never guessed. */
export interface Told {
  /** Milliseconds since 1970, UTC; undefined where the record does not tell it. */
  readonly time: number | undefined;
  /** What wrote the log: `clickhouse`, `postgresql`, `nginx`, `aws`, … */
  readonly product: string;
  /** The format is that of several products, or says none: rules for any of them are asked. */
  readonly isAnyProduct?: boolean | undefined;
  /** Which of its logs, in Sigma's sense: `query_log`, `pgaudit`, `cloudtrail`, … */
  readonly service?: string | readonly string[] | undefined;
  /** Category in Sigma's sense: `database`, `webserver`, `authentication`, … Several where rules of each are meant for it. */
  readonly category?: string | readonly string[] | undefined;
  /** The name that the log gives the event; the same event delivered twice has it twice. */
  readonly uid?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** The code of an error, never its text: texts of errors quote values. */
  readonly errorCode?: string | number | undefined;
  readonly user?: string | undefined;
  readonly userId?: string | undefined;
  readonly session?: string | undefined;
  /** The client's program or driver, as it names itself. */
  readonly client?: string | undefined;
  readonly ip?: string | undefined;
  readonly port?: number | undefined;
  readonly hostname?: string | undefined;
  /** The store's own address or name, where the log tells it. */
  readonly store?: string | undefined;
  readonly durationMs?: number | undefined;
  /** Further names that rules know, beside OCSF's: `cs-uri-query`, `eventName`, … */
  readonly also?: Fields | undefined;
}

/** How many accesses it tells of, where that is not one: 0 where another record of the log has told of it already. */
type Accesses = number | undefined;

export interface DatastoreTold extends Told {
  readonly activity: DatastoreActivity;
  readonly kind?: keyof typeof DATABASE_KINDS | undefined;
  readonly database?: string | undefined;
  readonly table?: string | undefined;
  /** A bucket or container of objects. */
  readonly bucket?: string | undefined;
  /** The name of an object in it. */
  readonly object?: string | undefined;
  /** The text as it was written. */
  readonly query?: string | undefined;
  readonly statement?: Statement | undefined;
  /** A command of a store that speaks no SQL: `GETRANGE`, `find`, `_search`. */
  readonly command?: string | undefined;
  readonly accesses?: Accesses;
  readonly rowsRead?: number | undefined;
  readonly rowsReturned?: number | undefined;
  readonly rowsWritten?: number | undefined;
  readonly bytesRead?: number | undefined;
  readonly bytesReturned?: number | undefined;
}

/** An access to a data store: Datastore Activity (6005). */
export function datastoreEvent(told: DatastoreTold): Fields {
  const { statement } = told;
  const tables = statement?.tables ?? (told.table === undefined ? [] : [told.table]);
  return {
    ...base(meantFor(told, 'database'), DATASTORE, DATASTORE_ACTIVITIES[told.activity], 6),
    ...database(told),
    ...bucket(told),
    ...(tables[0] !== undefined && { table: { name: tables[0] } }),
    ...(statement && { query_info: { query_string: statement.text, uid: statement.fingerprint } }),
    ...(told.query !== undefined && { query: told.query }),
    unmapped: present({
      accesses: told.accesses,
      rows_read: told.rowsRead,
      rows_returned: told.rowsReturned,
      rows_written: told.rowsWritten,
      bytes_read: told.bytesRead,
      bytes_returned: told.bytesReturned,
      command: told.command,
      ...(statement && {
        verb: statement.verb,
        tables: statement.tables,
        functions: statement.functions,
        traits: statement.traits,
      }),
    }),
    ...told.also,
  };
}

function database({ database: name, kind }: DatastoreTold): Fields {
  if (name === undefined && kind === undefined) return {};
  return { database: present({ name, type_id: kind === undefined ? undefined : DATABASE_KINDS[kind] }) };
}

function bucket({ bucket: name, object }: DatastoreTold): Fields {
  if (name === undefined && object === undefined) return {};
  return { databucket: present({ name, file: object === undefined ? undefined : { name: object, type_id: 1 } }) };
}

export interface HttpTold extends Told {
  readonly method?: string | undefined;
  /** Path and query as they were asked for. */
  readonly target: string;
  readonly path: string;
  readonly query?: string | undefined;
  readonly host?: string | undefined;
  readonly version?: string | undefined;
  readonly agent?: string | undefined;
  readonly referrer?: string | undefined;
  /** What proxies say of the client, which anybody can write. */
  readonly forwardedFor?: readonly string[] | undefined;
  readonly status?: number | undefined;
  /** Bytes of the answer's body. */
  readonly length?: number | undefined;
}

/** A request to a web server: HTTP Activity (4002). */
export function httpEvent(told: HttpTold): Fields {
  const { method } = told;
  const activity = method === undefined ? OTHER : (HTTP_ACTIVITIES.get(method) ?? OTHER);
  return {
    ...base(told, HTTP, activity, 4),
    http_request: present({
      http_method: method,
      url: present({ hostname: told.host, path: told.path, query_string: told.query, url_string: told.target }),
      version: told.version,
      user_agent: told.agent,
      referrer: told.referrer,
      x_forwarded_for: told.forwardedFor,
    }),
    http_response: present({ code: told.status, length: told.length }),
    ...told.also,
  };
}

export interface ApiTold extends Told {
  readonly activity: ApiActivity;
  /** `GetObject`, `Microsoft.Storage/storageAccounts/listKeys/action`, … */
  readonly operation: string;
  /** Of the service that was asked: `s3.amazonaws.com`. */
  readonly apiService?: string | undefined;
  /** Names of what was touched. */
  readonly resources?: readonly string[] | undefined;
  readonly agent?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly bytesReturned?: number | undefined;
}

/** A call of an API: API Activity (6003). */
export function apiEvent(told: ApiTold): Fields {
  return {
    ...base(
      told.category === undefined ? { ...told, category: 'application' } : told,
      API,
      API_ACTIVITIES[told.activity],
      6,
    ),
    api: present({
      operation: told.operation,
      service: told.apiService === undefined ? undefined : { name: told.apiService },
    }),
    ...((told.account !== undefined || told.region !== undefined) && {
      cloud: present({ account: told.account === undefined ? undefined : { uid: told.account }, region: told.region }),
    }),
    ...(told.resources && told.resources.length > 0 && { resources: told.resources.map((name) => ({ name })) }),
    ...(told.agent !== undefined && { http_request: { user_agent: told.agent } }),
    ...(told.bytesReturned !== undefined && { unmapped: { bytes_returned: told.bytesReturned } }),
    ...told.also,
  };
}

export interface AuthenticationTold extends Told {
  readonly activity: keyof typeof AUTHENTICATION_ACTIVITIES;
  /** `password`, `publickey`, `SCRAM-SHA-256`, … */
  readonly protocol?: string | undefined;
  /** Whose account it is, where somebody goes there from another: `su`, `sudo`. */
  readonly target?: string | undefined;
  readonly accesses?: Accesses;
}

/** A sign-in or sign-out: Authentication (3002). */
export function authenticationEvent(told: AuthenticationTold): Fields {
  return {
    ...base(meantFor(told, 'authentication'), AUTHENTICATION, AUTHENTICATION_ACTIVITIES[told.activity], 3),
    ...accountOf(told),
    ...(told.protocol !== undefined && { auth_protocol: told.protocol }),
    ...(told.accesses !== undefined && { unmapped: { accesses: told.accesses } }),
    ...told.also,
  };
}

function accountOf({ target, user, userId }: AuthenticationTold): Fields {
  if (target !== undefined) return { user: { name: target } };
  return user === undefined ? {} : { user: present({ name: user, uid: userId }) };
}

export interface AccountTold extends Told {
  readonly activity: AccountActivity;
  /** Whose account is changed. */
  readonly account: string;
  /** The group or right that is given. */
  readonly privilege?: string | undefined;
}

/** A change of an account: Account Change (3001). */
export function accountEvent(told: AccountTold): Fields {
  return {
    ...base(told, ACCOUNT, ACCOUNT_ACTIVITIES[told.activity], 3),
    user: { name: told.account },
    ...(told.privilege !== undefined && { policy: { name: told.privilege } }),
    ...told.also,
  };
}

export interface NetworkTold extends Told {
  readonly activity: keyof typeof NETWORK_ACTIVITIES;
  readonly bytesReturned?: number | undefined;
}

/** A connection of which no more is told than its ends and its size: Network Activity (4001). */
export function networkEvent(told: NetworkTold): Fields {
  const { bytesReturned: bytes } = told;
  return {
    ...base(told, NETWORK, NETWORK_ACTIVITIES[told.activity], 4),
    ...(bytes !== undefined && { traffic: { bytes_out: bytes }, unmapped: { bytes_returned: bytes } }),
    ...told.also,
  };
}

/** What is none of these classes: a Base Event (0), with its fields in `also`. */
export function plainEvent(told: Told): Fields {
  return { ...base(told, BASE, OTHER, 0), ...told.also };
}

/** The same list for all, so that rules are chosen once. */
const DATABASE_SIGN_IN = ['database', 'authentication'] as const;

/** An event is also meant for the rules of its class: a database's sign-in is a sign-in. */
function meantFor(told: Told, category: 'database' | 'authentication'): Told {
  const said = told.category ?? category;
  if (said === category || (typeof said === 'object' && said.includes(category))) return { ...told, category: said };
  if (said === 'database') return { ...told, category: DATABASE_SIGN_IN };
  return { ...told, category: typeof said === 'string' ? [said, category] : [...said, category] };
}

const FAILURE_SEVERITY = 2;
const PLAIN_SEVERITY = 1;

function base(told: Told, classUid: number, activity: number, category: number): Fields {
  const source = present({ ip: told.ip, port: told.port, hostname: told.hostname });
  const actor = present({
    user:
      told.user === undefined && told.userId === undefined ? undefined : present({ name: told.user, uid: told.userId }),
    session: told.session === undefined ? undefined : { uid: told.session },
    app_name: told.client,
  });
  return {
    class_uid: classUid,
    category_uid: category,
    activity_id: activity,
    type_uid: classUid * 100 + activity,
    severity_id: told.outcome === 'failure' ? FAILURE_SEVERITY : PLAIN_SEVERITY,
    ...(told.time !== undefined && { time: told.time }),
    metadata: present({
      version: '1.3.0',
      product: { name: told.product },
      log_name: typeof told.service === 'object' ? told.service[0] : told.service,
      uid: told.uid,
    }),
    status_id: OUTCOMES[told.outcome ?? 'unknown'],
    logsource: present({
      product: told.isAnyProduct === true ? undefined : told.product,
      category: told.category,
      service: told.service,
    }),
    ...(told.errorCode !== undefined && { status_code: String(told.errorCode) }),
    ...(isFilled(actor) && { actor }),
    ...(isFilled(source) && { src_endpoint: source }),
    ...(told.store !== undefined && { dst_endpoint: { hostname: told.store } }),
    ...(told.durationMs !== undefined && { duration: told.durationMs }),
  };
}

function isFilled(value: Fields): boolean {
  return Object.keys(value).length > 0;
}

/** The same without what is not there. */
export function present(value: Fields): Fields {
  const kept: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept;
}
