// An uploaded list of contacts, read row by row: encoding, delimiter and columns are told from its beginning.
import { type Meaning, meaningOf } from './column-names.ts';
import { type ProblemCode, type ReadRow, type RowReading, readRow } from './contact-row.ts';
import { decodeTable, type TableEncoding } from './decoded.ts';
import { mailAddressIn } from './mail-address.ts';
import { type CutRecord, cutRecords, delimiterOf, fieldsOf } from './records.ts';

export interface ContactTable {
  readonly encoding: TableEncoding;
  readonly delimiter: string;
  readonly columns: readonly (Meaning | undefined)[];
  readonly rows: AsyncIterable<TableRow>;
}

export interface TableRow extends ReadRow {
  /** The line of the file on which it begins. */
  readonly line: number;
}

export interface TableFault {
  readonly code: 'empty' | 'no-columns';
  readonly message: string;
}

/** What is looked at to tell the delimiter. */
const HEAD_LENGTH = 16_384;

export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  reading: Omit<RowReading, 'columns'>,
): Promise<ContactTable | TableFault> {
  const { encoding, text } = await decodeTable(bytes);
  const { head, whole } = await withHead(text);
  const delimiter = delimiterOf(head);
  const records = cutRecords(whole, delimiter);
  const { value: first, done } = await records.next();
  if (done) return { code: 'empty', message: 'the file has no row; export the list with its header as CSV' };
  const names = first.kind === 'record' ? fieldsOf(first.text, delimiter) : undefined;
  const header = columnsOf(names ?? []);
  if (header === undefined) {
    const message =
      'no column has a name that says what it holds; name them in the first row, as in: name, email, language, birth date';
    return { code: 'no-columns', message };
  }
  const { columns, isNamed } = header;
  async function* rows(): AsyncGenerator<TableRow> {
    if (!isNamed && first) yield rowOf(first, delimiter, { ...reading, columns });
    for await (const record of records) yield rowOf(record, delimiter, { ...reading, columns });
  }
  return { encoding, delimiter, columns, rows: rows() };
}

async function withHead(text: AsyncIterable<string>): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let isAll = false;
  while (head.length < HEAD_LENGTH && !isAll) {
    const { value, done } = await iterator.next();
    if (done) isAll = true;
    else head += value;
  }
  async function* whole() {
    yield head;
    while (!isAll) {
      const { value, done } = await iterator.next();
      if (done) isAll = true;
      else yield value;
    }
  }
  return { head: head.slice(0, HEAD_LENGTH), whole: whole() };
}

/** Meanings by which a list can be one of people to tell. */
const ENOUGH: ReadonlySet<Meaning> = new Set([
  'email',
  'phone',
  'name',
  'familyName',
  'account',
  'street',
  'guardianEmail',
]);

function columnsOf(names: readonly string[]) {
  const taken = new Set<Meaning>();
  const columns = names.map((name) => {
    const meaning = meaningOf(name);
    const free = meaning === 'email' && taken.has('email') ? 'secondEmail' : meaning;
    if (free === undefined || taken.has(free)) return undefined;
    taken.add(free);
    return free;
  });
  if (columns.some((meaning) => meaning !== undefined && ENOUGH.has(meaning))) return { columns, isNamed: true };
  // A list without a header: its addresses are told by what they look like.
  const at = names.findIndex((field) => mailAddressIn(field) !== undefined);
  if (at === -1) return undefined;
  return {
    columns: names.map((_, place): Meaning | undefined => (place === at ? 'email' : undefined)),
    isNamed: false,
  };
}

function rowOf(record: CutRecord, delimiter: string, reading: RowReading): TableRow {
  const { line } = record;
  if (record.kind === 'broken') return brokenRow(line, record.problem);
  const fields = fieldsOf(record.text, delimiter);
  return fields === undefined ? brokenRow(line, 'quotes-do-not-fit') : { line, ...readRow(fields, reading) };
}

function brokenRow(line: number, problem: ProblemCode): TableRow {
  return { line, contact: undefined, problems: [{ column: 0, problem }], nationalId: undefined };
}
