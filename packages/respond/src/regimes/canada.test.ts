import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import canada from './canada.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

describe('Canada', () => {
  it('wants every breach recorded for 24 months, and those with a real risk of significant harm reported', () => {
    const harmless = dutiesOf(canada, {
      ...HARMFUL,
      significantHarm: false,
      personsByCountry: [{ country: 'CA-ON', persons: 5 }],
    });
    assert.deepEqual(Object.keys(owedOf(harmless)), ['10.3']);
    const harmful = dutiesOf(canada, { ...HARMFUL, personsByCountry: [{ country: 'CA-ON', persons: 5 }] });
    assert.deepEqual(Object.keys(owedOf(harmful)), ['10.3', '10.1(1)', '10.1(3)', '10.2']);
    assert.ok(harmful.every(({ due }) => due.kind === 'without undue delay'));
  });

  it('keeps the record until the same day two years later', () => {
    const kept = (aware: string) => {
      const [phase] = dutiesOf(canada, { ...HARMFUL, aware })[0]?.phases ?? [];
      return phase?.due.kind === 'day' && phase.due.calendarDay.toString();
    };
    assert.equal(kept('2026-03-31T10:00:00-04:00'), '2028-03-31');
    assert.equal(kept('2028-02-29T10:00:00-05:00'), '2030-02-28');
  });

  it('adds Québec since 22 September 2022, and Alberta, for people there', () => {
    const articles = (country: string, aware = '2026-03-02T10:00:00-05:00') =>
      Object.keys(owedOf(dutiesOf(canada, { ...HARMFUL, aware, personsByCountry: [{ country, persons: 5 }] }))).slice(
        4,
      );
    assert.deepEqual(articles('CA-QC'), ['P-39.1, 3.5', 'P-39.1, 3.5 (persons)', 'P-39.1, 3.8']);
    assert.deepEqual(articles('CA-QC', '2022-09-21T10:00:00-04:00'), []);
    assert.deepEqual(articles('CA-AB'), ['PIPA (Alberta), 34.1']);
    const unknown = owedOf(dutiesOf(canada, { ...HARMFUL, personsByCountry: [{ country: 'CA', persons: 5 }] }));
    assert.equal(unknown['P-39.1, 3.5'], 'unknown');
  });

  it('asks for a judgement of the harm where the risk does not tell', () => {
    const report = dutiesOf(canada, { role: 'controller' }).find(({ article }) => article === '10.1(1)');
    assert.equal(report?.owed, 'unknown');
    assert.deepEqual(report?.decidedBy, ['significantHarm']);
  });
});
