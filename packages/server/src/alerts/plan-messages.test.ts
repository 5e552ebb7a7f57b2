import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Level } from '@vigie/detect';
import fc from 'fast-check';
import { type Pace, planMessages, type WaitingTopic } from './plan-messages.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);

const CALM: Pace = {
  now: NOW,
  windowMs: 30 * MINUTE_MS,
  mostPerHour: 20,
  sentAt: [],
  quietUntil: undefined,
  isAway: false,
};

interface Named extends WaitingTopic {
  readonly name: string;
}
const topic = (name: string, level: Level = 'high', more: Partial<WaitingTopic> = {}): Named => ({
  name,
  level,
  lastAt: NOW,
  told: undefined,
  isHeld: false,
  ...more,
});
const plan = (topics: readonly Named[], pace: Partial<Pace> = {}) => {
  const { messages, held, nextAt } = planMessages(topics, { ...CALM, ...pace });
  return {
    messages: messages.map((message) => message.map(({ name }) => name)),
    held: held.map(({ name }) => name),
    nextAt: nextAt?.toISOString(),
  };
};

describe('which messages go out', () => {
  it('one a topic at once, the worst first', () => {
    const { messages, nextAt } = plan([topic('b', 'medium'), topic('a', 'critical')]);
    assert.deepEqual(messages, [['a'], ['b']]);
    assert.equal(nextAt, undefined);
  });

  it('not again within the window, but at its end', () => {
    const told = { at: ago(10), level: 'high' as const };
    assert.deepEqual(plan([topic('a', 'high', { told })]), {
      messages: [],
      held: [],
      nextAt: '2026-11-29T12:20:00.000Z',
    });
    assert.deepEqual(plan([topic('a', 'high', { told: { ...told, at: ago(30) } })]).messages, [['a']]);
  });

  it('at once where a topic got worse', () => {
    const told = { at: ago(10), level: 'medium' as const };
    assert.deepEqual(plan([topic('a', 'high', { told })]).messages, [['a']]);
  });

  it('in quiet hours only what is critical; the rest comes together when they end', () => {
    const quiet = plan([topic('a', 'critical'), topic('b'), topic('c', 'low')], {
      quietUntil: new Date('2026-11-30T06:00:00Z'),
    });
    assert.deepEqual(quiet, { messages: [['a']], held: ['b', 'c'], nextAt: '2026-11-30T06:00:00.000Z' });
    const morning = plan([topic('b', 'high', { isHeld: true }), topic('c', 'low', { isHeld: true }), topic('d')]);
    assert.deepEqual(morning.messages, [['d'], ['b', 'c']]);
  });

  it('never more than the limit: the last has the rest', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => topic(name));
    assert.deepEqual(plan(many, { mostPerHour: 3 }).messages, [['a'], ['b'], ['c', 'd']]);
  });

  it('none once the limit is reached, until an hour after the first of them', () => {
    const sentAt = [ago(50), ago(20), ago(1)];
    assert.deepEqual(plan([topic('a')], { mostPerHour: 3, sentAt }), {
      messages: [],
      held: ['a'],
      nextAt: '2026-11-29T12:10:00.000Z',
    });
  });

  it('one of five is kept for what is critical', () => {
    const sentAt = [ago(40), ago(30), ago(20), ago(10)];
    const kept = plan([topic('a'), topic('b', 'critical')], { mostPerHour: 5, sentAt });
    assert.deepEqual(kept.messages, [['b']]);
    assert.deepEqual(kept.held, ['a']);
    assert.equal(kept.nextAt, '2026-11-29T12:30:00.000Z');
  });

  it('nothing while the receiver is away', () => {
    assert.deepEqual(plan([topic('a', 'critical')], { isAway: true }), {
      messages: [],
      held: ['a'],
      nextAt: undefined,
    });
  });

  it('keeps the limit and loses no topic, whatever comes', () => {
    const levels = fc.constantFrom<Level>('critical', 'high', 'medium', 'low', 'informational');
    const told = fc.option(fc.record({ at: fc.integer({ min: 0, max: 120 }).map(ago), level: levels }), {
      nil: undefined,
    });
    const topics = fc.array(fc.record({ name: fc.uuid(), level: levels, told, isHeld: fc.boolean() }), {
      maxLength: 40,
    });
    const pace = fc.record({
      mostPerHour: fc.integer({ min: 1, max: 30 }),
      sentAt: fc.array(fc.integer({ min: 0, max: 59 }).map(ago), { maxLength: 30 }),
      quietUntil: fc.option(fc.constant(new Date(NOW.getTime() + HOUR_MS)), { nil: undefined }),
      isAway: fc.boolean(),
    });
    fc.assert(
      fc.property(topics, pace, (some, how) => {
        const waiting = some.map((one) => ({ ...one, lastAt: NOW }));
        const { messages, held, nextAt } = planMessages(waiting, { ...CALM, ...how });
        assert.ok(messages.length <= Math.max(0, how.mostPerHour - how.sentAt.length));
        const handled = new Set([...messages.flat(), ...held]);
        assert.equal(handled.size, messages.flat().length + held.length);
        for (const one of waiting.filter((each) => !handled.has(each))) assert.ok(one.told);
        if (handled.size < waiting.length || (held.length > 0 && !how.isAway)) {
          assert.ok(how.isAway || (nextAt !== undefined && nextAt > NOW));
        }
      }),
      { numRuns: 200 },
    );
  });
});
