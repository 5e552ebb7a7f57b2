import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { anyFacts } from '../../../testing/facts-arbitrary.ts';
import { ABSENT, PUBLISHED } from '../../../testing/published-template.ts';
import { assess } from '../../assess.ts';
import { settleFacts } from '../../facts/contradictions.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import { noFacts, withFact } from '../../facts/facts.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';
import { type FilledTemplate, fillTemplate } from './fill.ts';
import { parseStatedAnswers, type StatedAnswers } from './stated-answers.ts';
import { templateJson } from './template-json.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const ajv = new Ajv2020({
  strict: false,
  formats: { date: DATE, 'date-time': DATE_TIME },
});

// Field 95 is a description; the extraction gave it the format of a date. What is required follows from what is visible.
const isValid = ajv.compile({
  type: 'object',
  additionalProperties: false,
  properties: { ...PUBLISHED?.properties, field_95: { type: 'string' } },
});

/** What the published schema has against a document; it requires only what is visible and, in an incomplete notification, was answered. */
function complaintsOf(document: Readonly<Record<string, unknown>>, { fields }: FilledTemplate): readonly string[] {
  const isRequired = (name: string) => {
    const { state } = fields[Number(name.slice('field_'.length)) as FieldNumber];
    return state === 'answered' || state === 'left out';
  };
  const missing = (PUBLISHED?.required ?? []).filter((name) => isRequired(name) && !(name in document));
  return isValid(document) ? missing : [...missing, ajv.errorsText(isValid.errors)];
}

const NOW = '2026-07-01T00:00:00Z';

function caseOf(stated: BreachFacts) {
  return { facts: settleFacts(stated).facts, assessment: assess(stated, { now: NOW }) };
}

/** Something that a person may state in a field, never that it is to be determined. */
function statement(number: FieldNumber, seed: number): unknown {
  const { type, letters = '', toBeDetermined = '' } = fieldOf(number);
  const open = [...letters].filter((letter) => !toBeDetermined.includes(letter));
  switch (type) {
    case 'text':
      return `what a person states in field ${number}`;
    case 'choice':
      return open[seed % open.length];
    case 'choices':
      return open.filter((_, at) => at % 3 === seed % 3 || at === seed % open.length);
    case 'flag':
      return seed % 2 === 0;
    case 'moment':
      return '2026-05-01T10:00:00+02:00[Europe/Paris]';
    case 'day':
      return '2026-05-02';
    case 'count':
      return { lower: seed, upper: seed + 10 };
    case 'countries':
      return ['FR', 'DE'];
    case 'counts by country':
      return [{ country: 'FR', persons: seed }];
    case 'authorities':
      return ['CNIL'];
  }
}

/** Answers what is asked until nothing is; an answer may bring up further fields. */
function answerAll(facts: BreachFacts, assessment: ReturnType<typeof assess>, seed: number): StatedAnswers {
  let answers: Record<string, unknown> = {};
  for (let round = 0; round < 10; round++) {
    const { stated, notUnderstood } = parseStatedAnswers(answers);
    assert.deepEqual(notUnderstood, []);
    const { asked, fields } = fillTemplate(facts, assessment, stated);
    const open = FIELD_NUMBERS.filter((number) => {
      const field = fields[number];
      const { toBeDetermined } = fieldOf(number);
      if (field.state !== 'answered' || field.value.kind !== 'letters' || toBeDetermined === undefined) return false;
      return field.value.letters.includes(toBeDetermined);
    });
    if (asked.length + open.length === 0) return stated;
    const more = [...asked, ...open].map((number) => [`field_${number}`, statement(number, seed)]);
    answers = { ...answers, ...Object.fromEntries(more) };
  }
  return assert.fail('the questions do not end');
}

describe('the template as JSON', () => {
  it('is valid for any facts, with what is hidden absent and what is required there or asked', { skip: ABSENT }, () => {
    fc.assert(
      fc.property(anyFacts, (stated) => {
        const { facts, assessment } = caseOf(stated);
        const filled = fillTemplate(facts, assessment);
        const document = templateJson(stated, assessment);
        assert.deepEqual(complaintsOf(document, filled), []);
        for (const number of FIELD_NUMBERS) {
          const isThere = `field_${number}` in document;
          if (filled.fields[number].state === 'hidden') assert.ok(!isThere, `field ${number} is hidden`);
          if (filled.fields[number].state === 'asked') assert.ok(filled.asked.includes(number));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is complete and valid once a person answered what was asked', { skip: ABSENT }, () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(100), (said, seed) => {
        const { facts, assessment } = caseOf(said);
        const stated = answerAll(facts, assessment, seed);
        const filled = fillTemplate(facts, assessment, stated);
        const document = templateJson(said, assessment, stated);
        assert.deepEqual([filled.isComplete, filled.asked, document.field_4], [true, [], 'a']);
        assert.deepEqual(complaintsOf(document, filled), []);
        const visible = FIELD_NUMBERS.filter((number) => filled.fields[number].state !== 'hidden');
        for (const number of visible.filter((one) => PUBLISHED?.required.includes(`field_${one}`))) {
          assert.ok(`field_${number}` in document, `field ${number}`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('can ask every field', () => {
    const seen = new Set<FieldNumber>();
    const cases = fc.sample(fc.tuple(anyFacts, fc.nat(100)), { numRuns: 150, seed: 1 });
    for (const [said, seed] of cases) {
      const { facts, assessment } = caseOf(said);
      const { fields } = fillTemplate(facts, assessment, answerAll(facts, assessment, seed));
      for (const number of FIELD_NUMBERS) if (fields[number].state !== 'hidden') seen.add(number);
    }
    // Withdrawing is no answer to a question, and nobody has to say what the optional fields 14, 15, 33 and 125 are.
    const notAsked = [5, 15, 16, 34, 35, 36, 111, 126];
    assert.deepEqual(
      FIELD_NUMBERS.filter((number) => !seen.has(number)),
      notAsked,
    );
  });

  it('says that something is to be determined in an incomplete notification only', () => {
    fc.assert(
      fc.property(anyFacts, (said) => {
        const document = templateJson(said, assess(said, { now: NOW }));
        const open = FIELD_NUMBERS.filter((number) => {
          const { toBeDetermined } = fieldOf(number);
          return toBeDetermined !== undefined && document[`field_${number}`] === toBeDetermined;
        });
        if (open.length > 0) assert.equal(document.field_4, 'b');
      }),
      { numRuns: 50 },
    );
  });

  it('stays incomplete while an answer says that more is to be found out', () => {
    const facts = withFact(noFacts(), 'data', ['contact', 'not-yet-known'], {
      source: 'measured',
      certainty: 'likely',
    });
    const assessment = assess(facts);
    const stated = answerAll(facts, assessment, 1);
    const { 70: _found, ...rest } = stated;
    const { isComplete, asked } = fillTemplate(facts, assessment, rest);
    assert.deepEqual([isComplete, asked], [false, []]);
    assert.equal(templateJson(facts, assessment, rest).field_4, 'b');
    assert.equal(templateJson(facts, assessment, stated).field_4, 'a');
  });

  it('makes no number of what nobody counted', () => {
    const document = templateJson(noFacts(), assess(noFacts()));
    assert.deepEqual([document.field_67, document.field_72], ['d', 'd']);
    for (const name of ['field_68', 'field_73', 'field_48', 'field_12'] as const) assert.ok(!(name in document), name);
  });

  it('leads with what weighs most where there is room for one letter', () => {
    const said = { source: 'stated', certainty: 'proved' } as const;
    const facts = withFact(
      withFact(noFacts(), 'data', ['basic', 'health', 'credentials'], said),
      'subjects',
      ['customers', 'minors'],
      said,
    );
    const document = templateJson(facts, assess(facts));
    assert.deepEqual([document.field_70, document.field_65], ['k', 'd']);
  });

  it('tells in words what one letter or one number has no room for', () => {
    const said = { source: 'stated', certainty: 'proved' } as const;
    const facts = withFact(
      withFact(noFacts(), 'incident', ['m', 'v'], said),
      'persons',
      { lower: 100, upper: 200 },
      said,
    );
    const document = templateJson(facts, assess(facts));
    assert.deepEqual([document.field_60, document.field_68], ['m', 200]);
    assert.match(String(document.field_62), /m\) Misconfiguration; v\) Unintended publication/);
    assert.match(String(document.field_66), /between 100 and 200/);
  });
});
