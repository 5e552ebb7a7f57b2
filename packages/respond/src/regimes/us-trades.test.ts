import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability, daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import hipaa from './hipaa.ts';
import sec8k from './sec-8k.ts';
import usFtcHealth from './us-ftc-health.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';
import usNydfs from './us-nydfs.ts';

const OPEN_STORE = { unintelligible: false, exfiltration: 'unknown', nature: ['confidentiality'], role: 'controller' };
const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('rules of the United States for certain trades', () => {
  it('apply to whom the facts name, and else are only named', () => {
    const regimes = [hipaa, usFtcHealth, sec8k, usGlbaSafeguards, usNydfs];
    for (const regime of regimes) {
      assert.equal(applicability(regime, { usRegulated: [] }).answer, 'no');
      const unknown = applicability(regime, {});
      assert.deepEqual([unknown.answer, unknown.isPresumed, unknown.decidedBy], ['unknown', false, ['usRegulated']]);
    }
    assert.equal(applicability(sec8k, { usRegulated: ['sec-registrant'] }).answer, 'yes');
    assert.equal(applicability(hipaa, { usRegulated: ['sec-registrant', 'hipaa-business-associate'] }).answer, 'yes');
  });

  it('presume HIPAA of an organisation of the health sector in the United States', () => {
    assert.equal(applicability(hipaa, { sectors: ['health'], establishments: ['US-TX'] }).isPresumed, true);
    assert.equal(applicability(hipaa, { sectors: ['health'], establishments: ['FR'] }).isPresumed, false);
  });
});

describe('HIPAA', () => {
  const covered = (more: Record<string, unknown>) => ({
    ...OPEN_STORE,
    usRegulated: ['hipaa-covered-entity'],
    ...more,
  });

  // 45 CFR 164.404(b) and 164.408: calendar days; worked by hand.
  const DATES = [
    { aware: '2026-01-01', persons: '2026-03-02', yearEnd: '2027-03-01', why: 'an ordinary year' },
    { aware: '2026-12-31', persons: '2027-03-01', yearEnd: '2027-03-01', why: 'the last day of a year' },
    { aware: '2027-07-05', persons: '2027-09-03', yearEnd: '2028-02-29', why: 'a leap year follows' },
    { aware: '2028-01-01', persons: '2028-03-01', yearEnd: '2029-03-01', why: 'in a leap year' },
  ];
  for (const { aware, persons, yearEnd, why } of DATES) {
    it(`from ${aware} has persons told by ${persons}, and the log sent by ${yearEnd}: ${why}`, () => {
      const due = daysOf(dutiesOf(hipaa, covered({ aware: at(aware), persons: 499 })));
      assert.equal(due['164.404'], persons);
      assert.equal(due['164.408(c)'], yearEnd);
      assert.equal(due['164.408(b)'], undefined);
    });
  }

  it('has the Secretary told at once from 500 people on, and media of more than 500 in one state', () => {
    const owed = (persons: number, state = 'US-OH') =>
      Object.keys(owedOf(dutiesOf(hipaa, covered({ persons, personsByCountry: [{ country: state, persons }] }))));
    assert.deepEqual(owed(499), ['164.404', '164.408(c)']);
    assert.deepEqual(owed(500), ['164.404', '164.408(b)']);
    assert.deepEqual(owed(501), ['164.404', '164.406', '164.408(b)']);
    const spread = ['US-OH', 'US-TX'].map((country) => ({ country, persons: 300 }));
    const inTwo = owedOf(dutiesOf(hipaa, covered({ persons: 600, personsByCountry: spread })));
    assert.deepEqual(Object.keys(inTwo), ['164.404', '164.408(b)']);
  });

  it('shows both clocks of the Secretary where the number is not known', () => {
    const owed = owedOf(dutiesOf(hipaa, covered({})));
    assert.equal(owed['164.408(b)'], 'unknown');
    assert.equal(owed['164.408(c)'], 'unknown');
    assert.equal(owed['164.406'], 'unknown');
  });

  it('presumes that access is a breach, until it is ruled out', () => {
    assert.equal(owedOf(dutiesOf(hipaa, covered({})))['164.404'], 'yes');
    assert.equal(owedOf(dutiesOf(hipaa, covered({ exfiltration: 'unlikely' })))['164.404'], 'unknown');
    assert.deepEqual(dutiesOf(hipaa, covered({ exfiltration: 'ruled-out' })), []);
    assert.deepEqual(dutiesOf(hipaa, covered({ unintelligible: true })), []);
  });

  it('has a business associate tell the covered entity within 60 days', () => {
    const associate = { ...OPEN_STORE, usRegulated: ['hipaa-business-associate'], aware: at('2026-06-01') };
    assert.deepEqual(daysOf(dutiesOf(hipaa, associate)), { '164.410': '2026-07-31' });
  });

  it('carries the proposed 24 hours as not in force', () => {
    const [, proposed] = hipaa.versions;
    assert.equal(proposed?.status, 'proposed');
    assert.equal(proposed?.source.checked, 'unverified');
  });
});

describe('the rule of the FTC for personal health records', () => {
  const vendor = (more: Record<string, unknown>) => ({
    ...OPEN_STORE,
    usRegulated: ['personal-health-records'],
    ...more,
  });

  it('has the FTC told with the persons since 29 July 2024, and within ten business days before', () => {
    const due = (aware: string) =>
      daysOf(dutiesOf(usFtcHealth, vendor({ persons: 500, aware: at(aware) })))['318.4(b)'];
    assert.equal(due('2024-07-29'), '2024-09-27');
    assert.equal(due('2024-07-26'), '2024-08-09');
    // Independence Day does not count.
    assert.equal(due('2024-07-01'), '2024-07-16');
  });

  it('has fewer than 500 in the log of the year, and 500 of one state in its media', () => {
    const owed = (persons: number) =>
      Object.keys(
        owedOf(dutiesOf(usFtcHealth, vendor({ persons, personsByCountry: [{ country: 'US-OH', persons }] }))),
      );
    assert.deepEqual(owed(499), ['318.3(a)(1)', '318.5(c)']);
    assert.deepEqual(owed(500), ['318.3(a)(1)', '318.4(b)', '318.5(b)']);
  });

  it('has a service provider tell the vendor', () => {
    const provider = vendor({ role: 'processor', aware: at('2026-06-01') });
    assert.deepEqual(daysOf(dutiesOf(usFtcHealth, provider)), { '318.3(b)': '2026-07-31' });
  });
});

describe('Form 8-K, Item 1.05', () => {
  // Four business days of the federal calendar after the determination, General Instruction B.1; worked by hand.
  const DATES = [
    { determined: '2026-03-02T10:00:00-05:00', day: '2026-03-06', why: 'Monday to Friday' },
    { determined: '2026-03-05T10:00:00-05:00', day: '2026-03-11', why: 'over a weekend' },
    { determined: '2026-03-07T10:00:00-05:00', day: '2026-03-12', why: 'a Saturday: Monday is the first day' },
    { determined: '2026-06-17T10:00:00-04:00', day: '2026-06-24', why: 'over Juneteenth, a Friday' },
    { determined: '2026-07-01T10:00:00-04:00', day: '2026-07-08', why: 'Independence Day is kept on Friday 3 July' },
    { determined: '2026-11-24T10:00:00-05:00', day: '2026-12-01', why: 'over Thanksgiving' },
    { determined: '2026-12-23T10:00:00-05:00', day: '2026-12-30', why: 'over Christmas' },
    { determined: '2026-12-29T10:00:00-05:00', day: '2027-01-05', why: 'over New Year' },
    { determined: '2026-03-03T02:00:00+01:00[Europe/Paris]', day: '2026-03-06', why: 'it is still Monday in New York' },
  ];
  for (const { determined, day, why } of DATES) {
    it(`is due on ${day} after ${determined}: ${why}`, () => {
      const facts = { usRegulated: ['sec-registrant'], aware: at('2026-03-01'), materialityDetermined: determined };
      assert.deepEqual(daysOf(dutiesOf(sec8k, facts)), { 'Item 1.05(a)': day });
    });
  }

  it('has no deadline before the determination, which must not be put off', () => {
    const [determination, form] = dutiesOf(sec8k, { usRegulated: ['sec-registrant'], aware: at('2026-03-01') });
    assert.equal(determination?.due.kind, 'without undue delay');
    assert.equal(form?.owed, 'unknown');
    assert.deepEqual(form?.due.kind === 'unknown' && form.due.decidedBy, ['materialityDetermined']);
  });
});

describe('the Safeguards Rule', () => {
  it('has the FTC told within 30 days of 500 consumers or more', () => {
    const duties = (persons: unknown) =>
      dutiesOf(usGlbaSafeguards, {
        ...OPEN_STORE,
        usRegulated: ['ftc-financial-institution'],
        aware: at('2026-01-31'),
        persons,
      });
    assert.deepEqual(duties(499), []);
    assert.deepEqual(daysOf(duties(500)), { '314.4(j)': '2026-03-02' });
    assert.equal(owedOf(duties({ lower: 100 }))['314.4(j)'], 'unknown');
  });
});

describe('the NYDFS', () => {
  const licensed = { ...OPEN_STORE, usRegulated: ['nydfs-licensed'], aware: at('2026-03-06') };

  it('is told within 72 hours, whatever the weekend', () => {
    const due = daysOf(dutiesOf(usNydfs, { ...licensed, serviceImpact: 'severe' }));
    // Clocks go forward on 8 March 2026.
    assert.equal(due['500.17(a)(1)'], '2026-03-09T10:00:00-04:00');
    assert.equal(owedOf(dutiesOf(usNydfs, licensed))['500.17(a)(1)'], 'unknown');
  });

  it('is told of a ransom within 24 hours, and why within 30 days', () => {
    const paid = dutiesOf(usNydfs, { ...licensed, ransomPaid: '2026-03-10T12:00:00-04:00' });
    const payment = paid.find(({ article }) => article === '500.17(c)(1)');
    assert.equal(daysOf(paid)['500.17(c)(1)'], '2026-03-11T12:00:00-04:00');
    const [phase] = payment?.phases ?? [];
    assert.equal(phase?.due.kind === 'day' && phase.due.day.toString(), '2026-04-09');
  });
});
