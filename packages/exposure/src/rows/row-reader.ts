// Reads blocks of rows: finds what stands in them, counts it, and forgets it. What is left are numbers and keyed hashes.
import type { KeyedHash } from '../keyed-hash.ts';
import { createPeopleCounter, type PeopleCounter, type PeopleState } from '../people/people-counter.ts';
import type { Block } from '../source.ts';
import { type Cell, type CellReader, createCellReader } from './cells.ts';
import { createColumns, type ReadColumn } from './columns.ts';
import { divideJson, parseDocument } from './json-texts.ts';
import { createReadingCounter, type ReadingCounter, type RowOfReading } from './reading-counter.ts';
import { type CountedColumn, createRowCounter, type RowCounter } from './row-counter.ts';
import { planRows, type RowField, type RowPlan } from './row-fields.ts';
import { eachLine, parseRow } from './row-lines.ts';
import type { RowSenses } from './row-senses.ts';
import { createTally, stateOf, type Tally, type TallyState } from './tally.ts';

export interface ReaderState {
  /** By the number of the dataset. */
  readonly tallies: readonly (readonly [number, TallyState])[];
  readonly people: PeopleState;
}

export interface RowReader {
  /** Reads one block of a dataset, whose number the caller gives. */
  read(dataset: number, block: Block): void;
  state(): ReaderState;
}

/**
 * @param hash keyed with the key of this run, see keyed-hash.ts
 * @param cells shared by the readers of a thread, so that none reads what another has read
 */
export function createRowReader(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
  cells: CellReader = createCellReader(senses, hash),
): RowReader {
  const people = createPeopleCounter();
  const readings = createReadingCounter(senses, hash);
  const datasets = new Map<number, DatasetReader>();
  return {
    read(number, block) {
      const dataset = datasets.get(number) ?? createDatasetReader(senses, cells, people, readings);
      datasets.set(number, dataset);
      dataset.read(block);
    },
    state: () => ({
      tallies: [...datasets].map(([number, { tally }]) => [number, stateOf(tally)] as const),
      people: people.state(),
    }),
  };
}

interface DatasetReader {
  readonly tally: Tally;
  read(block: Block): void;
}

function createDatasetReader(
  senses: RowSenses,
  cells: CellReader,
  people: PeopleCounter,
  readings: ReadingCounter,
): DatasetReader {
  const tally = createTally();
  const counter = createRowCounter(tally, people);
  const columns = createColumns(cells, counter);
  const plans = new Map<string, RowPlan>();
  const waiting = createWaitingRows(counter);
  /** Of the present row. */
  const texts: string[] = [];
  const textCells: Cell[] = [];

  function readRow(fields: readonly RowField[]): void {
    texts.length = 0;
    textCells.length = 0;
    for (const field of fields) {
      const column = columns.at(field.place);
      column.marks.column.filled += 1;
      field.json = parseDocument(field.value);
      const frame = field.json && divideJson(field.json, column.texts, readCell);
      if (frame === undefined) readCell(field.value, column);
      else readCell(frame, column.frame);
    }
    const reading = senses.readRow(fields);
    if (reading) readings.count(tally, reading, row);
    waiting.endRow();
  }
  function readCell(value: string, column: ReadColumn): void {
    const cell = cells.cellOf(column.named, value);
    texts.push(value);
    textCells.push(cell);
    waiting.add(cell, column);
  }
  const row: RowOfReading = {
    notesOf(text) {
      const cell = textCells[texts.indexOf(text)];
      if (!cell) return undefined;
      cell.notes ??= {};
      return cell.notes;
    },
    tell(kind, isCertain, path, country) {
      waiting.add(cells.toldOf(kind, isCertain, country), columns.ofPath(path));
    },
  };
  function countWaiting(): void {
    cells.readNew();
    waiting.count();
  }

  return {
    tally,
    read({ columns: names, bytes }) {
      const key = names?.join('\n') ?? '';
      const plan = plans.get(key) ?? planRows(names);
      plans.set(key, plan);
      tally.bytes += bytes.length;
      eachLine(bytes, (line) => {
        tally.rows += 1;
        const fields = parseRow(line, plan);
        if (fields) readRow(fields);
        else tally.brokenRows += 1;
        if (cells.isFull) countWaiting();
      });
      countWaiting();
    },
  };
}

/** Rows with a cell that has not been read yet wait for it; others are counted at once. */
function createWaitingRows(counter: RowCounter) {
  const cells: Cell[] = [];
  const columns: CountedColumn[] = [];
  const ends: number[] = [];
  let from = 0;
  let hasNew = false;
  return {
    add(cell: Cell, column: CountedColumn): void {
      if (cell.findings === undefined) hasNew = true;
      else if (cell.findings.length === 0) return;
      cells.push(cell);
      columns.push(column);
    },
    endRow(): void {
      if (hasNew) ends.push(cells.length);
      else {
        counter.count({ cells, columns }, from, cells.length);
        cells.length = from;
        columns.length = from;
      }
      from = cells.length;
      hasNew = false;
    },
    count(): void {
      let begin = 0;
      for (const end of ends) {
        counter.count({ cells, columns }, begin, end);
        begin = end;
      }
      cells.length = 0;
      columns.length = 0;
      ends.length = 0;
      from = 0;
    },
  };
}
