// Finds spans in the rows of a table, by several threads, in the order of the rows.
import type { SensesOptions } from '../reading/senses.ts';
import { type Block, isFault, type SourceFault } from '../source.ts';
import { moduleBeside, startThreads, type Threads } from '../threads/threads.ts';
import type { RowAnswer, RowLookAlike, RowOrders, RowQuestion, RowSpan } from './rows-thread.ts';

export type RowThreads = Threads<RowQuestion, RowAnswer>;

/** Threads that can be used for one table after the other. @param count how many at most */
export function startRowThreads(senses: SensesOptions, count: number, deadlineMs?: number): RowThreads {
  const module = moduleBeside(import.meta.url, 'rows-thread');
  const orders: RowOrders = { senses };
  return startThreads({ module, orders, count, ...(deadlineMs !== undefined && { deadlineMs }) });
}

/** What a block of rows held, rows counted from 1 in the table; or why rows were not read. */
export type RowFinding =
  | { readonly spans: readonly RowSpan[]; readonly lookAlikes: readonly RowLookAlike[] }
  | SourceFault;

/** Blocks that may be on their way at once; more would only wait. */
const AHEAD = 8;

/** Spans of a table's rows, block by block. @param where the table, for faults */
export async function* findInRows(
  blocks: AsyncIterable<Block | SourceFault>,
  where: string,
  threads: RowThreads,
  explain = false,
): AsyncGenerator<RowFinding> {
  const waiting: { readonly before: number; readonly answer: Promise<RowAnswer | undefined> }[] = [];
  let rows = 0;
  let brokenRows = 0;
  const next = async (): Promise<RowFinding> => {
    const { before, answer } = waiting.shift() as (typeof waiting)[number];
    const found = await answer;
    if (!found) return notRead(where, before + 1);
    brokenRows += found.brokenRows;
    const counted = <One extends { readonly row: number }>(one: One): One => ({ ...one, row: before + one.row + 1 });
    return { spans: found.spans.map(counted), lookAlikes: found.lookAlikes.map(counted) };
  };
  let fault: SourceFault | undefined;
  for await (const block of blocks) {
    if (isFault(block)) {
      fault = block;
      break;
    }
    await threads.room();
    waiting.push({ before: rows, answer: threads.ask({ block, explain }) });
    rows += block.rows;
    if (waiting.length >= AHEAD) yield await next();
  }
  while (waiting.length > 0) yield await next();
  if (brokenRows > 0) {
    yield { code: 'broken', where, message: `${brokenRows} of its rows could not be read` };
  }
  if (fault) yield fault;
}

function notRead(where: string, row: number): SourceFault {
  return {
    code: 'broken',
    where: `${where}, from row ${row}`,
    message:
      'this part was not read: the thread that read it ended or did not answer in time; with rules of your own, look for a regular expression that runs without end, otherwise please report it',
  };
}
