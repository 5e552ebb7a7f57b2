import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { COORDINATES_EXAMPLES, coordinatesFinder } from './coordinates.ts';

function read(text: string, field?: string): { written: string; confidence: number }[] {
  const bytes = Buffer.from(text);
  return findAll(coordinatesFinder, bytes, field === undefined ? {} : { field })
    .matches.filter(({ confidence }) => confidence >= 0.3)
    .map(({ start, end, confidence }) => ({ written: bytes.subarray(start, end).toString(), confidence }));
}

function certain(text: string, field?: string): string[] {
  return read(text, field)
    .filter(({ confidence }) => confidence >= 0.75)
    .map(({ written }) => written);
}

describe('coordinates', () => {
  for (const text of COORDINATES_EXAMPLES.valid) it(`finds ${text}`, () => assert.ok(read(text).length > 0));
  for (const text of COORDINATES_EXAMPLES.invalid)
    it(`does not take ${text} for a place`, () => assert.deepEqual(read(text), []));

  for (const [text, ...places] of [
    ['{"lat":48.85837,"lng":2.29448}', '48.85837', '2.29448'],
    ['longitude=2.29448 latitude=48.85837', '48.85837', '2.29448'],
    ['纬度: 30.65984, 经度: 104.06335', '30.65984', '104.06335'],
    ['Breitengrad: 48.8584, Längengrad: 2.2945', '48.8584', '2.2945'],
    ['GPS 48.8584, 2.2945', '48.8584, 2.2945'],
    ['https://maps.host.net/@48.8584,2.2945,17z', '48.8584,2.2945'],
    ['SRID=4326;POINT(2.2945 48.8584)', '2.2945 48.8584'],
    ['coordenadas: 48.85,2.29', '48.85,2.29'],
    ['0101000020E610000000000000000004400000000000804840', '0101000020E610000000000000000004400000000000804840'],
  ] as const) {
    it(`is certain of ${text}`, () => assert.deepEqual(certain(text), places));
  }

  it('takes the name of a column for the label', () => {
    assert.deepEqual(certain('48.85837', 'latitude'), ['48.85837']);
    assert.deepEqual(certain('48.858,2.294', 'position'), ['48.858,2.294']);
    assert.deepEqual(certain('48.85837', 'ratio'), []);
  });

  it('knows plus codes', () => {
    assert.deepEqual(certain('plus code: 8FW4V75V+8Q'), ['8FW4V75V+8Q']);
    assert.deepEqual(read('base64 abcdWXYZ+8Q/=='), []);
  });
});
