import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { countryOfPhone, normalisePhone, PHONE_EXAMPLES, phoneFinder } from './phone.ts';

function read(
  text: string,
  options: { field?: string; asked?: string[] } = {},
): { written: string; confidence: number }[] {
  const bytes = Buffer.from(text);
  return findAll(phoneFinder, bytes, options)
    .matches.filter(({ confidence }) => confidence >= 0.3)
    .map(({ start, end, confidence }) => ({ written: bytes.subarray(start, end).toString(), confidence }));
}

function certain(text: string, field?: string): string[] {
  return read(text, field === undefined ? {} : { field })
    .filter(({ confidence }) => confidence >= 0.75)
    .map(({ written }) => written);
}

describe('telephone numbers', () => {
  for (const text of PHONE_EXAMPLES.valid) {
    it(`finds ${text}`, () =>
      assert.deepEqual(
        read(text).map(({ written }) => written),
        [text],
      ));
  }
  for (const text of PHONE_EXAMPLES.invalid)
    it(`does not take ${text} for one`, () => assert.deepEqual(read(text), []));

  for (const [text, number] of [
    ['call +33 6 12 34 56 78 now', '+33 6 12 34 56 78'],
    ['{"to":"+8613812345678"}', '+8613812345678'],
    ['我的电话是+86 138 1234 5678。', '+86 138 1234 5678'],
    ['+44 (0)20 7946 0018', '+44 (0)20 7946 0018'],
    ['phone=%2B33612345678&x=1', '%2B33612345678'],
    ['+49 151 23456789', '+49 151 23456789'],
    ['soil bacteria? +14155550928 211-77-6643', '+14155550928'],
    ['mi profesora. +34 660 63 81 54 596-64-3072', '+34 660 63 81 54'],
    ['+33612345678 1984-03-12', '+33612345678'],
    ['+1\u00a0415\u2011555\u20110132', '+1\u00a0415\u2011555\u20110132'],
    ['ma voiture ? +33743867772 219115269352495', '+33743867772'],
    ['trois ans. +32 478 80 22 46 163057504133645', '+32 478 80 22 46'],
    ['order +31612345678 20481733', '+31612345678'],
    ['+39 347 123 4567 12/03/1984', '+39 347 123 4567'],
    ['+81 90 1234 5678 4111 1111 1111 1111', '+81 90 1234 5678'],
    ['+55 11 98456 5666 / 11 3456 7890', '+55 11 98456 5666'],
    ['+43 664 1234567 12.50', '+43 664 1234567'],
    ['+48 602 345 678 (+48 603 345 678', '+48 602 345 678'],
    ['211-77-6643 0044 7911 123456', '0044 7911 123456'],
  ] as const) {
    it(`is certain of an international number in ${text}`, () => assert.deepEqual(certain(text), [number]));
  }

  for (const [text, number] of [
    ['Phone: 415-555-0132', '415-555-0132'],
    ['"phone_number":"4155550132"', '4155550132'],
    ['Tél. : 06 12 34 56 78', '06 12 34 56 78'],
    ['Handynummer 0151 23456789', '0151 23456789'],
    ['Mi móvil es 612 34 56 78', '612 34 56 78'],
    ['Il mio cellulare: 347 123 4567', '347 123 4567'],
    ['O meu telemóvel é 912 345 678', '912 345 678'],
    ['mobiel 06-12345678', '06-12345678'],
    ['nr tel. 512 345 678', '512 345 678'],
    ['手机：13812345678', '13812345678'],
    ['電話番号は090-1234-5678です', '090-1234-5678'],
    ['01.84.17.61.18 (portable)', '01.84.17.61.18'],
    ['Tél. : 06 12 34 56 78 211-77-6643', '06 12 34 56 78'],
    ['Tél. : 0612345678 219115269352495', '0612345678'],
    ['telemóvel: 912 345 678 1984-03-12', '912 345 678'],
    ['nr tel. 512 345 678 00-950 Warszawa', '512 345 678'],
    ['手机：13812345678 20481733', '13812345678'],
    ['휴대폰 010-1234-5678 1984-03-12', '010-1234-5678'],
    ['mobile no: 098765 43210 12.50', '098765 43210'],
    ['mobile: 07911 123456 10.0.12.3', '07911 123456'],
    ['tel: 34 41 23 45 219115269352495', '34 41 23 45'],
    ['celular: 011 15-2345-6789', '011 15-2345-6789'],
    ['tel. 211-77-6643 06 12 34 56 78', '06 12 34 56 78'],
  ] as const) {
    it(`is certain of a national number beside a word in ${text}`, () => assert.deepEqual(certain(text), [number]));
  }

  it('takes a column of that name for its word', () => {
    assert.deepEqual(certain('0612345678', 'telefonnummer'), ['0612345678']);
    assert.deepEqual(certain('4155550132', 'customerPhone'), ['4155550132']);
    assert.deepEqual(certain('4155550132', 'order_id'), []);
  });

  it('calls a typical form without a word possible, never certain', () => {
    for (const text of ['(415) 555-0132', '06 12 34 56 78', '138 1234 5678', '0532 123 45 67', '0917-123-4567']) {
      const [number, ...more] = read(`at ${text}, then`);
      assert.deepEqual([number?.written, more.length], [text, 0]);
      assert.ok((number?.confidence ?? 1) < 0.75, text);
    }
  });

  it('leaves digits alone until telephone numbers are asked for by name', () => {
    assert.equal(
      findAll(phoneFinder, 'id 13812345678 done').matches.filter(({ confidence }) => confidence >= 0.3).length,
      0,
    );
    assert.equal(findAll(phoneFinder, 'id 13812345678 done', { asked: ['person/phone'] }).matches.length, 1);
  });

  for (const text of [
    'request 550e8400-e29b-41d4-a716-446655440000 done',
    '2025-01-06 12:34:56,789 INFO took 1234567 us',
    'ts=1736121600 offset=9876543210',
    'version 10.0.19041.1 build 20348',
    'card 4111 1111 1111 1111',
    'FR76 3000 6000 0112 3456 7890 189',
    'at 48.858370, 2.294481',
    '06.01.2025 12:00',
    '12/05/1984',
    'order number 4155550132 shipped',
    'iPhone 4155550132',
    'phone_model: SM-4155550132',
    '10.160.143.21 - - [06/Jan/2025:12:34:56 +0000] "GET / HTTP/1.1" 200 82236',
    '$4,155,550,132.00',
    'sha 4155550132abcdef',
    '1 000 000 000 rows',
  ]) {
    it(`finds no number in ${text}`, () => assert.deepEqual(read(text), []));
  }

  it('takes two numbers in one run for two', () => {
    for (const text of ['Tel. 06 12 34 56 78 06 98 76 54 32', 'Tel. 06 12 34 56 78 / 06 98 76 54 32'])
      assert.deepEqual(certain(text), ['06 12 34 56 78', '06 98 76 54 32']);
  });

  it('leaves a number whole that goes on behind a space, though its beginning would be valid somewhere', () => {
    assert.deepEqual(
      read('Office: 21 253 109 8211').map(({ written }) => written),
      ['21 253 109 8211'],
    );
  });

  it('finds no number in the columns of a table of numbers', () => {
    assert.deepEqual(read('01 02 03 04 05 06 07 08 09 10'), []);
    assert.deepEqual(read('0123 456 789 012 345 678 901'), []);
  });

  for (const text of [
    'mobile builds: 86 029 1347 70',
    'callback id 775890631 588744 680088',
    'phone 74.29.720 6340 8263 64',
    'home: 415 58137 216004 468487561 rows',
    '694 4525 5031 099 handy',
    '099 8445 1079 353 handy',
  ]) {
    it(`cuts no number out of the numbers near a word in ${text}`, () => assert.deepEqual(certain(text), []));
  }

  it('ends where a number ends, whatever is no number in the run', () => {
    for (const { end, start } of findAll(phoneFinder, 'tel 00190009000at 5008 63 60').matches)
      assert.ok(end > start && end <= 28);
  });

  it('is surer of a plus than a word can be of an identifier without one', () => {
    const [match] = findAll(phoneFinder, 'Vat dit samen. +31 6 36643595').matches;
    assert.ok((match?.confidence ?? 0) >= 0.93);
  });

  it('does not let the word of one key name the value of another', () => {
    assert.deepEqual(certain('{"phone":"+33612345678","order":"4155550132"}'), ['+33612345678']);
  });

  it('takes the extension with it', () => {
    assert.deepEqual(certain('Desk: +1-903-140-4508x769'), []);
    assert.deepEqual(certain('Desk: +1-604-696-5272 ext. 56'), ['+1-604-696-5272 ext. 56']);
  });
});

describe('one spelling of a telephone number', () => {
  for (const [written, country, one] of [
    ['+33 6 12 34 56 78', undefined, '+33612345678'],
    ['0033 6.12.34.56.78', undefined, '+33612345678'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['+44 (0)20 7946 0018', undefined, '+442079460018'],
    ['%2B8613812345678', undefined, '+8613812345678'],
    ['(415) 555-0132', 'US', '+14155550132'],
    ['hello', undefined, undefined],
    ['12', 'US', undefined],
    ['1'.repeat(10_000), 'US', undefined],
  ] as const) {
    it(`is ${one} for ${written.slice(0, 30)}`, () => assert.equal(normalisePhone(written, country), one));
  }

  it('tells the country', () => {
    assert.equal(countryOfPhone('+33 6 12 34 56 78'), 'FR');
    assert.equal(countryOfPhone('+1 604 696 5272'), 'CA');
    assert.equal(countryOfPhone('+86 138 1234 5678'), 'CN');
    assert.equal(countryOfPhone('+1 555 555 0100'), undefined);
    assert.equal(countryOfPhone('no number'), undefined);
  });

  it('takes the last word of a question for no label of a social security number behind it', () => {
    const text = Buffer.from('How do vaccines against measles work? 305-40-8885');
    assert.deepEqual(findAll(phoneFinder, text).matches, []);
  });
});
