// What is news, and what belongs to an alert that was told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Told } from './alert.ts';
import { Budget } from './budget.ts';
import type { Dimension, Fact, Ground } from './fact.ts';
import { Ongoing } from './ongoing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ADA = { who: 'ada on orders-db', person: 'ada' };
const ADA_ELSEWHERE = { who: 'ada on archive-db', person: 'ada' };

const fact = (ground: Ground, dimension: Dimension, value = ''): Fact => ({
  kind: 'value',
  ground,
  subject: 'account',
  dimension,
  value,
  seen: 0,
  days: 3,
  of: 20,
  bits: 6,
});
const told = (time: number, score: number, ...facts: readonly Fact[]): Told => ({
  ref: 0,
  time,
  score,
  facts,
  access: {} as Told['access'],
});
const made = () => {
  const budget = new Budget(50, 1);
  budget.turn(0);
  budget.turn(5 * DAY);
  return new Ongoing(budget);
};
const tell = (ongoing: Ongoing, teller: Parameters<Ongoing['tell']>[0], one: Told) => {
  const answer = ongoing.tell(teller, Math.floor(one.time / 600_000), one);
  return typeof answer === 'string' ? answer : 'told';
};

describe('an alert that goes on', () => {
  it('is told again where it became much graver, and not where it only goes on', () => {
    const ongoing = made();
    const object = fact('object', 'table');
    assert.equal(tell(ongoing, ADA, told(HOUR, 12, object)), 'told');
    assert.equal(tell(ongoing, ADA, told(HOUR + 60_000, 13, object)), 'again');
    assert.equal(tell(ongoing, ADA, told(HOUR + 120_000, 20, object)), 'told');
    assert.equal(tell(ongoing, ADA, told(HOUR + 120_000 + 3 * HOUR, 12, object)), 'told');
  });

  it('keeps its name while it becomes graver, and has another one for other news', () => {
    const ongoing = made();
    const names = [
      told(HOUR, 12, fact('object', 'table')),
      told(HOUR + 60_000, 20, fact('object', 'table')),
      told(HOUR + 120_000, 40, fact('object', 'table')),
      told(HOUR + 180_000, 20, fact('place', 'network', '203.0.113.0/24')),
    ].map((one) => ongoing.tell(ADA, 6, one));
    const [first, graver, gravest, other] = names.map((one) => (typeof one === 'string' ? undefined : one));
    assert.deepEqual([first?.again, graver?.again, gravest?.again, other?.again], [0, 1, 2, 0]);
    assert.equal(new Set([first?.id, graver?.id, gravest?.id]).size, 1);
    assert.notEqual(other?.id, first?.id);
  });

  it('is a job by the clock where it comes back at the same time of day, as often as it does', () => {
    const ongoing = made();
    const object = fact('object', 'table');
    const nights = [0, 1, 2, 3, 9].map((night) =>
      tell(ongoing, ADA, told(night * DAY + 2 * HOUR + night * 60_000, 12, object)),
    );
    assert.deepEqual(nights, ['told', 'again', 'again', 'again', 'again']);
    assert.equal(tell(ongoing, ADA, told(10 * DAY + 14 * HOUR, 12, object)), 'told');
  });

  it('tells once that somebody is new, on however many stores, and where he comes from', () => {
    for (const one of [fact('who', 'account'), fact('place', 'network', '203.0.113.0/24')]) {
      const ongoing = made();
      assert.equal(tell(ongoing, ADA, told(HOUR, 12, one)), 'told');
      assert.equal(tell(ongoing, ADA_ELSEWHERE, told(4 * HOUR, 12, one)), 'again');
      assert.equal(tell(ongoing, { who: 'ben on archive-db', person: 'ben' }, told(5 * HOUR, 12, one)), 'told');
    }
    const ongoing = made();
    assert.equal(tell(ongoing, ADA, told(HOUR, 12, fact('object', 'table'))), 'told');
    assert.equal(tell(ongoing, ADA_ELSEWHERE, told(4 * HOUR, 12, fact('object', 'table'))), 'told');
  });

  it('is not told of the whole store where the account that did most of it was told of', () => {
    const ongoing = made();
    const store = { who: 'orders-db', person: undefined, most: ADA.who };
    assert.equal(tell(ongoing, ADA, told(HOUR, 12, fact('object', 'table'))), 'told');
    assert.equal(tell(ongoing, store, told(HOUR + 600_000, 12, fact('amount', 'table'))), 'again');
    assert.equal(
      tell(ongoing, { ...store, most: 'ben on orders-db' }, told(HOUR + 600_000, 12, fact('amount', 'table'))),
      'told',
    );
  });

  it('belongs to what a rule told, unless it is something else or much graver', () => {
    const ongoing = made();
    ongoing.ruleTold(ADA.who, 6, HOUR);
    assert.equal(tell(ongoing, ADA, told(HOUR + 60_000, 1.2, fact('object', 'table'))), 'again');
    assert.equal(tell(ongoing, ADA, told(HOUR + 60_000, 12, fact('place', 'network', '203.0.113.0/24'))), 'told');
    const graver = made();
    graver.ruleTold(ADA.who, 6, HOUR);
    assert.deepEqual(
      [1.2, 2].map((score) => tell(graver, ADA, told(HOUR + 60_000, score, fact('object', 'table')))),
      ['again', 'told'],
    );
  });

  it('goes on behind a restart', () => {
    const before = made();
    tell(before, ADA, told(HOUR, 12, fact('who', 'account')));
    const behind = made();
    behind.restore(JSON.parse(JSON.stringify(before.state())) as ReturnType<Ongoing['state']>);
    assert.equal(tell(behind, ADA, told(HOUR + 60_000, 12, fact('who', 'account'))), 'again');
    assert.equal(tell(behind, ADA_ELSEWHERE, told(2 * HOUR, 12, fact('who', 'account'))), 'again');
  });
});
