// From an access and what is learned to facts: which of its values are new or rare for whom, which amounts are too high, and whether the
// account was away for long.
import { type Access, sideOf } from './access.ts';
import { handOf } from './by-hand.ts';
import { type Episode, WINDOW_MS } from './episode.ts';
import type { DayMeasure, Dimension, Fact, Ground, Measure, Subject } from './fact.ts';
import { HELD_BITS, type Held, heldByName } from './held.ts';
import { partOf } from './hours.ts';
import type { Excess, Level } from './level.ts';
import type { Profile } from './profile.ts';

/** Those who are concerned by an access, with what is learned of them. */
export interface Concerned {
  readonly account: Profile;
  /** All accounts of the store together, each window of each. */
  readonly anybody: Profile;
  readonly store: Profile;
  readonly peers: Profile;
  readonly tables: readonly (readonly [name: string, profile: Profile])[];
}

interface Question {
  readonly subject: Exclude<Subject, 'table'>;
  readonly dimension: Dimension;
  readonly ground: Ground;
  /** Some values tell less than their rarity: a share of the bits counts. */
  readonly share: number;
}

/** What is asked of whom: first and rare, for accounts, stores, peers and tables. */
const QUESTIONS: readonly Question[] = [
  { subject: 'account', dimension: 'table', ground: 'object', share: 1 },
  { subject: 'account', dimension: 'container', ground: 'object', share: 1 },
  { subject: 'account', dimension: 'client', ground: 'tool', share: 1 },
  { subject: 'account', dimension: 'hand', ground: 'tool', share: 1 },
  { subject: 'store', dimension: 'turn', ground: 'hand', share: 1 },
  { subject: 'account', dimension: 'network', ground: 'place', share: 1.2 },
  { subject: 'account', dimension: 'side', ground: 'place', share: 1.2 },
  { subject: 'account', dimension: 'country', ground: 'place', share: 1.2 },
  { subject: 'account', dimension: 'journey', ground: 'place', share: 1.5 },
  { subject: 'account', dimension: 'operation', ground: 'operation', share: 1 },
  { subject: 'account', dimension: 'statement', ground: 'statement', share: 0.5 },
  { subject: 'store', dimension: 'account', ground: 'who', share: 1 },
  { subject: 'store', dimension: 'network', ground: 'origin', share: 0.8 },
  { subject: 'store', dimension: 'side', ground: 'place', share: 1 },
  { subject: 'store', dimension: 'client', ground: 'tool', share: 0.8 },
  { subject: 'store', dimension: 'operation', ground: 'operation', share: 0.8 },
  { subject: 'store', dimension: 'table', ground: 'object', share: 1 },
  { subject: 'peers', dimension: 'table', ground: 'peers', share: 0.5 },
  { subject: 'peers', dimension: 'operation', ground: 'peers', share: 0.5 },
];

/** What is asked of a table that is met: who reads it as a rule, and with what. */
const TABLE_QUESTIONS = ['account', 'client', 'hand'] as const;
type Reader = (typeof TABLE_QUESTIONS)[number];
const TABLE_SHARE = 1;

/** What changes and shows no data: how rarely somebody does so tells little. */
const HARMLESS: ReadonlySet<string> = new Set(
  'analyze begin check checkpoint cluster commit connect deallocate desc describe discard explain listen lock optimize prepare refresh reindex release rollback savepoint set show sign-in start unlisten use vacuum'.split(
    ' ',
  ),
);
const HARMLESS_SHARE = 0.4;

/** Less than this is no export, however unusual. */
const WORTH_TELLING: Readonly<Record<Measure, number>> = {
  rows: 500,
  bytes: 1_000_000,
  queries: 60,
  tables: 6,
  failures: 5,
  networks: 3,
};
/** Windows before which hours and pauses of an account tell nothing. */
const OWN = 5;
/** So many statements of one form are a look around. */
const LEAST_REPEATS = 12;
/** Days of one account are rather alike in this: a factor of two is usual, ten is not. */
const REPEATS_VARIANCE = 0.3;
/** One rarity alone says no more than this. */
const MOST_BITS = 14;
/** For each doubling of the tables that are new to an account within one window. */
const WALK_BITS = 2;
/** Hours from those at which an account is active, from which on another hour is one at which it is not. */
const HOURS_NEAR = 3;
/** Bits from which on it is asked whether others are active at an hour. */
const ODD_HOUR_BITS = 5;
const PEERS_HOUR_SHARE = 0.4;
/** Of a day's amount, below which an access is no part of what makes it large. */
const LEAST_ADDED = 0.02;
const DAY_MS = 86_400_000;
/** A day on which an account was here; days fade. */
const LEAST_DAY = 0.5;
/** Shorter pauses are holidays. */
const LONG_PAUSE_MS = 21 * DAY_MS;

/** Values of an access that are asked about. */
export function valuesOf(
  access: Access,
  who: string,
  changes: Readonly<Partial<Record<'journey' | 'turn', string | undefined>>>,
): readonly (readonly [Dimension, string])[] {
  const values: (readonly [Dimension, string])[] = [
    ['account', who],
    ['operation', access.operation],
  ];
  // Sign-ins say less of the program than what follows them.
  if (access.client !== '' || access.operation !== 'sign-in') values.push(['client', access.client]);
  const hand = handOf(access.client);
  if (hand !== undefined) values.push(['hand', hand]);
  if (access.network !== '') values.push(['network', access.network]);
  const side = sideOf(access.address);
  if (side !== '') values.push(['side', side]);
  if (access.country !== '') values.push(['country', access.country]);
  if (access.container !== '') values.push(['container', access.container]);
  if (access.fingerprint !== '') values.push(['statement', access.fingerprint]);
  for (const dimension of ['journey', 'turn'] as const) {
    const change = changes[dimension];
    if (change !== undefined) values.push([dimension, change]);
  }
  for (const table of access.tables) values.push(['table', table]);
  return values;
}

/**
 * Facts of a value that is met for the first time in a window.
 *
 * @param by account and program of the access
 */
export function* valueFacts(
  dimension: Dimension,
  value: string,
  episode: Episode,
  concerned: Concerned,
  by: Readonly<Record<Reader, string>>,
): Generator<Fact> {
  if (dimension === 'table') yield* tableFacts(value, concerned, by);
  for (const { subject, dimension: asked, ground, share } of QUESTIONS) {
    if (asked !== dimension) continue;
    // A table that was made a moment ago is new to everybody.
    if (dimension === 'table' && subject === 'store' && episode.made.has(value)) continue;
    const profile = concerned[subject];
    // Where nobody ever travelled, or changed hands, each window told so.
    const windows = dimension === 'journey' || dimension === 'turn' ? profile.valuesOf('operation').windows : 0;
    const { bits: told, isNew, seen, days, of } = profile.valuesOf(dimension).judge(value, windows);
    // What somebody does as a rule is no news, however alone he is in it.
    const own = subject === 'account' ? undefined : concerned.account.valuesOf(dimension).judge(value);
    const bits = own === undefined || own.isNew ? told : Math.min(told, own.bits + 1);
    const harm = dimension === 'operation' && HARMLESS.has(value) ? HARMLESS_SHARE : 1;
    const walked = isNew && subject === 'account' && dimension === 'table' ? WALK_BITS * Math.log2(episode.walk()) : 0;
    yield {
      kind: 'value',
      ground,
      subject,
      dimension,
      value: shown(dimension, value),
      seen,
      days,
      of,
      bits: Math.min(MOST_BITS, bits + walked) * share * harm,
    };
  }
}

/**
 * A table of sensitive data that an account never read, where the account was here on another day: on its first day all is new.
 *
 * @param holds what is known of a table's rows
 */
export function heldFact(
  table: string,
  time: number,
  account: Profile,
  holds: (table: string) => Held | undefined,
): Fact | undefined {
  const tables = account.valuesOf('table');
  const { isNew, of } = tables.judge(table);
  if (!isNew || tables.daysBefore(Math.floor(time / DAY_MS)) < LEAST_DAY) return undefined;
  const byRows = holds(table);
  const held = byRows ?? (table.startsWith('/') ? undefined : heldByName(table));
  if (held === undefined) return undefined;
  return {
    kind: 'held',
    ground: 'held',
    subject: 'account',
    table: shown('table', table),
    held,
    isByName: byRows === undefined,
    bits: HELD_BITS[held],
    of,
  };
}

/** Somebody at an account that only programs used. */
export function turnOf(client: string, time: number, account: Profile): string | undefined {
  if (handOf(client) !== 'by hand') return undefined;
  const hands = account.valuesOf('hand');
  const wasProgram = !hands.judge('by program').isNew && hands.daysBefore(Math.floor(time / DAY_MS)) >= LEAST_DAY;
  return wasProgram && hands.judge('by hand').isNew ? 'by program>by hand' : undefined;
}

/** Whether those who read a table are others. */
function* tableFacts(table: string, concerned: Concerned, by: Readonly<Record<Reader, string>>): Generator<Fact> {
  const profile = concerned.tables.find(([name]) => name === table)?.[1];
  if (profile === undefined) return;
  for (const dimension of TABLE_QUESTIONS) {
    const value = by[dimension];
    if (value === '' && dimension === 'hand') continue;
    const { bits, seen, days, of } = profile.valuesOf(dimension).judge(value);
    yield {
      kind: 'value',
      ground: 'object',
      subject: 'table',
      dimension,
      value: shown(dimension, value),
      seen,
      days,
      of,
      bits: Math.min(MOST_BITS, bits) * TABLE_SHARE,
    };
  }
}

/** Accounts and statements are told by their being new, never by their names. */
function shown(dimension: Dimension, value: string): string {
  if (dimension === 'account' || dimension === 'statement') return '';
  // Of a path the first part is a page's, and what follows may be somebody's name.
  const told = value.startsWith('/') ? `/${value.split('/', 2)[1] ?? ''}` : value;
  return dimension !== 'network' && MAY_BE_PERSON.test(told) ? HIDDEN : told;
}

/** Programs, tables and paths are named by whoever calls them so: an address of mail, or a long number, may be a person's. */
const MAY_BE_PERSON = /@|%40|\d{6}/;
const HIDDEN = '(a name that is not shown)';

/** Facts of amounts that have grown since they were judged. */
export function* amountFacts(episode: Episode, concerned: Concerned): Generator<Fact> {
  const hour = new Date(episode.local).getUTCHours();
  for (const measure of Object.keys(WORTH_TELLING) as Measure[]) {
    const observed = episode.amounts[measure];
    if (observed < (episode.judgeFrom[measure] ?? WORTH_TELLING[measure])) continue;
    episode.judgeFrom[measure] = observed * 1.25;
    const own = concerned.account.levelOf(measure, 'window');
    const anybody = concerned.anybody.levelOf(measure, 'window').judge(observed, hour);
    const peers = concerned.peers.levelOf(measure, 'window').judge(observed, hour);
    // Who is new is compared with those who are like him, where there are any.
    const [excess, subject] =
      own.windows > 0
        ? ([own.judge(observed, hour), 'account'] as const)
        : peers.of >= OWN && peers.bits < anybody.bits
          ? ([peers, 'peers'] as const)
          : ([anybody, 'store'] as const);
    yield amountFact('amount', subject, measure, 'window', observed, excess);
    // Who is always far above his peers is a program among people, and no news.
    yield amountFact('peers', 'peers', measure, 'window', observed, {
      ...peers,
      bits: Math.min(peers.bits * 0.5, excess.bits + 2),
    });
  }
}

function amountFact(
  ground: Ground,
  subject: Subject,
  measure: Measure | DayMeasure,
  period: 'window' | 'day' | 'days',
  observed: number,
  { bits, usual, high, of }: Excess,
): Fact {
  return { kind: 'amount', ground, subject, measure, period, observed, usual, high, of, bits };
}

/**
 * Amounts of a day that is not over: slow exports show here.
 *
 * @param added by the access: who does little after he did much is no news
 */
export function* dayFacts(
  amounts: Readonly<Record<'rows' | 'bytes', number>>,
  added: Readonly<Record<'rows' | 'bytes', number>>,
  profile: Profile,
  excessDays: number,
): Generator<Fact> {
  for (const measure of ['rows', 'bytes'] as const) {
    const observed = amounts[measure];
    if (observed < WORTH_TELLING[measure] * 4 || added[measure] < observed * LEAST_ADDED) continue;
    const level: Level = profile.levelOf(measure, 'day');
    if (level.windows < 1) continue;
    const excess = level.judge(observed, 0);
    yield amountFact('amount', 'account', measure, 'day', observed, excess);
    if (measure === 'rows' && excessDays > 3) {
      yield amountFact('amount', 'account', measure, 'days', observed, {
        ...excess,
        bits: Math.min(MOST_BITS, 2 * excessDays),
      });
    }
  }
}

/**
 * Who sends one form of statement far oftener in a day than ever, beside himself and his peers.
 *
 * @param observed how often the form of an access came today
 */
export function* repeatFacts(observed: number, account: Profile, peers: Profile): Generator<Fact> {
  const own = account.levelOf('repeats', 'day');
  if (observed < LEAST_REPEATS || own.windows < LEAST_DAY) return;
  const excess = own.judge(observed, 0, REPEATS_VARIANCE);
  yield amountFact('repeats', 'account', 'repeats', 'day', observed, excess);
  const others = peers.levelOf('repeats', 'day').judge(observed, 0, REPEATS_VARIANCE);
  yield amountFact('peers', 'peers', 'repeats', 'day', observed, {
    ...others,
    bits: Math.min(others.bits * 0.5, excess.bits + 2),
  });
}

/** An account at an hour at which it never is. @param time by the clock on the wall of the zone */
export function hourFact(profile: Profile, time: number, zone: string): Fact | undefined {
  const { bits, nearest, of } = profile.hours.judge(time);
  if (of < OWN) return undefined;
  const { hour, isWeekend } = partOf(time);
  const away = nearest === undefined ? HOURS_NEAR : Math.min((hour - nearest + 24) % 24, (nearest - hour + 24) % 24);
  return {
    kind: 'hour',
    ground: 'time',
    subject: 'account',
    hour,
    zone,
    isWeekend,
    nearest: nearest ?? null,
    of,
    // Nobody keeps to the hour.
    bits: Math.min(MOST_BITS, bits) * Math.min(1, (away + 0.5) / HOURS_NEAR),
  };
}

/**
 * An hour at which those who are like the account are never active either; no more surprising than it is for himself.
 *
 * @param own the fact of the account itself
 */
export function peersHourFact(own: Fact | undefined, peers: Profile, time: number, zone: string): Fact | undefined {
  if (own === undefined || own.bits < ODD_HOUR_BITS) return undefined;
  const fact = hourFact(peers, time, zone);
  return fact && { ...fact, ground: 'peers', subject: 'peers', bits: Math.min(own.bits, fact.bits) * PEERS_HOUR_SHARE };
}

/** An account that was away for far longer than ever. */
export function dormantFact(profile: Profile, now: number): Fact | undefined {
  const windows = profile.hours.judge(now).of;
  if (profile.last === undefined || windows < OWN) return undefined;
  const pause = now - profile.last;
  if (pause < LONG_PAUSE_MS || pause < 2 * profile.longestPause) return undefined;
  const longest = Math.max(profile.longestPause, WINDOW_MS);
  const bits = Math.min(MOST_BITS, 6 + 2 * Math.log2(pause / Math.max(longest, DAY_MS)));
  return {
    kind: 'dormant',
    ground: 'time',
    subject: 'account',
    days: pause / DAY_MS,
    longest: longest / DAY_MS,
    of: windows,
    bits,
  };
}
