import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { CERTAIN_FROM } from '../span.ts';
import { ORDINARY_ASIDE, STATEMENTS_ASIDE } from './examples/aside.ts';
import { ORDINARY_FIRST } from './examples/ordinary-first.ts';
import { ORDINARY_SECOND } from './examples/ordinary-second.ts';
import { STATEMENTS_FIRST } from './examples/statements-first.ts';
import { STATEMENTS_SECOND } from './examples/statements-second.ts';
import { isChildAt, SPECIAL_CATEGORIES, SPECIAL_KINDS, specialFinder, statementUnder, topicsOf } from './index.ts';

interface Example {
  readonly language: string;
  readonly sentence: string;
}

function examplesOf(lines: string): Example[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const space = line.indexOf(' ');
      return { language: line.slice(0, space), sentence: line.slice(space + 1) };
    });
}

/** As a chat row holds it: JSON inside a JSON string. */
function inChat(sentence: string): string {
  const messages = [
    { role: 'user', content: sentence },
    { role: 'assistant', content: 'Of course. Here is a first draft.' },
  ];
  return JSON.stringify({ names: ['messages'], values: [JSON.stringify(messages)] });
}

function kindsIn(text: string, field?: string): string[] {
  return findAll(specialFinder, text, field === undefined ? {} : { field }).matches.map(({ kind }) => kind);
}

const LEAST = 0.97;

for (const [name, statements, ordinary] of [
  ['first', STATEMENTS_FIRST, ORDINARY_FIRST],
  ['second', STATEMENTS_SECOND, ORDINARY_SECOND],
  ['last', STATEMENTS_ASIDE, ORDINARY_ASIDE],
] as const) {
  describe(`the ${name} examples`, () => {
    for (const [category, lines] of Object.entries(statements)) {
      it(`tell of ${category} in at least ${LEAST * 100} of 100 sentences`, () => {
        const examples = examplesOf(lines);
        const missed = examples.filter(({ sentence }) => !kindsIn(inChat(sentence)).includes(`special/${category}`));
        assert.ok(missed.length <= examples.length * (1 - LEAST), missed.map(({ sentence }) => sentence).join('\n'));
      });
    }

    it('tell of nothing in ordinary sentences', () => {
      const wrong = examplesOf(ordinary).filter(({ sentence }) => kindsIn(inChat(sentence)).length > 0);
      assert.deepEqual(wrong, []);
    });
  });
}

describe('a statement', () => {
  it('is found in other scripts where a log writer escaped them, once or twice', () => {
    const escaped = (slash: string) =>
      Array.from('我被诊断出患有乙肝', (character) => `${slash}u${character.charCodeAt(0).toString(16)}`).join('');
    assert.deepEqual(kindsIn(`{"content": "${escaped('\\')}"}`), ['special/health']);
    assert.deepEqual(kindsIn(`{"values": "[{\\"content\\": \\"${escaped('\\\\')}\\"}]"}`), ['special/health']);
    assert.deepEqual(kindsIn(String.raw`{"content": "Je souffre de d\u00e9pression depuis un an"}`), [
      'special/health',
    ]);
  });

  it('is one span from the sentence before to the sentence behind', () => {
    const before = 'Good morning. ';
    const sentence = 'I was diagnosed with epilepsy.';
    const [match] = findAll(specialFinder, `${before}${sentence} What now?`).matches;
    assert.ok(match);
    assert.deepEqual([match.start, match.end], [before.length, before.length + sentence.length]);
  });

  it('does not reach over a line, a JSON string or a separator of fields', () => {
    for (const between of ['\n', '","', '\\",\\"', '\x1e', '\x1f', '\\n']) {
      assert.deepEqual(kindsIn(`I am at home${between}diabetes in the world`), [], JSON.stringify(between));
    }
  });

  it('is found without accents and in capitals', () => {
    assert.deepEqual(kindsIn('je suis seropositif depuis 2010'), ['special/health']);
    assert.deepEqual(kindsIn('I AM A LESBIAN'), ['special/sexual-life']);
  });

  it('is weaker where it is denied or supposed', () => {
    const confidence = (text: string) => findAll(specialFinder, text).matches[0]?.confidence ?? 0;
    assert.ok(confidence('I do not have diabetes') < confidence('I have diabetes'));
    assert.ok(confidence('If I had diabetes') < confidence('I had diabetes'));
    assert.ok(confidence('I do not have diabetes') >= 0.3);
  });

  it('names the category in its reasons, and quotes nothing', () => {
    const [match] = findAll(specialFinder, 'My wife has endometriosis').matches;
    assert.deepEqual(match?.reasons, ['first person + an illness, a treatment or a pregnancy']);
  });

  it('is none in a name, a log line or SQL', () => {
    for (const text of [
      "Hi, I'm Christian Weber from Leeds.",
      'Ich bin Christian aus Ulm.',
      'my_archive: hive_hiv_table was_gay i',
      'I said SELECT a FROM b UNION ALL SELECT c',
      'took 12 ms for me',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('a column', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['diagnosis', 'F32.1', 'health'],
    ['patient.bloodType', 'AB+', 'health'],
    ['religion', 'Catholic', 'religion'],
    ['union_member', 'yes', 'trade-union'],
    ['politicalParty', 'SPD', 'politics'],
    ['condition', 'diabetes', 'health'],
    ['condition', 'as new', undefined],
    ['diagnosis', 'connection refused by host', undefined],
    ['religion', 'unknown', undefined],
    ['race_id', '44', undefined],
    ['union', 'left side', undefined],
    ['name', 'diabetes', undefined],
  ];
  for (const [name, value, category] of cases) {
    it(`${name} with ${value} tells of ${category ?? 'nothing'}`, () => {
      assert.equal(statementUnder(name, value)?.category, category);
      const kinds = kindsIn(value, name);
      assert.deepEqual(kinds, category === undefined ? [] : [`special/${category}`]);
    });
  }

  it('counts as a key of JSON, too', () => {
    assert.deepEqual(kindsIn('{"id":7,"religion":"Buddhist","x":1}'), ['special/religion']);
    assert.deepEqual(kindsIn(String.raw`{"v":"{\"ethnicity\": \"Sami\"}"}`), ['special/ethnicity']);
    assert.deepEqual(kindsIn('{"level":"warn","diagnosis":"connection refused"}'), []);
  });
});

describe('a query', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['am i pregnant test negative', 'health'],
    ['symptoms chest pain left arm', 'health'],
    ['síntomas de ansiedad por la noche', 'health'],
    ['mosque near me', 'religion'],
    ['糖尿病 食谱', 'health'],
    ['うつ病 休職', 'health'],
    ['estoy embarazada test negativo', 'health'],
    ['sono incinta test negativo', 'health'],
    ['gay bars in manchester', 'sexual-life'],
    ['how to join a trade union', 'trade-union'],
  ];
  for (const [query, topic] of cases) {
    it(`"${query}" is about ${topic} and states nothing`, () => {
      assert.ok((topicsOf(query) as readonly string[]).includes(topic));
      assert.deepEqual(kindsIn(query), []);
    });
  }

  it('about flights is about no category', () => {
    for (const query of [
      'cheap flights lyon march',
      'horaires train nantes',
      '便宜 酒店',
      'kündigung frist probezeit',
    ]) {
      assert.deepEqual(topicsOf(query), [], query);
    }
  });
});

describe('a child', () => {
  it('is told from a birth date and a time', () => {
    const at = Date.UTC(2025, 0, 1);
    assert.equal(isChildAt('2010-06-01', at), true);
    assert.equal(isChildAt('2007-01-01', at), false);
    assert.equal(isChildAt('2007-01-02', at), true);
    assert.equal(isChildAt('not a date', at), undefined);
  });

  it('is no adult, no duration and no price', () => {
    for (const text of [
      'My son is 34 and lives in Rome.',
      "I'm 10 minutes late",
      'J’ai 45 ans',
      'the contract is 9 years old',
      'Ho 52 anni',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('the finder', () => {
  it('has a kind for each category, and finds nothing for certain in any bytes', () => {
    const words = [...Object.values(STATEMENTS_FIRST), ORDINARY_FIRST].join(' ').split(/\s+/);
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('"', '\\"', '\\n', '\n', '. ', '\x1e', '\\u8bca', '"religion":"'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.uint8Array({ maxLength: 6 }), (pieces, noise) => {
        const bytes = Buffer.concat([Buffer.from(pieces.join(' ')), noise]);
        for (const { start, end, confidence, kind } of findAll(specialFinder, bytes).matches) {
          assert.ok(0 <= start && start < end && end <= bytes.length);
          assert.ok(confidence > 0 && confidence < CERTAIN_FROM && confidence <= 0.7);
          assert.ok(specialFinder.kinds.some(({ id }) => id === kind));
        }
      }),
      { numRuns: 60 },
    );
    assert.equal(specialFinder.kinds.length, SPECIAL_CATEGORIES.length);
    assert.ok(Object.values(SPECIAL_KINDS).every(({ edpb }) => edpb.length === 1));
  });
});
