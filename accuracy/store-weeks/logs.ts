// What the servers logged of a week, record for record, each with the step that it belongs to and with the times and addresses of the plan.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { csvFields } from '../../packages/detect/src/sources/csv.ts';
import { CLICKHOUSE_KEEPER } from '../../packages/probe/testing/clickhouse.ts';
import type { Step, StoreName } from './plan.ts';
import type { Ran, Servers } from './servers.ts';

export interface Logged {
  readonly store: StoreName;
  /** As the server wrote it, but for times and addresses; may be several lines. */
  readonly text: string;
  readonly time: number;
  readonly step: Step;
}

/** Where the logs end at the moment. */
export interface Marks {
  readonly postgresql: number;
  readonly mariadb: number;
}

const MARIADB_LOG = join('data', 'server_audit.log');
const POSTGRESQL_LOG = join('data', 'log', 'week.csv');

export async function marksOf(servers: Servers): Promise<Marks> {
  const size = (path: string) => readFileSync(path, 'utf8').length;
  await pause(500);
  return {
    postgresql: size(join(servers.postgresql.dir, POSTGRESQL_LOG)),
    mariadb: size(join(servers.mariadb.dir, MARIADB_LOG)),
  };
}

export async function logsOf(servers: Servers, ran: Ran, from: Marks): Promise<readonly Logged[]> {
  // The collector of PostgreSQL and the query log of ClickHouse write a moment later.
  await pause(1_500);
  const all = [
    ...postgresqlLog(servers, ran, from),
    ...mariadbLog(servers, ran, from),
    ...(await clickhouseLog(servers, ran)),
  ];
  return all.toSorted((a, b) => a.time - b.time);
}

function replaced(text: string, { addresses }: Ran): string {
  return text.replace(/(?:::ffff:)?(127\.10\.\d+\.\d+)/g, (whole, address: string) => addresses.get(address) ?? whole);
}

/** A place in the steps of one connection. */
class Walk {
  readonly #steps: readonly Step[];
  #at = -1;
  #statement = '';
  #isFailed = false;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  get step(): Step | undefined {
    return this.#steps[Math.max(0, this.#at)];
  }

  /** @param statement what is the same for all records of one statement; undefined for an error's */
  take(text: string, statement: string | undefined): Step | undefined {
    const here = this.#steps[this.#at];
    const isSame = statement === undefined ? here?.sql === text && !this.#isFailed : statement === this.#statement;
    if (isSame && here !== undefined) {
      this.#isFailed ||= statement === undefined;
      return here;
    }
    const next = this.#steps.findIndex(({ sql }, at) => at > this.#at && sql === text);
    this.#at = next >= 0 ? next : Math.min(this.#at + 1, this.#steps.length - 1);
    this.#isFailed = statement === undefined;
    this.#statement = statement ?? '';
    return this.step;
  }
}

/** A record ends where its quotes are closed. */
function csvRecords(text: string): readonly string[] {
  const records: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    if ((open.split('"').length - 1) % 2 !== 0) continue;
    if (open !== '') records.push(open);
    open = '';
  }
  return records;
}

const PG_PROCESS = 3;
const PG_SEVERITY = 11;
const PG_MESSAGE = 13;
const PG_QUERY = 19;

function postgresqlLog(servers: Servers, ran: Ran, from: Marks): Logged[] {
  const text = readFileSync(join(servers.postgresql.dir, POSTGRESQL_LOG), 'utf8').slice(from.postgresql);
  const walks = new Map<string, Walk>();
  const refused = [...ran.refused.postgresql];
  return csvRecords(text).flatMap((record) => {
    const fields = csvFields(record) ?? [];
    const process = fields[PG_PROCESS] ?? '';
    const message = fields[PG_MESSAGE] ?? '';
    if (message.startsWith('connection received')) {
      const known = ran.connections.postgresql.get(Number(process));
      const steps = known ?? refused.splice(0, 1);
      walks.set(process, new Walk(steps));
    }
    const walk = walks.get(process);
    const step = walk && postgresqlStep(walk, fields);
    if (step === undefined) return [];
    const shift = message.startsWith('connection') ? -50 : message.startsWith('disconnection') ? 400 : 0;
    const time = step.time + shift;
    const written = new Date(time).toISOString().replace('T', ' ').replace('Z', ' UTC');
    return [
      { store: 'postgresql' as const, text: replaced(written + record.slice(record.indexOf(',')), ran), time, step },
    ];
  });
}

function postgresqlStep(walk: Walk, fields: readonly string[]): Step | undefined {
  const message = fields[PG_MESSAGE] ?? '';
  if (message.startsWith('AUDIT: ')) {
    const [, statement, , , , , , sql] = csvFields(message.slice('AUDIT: '.length)) ?? [];
    return walk.take(sql ?? '', statement);
  }
  const [, sql] = /^duration: [\d.]+ ms {2}statement: ([\s\S]*)$/.exec(message) ?? [];
  if (sql !== undefined) return walk.take(sql, `${fields[5]}/${fields[6]}`);
  if (fields[PG_SEVERITY] === 'ERROR') return walk.take(fields[PG_QUERY] ?? '', undefined);
  return walk.step;
}

function mariadbLog(servers: Servers, ran: Ran, from: Marks): Logged[] {
  const text = readFileSync(join(servers.mariadb.dir, MARIADB_LOG), 'utf8').slice(from.mariadb);
  const walks = new Map<string, Walk>();
  const refused = [...ran.refused.mariadb];
  return text.split('\n').flatMap((line) => {
    const [, connection = '', query = '', operation = ''] =
      /^[^,]*,[^,]*,[^,]*,[^,]*,(\d+),(\d+),([A-Z_]+),/.exec(line) ?? [];
    if (connection === '') return [];
    if (operation === 'CONNECT' || operation === 'FAILED_CONNECT') {
      const known = ran.connections.mariadb.get(Number(connection));
      walks.set(connection, new Walk(known ?? (operation === 'FAILED_CONNECT' ? refused.splice(0, 1) : [])));
    }
    const walk = walks.get(connection);
    const step = operation === 'QUERY' ? walk?.take(queryIn(line), query) : walk?.step;
    if (step === undefined) return [];
    const time = step.time + (operation === 'CONNECT' ? -50 : operation === 'DISCONNECT' ? 400 : 0);
    const written = new Date(time).toISOString().slice(0, 19).replaceAll('-', '').replace('T', ' ');
    return [{ store: 'mariadb' as const, text: replaced(written + line.slice(line.indexOf(',')), ran), time, step }];
  });
}

function queryIn(line: string): string {
  const [, query = ''] = /,'([\s\S]*)',\d+$/.exec(line) ?? [];
  return query.replace(/\\(.)/g, '$1');
}

const COLUMNS =
  'type, event_time, query_start_time, query_duration_ms, read_rows, read_bytes, written_rows, result_rows, result_bytes, query, exception, is_initial_query, user, query_id, IPv6NumToString(address) AS address, port, initial_query_id, interface, client_name, http_user_agent';

async function clickhouseLog(servers: Servers, ran: Ran): Promise<Logged[]> {
  await clickhouseText(servers, 'SYSTEM FLUSH LOGS');
  const text = await clickhouseText(
    servers,
    `SELECT ${COLUMNS} FROM system.query_log WHERE type != 1 ORDER BY event_time FORMAT JSONEachRow`,
  );
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    const row = JSON.parse(line) as Record<string, unknown>;
    const step = ran.ids.get(String(row.query_id));
    if (step === undefined) return [];
    const written = new Date(step.time).toISOString().slice(0, 19).replace('T', ' ');
    const shown = JSON.stringify({ ...row, event_time: written, query_start_time: written });
    return [{ store: 'clickhouse' as const, text: replaced(shown, ran), time: step.time, step }];
  });
}

function clickhouseText({ clickhouse }: Servers, sql: string): Promise<string> {
  const headers = { 'x-clickhouse-user': CLICKHOUSE_KEEPER.user, 'x-clickhouse-key': CLICKHOUSE_KEEPER.password };
  return new Promise((resolve, reject) => {
    const asked = request({ host: clickhouse.host, port: clickhouse.ports.http, method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    asked.on('error', reject);
    asked.end(sql);
  });
}
