// Accesses into the store of events, each once: after a crash the last ones are told again, and the store keeps what it is given. So an
// input's accesses are written in their order, and are asked for before they are written until so many new ones in a row have come that
// nothing behind them can be there: an insert over two months is two writes, and of an insert that failed nobody knows what was written.
import * as v from 'valibot';
import type { AccessLines } from '../events/accesses.ts';
import type { Events, Question } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';

export interface AccessKeeper {
  /**
   * Resolves to true once they are durable, however long the store is away; to false where the platform closes before.
   * What comes while others are written goes into the next insert together.
   */
  keep(input: string, accesses: AccessLines): Promise<boolean>;
}

export interface AccessKeeping {
  readonly events: Pick<Events, 'insertLines' | 'query'>;
  /** Called when they could not be written; resolves to whether to try again. @param tries so many in a row */
  readonly again: (fault: EventsFault, tries: number) => Promise<boolean>;
}

const KNOWN: Question<{ readonly uid: string }> = {
  sql: `SELECT DISTINCT uid FROM accesses
    WHERE store = {store:UUID}
      AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND uid IN (SELECT toUUID(arrayJoin(splitByChar(',', {uids:String}))))`,
  row: v.object({ uid: v.string() }),
};

/** Ids in one question: it travels as an address of at most a megabyte. */
const ASKED = 4000;
/** Rows of one insert. */
const MOST_AT_ONCE = 50_000;

interface Waiting {
  readonly accesses: AccessLines;
  readonly done: (isKept: boolean) => void;
}

interface Lane {
  waiting: Waiting[];
  isWriting: boolean;
  /** New ones in a row since it could be that some are there. */
  newInARow: number;
}

export function createAccessKeeper({ events, again }: AccessKeeping): AccessKeeper {
  const lanes = new Map<string, Lane>();
  const write = async (lane: Lane, accesses: AccessLines): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      const fault = await writeNew(events, accesses, lane).catch(() => NOT_UNDERSTOOD);
      if (fault === undefined) return true;
      lane.newInARow = 0;
      if (!(await again(fault, tries))) return false;
    }
  };
  const writeAll = async (lane: Lane) => {
    lane.isWriting = true;
    while (lane.waiting.length > 0) {
      const taken = takeSome(lane);
      const isKept = await write(lane, together(taken));
      for (const { done } of taken) done(isKept);
    }
    lane.isWriting = false;
  };
  return {
    keep(input, accesses) {
      if (accesses.rows === 0) return Promise.resolve(true);
      const lane = lanes.get(input) ?? { waiting: [], isWriting: false, newInARow: 0 };
      lanes.set(input, lane);
      return new Promise((resolve) => {
        lane.waiting.push({ accesses, done: resolve });
        if (!lane.isWriting) void writeAll(lane);
      });
    },
  };
}

/** A mistake of the program, or a store that is none: what it was is not repeated, since it may quote a row. */
const NOT_UNDERSTOOD: EventsFault = {
  code: 'failed',
  message: 'the store of events answered what the program does not understand',
  remedy: 'look whether what --events-url names is a ClickHouse of a version that is supported',
};

async function writeNew(
  events: AccessKeeping['events'],
  accesses: AccessLines,
  lane: Lane,
): Promise<EventsFault | undefined> {
  const fresh = lane.newInARow >= MOST_AT_ONCE ? accesses : await newAmong(events, accesses, lane);
  return 'code' in fresh ? fresh : events.insertLines('accesses', fresh);
}

function takeSome(lane: Lane): Waiting[] {
  let rows = 0;
  const end = lane.waiting.findIndex(({ accesses }, index) => {
    rows += accesses.rows;
    return index > 0 && rows > MOST_AT_ONCE;
  });
  return lane.waiting.splice(0, end === -1 ? lane.waiting.length : end);
}

function together(taken: readonly Waiting[]): AccessLines {
  const [first] = taken;
  if (first !== undefined && taken.length === 1) return first.accesses;
  return {
    rows: taken.reduce((sum, { accesses }) => sum + accesses.rows, 0),
    bytes: new Uint8Array(Buffer.concat(taken.map(({ accesses }) => accesses.bytes))),
  };
}

/** Of a row what it is known by again. */
const Row = v.object({ uid: v.string(), at: v.string(), store: v.string() });

/** Those that the store has not got. */
async function newAmong(
  events: AccessKeeping['events'],
  accesses: AccessLines,
  lane: Lane,
): Promise<AccessLines | EventsFault> {
  const lines = new TextDecoder().decode(accesses.bytes).split('\n').slice(0, -1);
  const rows = lines.map((line) => v.parse(Row, JSON.parse(line)));
  const known = new Set<string>();
  for (let begin = 0; begin < rows.length; begin += ASKED) {
    const some = rows.slice(begin, begin + ASKED);
    const times = some.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
    const answer = await events.query(KNOWN, {
      store: some[0]?.store ?? '',
      from: times[0] ?? 0,
      to: times.at(-1) ?? 0,
      uids: some.map(({ uid }) => uid).join(','),
    });
    if ('code' in answer) return answer;
    for (const { uid } of answer.rows) known.add(uid);
  }
  lane.newInARow = known.size === 0 ? lane.newInARow + rows.length : 0;
  if (known.size === 0) return accesses;
  const fresh = lines.filter((_, index) => !known.has(rows[index]?.uid ?? ''));
  return {
    rows: fresh.length,
    bytes: new TextEncoder().encode(fresh.map((line) => `${line}\n`).join('')),
  };
}
