import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf } from '../../testing/regime-harness.ts';
import france from './france.ts';

const COMPANY = { establishments: ['FR'], insured: true, intent: 'malicious' };
/** A Friday evening before Easter Monday. */
const AWARE = '2026-04-03T17:30:00+02:00[Europe/Paris]';
const dutyOf = (prefix: string, document: Record<string, unknown>, day = '2026-04-03') =>
  dutiesOn(france, day, { ...COMPANY, ...document }).find(({ article }) => article.startsWith(prefix));
const complaint = (document: Record<string, unknown>, day?: string) => dutyOf('Code des assurances', document, day);

describe('the rules of France', () => {
  it('apply to whoever is established there', () => {
    const answer = (document: Record<string, unknown>) => france.applies(factsOf(document)).answer;
    assert.equal(answer({ establishments: ['DE', 'FR'] }), 'yes');
    assert.equal(answer({ establishments: ['DE'], offersTo: ['FR'] }), 'no');
    assert.equal(answer({ offersTo: ['FR'] }), 'unknown');
  });
});

describe('the complaint for the insurance', () => {
  it('is due 72 elapsed hours after the attack became known, on Easter Monday too', () => {
    assert.equal(dueOf(complaint({ incidentAware: AWARE })?.due), '2026-04-06T17:30:00+02:00');
    assert.equal(dueOf(complaint({})?.due), 'unknown');
  });

  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'unknown' | undefined][] = [
    ['insured, and attacked', {}, 'yes'],
    ['nobody knows whether insured', { insured: null }, 'unknown'],
    ['not insured', { insured: false }, undefined],
    ['a mistake of which somebody made use', { intent: 'accidental', exfiltration: 'proved' }, 'unknown'],
    [
      'a mistake of which logs show that nobody made use',
      { intent: 'accidental', exfiltration: 'ruled-out' },
      undefined,
    ],
    ['nobody knows whether attacked', { intent: null }, 'unknown'],
    [
      'open, and logs show that nobody used it',
      { intent: null, nature: ['confidentiality'], exfiltration: 'ruled-out' },
      undefined,
    ],
    [
      'out of reach, and nothing taken: ransomware',
      { intent: null, nature: ['availability'], exfiltration: 'ruled-out' },
      'unknown',
    ],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected ?? 'not owed'}: ${what}`, () => assert.equal(complaint(document)?.owed, expected));
  }

  it('names what would decide it', () => {
    assert.deepEqual(complaint({ insured: null, intent: null })?.decidedBy, ['insured', 'intent', 'exfiltration']);
  });

  it('is asked for since 24 April 2023', () => {
    assert.equal(complaint({}, '2023-04-23'), undefined);
    assert.equal(complaint({}, '2023-04-24')?.owed, 'yes');
  });
});

describe('the authorities of France', () => {
  it('are told at once by health services, where health data or care is hit', () => {
    const owed = (document: Record<string, unknown>) => dutyOf('Code de la santé publique', document)?.owed;
    assert.equal(owed({ sectors: ['health'], data: ['health', 'contact'] }), 'yes');
    assert.equal(owed({ sectors: ['health'], nature: ['availability'] }), 'yes');
    assert.equal(owed({ sectors: ['health'] }), 'unknown');
    assert.equal(owed({ sectors: ['retail'], data: ['health'] }), undefined);
  });

  it('are told by operators of vital and of essential services', () => {
    assert.match(dutyOf('Code de la défense', { designations: ['vital-operator'] })?.recipient ?? '', /ANSSI/);
    assert.match(dutyOf('loi 2018-133', { designations: ['essential-services-operator'] })?.recipient ?? '', /ANSSI/);
    assert.equal(dutyOf('loi 2018-133', { designations: [] }), undefined);
    const owed = (significantIncident: boolean | null) =>
      dutyOf('Code de la défense', { designations: ['vital-operator'], significantIncident })?.owed;
    assert.deepEqual([owed(true), owed(null), owed(false)], ['yes', 'unknown', undefined]);
  });

  it('ask for the second step 72 hours after the first, of a controller for whom CNIL is the authority', () => {
    const second = (document: Record<string, unknown>) => dutyOf('CNIL', { authorityNotified: AWARE, ...document });
    assert.equal(dueOf(second({})?.due), '2026-04-06T17:30:00+02:00');
    assert.equal(dueOf(second({ authorityNotified: null })?.due), 'unknown');
    assert.equal(second({ role: 'processor' }), undefined);
    assert.equal(second({ establishments: ['FR', 'DE'], mainEstablishment: 'DE' }), undefined);
    const noRisk = dutiesOn(france, '2026-04-03', COMPANY, { from: 'none', to: 'none' });
    assert.ok(noRisk.every(({ article }) => !article.startsWith('CNIL')));
  });
});
