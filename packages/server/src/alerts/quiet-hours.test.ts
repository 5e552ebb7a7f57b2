import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { DAYS, type QuietHours, QuietHoursSchema, quietUntil } from './quiet-hours.ts';

const WORK_DAYS = DAYS.slice(0, 5);
const NIGHTS: QuietHours = {
  timeZone: 'Europe/Paris',
  stretches: [
    { days: WORK_DAYS, from: '22:00', to: '07:00' },
    { days: ['saturday', 'sunday'], from: '00:00', to: '00:00' },
  ],
};

const until = (quiet: QuietHours, at: string) => quietUntil(quiet, new Date(at))?.toISOString();

describe('quiet hours', () => {
  const CASES = [
    ['the afternoon is not quiet', '2026-11-26T14:00:00Z', undefined],
    ['the night ends in the morning', '2026-11-26T23:30:17.250Z', '2026-11-27T06:00:00.000Z'],
    ['the first minute is quiet', '2026-11-26T21:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['the minute before is not', '2026-11-26T20:59:59.999Z', undefined],
    ['the minute in which it ends is not', '2026-11-27T06:00:00Z', undefined],
    ['stretches that touch are one', '2026-11-27T22:00:00Z', '2026-11-29T23:00:00.000Z'],
    ['Monday begins with the night that began on Sunday only where Sunday has one', '2026-11-29T23:30:00Z', undefined],
  ] as const;
  for (const [what, at, end] of CASES) it(what, () => assert.equal(until(NIGHTS, at), end));

  it('end by the wall, also in the nights in which clocks are changed', () => {
    const nights = { timeZone: 'Europe/Paris', stretches: [{ days: [...DAYS], from: '22:00', to: '07:00' }] };
    assert.equal(until(nights, '2026-03-28T22:30:00Z'), '2026-03-29T05:00:00.000Z');
    assert.equal(until(nights, '2026-10-24T21:30:00Z'), '2026-10-25T06:00:00.000Z');
    const shift = { timeZone: 'Australia/Lord_Howe', stretches: [{ days: [...DAYS], from: '20:00', to: '06:30' }] };
    assert.equal(until(shift, '2026-10-03T14:00:00Z'), '2026-10-03T19:30:00.000Z');
  });

  it('may end at a time that the wall leaves out', () => {
    const early = { timeZone: 'Europe/Paris', stretches: [{ days: [...DAYS], from: '22:00', to: '02:30' }] };
    assert.equal(until(early, '2026-03-28T23:00:00Z'), '2026-03-29T01:00:00.000Z');
  });

  it('are refused where they never end, or where the zone does not exist', () => {
    const refused = (quiet: unknown) => v.safeParse(QuietHoursSchema, quiet).issues?.[0].message;
    const always = { timeZone: 'UTC', stretches: [{ days: [...DAYS], from: '08:00', to: '08:00' }] };
    assert.match(refused(always) ?? '', /have to end/);
    assert.match(refused({ ...NIGHTS, timeZone: 'Europe/Nowhere' }) ?? '', /time zone/);
    assert.match(refused({ ...NIGHTS, stretches: [{ days: [], from: '08:00', to: '09:00' }] }) ?? '', /one day/);
    assert.match(refused({ ...NIGHTS, stretches: [{ days: ['monday'], from: '8:00', to: '24:00' }] }) ?? '', /22:00/);
    assert.equal(refused(NIGHTS), undefined);
  });

  it('end at the first moment that is not quiet, whatever they are', () => {
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    const stretch = fc.record({
      days: fc.subarray([...DAYS], { minLength: 1 }),
      from: time,
      to: time,
    });
    const quiet = fc
      .record({
        timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }),
      })
      .filter((hours) => v.safeParse(QuietHoursSchema, hours).success);
    const moment = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(quiet, moment, (hours, at) => {
        const end = quietUntil(hours, at);
        if (end === undefined) return;
        assert.ok(end > at);
        assert.equal(quietUntil(hours, end), undefined);
        assert.notEqual(quietUntil(hours, new Date(end.getTime() - 1)), undefined);
      }),
      { numRuns: 60 },
    );
  });
});
