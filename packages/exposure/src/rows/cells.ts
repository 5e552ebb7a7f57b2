// Cells: a value under its field's name, and what was found in it. What was found in a cell is remembered, so that a value that comes
// again costs a look-up; new ones are gathered and read many at once.
import type { Span } from '@vigie/classify';
import type { KeyedHash } from '../keyed-hash.ts';
import type { PersonKey } from '../people/people-counter.ts';
import { createHexValues, type HexValues } from './hex-values.ts';
import { isStretch, personKeyOf } from './person-keys.ts';
import type { ReadingNotes } from './reading-counter.ts';
import { createRenderedRows } from './rendered-rows.ts';
import type { RowSenses } from './row-senses.ts';
import { createMemories, MEMORY_LIMITS, type MemoryLimits, type TextMemory } from './text-memory.ts';

/** One thing that was found in a cell. */
export interface Finding {
  readonly kind: string;
  /** The kind as a small number, the same in this thread. */
  readonly kindNumber: number;
  readonly isCertain: boolean;
  /** Stands for the value; undefined where the finding is about a stretch of text. */
  readonly hash: KeyedHash | undefined;
  /** It is all that the cell holds. */
  readonly isWhole: boolean;
  /** Whom it identifies, if anybody. */
  readonly key: PersonKey | undefined;
  /** ISO 3166 code that it tells of its owner. */
  readonly country: string | undefined;
}

export interface Cell {
  /** Undefined until the cell has been read. */
  findings: readonly Finding[] | undefined;
  /** Where its values were counted last: they need no counting there again. */
  countedIn: object | undefined;
  /** What a conversation or a search was told by its value. */
  notes: ReadingNotes | undefined;
}

/** Cells of one field. */
export interface NamedCells {
  readonly name: string;
  /** They are strings of JSON, and read as such. */
  readonly isQuoted: boolean;
  readonly memory: TextMemory<Cell>;
  readonly hex: HexValues;
}

export interface CellReader {
  /** @param isQuoted the values are strings of JSON */
  named(name: string, isQuoted: boolean): NamedCells;
  /** The cell of a value: known, or to be read with the next `readNew`. */
  cellOf(named: NamedCells, value: string): Cell;
  /** Something that a row's fields tell together, as a cell, with the country that it tells of the person. */
  toldOf(kind: string, isCertain: boolean, country: string | undefined): Cell;
  /** Whether it is time to read. */
  readonly isFull: boolean;
  readNew(): void;
}

/** Keys of documents may be without end: values under further names are not remembered. */
const MOST_NAMES = 5000;

const NOTHING: readonly Finding[] = [];

/** A cell that waits to be read. */
interface FreshCell {
  readonly cell: Cell;
  readonly value: string;
  readonly hex: HexValues;
}

/** One for a thread: what it has read for one dataset it knows in all. */
export function createCellReader(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
  limits: MemoryLimits = MEMORY_LIMITS,
): CellReader {
  const memories = createMemories<Cell>(limits);
  const byName = new Map<string, NamedCells>();
  const kindNumbers = new Map<string, number>();
  const rendered = createRenderedRows();
  const fresh: FreshCell[] = [];
  const told = new Map<string, Cell>();

  const numberOf = (kind: string): number => {
    const known = kindNumbers.get(kind);
    if (known !== undefined) return known;
    kindNumbers.set(kind, kindNumbers.size);
    return kindNumbers.size - 1;
  };

  const findingOf = ({ kind, level }: Span, value: string, isWhole: boolean): Finding => {
    const isCertain = level === 'certain';
    const about = { kind, kindNumber: numberOf(kind), isCertain, isWhole };
    if (isStretch(kind)) return { ...about, hash: undefined, key: undefined, country: undefined };
    const described = senses.kind(kind);
    const normal = senses.normalise(kind, value);
    const hashed = hash(kind, normal);
    // A device that is only possible (an address of a private network, say) is nobody in particular.
    if (described?.identifies === 'device' && !isCertain)
      return { ...about, hash: hashed, key: undefined, country: undefined };
    const key = personKeyOf(senses, described, normal, hashed);
    return { ...about, hash: hashed, key, country: senses.countryOf(kind, value) };
  };

  return {
    named(name, isQuoted) {
      const key = `${isQuoted} ${name}`;
      const known = byName.get(key);
      if (known) return known;
      const made = { name, isQuoted, memory: memories.open(), hex: createHexValues() };
      if (byName.size < MOST_NAMES) byName.set(key, made);
      return made;
    },
    cellOf({ name, isQuoted, memory, hex }, value) {
      if (hex.isDull(value)) return { findings: NOTHING, countedIn: undefined, notes: undefined };
      const known = memory.get(value);
      if (known) return known;
      const cell: Cell = { findings: undefined, countedIn: undefined, notes: undefined };
      rendered.add(fresh.push({ cell, value, hex }) - 1, 0, name, isQuoted ? `"${value}"` : value);
      memory.set(value, cell);
      return cell;
    },
    toldOf(kind, isCertain, country) {
      const key = `${kind} ${isCertain} ${country ?? ''}`;
      const known = told.get(key);
      if (known) return known;
      const about = { kind, kindNumber: numberOf(kind), isCertain, isWhole: false };
      const finding = { ...about, hash: undefined, key: undefined, country };
      const cell: Cell = { findings: [finding], countedIn: undefined, notes: undefined };
      told.set(key, cell);
      return cell;
    },
    get isFull() {
      return rendered.isFull;
    },
    readNew() {
      if (fresh.length === 0) return;
      const text = rendered.bytes();
      const found = new Map<Cell, Finding[]>();
      for (const span of senses.classify(text)) {
        // A sentence may begin with the name of its field.
        const first = rendered.placeOf(span.start);
        const place = first === -1 ? rendered.placeOf(span.end - 1) : first;
        if (place === -1) continue;
        const start = Math.max(span.start, rendered.beginOf(place));
        const end = Math.min(span.end, rendered.endOf(place));
        const value = Buffer.from(text.buffer, text.byteOffset + start, end - start).toString('utf8');
        const rest = rendered.endOf(place) - rendered.beginOf(place) - (end - start);
        const { cell } = fresh[rendered.rowOf(place)] as FreshCell;
        const findings = found.get(cell);
        const finding = findingOf(span, value, rest <= 2);
        if (findings) findings.push(finding);
        else found.set(cell, [finding]);
      }
      for (const { cell, value, hex } of fresh) {
        cell.findings = found.get(cell) ?? NOTHING;
        hex.read(value, cell.findings !== NOTHING);
      }
      fresh.length = 0;
      rendered.clear();
    },
  };
}
