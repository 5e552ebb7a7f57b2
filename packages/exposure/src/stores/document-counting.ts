// Counting in documents that were read, for columns which a document store cannot count by itself: the same answers as
// from the store, by one pass over its rows.
import { createDistinctCounter } from '../distinct.ts';
import { createPrivateHash } from '../keyed-hash.ts';
import { createRowPacker } from '../net/row-packer.ts';
import { fieldsOf, planRows, type RowPlan } from '../rows/row-fields.ts';
import { type Block, type ColumnCount, type Count, isFault, type SourceFault } from '../source.ts';

/** Tuples that are held to be put together; beyond, a tuple may come twice, each time with a part of its rows. */
const MOST_GROUPS = 100_000;

/** Distinct values with e-mail-like text compared without case; memory stays bounded, then the count is an interval. */
export interface ValueCounter {
  add(value: string): void;
  count(): Count;
}

export function createValueCounter(): ValueCounter {
  const counter = createDistinctCounter();
  // The key lives as long as this counter, so its hashes are good for nothing else.
  const hash = createPrivateHash();
  return {
    add: (value) => {
      counter.add(hash('value', value.includes('@') ? value.toLowerCase() : value));
    },
    count: () => counter.count(),
  };
}

/** Rows in which the column holds something, and distinct values. */
export async function countDocuments(
  blocks: AsyncIterable<Block | SourceFault>,
  column: string,
): Promise<ColumnCount | SourceFault> {
  const values = createValueCounter();
  const plan = planRows(undefined);
  let rows = 0;
  for await (const block of blocks) {
    if (isFault(block)) return block;
    for (const row of rowsOf(block)) {
      const found = fieldsOf(row, plan).fields.filter(({ place }) => place.path === column);
      if (found.length > 0) rows += 1;
      for (const { value } of found) values.add(value);
    }
  }
  return { rows: exactly(rows), distinct: values.count() };
}

/** Tuples of columns with their rows; a list of values counts by each of them where the tuple has one column only. */
export async function* groupDocuments(
  blocks: AsyncIterable<Block | SourceFault>,
  columns: readonly string[],
): AsyncGenerator<Block | SourceFault> {
  const packer = createRowPacker([...columns, 'rows']);
  const plan = planRows(undefined);
  let groups = new Map<string, number>();
  function* flush(): Generator<Block> {
    for (const [tuple, rows] of groups) {
      const full = packer.addBytes(Buffer.from(`${tuple.slice(0, -1)},${rows}]`));
      if (full) yield full;
    }
    groups = new Map();
    const last = packer.end();
    if (last) yield last;
  }
  for await (const block of blocks) {
    if (isFault(block)) {
      yield* flush();
      return yield block;
    }
    for (const row of rowsOf(block)) {
      for (const tuple of tuplesOf(row, columns, plan)) groups.set(tuple, (groups.get(tuple) ?? 0) + 1);
      if (groups.size >= MOST_GROUPS) yield* flush();
    }
  }
  yield* flush();
}

export function exactly(number: number): Count {
  return { lower: number, estimate: number, upper: number };
}

function tuplesOf(row: unknown, columns: readonly string[], plan: RowPlan): string[] {
  const values = columns.map(() => [] as string[]);
  for (const { place, value } of fieldsOf(row, plan).fields) values[columns.indexOf(place.path)]?.push(value);
  const [only] = values;
  if (values.length === 1 && only && only.length > 0) return only.map((value) => JSON.stringify([value]));
  return [JSON.stringify(values.map(([first]) => first ?? null))];
}

function* rowsOf(block: Block): Generator<unknown> {
  const text = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.length).toString('utf8');
  for (const line of text.split('\n')) if (line !== '') yield JSON.parse(line);
}
