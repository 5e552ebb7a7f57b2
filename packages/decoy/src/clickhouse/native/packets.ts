// Packets of clients of the native protocol, as a server reads them, and those that it answers. https://clickhouse.com/docs/native-protocol/client and
// /server; which field came with which revision: https://github.com/ClickHouse/ClickHouse/blob/v23.8.9.54-lts/src/Core/ProtocolDefines.h
import type { Exception } from '../faults.ts';
import { PROTOCOL, VERSION } from '../told.ts';
import { blockOf, ENUM } from './block.ts';
import { type Cursor, readWith } from './cursor.ts';
import { i32, text, u8, u64, varuint } from './writing.ts';

/** Revisions from which a field is there. */
export const SINCE = {
  clientInfo: 54_032,
  timezone: 54_058,
  quotaKeyInClientInfo: 54_060,
  displayName: 54_372,
  versionPatch: 54_401,
  columnDefaults: 54_410,
  writeInfo: 54_420,
  settingsAsTexts: 54_429,
  interserverSecret: 54_441,
  openTelemetry: 54_442,
  forwardedFor: 54_443,
  referer: 54_447,
  distributedDepth: 54_448,
  initialQueryTime: 54_449,
  profileEvents: 54_451,
  parallelReplicas: 54_453,
  profileEventsOfInsert: 54_456,
  addendum: 54_458,
  parameters: 54_459,
  queryTime: 54_460,
  passwordRules: 54_461,
  nonce: 54_462,
  totalBytes: 54_463,
} as const;

export const CLIENT = {
  hello: 0,
  query: 1,
  data: 2,
  cancel: 3,
  ping: 4,
  tablesStatus: 5,
  keepAlive: 6,
  scalar: 7,
} as const;
const SERVER = {
  hello: 0,
  data: 1,
  exception: 2,
  progress: 3,
  pong: 4,
  end: 5,
  profile: 6,
  tables: 9,
  columns: 11,
  profileEvents: 14,
} as const;

const MAX_NAME = 4096;
const MAX_SQL = 1 << 20;
const MAX_SETTINGS = 1_000;

export interface Hello {
  readonly client: string;
  /** What both sides speak. */
  readonly revision: number;
  readonly database: string;
  readonly user: string;
  readonly hasPassword: boolean;
}

export interface Query {
  readonly id: string;
  readonly sql: string;
  readonly isCompressed: boolean;
}

type Read<T> = ReturnType<typeof readWith<T>>;

/** Behind its type. */
export function readHello(bytes: Buffer): Read<Hello> {
  return readWith(bytes, (cursor) => {
    const client = cursor.text(MAX_NAME);
    cursor.varuint();
    cursor.varuint();
    const revision = cursor.varuint();
    const database = cursor.text(MAX_NAME);
    const user = cursor.text(MAX_NAME);
    const hasPassword = cursor.text(MAX_NAME) !== '';
    return {
      client,
      revision: Math.min(revision, PROTOCOL),
      database: database || 'default',
      user: user || 'default',
      hasPassword,
    };
  });
}

/** Since revision 54458 a client sends the key of its quota behind its hello. */
export function readAddendum(bytes: Buffer): Read<string> {
  return readWith(bytes, (cursor) => cursor.text(MAX_NAME));
}

/** Behind its type. */
export function readQuery(bytes: Buffer, revision: number): Read<Query> {
  return readWith(bytes, (cursor) => {
    const id = cursor.text(MAX_NAME);
    if (revision >= SINCE.clientInfo) clientInfo(cursor, revision);
    if (revision >= SINCE.settingsAsTexts) settings(cursor);
    else oldSettings(cursor);
    if (revision >= SINCE.interserverSecret) cursor.text(MAX_NAME);
    cursor.varuint();
    const isCompressed = cursor.varuint() === 1;
    const sql = cursor.text(MAX_SQL);
    if (revision >= SINCE.parameters) settings(cursor);
    return { id, sql, isCompressed };
  });
}

/** By which a query first came; servers of a cluster name others, about which no more is told. */
const TCP = 1;
const HTTP = 2;

function clientInfo(cursor: Cursor, revision: number): void {
  if (cursor.u8() === 0) return;
  for (let count = 0; count < 3; count += 1) cursor.text(MAX_NAME);
  if (revision >= SINCE.initialQueryTime) cursor.skip(8);
  const by = cursor.u8();
  if (by === TCP) {
    for (let count = 0; count < 3; count += 1) cursor.text(MAX_NAME);
    for (let count = 0; count < 3; count += 1) cursor.varuint();
  } else if (by === HTTP) {
    cursor.u8();
    cursor.text(MAX_NAME);
    if (revision >= SINCE.forwardedFor) cursor.text(MAX_NAME);
    if (revision >= SINCE.referer) cursor.text(MAX_NAME);
  }
  if (revision >= SINCE.quotaKeyInClientInfo) cursor.text(MAX_NAME);
  if (revision >= SINCE.distributedDepth) cursor.varuint();
  if (by === TCP && revision >= SINCE.versionPatch) cursor.varuint();
  if (revision >= SINCE.openTelemetry && cursor.u8() === 1) {
    cursor.skip(16 + 8);
    cursor.text(MAX_NAME);
    cursor.u8();
  }
  if (revision >= SINCE.parallelReplicas) for (let count = 0; count < 3; count += 1) cursor.varuint();
}

/** Settings, and parameters of a query, are names with flags and a text each, up to an empty name. */
function settings(cursor: Cursor): void {
  for (let count = 0; cursor.text(MAX_NAME) !== ''; count += 1) {
    if (count > MAX_SETTINGS) cursor.fail();
    cursor.varuint();
    cursor.text(MAX_SQL);
  }
}

/** In old clients a value is written as its setting's type says: most are numbers. */
function oldSettings(cursor: Cursor): void {
  for (let count = 0; ; count += 1) {
    const name = cursor.text(MAX_NAME);
    if (name === '') return;
    if (count > MAX_SETTINGS) cursor.fail();
    if (/method$|mode$|policy$|format|level$|load_balancing|_class|timezone|quota|regexp|locale/.test(name))
      cursor.text(MAX_NAME);
    else cursor.varuint();
  }
}

export interface TableName {
  readonly database: string;
  readonly name: string;
}

/** Asked by servers of each other before they send a query on. Behind its type. */
export function readTablesStatus(bytes: Buffer): Read<readonly TableName[]> {
  return readWith(bytes, (cursor) => {
    const count = cursor.varuint();
    if (count > MAX_SETTINGS) cursor.fail();
    return Array.from({ length: count }, () => ({ database: cursor.text(MAX_NAME), name: cursor.text(MAX_NAME) }));
  });
}

// ---- answers

/** @param nonce 8 bytes that are others each time */
export function helloAnswer(revision: number, host: string, nonce: bigint): Buffer {
  const [major = 0, minor = 0, patch = 0] = VERSION.split('.').map(Number);
  return Buffer.concat([
    varuint(SERVER.hello),
    text('ClickHouse'),
    varuint(major),
    varuint(minor),
    varuint(PROTOCOL),
    ...(revision >= SINCE.timezone ? [text('UTC')] : []),
    ...(revision >= SINCE.displayName ? [text(host)] : []),
    ...(revision >= SINCE.versionPatch ? [varuint(patch)] : []),
    ...(revision >= SINCE.passwordRules ? [varuint(0)] : []),
    ...(revision >= SINCE.nonce ? [u64(nonce)] : []),
  ]);
}

export function exceptionAnswer({ code, kind, text: message }: Exception): Buffer {
  return Buffer.concat([
    varuint(SERVER.exception),
    i32(code),
    text(kind),
    text(`${kind}: ${message}`),
    text(''),
    u8(0),
  ]);
}

/** Behind it comes a block, compressed if the query asked for that. */
export function dataHead(): Buffer {
  return Buffer.concat([varuint(SERVER.data), text('')]);
}

export function progressAnswer(revision: number, rows: number, bytes: number): Buffer {
  return Buffer.concat([
    varuint(SERVER.progress),
    varuint(rows),
    varuint(bytes),
    varuint(rows),
    ...(revision >= SINCE.totalBytes ? [varuint(bytes)] : []),
    ...(revision >= SINCE.writeInfo ? [varuint(0), varuint(0)] : []),
    ...(revision >= SINCE.queryTime ? [varuint(1_204_113)] : []),
  ]);
}

export function profileAnswer(rows: number, bytes: number): Buffer {
  return Buffer.concat([varuint(SERVER.profile), varuint(rows), varuint(1), varuint(bytes), u8(0), varuint(0), u8(1)]);
}

/** What a query cost, in a block that is never compressed. */
export function profileEventsAnswer(revision: number, host: string, time: string, rows: number): Buffer {
  const types = {
    host_name: 'String',
    current_time: 'DateTime',
    thread_id: 'UInt64',
    type: ENUM,
    name: 'String',
    value: 'Int64',
  };
  const typed = Object.entries(types).map(([name, type]) => ({ name, type, isNullable: false }));
  const events = [
    ['Query', 1],
    ['SelectedRows', rows],
    ['NetworkSendBytes', rows * 118],
  ] as const;
  const block = blockOf(
    typed,
    events.map(([name, value]) => [host, time, 0, 1, name, value]),
    revision,
  );
  return Buffer.concat([varuint(SERVER.profileEvents), text(''), block]);
}

export function columnsAnswer(columns: readonly { readonly name: string; readonly type: string }[]): Buffer {
  const lines = columns.map(({ name, type }) => `\`${name}\` ${type}\n`);
  const told = `columns format version: 1\n${columns.length} columns:\n${lines.join('')}`;
  return Buffer.concat([varuint(SERVER.columns), text(''), text(told)]);
}

export function tablesAnswer(tables: readonly TableName[]): Buffer {
  return Buffer.concat([
    varuint(SERVER.tables),
    varuint(tables.length),
    ...tables.flatMap(({ database, name }) => [text(database), text(name), u8(0)]),
  ]);
}

export const PONG: Buffer = varuint(SERVER.pong);
export const END: Buffer = varuint(SERVER.end);
