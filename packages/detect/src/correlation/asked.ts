// What a correlation asks, as a hash: with the rules that it counts. While it is the same, windows can be gone on with, whatever else of the
// rules is changed.
import { createHash } from 'node:crypto';
import { expressionKey } from '../evaluate/keys.ts';
import type { CompiledCorrelation, Member, RuleSet } from '../sigma/rule-set.ts';

/** By the index of the correlation. */
export function askedBy({ rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>): ReadonlyMap<number, string> {
  const asked = new Map<number, string>();
  // Those that are counted come into the hash of what counts them; there are no loops among them.
  const hashOf = (index: number): string => {
    const known = asked.get(index);
    const correlation = correlations[index];
    if (known !== undefined || correlation === undefined) return known ?? '';
    const made = createHash('sha256').update(JSON.stringify([wordsOf(correlation), correlation.members.map(memberOf)]));
    const hash = made.digest('base64url').slice(0, HASH_SIGNS);
    asked.set(index, hash);
    return hash;
  };
  const memberOf = ({ kind, index }: Member): unknown => {
    if (kind === 'correlation') return hashOf(index);
    const rule = rules[index];
    return rule && [rule.logSource, expressionKey(rule.expression)];
  };
  for (const index of correlations.keys()) hashOf(index);
  return asked;
}

const HASH_SIGNS = 22;

function wordsOf({
  type,
  groupBy,
  timespanMs,
  thresholds,
  fields,
  percentile,
  extended,
  aliases,
}: CompiledCorrelation) {
  const named = [...aliases].map(([alias, of]) => [alias, [...of]]);
  return [type, groupBy, timespanMs, thresholds, fields, percentile, extended, named];
}
