// Counts rows by what was found in their cells: kinds by row and column, distinct values, and whom a row is about.
import type { PeopleCounter, PersonKey } from '../people/people-counter.ts';
import type { Cell, Finding } from './cells.ts';
import { type ColumnTally, columnOf, type KindTally, kindOf, type LevelCount, levelsOf, type Tally } from './tally.ts';

/** A column as findings are counted for it. */
export interface CountedColumn {
  /** Its values name somebody else than whom the row is about. */
  readonly isOfOthers: boolean;
  /** What stands in it is a part of a longer text. */
  readonly isPart: boolean;
  readonly marks: ColumnMarks;
}

/** What was found under a path, by the number of the kind. */
export interface ColumnMarks {
  readonly column: ColumnTally;
  readonly byKind: (Mark | undefined)[];
}

/** The rows of a kind, in a column or in all of a dataset, and whether the present row is one of them. */
interface Mark {
  readonly rows: LevelCount;
  row: number;
  isCertain: boolean;
}

interface KindMark extends Mark {
  readonly counted: KindTally;
}

/** Cells of a row, with the column of each at the same place. */
interface RowCells {
  readonly cells: readonly Cell[];
  readonly columns: readonly CountedColumn[];
}

export interface RowCounter {
  /** The marks of a column; columns of one path share them. */
  marksOf(path: string): ColumnMarks;
  /** Counts a row. @param from the first of its cells @param to behind the last */
  count(row: RowCells, from: number, to: number): void;
}

export function createRowCounter(tally: Tally, people: PeopleCounter): RowCounter {
  const byColumn = new Map<ColumnTally, ColumnMarks>();
  const byKind: (KindMark | undefined)[] = [];
  const marked: Mark[] = [];
  const kindsOfRow: KindMark[] = [];
  const persons = createPersonsOfRow(people);
  let row = 0;

  /** True where the present row was not marked before. */
  const put = (mark: Mark, isCertain: boolean): boolean => {
    const isNew = mark.row !== row;
    mark.isCertain = isCertain || (!isNew && mark.isCertain);
    mark.row = row;
    return isNew;
  };
  const markColumn = ({ column, byKind: marks }: ColumnMarks, { kind, kindNumber, isCertain }: Finding) => {
    const known = marks[kindNumber];
    const mark = known ?? { rows: levelsOf(column.kinds, kind), row: 0, isCertain: false };
    if (!known) marks[kindNumber] = mark;
    if (put(mark, isCertain)) marked.push(mark);
  };
  const markKind = ({ kind, kindNumber, isCertain }: Finding): KindTally => {
    let mark = byKind[kindNumber];
    if (!mark) {
      const counted = kindOf(tally, kind);
      mark = { rows: counted.rows, counted, row: 0, isCertain: false };
      byKind[kindNumber] = mark;
    }
    if (put(mark, isCertain)) kindsOfRow.push(mark);
    return mark.counted;
  };
  const countMarks = (subject: PersonKey | undefined) => {
    for (const mark of marked) addRow(mark);
    for (const mark of kindsOfRow) {
      addRow(mark);
      if (subject) mark.counted.concerned.add(subject.hash);
    }
    marked.length = 0;
    kindsOfRow.length = 0;
  };

  return {
    marksOf(path) {
      const column = columnOf(tally, path);
      const known = byColumn.get(column);
      if (known) return known;
      const made = { column, byKind: [] };
      byColumn.set(column, made);
      return made;
    },
    count({ cells, columns }, from, to) {
      row += 1;
      for (let at = from; at < to; at += 1) {
        const cell = cells[at] as Cell;
        const column = columns[at] as CountedColumn;
        if (cell.findings === undefined || cell.findings.length === 0) continue;
        const isNew = cell.countedIn !== tally;
        if (isNew) cell.countedIn = tally;
        for (const finding of cell.findings) {
          markColumn(column.marks, finding);
          const counted = markKind(finding);
          if (isNew && finding.hash !== undefined)
            (finding.isCertain ? counted.certain : counted.possible).add(finding.hash);
          persons.note(finding, column);
        }
      }
      countMarks(persons.tell());
    },
  };
}

function addRow({ rows, isCertain }: Mark): void {
  if (isCertain) rows.certain += 1;
  else rows.possible += 1;
}

interface PersonsOfRow {
  note(finding: Finding, column: CountedColumn): void;
  /** Hands the row's persons to the counter. @returns the key of whom the row is about */
  tell(): PersonKey | undefined;
}

/** Whom a row is about: at most one identifier of each kind; others of the same kind belong to other people. */
function createPersonsOfRow(people: PeopleCounter): PersonsOfRow {
  const own: PersonKey[] = [];
  const others: PersonKey[] = [];
  const mentions: PersonKey[] = [];
  let country: string | undefined;
  let mentionedCountry: string | undefined;
  const subject = () => own.find(({ strength }) => strength === 'account') ?? own.find(({ isShared }) => !isShared);
  return {
    note({ key, isWhole, country: told }, { isPart, isOfOthers }) {
      const isField = isWhole && !isPart;
      if (isField) country ??= told;
      else mentionedCountry ??= told;
      if (!key) return;
      if (!isField) mentions.push(key);
      else if (isOfOthers || own.some(({ kind }) => kind === key.kind)) others.push(key);
      else own.push(key);
    },
    tell() {
      if (own.length > 0 || mentions.length > 0)
        people.add({ keys: own, mentions, country: country ?? mentionedCountry });
      for (const key of others) people.add({ keys: [key], mentions: [] });
      const about = own.length === 0 ? undefined : subject();
      own.length = 0;
      others.length = 0;
      mentions.length = 0;
      country = undefined;
      mentionedCountry = undefined;
      return about;
    },
  };
}
