// The engine: an event in, detections out. It keeps nothing but what correlations need, and tells what it left uncounted.
import { askedBy } from './correlation/asked.ts';
import { CORRELATOR_DEFAULTS, Correlator, type CorrelatorSnapshot, type Firing } from './correlation/correlator.ts';
import type { Ref } from './correlation/group-window.ts';
import { type Detection, detectionId } from './detection.ts';
import { createEvaluator, type Evaluator } from './evaluate/evaluator.ts';
import { explain } from './evaluate/explain.ts';
import type { Fields, SigmaEvent } from './events/event.ts';
import { eventTimeOf } from './events/event-time.ts';
import { identityOf } from './events/identity.ts';
import { createEventReader } from './events/read-event.ts';
import { taxonomyWith } from './events/taxonomy.ts';
import type { LogSource } from './sigma/rule.ts';
import type { CompiledCorrelation, CompiledRule, RuleSet } from './sigma/rule-set.ts';

export interface DetectorOptions {
  /** Milliseconds since 1970: the time of events that tell none, and what is too far ahead of it is not believed. */
  readonly now: () => number;
  /** Fields that tell the time, before those that are known. */
  readonly timeFields?: readonly string[];
  /** Where events come from that do not say so themselves. */
  readonly logSource?: LogSource;
  /** How late an event may come for correlations, in milliseconds. */
  readonly latenessMs?: number;
  /** A clock further ahead than this is wrong, in milliseconds. */
  readonly maxAheadMs?: number;
  readonly maxGroups?: number;
  readonly maxEntries?: number;
  /** Another evaluator than the indexed one. */
  readonly evaluator?: Evaluator;
}

export interface DetectorCounts {
  readonly events: number;
  /** Came after its windows were closed. */
  readonly late: number;
  /** Its clock runs ahead. */
  readonly ahead: number;
  /** The same event was here before. */
  readonly repeated: number;
  /** Lacks a field to group by. */
  readonly ungrouped: number;
  /** Lacks the field that is counted. */
  readonly withoutValue: number;
  /** Groups that were given up for others. */
  readonly evicted: number;
  /** Groups that are kept. */
  readonly groups: number;
}

export interface DetectorSnapshot {
  readonly schema: 'vigie.detector/1';
  readonly correlations: CorrelatorSnapshot;
  readonly identities: readonly string[];
}

export interface Detector {
  /** @param ref what the caller knows the event by */
  readonly observe: (raw: Fields, ref: Ref) => readonly Detection[];
  /** The end of all events: what waited for late ones is told. */
  readonly end: () => readonly Detection[];
  readonly counts: () => DetectorCounts;
  /** All that is kept, as plain JSON; to be stored together with the place in the input up to which it holds. */
  readonly snapshot: () => DetectorSnapshot;
  readonly restore: (snapshot: DetectorSnapshot) => void;
}

const HOUR_MS = 3_600_000;
/** Identities that are remembered; a repetition mostly follows soon. */
const MAX_IDENTITIES = 65_536;

export function createDetector({ rules, correlations }: RuleSet, options: DetectorOptions): Detector {
  const { latenessMs, maxEntries, maxGroups } = { ...CORRELATOR_DEFAULTS, ...defined(options) };
  const evaluator = options.evaluator ?? createEvaluator(rules);
  const read = createEventReader(taxonomyWith(rules.map(({ logSource }) => logSource)), options.logSource);
  const correlator = new Correlator(
    correlations,
    ({ kind, index }) => (kind === 'rule' ? rules[index]?.about : correlations[index]?.about),
    { latenessMs, maxEntries, maxGroups },
    askedBy({ rules, correlations }),
  );
  const maxAheadMs = options.maxAheadMs ?? HOUR_MS;
  const identities = new Set<string>();
  const counts = { events: 0, ahead: 0, repeated: 0 };

  const correlate = (event: SigmaEvent, matched: readonly number[], ref: Ref): readonly Detection[] => {
    const awaited = matched.filter((rule) => correlator.isAwaited(rule));
    if (awaited.length === 0) return [];
    if (isRepeated(event, identities)) {
      counts.repeated += 1;
      return [];
    }
    const now = options.now();
    const time = eventTimeOf(event, options.timeFields) ?? now;
    if (time > now + maxAheadMs) {
      counts.ahead += 1;
      return [];
    }
    const firings = correlator.add({ fields: event.fields, time, now, ref, rules: awaited });
    return detectionsOf(firings, correlations);
  };

  return {
    observe: (raw, ref) => {
      counts.events += 1;
      const event = read(raw);
      const matched = evaluator.match(event);
      if (matched.length === 0) return [];
      const told = matched.flatMap((index) => ruleDetection(rules[index], event, ref, options));
      return [...told, ...correlate(event, matched, ref)];
    },
    end: () => detectionsOf(correlator.end(), correlations),
    counts: () => ({
      ...counts,
      ...correlator.counts,
      evicted: correlator.evicted,
      groups: correlator.groupCount,
    }),
    snapshot: () => ({
      schema: 'vigie.detector/1',
      correlations: correlator.snapshot(),
      identities: [...identities],
    }),
    restore: (snapshot) => {
      correlator.restore(snapshot.correlations);
      for (const identity of snapshot.identities) identities.add(identity);
    },
  };
}

function defined(options: DetectorOptions): Partial<DetectorOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function isRepeated(event: SigmaEvent, identities: Set<string>): boolean {
  const identity = identityOf(event);
  if (identity === undefined) return false;
  if (identities.has(identity)) return true;
  if (identities.size >= MAX_IDENTITIES) {
    const [oldest] = identities;
    if (oldest !== undefined) identities.delete(oldest);
  }
  identities.add(identity);
  return false;
}

function ruleDetection(
  rule: CompiledRule | undefined,
  event: SigmaEvent,
  ref: Ref,
  { timeFields }: DetectorOptions,
): Detection[] {
  if (!rule?.isTold) return [];
  const time = eventTimeOf(event, timeFields);
  return [
    {
      kind: 'rule',
      id: () => detectionId([rule.about.rule, identityOf(event) ?? ref]),
      about: rule.about,
      time,
      ref,
      refs: [ref],
      group: [],
      why: () => explain(rule.expression, event),
    },
  ];
}

function detectionsOf(firings: readonly Firing[], correlations: readonly CompiledCorrelation[]): readonly Detection[] {
  return firings.flatMap((firing): Detection[] => {
    const rule = correlations[firing.correlation];
    if (!rule?.isTold) return [];
    return [
      {
        kind: 'correlation',
        id: () => detectionId([rule.about.rule, ...firing.group.flat(), firing.end]),
        about: rule.about,
        time: firing.end,
        ref: firing.refs.at(-1) ?? '',
        refs: firing.refs,
        group: firing.group,
        why: () => whyOf(rule, firing),
      },
    ];
  });
}

const COMPARED = { lt: 'under', lte: 'at most', gt: 'over', gte: 'at least', eq: 'exactly', neq: 'not' } as const;
const MEASURED: Readonly<Record<CompiledCorrelation['type'], string>> = {
  event_count: 'events',
  value_count: 'different values of',
  value_sum: 'the sum of',
  value_avg: 'the average of',
  value_percentile: 'a percentile of',
  value_median: 'the median of',
  temporal: 'of the rules',
  temporal_ordered: 'of the rules in order',
};

function whyOf(rule: CompiledCorrelation, { measured }: Firing): string {
  const within = `within ${spanText(rule.timespanMs)}`;
  const by = rule.groupBy.length > 0 ? `, for one ${rule.groupBy.join(' and ')}` : '';
  if (rule.extended) return `the condition over ${rule.rules.join(', ')} holds ${within}${by}`;
  const asked = rule.thresholds.map(({ comparison, value }) => `${COMPARED[comparison]} ${value}`).join(' and ');
  const what = `${MEASURED[rule.type]} ${rule.fields.join(' and ')}`.trim();
  const number = Number.isInteger(measured) ? String(measured) : measured.toFixed(3);
  const isCount = rule.type.endsWith('_count') || rule.type.startsWith('temporal');
  return `${isCount ? `${number} ${what}` : `${what} is ${number}`} ${within} (asked: ${asked})${by}`;
}

function spanText(ms: number): string {
  const [size, unit] = (
    [
      [86_400_000, 'd'],
      [3_600_000, 'h'],
      [60_000, 'min'],
    ] as const
  ).find(([size]) => ms % size === 0) ?? [1000, 's'];
  return `${ms / size} ${unit}`;
}
