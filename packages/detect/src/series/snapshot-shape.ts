// The form of what a series keeps, as it is read back.
import { aNumber, aTruth, just, listOf, objectOf, orNull, type Shape } from '../shape.ts';
import type { ClockSnapshot } from './clock.ts';
import type { EpisodeSnapshot } from './episode.ts';
import type { HoursSnapshot } from './hours.ts';
import type { LevelSnapshot } from './level.ts';
import { createSeries, type SeriesSnapshot } from './series.ts';
import type { TailSnapshot } from './tail.ts';

const begun = createSeries().snapshot();
const numbers = listOf(aNumber);

function asManyAs({ length }: readonly number[]): Shape<readonly number[]> {
  return (value): value is readonly number[] => numbers(value) && value.length === length;
}

const meansOf = (fresh: HoursSnapshot['week']) =>
  objectOf<HoursSnapshot['week']>({
    means: asManyAs(fresh.means),
    spreads: asManyAs(fresh.spreads),
    points: asManyAs(fresh.points),
    visits: asManyAs(fresh.visits),
  });

const hours = objectOf<HoursSnapshot>({
  week: meansOf(begun.hours.week),
  day: meansOf(begun.hours.day),
  spread: aNumber,
  points: aNumber,
  hour: orNull(aNumber),
});

const level = objectOf<LevelSnapshot>({
  level: aNumber,
  spread: aNumber,
  points: aNumber,
  anchor: orNull(objectOf<NonNullable<LevelSnapshot['anchor']>>({ level: aNumber, spread: aNumber, time: aNumber })),
  stood: aNumber,
  told: aNumber,
});

const clock = objectOf<ClockSnapshot>({
  newest: orNull(aNumber),
  value: orNull(aNumber),
  intervalMs: aNumber,
  lateInRow: aNumber,
});

const tail = objectOf<TailSnapshot>({
  bins: asManyAs(begun.tails.values.bins),
  below: aNumber,
  total: aNumber,
  top: orNull(aNumber),
  weight: aNumber,
});

export const SERIES_SHAPE: Shape<SeriesSnapshot> = objectOf<SeriesSnapshot>({
  schema: just('vigie.series/1'),
  kind: (value): value is SeriesSnapshot['kind'] => value === 'gauge' || value === 'counter',
  since: orNull(aNumber),
  points: aNumber,
  isSigned: aTruth,
  last: aNumber,
  few: aNumber,
  recent: aNumber,
  counted: orNull(objectOf<NonNullable<SeriesSnapshot['counted']>>({ time: aNumber, value: aNumber })),
  hours,
  level,
  clock,
  episode: objectOf<EpisodeSnapshot>({ height: aNumber, fall: aNumber }),
  tails: objectOf<SeriesSnapshot['tails']>({ values: tail, few: tail, level: tail }),
});
