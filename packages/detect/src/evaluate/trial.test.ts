// One rule tried on an event: what held, what did not, and no value of anybody's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load, ruleText } from '../../testing/rules.ts';
import type { Fields } from '../events/event.ts';
import { createTrial } from './trial.ts';

const RULE = ruleText(
  '  sel:\n    Image|endswith: whoami.exe\n    User:\n      - ada\n      - bob\n  known:\n    User|expand: "%admins%"\n  condition: sel and not known\n',
  'logsource:\n  product: windows\n  category: process_creation',
);
const SITE = { placeholders: { admins: ['bob', 'cleo'] } };
const NAME = '00000000-0000-4000-8000-000000000001';

function tried(fields: Fields) {
  const trial = createTrial(load(RULE, SITE), NAME);
  assert.ok(trial);
  return trial(fields);
}

describe('a rule that is tried', () => {
  it('says what held', () => {
    assert.deepEqual(tried({ Image: 'C:\\whoami.exe', User: 'ada' }), {
      verdict: 'matches',
      why: ['sel: Image ends with "whoami.exe"; sel: User is "ada"; not known'],
    });
  });

  it('says what is not there, what is otherwise, and what is left out, without a value of the event', () => {
    assert.deepEqual(tried({ Image: 'C:\\whoami.exe' }), { verdict: 'misses', why: ['sel: User is not there'] });
    assert.deepEqual(tried({ Image: 'C:\\mallory.exe', User: 'mallory' }), {
      verdict: 'misses',
      why: ['sel: not so: Image ends with "whoami.exe"', 'sel: User has none of its 2 values'],
    });
    assert.deepEqual(tried({ Image: 'C:\\whoami.exe', User: 'bob' }), {
      verdict: 'misses',
      why: ['left out: known: User fits a value of %admins%'],
    });
  });

  it('says that it is for other logs', () => {
    assert.deepEqual(tried({ product: 'linux', Image: 'whoami.exe' }), {
      verdict: 'other-source',
      why: ['product windows', 'category process_creation'],
    });
    assert.equal(createTrial(load(RULE, SITE), 'another'), undefined);
  });
});
