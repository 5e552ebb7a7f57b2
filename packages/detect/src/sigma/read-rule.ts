// A document with `detection`: a rule.
import { type Condition, parseCondition } from '../condition/parse.ts';
import { type Foreign, isMap } from './documents.ts';
import { type MappedFields, mappingFor } from './field-mapping.ts';
import { readAbout, readLogSource } from './read-about.ts';
import { readSearches } from './read-searches.ts';
import { quoted, Rejection } from './rejection.ts';
import type { DetectionRule, Origin } from './rule.ts';

export interface RuleOptions {
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  readonly mappings: readonly MappedFields[];
}

export function readRule(document: Foreign, origin: Origin, options: RuleOptions): DetectionRule {
  const about = readAbout(document, origin);
  const logSource = readLogSource(document);
  const { detection } = document;
  if (!isMap(detection)) throw new Rejection('shape', 'its detection is not a map');
  if ('timeframe' in detection) {
    throw new Rejection(
      'condition',
      'timeframe belongs to aggregations, which are not part of Sigma any more; write a correlation',
    );
  }
  const searches = readSearches(detection, ['condition'], {
    placeholders: options.placeholders,
    fieldsOf: mappingFor(logSource, options.mappings),
  });
  return { kind: 'rule', about, logSource, searches, conditions: readConditions(detection.condition) };
}

/** One condition, or a list of which one has to hold. */
function readConditions(written: unknown): readonly Condition[] {
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (written === undefined || list.length === 0) throw new Rejection('condition', 'it has no condition');
  return list.map((one) => {
    if (typeof one !== 'string') throw new Rejection('condition', `a condition is a text, not ${quoted(one)}`);
    return parseCondition(one);
  });
}
