import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documentOf } from '../../../testing/playbook-of.ts';
import { nestedPlaybooks } from '../../../testing/random-playbook.ts';
import { pursue } from '../run/pursue.ts';
import { startRun } from '../run/run.ts';
import { readPlaybook } from './read-playbook.ts';

const examples = new URL('../../../testing/cacao/soarca/examples/', import.meta.url);
const EXAMPLES = readdirSync(examples).map(
  (file) => JSON.parse(readFileSync(new URL(file, examples), 'utf8')) as unknown,
);

/** Every place in a document, as the path to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((inner: unknown, place) => (String(place) === key ? changed(inner, rest, to) : inner));
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest, to) };
}

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '__proto__',
    'constructor',
    '__x__:value',
    -1,
    1e308,
    [],
    {},
    undefined,
    'end--00000000-0000-4000-8000-000000000000',
  ),
  fc.jsonValue(),
);

/** Reads it and, where it can be run, runs it: nothing is thrown, and it comes to a state. */
function readAndRun(document: unknown): void {
  const read = readPlaybook(document);
  if ('code' in read) {
    assert.ok(read.problems.length > 0);
    return;
  }
  const context = {
    playbooks: [read.playbook],
    executes: ['manual', 'http-api', 'ssh'],
    limits: { steps: 200, rounds: 3, depth: 3, nesting: 20 },
  };
  const begun = startRun(context, { playbook: read.playbook.id, atMs: Date.parse('2026-03-27T09:00:00Z') });
  if ('code' in begun) return;
  const { state } = pursue(context, begun, {
    manual: { by: 'test', execute: () => ({ kind: 'done', outputs: { __go__: 'no' } }) },
  });
  assert.ok(['waiting', 'ended', 'failed'].includes(state.status));
}

describe('hostile playbooks', () => {
  it('are refused or run, whatever JSON they are', () => {
    fc.assert(fc.property(fc.jsonValue(), readAndRun));
  });

  it('are refused or run when one place of a real one is changed', () => {
    const document = fc.oneof(
      fc.constantFrom(...EXAMPLES),
      nestedPlaybooks.map(([outer]) => documentOf(outer)),
    );
    const mutated = document.chain((whole) =>
      fc.tuple(fc.constantFrom(...placesIn(whole)), hostile).map(([place, to]) => changed(whole, place, to)),
    );
    fc.assert(fc.property(mutated, readAndRun), { numRuns: 1000 });
  });
});
