// Rules in few words for tests: they are read as YAML like any other, and evaluated by both evaluators, which have to agree.
import assert from 'node:assert/strict';
import { createEvaluator, createPlainEvaluator } from '../src/evaluate/evaluator.ts';
import type { Fields } from '../src/events/event.ts';
import { createEventReader } from '../src/events/read-event.ts';
import { taxonomyWith } from '../src/events/taxonomy.ts';
import { loadRules, type RuleSet, type RuleSetOptions } from '../src/sigma/rule-set.ts';

/** A rule around a detection, which is indented by the caller as it stands under `detection:`. */
export function ruleText(detection: string, head = 'logsource:\n  category: test'): string {
  return `title: A rule\nid: 00000000-0000-4000-8000-000000000001\nauthor: A. Author\n${head}\ndetection:\n${detection}`;
}

/** One line of a selection as a rule of its own. */
export function lineRule(line: string): string {
  return ruleText(`  selection:\n    ${line}\n  condition: selection\n`);
}

export function load(text: string, options: RuleSetOptions = {}): RuleSet {
  return loadRules([{ text, origin: { path: 'test.yml' } }], options);
}

/** The rules of this text that match the event, by both evaluators. */
export function matching(text: string, event: Fields, options: RuleSetOptions = {}): readonly number[] {
  const { rules, faults } = load(text, options);
  assert.deepEqual(faults, []);
  const read = createEventReader(taxonomyWith(rules.map(({ logSource }) => logSource)));
  const indexed = createEvaluator(rules).match(read(event));
  assert.deepEqual(createPlainEvaluator(rules).match(read(event)), indexed, 'the evaluators disagree');
  return indexed;
}

export function fires(text: string, event: Fields, options: RuleSetOptions = {}): boolean {
  return matching(text, event, options).length > 0;
}

/** Why the text does not compile. */
export function rejection(text: string, options: RuleSetOptions = {}): string {
  const { faults } = load(text, options);
  assert.equal(faults.length, 1, 'it was to be rejected');
  return `${faults[0]?.code}: ${faults[0]?.message}`;
}
