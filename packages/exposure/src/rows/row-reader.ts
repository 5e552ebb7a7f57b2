// Reads blocks of rows: finds what stands in them, counts it, and forgets it. What is left are numbers and keyed hashes.
import type { Kind, RowReading, Span } from '@vigie/classify';
import type { KeyedHash } from '../keyed-hash.ts';
import { createPeopleCounter, type KeyStrength, type PeopleState, type PersonKey } from '../people/people-counter.ts';
import type { Block } from '../source.ts';
import { createRenderedRows } from './rendered-rows.ts';
import { fieldsOf, planRows, type RowField, type RowPlan } from './row-fields.ts';
import { addTo, columnOf, countRow, createTally, kindOf, stateOf, type Tally, type TallyState } from './tally.ts';

/** What a reader needs of classification, handed in so that it can be tested and replaced. */
export interface RowSenses {
  /** Spans in a text of `name: value` fields. */
  classify(bytes: Uint8Array): readonly Span[];
  kind(id: string): Kind | undefined;
  /** A row's conversation or search, by its fields together. */
  readRow(fields: readonly { readonly name: string; readonly value: string }[]): RowReading | undefined;
  /** The value as it is compared: `Ada@Example.org` and `ada@example.org` are one mailbox. */
  normalise(kind: string, value: string): string;
  /** ISO 3166 code that a value tells of its owner. */
  countryOf(kind: string, value: string): string | undefined;
  isSharedContact(kind: string, value: string): boolean;
  topicsOf(query: string): readonly string[];
  languageOf(text: string): string | undefined;
}

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

/** A column's values that were found to hold nothing are remembered up to this many, and not read again. */
const MOST_DULL_VALUES = 1024;
const LONGEST_DULL_VALUE = 64;

interface Batch {
  readonly rows: RowField[][];
  readonly readings: (RowReading | undefined)[];
}

/** @param hash keyed with the key of this run, see keyed-hash.ts */
export function createRowReader(senses: RowSenses, hash: (space: string, value: string) => KeyedHash): RowReader {
  const tallies = new Map<number, Tally>();
  const people = createPeopleCounter();
  const rendered = createRenderedRows();
  const dull = new Map<string, Set<string>>();
  const decoder = new TextDecoder();

  const flush = (tally: Tally, batch: Batch) => {
    const text = rendered.bytes();
    const spans = senses.classify(text);
    let at = 0;
    const found: FoundInRow[] = [];
    for (let row = 0; row < batch.rows.length; row += 1) {
      found.length = 0;
      for (; at < spans.length; at += 1) {
        const span = spans[at] as Span;
        const place = rendered.placeOf(span.start);
        if (place === -1) continue;
        if (rendered.rowOf(place) > row) break;
        const value = decoder.decode(text.subarray(span.start, Math.min(span.end, rendered.endOf(place))));
        const rest = rendered.endOf(place) - rendered.beginOf(place) - (span.end - span.start);
        found.push({ span, field: rendered.fieldOf(place), value, isWhole: rest <= 2 });
      }
      countOneRow(senses, hash, tally, people.add, batch.rows[row] as RowField[], batch.readings[row], found);
    }
    remember(dull, rendered, batch, spans);
    rendered.clear();
    batch.rows.length = 0;
    batch.readings.length = 0;
  };

  return {
    read(dataset, block) {
      const tally = tallies.get(dataset) ?? createTally();
      tallies.set(dataset, tally);
      const plan = block.columns && planRows(block.columns);
      const batch: Batch = { rows: [], readings: [] };
      tally.bytes += block.bytes.length;
      for (const line of linesOf(decoder.decode(block.bytes))) {
        tally.rows += 1;
        const fields = parseRow(line, plan);
        if (!fields) {
          tally.brokenRows += 1;
          continue;
        }
        const row = batch.rows.push(fields) - 1;
        batch.readings.push(senses.readRow(fields.map(({ path, value }) => ({ name: path, value }))));
        fields.forEach((field, index) => {
          columnOf(tally, field.path).filled += 1;
          if (!dull.get(field.path)?.has(field.value)) rendered.add(row, index, field.name, field.value);
        });
        if (rendered.isFull) flush(tally, batch);
      }
      flush(tally, batch);
    },
    state: () => ({
      tallies: [...tallies].map(([dataset, tally]) => [dataset, stateOf(tally)] as const),
      people: people.state(),
    }),
  };
}

interface FoundInRow {
  readonly span: Span;
  readonly field: number;
  readonly value: string;
  /** The span is all that the field holds. */
  readonly isWhole: boolean;
}

function* linesOf(text: string): Generator<string> {
  let begin = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', begin)) {
    if (end > begin) yield text.slice(begin, end);
    begin = end + 1;
  }
  if (begin < text.length) yield text.slice(begin);
}

function parseRow(line: string, plan: RowPlan | undefined): RowField[] | undefined {
  try {
    return fieldsOf(JSON.parse(line), plan);
  } catch {
    // Not JSON, or nested so deep that it cannot be written again: counted as a row that could not be read.
    return undefined;
  }
}

function countOneRow(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
  tally: Tally,
  addPerson: (row: { keys: PersonKey[]; mentions: PersonKey[]; country: string | undefined }) => void,
  fields: readonly RowField[],
  reading: RowReading | undefined,
  found: readonly FoundInRow[],
): void {
  if (found.length === 0 && !reading) return;
  const levels = new Map<string, boolean>();
  const columns = new Map<string, Map<string, boolean>>();
  const mark = (kind: string, isCertain: boolean, path: string) => {
    levels.set(kind, isCertain || levels.get(kind) === true);
    const column = columns.get(path) ?? new Map<string, boolean>();
    column.set(kind, isCertain || column.get(kind) === true);
    columns.set(path, column);
  };
  for (const { span, field, value } of found) {
    const isCertain = span.level === 'certain';
    mark(span.kind, isCertain, fields[field]?.path ?? '');
    if (isStretch(span.kind)) continue;
    const counted = kindOf(tally, span.kind);
    (isCertain ? counted.certain : counted.possible).add(hash(span.kind, senses.normalise(span.kind, value)));
  }
  const subject = personsIn(senses, hash, fields, found);
  for (const row of subject.rows) addPerson(row);
  if (reading) countReading(senses, hash, tally, reading, mark);
  for (const [kind, isCertain] of levels) {
    const counted = kindOf(tally, kind);
    if (isCertain) counted.rows.certain += 1;
    else counted.rows.possible += 1;
    if (subject.key !== undefined) counted.concerned.add(subject.key);
  }
  for (const [path, kinds] of columns) {
    const column = columnOf(tally, path);
    for (const [kind, isCertain] of kinds) countRow(column.kinds, kind, isCertain);
  }
}

function isStretch(kind: string): boolean {
  return kind === 'conversation' || kind === 'search-history' || kind.startsWith('special/');
}

/** Columns whose value names somebody else than whom the row is about. */
const OTHERS =
  /(?:^|[_.\s[])(?:to|cc|bcc|recipient|receiver|friend|contact|manager|referrer|invitee?|emergency|parent|target|dest)/i;

const STRENGTH: Partial<Record<Kind['identifies'], KeyStrength>> = {
  'one person': 'one person',
  contact: 'contact',
  account: 'account',
  device: 'device',
};

/** An account of the owner's tells people apart; a bank account or a card is one of several that a person may have. */
function strengthOf(kind: Kind | undefined): KeyStrength | undefined {
  const strength = STRENGTH[kind?.identifies ?? 'nobody'];
  return strength === 'account' && !kind?.id.startsWith('account/') ? 'contact' : strength;
}

/** Whom a row is about: at most one identifier of each kind; others of the same kind belong to other people. */
function personsIn(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
  fields: readonly RowField[],
  found: readonly FoundInRow[],
) {
  const own = new Map<string, PersonKey>();
  const others: PersonKey[] = [];
  const mentions: PersonKey[] = [];
  let country: string | undefined;
  let mentionedCountry: string | undefined;
  for (const { span, field, value, isWhole } of found) {
    const strength = strengthOf(senses.kind(span.kind));
    // A device that is only possible (an address of a private network, say) is nobody in particular.
    if (strength === 'device' && span.level !== 'certain') continue;
    const told = senses.countryOf(span.kind, value);
    if (isWhole) country ??= told;
    else mentionedCountry ??= told;
    if (!strength) continue;
    const normal = senses.normalise(span.kind, value);
    const key: PersonKey = {
      kind: span.kind,
      hash: hash(span.kind, normal),
      strength,
      isShared: senses.isSharedContact(span.kind, normal),
    };
    if (!isWhole) mentions.push(key);
    else if (own.has(span.kind) || OTHERS.test(fields[field]?.name ?? '')) others.push(key);
    else own.set(span.kind, key);
  }
  const keys = [...own.values()];
  const first = keys.find(({ strength }) => strength === 'account') ?? keys.find(({ isShared }) => !isShared);
  const rows = others.map((key) => ({
    keys: [key],
    mentions: [] as PersonKey[],
    country: undefined as string | undefined,
  }));
  if (keys.length > 0 || mentions.length > 0) rows.unshift({ keys, mentions, country: country ?? mentionedCountry });
  return { rows, key: first?.hash };
}

function countReading(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
  tally: Tally,
  reading: RowReading,
  mark: (kind: string, isCertain: boolean, path: string) => void,
): void {
  const { conversation, search } = reading;
  if (conversation) {
    mark('conversation', conversation.confidence >= 0.75, conversation.field);
    tally.messages += conversation.turns.length;
    if (conversation.thread === undefined) tally.unthreaded += conversation.conversations;
    else tally.threads.add(hash('thread', conversation.thread));
    if (conversation.user !== undefined) tally.participants.add(hash('participant', conversation.user));
    const words = conversation.turns.find(({ speaker }) => speaker === 'user' || speaker === 'other')?.text;
    const language = words === undefined ? undefined : senses.languageOf(words);
    if (language !== undefined) addTo(tally.languages, language, 1);
  }
  if (search) {
    mark('search-history', search.confidence >= 0.75, search.field);
    for (const topic of new Set(senses.topicsOf(search.query))) addTo(tally.topics, topic, 1);
  }
}

/** Notes the short values that held nothing, so that a column of few values costs nothing from then on. */
function remember(
  dull: Map<string, Set<string>>,
  rendered: ReturnType<typeof createRenderedRows>,
  { rows }: Batch,
  spans: readonly Span[],
): void {
  const loud = new Set<number>();
  for (const { start } of spans) loud.add(rendered.placeOf(start));
  for (let place = 0; place < rendered.length; place += 1) {
    if (loud.has(place)) continue;
    const field = rows[rendered.rowOf(place)]?.[rendered.fieldOf(place)];
    if (!field || field.value.length > LONGEST_DULL_VALUE) continue;
    const known = dull.get(field.path) ?? new Set<string>();
    if (known.size < MOST_DULL_VALUES) known.add(field.value);
    dull.set(field.path, known);
  }
}
