import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { BIRTH_DATE_EXAMPLES, birthDateFinder } from './birth-date.ts';

function births(text: string, field?: string): string[] {
  const bytes = Buffer.from(text);
  return findAll(birthDateFinder, bytes, field === undefined ? {} : { field })
    .matches.filter(({ kind, confidence }) => kind === 'person/birth-date' && confidence >= 0.75)
    .map(({ start, end }) => bytes.subarray(start, end).toString());
}

describe('dates of birth', () => {
  for (const text of BIRTH_DATE_EXAMPLES.valid) it(`finds one in ${text}`, () => assert.equal(births(text).length, 1));
  for (const text of BIRTH_DATE_EXAMPLES.invalid) it(`finds none in ${text}`, () => assert.deepEqual(births(text), []));

  for (const [text, date] of [
    ["Please tell me your date of birth. It's 6/24/1991", '6/24/1991'],
    ['She was born on 2/8/1935. Her maiden name', '2/8/1935'],
    ['DOB 12-Mar-84', '12-Mar-84'],
    ['geb. 12.03.1984 in Ulm', '12.03.1984'],
    ['Geburtstag: 1. Januar 1990', '1. Januar 1990'],
    ['née à Lyon le 1er janvier 1990', '1er janvier 1990'],
    ['生年月日 1984年3月12日', '1984年3月12日'],
    ['1984年3月12日出生于成都', '1984年3月12日'],
    ['birthdate=19840312', '19840312'],
    ['March 12, 1984 (date of birth)', 'March 12, 1984'],
    ['"date_of_birth": "1984-03-12T00:00:00Z"', '1984-03-12T00:00:00Z'],
    ['urodzony 5 września 1971 r.', '5 września 1971'],
    ['nasceu a 5 de outubro de 1971', '5 de outubro de 1971'],
  ] as const) {
    it(`reads ${date} in ${text}`, () => assert.deepEqual(births(text), [date]));
  }

  it('takes the name of a column for its word', () => {
    assert.deepEqual(births('12/03/1984', 'birth_date'), ['12/03/1984']);
    assert.deepEqual(births('19840312', 'geburtsdatum'), ['19840312']);
    assert.deepEqual(births('12/03/1984', 'created_at'), []);
  });

  it('does not take another date near the word for it', () => {
    assert.deepEqual(births('born 1.2.1950, died 3.4.2010'), ['1.2.1950']);
    assert.deepEqual(births('{"dob":null,"created":"2024-03-12"}'), []);
    assert.deepEqual(births('born in 1984, hired 2001-02-03'), []);
  });

  it('looks for other dates only on request', () => {
    const text = 'due on 2024-03-12';
    assert.deepEqual(findAll(birthDateFinder, text).matches, []);
    assert.deepEqual(
      findAll(birthDateFinder, text, { asked: ['date'] }).matches.map(({ kind, start, end }) => [kind, start, end]),
      [['date', 7, 17]],
    );
  });

  it('reads a line of a megabyte in linear time', () => {
    const before = performance.now();
    const { matches } = findAll(birthDateFinder, '12/03/1984 '.repeat(90_000), { asked: ['date'] });
    assert.equal(matches.length, 90_000);
    assert.ok(performance.now() - before < 8000);
  });
});
