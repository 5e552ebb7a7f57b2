// The columns of a dataset: how the cells at each place are read and counted, with the texts of documents that stand in them.
import type { CellReader, NamedCells } from './cells.ts';
import type { TextPlace } from './json-texts.ts';
import { isOfOthers } from './person-keys.ts';
import type { ColumnMarks, CountedColumn, RowCounter } from './row-counter.ts';
import type { Place } from './row-fields.ts';

export interface ReadColumn extends CountedColumn {
  readonly named: NamedCells;
}

interface Column extends ReadColumn {
  /** Where its values are documents: what is around the texts in them, and the texts. */
  readonly frame: ReadColumn;
  readonly texts: TextPlace<ReadColumn>;
}

export interface Columns {
  at(place: Place): Column;
  /** The column of a path, for what is counted but not read there. */
  ofPath(path: string): CountedColumn;
}

/** Documents may have keys without end: more columns and places of texts than these are made anew each time. */
const MOST_COLUMNS = 5000;

export function createColumns(cells: CellReader, counter: RowCounter): Columns {
  const columns = new Map<Place, Column>();
  const told = new Map<string, CountedColumn>();
  let places = 0;

  /** The texts of a document, each under its own key and the one above it, as they are written in JSON. */
  function textsUnder(marks: ColumnMarks, key: string, name: string): TextPlace<ReadColumn> {
    const under = new Map<string, TextPlace<ReadColumn>>();
    return {
      of: { named: cells.named(name, true), isOfOthers: false, isPart: true, marks },
      under(next) {
        const known = under.get(next);
        if (known) return known;
        const made = textsUnder(marks, next, key === '' ? `"${next}"` : `"${key}":{"${next}"`);
        places += 1;
        if (places < MOST_COLUMNS) under.set(next, made);
        return made;
      },
    };
  }

  return {
    at(place) {
      const known = columns.get(place);
      if (known) return known;
      const marks = counter.marksOf(place.path);
      const whole = { named: cells.named(place.name, false), isOfOthers: isOfOthers(place.name), marks };
      const made: Column = {
        ...whole,
        isPart: false,
        frame: { ...whole, isPart: true },
        texts: textsUnder(marks, '', place.name),
      };
      if (columns.size < MOST_COLUMNS) columns.set(place, made);
      return made;
    },
    ofPath(path) {
      const known = told.get(path);
      if (known) return known;
      const made = { isOfOthers: false, isPart: true, marks: counter.marksOf(path) };
      if (told.size < MOST_COLUMNS) told.set(path, made);
      return made;
    },
  };
}
