import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeDocument, factsOf } from '../../testing/letter-facts.ts';
import { DATA_CATEGORIES, type DataCategory } from '../facts/data-category.ts';
import { draftLetter } from './article-34.ts';
import { consequenceMark, measureMark } from './letters/marks.ts';
import { type Block, LANGUAGES, type Language, type NoticeDraft } from './notice.ts';

const CATEGORIES = (Object.keys(DATA_CATEGORIES) as DataCategory[]).filter(
  (category) => category !== 'not-yet-known' && category !== 'other',
);

function letter(language: Language, changes: Readonly<Record<string, unknown>> = {}, group = 'users' as const) {
  return draftLetter(factsOf({ ...completeDocument(language), ...changes }), language, group);
}

function textOf({ blocks }: Pick<NoticeDraft, 'blocks'>): string {
  return blocks.map(textOfBlock).join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.join('\n');
    case 'table':
      return block.rows.flat().join('\n');
    case 'question':
      return block.question.text;
    default:
      return block.text;
  }
}

/** Fact taken away → the questions that its absence raises. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  organisationName: ['organisationName'],
  dpo: ['dpo'],
  establishments: ['authority'],
  nature: ['nature'],
  incident: ['incident'],
  exfiltration: ['exfiltration'],
  since: ['since'],
  until: ['ongoing'],
  data: ['data'],
  credentials: ['credentials'],
  measuresTaken: ['measuresTaken'],
  measuresForPersons: ['measuresForPersons'],
  writtenIn: ['writtenIn'],
  aware: [],
  unintelligible: [],
  timeZone: [],
};

for (const language of LANGUAGES) {
  describe(`the letter to people in ${language}`, () => {
    it('has a consequence and a measure of their own for each type of data', () => {
      const told = new Map<string, string>();
      for (const category of CATEGORIES) {
        const exposure = { category, harm: 'disclosed' } as const;
        const { blocks } = letter(language, { data: [category], credentials: null, kinds: null });
        const marked = (mark: string) => blocks.filter(({ marks }) => marks?.includes(mark)).map(textOfBlock);
        assert.ok(marked(consequenceMark(exposure)).join().length > 15, category);
        assert.ok(marked(measureMark(exposure)).join().length > 15, category);
        told.set(category, [...marked(consequenceMark(exposure)), ...marked(measureMark(exposure))].join());
      }
      assert.ok(new Set(told.values()).size >= 15, 'types of data that differ are told of in words that differ');
    });

    it('asks exactly for what nobody has said', () => {
      assert.deepEqual(letter(language).missing, []);
      for (const [fact, ids] of Object.entries(QUESTIONS)) {
        const { missing, blocks } = letter(language, { [fact]: null });
        assert.deepEqual(
          missing.map(({ id }) => id),
          ids,
          fact,
        );
        assert.deepEqual(
          blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : [])),
          missing,
        );
      }
    });

    it('writes what is done for people and who to ask as they were stated, and nothing in their place', () => {
      const text = textOf(letter(language));
      for (const stated of ['Exemple', 'Camille Martin', 'dpo@exemple.example', '01 23 45 67 89', 'CNIL']) {
        assert.ok(text.includes(stated), stated);
      }
      assert.ok(!textOf(letter(language, { dpo: null })).includes('Camille Martin'));
    });

    it('hands sentences in another language back to be translated, and sends none as they are', () => {
      const { missing } = letter(language, { writtenIn: 'nl' });
      assert.deepEqual(
        missing.map(({ id }) => id),
        ['translate-measure-1', 'translate-for-persons-1'],
      );
    });
  });
}

describe('whom people can complain to', () => {
  const asked = (establishments: readonly string[]) => letter('en', { establishments }).missing;

  it('is asked for by the fact that would decide it', () => {
    assert.deepEqual(
      asked(['FR', 'DE']).map(({ id, fact }) => [id, fact]),
      [['authority', 'mainEstablishment']],
    );
    assert.deepEqual(
      asked(['US']).map(({ id, fact }) => [id, fact]),
      [['authority', 'personsByCountry']],
    );
    assert.deepEqual(asked(['DK']), []);
  });

  it('is each authority by name and country where a controller has none of its own', () => {
    const personsByCountry = ['DK', 'NO', 'DE'].map((country) => ({ country, persons: 5 }));
    const text = textOf(letter('en', { establishments: ['US'], personsByCountry }));
    for (const name of ['Datatilsynet, Denmark', 'Datatilsynet, Norway', 'German state'])
      assert.ok(text.includes(name), name);
  });
});

describe('days in a letter', () => {
  const days = Object.fromEntries(LANGUAGES.map((language) => [language, textOf(letter(language))]));
  it('are written as the language writes them, the first of a month too', () => {
    for (const [language, day] of Object.entries({
      en: '1 March 2026',
      fr: '1er mars 2026',
      de: '1. März 2026',
      es: '1 de marzo de 2026',
      it: 'domenica 1º marzo 2026',
      zh: '2026年3月1日',
    })) {
      assert.ok(days[language]?.includes(day), `${language}: ${day}`);
    }
  });

  it('are those of the zone in which the team works', () => {
    const changes = { since: '2026-03-01T23:30:00Z', timeZone: 'Europe/Paris', aware: null };
    assert.ok(textOf(letter('en', changes)).includes('2 March 2026'));
  });
});

describe('a letter in French', () => {
  it('breaks no line before a colon or within quotation marks', () => {
    const text = textOf(draftLetter(factsOf(completeDocument('fr')), 'fr', 'parents'));
    assert.match(text, /«\u00a0vous\u00a0»/);
    assert.doesNotMatch(text, / [:;?!»]|« /);
  });
});

describe('what a letter says', () => {
  it('depends on who has the data', () => {
    const sent = {
      incident: ['r'],
      recipients: 'known',
      deletionConfirmed: true,
      recipientsTrusted: true,
      until: null,
    };
    const text = textOf(letter('en', sent));
    assert.ok(text.includes('deleted it or sent it back'));
    assert.ok(text.includes('unlikely that harm'));
    assert.ok(!text.includes('end to it'), 'a message that went astray cannot be stopped');
    assert.ok(!textOf(letter('en')).includes('unlikely that harm'));
  });

  it('tells of care and not of strangers when a hospital could not use its data', () => {
    const ransom = {
      nature: ['availability'],
      incident: ['b'],
      exfiltration: 'ruled-out',
      restoreHours: 57,
      data: ['health'],
    };
    const text = textOf(draftLetter(factsOf({ ...completeDocument('en'), ...ransom }), 'en', 'parents'));
    assert.ok(text.includes('operation'));
    assert.ok(text.includes('2 days'));
    assert.ok(!text.includes('stranger'));
  });

  it('tells a card from an account where a scan found which it is', () => {
    const of = (kind: string) =>
      textOf(letter('en', { data: ['payment-methods', 'financial'], kinds: [{ kind, rows: 5 }] }));
    assert.ok(of('payment/card').includes('blocked and replaced'));
    assert.ok(!of('payment/card').includes('direct debit'));
    assert.ok(of('payment/iban').includes('13 months'));
    assert.ok(!of('payment/iban').includes('blocked and replaced'));
  });

  it('speaks to parents of their child', () => {
    const text = textOf(draftLetter(factsOf(completeDocument('en')), 'en', 'parents'));
    assert.ok(text.includes('we mean your child'));
    assert.ok(text.includes('not their fault'));
  });

  it('asks again for what two sources tell differently', () => {
    const { missing } = letter('en', { data: ['credentials'], credentials: 'none' });
    assert.deepEqual(
      missing.map(({ id }) => id),
      ['data'],
    );
  });
});
