import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { action, documentOf } from '../../../testing/playbook-of.ts';
import { readPlaybook } from './read-playbook.ts';

function problemsOf(document: unknown): string {
  const result = readPlaybook(document);
  assert.ok('code' in result, 'it should be refused');
  return result.problems.join('\n');
}

const ONE = {
  begin: { type: 'start', on_completion: 'do' },
  do: action({ on_completion: 'end' }),
  end: { type: 'end' },
};

describe('reading a playbook', () => {
  it('takes one in the form of the specification without a note', () => {
    const result = readPlaybook(documentOf({ steps: ONE }));
    assert.ok(!('code' in result));
    assert.deepEqual(result.notes, []);
  });

  it('refuses what is no playbook, and other versions', () => {
    for (const document of [null, 1, [], {}, { type: 'bundle' }]) assert.ok('code' in readPlaybook(document));
    assert.match(problemsOf(documentOf({ steps: ONE, more: { spec_version: '1.1' } })), /only CACAO 2.0/);
  });

  it('names every step that is pointed at and is not there', () => {
    const steps = { ...ONE, do: action({ on_completion: 'nowhere' }) };
    assert.match(problemsOf(documentOf({ steps })), /there is no step end--/);
  });

  it('refuses on_completion beside on_success, and a way on from an end', () => {
    const both = { ...ONE, do: action({ on_completion: 'end', on_failure: 'end' }) };
    assert.match(problemsOf(documentOf({ steps: both })), /excludes/);
    assert.match(
      problemsOf(documentOf({ steps: { ...ONE, end: { type: 'end', on_completion: 'do' } } })),
      /nothing comes after/,
    );
  });

  it('refuses a condition that cannot be read, with the place in it', () => {
    const steps = {
      ...ONE,
      begin: { type: 'start', on_completion: 'ask' },
      ask: { type: 'if-condition', condition: '__a__:value is 1', on_true: 'end', on_completion: 'do' },
    };
    assert.match(problemsOf(documentOf({ steps })), /condition, character 13: one of =/);
  });

  it('refuses a parallel step with one branch, and a key of another type', () => {
    const steps = { ...ONE, both: { type: 'parallel', next_steps: ['end'], on_completion: 'end' } };
    assert.match(problemsOf(documentOf({ steps })), /two branches or more/);
  });

  it('names extensions, unknown properties, unknown command types and signatures', () => {
    const extension = 'extension-definition--00000000-0000-4000-8000-000000000abc';
    const result = readPlaybook(
      documentOf({
        steps: {
          ...ONE,
          do: {
            ...action({ on_completion: 'end' }),
            commands: [{ type: 'telex' }, { type: 'manual' }],
            colour: 'red',
            step_extensions: { [extension]: {} },
          },
        },
        more: { extension_definitions: { [extension]: { name: 'Layout' } }, signatures: [{}] },
      }),
    );
    assert.ok(!('code' in result));
    const notes = result.notes.join('\n');
    for (const part of [
      /extension Layout \(/,
      /property colour/,
      /command type telex/,
      /neither command/,
      /signatures are not verified/,
    ]) {
      assert.match(notes, part);
    }
  });
});
