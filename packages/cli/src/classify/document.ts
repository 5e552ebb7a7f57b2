// The document of `vigie classify --format json`: numbers, names of kinds and columns, and what to do; no value.
import { CATALOGUE, kindById, OPENS, type Opens, type RuleSet } from '@vigie/classify';
import type { Conversations, Count, DatasetExposure, Exposure, FileNote, Searches, SourceFault } from '@vigie/exposure';
import { shownName, shownPath } from './shown-names.ts';

export interface ClassifyDocument {
  readonly schema: 'vigie.classify/1';
  /** `files`, or the product of a store. */
  readonly product: string;
  readonly files: readonly DatasetEntry[];
  /** Files that were met in a folder and left out: no text, and of no known format. */
  readonly skipped: { readonly binary: number };
  readonly kinds: readonly KindEntry[];
  readonly people: Exposure['people'];
  readonly conversations?: Conversations;
  readonly searches?: Searches;
  /** In the order in which they have to be rotated. */
  readonly secrets: readonly SecretEntry[];
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly brokenRows: number;
  readonly faults: readonly SourceFault[];
  readonly complete: boolean;
}

export interface DatasetEntry {
  readonly path: string;
  /** A table of a database. */
  readonly table?: string;
  readonly format?: string;
  readonly encoding?: string;
  /** A view: its rows are counted in the tables that it shows. */
  readonly derived?: true;
  readonly rows: Count;
  readonly rowsRead: number;
  readonly basis: DatasetExposure['basis'];
  readonly kinds: readonly { readonly kind: string; readonly certain: number; readonly possible: number }[];
  readonly columns: readonly { readonly path: string; readonly type?: string; readonly kinds: readonly string[] }[];
}

export interface KindEntry {
  readonly kind: string;
  readonly title: string;
  /** Rows in which it is certain, and rows in which it is at most possible. */
  readonly certain: number;
  readonly possible: number;
  readonly distinct?: Count;
  readonly rows: Count;
  readonly people?: Count;
  /** Letters of field 70 of the EDPB's notification template. */
  readonly edpb: readonly string[];
  readonly meaning: string;
}

export interface SecretEntry {
  readonly rule: string;
  readonly title: string;
  readonly issuer?: string;
  readonly opens: string;
  readonly distinct: Count;
  readonly rows: Count;
  readonly rotate: readonly string[];
  readonly link?: string;
}

export interface DocumentParts {
  readonly exposure: Exposure;
  readonly notes: readonly FileNote[];
  /** Met before anything was read: folders that could not be. */
  readonly faults: readonly SourceFault[];
  /** Secret rules in the place of our own. */
  readonly rules: RuleSet | undefined;
}

export function documentOf({ exposure, notes, faults, rules }: DocumentParts): ClassifyDocument {
  const { product, people, conversations, searches, rowsRead, bytesRead, brokenRows } = exposure;
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const kinds = exposure.kinds.map((one) => kindEntry(one, rules));
  const all = [...faults, ...exposure.faults];
  return {
    schema: 'vigie.classify/1',
    product,
    files: exposure.datasets.map((dataset) => datasetEntry(dataset, byPath)),
    skipped: { binary: notes.filter(({ isSkipped }) => isSkipped).length },
    kinds,
    people,
    ...(conversations && { conversations }),
    ...(searches && { searches }),
    secrets: secretsOf(exposure, rules),
    rowsRead,
    bytesRead,
    brokenRows,
    faults: all,
    complete: exposure.complete && faults.length === 0,
  };
}

/**
 * The document with names made safe: a table or a column may be named after a person, and the path of a store is a database's
 * name. Paths of files come in safe already, since all that is told of a file has to name it alike.
 */
export function withSafeNames(document: ClassifyDocument): ClassifyDocument {
  const pathOf = document.product === 'files' ? (path: string) => path : shownName;
  return {
    ...document,
    files: document.files.map(({ path, table, columns, ...rest }) => ({
      ...rest,
      path: pathOf(path),
      ...(table !== undefined && { table: shownName(table) }),
      columns: columns.map((column) => ({ ...column, path: shownName(column.path) })),
    })),
    faults: document.faults.map((fault) => ({ ...fault, where: shownPath(fault.where) })),
  };
}

function datasetEntry(dataset: DatasetExposure, notes: ReadonlyMap<string, FileNote>): DatasetEntry {
  const { container, name, rows, rowsRead, basis, kinds, columns } = dataset;
  const path = container === '' ? name : container;
  const note = notes.get(path);
  return {
    path,
    ...(container !== '' && { table: name }),
    ...(note && { format: note.format }),
    ...(note && !note.isTable && note.encoding !== 'utf-8' && { encoding: note.encoding }),
    ...(dataset.derived && { derived: true as const }),
    rows,
    rowsRead,
    basis,
    kinds: kinds.map(({ kind, rows: counted }) => ({ kind, ...levels(counted) })),
    columns: columns
      .filter((column) => column.kinds.length > 0)
      .map(({ path: column, type, kinds: found }) => ({
        path: column,
        ...(type !== undefined && { type }),
        kinds: found.map(({ kind }) => kind),
      })),
  };
}

/** Certain rows are the lower bound of a kind's rows, certain and possible ones the upper. */
function levels({ lower, upper }: Count): { certain: number; possible: number } {
  return { certain: lower, possible: upper - lower };
}

function kindEntry({ kind, rows, distinct, people }: Exposure['kinds'][number], rules: RuleSet | undefined): KindEntry {
  const known = kindById(kind);
  const secret = secretFacts(kind, rules);
  return {
    kind,
    title: secret?.title ?? known?.title ?? kind,
    ...levels(rows),
    ...(distinct && { distinct }),
    rows,
    ...(people && { people }),
    edpb: known?.edpb ?? [],
    meaning: secret?.meaning ?? known?.meaning ?? '',
  };
}

interface SecretFacts {
  readonly title: string;
  readonly meaning?: string;
  readonly issuer?: string;
  readonly opens: Opens | 'unknown';
  readonly rotate: readonly string[];
  readonly link?: string;
}

const ENTRIES = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

/** What is known of a secret: from our catalogue, also where a rule of the user has the same id; else from the user's rule. */
function secretFacts(kind: string, rules: RuleSet | undefined): SecretFacts | undefined {
  if (!kind.startsWith('secret/')) return undefined;
  const id = kind.slice('secret/'.length);
  const entry = ENTRIES.get(id);
  if (entry) {
    const { title, issuer, opens, rotate, link } = entry;
    return { title, issuer, opens, rotate, link };
  }
  const description = rules?.rules.find((rule) => rule.id === id)?.description ?? '';
  return {
    title: description === '' ? id.replaceAll('-', ' ') : (description.split(/[,.] /, 1)[0] ?? description),
    ...(description !== '' && { meaning: description }),
    opens: 'unknown',
    rotate: ['Revoke it where it was issued, and issue a new one.', 'Look in the logs for its use by others.'],
  };
}

/** Secrets with how to rotate them: what opens the most comes first, then what there is most of. */
function secretsOf(exposure: Exposure, rules: RuleSet | undefined): readonly SecretEntry[] {
  const rank = (opens: string) => {
    const place = (OPENS as readonly string[]).indexOf(opens);
    // What a rule of the user finds may open anything: before what is known to open one service.
    return place === -1 ? OPENS.indexOf('one service') - 0.5 : place;
  };
  return exposure.kinds
    .flatMap(({ kind, distinct, rows }) => {
      const facts = secretFacts(kind, rules);
      if (!facts) return [];
      const { title, issuer, opens, rotate, link } = facts;
      const entry: SecretEntry = {
        rule: kind.slice('secret/'.length),
        title,
        ...(issuer !== undefined && { issuer }),
        opens,
        distinct: distinct ?? rows,
        rows,
        rotate,
        ...(link !== undefined && { link }),
      };
      return [entry];
    })
    .sort(
      (a, b) =>
        rank(a.opens) - rank(b.opens) || b.distinct.estimate - a.distinct.estimate || a.rule.localeCompare(b.rule),
    );
}
