import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace } from './pace.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 29) + seconds * 1000);

describe('the pace of scans', () => {
  it('waits for silence once a minute where scans follow each other fast', () => {
    const pace = createPace();
    const scope = { id: 'a', interval_s: 1 };
    const whole = [0, 1, 2, 59, 60, 61, 125].filter((second) => pace.next(scope, at(second)) === undefined);
    assert.deepEqual(whole, [0, 60, 125]);
  });

  it('always waits where there is time', () => {
    const pace = createPace();
    for (const interval_s of [null, 6, 60, 3600]) {
      for (const second of [0, 1, 2]) assert.equal(pace.next({ id: 'b', interval_s }, at(second)), undefined);
    }
  });

  it('looks again without haste at what it met in haste', () => {
    const pace = createPace();
    const scope = { id: 'a', interval_s: 1 };
    pace.next(scope, at(0));
    assert.notEqual(pace.next(scope, at(1)), undefined);
    pace.lookAgain('a');
    assert.equal(pace.next(scope, at(2)), undefined);
  });

  it('is each scope’s own', () => {
    const pace = createPace();
    assert.equal(pace.next({ id: 'a', interval_s: 1 }, at(0)), undefined);
    assert.equal(pace.next({ id: 'b', interval_s: 1 }, at(1)), undefined);
    assert.notEqual(pace.next({ id: 'a', interval_s: 1 }, at(2)), undefined);
  });
});
