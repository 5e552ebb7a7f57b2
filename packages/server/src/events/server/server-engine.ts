// A ClickHouse server elsewhere, by its HTTP interface.
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import * as v from 'valibot';
import { type EventEngine, rowsOf, STATEMENT_SETTINGS } from '../engine.ts';
import { CLOSED, type EventsFault, faultOf, unreachable } from '../fault.ts';

/** A server's answer is whole or an error: it waits until the statement has ended. */
const SETTINGS = { ...STATEMENT_SETTINGS, wait_end_of_query: 1 } as const;

const TIMEOUT_MS = 60_000;
/** Less than any server keeps a silent connection open. */
const IDLE_MS = 2_000;

/** Of the oldest version that is answered for: what the statements need is older, its support ended. */
const OLDEST = { major: 24, minor: 8 };

const DEFAULT_DATABASE = 'vigie';

/** @param url as in `https://user:password@clickhouse.example.com:8443/database`; the database is made where it is not there */
export async function openServerEngine(url: string): Promise<EventEngine | EventsFault> {
  const address = addressOf(url);
  if (address === undefined) return NO_URL;
  const first = clientOf(address.server, undefined);
  const unfit = await prepare(first, address.database);
  await first.close();
  return unfit ?? engineOver(clientOf(address.server, address.database));
}

interface Address {
  readonly server: URL;
  readonly database: string;
}

function addressOf(text: string): Address | undefined {
  if (!URL.canParse(text)) return undefined;
  const server = new URL(text);
  const database = decodeURIComponent(server.pathname.slice(1)) || DEFAULT_DATABASE;
  if (!/^https?:$/.test(server.protocol) || !/^\w{1,64}$/.test(database)) return undefined;
  server.pathname = '';
  return { server, database };
}

function clientOf(url: URL, database: string | undefined): ClickHouseClient {
  return createClient({
    url,
    ...(database === undefined ? {} : { database }),
    application: 'vigie',
    request_timeout: TIMEOUT_MS,
    // A server may have closed a connection that was silent while this process had other work: such a one is not asked again.
    keep_alive: { enabled: true, idle_socket_ttl: IDLE_MS, eagerly_destroy_stale_sockets: true },
    // Its log would repeat statements and their values.
    log: { level: ClickHouseLogLevel.OFF },
  });
}

const Version = v.tuple([v.object({ version: v.string() })]);

/** Undefined where what answers is no ClickHouse. */
function versionIn(text: string): string | undefined {
  try {
    const parsed = v.safeParse(Version, rowsOf(text));
    return parsed.success ? parsed.output[0].version : undefined;
  } catch {
    // Not even JSON.
    return undefined;
  }
}

/** Looks whether the server is fit, and makes the database; with plain statements that the oldest servers understand too. */
async function prepare(client: ClickHouseClient, database: string): Promise<EventsFault | undefined> {
  return attempt(async () => {
    const answer = await client.query({ query: 'SELECT version() AS version', format: 'JSONEachRow' });
    const version = versionIn(await answer.text());
    if (version === undefined) return unreachable(NO_CLICKHOUSE);
    if (!isRecent(version)) return tooOld(version);
    const known = await client.query({
      query: `SELECT name FROM system.databases WHERE name = '${database}'`,
      format: 'JSONEachRow',
    });
    if (rowsOf(await known.text()).length === 0)
      await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
    return undefined;
  });
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

function engineOver(client: ClickHouseClient): EventEngine {
  let isClosed = false;
  const ask = <T>(work: () => Promise<T>): Promise<T | EventsFault> =>
    isClosed ? Promise.resolve(CLOSED) : attempt(work);
  const settings = { clickhouse_settings: SETTINGS };
  return {
    kind: 'server',
    command: (query) =>
      ask(async () => {
        await client.command({ query, ...settings });
        return undefined;
      }),
    insert: (table, lines) =>
      ask(async () => {
        const values = Readable.from([lines], { objectMode: false });
        const { stream } = await client.exec({ query: `INSERT INTO ${table} FORMAT JSONEachRow`, values, ...settings });
        await drain(stream);
        return undefined;
      }),
    select: (query, parameters) =>
      ask(async () => {
        const asked = { query, query_params: { ...parameters }, format: 'JSONEachRow', ...settings } as const;
        return { rows: rowsOf(await (await client.query(asked)).text()) };
      }),
    async read(sql, take) {
      const asked = { query: `${sql} FORMAT JSONEachRow`, ...settings };
      const opened = await ask(async () => ({ stream: (await client.exec(asked)).stream }));
      return 'code' in opened ? opened : readThrough(opened.stream, take);
    },
    async close() {
      isClosed = true;
      await client.close();
    },
  };
}

/** @throws what `take` throws; what the connection does is a fault */
async function readThrough(
  stream: Readable,
  take: (part: Uint8Array) => Promise<void>,
): Promise<EventsFault | undefined> {
  let taken: { readonly error: unknown } | undefined;
  try {
    for await (const part of stream)
      await take(part as Uint8Array).catch((error: unknown) => {
        taken = { error };
        throw error;
      });
    return undefined;
  } catch (error) {
    if (taken !== undefined) throw taken.error;
    return faultFrom(error);
  }
}

/** The answer to an insert is empty, and has to be read for the connection to be used again. */
async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream) {
    // Nothing is in it that anybody needs.
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | EventsFault> {
  try {
    return await work();
  } catch (error) {
    return faultFrom(error);
  }
}

const NO_CLICKHOUSE = 'what answers there is no ClickHouse';

function faultFrom(error: unknown): EventsFault {
  if (error instanceof ClickHouseError) return faultOf({ code: Number(error.code), name: error.type });
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof SyntaxError) throw error;
  if ('code' in error) return unreachable(String(error.code));
  return /timeout/i.test(error.message) ? unreachable('no answer in time') : unreachable(NO_CLICKHOUSE);
}

const NO_URL: EventsFault = {
  code: 'unreachable',
  message: 'the URL of --events-url is none of a ClickHouse server',
  remedy: 'write it as http://user:password@host:8123/database; the name of the database has letters, digits and _',
};

function tooOld(version: string): EventsFault {
  const shown = /^[\d.]{1,20}/.exec(version)?.[0] ?? 'unknown';
  return {
    code: 'too-old',
    message: `the ClickHouse server has version ${shown}; ${OLDEST.major}.${OLDEST.minor} is the oldest that Vigie speaks to`,
    remedy: 'upgrade the server, or leave --events-url away: the embedded store needs no server',
  };
}
