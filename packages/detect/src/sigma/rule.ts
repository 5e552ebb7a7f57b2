// What is read from a document of Sigma: a rule, a correlation of rules, or a filter for rules.
import type { Condition } from '../condition/parse.ts';
import type { SearchIdentifiers } from '../condition/resolve.ts';
import type { Comparison } from '../values/value.ts';

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

export interface LogSource {
  readonly category?: string;
  readonly product?: string;
  readonly service?: string;
}

/** Where a document stands, and under which terms it may be used. */
export interface Origin {
  /** The file, as the one who loads names it. */
  readonly path: string;
  /** A page about the rule or its collection. */
  readonly link?: string;
  /** SPDX id of the licence of the collection; a rule may name its own. */
  readonly licence?: string;
}

/** What travels with every detection, as the Detection Rule License 1.1 demands: author, link and licence. */
export interface About {
  /** Its id, else its name, else its title. */
  readonly rule: string;
  readonly id?: string;
  readonly name?: string;
  readonly title: string;
  readonly status?: string;
  readonly description?: string;
  readonly level?: Level;
  readonly author?: string;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly falsePositives: readonly string[];
  readonly licence?: string;
  readonly link?: string;
  readonly path: string;
}

export interface DetectionRule {
  readonly kind: 'rule';
  readonly about: About;
  readonly logSource: LogSource;
  readonly searches: SearchIdentifiers;
  readonly conditions: readonly Condition[];
}

export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
] as const;
export type CorrelationType = (typeof CORRELATION_TYPES)[number];

export interface Threshold {
  readonly comparison: Comparison;
  readonly value: number;
}

export interface CorrelationRule {
  readonly kind: 'correlation';
  readonly about: About;
  readonly type: CorrelationType;
  /** Ids or names, in the order of the document. */
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  readonly timespanMs: number;
  /** Every one has to hold; none for an extended condition. */
  readonly thresholds: readonly Threshold[];
  readonly fields: readonly string[];
  readonly percentile?: number;
  /** For temporal correlations: which rules, and which not. */
  readonly extended?: Condition;
  /** Alias → id or name of a rule → field. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Whether the rules it refers to are told by themselves too. */
  readonly generates: boolean;
}

export interface FilterRule {
  readonly kind: 'filter';
  readonly about: About;
  readonly logSource: LogSource;
  /** Ids or names; `any` for all rules of the log source. */
  readonly rules: readonly string[] | 'any';
  readonly searches: SearchIdentifiers;
  readonly condition: Condition;
}

export type SigmaDocument = DetectionRule | CorrelationRule | FilterRule;
