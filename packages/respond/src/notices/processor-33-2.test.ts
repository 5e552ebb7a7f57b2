import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeDocument, factsOf } from '../../testing/letter-facts.ts';
import type { NoticeDraft } from './notice.ts';
import { PROCESSOR_33_2 } from './processor-33-2.ts';
import { NOTICES, noticeLanguage } from './registry.ts';

function known(language: 'en' | 'fr'): Readonly<Record<string, unknown>> {
  return {
    ...completeDocument(language),
    role: 'processor',
    processorAware: '2026-03-09T11:20:00+01:00',
    persons: { lower: 1200, upper: 3400 },
    records: 5000,
    personsByCountry: [{ country: 'FR', persons: { lower: 1000 } }],
  };
}

function draft(language: 'en' | 'fr', changes: Readonly<Record<string, unknown>> = {}): NoticeDraft {
  return PROCESSOR_33_2.draft(factsOf({ ...known(language), ...changes }), language);
}

describe('the notice of a processor to its customers', () => {
  it('holds what a controller needs for its own notification', () => {
    const expected = {
      en: [
        '9 March 2026 at 11:20',
        '72 hours',
        'between 1,200 and 3,400',
        '5,000',
        'France',
        'health',
        'identity theft',
        'dpo@exemple.example',
        'cannot be told',
      ],
      fr: [
        '9 mars 2026 à 11:20',
        '72 heures',
        'entre 1 200 et 3 400',
        '5 000',
        'France',
        'santé',
        'usurpation',
        'dpo@exemple.example',
        'impossible à dire',
      ],
    };
    for (const language of ['en', 'fr'] as const) {
      const { missing, blocks } = draft(language);
      assert.deepEqual(missing, []);
      const text = JSON.stringify(blocks).replace(/[\u00a0\u202f]/g, ' ');
      for (const words of expected[language]) assert.ok(text.includes(words), `${language}: ${words}`);
    }
  });

  it('asks for each fact that is unknown, and only for those', () => {
    const asked = [
      'organisationName',
      'processorAware',
      'incident',
      'nature',
      'since',
      'exfiltration',
      'unintelligible',
      'data',
      'persons',
      'records',
      'measuresTaken',
      'dpo',
    ];
    for (const fact of asked) {
      assert.deepEqual(
        draft('en', { [fact]: null }).missing.map(({ id }) => id),
        [fact],
      );
    }
  });

  it('does not assess the risk', () => {
    assert.ok(JSON.stringify(draft('en').blocks).includes('have not assessed the risk'));
  });
});

describe('the language of a notice', () => {
  it('is the one that was asked for, or another one that is told', () => {
    assert.deepEqual(noticeLanguage(PROCESSOR_33_2, 'fr'), { language: 'fr' });
    const { language, fallback } = noticeLanguage(PROCESSOR_33_2, 'de');
    assert.equal(language, 'en');
    assert.match(fallback ?? '', /not written in de/);
    for (const notice of NOTICES) {
      assert.match(noticeLanguage(notice, 'nl').fallback ?? '', /not written in nl/);
      for (const own of notice.languages) assert.equal(notice.draft(factsOf({}), own).language, own);
    }
  });
});
