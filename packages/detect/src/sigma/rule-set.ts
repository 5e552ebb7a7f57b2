// Files of Sigma → what can be evaluated: each document read by itself, then references, filters and correlations put together. What
// does not compile is left out with its reason, and stops nothing else.
import { resolveCondition } from '../condition/resolve.ts';
import { compileRegex } from '../evaluate/regex.ts';
import { any, type Expression, itemsOf, settled } from '../values/expression.ts';
import { readDocuments } from './documents.ts';
import type { MappedFields } from './field-mapping.ts';
import { readDocument } from './read-document.ts';
import { quoted, Rejection, type RejectionCode } from './rejection.ts';
import type { About, CorrelationRule, DetectionRule, FilterRule, LogSource, Origin, SigmaDocument } from './rule.ts';

export interface RuleText {
  readonly text: string;
  readonly origin: Origin;
}

/** A rule that can be evaluated. */
export interface CompiledRule {
  readonly about: About;
  readonly logSource: LogSource;
  readonly expression: Expression;
  /** Whether it makes detections by itself, or only counts in correlations. */
  readonly isTold: boolean;
}

/** A correlation whose references are known: indexes into `rules`, or into `correlations`. */
export interface CompiledCorrelation extends CorrelationRule {
  readonly members: readonly Member[];
  readonly isTold: boolean;
}

export interface Member {
  readonly kind: 'rule' | 'correlation';
  readonly index: number;
}

export interface RuleFault {
  readonly code: RejectionCode;
  readonly path: string;
  /** Id, name or title, as far as it could be read. */
  readonly rule?: string;
  readonly title?: string;
  /** What could be read of it, where it is wrong beyond that. */
  readonly about?: About;
  readonly message: string;
}

export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  readonly correlations: readonly CompiledCorrelation[];
  /** Rules that do not compile. */
  readonly faults: readonly RuleFault[];
  /** What is worth knowing of rules that do. */
  readonly notes: readonly string[];
  /** Filters that leave something out of rules. */
  readonly filters: readonly About[];
  /** What was switched off; it compiles. */
  readonly off: readonly OffRule[];
}

interface OffRule {
  readonly about: About;
  readonly kind: SigmaDocument['kind'];
}

export interface RuleSetOptions {
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  readonly mappings?: readonly MappedFields[];
  /** Rules, correlations and filters that tell nothing and leave nothing out, by their name; a rule that is off still counts in correlations. */
  readonly isOff?: (rule: string) => boolean;
}

/** Reads and compiles all rules, correlations and filters of these files together. */
export function loadRules(texts: readonly RuleText[], options: RuleSetOptions = {}): RuleSet {
  const faults: RuleFault[] = [];
  const notes: string[] = [];
  const all = readAll(texts, options, faults);
  const { isOff = () => false } = options;
  const documents = withoutOff(all, isOff);
  const filters = documents.filter((one) => one.kind === 'filter');
  const rules = compileRules(documents, filters, faults, notes);
  noteIdleFilters(filters, rules, notes);
  const { correlations, silenced } = linkCorrelations(documents, rules, faults);
  return {
    rules: rules.map((rule, index) => ({ ...rule, isTold: !silenced.rules.has(index) && !isOff(rule.about.rule) })),
    correlations: correlations.map((one, index) => ({ ...one, isTold: !silenced.correlations.has(index) })),
    faults,
    notes,
    filters: filters.map(({ about }) => about),
    off: all.flatMap(({ about, kind }) => (isOff(about.rule) ? [{ about, kind }] : [])),
  };
}

/** What is off and nothing counts on. */
function withoutOff(documents: readonly SigmaDocument[], isOff: (rule: string) => boolean): readonly SigmaDocument[] {
  const left = documents.filter(({ kind, about }) => kind === 'rule' || !isOff(about.rule));
  const counted = new Set(left.flatMap((one) => (one.kind === 'correlation' ? one.rules : [])));
  return left.filter(({ about: { rule, id, name } }) => {
    return !isOff(rule) || [id, name].some((key) => key !== undefined && counted.has(key));
  });
}

function faultOf(error: unknown, path: string, rule?: string, title?: unknown): RuleFault {
  if (!(error instanceof Rejection)) throw error;
  const named = { ...(rule !== undefined && { rule }), ...(typeof title === 'string' && { title }) };
  return { code: error.code, path, ...named, message: error.message };
}

function readAll(texts: readonly RuleText[], options: RuleSetOptions, faults: RuleFault[]): SigmaDocument[] {
  const { placeholders = {}, mappings = [] } = options;
  return texts.flatMap(({ text, origin }) => {
    try {
      return readDocuments(text).flatMap((document) => {
        try {
          return [readDocument(document, origin, { placeholders, mappings })];
        } catch (error) {
          const name = [document.id, document.name, document.title].find((one) => typeof one === 'string');
          faults.push(faultOf(error, origin.path, name, document.title));
          return [];
        }
      });
    } catch (error) {
      faults.push(faultOf(error, origin.path));
      return [];
    }
  });
}

type Compiled = Omit<CompiledRule, 'isTold'>;

function compileRules(
  documents: readonly SigmaDocument[],
  filters: readonly FilterRule[],
  faults: RuleFault[],
  notes: string[],
): Compiled[] {
  return documents.flatMap((rule) => {
    if (rule.kind !== 'rule') return [];
    try {
      return [compileRule(rule, filters, notes)];
    } catch (error) {
      faults.push({ ...faultOf(error, rule.about.path, rule.about.rule, rule.about.title), about: rule.about });
      return [];
    }
  });
}

function compileRule(rule: DetectionRule, filters: readonly FilterRule[], notes: string[]): Compiled {
  const asked = any(rule.conditions.map((condition) => resolveCondition(condition, rule.searches)));
  for (const search of rule.searches.values()) checkRegexes(search);
  const placeholders = [...new Set([...rule.searches.values()].flatMap(unknownIn))];
  const names = placeholders.map((name) => `%${name}%`).join(', ');
  if (settled(asked) !== undefined) {
    throw new Rejection(
      'placeholder',
      `nobody gave values for ${names}, and without them it cannot tell any event from another`,
    );
  }
  if (placeholders.length > 0) {
    notes.push(`${rule.about.path}: nobody gave values for ${names}; what it leaves out by them is not left out`);
  }
  const fitting = filters.filter((filter) => appliesTo(filter, rule.about, rule.logSource));
  const expression = fitting.reduce(
    (before: Expression, filter): Expression => ({
      kind: 'and',
      of: [before, { kind: 'not', of: { kind: 'named', name: filter.about.title, of: excluded(filter) } }],
    }),
    asked,
  );
  return { about: rule.about, logSource: rule.logSource, expression };
}

function excluded(filter: FilterRule): Expression {
  for (const search of filter.searches.values()) checkRegexes(search);
  return resolveCondition(filter.condition, filter.searches);
}

function checkRegexes(expression: Expression): void {
  for (const { values } of itemsOf(expression)) {
    for (const value of values) if (value.kind === 'regex') compileRegex(value.source, value.flags);
  }
}

function unknownIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'never':
      return [expression.placeholder];
    case 'item':
      return [];
    case 'named':
    case 'not':
      return unknownIn(expression.of);
    case 'and':
    case 'or':
      return expression.of.flatMap(unknownIn);
  }
}

/** A filter is for the rules that it names, and of them for those of its log source. */
function appliesTo(filter: FilterRule, about: About, logSource: LogSource): boolean {
  const isOfSource = (['category', 'product', 'service'] as const).every(
    (key) => filter.logSource[key] === undefined || filter.logSource[key] === logSource[key],
  );
  return (
    isOfSource && (filter.rules === 'any' || filter.rules.some((name) => name === about.id || name === about.name))
  );
}

function noteIdleFilters(filters: readonly FilterRule[], rules: readonly Compiled[], notes: string[]): void {
  for (const filter of filters) {
    if (rules.some(({ about, logSource }) => appliesTo(filter, about, logSource))) continue;
    notes.push(`${filter.about.path}: the filter ${quoted(filter.about.title)} fits none of the rules`);
  }
}

interface Silenced {
  readonly rules: ReadonlySet<number>;
  readonly correlations: ReadonlySet<number>;
}

function linkCorrelations(
  documents: readonly SigmaDocument[],
  rules: readonly Compiled[],
  faults: RuleFault[],
): { correlations: Omit<CompiledCorrelation, 'isTold'>[]; silenced: Silenced } {
  let standing = documents.filter((one) => one.kind === 'correlation');
  // One that falls takes those with it that are built on it.
  for (;;) {
    const names = namesOf(rules, standing);
    const linked = standing.map((one) => linkOne(one, names));
    const broken = linked.flatMap((one, index) => ('fault' in one ? [{ fault: one.fault, one: standing[index] }] : []));
    if (broken.length === 0) {
      const correlations = linked.flatMap((one) => ('fault' in one ? [] : [one]));
      const looped = loopIn(correlations);
      if (looped === undefined) return { correlations, silenced: silencedBy(correlations) };
      broken.push({ fault: 'it refers to itself, by way of others', one: standing[looped] });
    }
    for (const { fault, one } of broken) {
      if (one === undefined) continue;
      const { about } = one;
      faults.push({ code: 'reference', path: about.path, rule: about.rule, title: about.title, about, message: fault });
    }
    const fallen = new Set(broken.map(({ one }) => one));
    standing = standing.filter((one) => !fallen.has(one));
  }
}

function namesOf(rules: readonly Compiled[], correlations: readonly CorrelationRule[]): Map<string, Member[]> {
  const names = new Map<string, Member[]>();
  const add = ({ id, name }: About, member: Member) => {
    for (const key of new Set([id, name])) if (key !== undefined) names.set(key, [...(names.get(key) ?? []), member]);
  };
  for (const [index, { about }] of rules.entries()) add(about, { kind: 'rule', index });
  for (const [index, { about }] of correlations.entries()) add(about, { kind: 'correlation', index });
  return names;
}

function linkOne(
  correlation: CorrelationRule,
  names: ReadonlyMap<string, readonly Member[]>,
): Omit<CompiledCorrelation, 'isTold'> | { fault: string } {
  const members: Member[] = [];
  for (const reference of correlation.rules) {
    const [member, ...more] = names.get(reference) ?? [];
    if (member === undefined) return { fault: `there is no rule ${quoted(reference)}, or it does not compile` };
    if (more.length > 0) return { fault: `${quoted(reference)} is the id or name of more than one rule` };
    members.push(member);
  }
  for (const [alias, fields] of correlation.aliases) {
    const strange = [...fields.keys()].find((rule) => !names.has(rule));
    if (strange !== undefined)
      return { fault: `its alias ${quoted(alias)} is for ${quoted(strange)}, and there is no such rule` };
  }
  return { ...correlation, members };
}

/** The index of a correlation that leads back to itself. */
function loopIn(correlations: readonly Omit<CompiledCorrelation, 'isTold'>[]): number | undefined {
  const done = new Set<number>();
  const isLooped = (index: number, above: ReadonlySet<number>): boolean => {
    if (above.has(index)) return true;
    if (done.has(index)) return false;
    const below = new Set([...above, index]);
    const looped = (correlations[index]?.members ?? []).some(
      ({ kind, index: inner }) => kind === 'correlation' && isLooped(inner, below),
    );
    done.add(index);
    return looped;
  };
  const found = correlations.findIndex((_, index) => isLooped(index, new Set()));
  return found < 0 ? undefined : found;
}

/** What correlations refer to is told by itself only where one of them says `generate: true`. */
function silencedBy(correlations: readonly Omit<CompiledCorrelation, 'isTold'>[]): Silenced {
  const referred = (kind: Member['kind'], generates: boolean) =>
    correlations
      .filter((one) => one.generates === generates)
      .flatMap(({ members }) => members.filter((member) => member.kind === kind).map(({ index }) => index));
  const silenced = (kind: Member['kind']) => {
    const generated = new Set(referred(kind, true));
    return new Set(referred(kind, false).filter((index) => !generated.has(index)));
  };
  return { rules: silenced('rule'), correlations: silenced('correlation') };
}
