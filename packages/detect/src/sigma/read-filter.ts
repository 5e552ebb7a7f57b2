// A document with `filter`: what is left out of the rules that it names.
import { type Condition, parseCondition } from '../condition/parse.ts';
import { type Foreign, isMap } from './documents.ts';
import { mappingFor } from './field-mapping.ts';
import { readAbout, readLogSource } from './read-about.ts';
import type { RuleOptions } from './read-rule.ts';
import { readSearches } from './read-searches.ts';
import { quoted, Rejection } from './rejection.ts';
import type { FilterRule, Origin } from './rule.ts';

export function readFilter(document: Foreign, origin: Origin, options: RuleOptions): FilterRule {
  const about = readAbout(document, origin);
  const logSource = readLogSource(document);
  const { filter } = document;
  if (!isMap(filter)) throw new Rejection('filter', 'its filter is not a map');
  if (typeof filter.condition !== 'string') throw new Rejection('filter', 'a filter has exactly one condition, a text');
  const searches = readSearches(filter, ['condition', 'rules'], {
    placeholders: options.placeholders,
    fieldsOf: mappingFor(logSource, options.mappings),
  });
  const condition = excludingCondition(parseCondition(filter.condition));
  return { kind: 'filter', about, logSource, rules: readReferences(filter.rules), searches, condition };
}

function readReferences(written: unknown): readonly string[] | 'any' {
  if (typeof written === 'string') return written.toLowerCase() === 'any' ? 'any' : [written];
  if (!Array.isArray(written))
    throw new Rejection('filter', 'it says not to which rules it applies; write them, or any');
  const list: readonly unknown[] = written;
  const wrong = list.find((one) => typeof one !== 'string');
  if (wrong !== undefined) throw new Rejection('filter', `a rule is named by its id or name, not by ${quoted(wrong)}`);
  return list.length === 0 ? 'any' : list.map(String);
}

/**
 * What is left out. The specification writes the events that a filter leaves out (`condition: selection`); pySigma's examples write
 * those that it lets through (`condition: not selection`). A condition whose every name stands under a `not` is the second kind.
 */
function excludingCondition(condition: Condition): Condition {
  return isNegative(condition, false) ? { kind: 'not', of: condition } : condition;
}

function isNegative(condition: Condition, isUnderNot: boolean): boolean {
  switch (condition.kind) {
    case 'name':
    case 'some':
      return isUnderNot;
    case 'not':
      return isNegative(condition.of, !isUnderNot);
    case 'and':
    case 'or':
      return condition.of.every((part) => isNegative(part, isUnderNot));
  }
}
