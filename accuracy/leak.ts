// The leak: distinct values and people as the product measures them in a real ClickHouse, and the verdict on each row as the
// product's own reader of rows gives it, against what each row is.
import { randomBytes } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RuleSet } from '../packages/classify/src/secrets/rule.ts';
import type { Span } from '../packages/classify/src/span.ts';
import type { Exposure } from '../packages/exposure/src/exposure.ts';
import { createKeyedHash } from '../packages/exposure/src/keyed-hash.ts';
import { measureExposure } from '../packages/exposure/src/measure.ts';
import { openLocation } from '../packages/exposure/src/net/location.ts';
import { createSenses } from '../packages/exposure/src/reading/senses.ts';
import { createRowReader, type RowSenses } from '../packages/exposure/src/rows/row-reader.ts';
import type { LevelCount } from '../packages/exposure/src/rows/tally.ts';
import type { Count } from '../packages/exposure/src/source.ts';
import { openClickhouse } from '../packages/exposure/src/stores/clickhouse.ts';
import { resolveBySystem, scopeOf } from '../packages/probe/src/index.ts';
import { findProgram } from '../packages/probe/testing/server.ts';
import { absent, sharedPath } from './corpora.ts';
import { type LabelledClass, labelsOf, type RowLabel } from './leak-labels.ts';
import { type LeakSize, startLeak } from './leak-table.ts';
import { type CorpusReport, type CountedKind, type Miss, skippedReport } from './report.ts';

const TITLE = 'A leak of known content';
const GENERATOR = 'leak/make-leak.mjs';

export interface LeakOptions {
  readonly rules: RuleSet | undefined;
  /** A million rows and 20,000 people for each file of phrases, in the place of 50,000 and 1,000. */
  readonly isFull: boolean;
}

export async function measureLeak({ rules, isFull }: LeakOptions): Promise<CorpusReport> {
  if (sharedPath(GENERATOR) === undefined) return skippedReport('leak', TITLE, absent(GENERATOR));
  if (findProgram('clickhouse-server') === undefined)
    return skippedReport('leak', TITLE, 'no clickhouse-server is installed');
  const size = isFull ? { rows: 1_000_000, people: 20_000 } : { rows: 50_000, people: 1000 };
  const measured: MeasuredLeak[] = [];
  for (const [place, phrases] of phraseFiles().entries()) {
    measured.push(await measureOne(phrases, { ...size, seed: place + 7 }, rules));
  }
  return {
    corpus: 'leak',
    title: TITLE,
    how: [
      `Rows of an application’s log as ../shared/leak makes them, with its own phrases and with those of accuracy/leak-phrases (other sentences, names, searches and templates, in Italian, Portuguese, Japanese, Polish, Dutch, Chinese, French, Spanish, German and English): ${size.rows.toLocaleString('en')} rows and ${size.people.toLocaleString('en')} people each, loaded into a real ClickHouse.`,
      'Distinct values and people: what the product measures in the store (two threads), against what the generator counted. Right is a count whose bounds hold the truth.',
      'Rows: the same reader of rows that the product runs is given the rows of each template apart, so that its counts are those of the template. What a row is follows from its fields and from the template that its text fits. Conversations, searches and secrets are found where they are told as certain; special categories, which are never certain, where they are told as possible. Special categories are looked for in all rows, so one in a search counts as a false positive.',
      'Look-alikes: identifiers, hashes, versions, placeholders and numbers whose check digits fail; nothing in their texts may be certain.',
    ],
    tables: measured.map(({ name, kinds }) => ({ title: `Rows, phrases ${name}`, kinds })),
    facts: measured.map(({ name, distinct }) => ({
      title: `Distinct values and people, phrases ${name}`,
      head: ['', 'truth', 'lower', 'estimate', 'upper', 'truth within bounds'],
      rows: distinct,
    })),
    misses: measured.flatMap(({ misses }) => misses),
  };
}

function phraseFiles(): string[] {
  const own = fileURLToPath(new URL('leak-phrases/', import.meta.url));
  const shared = sharedPath('leak/phrases.json');
  const files = readdirSync(own)
    .sort()
    .map((file) => `${own}${file}`);
  return shared === undefined ? files : [shared, ...files];
}

interface MeasuredLeak {
  readonly name: string;
  readonly kinds: readonly CountedKind[];
  readonly distinct: readonly (readonly string[])[];
  readonly misses: readonly Miss[];
}

async function measureOne(phrases: string, size: LeakSize, rules: RuleSet | undefined): Promise<MeasuredLeak> {
  const name = phrases.includes('leak-phrases') ? (/(\w+)\.json$/.exec(phrases)?.[1] ?? '') : 'of the sample';
  const leak = await startLeak(phrases, size);
  try {
    const exposure = await exposureOf(leak.port, rules);
    const rows = await readByClass(leak.file, phrases, rules);
    return {
      name,
      kinds: kindsOf(rows.classes),
      distinct: distinctOf(exposure, leak.truth),
      misses: missesOf(name, rows),
    };
  } finally {
    await leak.stop();
  }
}

async function exposureOf(port: number, rules: RuleSet | undefined): Promise<Exposure> {
  const host = { scope: scopeOf(undefined), resolve: resolveBySystem };
  const source = openClickhouse(openLocation('clickhouse', '127.0.0.1', port, false), host);
  try {
    const exposure = await measureExposure(source, {
      key: randomBytes(32),
      threads: 2,
      senses: rules ? { rules } : {},
      signal: new AbortController().signal,
      // Accuracy is measured here, not speed: a busy machine must not cost rows.
      deadlineMs: 600_000,
    });
    if ('code' in exposure) throw new Error(`${exposure.where}: ${exposure.message}`);
    if (exposure.faults.length > 0) throw new Error(exposure.faults.map(({ message }) => message).join('; '));
    return exposure;
  } finally {
    await source.close();
  }
}

// ---- distinct values and people ---------------------------------------------------------------------------------------

function distinctOf(exposure: Exposure, truth: Awaited<ReturnType<typeof startLeak>>['truth']): string[][] {
  const sum = (matches: (kind: string) => boolean): Count => {
    const counts = exposure.kinds.flatMap(({ kind, distinct }) => (matches(kind) && distinct ? [distinct] : []));
    const add = (of: (count: Count) => number) => counts.reduce((all, count) => all + of(count), 0);
    return { lower: add((one) => one.lower), estimate: add((one) => one.estimate), upper: add((one) => one.upper) };
  };
  const one = (kind: string) => sum((other) => other === kind);
  const row = (name: string, true_: number, { lower, estimate, upper }: Count) => [
    name,
    ...[true_, lower, estimate, upper].map((number) => number.toLocaleString('en')),
    lower <= true_ && true_ <= upper ? 'yes' : '**no**',
  ];
  const { distinct, people } = truth;
  const secrets = Object.values(distinct.secret).reduce((all, count) => all + count, 0);
  const isGiven = (kind: string) => kind === 'national-id/fr-nir' || kind === 'national-id/us-ssn';
  return [
    row('people', people, exposure.people),
    row('e-mail addresses', distinct.email, one('person/email')),
    row('phone numbers', distinct.phone, one('person/phone')),
    row('IP addresses', distinct.ip, one('network/ip-address')),
    row('payment cards', distinct.card, one('payment/card')),
    row('IBANs', distinct.iban, one('payment/iban')),
    row('national identifiers (fr-nir, us-ssn)', distinct.nationalId, sum(isGiven)),
    row(
      'national identifiers that nobody put there',
      0,
      sum((kind) => /^(?:national|health)-id\//.test(kind) && !isGiven(kind)),
    ),
    row('secrets', secrets, sum(isSecret)),
  ];
}

function isSecret(kind: string): boolean {
  return /^(?:secret|credential)\//.test(kind);
}

// ---- rows -------------------------------------------------------------------------------------------------------------

interface ReadClass extends LabelledClass {
  rows: number;
  /** Rows by kind; `secret/*`, `special/*` and `*` stand for any of them. */
  readonly kinds: Map<string, LevelCount>;
}

interface ReadRows {
  readonly classes: readonly ReadClass[];
  /** Sentences of ordinary conversations that were taken for a special category: `it.user[1], special/health` → times. */
  readonly takenForSpecial: ReadonlyMap<string, number>;
}

/** Rows handed to the reader at once. */
const BLOCK_ROWS = 500;

async function readByClass(file: string, phrases: string, rules: RuleSet | undefined): Promise<ReadRows> {
  const labels = labelsOf(phrases);
  const senses = withFamilies(createSenses(rules ? { rules } : {}));
  const reader = createRowReader(senses, createKeyedHash(randomBytes(32)));
  const classes = new Map<string, ReadClass & { readonly number: number }>();
  const waiting = new Map<number, string[]>();
  const ordinary: string[] = [];
  const flush = (number: number, lines: string[]) => {
    reader.read(number, { columns: COLUMNS, bytes: Buffer.from(`${lines.join('\n')}\n`), rows: lines.length });
    lines.length = 0;
  };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { label, template } = labels.of(line);
    const key = `${label} ${template}`;
    const found = classes.get(key) ?? { label, template, rows: 0, kinds: new Map(), number: classes.size };
    classes.set(key, found);
    found.rows += 1;
    const lines = waiting.get(found.number) ?? [];
    waiting.set(found.number, lines);
    lines.push(asColumns(line));
    if (lines.length >= BLOCK_ROWS) flush(found.number, lines);
    if (label === 'conversation' && ordinary.length < 4000) ordinary.push(line);
  }
  for (const [number, lines] of waiting) if (lines.length > 0) flush(number, lines);
  const tallies = new Map(reader.state().tallies);
  for (const found of classes.values()) {
    for (const { kind, rows } of tallies.get(found.number)?.kinds ?? []) found.kinds.set(kind, rows);
  }
  return { classes: [...classes.values()], takenForSpecial: sentencesTaken(ordinary, labels.templateOf, senses) };
}

/** The columns of the store, in the order in which it hands them out. */
const COLUMNS = ['timestamp', 'span_name', 'trace_id', 'string.names', 'string.values', '_service', '_source'];

/** A row as the store hands it to the reader: an array of the values of its columns. */
function asColumns(line: string): string {
  const row = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(COLUMNS.map((column) => row[column]));
}

/** Adds spans that stand for any secret, any special category, and anything at all, so that rows with one are counted once. */
function withFamilies(senses: RowSenses): RowSenses {
  return {
    ...senses,
    classify(bytes) {
      const told: Span[] = [];
      for (const span of senses.classify(bytes)) {
        told.push(span);
        if (isSecret(span.kind)) told.push({ ...span, kind: 'secret/*' });
        if (span.kind.startsWith('special/')) told.push({ ...span, kind: 'special/*' });
        told.push({ ...span, kind: '*' });
      }
      return told;
    },
  };
}

function sentencesTaken(
  lines: readonly string[],
  templateOf: (words: string) => string,
  senses: RowSenses,
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const line of lines) {
    const row = JSON.parse(line) as { 'string.names': string[]; 'string.values': string[] };
    const request = row['string.values'][row['string.names'].indexOf('request')] ?? '{}';
    for (const { content } of (JSON.parse(request) as { messages: { content: string }[] }).messages) {
      const kinds = senses.classify(Buffer.from(content)).filter(({ kind }) => /^special\/\w/.test(kind));
      for (const kind of new Set(kinds.map((span) => span.kind))) {
        const what = `${templateOf(content)}, ${kind}`;
        taken.set(what, (taken.get(what) ?? 0) + 1);
      }
    }
  }
  return taken;
}

interface Question {
  readonly name: string;
  readonly isTrue: (label: RowLabel) => boolean;
  readonly kind: string;
  /** Special categories are never certain. */
  readonly level: 'certain' | 'any';
}

const QUESTIONS: readonly Question[] = [
  { name: 'conversation', isTrue: isConversation, kind: 'conversation', level: 'certain' },
  { name: 'conversation, possible ones too', isTrue: isConversation, kind: 'conversation', level: 'any' },
  { name: 'search', isTrue: (label) => label === 'search', kind: 'search-history', level: 'certain' },
  { name: 'search, possible ones too', isTrue: (label) => label === 'search', kind: 'search-history', level: 'any' },
  { name: 'secret', isTrue: (label) => label === 'secret', kind: 'secret/*', level: 'certain' },
  { name: 'secret, possible ones too', isTrue: (label) => label === 'secret', kind: 'secret/*', level: 'any' },
  { name: 'special category', isTrue: (label) => label === 'special category', kind: 'special/*', level: 'any' },
];

function isConversation(label: RowLabel): boolean {
  return label === 'conversation' || label === 'special category';
}

function toldIn({ kinds }: ReadClass, { kind, level }: Pick<Question, 'kind' | 'level'>): number {
  const rows = kinds.get(kind);
  return (rows?.certain ?? 0) + (level === 'any' ? (rows?.possible ?? 0) : 0);
}

function kindsOf(classes: readonly ReadClass[]): CountedKind[] {
  const asked = QUESTIONS.map((question): CountedKind => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const one of classes) {
      const told = toldIn(one, question);
      if (question.isTrue(one.label)) {
        counts.truePositives += told;
        counts.falseNegatives += one.rows - told;
      } else {
        counts.falsePositives += told;
        counts.trueNegatives += one.rows - told;
      }
    }
    return { name: question.name, ...counts };
  });
  const never = classes.filter(({ label }) => label === 'look-alike' || label === 'operational');
  return [...asked, ...['look-alike', 'operational'].map((label) => certainIn(label, never))];
}

/** Rows in which nothing may be certain. */
function certainIn(label: string, classes: readonly ReadClass[]): CountedKind {
  const own = classes.filter((one) => one.label === label);
  const told = own.reduce((sum, one) => sum + certainRows(one), 0);
  const rows = own.reduce((sum, one) => sum + one.rows, 0);
  return {
    name: `${label} rows with anything certain`,
    truePositives: 0,
    falsePositives: told,
    falseNegatives: 0,
    trueNegatives: rows - told,
  };
}

function certainRows(one: ReadClass): number {
  return Math.max(...['*', 'conversation', 'search-history'].map((kind) => one.kinds.get(kind)?.certain ?? 0));
}

/** The generator's categories and ours; it has trade unions under politics. */
const CATEGORIES: Readonly<Record<string, RegExp>> = {
  health: /^special\/(?:health|health-at-work)$/,
  sexualLife: /^special\/sexual-life$/,
  religion: /^special\/religion$/,
  politics: /^special\/(?:politics|trade-union)$/,
};

function isOfCategory(kind: string, template: string): boolean {
  return CATEGORIES[template.split('.')[0] ?? '']?.test(kind) ?? true;
}

function missesOf(name: string, { classes, takenForSpecial }: ReadRows): Miss[] {
  const misses: Miss[] = [];
  for (const question of QUESTIONS) {
    if (question.name.includes('possible')) continue;
    for (const one of classes) {
      const told = toldIn(one, question);
      const isAsked = (kind: string) =>
        question.kind === 'secret/*' ? isSecret(kind) : kind.startsWith(question.kind.replace('*', ''));
      const kinds = [...one.kinds.keys()].filter((kind) => isAsked(kind) && !kind.endsWith('*'));
      if (question.isTrue(one.label) && told < one.rows) {
        const only = toldIn(one, { ...question, level: 'any' }) - told;
        misses.push({
          what: `${name}: ${question.name} in ${one.label} ${one.template}`,
          times: one.rows - told,
          why:
            only > 0 ? `not found, or possible only (${only})` : `not found in ${one.rows - told} of ${one.rows} rows`,
        });
      }
      const other = [...one.kinds.keys()].filter((kind) => kind.startsWith('special/') && kind !== 'special/*');
      const wrong = other.filter((kind) => !isOfCategory(kind, one.template));
      if (question.kind === 'special/*' && one.label === 'special category' && wrong.length > 0) {
        const rows = one.kinds.get(wrong[0] ?? '');
        misses.push({
          what: `${name}: category of ${one.template}`,
          times: (rows?.certain ?? 0) + (rows?.possible ?? 0),
          why: `told as ${other.join(', ')}; it counts as found`,
        });
      }
      if (!question.isTrue(one.label) && told > 0) {
        if (one.label === 'look-alike') continue;
        misses.push({
          what: `${name}: ${question.name} in ${one.label} ${one.template}`,
          times: told,
          why: `taken for ${kinds.join(', ')} in ${told} of ${one.rows} rows`,
        });
      }
    }
  }
  for (const one of classes) {
    const certain = certainRows(one);
    if ((one.label !== 'look-alike' && one.label !== 'operational') || certain === 0) continue;
    const kinds = [...one.kinds]
      .filter(([kind, rows]) => rows.certain > 0 && !kind.endsWith('*'))
      .map(([kind]) => kind);
    misses.push({
      what: `${name}: certain in ${one.label} ${one.template}`,
      times: certain,
      why: `${kinds.join(', ')} in ${certain} of ${one.rows} rows`,
    });
  }
  for (const [what, times] of takenForSpecial) {
    misses.push({
      what: `${name}: ordinary sentence ${what}`,
      times,
      why: 'taken for a special category, in the first 4,000 conversations',
    });
  }
  return misses;
}
