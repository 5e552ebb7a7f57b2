// Redis and what grew from it (Valkey, KeyDB, Dragonfly) as a source: each value of a key is a row. Only commands that read
// are sent; none of them changes when a key expires. https://redis.io/docs/latest/commands/scan/
import type { NetHost } from '../net/connect.ts';
import { faultOf, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createRedisSession, faultOfError, type RedisConversation } from '../net/redis-session.ts';
import { BATCH, COLUMNS, faultOfLeftOut, type RedisReading, readKeys, scan } from '../net/redis-values.ts';
import { createRowPacker } from '../net/row-packer.ts';
import type { Block, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';
import { exactly } from './document-counting.ts';

/** A key is scanned twice where the table of keys shrinks meanwhile; a cursor that goes on for longer has no end. */
const SCAN_TURNS = 4;
const SPARE_TURNS = 10_000;
/** Elements of one key beyond which a sample goes on to the next. */
const SAMPLE_ELEMENTS = 20;

/**
 * Opens a Redis. Nothing is connected to before the first question.
 *
 * @param location - `database` is the number of a logical database; absent: all that hold keys
 */
export function openRedis(location: StoreLocation, host: NetHost): Source {
  const session = createRedisSession(location, host);
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const wanted = location.database;
    if (wanted !== undefined && !/^\d{1,5}$/.test(wanted)) {
      return faultOf('unsupported', session.where, 'its databases are numbers: write redis://host/0');
    }
    const conversation = await session.connect(Number(wanted ?? 0), within(signal));
    if ('code' in conversation) return conversation;
    try {
      return await list(conversation, session.where, wanted);
    } finally {
      conversation.close();
    }
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const place = placeOf(session.where, request.dataset.container, request.dataset.name);
    const number = request.dataset.name.match(/^db(\d{1,5})$/)?.[1];
    if (number === undefined) return yield faultOf('unsupported', place, 'it has no such database');
    const conversation = await session.connect(Number(number), within(request.signal));
    if ('code' in conversation) return yield { ...conversation, where: place };
    const wanted = request.sample === undefined ? undefined : Math.max(1, Math.floor(request.sample));
    const reading: RedisReading = {
      conversation,
      place,
      packer: createRowPacker(COLUMNS),
      left: wanted ?? Number.POSITIVE_INFINITY,
      perKey: wanted === undefined ? Number.POSITIVE_INFINITY : SAMPLE_ELEMENTS,
      leftOut: { binary: 0, long: 0 },
    };
    try {
      const end = yield* wanted === undefined ? readAll(reading) : readSample(reading, wanted);
      const last = reading.packer.end();
      if (last) yield last;
      const fault = end ?? faultOfLeftOut(reading);
      if (fault) yield fault;
    } finally {
      conversation.close();
    }
  }

  return { product: 'redis', datasets, read, close: async () => closing.abort() };
}

// ---- what there is

async function list(
  conversation: RedisConversation,
  where: string,
  wanted: string | undefined,
): Promise<readonly Dataset[] | SourceFault> {
  const replies = await conversation.ask([['DBSIZE'], ['INFO', 'keyspace']]);
  if ('code' in replies) return replies;
  const [size, info] = replies;
  const columns = COLUMNS.map((name) => ({ name, type: 'text' }));
  const datasetOf = (number: string, keys: number | undefined): Dataset => ({
    container: 'keyspace',
    name: `db${number}`,
    columns,
    ...(keys !== undefined && { rows: rowsOf(keys) }),
  });
  const keys = size?.type === 'integer' ? size.value : undefined;
  if (wanted !== undefined) return [datasetOf(wanted, keys)];
  const text = info?.type === 'bulk' ? (info.bytes?.toString('latin1') ?? '') : '';
  const told = [...text.matchAll(/^db(\d{1,5}):keys=(\d{1,15})/gm)].map(([, number = '', count]) =>
    datasetOf(number, Number(count)),
  );
  if (told.length > 0) return told;
  if (info?.type === 'bulk' && keys === 0) return [];
  // Where the counts are kept from this user, its first database may be readable all the same.
  if (size?.type === 'error' && /^(?:NOAUTH|DENIED|LOADING|MASTERDOWN)/.test(size.text))
    return faultOfError(size.text, where);
  return [datasetOf('0', keys)];
}

/** A key has one row at least, an empty one does not exist; how many more, only reading tells. */
function rowsOf(keys: number): Count {
  return keys === 0 ? exactly(0) : { lower: keys, estimate: keys, upper: Number.MAX_SAFE_INTEGER };
}

// ---- reading

async function* readAll(reading: RedisReading): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  const sized = await conversation.ask([['DBSIZE']], place);
  if ('code' in sized) return sized;
  const keys = sized[0]?.type === 'integer' ? sized[0].value : undefined;
  const most = keys === undefined ? Number.POSITIVE_INFINITY : keys * SCAN_TURNS + SPARE_TURNS;
  let seen = 0;
  let turns = 0;
  for (let cursor = '0'; ; ) {
    const scanned = await scan(reading, ['SCAN', cursor, 'COUNT', String(BATCH)]);
    if ('code' in scanned) return scanned;
    const end = yield* readKeys(reading, scanned.items);
    if (end) return end;
    seen += scanned.items.length;
    turns += 1;
    if (scanned.cursor === '0') return undefined;
    // A cursor's own digits say nothing of the way that is left, so keys and turns are counted.
    if (seen > most || turns > most || scanned.cursor === cursor)
      return faultOf('broken', place, 'its scan has no end: reading was stopped');
    cursor = scanned.cursor;
  }
}

/** Keys by chance; where the server may not choose one, those at the beginning of its scan, which is the order of a hash. */
async function* readSample(reading: RedisReading, wanted: number): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  const sized = await conversation.ask([['DBSIZE'], ['RANDOMKEY']], place);
  if ('code' in sized) return sized;
  const [size, first] = sized;
  const keys = size?.type === 'integer' ? size.value : undefined;
  if (keys === undefined || keys <= wanted * 2 || first?.type !== 'bulk') return yield* readAll(reading);
  const chosen = new Set<string>();
  // With keys twice as many as are wanted, a choice hits a new one at least every other time.
  for (let turn = 0; turn < Math.ceil(wanted / BATCH) * 4 && reading.left > 0; turn += 1) {
    const asked = Array.from({ length: BATCH }, () => ['RANDOMKEY']);
    const replies = await conversation.ask(asked, place);
    if ('code' in replies) return replies;
    const fresh: Buffer[] = [];
    for (const reply of replies) {
      const key = reply.type === 'bulk' ? reply.bytes : undefined;
      if (!key || chosen.has(key.toString('latin1'))) continue;
      chosen.add(key.toString('latin1'));
      fresh.push(key);
    }
    const end = yield* readKeys(reading, fresh);
    if (end) return end;
  }
  return undefined;
}
