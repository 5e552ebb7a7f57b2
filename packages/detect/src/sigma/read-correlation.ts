// A document with `correlation`: several events of rules, in a window of time.
import { type Condition, parseCondition } from '../condition/parse.ts';
import type { Comparison } from '../values/value.ts';
import { type Foreign, isMap } from './documents.ts';
import { fieldKey } from './field-mapping.ts';
import { readAbout, texts } from './read-about.ts';
import { quoted, Rejection } from './rejection.ts';
import { CORRELATION_TYPES, type CorrelationRule, type CorrelationType, type Origin, type Threshold } from './rule.ts';
import { parseTimespan } from './timespan.ts';

const COMPARISONS: readonly Comparison[] = ['lt', 'lte', 'gt', 'gte', 'eq', 'neq'];
const KNOWN_KEYS = ['type', 'rules', 'group-by', 'timespan', 'aliases', 'condition', 'generate'];

export function readCorrelation(document: Foreign, origin: Origin): CorrelationRule {
  const about = readAbout(document, origin);
  const section = document.correlation;
  if (!isMap(section)) throw new Rejection('correlation', 'its correlation is not a map');
  const unknown = Object.keys(section).find((key) => !KNOWN_KEYS.includes(key));
  if (unknown !== undefined) throw new Rejection('correlation', `there is no ${quoted(unknown)} in correlations`);
  const type = readType(section.type);
  const { condition } = section;
  const extended = typeof condition === 'string' ? readExtended(condition, type) : undefined;
  const rules = section.rules === undefined && extended ? namesIn(extended) : readReferences(section.rules);
  if (extended) checkSameNames(rules, namesIn(extended));
  const numbers = extended === undefined ? readNumbers(condition, type, rules.length) : { thresholds: [], fields: [] };
  if (section.generate !== undefined && typeof section.generate !== 'boolean') {
    throw new Rejection('correlation', `generate is true or false, not ${quoted(section.generate)}`);
  }
  return {
    kind: 'correlation',
    about,
    type,
    rules,
    groupBy: readGroupBy(section),
    timespanMs: parseTimespan(section.timespan),
    ...numbers,
    ...(extended && { extended }),
    aliases: readAliases(section.aliases),
    generates: section.generate === true,
  };
}

function isTemporal(type: CorrelationType): boolean {
  return type === 'temporal' || type === 'temporal_ordered';
}

function readType(written: unknown): CorrelationType {
  const type = CORRELATION_TYPES.find((one) => one === String(written).toLowerCase());
  if (type === undefined) {
    throw new Rejection(
      'correlation',
      `there is no type ${quoted(written)}; there are ${CORRELATION_TYPES.join(', ')}`,
    );
  }
  return type;
}

function readReferences(written: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const wrong = list.find((one) => typeof one !== 'string' || one === '');
  if (wrong !== undefined || written === undefined || list.length === 0) {
    throw new Rejection('correlation', 'its rules are not a list of ids or names of rules');
  }
  return list.map(String);
}

function readGroupBy(section: Foreign): readonly string[] {
  const written = section['group-by'];
  if (isMap(written)) throw new Rejection('correlation', 'group-by is not a field or a list of fields');
  return texts(section, 'group-by').map(fieldKey);
}

function readExtended(text: string, type: CorrelationType): Condition {
  if (!isTemporal(type))
    throw new Rejection('correlation', `a condition of words is for temporal correlations, not for ${type}`);
  const condition = parseCondition(text);
  const hasSome = (part: Condition): boolean => {
    if (part.kind === 'name') return false;
    if (part.kind === 'some') return true;
    return part.kind === 'not' ? hasSome(part.of) : part.of.some(hasSome);
  };
  if (hasSome(condition)) throw new Rejection('correlation', '"of" is not part of the conditions of correlations');
  return condition;
}

/** Names in a condition, each once, in order. */
function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'name':
      return [condition.name];
    case 'some':
      return [];
    case 'not':
      return namesIn(condition.of);
    case 'and':
    case 'or':
      return [...new Set(condition.of.flatMap(namesIn))];
  }
}

function checkSameNames(rules: readonly string[], names: readonly string[]): void {
  const unused = rules.find((rule) => !names.includes(rule));
  if (unused !== undefined) throw new Rejection('correlation', `${quoted(unused)} is not in its condition`);
  const missing = names.find((name) => !rules.includes(name));
  if (missing !== undefined)
    throw new Rejection('correlation', `${quoted(missing)} of its condition is not in its rules`);
}

interface Numbers {
  readonly thresholds: readonly Threshold[];
  readonly fields: readonly string[];
  readonly percentile?: number;
}

function readNumbers(written: unknown, type: CorrelationType, ruleCount: number): Numbers {
  if (written === undefined && isTemporal(type)) {
    return { thresholds: [{ comparison: 'gte', value: ruleCount }], fields: [] };
  }
  if (!isMap(written)) throw new Rejection('correlation', 'it has no condition');
  const unknown = Object.keys(written).find((key) => ![...COMPARISONS, 'field', 'percentile'].includes(key));
  if (unknown !== undefined)
    throw new Rejection('correlation', `there is no ${quoted(unknown)} in conditions of correlations`);
  const thresholds = COMPARISONS.filter((comparison) => comparison in written).map((comparison) => {
    return { comparison, value: readNumber(written[comparison], comparison) };
  });
  if (thresholds.length === 0) throw new Rejection('correlation', 'its condition compares with nothing');
  const fields = texts(written, 'field').map(fieldKey);
  checkFields(type, fields);
  if (written.percentile === undefined) return { thresholds, fields };
  const percentile = readNumber(written.percentile, 'percentile');
  if (type !== 'value_percentile')
    throw new Rejection('correlation', `percentile is for value_percentile, not for ${type}`);
  if (percentile < 0 || percentile > 100) throw new Rejection('correlation', 'percentile is from 0 to 100');
  return { thresholds, fields, percentile };
}

function readNumber(written: unknown, key: string): number {
  const number = typeof written === 'string' && /^[-+]?\d/.test(written) ? Number(written) : written;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new Rejection('correlation', `${key} takes a number, not ${quoted(written)}`);
  }
  return number;
}

function checkFields(type: CorrelationType, fields: readonly string[]): void {
  const needsField = type.startsWith('value_');
  if (needsField && fields.length === 0) throw new Rejection('correlation', `${type} needs a field in its condition`);
  if (!needsField && fields.length > 0) throw new Rejection('correlation', `${type} takes no field in its condition`);
  if (type !== 'value_count' && fields.length > 1)
    throw new Rejection('correlation', `${type} takes one field, not several`);
}

function readAliases(written: unknown): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (written === undefined || written === null) return new Map();
  if (!isMap(written)) throw new Rejection('correlation', 'its aliases are not a map');
  return new Map(
    Object.entries(written).map(([alias, fields]) => {
      if (!isMap(fields))
        throw new Rejection('correlation', `the alias ${quoted(alias)} is not a map of rules to fields`);
      const entries = Object.entries(fields).map(([rule, field]): [string, string] => {
        if (typeof field !== 'string')
          throw new Rejection('correlation', `the alias ${quoted(alias)} has no field for ${quoted(rule)}`);
        return [rule, fieldKey(field)];
      });
      return [fieldKey(alias), new Map(entries)];
    }),
  );
}
