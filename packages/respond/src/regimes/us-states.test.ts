import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applicability, daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import { STATE_NAMES } from './us-state-names.ts';
import usStates from './us-states.ts';
import { STATE_LAWS } from './us-states-data.ts';

const BREACH = {
  role: 'controller',
  establishments: ['US'],
  exfiltration: 'proved',
  unintelligible: false,
  data: ['basic', 'identification-numbers'],
  aware: '2026-03-02T09:00:00-05:00[America/New_York]',
};

const livingIn = (country: string, persons: unknown, more: Record<string, unknown> = {}) => ({
  ...BREACH,
  personsByCountry: [{ country, persons }],
  ...more,
});

const dutiesIn = (country: string, persons: unknown, more: Record<string, unknown> = {}) =>
  dutiesOf(usStates, livingIn(country, persons, more));

// From Monday 2 March 2026, by the numbers of each statute; worked by hand. Where: article → last day.
const PERSONS = [
  { state: 'US-AL', article: '8-38-5(b)', day: '2026-04-16' },
  { state: 'US-AZ', article: '18-552(B)', day: '2026-04-16' },
  { state: 'US-CO', article: '6-1-716(2)(a)', day: '2026-04-01' },
  { state: 'US-CT', article: '36a-701b(b)(1)', day: '2026-05-01' },
  { state: 'US-DE', article: '12B-102(c)', day: '2026-05-01' },
  { state: 'US-FL', article: '501.171(4)(a)', day: '2026-04-01' },
  { state: 'US-IN', article: '24-4.9-3-3(a)', day: '2026-04-16' },
  { state: 'US-LA', article: '51:3074(E)', day: '2026-05-01' },
  { state: 'US-MD', article: '14-3504(b)(3)', day: '2026-04-16' },
  { state: 'US-ME', article: '1348(1)', day: '2026-04-01' },
  { state: 'US-NM', article: '57-12C-6(A)', day: '2026-04-16' },
  { state: 'US-NY', article: '899-aa(2)', day: '2026-04-01' },
  { state: 'US-OH', article: '1349.19(B)(2)', day: '2026-04-16' },
  { state: 'US-OR', article: '646A.604(3)(a)', day: '2026-04-16' },
  { state: 'US-RI', article: '11-49.3-4(a)(2)(ii)', day: '2026-04-16' },
  { state: 'US-TN', article: '47-18-2107(b)', day: '2026-04-16' },
  { state: 'US-TX', article: '521.053(b)', day: '2026-05-01' },
  { state: 'US-VT', article: '2435(b)(1)', day: '2026-04-16' },
  { state: 'US-WA', article: '19.255.010(8)', day: '2026-04-01' },
  { state: 'US-WI', article: '134.98(3)(a)', day: '2026-04-16' },
];

// The least number of residents at which an authority is told, and the last day for it from 2 March 2026.
const AUTHORITIES = [
  { state: 'US-AL', article: '8-38-6(a)', atLeast: 1001, day: '2026-04-16' },
  { state: 'US-AR', article: '4-110-105(b)', atLeast: 1001, day: '2026-04-16' },
  { state: 'US-CO', article: '6-1-716(2)(f)', atLeast: 500, day: '2026-04-01' },
  { state: 'US-CT', article: '36a-701b(b)(2)', atLeast: 1, day: '2026-05-01' },
  { state: 'US-DE', article: '12B-102(d)', atLeast: 501, day: '2026-05-01' },
  { state: 'US-FL', article: '501.171(3)(a)', atLeast: 500, day: '2026-04-01' },
  { state: 'US-IN', article: '24-4.9-3-1(c)', atLeast: 1, day: '2026-04-16' },
  { state: 'US-LA', article: 'Administrative Code 16:III.701', atLeast: 1, day: '2026-05-11' },
  { state: 'US-NM', article: '57-12C-10', atLeast: 1001, day: '2026-04-16' },
  { state: 'US-OR', article: '646A.604(1)(b)', atLeast: 251, day: '2026-04-16' },
  { state: 'US-PA', article: '2303(a.1)', atLeast: 501, day: 'without undue delay' },
  { state: 'US-PR', article: '4052', atLeast: 1, day: '2026-03-12' },
  { state: 'US-TX', article: '521.053(i)', atLeast: 250, day: '2026-04-01' },
  { state: 'US-UT', article: '13-44-202(1)(c)', atLeast: 500, day: 'without undue delay' },
  // Fourteen business days: Town Meeting Day, 3 March 2026, is a holiday of Vermont.
  { state: 'US-VT', article: '2435(b)(3)(B)', atLeast: 1, day: '2026-03-23' },
  { state: 'US-WA', article: '19.255.010(7)', atLeast: 501, day: '2026-04-01' },
];

describe('the breach laws of the states', () => {
  for (const { state, article, day } of PERSONS) {
    it(`of ${state} have persons told by ${day} (${article})`, () => {
      assert.equal(daysOf(dutiesIn(state, 1000000))[`${state} ${article}`], day);
    });
  }

  it('of South Dakota give 60 days for persons, and none for the Attorney General of more than 250', () => {
    const due = (persons: number) => dutiesIn('US-SD', persons).filter(({ article }) => article === 'US-SD 22-40-20');
    assert.deepEqual(
      due(250).map(({ due: { kind } }) => kind),
      ['day'],
    );
    assert.deepEqual(
      due(251).map(({ due: { kind } }) => kind),
      ['day', 'without undue delay'],
    );
  });

  for (const { state, article, atLeast, day } of AUTHORITIES) {
    it(`of ${state} have the authority told of ${atLeast} residents or more (${article})`, () => {
      const key = `${state} ${article}`;
      const told = (persons: number) =>
        dutiesIn(state, persons).some((duty) => duty.article === key && !duty.recipient.startsWith('each resident'));
      assert.equal(told(atLeast), true);
      assert.equal(told(atLeast - 1), false);
      assert.equal(daysOf(dutiesIn(state, atLeast))[key], day);
    });
  }

  it('change with the day of awareness', () => {
    const dueIn = (state: string, aware: string, article: string) =>
      daysOf(dutiesIn(state, 600, { aware: `${aware}T12:00:00-06:00` }))[`${state} ${article}`];
    assert.equal(dueIn('US-NY', '2024-12-20', '899-aa(2)'), 'without undue delay');
    assert.equal(dueIn('US-NY', '2024-12-21', '899-aa(2)'), '2025-01-20');
    assert.equal(dueIn('US-TX', '2023-08-31', '521.053(i)'), '2023-10-30');
    assert.equal(dueIn('US-TX', '2023-09-01', '521.053(i)'), '2023-10-01');
    assert.equal(dueIn('US-OK', '2025-12-31', '163(E)'), undefined);
    assert.equal(dueIn('US-OK', '2026-01-01', '163(E)'), 'unknown');
  });

  it('count some days from when the persons were told', () => {
    const told = { personsInformed: '2026-04-03T10:00:00-05:00' };
    const due = (state: string, persons: number) => daysOf(dutiesIn(state, persons, told));
    assert.equal(due('US-OK', 500)['US-OK 163(E)'], '2026-06-02');
    assert.equal(due('US-OK', 499)['US-OK 163(E)'], undefined);
    assert.equal(due('US-LA', 1)['US-LA Administrative Code 16:III.701'], '2026-04-13');
    // Five working days after Friday 3 April 2026.
    assert.equal(due('US-IA', 501)['US-IA 715C.2(8)'], '2026-04-10');
    const [, notTold] = dutiesIn('US-IA', 501);
    assert.deepEqual(notTold?.due.kind === 'unknown' && notTold.due.decidedBy, ['personsInformed']);
  });

  it('of Rhode Island give agencies 30 days', () => {
    const due = daysOf(dutiesIn('US-RI', 10, { sectors: ['public-administration'] }));
    assert.equal(due['US-RI 11-49.3-4(a)(2)(i)'], '2026-04-01');
  });

  it('have consumer reporting agencies told above the threshold, in Minnesota within 48 hours', () => {
    const key = 'US-MN 325E.61(2)';
    assert.equal(owedOf(dutiesIn('US-MN', 500))[key], undefined);
    assert.equal(daysOf(dutiesIn('US-MN', 501))[key], '2026-03-04T09:00:00-05:00');
    assert.equal(owedOf(dutiesIn('US-TX', 10_000))['US-TX 521.053(h)'], undefined);
    assert.equal(owedOf(dutiesIn('US-TX', 10_001))['US-TX 521.053(h)'], 'yes');
  });

  it('have the Department of Financial Services of New York told by those only whom it licenses', () => {
    const owed = (more: Record<string, unknown>) =>
      dutiesIn('US-NY', 5, more).find(({ recipient }) => recipient.includes('Financial Services'));
    assert.equal(owed({ usRegulated: ['nydfs-licensed'] })?.owed, 'yes');
    assert.equal(owed({ usRegulated: [] }), undefined);
    assert.equal(owed({})?.owed, 'unknown');
    assert.ok(owed({})?.decidedBy?.includes('usRegulated'));
  });

  it('show the shortest period for people of whom only the country is known', () => {
    const [duty] = dutiesIn('US', 400);
    assert.equal(duty?.article, 'the law of each state');
    assert.equal(duty?.due.kind === 'day' && duty.due.day.toString(), '2026-04-01');
    assert.deepEqual(duty?.decidedBy, ['personsByCountry']);
    assert.equal(
      dutiesIn('US-NY', 400).some(({ article }) => article === 'the law of each state'),
      false,
    );
  });

  it('say of a state without a number that there is none', () => {
    assert.deepEqual(daysOf(dutiesIn('US-NV', 10)), { 'US-NV breach law': 'without undue delay' });
  });

  it('take a territory by either of its codes', () => {
    assert.deepEqual(daysOf(dutiesIn('PR', 10)), daysOf(dutiesIn('US-PR', 10)));
  });

  it('have who keeps data for others tell the owner, in some states within days', () => {
    const due = daysOf(dutiesIn('US-FL', 10, { role: 'processor' }));
    assert.deepEqual(due, { 'US-FL owner': '2026-03-12', 'the law of each state: owner': 'without undue delay' });
  });

  it('owe nothing for encrypted data, and leave California to its own regime', () => {
    assert.deepEqual(dutiesIn('US-NY', 1000, { unintelligible: true }), []);
    assert.deepEqual(dutiesIn('US-CA', 1000), []);
  });

  it('apply with a presence in the United States, and are presumed where people live there', () => {
    const answer = (facts: Record<string, unknown>) => {
      const { answer: given, isPresumed } = applicability(usStates, facts);
      return [given, isPresumed];
    };
    assert.deepEqual(answer({ establishments: ['US-TX'] }), ['yes', false]);
    assert.deepEqual(answer({ personsByCountry: [{ country: 'US-TX', persons: 3 }] }), ['unknown', true]);
    assert.deepEqual(answer({ establishments: ['FR'], offersTo: ['FR'] }), ['no', false]);
    assert.deepEqual(answer({}), ['unknown', false]);
  });

  it('never move a deadline backwards when awareness moves forwards', () => {
    const day = fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2028, 11, 31) });
    const property = (state: string, a: number, b: number) => {
      const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
        dutiesIn(state, 20_000, { aware: `${new Date(ms).toISOString()}[America/Chicago]` }).map(({ due }) =>
          due.kind === 'day' || due.kind === 'instant' ? due.at.epochMilliseconds : 0,
        ),
      );
      assert.equal(earlier?.length, later?.length);
      for (const [i, due] of (earlier ?? []).entries()) assert.ok(due <= (later?.[i] ?? 0), state);
    };
    fc.assert(fc.property(fc.constantFrom(...Object.keys(STATE_LAWS)), day, day, property), { numRuns: 200 });
  });

  it('have a name for each state, and versions that follow each other', () => {
    for (const [state, { name, versions }] of Object.entries(STATE_LAWS)) {
      assert.equal(STATE_NAMES[state], name);
      for (const [i, { from, until }] of versions.entries()) {
        const next = versions[i + 1];
        assert.equal(until === undefined, next === undefined, state);
        if (next !== undefined && until !== undefined) assert.ok(from < until && until < next.from, state);
      }
    }
  });
});
