// A fact of an alert: what was observed, what is usual, since when that is known, and how surprising it is. Told in words with numbers;
// names of people are not in it.
import type { Held } from './held.ts';

/** Facts of one ground are told once, the most surprising. */
export type Ground =
  | 'who'
  | 'place'
  | 'origin'
  | 'hand'
  | 'tool'
  | 'object'
  | 'held'
  | 'operation'
  | 'statement'
  | 'time'
  | 'amount'
  | 'repeats'
  | 'peers'
  | 'order'
  | 'whole';

export type Subject = 'account' | 'store' | 'peers' | 'table';
export type Measure = 'rows' | 'bytes' | 'queries' | 'tables' | 'failures' | 'networks';
/** `repeats`: how often one form of statement comes. */
export type DayMeasure = 'rows' | 'bytes' | 'repeats';
export type Dimension =
  | 'account'
  | 'table'
  | 'container'
  | 'client'
  | 'hand'
  | 'turn'
  | 'network'
  | 'side'
  | 'country'
  | 'journey'
  | 'operation'
  | 'statement';

interface Common {
  readonly ground: Ground;
  readonly subject: Subject;
  /** How surprising: -log2 of a likelihood. */
  readonly bits: number;
  /** Windows of time that what is usual was learned in. */
  readonly of: number;
}

export type Fact = Common &
  (
    | {
        readonly kind: 'value';
        readonly dimension: Dimension;
        readonly value: string;
        readonly seen: number;
        readonly days: number;
      }
    | {
        readonly kind: 'amount';
        readonly measure: Measure | DayMeasure;
        readonly period: 'window' | 'day' | 'days';
        readonly observed: number;
        readonly usual: number;
        readonly high: number;
      }
    | {
        readonly kind: 'hour';
        readonly hour: number;
        readonly zone: string;
        readonly isWeekend: boolean;
        readonly nearest: number | null;
      }
    | { readonly kind: 'dormant'; readonly days: number; readonly longest: number }
    | { readonly kind: 'held'; readonly table: string; readonly held: Held; readonly isByName: boolean }
    | { readonly kind: 'order'; readonly steps: number }
    | { readonly kind: 'whole' }
    | { readonly kind: 'listed'; readonly list: string }
  );

const SUBJECTS: Readonly<Record<Subject, string>> = {
  account: 'this account',
  store: 'this store',
  peers: 'its peers',
  table: 'this table',
};
const MEASURES: Readonly<Record<Measure | DayMeasure, readonly [one: string, many: string]>> = {
  rows: ['row', 'rows'],
  bytes: ['byte', 'bytes'],
  queries: ['query', 'queries'],
  tables: ['table', 'different tables'],
  failures: ['failure', 'failures'],
  networks: ['network', 'networks'],
  repeats: ['statement of one form', 'statements of one form'],
};
const HELD: Readonly<Record<Held, string>> = {
  secrets: 'secrets',
  pay: 'what people earn',
  cards: 'cards or bank accounts',
  payments: 'payments',
  health: 'health',
  identity: 'documents of identity',
  conversations: 'conversations',
  people: 'people',
};
const USUAL = { window: 'at this hour', day: 'in a day', days: 'in a day' } as const;
const PERIODS = { window: 'in ten minutes', day: 'in a day', days: 'over days, beyond what is usual' } as const;

/** A fact as a sentence. */
export function wordsOf(fact: Fact): string {
  switch (fact.kind) {
    case 'value':
      return valueWords(fact);
    case 'amount':
      return `${amount(fact.observed, fact.measure)} ${PERIODS[fact.period]}; usual for ${SUBJECTS[fact.subject]} ${USUAL[fact.period]}: ${number(fact.usual)}, at most ${number(fact.high)} (${learned(fact.of, fact.period)})`;
    case 'hour':
      return hourWords(fact);
    case 'dormant':
      return `back after ${number(fact.days)} days; the longest pause before was ${number(fact.longest)} days (${learned(fact.of)})`;
    case 'held':
      return `${fact.table}: holds ${HELD[fact.held]}${fact.isByName ? ', by its name' : ''}, and ${SUBJECTS[fact.subject]} never read it before (${learned(fact.of)})`;
    case 'order':
      return `the last ${fact.steps} steps follow one another as they hardly ever did on ${SUBJECTS[fact.subject]} (${learned(fact.of)})`;
    case 'whole':
      return `rows, bytes, queries, tables and hours taken together are like no earlier window (${learned(fact.of)})`;
    case 'listed':
      return `the address is on the list "${fact.list}"`;
  }
}

function valueWords({ dimension, value, subject, seen, days, of }: Fact & { readonly kind: 'value' }): string {
  const where = SUBJECTS[subject];
  const often =
    seen === 0
      ? 'never before'
      : seen < 0.5
        ? 'only in what was told already'
        : `on ${number(seen)} of ${number(days)} days before`;
  const told = `${often} (${learned(of)})`;
  const words: Readonly<Record<Dimension, string>> = {
    account: `the account was on ${where} ${told}`,
    table: `${value}: read by ${where} ${told}`,
    container: `database ${value}: used by ${where} ${told}`,
    turn: `an account that programs use, used with a tool that people sit at: on ${where} ${told}`,
    hand: `with a tool that people sit at: ${where} ${told}`,
    client: `program ${value === '' ? 'without a name' : value}: used by ${where} ${told}`,
    network: `network ${value === '' ? 'not told' : value}: seen with ${where} ${told}`,
    side: `from ${value === 'inside' ? 'inside' : 'outside'}: seen with ${where} ${told}`,
    country: `country ${value}: seen with ${where} ${told}`,
    journey: `${value.replace('>', ' and then ')} within two hours: ${told}`,
    operation: `${value}: done by ${where} ${told}`,
    statement: `a statement of this form: by ${where} ${told}`,
  };
  return words[dimension];
}

function hourWords({ hour, zone, isWeekend, nearest, subject, of }: Fact & { readonly kind: 'hour' }): string {
  const when = `active at ${hour} h (${zone}) ${isWeekend ? 'at a week-end' : 'on a working day'}`;
  const [whom, it] = subject === 'peers' ? ['its peers were ', 'they were'] : ['', 'it was'];
  const usual =
    nearest === null
      ? `${whom}never active on such days before`
      : `the nearest hour at which ${it} active before is ${nearest} h`;
  return `${when}; ${usual} (${learned(of)})`;
}

/** At least one window, since nothing that was met is nothing. */
function learned(windows: number, period: 'window' | 'day' | 'days' = 'window'): string {
  const count = Math.ceil(windows);
  if (period !== 'window') return `learned over ${number(count)} ${count === 1 ? 'day' : 'days'}`;
  return count === 0
    ? 'nothing is learned yet'
    : `learned over ${number(count)} ${count === 1 ? 'window' : 'windows'} of ten minutes`;
}

function amount(value: number, measure: Measure | DayMeasure): string {
  const [one, many] = MEASURES[measure];
  return `${number(value)} ${Math.round(value) === 1 ? one : many}`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

const TOLD_FACTS = 3;
/** Less is no surprise. */
const LEAST_BITS = 1;

/** The three most surprising facts, each of another ground; together they are the score. */
export function strongest(facts: Iterable<Fact>): readonly Fact[] {
  return [...facts]
    .filter(({ bits }) => bits >= LEAST_BITS)
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, TOLD_FACTS);
}

export function scoreOf(facts: readonly Fact[]): number {
  return facts.reduce((sum, { bits }) => sum + bits, 0);
}

/** What a fact is about: two with the same are of the same news. */
export function aboutOf(fact: Fact): string {
  if (fact.kind !== 'value') return `${fact.ground} ${fact.kind === 'amount' ? fact.measure : fact.kind}`;
  // From elsewhere again, or with another program, is something else.
  const isOther = fact.ground === 'place' || fact.ground === 'origin' || fact.ground === 'tool';
  return `${fact.ground} ${fact.dimension}${isOther ? ` ${fact.value}` : ''}`;
}
