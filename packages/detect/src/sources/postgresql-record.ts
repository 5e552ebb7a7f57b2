// A record of PostgreSQL's log → events, whichever of its formats it was written in. Connections, sign-ins, statements, errors, and the
// lines of pgaudit (https://github.com/pgaudit/pgaudit/blob/main/README.md#format).
// What the server says of itself (checkpoints, vacuum) is nobody's access and gives no event, but for settings that it has read anew.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import {
  authenticationEvent,
  type DatastoreActivity,
  datastoreEvent,
  plainEvent,
  present,
  type Told,
} from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { readStatement } from '../sql/read-statement.ts';
import { csvFields } from './csv.ts';
import { countOf, placeOf, portOf, textOf } from './foreign.ts';
import { createRecent } from './recent.ts';
import { sqlEvent } from './sql-access.ts';

export interface PostgresqlRecord {
  /** As it is written, with its zone. */
  readonly time: string | undefined;
  readonly severity: string;
  readonly message: string;
  /** SQLSTATE; formats without it leave it out. */
  readonly code?: string | undefined;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
  readonly ip?: string | undefined;
  readonly port?: number | undefined;
  readonly hostname?: string | undefined;
  readonly session?: string | undefined;
  /** Of the line within its session. */
  readonly lineNumber?: string | undefined;
  readonly client?: string | undefined;
  readonly detail?: string | undefined;
  readonly statement?: string | undefined;
}

/** What of a session is told by one of its records and wanted by another. */
interface Session {
  readonly ip?: string;
  readonly port?: number;
  readonly hostname?: string;
  readonly method?: string;
  /** The fingerprint of the statement that was told last; pgaudit and errors tell of the same one again. */
  readonly ran?: string | undefined;
  /** pgaudit has told of it. */
  readonly isAudited?: boolean;
  /** The number that pgaudit gave the statement of its last line. */
  readonly audit?: string | undefined;
}

/** Classes 28 (invalid authorization); FATAL ones end a sign-in. */
const REFUSED_CODE = /^28/;
/** Formats without SQLSTATE tell by words only, and in English only. */
const REFUSED_WORDS =
  /^(?:\w+ authentication failed for user|no pg_hba\.conf entry for |pg_hba\.conf rejects |role ".*" (?:does not exist|is not permitted to log in)|authentication method \S+ (?:failed|not supported)|certificate authentication failed)/s;
const RUN =
  /^(?:duration: (?<ms>[\d.]{1,20}) ms {2})?(?:statement|received replication command|(?<extended>execute) (?<fetch>fetch from )?[^\n:]{0,256}): (?<query>[\s\S]*)$/;

const PREPARED = /^prepare: (?:prepare\s+\S{1,64}(?:\s*\([^()]{0,512}\))?\s+as\s+)?([\s\S]+)$/i;

export interface PostgresqlReader {
  readonly eventsOf: (record: PostgresqlRecord) => readonly Fields[];
  readonly state: () => unknown;
}

export function createPostgresqlReader(before?: unknown): PostgresqlReader {
  const sessions = createRecent<Session>(isRecord(before) ? before.sessions : undefined);
  const remember = (session: string | undefined, known: Session) => {
    if (session !== undefined) sessions.set(session, { ...sessions.get(session), ...known });
  };

  const fromLog = (record: PostgresqlRecord, told: Told): readonly Fields[] => {
    const { message, session } = record;
    const known = session === undefined ? undefined : sessions.get(session);
    if (message.startsWith('connection received: ')) {
      const place = hostAndPort(message);
      // Numbers of processes come again.
      if (session !== undefined) sessions.delete(session);
      remember(session, place);
      return [datastoreEvent({ ...told, ...place, activity: 'connect', kind: 'relational' })];
    }
    if (message.startsWith('connection authenticated: ')) {
      const [, method] = / method=([\w-]{1,64})/.exec(message.slice(0, 2048)) ?? [];
      if (method !== undefined) remember(session, { method });
      return [];
    }
    const authorised = /^(?:replication )?connection authorized: user=(\S{1,256})/.exec(message);
    if (authorised) {
      const [, client] = / application_name=(.{1,256}?)(?: SSL enabled| GSS |$)/.exec(message.slice(0, 2048)) ?? [];
      const user = told.user ?? authorised[1];
      const protocol = known?.method;
      return [
        authenticationEvent({
          ...told,
          user,
          client: told.client ?? client,
          protocol,
          activity: 'logon',
          outcome: 'success',
        }),
      ];
    }
    if (message.startsWith('disconnection: ')) {
      if (session !== undefined) sessions.delete(session);
      return [authenticationEvent({ ...told, activity: 'logoff', durationMs: sessionTime(message) })];
    }
    if (FOREIGN.test(message)) return [fromStranger(told, record.code)];
    if (message.startsWith('parameter "')) return fromParameter(message, told);
    if (message.startsWith('AUDIT: ')) return audited(message.slice('AUDIT: '.length), record, told);
    const [event] = fromRun(record, told);
    if (event === undefined) return [];
    const fingerprint = fingerprintOf(event);
    // The time that a statement took is told at its end, with its text where that was not told before.
    const isAgain = message.startsWith('duration: ') && known?.isAudited === true && known.ran === fingerprint;
    remember(session, { ran: isAgain ? undefined : fingerprint, isAudited: false });
    return [isAgain ? toldAgain(event) : event];
  };

  /** A statement is told by `log_statement`, by a line of pgaudit for each of its tables, and by its error: it is one. */
  const audited = (text: string, record: PostgresqlRecord, told: Told): readonly Fields[] => {
    const audit = fromAudit(text, record, told);
    if (audit === undefined) return [];
    const { event, number, isWhole } = audit;
    const { session } = record;
    const known = session === undefined ? undefined : sessions.get(session);
    const fingerprint = fingerprintOf(event);
    const isLogged = known?.ran !== undefined && !known.isAudited && (!isWhole || known.ran === fingerprint);
    const isAgain = isLogged || (number !== undefined && known?.audit === number);
    remember(session, { audit: number, isAudited: true, ran: isAgain ? known?.ran : fingerprint });
    return [isAgain ? toldAgain(event) : event];
  };

  const failed = (record: PostgresqlRecord, told: Told): readonly Fields[] => {
    const { session } = record;
    const known = session === undefined ? undefined : sessions.get(session);
    const [event] = fromError(record, told, known);
    if (event === undefined) return [];
    const isAgain = record.statement !== undefined && known?.ran !== undefined && known.ran === fingerprintOf(event);
    if (isAgain) remember(session, { ran: undefined });
    return [isAgain ? toldAgain(event) : event];
  };

  return {
    eventsOf: (record) => {
      const known = record.session === undefined ? undefined : sessions.get(record.session);
      const told = toldOf(record, known);
      if (record.severity === 'LOG') return fromLog(record, told);
      if (record.severity !== 'ERROR' && record.severity !== 'FATAL' && record.severity !== 'PANIC') return [];
      return failed(record, told);
    },
    state: () => ({ sessions: sessions.state() }),
  };
}

function toldOf(record: PostgresqlRecord, known: Session | undefined): Told {
  const { time, session, lineNumber, ip, hostname } = record;
  const isPlaced = ip !== undefined || hostname !== undefined;
  return {
    time: postgresqlInstant(time),
    product: 'postgresql',
    service: 'postgresql',
    category: 'database',
    uid: session === undefined || lineNumber === undefined ? undefined : `${session}/${lineNumber} ${time ?? ''}`,
    outcome: 'unknown',
    user: record.user,
    session,
    client: record.client,
    ip: isPlaced ? ip : known?.ip,
    port: record.port ?? known?.port,
    hostname: isPlaced ? hostname : known?.hostname,
  };
}

/** What is no start-up packet of PostgreSQL's protocol: a request of HTTP, the greeting of another protocol. An empty one is how balancers look whether the port is open. */
const FOREIGN =
  /^(?:invalid length of startup packet|unsupported frontend protocol |invalid startup packet layout|no PostgreSQL user name specified in startup packet|could not accept SSL connection: (?:http|https|unsupported protocol|wrong version number))/;

/** Somebody at the port who does not speak the protocol. */
function fromStranger(told: Told, code: string | undefined): Fields {
  return datastoreEvent({
    ...told,
    outcome: 'failure',
    errorCode: code,
    activity: 'connect',
    kind: 'relational',
    also: { foreign_protocol: true },
  });
}

const PARAMETER =
  /^parameter "(?<name>[\w.]{1,128})" (?:changed to "(?<value>[\s\S]*)"|removed from configuration file, reset to default)$/;

/** What was changed in the files of settings: by whom is not told, but it is the same as ALTER SYSTEM. */
function fromParameter(message: string, told: Told): readonly Fields[] {
  const { name, value } = PARAMETER.exec(message)?.groups ?? {};
  if (name === undefined) return [];
  const meant = `ALTER SYSTEM ${value === undefined ? `RESET ${name}` : `SET ${name} TO '${value.replaceAll("'", "''")}'`}`;
  const { verb, traits } = readStatement(meant, 'postgresql');
  return [plainEvent({ ...told, outcome: 'success', also: { query: message, unmapped: { verb, traits } } })];
}

function fromError(record: PostgresqlRecord, told: Told, known: Session | undefined): readonly Fields[] {
  const { code, message, statement, severity } = record;
  const failed: Told = { ...told, outcome: 'failure', errorCode: code };
  if (record.user === undefined && FOREIGN.test(message)) return [fromStranger(told, code)];
  const isRefused = code === undefined ? REFUSED_WORDS.test(message.slice(0, 2048)) : REFUSED_CODE.test(code);
  if (severity === 'FATAL' && isRefused) {
    return [authenticationEvent({ ...failed, protocol: known?.method, activity: 'logon' })];
  }
  if (statement !== undefined) {
    return [sqlEvent({ ...failed, query: statement, database: record.database }, 'postgresql')];
  }
  // Without a statement it is about the connection: no such database, too many clients, a broken start-up packet.
  if (severity !== 'FATAL' || record.user === undefined) return [];
  return [datastoreEvent({ ...failed, activity: 'connect', kind: 'relational', database: record.database })];
}

/** Statements that the server says it runs; how they ended is not known yet unless the time that they took stands before them. */
function fromRun(record: PostgresqlRecord, told: Told): readonly Fields[] {
  const groups = RUN.exec(record.message)?.groups;
  if (groups === undefined) return [];
  const { ms, query = '' } = groups;
  // An EXECUTE names a statement that was prepared; what it is stands in the detail.
  const [, prepared] = PREPARED.exec(record.detail ?? '') ?? [];
  const outcome = ms === undefined ? 'unknown' : 'success';
  return [
    sqlEvent(
      {
        ...told,
        outcome,
        query: prepared ?? query,
        database: record.database,
        durationMs: ms === undefined ? undefined : Number(ms),
      },
      'postgresql',
    ),
  ];
}

interface Audit {
  readonly event: Fields;
  /** Of the statement within its session. */
  readonly number: string | undefined;
  /** The statement's text is there as it was sent. */
  readonly isWhole: boolean;
}

const AUDITED: Readonly<Record<string, DatastoreActivity>> = { READ: 'read', ROLE: 'update' };

/** pgaudit: type, statement, substatement, class, command, object type, object, statement, parameters, and rows where they are logged. */
function fromAudit(text: string, record: PostgresqlRecord, told: Told): Audit | undefined {
  const fields = csvFields(text);
  if (fields === undefined || fields.length < 9) return undefined;
  const [kind, number, , className = '', command, objectType, object, written = '', , rows] = fields;
  // `log_statement_once` and `log_statement` leave it out; the command is known even so.
  const isWritten = !/^<(?:previously|not) logged>$/.test(written);
  const count = countOf(rows);
  const query = isWritten ? ranOf(written, command) : `${command ?? ''}`;
  const audited: Told = {
    ...told,
    service: 'pgaudit',
    outcome: 'success',
    also: present({
      audit_type: textOf(kind),
      audit_class: textOf(className),
      audit_command: textOf(command),
      object_type: textOf(objectType),
      object_name: textOf(object),
      table: isTable(objectType) && textOf(object) !== undefined ? { name: object } : undefined,
    }),
  };
  const numbers = className === 'READ' ? { rowsReturned: count } : className === 'WRITE' ? { rowsWritten: count } : {};
  const isRun = command !== 'PREPARE' && Object.hasOwn(AUDITED, className);
  const activity = isRun ? AUDITED[className] : undefined;
  const event = sqlEvent({ ...audited, ...numbers, query, database: record.database }, 'postgresql', activity);
  return { event, number: textOf(number), isWhole: isWritten && !written.includes('<REDACTED>') };
}

/** Of an EXECUTE the statement that was prepared is written. */
function ranOf(written: string, command: string | undefined): string {
  return command === 'PREPARE' ? written : (PREPARED.exec(`prepare: ${written}`)?.[1] ?? written);
}

function fingerprintOf({ query_info: query }: Fields): string | undefined {
  return isRecord(query) ? textOf(query.uid) : undefined;
}

/** Of an access that another record has told of. */
function toldAgain(event: Fields): Fields {
  return { ...event, unmapped: { ...(isRecord(event.unmapped) ? event.unmapped : {}), accesses: 0 } };
}

function isTable(type: string | undefined): boolean {
  return type !== undefined && /^(?:(?:MATERIALIZED |FOREIGN )?(?:TABLE|VIEW)|SEQUENCE|INDEX)$/.test(type);
}

function hostAndPort(message: string): Session {
  const [, host, port] = /^connection received: host=(\S{1,255})(?: port=(\d{1,5}))?/.exec(message) ?? [];
  const number = portOf(port);
  return { ...placeOf(host), ...(number !== undefined && { port: number }) };
}

/** `session time: 0:00:00.083` in milliseconds. */
function sessionTime(message: string): number | undefined {
  const [, hours, minutes, seconds] =
    /session time: (\d{1,9}):(\d\d):(\d\d\.\d{1,6})/.exec(message.slice(0, 256)) ?? [];
  if (seconds === undefined) return undefined;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/**
 * Zones that `log_timezone` writes in letters, in hours ahead of UTC (share/timezonesets/Default). Those that mean several zones, such as
 * CST and IST, are left out, and then the time is not known.
 */
const ZONES: Readonly<Record<string, string>> = {
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  HKT: '+08:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

function postgresqlInstant(written: string | undefined): number | undefined {
  const [, time, zone] = /^(\S{10} \S{8,15}) (\S{1,8})$/.exec(written ?? '') ?? [];
  if (time === undefined || zone === undefined) return undefined;
  const offset = Object.hasOwn(ZONES, zone) ? ZONES[zone] : /^[-+]\d{2}$/.test(zone) ? `${zone}:00` : zone;
  return instantOf(`${time} ${offset ?? ''}`);
}
