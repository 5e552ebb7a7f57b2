import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readPlaybook } from '../cacao/read-playbook.ts';
import type { RunContext } from './context.ts';
import { type Executor, pursue } from './pursue.ts';
import { startRun } from './run.ts';

const FOLDER = new URL('../../../testing/cacao/soarca/', import.meta.url);
const TYPES = ['manual', 'http-api', 'ssh', 'openc2', 'powershell', 'pong'];
const willing: Executor = { by: 'test', execute: () => ({ kind: 'done' }) };
const unable: Executor = { by: 'test', execute: () => ({ kind: 'failed', note: 'no such host' }) };

function run(path: string, executor: Executor) {
  const read = readPlaybook(JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')));
  if ('code' in read) return { refused: read.problems.join('\n') };
  const context: RunContext = { playbooks: [read.playbook], executes: TYPES };
  const begun = startRun(context, { playbook: read.playbook.id, atMs: Date.parse('2026-03-27T09:00:00Z') });
  assert.ok(!('code' in begun));
  const executors = Object.fromEntries(TYPES.map((type) => [type, executor]));
  return { ...pursue(context, begun, executors), notes: read.notes.join('\n') };
}

/** Published with SOARCA at 06b0473 (Apache-2.0), with what each has to come to. */
describe('example playbooks of SOARCA', () => {
  const ENDED = [
    'examples/fin-playbook.json',
    'examples/http-playbook.json',
    'examples/manual-playbook.json',
    'examples/openc2-playbook.json',
    'examples/powershell-playbook.json',
    'examples/ssh-playbook.json',
    'test/playbooks/parallels_playbook.json',
    'test/playbooks/playbook.json',
  ];
  for (const path of ENDED) {
    it(`${path} runs to its end, and fails where its commands fail`, () => {
      const result = run(path, willing);
      assert.ok('state' in result, 'refused' in result ? result.refused : '');
      assert.equal(result.state.status, 'ended');
      const failing = run(path, unable);
      assert.ok('state' in failing);
      // Only this one handles a failure itself: on_failure of the parallel step leads to an end step.
      assert.equal(failing.state.status, path.includes('parallels') ? 'ended' : 'failed');
    });
  }

  it('infinite_playbook.json goes in a circle until the limit of steps', () => {
    const result = run('test/playbooks/infinite_playbook.json', willing);
    assert.ok('state' in result);
    assert.equal(result.state.failure?.code, 'STEP_LIMIT');
  });

  it('names what it passes over: a step for exceptions that is not there, agents without an identifier', () => {
    const result = run('test/playbooks/playbook.json', willing);
    assert.ok('notes' in result);
    assert.match(result.notes, /for exceptions/);
    const fin = run('examples/fin-playbook.json', willing);
    assert.ok('notes' in fin);
    assert.match(fin.notes, /type--UUID/);
  });

  it('refuses what leads to a step that is not there, and what is not CACAO 2.0', () => {
    const missing = run('test/playbooks/missing_step_playbook.json', willing);
    assert.match(missing.refused ?? '', /there is no step/);
    assert.ok('refused' in run('test/playbooks/changed-playbook.json', willing));
  });
});
