import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyFacts } from '../../testing/facts-arbitrary.ts';
import { assess } from '../assess.ts';
import { parseFacts } from '../facts/document.ts';
import { noFacts } from '../facts/facts.ts';
import { AUTHORITY_FORMS, draftAuthorityNotice, FORM_AUTHORITIES } from './authority-forms.ts';
import { CNIL_SECTIONS } from './cnil/form.ts';
import {
  BANDS_OF_PERSONS,
  CAUSES,
  DATA,
  HARMS,
  INFORMED,
  NATURES,
  ORIGINS,
  PEOPLE,
  SENSITIVE_DATA,
} from './cnil/vocabulary.ts';
import { fieldOf } from './edpb-template/fields.ts';
import { parseStatedAnswers } from './edpb-template/stated-answers.ts';
import type { NoticeDraft } from './notice.ts';

function draft(authority: 'edpb' | 'cnil', document: Record<string, unknown>, answers: Record<string, unknown> = {}) {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read);
  const { stated } = parseStatedAnswers(answers);
  return draftAuthorityNotice(authority, read.facts, assess(read.facts), 'fr', stated);
}

/** What stands beside a label. */
function cell({ blocks }: NoticeDraft, label: string): string | undefined {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return rows.find(([name]) => name === label)?.[1];
}

describe('the forms of authorities', () => {
  it('are named as their notices are', () => {
    for (const authority of FORM_AUTHORITIES) assert.equal(AUTHORITY_FORMS[authority].notice.id, authority);
  });

  it('mark every question that is missing in the text once, and no other', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...FORM_AUTHORITIES),
        fc.constantFrom('en', 'fr', 'de'),
        (facts, authority, language) => {
          const notice = draftAuthorityNotice(authority, facts, assess(facts), language);
          const marked = notice.blocks.flatMap((block) => (block.kind === 'question' ? [block.question.id] : []));
          assert.deepEqual([...marked].sort(), notice.missing.map(({ id }) => id).sort());
          assert.equal(new Set(marked).size, marked.length);
          assert.doesNotMatch(JSON.stringify(notice.blocks), /undefined|NaN|Infinity|\[object/);
          assert.ok(AUTHORITY_FORMS[authority].notice.languages.some((one) => one === notice.language));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('say that they are incomplete, and in which language they are', () => {
    const german = draftAuthorityNotice('edpb', noFacts(), assess(noFacts()), 'de');
    const texts = german.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    assert.equal(german.language, 'en');
    assert.ok(texts.some((text) => text.startsWith('Incomplete: ')));
    assert.ok(texts.some((text) => text.includes('English and French only')));
  });

  it('say until when, and that the time is past', () => {
    const read = parseFacts({
      aware: '2026-03-27T10:15:00+01:00[Europe/Paris]',
      establishments: ['FR'],
      timeZone: 'Europe/Paris',
    });
    assert.ok('facts' in read);
    const head = (now: string) =>
      draftAuthorityNotice('cnil', read.facts, assess(read.facts, { now }), 'fr')
        .blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
        .find((text) => text.startsWith('À notifier'));
    assert.match(
      head('2026-03-28T00:00:00Z') ?? '',
      /^À notifier au plus tard le 30 mars 2026 à 11:15 \(Europe\/Paris\), soit 72 heures/,
    );
    assert.ok(!head('2026-03-28T00:00:00Z')?.includes('dépassé'));
    assert.match(head('2026-04-28T00:00:00Z') ?? '', /Ce délai est dépassé/);
  });

  it('give the same draft as the notice itself', () => {
    for (const authority of FORM_AUTHORITIES) {
      const { notice } = AUTHORITY_FORMS[authority];
      assert.deepEqual(
        notice.draft(noFacts(), 'fr'),
        draftAuthorityNotice(authority, noFacts(), assess(noFacts()), 'fr'),
      );
    }
  });
});

describe('the form of the CNIL', () => {
  it('has a word for every letter, but for what is to be determined', () => {
    for (const lists of [[NATURES], [ORIGINS], [CAUSES], [INFORMED], [PEOPLE], [HARMS], [DATA, SENSITIVE_DATA]]) {
      const [{ field }] = lists as [typeof NATURES];
      const covered = lists.flatMap(({ terms }) => terms.map(([letters]) => letters)).join('');
      const { letters = '', toBeDetermined = '' } = fieldOf(field);
      const open = [...letters].filter((letter) => !covered.includes(letter) && letter !== toBeDetermined);
      assert.deepEqual(open, [], `field ${field}`);
      assert.equal(new Set(covered).size, covered.length, `field ${field}: a letter has two words`);
    }
  });

  it('asks for every field that the template requires', () => {
    const fields = new Set(CNIL_SECTIONS.flatMap(({ lines }) => lines.map(({ field }) => field)));
    // Numbers stand for whether they are exact; the others are descriptions of an answer that stands in another line.
    const without = new Set([4, 45, 72, 80, 82, 84, 86, 18, 19, 34, 35, 36, 58, 59, 126]);
    const { asked } = { asked: draftAuthorityNotice('edpb', noFacts(), assess(noFacts()), 'fr').missing };
    for (const { id } of asked) {
      const number = Number(id.slice('field-'.length));
      assert.ok(without.has(number) || [...fields].includes(number as never), id);
    }
  });

  it('says in its own words what an open store is', () => {
    const notice = draft('cnil', {
      nature: ['confidentiality'],
      incident: ['m', 'n', 'v'],
      cause: 'internal',
      intent: 'accidental',
      persons: { lower: 19990, estimate: 20000, upper: 20010 },
      data: ['contact', 'credentials', 'health'],
      kinds: [{ kind: 'national-id/fr-nir', rows: 12 }],
      subjects: ['users', 'subscribers'],
    });
    assert.equal(cell(notice, 'Type de notification'), 'Notification initiale');
    assert.equal(cell(notice, 'Natures de la violation'), 'Perte de la confidentialité');
    assert.equal(cell(notice, "Origines de l'incident"), "Publication non volontaire d'informations");
    assert.equal(cell(notice, "Causes de l'incident"), 'Acte interne accidentel');
    assert.equal(cell(notice, 'Nombre de personnes impactées'), 'Plus de 5000 personnes');
    assert.equal(cell(notice, 'Données sensibles'), 'Oui\nDonnées de santé');
    assert.equal(cell(notice, 'Catégories de personnes concernées'), 'Utilisateurs\nClients (actuels ou potentiels)');
    assert.match(
      cell(notice, 'Typologies des données impactées') ?? '',
      /^NIR .*\nCoordonnées .*\nDonnées d'identification/,
    );
    assert.match(
      cell(notice, 'Nombre approximatif de personnes concernées') ?? '',
      /^environ 20\s000 \(entre 19\s990 et 20\s010\)$/,
    );
  });

  const bands: readonly [unknown, string | undefined][] = [
    [5, 'Entre 0 et 5 personnes'],
    [6, 'Entre 6 et 50 personnes'],
    [{ lower: 51, upper: 300 }, 'Entre 51 et 300 personnes'],
    [{ lower: 51, upper: 301 }, undefined],
    [{ lower: 5001 }, 'Plus de 5000 personnes'],
    [{ lower: 300 }, undefined],
    [null, undefined],
  ];
  for (const [persons, band] of bands) {
    it(`puts ${JSON.stringify(persons)} people into the band ${band}`, () => {
      assert.equal(cell(draft('cnil', { persons }), 'Nombre de personnes impactées'), band);
    });
  }

  it('has a band for any number', () => {
    assert.equal(BANDS_OF_PERSONS.at(-1)?.[0], Number.POSITIVE_INFINITY);
  });

  it('knows a follow-up and a withdrawal', () => {
    const facts = { authorityNotified: '2026-03-29T10:00:00Z' };
    assert.equal(cell(draft('cnil', facts), 'Type de notification'), 'Notification complémentaire');
    assert.equal(cell(draft('cnil', facts, { field_4: 'c' }), 'Type de notification'), 'Retrait');
  });

  it('asks for the legal representative, who may be the reporting person', () => {
    const asks = (notice: NoticeDraft) => notice.missing.some(({ id }) => id === 'cnil-legal-representative');
    assert.ok(asks(draft('cnil', {})));
    assert.ok(!asks(draft('cnil', {}, { field_21: 'A. Example', field_23: 'b' })));
    assert.ok(!asks(draft('cnil', {}, { legalRepresentative: 'A. Example' })));
  });
});
