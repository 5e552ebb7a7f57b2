// The rules that come with the engine: each fires for what it is about, as real logs have it, and is quiet about its harmless neighbours;
// and each behaviour that has to be told is told by something.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BEHAVIOURS } from '../testing/behaviours.ts';
import { ruleAlone, ruleDocuments, ruleFiles, ruleSamples } from '../testing/own-rules.ts';
import { createDetector } from './detector.ts';
import { createLogReader } from './log-reader.ts';
import type { RuleSet } from './sigma/rule-set.ts';

const LATE = Date.UTC(2027, 0, 1);
const documents = ruleDocuments();

/** Whether the named rule fires for lines of a log. */
function fires(rules: RuleSet, title: string, sample: string): boolean {
  const reader = createLogReader({ now: () => LATE });
  const detector = createDetector(rules, { now: () => LATE });
  const lines = sample.split('\n');
  const records = [...lines.flatMap((line, at) => reader.add(line, at + 1)), ...reader.end()];
  const told = records.flatMap(({ line, event, fault }) => {
    assert.ok(event, `line ${line}: ${fault}`);
    return detector.observe(event, `line ${line}`);
  });
  return [...told, ...detector.end()].some(({ about }) => about.title === title);
}

describe('rules of our own', () => {
  it('all compile', () => {
    for (const { name } of documents) assert.deepEqual(ruleAlone(name, documents).faults, [], name);
    assert.equal(new Set(documents.map(({ name }) => name)).size, documents.length);
  });

  for (const file of ruleFiles()) {
    it(`${file}: each rule fires for its samples, and for none of its neighbours`, () => {
      const samples = ruleSamples(file);
      for (const { name, title } of documents.filter((rule) => rule.file === file)) {
        const own = samples.find(({ rule }) => rule === name);
        assert.ok(own && own.fires.length > 0 && own.quiet.length > 0, `${name} lacks samples`);
        const rules = ruleAlone(name, documents);
        own.fires.forEach((sample, at) => {
          assert.ok(fires(rules, title, sample), `${name} is quiet about sample ${at + 1}`);
        });
        own.quiet.forEach((sample, at) => {
          assert.ok(!fires(rules, title, sample), `${name} fires for quiet sample ${at + 1}`);
        });
      }
      const names = documents.filter((rule) => rule.file === file).map(({ name }) => name);
      assert.deepEqual(
        samples.map(({ rule }) => rule).filter((rule) => !names.includes(rule)),
        [],
      );
    });
  }
});

describe('behaviours that have to be told', () => {
  it('are 24, each told by a rule that there is or by a ground of behaviour', () => {
    assert.deepEqual(
      BEHAVIOURS.map(({ number }) => number),
      Array.from({ length: 24 }, (_, at) => at + 1),
    );
    for (const { what, rules, grounds } of BEHAVIOURS) {
      assert.ok(rules.length + grounds.length > 0, what);
      for (const rule of rules)
        assert.ok(
          documents.some(({ name }) => name === rule),
          `${what}: there is no rule ${rule}`,
        );
    }
  });
});
