// A session of the native protocol: what the client's packets come to, one after another.
import type { Setting } from '../../decoy.ts';
import { addedRows, insertHeadOf } from '../../sql/changes.ts';
import type { ShopTable } from '../../sql/shop.ts';
import { tokensOf } from '../../sql/tokens.ts';
import { wordsOf } from '../../sql/words.ts';
import { MAX_WAITING } from '../../wire-buffer.ts';
import { answer, isThere, type Outcome } from '../answer.ts';
import { HOST, shops } from '../catalogue.ts';
import { type Exception, exception } from '../faults.ts';
import { TYPES, typedColumns } from '../types.ts';
import { blockOf, type ReadBlock, readBlock } from './block.ts';
import { readWith } from './cursor.ts';
import { readFrame, writeFrames } from './frames.ts';
import {
  CLIENT,
  columnsAnswer,
  dataHead,
  END,
  exceptionAnswer,
  type Hello,
  helloAnswer,
  PONG,
  profileAnswer,
  profileEventsAnswer,
  progressAnswer,
  type Query,
  readAddendum,
  readHello,
  readQuery,
  readTablesStatus,
  SINCE,
  tablesAnswer,
} from './packets.ts';

/** What one packet came to. */
interface Step {
  readonly used: number;
  readonly answers: readonly Buffer[];
  readonly told?: Told;
  readonly isOver?: boolean;
}

export type Told =
  | { readonly kind: 'hello'; readonly hello: Hello; readonly isKnown: boolean }
  | { readonly kind: 'query'; readonly query: Query; readonly outcome: Outcome; readonly bytes: number }
  | { readonly kind: 'ping' | 'nonsense' | 'web' };

export interface NativeSession {
  /** Of the bytes that wait: the next packet's step, or that it has not come whole. Never throws. */
  readonly take: (bytes: Buffer) => Step | 'more';
}

/** What the port says to a browser. */
const TO_BROWSERS =
  'HTTP/1.0 400 Bad Request\r\n\r\nPort 9000 is for clickhouse-client program\r\nYou must use port 8123 for HTTP.\r\n';
const UNEXPECTED = exception(101, 'UNEXPECTED_PACKET_FROM_CLIENT', 'Unexpected packet from client', 'DB::NetException');
const SPOILT = exception(40, 'CHECKSUM_DOESNT_MATCH', "Checksum doesn't match: corrupted data");
/** Rows of one block. */
const BLOCK_ROWS = 65_409;

type Phase =
  | { readonly kind: 'hello' | 'addendum' | 'idle' }
  /** A query came, and blocks of outer tables come, up to an empty one. */
  | { readonly kind: 'outer'; readonly query: Query }
  /** Rows of an INSERT come, up to an empty block. */
  | { readonly kind: 'rows'; readonly query: Query; readonly outcome: Outcome; readonly table: ShopTable };

export function createNativeSession(setting: Setting): NativeSession {
  let phase: Phase = { kind: 'hello' };
  let revision = 0;
  let database = 'default';

  function hello(bytes: Buffer): Step | 'more' {
    if (/^[GP]/.test(bytes.toString('latin1', 0, 1)))
      return { used: bytes.length, answers: [Buffer.from(TO_BROWSERS)], told: { kind: 'web' }, isOver: true };
    if (bytes[0] !== CLIENT.hello) return refused(bytes, UNEXPECTED);
    const read = readHello(bytes.subarray(1));
    if (read === 'more') return 'more';
    if (read === 'broken') return refused(bytes, UNEXPECTED);
    const { value } = read;
    revision = value.revision;
    const used = 1 + read.used;
    const told = (isKnown: boolean): Told => ({ kind: 'hello', hello: value, isKnown });
    if (value.user !== 'default' || value.hasPassword) {
      const text = `${value.user.slice(0, 64)}: Authentication failed: password is incorrect, or there is no user with such name.`;
      return { ...refused(bytes, exception(516, 'AUTHENTICATION_FAILED', text)), told: told(false) };
    }
    if (!shops.of(setting).databases.includes(value.database)) {
      const text = `Database ${value.database.slice(0, 64)} does not exist`;
      return { ...refused(bytes, exception(81, 'UNKNOWN_DATABASE', text)), told: told(false) };
    }
    database = value.database;
    phase = { kind: revision >= SINCE.addendum ? 'addendum' : 'idle' };
    const nonce = BigInt(setting.now()) * 2_654_435_761n;
    return { used, answers: [helloAnswer(revision, HOST, BigInt.asUintN(64, nonce))], told: told(true) };
  }

  function addendum(bytes: Buffer): Step | 'more' {
    const read = readAddendum(bytes);
    if (read === 'more') return 'more';
    if (read === 'broken') return refused(bytes, UNEXPECTED);
    phase = { kind: 'idle' };
    return { used: read.used, answers: [] };
  }

  function packet(bytes: Buffer): Step | 'more' {
    switch (bytes[0]) {
      case CLIENT.query: {
        const read = readQuery(bytes.subarray(1), revision);
        if (read === 'more') return 'more';
        if (read === 'broken') return refused(bytes, UNEXPECTED);
        phase = { kind: 'outer', query: read.value };
        return { used: 1 + read.used, answers: [] };
      }
      case CLIENT.ping:
        return { used: 1, answers: [PONG], told: { kind: 'ping' } };
      case CLIENT.cancel:
      case CLIENT.keepAlive:
        return { used: 1, answers: [] };
      case CLIENT.tablesStatus: {
        const read = readTablesStatus(bytes.subarray(1));
        if (read === 'more') return 'more';
        if (read === 'broken') return refused(bytes, UNEXPECTED);
        const here = read.value.filter(({ database: home, name }) => isThere(setting, [home, name]));
        return { used: 1 + read.used, answers: [tablesAnswer(here)], told: { kind: 'ping' } };
      }
      default:
        return refused(bytes, UNEXPECTED);
    }
  }

  /** A Data packet while a query is on its way. */
  function data(
    bytes: Buffer,
    { query, ...at }: Exclude<Phase, { kind: 'hello' | 'addendum' | 'idle' }>,
  ): Step | 'more' {
    if (bytes[0] === CLIENT.cancel) {
      phase = { kind: 'idle' };
      return { used: 1, answers: [END] };
    }
    if (bytes[0] === CLIENT.ping) return { used: 1, answers: [PONG] };
    const isScalar = bytes[0] === CLIENT.scalar;
    if (bytes[0] !== CLIENT.data && !isScalar) return refused(bytes, UNEXPECTED);
    const named = readWith(bytes.subarray(1), (cursor) => cursor.text(4096));
    if (named === 'more') return 'more';
    if (named === 'broken') return refused(bytes, UNEXPECTED);
    const read = blockWithin(bytes.subarray(1 + named.used), query.isCompressed, revision);
    if (read === 'more') return 'more';
    if (read === 'broken' || read === 'checksum') return refused(bytes, read === 'checksum' ? SPOILT : UNEXPECTED);
    const used = 1 + named.used + read.used;
    // What servers send of each other's queries beside them, and outer tables, are not needed here.
    if (read.value.columns.length > 0 || isScalar) {
      if (at.kind === 'rows') kept(at.table, read.value);
      return { used, answers: at.kind === 'rows' ? events(SINCE.profileEventsOfInsert, 0) : [] };
    }
    return at.kind === 'outer' ? { used, ...run(query) } : { used, ...finished(query, at.outcome) };
  }

  function run(query: Query): Omit<Step, 'used'> {
    const outcome = answer(setting, { sql: query.sql, database, isReadonly: false });
    if (outcome.chosen !== undefined) database = outcome.chosen;
    const table = outcome.intent === 'write' || outcome.intent === 'destroy' ? waitingFor(query.sql) : undefined;
    if (table) {
      phase = { kind: 'rows', query, outcome, table };
      const typed = table.columns.map(({ name, type }) => ({ name, type: TYPES[type], isNullable: false }));
      const head = revision >= SINCE.columnDefaults ? [columnsAnswer(typed)] : [];
      return { answers: [...head, dataHead(), packed(blockOf(typed, [], revision), query)] };
    }
    phase = { kind: 'idle' };
    const { result } = outcome;
    const answers = 'code' in result ? [exceptionAnswer(result)] : rowsAnswer(result, query);
    return { answers, told: { kind: 'query', query, outcome, bytes: sizeOf(answers) } };
  }

  function rowsAnswer({ columns, rows }: Exclude<Outcome['result'], Exception>, query: Query): Buffer[] {
    if (columns.length === 0) return [END];
    const typed = typedColumns(columns, rows);
    const block = (some: typeof rows) => [dataHead(), packed(blockOf(typed, some, revision), query)];
    const answers = block([]);
    for (let at = 0; at < rows.length; at += BLOCK_ROWS) answers.push(...block(rows.slice(at, at + BLOCK_ROWS)));
    const bytes = sizeOf(answers);
    const empty = [dataHead(), packed(blockOf([], [], revision), query)];
    return [
      ...answers,
      profileAnswer(rows.length, bytes),
      progressAnswer(revision, rows.length, bytes),
      ...events(SINCE.profileEvents, rows.length),
      ...empty,
      END,
    ];
  }

  function events(since: number, rows: number): Buffer[] {
    const time = new Date(setting.now()).toISOString().slice(0, 19).replace('T', ' ');
    return revision >= since ? [profileEventsAnswer(revision, HOST, time, rows)] : [];
  }

  /** The table, with the columns that rows are to come for; undefined where none are awaited. */
  function waitingFor(sql: string): ShopTable | undefined {
    const tokens = tokensOf(sql.slice(0, 65_536));
    return tokens ? insertHeadOf(wordsOf(tokens, false), shops.of(setting), database) : undefined;
  }

  function kept(table: ShopTable, { columns, rows }: ReadBlock): void {
    const shop = shops.of(setting);
    const target = shop.tables.find(({ name, database: home }) => name === table.name && home === table.database);
    if (!target) return;
    const full = rows.map((row) => target.columns.map(({ name }) => row[columns.indexOf(name)] ?? null));
    const change = addedRows(shop, target, full);
    shops.change(setting, change.shop, change.bytes);
  }

  function finished(query: Query, outcome: Outcome): Omit<Step, 'used'> {
    phase = { kind: 'idle' };
    return {
      answers: [...events(SINCE.profileEventsOfInsert, 0), END],
      told: { kind: 'query', query, outcome, bytes: 1 },
    };
  }

  return {
    take: (bytes) => {
      if (bytes.length === 0) return 'more';
      switch (phase.kind) {
        case 'hello':
          return hello(bytes);
        case 'addendum':
          return addendum(bytes);
        case 'idle':
          return packet(bytes);
        case 'outer':
        case 'rows':
          return data(bytes, phase);
      }
    },
  };
}

function refused(bytes: Buffer, fault: Exception): Step {
  return { used: bytes.length, answers: [exceptionAnswer(fault)], told: { kind: 'nonsense' }, isOver: true };
}

function packed(block: Buffer, { isCompressed }: Query): Buffer {
  return isCompressed ? writeFrames(block) : block;
}

function sizeOf(answers: readonly Buffer[]): number {
  return answers.reduce((sum, one) => sum + one.length, 0);
}

/** A block as it comes, or out of as many frames as it takes. */
function blockWithin(
  bytes: Buffer,
  isCompressed: boolean,
  revision: number,
): { readonly value: ReadBlock; readonly used: number } | 'more' | 'broken' | 'checksum' {
  if (!isCompressed) return readBlock(bytes, revision);
  let plain = Buffer.alloc(0);
  let used = 0;
  for (;;) {
    const frame = readFrame(bytes.subarray(used));
    if (typeof frame === 'string') return frame;
    used += frame.used;
    plain = Buffer.concat([plain, frame.plain]);
    const read = readBlock(plain, revision);
    if (read === 'broken' || plain.length > MAX_WAITING) return 'broken';
    if (read !== 'more') return { value: read.value, used };
  }
}
