// A record of the audit logs of MySQL Enterprise and Percona Server → events, whichever of their formats it was written in.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, datastoreEvent, type Outcome, present, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { beginsDump, OF_DUMP } from './mysql-dump.ts';
import { createRecent } from './recent.ts';
import { sqlEvent } from './sql-access.ts';

export interface MysqlAuditRecord {
  /** Its name in the XML formats: Connect, Quit, Query, Execute, Audit, … */
  readonly name: string;
  readonly time: string | undefined;
  readonly uid?: string | undefined;
  readonly session?: string | undefined;
  readonly user?: string | undefined;
  readonly ip?: string | undefined;
  readonly hostname?: string | undefined;
  readonly client?: string | undefined;
  readonly database?: string | undefined;
  /** 0 where it succeeded. */
  readonly status?: number | undefined;
  /** `select`, `drop_table`: what the server took the statement for. */
  readonly commandClass?: string | undefined;
  readonly query?: string | undefined;
  readonly rowsReturned?: number | undefined;
  readonly rowsRead?: number | undefined;
  readonly bytesReturned?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly isDump?: true | undefined;
}

const LOGONS: ReadonlySet<string> = new Set(['connect', 'change user']);
const LOGOFFS: ReadonlySet<string> = new Set(['quit', 'disconnect']);
/** The same statement can be told by records of two classes: how the command ended, and how the query ended. */
const COMMANDS: ReadonlySet<string> = new Set(['query', 'execute', 'status']);
const QUERY_END = 'query status end';
const OF_QUERIES = /^query (?:nested )?(?:start|status end)$/;
/** Of the audit itself and of the server: who switches the audit off is in these. */
const OWN: ReadonlySet<string> = new Set(['audit', 'noaudit', 'startup', 'shutdown', 'server start', 'server stop']);

interface Account {
  readonly user?: string;
  readonly ip?: string;
  readonly hostname?: string;
  readonly database?: string;
  readonly isDump?: true;
}

export interface MysqlAuditReader {
  readonly eventsOf: (record: MysqlAuditRecord) => readonly Fields[];
  readonly state: () => unknown;
}

/**
 * @param preferred the class that tells statements where a log has both; the other one's are told until it is seen
 * @param before what `state` gave
 */
export function createMysqlAuditReader(preferred: 'command' | 'query', before?: unknown): MysqlAuditReader {
  const kept = isRecord(before) ? before : {};
  const accounts = createRecent<Account>(kept.accounts);
  let hasPreferred = kept.hasPreferred === true;

  /** Records of queries do not say whose they are; those of the connection did. */
  const complete = (record: MysqlAuditRecord): MysqlAuditRecord => {
    const { session, user, ip, hostname, database } = record;
    if (session === undefined) return record;
    const before = accounts.get(session);
    const known = beginsDump(record.query ?? '') ? { ...before, isDump: true as const } : before;
    if (user === undefined) {
      if (known !== undefined && known !== before) accounts.set(session, known);
      return { ...record, ...known };
    }
    const isDump = LOGONS.has(record.name.toLowerCase()) ? undefined : known?.isDump;
    accounts.set(session, present({ user, ip, hostname, database: database ?? known?.database, isDump }));
    return { ...record, database: database ?? known?.database, isDump };
  };

  return {
    state: () => ({ accounts: accounts.state(), hasPreferred }),
    eventsOf: (told) => {
      const name = told.name.toLowerCase();
      const [isCommand, isOfQueries] = [COMMANDS.has(name), OF_QUERIES.test(name)];
      if (preferred === 'command' ? isCommand : isOfQueries) hasPreferred = true;
      const record = complete(told);
      if (LOGOFFS.has(name) && record.session !== undefined) accounts.delete(record.session);
      if (isCommand || name === QUERY_END) {
        const isTold = !hasPreferred || isCommand === (preferred === 'command');
        return isTold ? statementIn(record) : [];
      }
      return sessionIn(record, name);
    },
  };
}

function statementIn(record: MysqlAuditRecord): readonly Fields[] {
  const { database, query, rowsRead, rowsReturned, bytesReturned, durationMs } = record;
  if (query === undefined) return [];
  return [sqlEvent({ ...toldOf(record), database, query, rowsRead, rowsReturned, bytesReturned, durationMs }, 'mysql')];
}

function sessionIn(record: MysqlAuditRecord, name: string): readonly Fields[] {
  const told = toldOf(record);
  if (LOGONS.has(name)) return [authenticationEvent({ ...told, activity: 'logon' })];
  if (LOGOFFS.has(name)) return [authenticationEvent({ ...told, outcome: 'unknown', activity: 'logoff' })];
  if (!OWN.has(name)) return [];
  return [datastoreEvent({ ...told, activity: 'other', kind: 'relational', command: record.name })];
}

function toldOf({ status, ...record }: MysqlAuditRecord): Told {
  const outcome: Outcome = status === undefined ? 'unknown' : status === 0 ? 'success' : 'failure';
  return {
    // `2019-10-03T14:09:45 UTC`, or without a zone in UTC.
    time: instantOf(record.time?.replace(/ UTC$/, 'Z')),
    product: 'mysql',
    service: 'audit',
    category: 'database',
    uid: record.uid,
    outcome,
    errorCode: status === 0 ? undefined : status,
    user: record.user,
    session: record.session,
    client: record.client,
    ip: record.ip,
    hostname: record.hostname,
    also: { ...present({ command_class: record.commandClass }), ...(record.isDump === true && OF_DUMP) },
  };
}
