// All correlations over the rules that matched: who takes part in which group, which windows are met, and what that means for
// correlations of correlations.

import { numberIn } from '../evaluate/compare.ts';
import type { Fields } from '../events/event.ts';
import { fieldOf, textsOf } from '../events/field-value.ts';
import type { About } from '../sigma/rule.ts';
import type { CompiledCorrelation, Member } from '../sigma/rule-set.ts';
import type { Payload } from './aggregates/aggregate.ts';
import { type GroupSnapshot, GroupWindow, type Met, type Ref, type WindowRules } from './group-window.ts';
import { Groups } from './groups.ts';
import { aggregateOf, type Counted, countedBy, isMet, isUndoable } from './measure.ts';

export interface CorrelatorOptions {
  /** How late an event may come, against the newest of its group; milliseconds. */
  readonly latenessMs: number;
  /** Groups of one correlation that are kept. */
  readonly maxGroups: number;
  /** Events of one group that are kept. */
  readonly maxEntries: number;
}

export const CORRELATOR_DEFAULTS: CorrelatorOptions = { latenessMs: 60_000, maxGroups: 200_000, maxEntries: 100_000 };

/** An event that rules matched, as correlations take it. */
export interface Matched {
  readonly fields: Fields;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** What our own clock says, where the event's may run ahead of it: no group is given up as over before it is so by both. */
  readonly now?: number;
  readonly ref: Ref;
  /** Indexes of rules. */
  readonly rules: readonly number[];
}

/** A correlation that was met. */
export interface Firing extends Met {
  /** Its index. */
  readonly correlation: number;
  readonly group: readonly (readonly [string, string])[];
}

/** What was not counted, and why. */
export interface CorrelatorCounts {
  late: number;
  ungrouped: number;
  withoutValue: number;
}

export interface CorrelatorSnapshot {
  readonly watermark: number | null;
  /** By the name of the correlation. */
  /** What each correlation asked, hashed; not there in older ones. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly groups: Readonly<
    Record<string, readonly { key: string; values: readonly (readonly [string, string])[]; window: GroupSnapshot }[]>
  >;
}

interface Running {
  readonly index: number;
  readonly rule: CompiledCorrelation;
  readonly counted: Counted;
  readonly window: WindowRules;
  readonly groups: Groups;
  readonly pending: Set<string>;
  /** Fields to group by, for each member. */
  readonly groupFields: readonly (readonly string[])[];
}

/** Where a rule or correlation counts: which correlation, as which of its members. */
interface Place {
  readonly running: Running;
  readonly member: number;
}

export class Correlator {
  readonly #running: readonly Running[];
  readonly #byRule: ReadonlyMap<number, readonly Place[]>;
  readonly #byCorrelation: ReadonlyMap<number, readonly Place[]>;
  readonly #latenessMs: number;
  readonly #asked: ReadonlyMap<number, string>;
  #watermark = Number.NEGATIVE_INFINITY;
  /** The watermark when waiting windows were last judged. */
  #settledAt = Number.NEGATIVE_INFINITY;
  readonly counts: CorrelatorCounts = { late: 0, ungrouped: 0, withoutValue: 0 };

  /**
   * @param aboutRule what is known of a rule, for aliases, which call rules by id or name
   * @param asked what each correlation asks, hashed: windows of one that asks something else now are not gone on with
   */
  constructor(
    correlations: readonly CompiledCorrelation[],
    aboutRule: (member: Member) => About | undefined,
    options: CorrelatorOptions = CORRELATOR_DEFAULTS,
    asked: ReadonlyMap<number, string> = new Map(),
  ) {
    this.#asked = asked;
    this.#latenessMs = options.latenessMs;
    this.#running = correlations.map((rule, index) => running(rule, index, aboutRule, options));
    this.#byRule = this.#places('rule');
    this.#byCorrelation = this.#places('correlation');
  }

  /** Whether any correlation waits for this rule. */
  isAwaited(rule: number): boolean {
    return this.#byRule.has(rule);
  }

  get evicted(): number {
    return this.#running.reduce((sum, { groups }) => sum + groups.evicted, 0);
  }

  get groupCount(): number {
    return this.#running.reduce((sum, { groups }) => sum + groups.size, 0);
  }

  #places(kind: Member['kind']): Map<number, Place[]> {
    const places = new Map<number, Place[]>();
    for (const one of this.#running) {
      for (const [member, { kind: memberKind, index }] of one.rule.members.entries()) {
        if (memberKind !== kind) continue;
        places.set(index, [...(places.get(index) ?? []), { running: one, member }]);
      }
    }
    return places;
  }

  /** Takes an event in. @returns what is met by it, correlations of correlations included */
  add(matched: Matched): readonly Firing[] {
    const firings: Firing[] = [];
    const seen = matched.rules.length > 1 ? new Set<string>() : undefined;
    for (const rule of matched.rules) {
      for (const place of this.#byRule.get(rule) ?? NO_PLACES) this.#enter(place, matched, undefined, seen, firings);
    }
    if (matched.time > this.#watermark) {
      this.#watermark = matched.time;
      if (matched.time - this.#settledAt >= this.#latenessMs / 8) {
        this.#settledAt = matched.time;
        this.#settle(matched.time - this.#latenessMs, firings, matched.now);
      }
    }
    return firings;
  }

  /** Judges what waits for late events, since none will come. */
  end(): readonly Firing[] {
    const firings: Firing[] = [];
    this.#settle(Number.POSITIVE_INFINITY, firings);
    return firings;
  }

  #enter(
    { running: one, member }: Place,
    matched: Omit<Matched, 'rules'>,
    below: Firing | undefined,
    seen: Set<string> | undefined,
    firings: Firing[],
  ): void {
    const values = this.#groupValues(one, member, matched.fields, below);
    if (values === undefined) return;
    const payload = this.#payload(one, member, matched.fields);
    if (payload === MISSING) return;
    const key = keyOf(values);
    // An event that several of the rules match is one event.
    if (seen && one.counted !== 'rule') {
      const once = `${one.index}\n${key}`;
      if (seen.has(once)) return;
      seen.add(once);
    }
    const group = one.groups.of(key, Math.min(matched.time, matched.now ?? matched.time), () =>
      one.rule.groupBy.map((field, at) => [field, values[at] ?? ''] as const),
    );
    const met = group.window.add(matched.time, payload, matched.ref);
    if (met === undefined) {
      this.counts.late += 1;
      return;
    }
    if (group.window.isPending) one.pending.add(key);
    for (const each of met) this.#fire(one, group.values, each, matched, firings);
  }

  #groupValues(
    { rule, groupFields }: Running,
    member: number,
    fields: Fields,
    below: Firing | undefined,
  ): readonly string[] | undefined {
    const values: string[] = [];
    for (const [at, field] of (groupFields[member] ?? []).entries()) {
      const texts = textsOf(fieldOf(fields, field));
      const value = texts.length > 1 ? JSON.stringify(texts) : texts[0];
      const inherited = value ?? below?.group.find(([name]) => name === rule.groupBy[at])?.[1];
      if (inherited === undefined) {
        this.counts.ungrouped += 1;
        return undefined;
      }
      values.push(inherited);
    }
    return values;
  }

  #payload({ counted, rule }: Running, member: number, fields: Fields): Payload | typeof MISSING {
    if (counted === 'event') return undefined;
    if (counted === 'rule') return member;
    const values = rule.fields.map((field) => fieldOf(fields, field));
    if (counted === 'number') {
      const number = numberIn(values[0]);
      if (number !== undefined && Number.isFinite(number)) return number;
    } else {
      const texts = values.map((value) => textsOf(value).join('\n'));
      if (texts.every((text, at) => text !== '' || textsOf(values[at]).length > 0)) {
        return texts.length === 1 ? texts[0] : JSON.stringify(texts);
      }
    }
    this.counts.withoutValue += 1;
    return MISSING;
  }

  #fire(one: Running, group: Firing['group'], met: Met, matched: Omit<Matched, 'rules'>, firings: Firing[]): void {
    const firing = { ...met, correlation: one.index, group };
    if (!met.isRepeat) firings.push(firing);
    for (const place of this.#byCorrelation.get(one.index) ?? NO_PLACES) {
      // What goes on is met again with every event; it is one occurrence for those that count, and is still there for those that ask when.
      if (met.isRepeat && place.running.counted !== 'rule') continue;
      this.#enter(place, { ...matched, time: met.end }, firing, undefined, firings);
    }
  }

  #settle(until: number, firings: Firing[], now?: number): void {
    for (const one of this.#running) {
      for (const key of one.pending) {
        const group = one.groups.get(key);
        if (group === undefined) one.pending.delete(key);
        else {
          const fields = Object.fromEntries(group.values);
          for (const met of group.window.settle(until)) {
            const ref = met.refs.at(-1) ?? 0;
            this.#fire(
              one,
              group.values,
              met,
              { fields, time: met.end, ...(now !== undefined && { now }), ref },
              firings,
            );
          }
          if (!group.window.isPending) one.pending.delete(key);
        }
      }
    }
  }

  snapshot(): CorrelatorSnapshot {
    const groups = this.#running.map(({ rule, groups: kept }) => {
      const each = [...kept].map(({ key, values, window }) => ({ key, values, window: window.snapshot() }));
      return [rule.about.rule, each] as const;
    });
    return {
      watermark: Number.isFinite(this.#watermark) ? this.#watermark : null,
      asked: Object.fromEntries(
        this.#running.map(({ index, rule }) => [rule.about.rule, this.#asked.get(index) ?? '']),
      ),
      groups: Object.fromEntries(groups),
    };
  }

  /** Goes on from a snapshot; what is in it of correlations that are no more, or that ask something else now, is left. */
  restore({ watermark, groups, asked }: CorrelatorSnapshot): void {
    this.#watermark = watermark ?? Number.NEGATIVE_INFINITY;
    for (const one of this.#running) {
      const before = asked?.[one.rule.about.rule];
      if (before !== undefined && before !== (this.#asked.get(one.index) ?? '')) continue;
      for (const { key, values, window: snapshot } of groups[one.rule.about.rule] ?? []) {
        const window = GroupWindow.from(one.window, snapshot);
        one.groups.restore({ key, values, window });
        if (window.isPending) one.pending.add(key);
      }
    }
  }
}

const MISSING = Symbol('no value');
const NO_PLACES: readonly Place[] = [];

function running(
  rule: CompiledCorrelation,
  index: number,
  aboutRule: (member: Member) => About | undefined,
  { latenessMs, maxEntries, maxGroups }: CorrelatorOptions,
): Running {
  const window: WindowRules = {
    timespanMs: rule.timespanMs,
    latenessMs,
    waits: isUndoable(rule) && latenessMs > 0,
    maxEntries: Math.max(
      maxEntries,
      ...rule.thresholds.map(({ value }) => (rule.type === 'event_count' ? 2 * value : 0)),
    ),
    newAggregate: aggregateOf(rule),
    isMet: (measured) => isMet(rule, measured),
  };
  const groupFields = rule.members.map((member, at) => {
    const about = aboutRule(member);
    const names = [rule.rules[at], about?.id, about?.name];
    return rule.groupBy.map((field) => {
      const alias = rule.aliases.get(field);
      return (
        names.map((name) => (name === undefined ? undefined : alias?.get(name))).find((one) => one !== undefined) ??
        field
      );
    });
  });
  const groups = new Groups(window, maxGroups);
  return { index, rule, counted: countedBy(rule), window, groups, pending: new Set(), groupFields };
}

function keyOf(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  return values.map((value) => `${value.length}:${value}`).join('');
}
