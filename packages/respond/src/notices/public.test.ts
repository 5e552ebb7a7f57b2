import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { completeDocument, documents, factsOf, SENTENCE } from '../../testing/letter-facts.ts';
import { shortcomingsOf } from './letters/completeness.ts';
import { LANGUAGES, type Language } from './notice.ts';
import { PRESS, WEB_PAGE } from './public.ts';

function toldToAll(language: Language): Readonly<Record<string, unknown>> {
  return {
    ...completeDocument(language),
    persons: { lower: 1200, upper: 3400 },
    disproportionateEffort: true,
    incidentPage: 'https://exemple.example/incident',
    pressContact: { name: 'Dominique Petit', phone: '01 98 76 54 32' },
    updates: [
      { at: '2026-03-10T09:00:00+01:00', says: SENTENCE[language] },
      { at: '2026-03-12T09:00:00+01:00', says: SENTENCE[language] },
    ],
  };
}

for (const language of LANGUAGES) {
  describe(`what is told to the public in ${language}`, () => {
    const facts = factsOf(toldToAll(language));

    it('passes the gate of a letter when nothing is left to ask', () => {
      for (const notice of [PRESS, WEB_PAGE]) {
        const draft = notice.draft(facts, language);
        assert.deepEqual(draft.missing, [], notice.id);
        assert.deepEqual(shortcomingsOf(draft, facts), [], notice.id);
      }
    });

    it('names the page and the contact for the press, and asks for them where nobody has said', () => {
      assert.ok(JSON.stringify(PRESS.draft(facts, language)).includes('01 98 76 54 32'));
      const open = factsOf({ ...toldToAll(language), incidentPage: null, pressContact: null, persons: null });
      assert.deepEqual(
        PRESS.draft(open, language).missing.map(({ id }) => id),
        ['persons', 'incidentPage', 'pressContact'],
      );
    });

    it('tells what is new with its day, the newest first', () => {
      const updates = WEB_PAGE.draft(facts, language).blocks.find(
        (block) => block.kind === 'list' && block.items.every((item) => item.includes(SENTENCE[language])),
      );
      assert.ok(updates?.kind === 'list');
      assert.match(updates.items[0] ?? '', /12/);
      assert.match(updates.items[1] ?? '', /10/);
    });

    it('passes the gate exactly when no question is open', () => {
      fc.assert(
        fc.property(documents(language), (document) => {
          const stated = factsOf({ ...toldToAll(language), ...document });
          for (const notice of [PRESS, WEB_PAGE]) {
            const draft = notice.draft(stated, language);
            const lacks = shortcomingsOf(draft, stated);
            assert.equal(draft.missing.length === 0, lacks.length === 0, JSON.stringify(lacks));
          }
        }),
        { numRuns: 30 },
      );
    });
  });
}

describe('how many people it is about', () => {
  it('is said as it is known, and never as a number where it is not', () => {
    const text = (persons: unknown) =>
      JSON.stringify(PRESS.draft(factsOf({ ...toldToAll('en'), persons }), 'en').blocks);
    assert.ok(text({ lower: 1200, upper: 3400 }).includes('between 1,200 and 3,400'));
    assert.ok(text({ lower: 1200 }).includes('at least this many people: 1,200'));
    assert.ok(text(1200).includes('about this many people: 1,200'));
    assert.ok(text(null).includes('"fact":"persons"'));
  });
});

describe('why people are told in public', () => {
  it('is for a person to say', () => {
    const lead = (disproportionateEffort: unknown) =>
      JSON.stringify(WEB_PAGE.draft(factsOf({ ...toldToAll('en'), disproportionateEffort }), 'en'));
    assert.ok(lead(true).includes('cannot write to each person'));
    assert.ok(!lead(false).includes('cannot write to each person'));
    assert.ok(lead(null).includes('"fact":"disproportionateEffort"'));
  });
});
