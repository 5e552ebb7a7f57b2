// The form of what behaviour keeps, as it is read back: see snapshot.ts and the types that it names.
import { SERIES_SHAPE } from '../series/snapshot-shape.ts';
import {
  aName,
  aNumber,
  aText,
  aTruth,
  just,
  listOf,
  objectOf,
  optional,
  orNull,
  type Shape,
  tupleOf,
  variantOf,
} from '../shape.ts';
import type { Access } from './access.ts';
import type { BudgetState } from './budget.ts';
import type { DayState } from './days.ts';
import type { EpisodeState } from './episode.ts';
import type { Fact } from './fact.ts';
import type { FeedbackState } from './feedback.ts';
import { Forest, type ForestState } from './forest.ts';
import type { HoursState } from './hours.ts';
import type { PlaceState } from './journeys.ts';
import type { LevelState } from './level.ts';
import type { NoveltyState } from './novelty.ts';
import type { OngoingState } from './ongoing.ts';
import type { ProfileState } from './profile.ts';
import type { RepeatsState } from './repeats.ts';
import type { SequenceState } from './sequence.ts';
import type { BehaviourSnapshot } from './snapshot.ts';
import type { StoreTotalsState } from './store-totals.ts';

const numbers = listOf(aNumber);
const texts = listOf(aText);
/** None yet, or two for each hour of a day. */
const ofHours: Shape<readonly number[]> = (value): value is readonly number[] =>
  numbers(value) && (value.length === 0 || value.length === 48);
/** What `Kept` remembers beside a value. */
const [worth, window, isEstablished] = [aNumber, aNumber, aTruth];

const novelty = objectOf<NoveltyState>({
  n: aNumber,
  fresh: aNumber,
  mean: aNumber,
  days: aNumber,
  lastDay: aNumber,
  values: listOf(tupleOf<readonly [string, number, number]>(aText, aNumber, aNumber)),
});

const level = objectOf<LevelState>({ n: aNumber, mean: aNumber, variance: aNumber, most: aNumber, hours: ofHours });

const hours = objectOf<HoursState>({ n: aNumber, mean: aNumber, counts: ofHours, only: aNumber, since: aNumber });

const profile = objectOf<ProfileState>({
  values: listOf(tupleOf<ProfileState['values'][number]>(aName(), novelty)),
  levels: listOf(tupleOf<ProfileState['levels'][number]>(aName(), level)),
  hours,
  last: orNull(aNumber),
  longestPause: aNumber,
  whole: aNumber,
});

const day = tupleOf<DayState>(
  aText,
  objectOf<DayState[1]>({
    day: aNumber,
    amounts: objectOf<DayState[1]['amounts']>({ rows: aNumber, bytes: aNumber }),
    excess: aNumber,
    repeats: listOf(tupleOf<RepeatsState[number]>(aText, aNumber, aNumber)),
  }),
  worth,
  window,
  isEstablished,
);

const sequence = objectOf<SequenceState>({
  steps: listOf(tupleOf<readonly [string, number]>(aText, aNumber)),
  pairs: listOf(tupleOf<readonly [string, number]>(aText, aNumber)),
});

const trees = new Forest(1, () => 0).state().reference;

/** As many trees with as many nodes as there are. */
const ofTrees: Shape<ForestState['reference']> = (value): value is ForestState['reference'] =>
  listOf(numbers)(value) &&
  value.length === trees.length &&
  value.every(({ length }, at) => length === trees[at]?.length);

const forest = objectOf<ForestState>({
  reference: ofTrees,
  latest: ofTrees,
  counted: aNumber,
  rounds: aNumber,
  scores: numbers,
});

const budget = objectOf<BudgetState>({
  days: listOf(tupleOf<BudgetState['days'][number]>(aNumber, numbers)),
  today: aNumber,
  shown: numbers,
  since: aNumber,
  nobody: listOf(tupleOf<BudgetState['nobody'][number]>(aText, aNumber)),
});

const feedback = objectOf<FeedbackState>({
  weights: listOf(tupleOf<FeedbackState['weights'][number]>(aText, aNumber, aNumber)),
  told: listOf(tupleOf<FeedbackState['told'][number]>(aText, texts)),
});

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;
/** What every fact has. */
const ofFact = { ground: aName<Fact['ground']>(), subject: aName<Fact['subject']>(), bits: aNumber, of: aNumber };

const fact: Shape<Fact> = variantOf<Fact, 'kind'>('kind', {
  value: objectOf<FactOf<'value'>>({
    ...ofFact,
    kind: just('value'),
    dimension: aName(),
    value: aText,
    seen: aNumber,
    days: aNumber,
  }),
  amount: objectOf<FactOf<'amount'>>({
    ...ofFact,
    kind: just('amount'),
    measure: aName(),
    period: aName(),
    observed: aNumber,
    usual: aNumber,
    high: aNumber,
  }),
  hour: objectOf<FactOf<'hour'>>({
    ...ofFact,
    kind: just('hour'),
    hour: aNumber,
    zone: aText,
    isWeekend: aTruth,
    nearest: orNull(aNumber),
  }),
  dormant: objectOf<FactOf<'dormant'>>({ ...ofFact, kind: just('dormant'), days: aNumber, longest: aNumber }),
  held: objectOf<FactOf<'held'>>({ ...ofFact, kind: just('held'), table: aText, held: aName(), isByName: aTruth }),
  order: objectOf<FactOf<'order'>>({ ...ofFact, kind: just('order'), steps: aNumber }),
  whole: objectOf<FactOf<'whole'>>({ ...ofFact, kind: just('whole') }),
  listed: objectOf<FactOf<'listed'>>({ ...ofFact, kind: just('listed'), list: aText }),
});

const episode = objectOf<EpisodeState>({
  window: aNumber,
  who: aText,
  store: aText,
  group: aText,
  isNobody: aTruth,
  local: aNumber,
  values: listOf(tupleOf<EpisodeState['values'][number]>(aName(), texts)),
  amounts: objectOf<EpisodeState['amounts']>({
    rows: aNumber,
    bytes: aNumber,
    queries: aNumber,
    tables: aNumber,
    failures: aNumber,
    networks: aNumber,
  }),
  judgeFrom: objectOf<EpisodeState['judgeFrom']>({
    rows: optional(aNumber),
    bytes: optional(aNumber),
    queries: optional(aNumber),
    tables: optional(aNumber),
    failures: optional(aNumber),
    networks: optional(aNumber),
  }),
  facts: listOf(fact),
  walked: aNumber,
  made: texts,
  lastStep: aText,
  stepBits: numbers,
  steps: listOf(tupleOf<readonly [string, string]>(aText, aText)),
  shownAt: orNull(aNumber),
});

const place = tupleOf<PlaceState>(
  aText,
  objectOf<PlaceState[1]>({ country: aText, time: aNumber }),
  worth,
  window,
  isEstablished,
);

type Going = OngoingState['going'][number];
type News = OngoingState['news'][number];
const ongoing = objectOf<OngoingState>({
  going: listOf(
    tupleOf<Going>(
      aText,
      objectOf<Going[1]>({
        id: aText,
        again: aNumber,
        last: aNumber,
        score: aNumber,
        isRemembered: aTruth,
        about: texts,
      }),
    ),
  ),
  news: listOf(tupleOf<News>(aText, objectOf<News[1]>({ last: aNumber, score: aNumber }))),
});

const access = objectOf<Access>({
  time: aNumber,
  user: aText,
  client: aText,
  address: aText,
  network: aText,
  country: aText,
  store: aText,
  container: aText,
  tables: texts,
  operation: aText,
  fingerprint: aText,
  isFailure: aTruth,
  accesses: aNumber,
  rows: aNumber,
  bytes: aNumber,
});

type TotalsWindow = StoreTotalsState['windows'][number];
const totals = objectOf<StoreTotalsState>({
  series: listOf(tupleOf<StoreTotalsState['series'][number]>(aText, aName(), SERIES_SHAPE)),
  windows: listOf(
    objectOf<TotalsWindow>({
      store: aText,
      window: aNumber,
      totals: objectOf<TotalsWindow['totals']>({ rows: aNumber, bytes: aNumber, queries: aNumber, failures: aNumber }),
      last: access,
      ref: (value): value is TotalsWindow['ref'] => aText(value) || aNumber(value),
    }),
  ),
});

export const BEHAVIOUR_SHAPE: Shape<BehaviourSnapshot> = objectOf<BehaviourSnapshot>({
  schema: just('vigie.behaviour/2'),
  profiles: listOf(tupleOf<BehaviourSnapshot['profiles'][number]>(aText, profile, worth, window, isEstablished)),
  days: listOf(day),
  sequences: listOf(tupleOf<BehaviourSnapshot['sequences'][number]>(aText, sequence)),
  forest,
  budget,
  feedback,
  open: listOf(episode),
  places: listOf(place),
  going: ongoing,
  totals,
  closedBefore: listOf(tupleOf<BehaviourSnapshot['closedBefore'][number]>(aText, aNumber)),
});
