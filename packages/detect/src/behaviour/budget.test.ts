// The bar that holds a budget, and who must not move it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Budget } from './budget.ts';

const DAY = 86_400_000;
const FLOOR = 8;

/** A budget of five alerts a day, after so many quiet days. */
function after(days: number): Budget {
  const budget = new Budget(5, FLOOR);
  for (let day = 0; day <= days; day += 1) budget.turn(day * DAY + 1);
  return budget;
}

describe('the budget of a day', () => {
  it('asks for more at the very beginning, and for the least there is after two quiet days', () => {
    const bars = [0, 1, 2].map((days) => after(days).bar);
    assert.ok(bars.every((bar, at) => at === 0 || bar < (bars[at - 1] ?? 0)));
    assert.equal(bars[2], FLOOR);
  });

  it('does not take the last hour before midnight for a day', () => {
    const budget = new Budget(5, FLOOR);
    budget.turn(DAY - 3_600_000);
    budget.turn(DAY + 1);
    assert.equal(budget.bar, after(0).bar);
  });

  it('raises the bar where more reached it than somebody wants to read', () => {
    const budget = after(4);
    for (let at = 0; at < 40; at += 1) budget.remember(20, 4 * DAY + at);
    budget.turn(5 * DAY);
    assert.ok(budget.bar >= 20);
  });

  it('is not blinded by somebody who comes with a thousand names', () => {
    const budget = after(4);
    for (let at = 0; at < 1_000; at += 1) budget.remember(30 + at / 1_000, 4 * DAY + at, 'orders-db');
    budget.turn(5 * DAY);
    assert.equal(budget.bar, FLOOR);
  });

  it('goes on behind a restart', () => {
    const before = after(4);
    for (let at = 0; at < 40; at += 1) before.remember(12 + at, 4 * DAY + at, at % 2 === 0 ? 'orders-db' : undefined);
    before.admits(40);
    const behind = new Budget(5, FLOOR);
    behind.restore(JSON.parse(JSON.stringify(before.state())) as ReturnType<Budget['state']>);
    assert.deepEqual(behind.state(), before.state());
    before.turn(5 * DAY);
    behind.turn(5 * DAY);
    assert.equal(behind.bar, before.bar);
  });
});
