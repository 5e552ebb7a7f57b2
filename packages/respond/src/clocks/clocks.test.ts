import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysDeadline, monthsDeadline } from './calendar-periods.ts';
import { hoursDeadline } from './hours.ts';
import { instantOf, instantText } from './instant.ts';
import { createHolidayCalendar } from './public-holidays.ts';
import { addWorkingDays } from './working-days.ts';

// Regulation (EEC, Euratom) No 1182/71, Articles 3(1) to 3(4), worked by hand.
const HOURS = [
  {
    aware: '2020-12-22T12:17:00+01:00',
    zone: 'Europe/Berlin',
    strict: '2020-12-25T12:17:00+01:00',
    latest: '2020-12-25T13:00:00+01:00',
    why: 'Christmas does not move it',
  },
  {
    aware: '2026-03-27T10:15:00+01:00',
    zone: 'Europe/Paris',
    strict: '2026-03-30T11:15:00+02:00',
    latest: '2026-03-30T12:00:00+02:00',
    why: 'clocks go forward on 29 March 2026',
  },
  {
    aware: '2026-10-23T10:15:00+02:00',
    zone: 'Europe/Paris',
    strict: '2026-10-26T09:15:00+01:00',
    latest: '2026-10-26T10:00:00+01:00',
    why: 'clocks go back on 25 October 2026',
  },
  {
    aware: '2026-04-03T09:00:00+02:00',
    zone: 'Europe/Paris',
    strict: '2026-04-06T09:00:00+02:00',
    latest: '2026-04-06T10:00:00+02:00',
    why: 'Easter Monday does not move it',
  },
  {
    aware: '2024-02-27T23:30:00+00:00',
    zone: 'Europe/Dublin',
    strict: '2024-03-01T23:30:00+00:00',
    latest: '2024-03-02T00:00:00+00:00',
    why: 'leap day',
  },
];

const MONTHS = [
  { received: '2026-01-31', months: 1, calendarDay: '2026-02-28', due: '2026-03-02', why: 'no 31 February' },
  { received: '2026-03-16', months: 1, calendarDay: '2026-04-16', due: '2026-04-16', why: 'a Thursday' },
  { received: '2026-11-25', months: 1, calendarDay: '2026-12-25', due: '2026-12-28', why: 'Christmas on a Friday' },
  { received: '2028-01-31', months: 1, calendarDay: '2028-02-29', due: '2028-02-29', why: 'leap year' },
  { received: '2026-01-31', months: 3, calendarDay: '2026-04-30', due: '2026-04-30', why: 'extended, from the start' },
];

const calendar = createHolidayCalendar();
const france = { code: 'FR', calendar };

describe('a period of 72 hours', () => {
  for (const { aware, zone, strict, latest, why } of HOURS) {
    it(`from ${aware} in ${zone}: ${why}`, () => {
      const deadline = hoursDeadline(instantOf(aware, zone), 72);
      assert.equal(instantText(deadline.strict), strict);
      assert.equal(instantText(deadline.latest), latest);
    });
  }

  it('never moves backwards when awareness moves forwards, in whatever zone', () => {
    const zones = ['UTC', 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const year = { min: Date.UTC(2026, 0), max: Date.UTC(2026, 11, 31) };
    const property = (a: number, b: number, zone: string, hours: number) => {
      const at = (ms: number) =>
        hoursDeadline(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone), hours);
      const [earlier, later] = [at(Math.min(a, b)), at(Math.max(a, b))];
      assert.ok(Temporal.ZonedDateTime.compare(earlier.strict, later.strict) <= 0);
      assert.ok(Temporal.ZonedDateTime.compare(earlier.latest, later.latest) <= 0);
      assert.ok(Temporal.ZonedDateTime.compare(earlier.strict, earlier.latest) < 0);
    };
    const hours = fc.constantFrom(4, 24, 72, 96);
    fc.assert(fc.property(fc.integer(year), fc.integer(year), fc.constantFrom(...zones), hours, property), {
      numRuns: 500,
    });
  });
});

describe('a period of months or days', () => {
  for (const { received, months, calendarDay, due, why } of MONTHS) {
    it(`of ${months} from ${received}: ${why}`, () => {
      const deadline = monthsDeadline(Temporal.PlainDate.from(received), months, france);
      assert.equal(deadline.calendarDay.toString(), calendarDay);
      assert.equal(deadline.due.toString(), due);
    });
  }

  it('never moves backwards when its start moves forwards', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
    const property = (a: Temporal.PlainDate, b: Temporal.PlainDate, months: number) => {
      const [first, second] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a];
      const due = (from: Temporal.PlainDate) => monthsDeadline(from, months, france).due;
      assert.ok(Temporal.PlainDate.compare(due(first), due(second)) <= 0, `${first} ${second}`);
      const inDays = (from: Temporal.PlainDate) => daysDeadline(from, months * 10, france).due;
      assert.ok(Temporal.PlainDate.compare(inDays(first), inDays(second)) <= 0, `${first} ${second}`);
    };
    fc.assert(fc.property(day, day, fc.integer({ min: 1, max: 12 }), property), { numRuns: 300 });
  });

  it('is not moved by laws that count every day', () => {
    assert.equal(daysDeadline(Temporal.PlainDate.from('2026-06-04'), 30).due.toString(), '2026-07-04');
  });
});

describe('working days', () => {
  it('leave out weekends and the holidays of the place', () => {
    const thursday = Temporal.PlainDate.from('2026-04-02');
    assert.equal(addWorkingDays(thursday, 1, france).toString(), '2026-04-03');
    // Good Friday is a holiday in Germany and not in most of France; Easter Monday is one in both.
    assert.equal(addWorkingDays(thursday, 1, { code: 'DE', calendar }).toString(), '2026-04-07');
  });

  it('know the days in which a holiday is kept that falls on a weekend', () => {
    assert.equal(calendar.isHoliday('US-CA', Temporal.PlainDate.from('2026-07-03')), true);
  });

  it('are Monday to Friday where the holidays of a place are not known', () => {
    assert.equal(calendar.isHoliday('XX', Temporal.PlainDate.from('2026-12-25')), undefined);
    const eve = Temporal.PlainDate.from('2026-12-24');
    assert.equal(addWorkingDays(eve, 1, { code: 'XX', calendar }).toString(), '2026-12-25');
  });
});

describe('an instant', () => {
  it('is read on the wall of the zone in brackets, then of the team, then of its own offset', () => {
    const read = (text: string, zone?: string) => instantText(instantOf(text, zone).add({ hours: 72 }));
    assert.equal(read('2026-03-27T10:15:00+01:00[Europe/Paris]', 'UTC'), '2026-03-30T11:15:00+02:00');
    assert.equal(read('2026-03-27T10:15:00+01:00', 'Europe/Paris'), '2026-03-30T11:15:00+02:00');
    assert.equal(read('2026-03-27T10:15:00+01:00'), '2026-03-30T10:15:00+01:00');
    assert.equal(read('2026-03-27T09:15:00Z'), '2026-03-30T09:15:00+00:00');
  });
});
