// What the accuracy of a corpus is reported in: rows of counts with what follows from them, misses with their reasons, Markdown.

/** True and false positives and negatives of a kind in a corpus. */
export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  /** Absent where a negative is not countable: there are no rows or cases that could have been right to be passed over. */
  readonly trueNegatives?: number;
}

export interface CountedKind extends Counts {
  readonly name: string;
  /** Left out on the terminal, where it is one of hundreds without a mistake. */
  readonly isTotal?: true;
}

/** Something that came out otherwise than the corpus has it. */
export interface Miss {
  /** Which cases, by names of kinds and templates: never a value of a row. */
  readonly what: string;
  readonly times: number;
  readonly why: string;
}

interface CorpusTable {
  readonly title: string;
  readonly kinds: readonly CountedKind[];
}

export interface CorpusReport {
  readonly corpus: string;
  readonly title: string;
  /** How it is scored, in sentences. */
  readonly how: readonly string[];
  readonly tables: readonly CorpusTable[];
  /** Further tables, with cells as they are printed. */
  readonly facts: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly misses: readonly Miss[];
  /** Why the corpus was not measured. */
  readonly skipped?: string;
}

export function skippedReport(corpus: string, title: string, why: string): CorpusReport {
  return { corpus, title, how: [], tables: [], facts: [], misses: [], skipped: why };
}

/** The sum of several kinds, as a row of its own. */
export function totalOf(name: string, kinds: readonly CountedKind[]): CountedKind {
  const sum = (of: (kind: CountedKind) => number) => kinds.reduce((all, kind) => all + of(kind), 0);
  return {
    name,
    isTotal: true,
    truePositives: sum((kind) => kind.truePositives),
    falsePositives: sum((kind) => kind.falsePositives),
    falseNegatives: sum((kind) => kind.falseNegatives),
    ...(kinds.some((kind) => kind.trueNegatives !== undefined) && {
      trueNegatives: sum((kind) => kind.trueNegatives ?? 0),
    }),
  };
}

export interface Measures {
  /** Absent where nothing was found, so that there is nothing to be precise about. */
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  readonly f2: number | undefined;
}

/** Precision, recall and the F measures (van Rijsbergen, Information Retrieval, 1979, chapter 7). */
export function measuresOf({ truePositives, falsePositives, falseNegatives }: Counts): Measures {
  const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  const f = (beta: number) => {
    const weight = beta ** 2;
    return share((1 + weight) * truePositives, (1 + weight) * truePositives + weight * falseNegatives + falsePositives);
  };
  return {
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: f(1),
    f2: f(2),
  };
}

const HEAD = ['', 'TP', 'FP', 'FN', 'TN', 'precision', 'recall', 'F1', 'F2'];

function cellsOf(kind: CountedKind): string[] {
  const { precision, recall, f1, f2 } = measuresOf(kind);
  const number = (count: number | undefined) => (count === undefined ? '' : count.toLocaleString('en'));
  // Rounded down: 1.000 is said only where nothing is wrong.
  const share = (part: number | undefined) => (part === undefined ? '' : (Math.floor(part * 1000) / 1000).toFixed(3));
  return [
    kind.isTotal ? `**${kind.name}**` : kind.name,
    number(kind.truePositives),
    number(kind.falsePositives),
    number(kind.falseNegatives),
    number(kind.trueNegatives),
    share(precision),
    share(recall),
    share(f1),
    share(f2),
  ];
}

/** @param short leaves out the kinds without a mistake where they are many, and all but the most frequent misses */
export function markdownOf(report: CorpusReport, short: boolean): string {
  const parts = [`## ${report.title}`];
  if (report.skipped !== undefined) return [...parts, `Skipped: ${report.skipped}`].join('\n\n');
  if (!short) parts.push(...report.how);
  for (const { title, kinds } of report.tables) parts.push(`### ${title}`, kindsTable(kinds, short));
  for (const { title, head, rows } of report.facts) parts.push(`### ${title}`, table(head, rows));
  if (report.misses.length > 0) parts.push('### Misses', missesTable(report.misses, short));
  return parts.join('\n\n');
}

/** Tables longer than this are cut short on the terminal. */
const MANY = 25;

function kindsTable(kinds: readonly CountedKind[], short: boolean): string {
  const isWrong = (kind: CountedKind) => kind.falseNegatives + kind.falsePositives > 0;
  const shown = short && kinds.length > MANY ? kinds.filter((kind) => kind.isTotal || isWrong(kind)) : kinds;
  const left = kinds.length - shown.length;
  return `${table(HEAD, shown.map(cellsOf))}${left > 0 ? `\n\n${left} more without a mistake.` : ''}`;
}

function missesTable(misses: readonly Miss[], short: boolean): string {
  const sorted = [...misses].sort((a, b) => b.times - a.times);
  const shown = short ? sorted.slice(0, MANY * 3) : sorted;
  const rows = shown.map(({ what, times, why }) => [what, times.toLocaleString('en'), why]);
  const left = sorted.length - shown.length;
  return `${table(['what', 'times', 'why'], rows)}${left > 0 ? `\n\n${left} more in docs/accuracy.md.` : ''}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(all[0] ?? []), `|${' --- |'.repeat(head.length)}`, ...all.slice(1).map(line)].join('\n');
}
