import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability, daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import brazil from './brazil.ts';
import china from './china.ts';
import india from './india.ts';
import japan from './japan.ts';
import korea from './korea.ts';
import type { Duty } from './regime.ts';
import switzerland from './switzerland.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };
const articles = (duties: readonly Duty[]) => Object.keys(owedOf(duties));
const phaseDays = (duty: Duty | undefined) =>
  (duty?.phases ?? []).map(({ due }) => (due.kind === 'day' ? due.day.toString() : due.kind));

describe('laws that follow a place, in Asia, Brazil and Switzerland', () => {
  const LAWS = [
    { regime: brazil, place: 'BR' },
    { regime: japan, place: 'JP' },
    { regime: korea, place: 'KR' },
    { regime: china, place: 'CN' },
    { regime: india, place: 'IN' },
    { regime: switzerland, place: 'CH' },
  ];
  for (const { regime, place } of LAWS) {
    it(`apply in ${place} by establishment or offer, and are presumed where people live there`, () => {
      assert.equal(applicability(regime, { establishments: [place] }).answer, 'yes');
      assert.equal(applicability(regime, { personsByCountry: [{ country: place, persons: 1 }] }).isPresumed, true);
      assert.equal(applicability(regime, { establishments: ['FR'], offersTo: ['FR'] }).answer, 'no');
      const unknown = applicability(regime, {});
      assert.deepEqual([unknown.answer, unknown.isPresumed], ['unknown', false]);
    });
  }
});

describe('Brazil', () => {
  // Resolution 15/2024, Articles 6 and 9: working days of Brazil after knowledge; worked by hand.
  const DATES = [
    { aware: '2026-03-02T10:00:00-03:00', day: '2026-03-05', why: 'Monday to Thursday' },
    { aware: '2026-03-06T10:00:00-03:00', day: '2026-03-11', why: 'over a weekend' },
    { aware: '2026-04-20T10:00:00-03:00', day: '2026-04-24', why: 'Tiradentes on 21 April' },
    { aware: '2026-12-30T10:00:00-03:00', day: '2027-01-05', why: 'over New Year' },
  ];
  const harmful = { ...OPEN_STORE, significantHarm: true, data: ['health'] };
  for (const { aware, day, why } of DATES) {
    it(`has the ANPD and the persons told by ${day} after ${aware}: ${why}`, () => {
      const due = daysOf(dutiesOf(brazil, { ...harmful, aware }));
      assert.equal(due['6'], day);
      assert.equal(due['9'], day);
    });
  }

  it('lets the communication be completed within 20 working days, and asks for a declaration on the persons', () => {
    const duties = dutiesOf(brazil, { ...harmful, aware: '2026-03-02T10:00:00-03:00' });
    // 20 working days after 5 March: Good Friday is 3 April.
    assert.deepEqual(phaseDays(duties.find(({ article }) => article === '6')), ['2026-04-02']);
    assert.deepEqual(phaseDays(duties.find(({ article }) => article === '9')), ['2026-03-10']);
  });

  it('keeps the register for five years, also of what is not told', () => {
    const harmless = dutiesOf(brazil, { ...harmful, significantHarm: false, aware: '2026-03-02T10:00:00-03:00' });
    assert.deepEqual(articles(harmless), ['10']);
    assert.deepEqual(phaseDays(harmless[0]), ['2031-03-03']);
  });

  it('leaves open what is of none of the six kinds', () => {
    const owed = owedOf(dutiesOf(brazil, { ...OPEN_STORE, significantHarm: true, data: ['contact'], minors: false }));
    assert.equal(owed['6'], 'unknown');
  });

  it('had no number of days before 26 April 2024', () => {
    const before = daysOf(dutiesOf(brazil, { ...harmful, aware: '2024-04-25T10:00:00-03:00' }));
    assert.deepEqual(before, { 'LGPD 48': 'without undue delay', 'LGPD 48 (persons)': 'without undue delay' });
    assert.equal(daysOf(dutiesOf(brazil, { ...harmful, aware: '2024-04-26T10:00:00-03:00' }))['6'], '2024-05-02');
  });
});

describe('Japan', () => {
  const leak = (more: Record<string, unknown>) => ({ ...OPEN_STORE, intent: 'accidental', data: ['contact'], ...more });
  const report = (more: Record<string, unknown>) =>
    dutiesOf(japan, leak(more)).find(({ article }) => article === 'APPI 26(1), Rule 8(1)');

  // Rule 8 and guidelines 3-5-3-3: the day of knowledge is the first; worked by hand.
  const DATES = [
    { aware: '2026-03-02T10:00:00+09:00', first: '2026-03-04', fifth: '2026-03-06', final: '2026-03-31', why: 'plain' },
    {
      aware: '2026-03-06T10:00:00+09:00',
      first: '2026-03-08',
      fifth: '2026-03-10',
      final: '2026-04-06',
      why: 'the thirtieth is a Saturday',
    },
    {
      aware: '2026-12-01T10:00:00+09:00',
      first: '2026-12-03',
      fifth: '2026-12-05',
      final: '2027-01-04',
      why: 'offices close over New Year',
    },
  ];
  for (const { aware, first, fifth, final, why } of DATES) {
    it(`wants a first report by ${first} to ${fifth} and the final one by ${final}, from ${aware}: ${why}`, () => {
      const duty = report({ aware, persons: 1001 });
      assert.equal(duty?.due.kind === 'day' && duty.due.day.toString(), first);
      assert.deepEqual(phaseDays(duty), [fifth, final]);
    });
  }

  it('gives 60 days where a wrongful purpose is possible, and asks where that is not known', () => {
    const aware = '2026-03-02T10:00:00+09:00';
    assert.deepEqual(phaseDays(report({ aware, intent: 'malicious' })), ['2026-03-06', '2026-04-30']);
    const unknown = report({ aware, persons: 1001, intent: 'unknown' });
    assert.deepEqual(phaseDays(unknown), ['2026-03-06', '2026-03-31']);
    assert.ok(unknown?.decidedBy?.includes('intent'));
  });

  it('counts more than 1,000 people, and any number for sensitive data, money or a wrongful purpose', () => {
    assert.equal(report({ persons: 999 }), undefined);
    assert.equal(report({ persons: 1000 }), undefined);
    assert.equal(report({ persons: 1001 })?.owed, 'yes');
    assert.equal(report({ persons: 1, data: ['health'] })?.owed, 'yes');
    assert.equal(report({ persons: 1, data: ['payment-methods'] })?.owed, 'yes');
    assert.equal(report({ persons: 1, intent: 'malicious' })?.owed, 'yes');
  });

  it('wants nothing for encrypted data, and lets who was entrusted tell the principal', () => {
    assert.deepEqual(dutiesOf(japan, leak({ persons: 5000, unintelligible: true })), []);
    assert.deepEqual(articles(dutiesOf(japan, leak({ persons: 5000, role: 'processor' }))), ['APPI 26(1), proviso']);
  });

  it('carries the amendment of 2026 as not in force', () => {
    assert.deepEqual(
      japan.versions.map(({ status }) => status),
      ['in force', 'proposed'],
    );
  });
});

describe('South Korea', () => {
  const leak = { ...OPEN_STORE, exfiltration: 'proved', data: ['contact'], intent: 'accidental' };
  const persons = 'PIPA 34(1), decree 39';
  const commission = 'PIPA 34(4), decree 40';

  it('has persons told within 72 hours of every leak, and the commission of 1,000 people or more', () => {
    const aware = '2026-03-06T10:00:00+09:00';
    assert.deepEqual(articles(dutiesOf(korea, { ...leak, aware, persons: 999 })), [persons]);
    assert.deepEqual(daysOf(dutiesOf(korea, { ...leak, aware, persons: 1000 })), {
      [persons]: '2026-03-09T10:00:00+09:00',
      [commission]: '2026-03-09T10:00:00+09:00',
    });
    assert.ok(articles(dutiesOf(korea, { ...leak, aware, persons: 1, data: ['health'] })).includes(commission));
    assert.ok(articles(dutiesOf(korea, { ...leak, aware, persons: 1, intent: 'malicious' })).includes(commission));
  });

  it('has those told who may be concerned, since 11 September 2026', () => {
    const hacked = { ...OPEN_STORE, intent: 'malicious', exfiltration: 'unlikely', data: ['contact'], persons: 5 };
    const told = (aware: string) => articles(dutiesOf(korea, { ...hacked, aware })).includes('PIPA 34(2), decree 39-2');
    assert.equal(told('2026-09-10T10:00:00+09:00'), false);
    assert.equal(told('2026-09-11T10:00:00+09:00'), true);
  });
});

describe('China', () => {
  const aware = '2026-03-06T10:00:00+08:00';

  it('has a leak of a million people reported within four hours, and at once to department and persons', () => {
    const due = daysOf(dutiesOf(china, { ...OPEN_STORE, aware, persons: 1_000_000, sectors: ['cloud'] }));
    assert.deepEqual(due, {
      'Measures 4': '2026-03-06T14:00:00+08:00',
      'PIPL 57 (authority)': 'without undue delay',
      'PIPL 57 (persons)': 'without undue delay',
    });
    assert.equal(owedOf(dutiesOf(china, { ...OPEN_STORE, aware, persons: 999_999 }))['Measures 4'], undefined);
    assert.equal(owedOf(dutiesOf(china, { ...OPEN_STORE, aware }))['Measures 4'], 'unknown');
  });

  it('gives critical infrastructure one hour, and nobody a number before November 2025', () => {
    const critical = { ...OPEN_STORE, persons: 2_000_000, sectors: ['critical-infrastructure'] };
    assert.equal(daysOf(dutiesOf(china, { ...critical, aware }))['Measures 4'], '2026-03-06T11:00:00+08:00');
    const before = dutiesOf(china, { ...critical, aware: '2025-10-31T10:00:00+08:00' });
    assert.ok(before.every(({ due }) => due.kind === 'without undue delay'));
  });
});

describe('India', () => {
  it('has CERT-In told within six hours of the first sign', () => {
    const facts = { ...OPEN_STORE, detected: '2026-03-06T22:00:00+05:30', aware: '2026-03-07T10:00:00+05:30' };
    assert.deepEqual(daysOf(dutiesOf(india, facts)), { 'CERT-In Directions (ii)': '2026-03-07T04:00:00+05:30' });
  });

  it('adds the Data Protection Board and the persons from 13 May 2027', () => {
    const due = (aware: string) => daysOf(dutiesOf(india, { ...OPEN_STORE, aware }));
    assert.equal(due('2027-05-12T10:00:00+05:30')['Rule 7(2)(b)'], undefined);
    assert.equal(due('2027-05-13T10:00:00+05:30')['Rule 7(2)(b)'], '2027-05-16T10:00:00+05:30');
  });
});

describe('Switzerland', () => {
  it('has the commissioner told of a high risk as soon as it can be done, and controllers of everything', () => {
    const duties = dutiesOf(switzerland, { ...OPEN_STORE, significantHarm: true });
    assert.equal(owedOf(duties)['24(1)'], 'yes');
    assert.equal(owedOf(duties)['24(4)'], 'unknown');
    assert.deepEqual(articles(dutiesOf(switzerland, { role: 'processor' })), ['24(3)']);
  });

  it('has critical infrastructure report a cyberattack within 24 hours since April 2025', () => {
    const operator = { ...OPEN_STORE, intent: 'malicious', sectors: ['critical-infrastructure'] };
    const due = (aware: string) => daysOf(dutiesOf(switzerland, { ...operator, aware }))['ISA 74e'];
    assert.equal(due('2025-03-31T10:00:00+02:00'), undefined);
    assert.equal(due('2025-04-01T10:00:00+02:00'), '2025-04-02T10:00:00+02:00');
  });
});
