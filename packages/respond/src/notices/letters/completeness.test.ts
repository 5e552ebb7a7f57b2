import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { completeDocument, documents, factsOf, SENTENCE } from '../../../testing/letter-facts.ts';
import { settleFacts } from '../../facts/contradictions.ts';
import { draftLetter } from '../article-34.ts';
import { type Block, LANGUAGES, type Language } from '../notice.ts';
import { shortcomingsOf } from './completeness.ts';
import { exposuresOf } from './exposures.ts';
import { groupsOf } from './groups.ts';
import { markedText, readMarkedText } from './marked-text.ts';
import { consequenceMark, measureMark, PART_MARKS } from './marks.ts';

function complete(language: Language) {
  const facts = factsOf(completeDocument(language));
  return { facts, draft: draftLetter(facts, language, 'users') };
}

function without(blocks: readonly Block[], mark: string): readonly Block[] {
  return blocks.filter(({ marks }) => !marks?.includes(mark));
}

/** The text of each block with this mark replaced. */
function rewritten(blocks: readonly Block[], mark: string, text: string): readonly Block[] {
  return blocks.map((block) => (block.marks?.includes(mark) ? { kind: 'paragraph', text, marks: block.marks } : block));
}

for (const language of LANGUAGES) {
  describe(`the gate before a letter in ${language}`, () => {
    const { facts, draft } = complete(language);
    const codes = (blocks: readonly Block[]) =>
      shortcomingsOf({ language, blocks }, facts).map(({ code, at }) => `${code} ${at}`);

    it('lets our own letter through when nothing is left to ask', () => {
      assert.deepEqual(draft.missing, []);
      assert.deepEqual(shortcomingsOf(draft, facts), []);
    });

    it('names each part that was taken out', () => {
      for (const mark of PART_MARKS.filter((part) => part !== 'complaint')) {
        assert.deepEqual(codes(without(draft.blocks, mark)), [`part-missing ${mark}`]);
      }
    });

    it('names the consequence and the measure that were taken out, for each type of data exposed', () => {
      for (const exposure of exposuresOf(facts)) {
        for (const mark of [consequenceMark(exposure), measureMark(exposure)]) {
          assert.match(codes(without(draft.blocks, mark)).join(), /^part-missing (?:may-happen|what-to-do):/, mark);
        }
      }
    });

    it('does not take the card for the account, or a device for what was written', () => {
      const found = [
        'payment/card',
        'payment/iban',
        'conversation',
        'device/ip-address',
        'secret/key',
        'credential/password',
      ];
      const kinds = found.map((kind) => ({ kind, rows: 5 }));
      const data = ['payment-methods', 'profile', 'other', 'credentials'];
      const leak = factsOf({ ...completeDocument(language), data, kinds, credentials: 'plain' });
      const { blocks } = draftLetter(leak, language, 'users');
      assert.deepEqual(shortcomingsOf({ language, blocks }, leak), []);
      for (const topic of ['card', 'account', 'conversations', 'devices', 'logins', 'access-keys']) {
        for (const mark of [`may-happen:${topic}`, `what-to-do:${topic}`]) {
          const lacks = shortcomingsOf({ language, blocks: without(blocks, mark) }, leak);
          assert.deepEqual(
            lacks.map(({ at }) => at),
            [mark],
          );
        }
      }
    });

    it('does not take a block for what it says when it says nothing', () => {
      for (const mark of ['nature', 'measures', 'mitigation', 'may-happen:health', 'what-to-do:health']) {
        assert.deepEqual(codes(rewritten(draft.blocks, mark, '…')), [`part-empty ${mark}`]);
      }
    });

    it('wants a contact that can be reached', () => {
      assert.deepEqual(codes(rewritten(draft.blocks, 'contact', 'Camille Martin')), ['contact-unreachable contact']);
    });

    it('takes other words for the same, as long as the marks are there', () => {
      assert.deepEqual(codes(rewritten(draft.blocks, 'measures', SENTENCE[language])), []);
      assert.deepEqual(codes(readMarkedText(markedText(draft.blocks))), []);
    });

    it('says that nothing can be told of a text without marks', () => {
      const bare = draft.blocks.map(({ marks: _, ...block }): Block => block);
      assert.deepEqual(codes(bare), ['marks-lost the whole letter']);
    });

    it('sees what is still to be filled in', () => {
      const blocks = rewritten(draft.blocks, 'mitigation', `${SENTENCE[language]} [date]`);
      assert.deepEqual(codes(blocks), ['gap-unfilled [date]']);
    });

    it('refuses sentences without an end', () => {
      const endless = `${SENTENCE[language].slice(0, -1).repeat(8)}.`;
      assert.match(codes(rewritten(draft.blocks, 'mitigation', endless)).join(), /^sentence-too-long /);
      const text = `${SENTENCE[language].slice(0, -1).repeat(4)}. `.repeat(200);
      assert.ok(codes([...draft.blocks, { kind: 'paragraph', text }]).includes('sentences-long the whole letter'));
    });

    it('lets a draft pass exactly when no question is open', () => {
      fc.assert(
        fc.property(documents(language), (document) => {
          const stated = factsOf(document);
          for (const group of groupsOf(settleFacts(stated).facts)) {
            const letter = draftLetter(stated, language, group);
            const lacks = shortcomingsOf(letter, stated);
            assert.equal(letter.missing.length === 0, lacks.length === 0, JSON.stringify(lacks));
            assert.ok(
              lacks.every(({ code }) => code === 'question-open' || code === 'data-unknown'),
              JSON.stringify(lacks),
            );
            assert.doesNotMatch(
              JSON.stringify(letter.blocks.filter(({ kind }) => kind !== 'question')),
              /\$\{|undefined|NaN/,
            );
          }
        }),
        { numRuns: 60 },
      );
    });
  });
}

const JARGON_OF_LAW: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The personal data breach affects data subjects.',
    'Under Article 34 GDPR we are obliged to tell you.',
    'We take the security of your data very seriously.',
    'Data was exfiltrated by a threat actor.',
  ],
  fr: [
    'La violation de données à caractère personnel touche les personnes concernées.',
    'Conformément à l’article 34 du RGPD, nous vous informons.',
    'Nous prenons la sécurité de vos données très au sérieux.',
  ],
  de: [
    'Die Verletzung des Schutzes personenbezogener Daten betrifft Sie.',
    'Gemäß Art. 34 DSGVO informieren wir Sie unverzüglich.',
    'Wir nehmen den Schutz Ihrer Daten sehr ernst.',
  ],
  es: [
    'El responsable del tratamiento informa a los interesados.',
    'De conformidad con el artículo 34 del RGPD le informamos.',
    'Nos tomamos muy en serio la seguridad de sus datos.',
  ],
  it: [
    'Il titolare del trattamento informa gli interessati.',
    'Ai sensi dell’articolo 34 del GDPR La informiamo.',
    'Prendiamo molto sul serio la sicurezza dei Suoi dati.',
  ],
  zh: ['数据控制者通知数据主体。', '根据《通用数据保护条例》第34条的规定通知您。', '我们高度重视您的信息安全。'],
};

describe('the words that a letter does without', () => {
  for (const language of LANGUAGES) {
    it(`are found in ${language}, each with what to write instead`, () => {
      const { facts, draft } = complete(language);
      for (const text of JARGON_OF_LAW[language]) {
        const found = shortcomingsOf({ language, blocks: [...draft.blocks, { kind: 'paragraph', text }] }, facts);
        assert.ok(found.length > 0, text);
        assert.ok(
          found.every(({ code, says }) => code === 'jargon' && says.includes(':')),
          text,
        );
      }
    });
  }
});

describe('a letter as marked text', () => {
  it('comes back as it went out, whatever stands in it', () => {
    const line = fc
      .string({ minLength: 1 })
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter((text) => text !== '');
    const marks = fc.uniqueArray(fc.constantFrom('nature', 'data', 'consequence:health:disclosed'), { minLength: 1 });
    const plain = { noNullPrototype: true } as const;
    const asked = fc.record(
      {
        id: fc.constant('dpo'),
        text: line,
        fact: fc.constant('dpo' as const),
        demandedBy: fc.constant('Article 34(2)'),
      },
      plain,
    );
    const rows = fc.array(fc.tuple(line, line), { minLength: 1 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), text: line, marks }, plain),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { minLength: 1 }), marks }, plain),
      fc.record({ kind: fc.constant('table' as const), rows, marks }, plain),
      fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text: line }, plain),
      fc.record({ kind: fc.constant('question' as const), question: asked, marks }, plain),
    );
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        assert.deepEqual(readMarkedText(markedText(blocks)), blocks);
      }),
    );
  });

  it('keeps the mark over a paragraph that a person split, and lets a question be answered', () => {
    const blocks = readMarkedText(
      '<!-- nature -->\nOne thing.\n\nAnother thing.\n\n## Whom you can ask\n\nCall us.\n\n<!-- contact | dpo | dpo | Article 34(2) -->\nMail us: dpo@exemple.example\n',
    );
    assert.deepEqual(
      blocks.map(({ kind, marks }) => [kind, marks]),
      [
        ['paragraph', ['nature']],
        ['paragraph', ['nature']],
        ['heading', undefined],
        ['paragraph', undefined],
        ['paragraph', ['contact']],
      ],
    );
  });
});
