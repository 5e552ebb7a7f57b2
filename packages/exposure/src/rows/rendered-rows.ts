// Many rows as one text that the classifier reads in one pass: `name: value` for each field, a record separator (0x1E) between
// fields, and a table that leads from a byte back to its row and field.

/** Ends a field: no value and no context reaches across it. */
const SEPARATOR = 0x1e;
/** A value longer than this is read up to here; what is beyond is told as not read. */
const LONGEST_VALUE = 4 << 20;

export interface RenderedRows {
  add(row: number, field: number, name: string, value: string): void;
  /** Whether it is time to classify the text and begin a new one. */
  readonly isFull: boolean;
  /** The text so far. */
  bytes(): Uint8Array;
  /** Fields in the text. */
  readonly length: number;
  /** The place in the table of the field whose value holds this byte; -1 where it is a field's name. */
  placeOf(byte: number): number;
  rowOf(place: number): number;
  fieldOf(place: number): number;
  /** Bytes of the value of a place: where it begins and ends in the text. */
  beginOf(place: number): number;
  endOf(place: number): number;
  clear(): void;
}

/** @param size bytes after which the text is full; a single longer value makes it as large as that value */
export function createRenderedRows(size = 1 << 18): RenderedRows {
  let buffer = Buffer.allocUnsafe(size * 2);
  let used = 0;
  let length = 0;
  let table = new Int32Array(4 * 1024);
  const widen = (bytes: number) => {
    if (used + bytes <= buffer.length) return;
    const wider = Buffer.allocUnsafe((used + bytes) * 2);
    buffer.copy(wider, 0, 0, used);
    buffer = wider;
  };
  return {
    get isFull() {
      return used >= size;
    },
    get length() {
      return length;
    },
    add(row, field, name, value) {
      const cut = value.length > LONGEST_VALUE ? value.slice(0, LONGEST_VALUE) : value;
      const most = (name.length + cut.length) * 3 + 4;
      widen(most);
      used += buffer.write(name, used, 'utf8');
      buffer[used] = 0x3a;
      buffer[used + 1] = 0x20;
      const begin = used + 2;
      const end = begin + buffer.write(cut, begin, 'utf8');
      blank(buffer, begin, end);
      if (length * 4 + 4 > table.length) {
        const wider = new Int32Array(table.length * 2);
        wider.set(table);
        table = wider;
      }
      table[length * 4] = row;
      table[length * 4 + 1] = field;
      table[length * 4 + 2] = begin;
      table[length * 4 + 3] = end;
      length += 1;
      buffer[end] = 0x0a;
      buffer[end + 1] = SEPARATOR;
      used = end + 2;
    },
    bytes: () => buffer.subarray(0, used),
    placeOf(byte) {
      let low = 0;
      let high = length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((table[middle * 4 + 2] as number) <= byte) low = middle;
        else high = middle - 1;
      }
      const inside = length > 0 && byte >= (table[low * 4 + 2] as number) && byte < (table[low * 4 + 3] as number);
      return inside ? low : -1;
    },
    rowOf: (place) => table[place * 4] as number,
    fieldOf: (place) => table[place * 4 + 1] as number,
    beginOf: (place) => table[place * 4 + 2] as number,
    endOf: (place) => table[place * 4 + 3] as number,
    clear() {
      used = 0;
      length = 0;
      if (buffer.length > size * 4) buffer = Buffer.allocUnsafe(size * 2);
    },
  };
}

/** A separator inside of a value would let it pretend to be another field. */
function blank(buffer: Buffer, begin: number, end: number): void {
  for (let at = buffer.indexOf(SEPARATOR, begin); at !== -1 && at < end; at = buffer.indexOf(SEPARATOR, at + 1)) {
    buffer[at] = 0x20;
  }
}
