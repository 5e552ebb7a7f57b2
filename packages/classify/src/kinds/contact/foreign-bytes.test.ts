// Whatever bytes a finder is given: no exception, spans inside the text, and no more time than their number allows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../../testing/find.ts';
import { ACCOUNT_FINDERS } from '../account/index.ts';
import { DEVICE_FINDERS } from '../device/index.ts';
import { LOCATION_FINDERS } from '../location/index.ts';
import { CONTACT_FINDERS } from './index.ts';

const FINDERS = [...CONTACT_FINDERS, ...DEVICE_FINDERS, ...LOCATION_FINDERS, ...ACCOUNT_FINDERS];

/** Bytes that finders look at, and triggers, so that chance meets more than noise. */
const PIECES = [
  ...'0123456789+()-./ :@%"\'=,;xZé年',
  '::',
  '%40',
  '%2B',
  '\u00a0',
  '+33 6 12 34 56 78',
  'a@b.de',
  '1.2.3.4',
  'fe80::1%',
  'phone: ',
  'Cookie: a=',
  '"lat":',
  '"lng":',
  '48.85837',
  'born on ',
  '12 March 1984',
  'user_id=',
  '\n',
  '°',
  'POINT(',
  'geo:',
  '\x1e',
];

describe('finders of contact, network, device and place', () => {
  for (const finder of FINDERS) {
    const check = (bytes: Uint8Array, field: string | undefined) => {
      const options = { asked: finder.kinds.map(({ id }) => id), ...(field === undefined ? {} : { field }) };
      const { matches, dropped } = findAll(finder, bytes, options);
      const kinds = new Set(finder.kinds.map(({ id }) => id));
      for (const { start, end, kind } of [...matches, ...dropped]) {
        assert.ok(
          start >= 0 && start < end && end <= bytes.length,
          `${finder.name}: ${start}-${end} of ${bytes.length}`,
        );
        assert.ok(kinds.has(kind));
      }
      for (const { confidence, reasons } of matches) {
        assert.ok(confidence > 0 && confidence <= 1);
        assert.ok(reasons.length > 0);
      }
    };
    const field = fc.option(fc.constantFrom('phone', 'dob', 'ip', 'cookie', 'lat', 'user_id', 'session_id', 'x'), {
      nil: undefined,
    });

    it(`${finder.name} keeps its spans inside any bytes`, () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), field, check), { numRuns: 150 });
    });

    it(`${finder.name} keeps its spans inside what looks like much`, () => {
      const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));
      fc.assert(fc.property(texts, field, check), { numRuns: 300 });
    });

    it(`${finder.name} takes four times as long for four times as much, not sixteen`, () => {
      for (const piece of ['1', '1 ', '1.', '::', 'a:', '+', '(', 'a.', '@', '%40', '1,', 'é', ' ', '°', 'A+', '12/']) {
        const time = (count: number) => {
          const bytes = Buffer.from(piece.repeat(count));
          // Time of the processor, in milliseconds: other work on the machine does not count.
          const before = process.cpuUsage();
          findAll(finder, bytes);
          return process.cpuUsage(before).user / 1000;
        };
        time(2_000);
        const small = Math.max(4, time(20_000));
        assert.ok(time(80_000) < small * 12 + 60, `${finder.name} on ${JSON.stringify(piece)}`);
      }
    });
  }
});
