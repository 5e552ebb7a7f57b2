import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countryOfAddress } from './address.ts';
import { countryOfLanguage } from './language.ts';

/** Invented addresses, written as the postal services of their countries ask for it (UPU addressing sheets). */
const ADDRESSES: readonly (readonly [string, string | undefined])[] = [
  ['12 rue des Lilas, 69003 Lyon, France', 'FR'],
  ['12 rue des Lilas\nF-69003 Lyon', 'FR'],
  ['Lange Straße 4, D-01067 Dresden', 'DE'],
  ['Lange Straße 4, 01067 Dresden, Deutschland', 'DE'],
  ['221 Station Road, Leeds LS2 7EW', 'GB'],
  ['221 Station Road, Leeds, England.', 'GB'],
  ['1600 Elm Street, Austin, TX 78701', 'US'],
  ['88 King St, Toronto ON M5V 2T6', 'CA'],
  ['Damstraat 12, 1012 JS Amsterdam', 'NL'],
  ['ul. Polna 7/3, 00-625 Warszawa', 'PL'],
  ['Rua das Flores 21, 4050-265 Porto', 'PT'],
  ['Rua Augusta 1500, São Paulo - SP, 01304-001', 'BR'],
  ['5 George Street, Sydney NSW 2000', 'AU'],
  ['東京都千代田区丸の内1-1-1', 'JP'],
  ['〒530-0001 大阪府大阪市北区梅田3-1-1', 'JP'],
  ['四川省成都市武侯区人民南路四段11号', 'CN'],
  ['서울특별시 종로구 세종대로 175', 'KR'],
  ['Via Garibaldi 3, 20121 Milano, Italia', 'IT'],
  ['Calle Mayor 5, 28013 Madrid, España', 'ES'],
  ['Somewhere 1, European Union', undefined],
  ['Somewhere 1, Unknown Region', undefined],
  ['12 rue des Lilas, 69003 Lyon', undefined],
  ['Bahnhofstrasse 1, 8001', undefined],
];

describe('the country of an address', () => {
  it('is told by its last line, its postal code or its parts, and by nothing else', () => {
    for (const [address, country] of ADDRESSES) assert.equal(countryOfAddress(address), country, address);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        /^[A-Z]{2}$|^$/.test(countryOfAddress(text) ?? ''),
      ),
    );
  });
});

describe('the country of a language', () => {
  it('is told only where nearly all of its speakers live in one', () => {
    assert.equal(countryOfLanguage('ja'), 'JP');
    assert.equal(countryOfLanguage('en'), undefined);
  });
});
