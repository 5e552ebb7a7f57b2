import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AGENT, action, playbookId, playbookOf, type ShortPlaybook } from '../../../testing/playbook-of.ts';
import { DEFAULT_LIMITS, type RunContext } from './context.ts';
import { pursue } from './pursue.ts';
import { advance, openTasks, startRun } from './run.ts';
import type { RunEvent, RunState, Transition } from './state.ts';

const START = Date.parse('2026-03-27T09:00:00Z');
const MANUAL = ['manual'];

function contextOf(...playbooks: readonly ShortPlaybook[]): RunContext {
  return { playbooks: playbooks.map(playbookOf), executes: MANUAL };
}

function begin(context: RunContext, variables: Record<string, string> = {}): Transition {
  const begun = startRun(context, { playbook: context.playbooks[0]?.id ?? '', atMs: START, variables });
  assert.ok(!('code' in begun), 'code' in begun ? begun.message : '');
  return begun;
}

/** What is asked for now, as the texts of the commands. */
function asked(state: RunState): string[] {
  return openTasks(state).map(({ command }) => command.command ?? '');
}

/** Answers the task whose command has this text. */
function answer(
  context: RunContext,
  state: RunState,
  text: string,
  more: Partial<Extract<RunEvent, { kind: 'done' }>> = {},
) {
  const task = openTasks(state).find(({ command }) => command.command === text);
  assert.ok(task, `${text} is not asked for, but ${asked(state).join(', ')}`);
  return advance(context, state, { kind: 'done', task: task.id, atMs: state.atMs, ...more });
}

function refuse(context: RunContext, state: RunState, text: string) {
  const task = openTasks(state).find(({ command }) => command.command === text);
  assert.ok(task);
  return advance(context, state, { kind: 'failed', task: task.id, atMs: state.atMs, note: 'it cannot be done' });
}

const END = { type: 'end' };
const string = (value?: string) => ({ type: 'string', ...(value === undefined ? {} : { value }) });

describe('start, end and action (4.3 to 4.5)', () => {
  const context = contextOf({
    steps: {
      begin: { type: 'start', on_completion: 'do' },
      do: action({ on_completion: 'end' }, 'first', 'second'),
      end: END,
    },
  });

  it('asks for the commands one after the other and ends', () => {
    const { state: one } = begin(context);
    assert.deepEqual(asked(one), ['first']);
    const { state: two } = answer(context, one, 'first');
    assert.deepEqual(asked(two), ['second']);
    const last = answer(context, two, 'second', { by: 'J. Doe' });
    assert.equal(last.state.status, 'ended');
    assert.ok(last.log.some(({ what, by }) => what === 'done' && by === 'J. Doe'));
    assert.deepEqual(last.state.branches, {});
    assert.deepEqual(last.state.frames, {});
  });

  it('gives the agent and the targets with the task', () => {
    const [task] = openTasks(begin(context).state);
    assert.deepEqual(task?.agent, { id: AGENT, definition: { type: 'individual', name: 'responder' } });
  });

  it('changes nothing in a state that was handed out', () => {
    const { state } = begin(context);
    const before = JSON.stringify(state);
    answer(context, state, 'first');
    assert.equal(JSON.stringify(state), before);
  });

  it('logs an answer that nobody waits for, and does nothing', () => {
    const { state } = begin(context);
    const next = advance(context, state, { kind: 'done', task: 't99', atMs: START });
    assert.deepEqual(
      next.log.map(({ what }) => what),
      ['ignored'],
    );
    assert.deepEqual(asked(next.state), ['first']);
  });

  it('fails a command that nobody can carry out, and says so', () => {
    const { state, log } = begin({ ...context, executes: ['ssh'] });
    assert.equal(state.failure?.code, 'NO_EXECUTOR');
    assert.ok(log.some(({ says }) => /nobody is there to carry out a command of the type manual/.test(says)));
  });

  it('ends as cancelled, and takes its tasks back', () => {
    const { state } = begin(context);
    const next = advance(context, state, { kind: 'cancel', atMs: START, by: 'DPO', note: 'a false alarm' });
    assert.equal(next.state.failure?.code, 'CANCELLED');
    assert.deepEqual(
      next.effects.map(({ kind }) => kind),
      ['withdraw'],
    );
    assert.deepEqual(openTasks(next.state), []);
  });
});

describe('success and failure (4.1)', () => {
  const steps = {
    begin: { type: 'start', on_completion: 'do' },
    do: action({ on_success: 'end', on_failure: 'mend' }, 'do'),
    mend: action({ on_completion: 'end' }, 'mend'),
    end: END,
    alarm: action({ on_completion: 'alarmEnd' }, 'alarm'),
    alarmEnd: END,
  };
  const context = contextOf({ steps, exception: 'alarm' });

  it('goes to on_success, or to on_failure', () => {
    assert.equal(answer(context, begin(context).state, 'do').state.status, 'ended');
    const { state } = refuse(context, begin(context).state, 'do');
    assert.deepEqual(asked(state), ['mend']);
    assert.equal(answer(context, state, 'mend').state.status, 'ended');
  });

  it('goes to workflow_exception where nothing handles a failure, and has failed even where that ends well', () => {
    const { state } = refuse(context, refuse(context, begin(context).state, 'do').state, 'mend');
    assert.deepEqual(asked(state), ['alarm']);
    const last = answer(context, state, 'alarm').state;
    assert.equal(last.status, 'failed');
    assert.equal(last.failure?.code, 'COMMAND_FAILED');
  });

  it('runs the exception once: a failure in it ends the playbook', () => {
    const { state } = refuse(context, refuse(context, begin(context).state, 'do').state, 'mend');
    assert.equal(refuse(context, state, 'alarm').state.status, 'failed');
  });
});

describe('delay and timeout (4.1)', () => {
  const context = contextOf({
    steps: {
      begin: { type: 'start', on_completion: 'do' },
      do: action({ delay: 1000, timeout: 5000, on_success: 'end', on_failure: 'late' }, 'do'),
      late: action({ on_completion: 'end' }, 'late'),
      end: END,
    },
  });

  it('waits, then gives the time that the step has', () => {
    const { state, effects } = begin(context);
    assert.deepEqual(asked(state), []);
    assert.deepEqual(effects, [{ kind: 'wake', atMs: START + 1000 }]);
    const next = advance(context, state, { kind: 'time', atMs: START + 1000 });
    assert.deepEqual(asked(next.state), ['do']);
    assert.equal(openTasks(next.state)[0]?.deadlineMs, START + 6000);
  });

  it('takes the task back when its time is over, with ACTION_TIMEOUT and the id of the step in the log', () => {
    const running = advance(context, begin(context).state, { kind: 'time', atMs: START + 1000 });
    const { state, effects, log } = advance(context, running.state, { kind: 'time', atMs: START + 6000 });
    assert.deepEqual(asked(state), ['late']);
    assert.ok(effects.some(({ kind }) => kind === 'withdraw'));
    assert.ok(
      log.some(
        ({ what, says, step }) => what === 'failed' && /ACTION_TIMEOUT/.test(says) && step?.startsWith('action--'),
      ),
    );
  });

  it('takes an answer of the last moment, and none after it', () => {
    const running = advance(context, begin(context).state, { kind: 'time', atMs: START + 1000 }).state;
    assert.equal(answer(context, running, 'do', { atMs: START + 6000 }).state.status, 'ended');
    const late = answer(context, running, 'do', { atMs: START + 6001 });
    assert.deepEqual(asked(late.state), ['late']);
    assert.ok(late.log.some(({ what }) => what === 'ignored'));
  });

  it('makes up for moments that nobody reported', () => {
    const { state } = advance(context, begin(context).state, { kind: 'time', atMs: START + 60_000 });
    assert.deepEqual(asked(state), ['late']);
  });

  it('takes down all that a step around has opened when its time is over', () => {
    const around = contextOf({
      steps: {
        begin: { type: 'start', on_completion: 'both' },
        both: { type: 'parallel', next_steps: ['a', 'b'], timeout: 10, on_success: 'end', on_failure: 'late' },
        a: action({ on_completion: 'aEnd' }, 'a'),
        aEnd: END,
        b: action({ on_completion: 'bEnd' }, 'b'),
        bEnd: END,
        late: action({ on_completion: 'end' }, 'late'),
        end: END,
      },
    });
    const { state } = advance(around, begin(around).state, { kind: 'time', atMs: START + 10 });
    assert.deepEqual(asked(state), ['late']);
    assert.equal(Object.keys(state.branches).length, 1);
  });
});

describe('parallel (4.7)', () => {
  const context = contextOf({
    steps: {
      begin: { type: 'start', on_completion: 'both' },
      both: { type: 'parallel', next_steps: ['a', 'b'], on_success: 'after', on_failure: 'mend' },
      a: action({ on_completion: 'aEnd' }, 'a'),
      aEnd: END,
      b: action({ on_completion: 'bEnd' }, 'b'),
      bEnd: END,
      after: action({ on_completion: 'end' }, 'after'),
      mend: action({ on_completion: 'end' }, 'mend'),
      end: END,
    },
  });

  it('asks for both at once and goes on once, when both are done', () => {
    const { state } = begin(context);
    assert.deepEqual(asked(state), ['a', 'b']);
    const one = answer(context, state, 'b').state;
    assert.deepEqual(asked(one), ['a']);
    assert.deepEqual(asked(answer(context, one, 'a').state), ['after']);
  });

  it('waits for the others where one fails, and has failed then', () => {
    const one = refuse(context, begin(context).state, 'a').state;
    assert.deepEqual(asked(one), ['b']);
    assert.deepEqual(asked(answer(context, one, 'b').state), ['mend']);
  });
});

describe('if, while and switch (4.8 to 4.10)', () => {
  const ask = (condition: string, more: object = {}): ShortPlaybook => ({
    variables: { __x__: { ...string('1'), external: true } },
    steps: {
      begin: { type: 'start', on_completion: 'ask' },
      ask: { type: 'if-condition', condition, on_true: 'yes', on_completion: 'end', ...more },
      yes: action({ on_completion: 'yesEnd' }, 'yes'),
      yesEnd: END,
      no: action({ on_completion: 'noEnd' }, 'no'),
      noEnd: END,
      end: END,
    },
  });

  it('takes the branch of the answer, or none', () => {
    const both = contextOf(ask('__x__:value = 1', { on_false: 'no' }));
    assert.deepEqual(asked(begin(both).state), ['yes']);
    assert.deepEqual(asked(begin(both, { __x__: '2' }).state), ['no']);
    assert.equal(begin(contextOf(ask('__x__:value = 2'))).state.status, 'ended');
  });

  it('fails on a variable that nobody declared', () => {
    assert.equal(begin(contextOf(ask('__y__:value = 1'))).state.failure?.code, 'CONDITION');
  });

  const loop = contextOf({
    variables: { __closed__: string('no') },
    steps: {
      begin: { type: 'start', on_completion: 'loop' },
      loop: { type: 'while-condition', condition: "__closed__:value != 'yes'", on_true: 'close', on_completion: 'end' },
      close: action({ on_completion: 'closeEnd', out_args: ['__closed__'] }, 'close'),
      closeEnd: END,
      end: END,
    },
  });

  it('goes round until the condition does not hold', () => {
    const again = answer(loop, begin(loop).state, 'close', { outputs: { __closed__: 'no' } }).state;
    assert.deepEqual(asked(again), ['close']);
    assert.equal(answer(loop, again, 'close', { outputs: { __closed__: 'yes' } }).state.status, 'ended');
  });

  it('stops at the limit of rounds, and says it', () => {
    const limited: RunContext = { ...loop, limits: { ...DEFAULT_LIMITS, rounds: 3 } };
    const { state } = pursue(limited, begin(limited), { manual: { by: 'robot', execute: () => ({ kind: 'done' }) } });
    assert.equal(state.failure?.code, 'LOOP_LIMIT');
    assert.match(state.failure.says, /after 3 rounds/);
  });

  const choose = (cases: object) =>
    contextOf({
      variables: { __x__: { ...string(), external: true } },
      steps: {
        begin: { type: 'start', on_completion: 'choose' },
        choose: { type: 'switch-condition', switch: '__x__:value', cases, on_completion: 'end' },
        red: action({ on_completion: 'redEnd' }, 'red'),
        redEnd: END,
        other: action({ on_completion: 'otherEnd' }, 'other'),
        otherEnd: END,
        end: END,
      },
    });

  it('takes the case of the value, else the default, else none', () => {
    const context = choose({ red: 'red', default: 'other' });
    assert.deepEqual(asked(begin(context, { __x__: 'red' }).state), ['red']);
    assert.deepEqual(asked(begin(context, { __x__: 'blue' }).state), ['other']);
    assert.deepEqual(asked(begin(context, { __x__: 'constructor' }).state), ['other']);
    assert.deepEqual(asked(begin(context).state), ['other']);
    assert.equal(begin(choose({ red: 'red' }), { __x__: 'blue' }).state.status, 'ended');
  });
});

describe('playbook-action (4.6)', () => {
  const outer: ShortPlaybook = {
    variables: { __host__: string('db-01'), __result__: string(), __other__: string('kept') },
    steps: {
      begin: { type: 'start', on_completion: 'call' },
      call: {
        type: 'playbook-action',
        playbook_id: playbookId(2),
        in_args: ['__host__', '__other__'],
        out_args: ['__result__'],
        on_success: 'tell',
        on_failure: 'mend',
      },
      tell: action({ on_completion: 'end' }, 'tell __result__:value, __other__:value'),
      mend: action({ on_completion: 'end' }, 'mend'),
      end: END,
    },
  };
  const inner: ShortPlaybook = {
    number: 2,
    variables: { __host__: { ...string(), external: true }, __result__: string(), __other__: string('own') },
    steps: {
      begin: { type: 'start', on_completion: 'do' },
      do: action(
        { on_completion: 'end', out_args: ['__result__', '__other__'] },
        'scan __host__:value, __other__:value',
      ),
      end: END,
    },
  };
  const context = contextOf(outer, inner);

  it('passes what is external and takes back what is asked for, and no more', () => {
    const { state, log } = begin(context);
    assert.deepEqual(asked(state), ['scan db-01, own']);
    assert.ok(log.some(({ says }) => /takes no __other__ from outside/.test(says)));
    const next = answer(context, state, 'scan db-01, own', { outputs: { __result__: 'closed', __other__: 'changed' } });
    assert.deepEqual(asked(next.state), ['tell closed, kept']);
  });

  it('fails where the called one fails, and where there is none', () => {
    assert.deepEqual(asked(refuse(context, begin(context).state, 'scan db-01, own').state), ['mend']);
    const alone = begin(contextOf(outer));
    assert.deepEqual(asked(alone.state), ['mend']);
    assert.ok(alone.log.some(({ says }) => /PLAYBOOK_MISSING/.test(says)));
  });

  it('takes the latest version, or the one that is named', () => {
    const newer: ShortPlaybook = {
      ...inner,
      modified: '2026-02-01T00:00:00.000Z',
      steps: { ...inner.steps, do: action({ on_completion: 'end' }, 'newer') },
    };
    assert.deepEqual(asked(begin(contextOf(outer, newer, inner)).state), ['newer']);
    const call = { ...outer.steps.call, type: 'playbook-action', playbook_version: '2026-01-01T00:00:00.000Z' };
    const pinned = { ...outer, steps: { ...outer.steps, call } };
    assert.deepEqual(asked(begin(contextOf(pinned, newer, inner)).state), ['scan db-01, own']);
  });

  it('stops playbooks that call one another without end', () => {
    const endless: ShortPlaybook = {
      steps: {
        begin: { type: 'start', on_completion: 'call' },
        call: { type: 'playbook-action', playbook_id: playbookId(1), on_completion: 'end' },
        end: END,
      },
    };
    const { state, log } = begin(contextOf(endless));
    assert.equal(state.status, 'failed');
    assert.ok(log.some(({ says }) => /DEPTH_LIMIT/.test(says)));
  });
});

describe('variables (10.18)', () => {
  const one = (step: object, variables: object, text: string): RunContext =>
    contextOf({
      variables: { ...variables },
      steps: {
        begin: { type: 'start', on_completion: 'do' },
        do: action({ on_completion: 'end', ...step }, text),
        end: END,
      },
    });

  it('puts values into commands, the step before the playbook, and never twice', () => {
    const variables = { __a__: string('outer'), __b__: string('__a__:value') };
    const context = one({ step_variables: { __a__: string('inner') } }, variables, '__a__:value __b__:value');
    const [task] = openTasks(begin(context).state);
    assert.equal(task?.command.command, 'inner __a__:value');
    assert.equal(task?.asWritten.command, '__a__:value __b__:value');
    assert.deepEqual(task?.variables, { __a__: 'inner', __b__: '__a__:value' });
  });

  it('fails where a value is not known or no variable is declared', () => {
    assert.equal(begin(one({}, { __a__: string() }, '__a__:value')).state.failure?.code, 'VARIABLE');
    assert.equal(begin(one({}, {}, '__a__:value')).state.failure?.code, 'VARIABLE');
  });

  it('keeps constants, types and what is not an output', () => {
    const constant = one({ out_args: ['__a__'] }, { __a__: { ...string('1'), constant: true } }, 'do');
    const refused = answer(constant, begin(constant).state, 'do', { outputs: { __a__: '2' } });
    assert.match(refused.state.failure?.says ?? '', /is a constant/);
    const typed = one({ out_args: ['__a__'] }, { __a__: { type: 'integer' } }, 'do');
    assert.match(
      answer(typed, begin(typed).state, 'do', { outputs: { __a__: 'x' } }).state.failure?.says ?? '',
      /type integer/,
    );
    const silent = one({}, { __a__: string('1') }, 'do');
    const next = answer(silent, begin(silent).state, 'do', { outputs: { __a__: '2' } });
    assert.ok(next.log.some(({ says }) => /not among the out_args/.test(says)));
  });

  it('puts values into base64 too', () => {
    const command_b64 = Buffer.from('drop __a__:value').toString('base64');
    const context = one({ commands: [{ type: 'manual', command_b64 }] }, { __a__: string('x') }, 'unused');
    const [task] = openTasks(begin(context).state);
    assert.equal(Buffer.from(task?.command.command_b64 ?? '', 'base64').toString(), 'drop x');
  });

  it('takes values from outside for external variables only', () => {
    const context = one({}, { __a__: string('1') }, 'do');
    const fault = startRun(context, { playbook: playbookId(1), atMs: START, variables: { __a__: '2' } });
    assert.ok('code' in fault && fault.code === 'run/not-external');
  });
});

describe('starting (3.1)', () => {
  const steps = { begin: { type: 'start', on_completion: 'end' }, end: END };
  const code = (more: object) => {
    const context = contextOf({ steps, more: { ...more } });
    const begun = startRun(context, { playbook: playbookId(1), atMs: START });
    return 'code' in begun ? begun.code : begun.state.status;
  };

  it('refuses what was revoked or is out of its time', () => {
    assert.equal(code({}), 'ended');
    assert.equal(code({ revoked: true }), 'run/not-valid');
    assert.equal(code({ valid_from: '2027-01-01T00:00:00Z' }), 'run/not-valid');
    assert.equal(code({ valid_until: '2026-01-01T00:00:00Z' }), 'run/not-valid');
  });

  it('stops steps that go in a circle without end', () => {
    const circle = {
      begin: { type: 'start', on_completion: 'again' },
      again: { type: 'if-condition', condition: 'EXISTS __x__:value', on_true: 'end', on_completion: 'again' },
      end: END,
    };
    const context = contextOf({ steps: circle, variables: { __x__: string() } });
    assert.equal(begin(context).state.failure?.code, 'STEP_LIMIT');
  });

  it('stops branches that open one another without end, within the default limits', () => {
    const condition = "__x__:value = 'x'";
    const inward = {
      begin: { type: 'start', on_completion: 'again' },
      again: { type: 'if-condition', condition, on_true: 'again', on_completion: 'end' },
      both: { type: 'parallel', next_steps: ['both', 'both'], on_completion: 'end' },
      end: END,
    };
    const variables = { __x__: string('x') };
    const { state } = begin(contextOf({ steps: inward, variables }));
    assert.match(state.failure?.says ?? '', /more than 100 branches/);
    const wide = { ...inward, begin: { type: 'start', on_completion: 'both' } };
    assert.equal(begin(contextOf({ steps: wide, variables })).state.failure?.code, 'STEP_LIMIT');
  });
});
