import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { playbookId, playbookOf, type ShortPlaybook } from '../../../testing/playbook-of.ts';
import { type Move, moves, nestedPlaybooks, tangledPlaybook } from '../../../testing/random-playbook.ts';
import type { RunContext } from './context.ts';
import { pursue } from './pursue.ts';
import { advance, openTasks, startRun } from './run.ts';
import type { RunEvent, RunState, Transition } from './state.ts';

const LIMITS = { steps: 300, rounds: 5, depth: 4, nesting: 20 };

function contextOf(playbooks: readonly ShortPlaybook[]): RunContext {
  return { playbooks: playbooks.map(playbookOf), executes: ['manual'], limits: LIMITS };
}

function begin(context: RunContext): Transition {
  const begun = startRun(context, { playbook: playbookId(1), atMs: 0 });
  assert.ok(!('code' in begun));
  return begun;
}

function eventOf({ task, outcome, go, afterMs }: Move, state: RunState): RunEvent {
  const atMs = state.atMs + afterMs;
  const open = openTasks(state);
  const chosen = open[task % Math.max(open.length, 1)];
  if (!chosen || outcome === 'nothing') return { kind: 'time', atMs };
  if (outcome === 'failed') return { kind: 'failed', task: chosen.id, atMs, note: 'no' };
  const outputs = go !== undefined && chosen.outArgs.includes('__go__') ? { __go__: go } : {};
  return { kind: 'done', task: chosen.id, atMs, outputs };
}

/** Waiting is for something; what is over has left nothing behind. */
function checkState({ state, effects }: Transition): void {
  if (state.status === 'waiting') {
    const isAwaited = openTasks(state).length > 0 || effects.some(({ kind }) => kind === 'wake');
    assert.ok(isAwaited, 'it waits for nothing');
    for (const { branch } of openTasks(state)) assert.ok(branch in state.branches, 'a task without its branch');
  } else {
    assert.deepEqual([state.branches, state.tasks, state.frames], [{}, {}, {}]);
  }
}

/** Plays the moves; `between` sees each state on its way, as a store would. */
function play(context: RunContext, played: readonly Move[], between: (state: RunState) => RunState): Transition[] {
  const transitions = [begin(context)];
  for (const move of played) {
    const state = between(transitions.at(-1)?.state as RunState);
    if (state.status !== 'waiting') break;
    transitions.push(advance(context, state, eventOf(move, state)));
  }
  return transitions;
}

describe('runs of random playbooks', () => {
  const same = (state: RunState) => state;
  const stored = (state: RunState) => JSON.parse(JSON.stringify(state)) as RunState;

  it('never wait for nothing, and leave nothing behind, nested or tangled', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nestedPlaybooks,
          tangledPlaybook.map((one) => [one]),
        ),
        moves,
        (playbooks, played) => {
          for (const transition of play(contextOf(playbooks), played, same)) checkState(transition);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('come to an end when every task is answered and time goes by', () => {
    fc.assert(
      fc.property(nestedPlaybooks, (playbooks) => {
        const context = contextOf(playbooks);
        const willing = {
          manual: { by: 'test', execute: () => ({ kind: 'done', outputs: { __go__: 'no' } }) as const },
        };
        let transition = pursue(context, begin(context), willing);
        while (transition.state.status === 'waiting') {
          const atMs = transition.state.atMs + 1;
          transition = pursue(context, advance(context, transition.state, { kind: 'time', atMs }), willing);
          assert.ok(atMs < 100_000, 'it hangs');
        }
        checkState(transition);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same when they are stored and taken up again at every point', () => {
    fc.assert(
      fc.property(nestedPlaybooks, moves, (playbooks, played) => {
        const context = contextOf(playbooks);
        assert.deepEqual(play(context, played, stored), play(context, played, same));
      }),
      { numRuns: 200 },
    );
  });

  it('join every parallel step once, and only when all its branches are over', () => {
    fc.assert(
      fc.property(nestedPlaybooks, moves, (playbooks, played) => {
        let running = 0;
        for (const { log, state } of play(contextOf(playbooks), played, same)) {
          const parallel = log.filter(({ step }) => step?.startsWith('parallel--'));
          const count = (what: string) => parallel.filter((entry) => entry.what === what).length;
          running += count('entered') - count('succeeded') - count('failed');
          const open = Object.values(state.branches).filter(({ step }) => step.startsWith('parallel--'));
          const wereStopped = log.some(({ says }) => /LIMIT|ACTION_TIMEOUT/.test(says));
          if (wereStopped) running = open.length;
          assert.equal(running, open.length);
          for (const { id, open: waitsFor } of open) {
            assert.equal(Object.values(state.branches).filter(({ parent }) => parent === id).length, waitsFor);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
