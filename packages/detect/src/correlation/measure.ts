// What each type of correlation measures, and whether a later event can undo what it has measured.

import { holds } from '../evaluate/compare.ts';
import type { CorrelationRule } from '../sigma/rule.ts';
import type { Aggregate } from './aggregates/aggregate.ts';
import { eventCount } from './aggregates/event-count.ts';
import { temporal, temporalExtended } from './aggregates/temporal.ts';
import { temporalOrdered, temporalOrderedExtended } from './aggregates/temporal-ordered.ts';
import { valueCount } from './aggregates/value-count.ts';
import { valuePercentile } from './aggregates/value-percentile.ts';
import { valueShare } from './aggregates/value-share.ts';
import { valueAverage, valueSum } from './aggregates/value-sum.ts';

/** Makes the aggregate of a window. */
export function aggregateOf({ type, rules, extended, percentile }: CorrelationRule): () => Aggregate {
  switch (type) {
    case 'event_count':
      return eventCount;
    case 'value_count':
      return valueCount;
    case 'value_sum':
      return valueSum;
    case 'value_avg':
      return valueAverage;
    case 'value_median':
      return () => valuePercentile(50);
    case 'value_percentile':
      return percentile === undefined ? valueShare : () => valuePercentile(percentile);
    case 'temporal':
      return () => (extended ? temporalExtended(rules, extended) : temporal(rules.length));
    case 'temporal_ordered':
      return () => (extended ? temporalOrderedExtended(rules, extended) : temporalOrdered(rules.length));
  }
}

/** What of an event counts. */
export type Counted = 'event' | 'value' | 'number' | 'rule';

export function countedBy({ type, percentile }: CorrelationRule): Counted {
  if (type === 'event_count') return 'event';
  if (type === 'temporal' || type === 'temporal_ordered') return 'rule';
  return type === 'value_count' || (type === 'value_percentile' && percentile === undefined) ? 'value' : 'number';
}

export function isMet({ thresholds, extended }: CorrelationRule, measured: number | undefined): boolean {
  if (measured === undefined) return false;
  if (extended) return measured === 1;
  return thresholds.every(({ comparison, value }) => holds(comparison, measured, value));
}

/**
 * Whether an event that comes late could make untrue what is true now. If not, a correlation is told at once; else when no late event
 * can come any more.
 */
export function isUndoable({ type, thresholds, extended }: CorrelationRule): boolean {
  if (extended) return hasNot(extended);
  const onlyGrows =
    type === 'event_count' || type === 'value_count' || type === 'value_sum' || type.startsWith('temporal');
  return !onlyGrows || thresholds.some(({ comparison }) => comparison !== 'gt' && comparison !== 'gte');
}

function hasNot(condition: NonNullable<CorrelationRule['extended']>): boolean {
  if (condition.kind === 'not') return true;
  return (condition.kind === 'and' || condition.kind === 'or') && condition.of.some(hasNot);
}
