// The public cases of Presidio's recognizers for contact, network and device: all are met but for those named here.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import type { Finder } from '../../finder.ts';
import { createIdentifierFinder } from '../../identifiers.ts';
import { ipAddressFinder } from '../device/ip-address.ts';
import { MAC_ADDRESS_IDENTIFIER, MAC_ADDRESS_OF_LETTERS } from '../device/mac-address.ts';
import { birthDateFinder } from './birth-date.ts';
import { emailFinder } from './email.ts';
import { phoneFinder } from './phone.ts';

const CASES = new URL('../../../../../../shared/corpora/classify/presidio-cases.ndjson', import.meta.url);

interface Case {
  readonly file: string;
  readonly text: string;
  readonly expected_len: number;
  readonly expected_positions: readonly (readonly [number, number])[];
}

const FINDERS: Readonly<Record<string, readonly [Finder, string]>> = {
  'test_email_recognizer.py': [emailFinder, 'person/email'],
  'test_phone_recognizer.py': [phoneFinder, 'person/phone'],
  'test_tr_phone_number_recognizer.py': [phoneFinder, 'person/phone'],
  'test_ph_mobile_number_recognizer.py': [phoneFinder, 'person/phone'],
  'test_ip_recognizer.py': [ipAddressFinder, 'network/ip-address'],
  'test_mac_recognizer.py': [
    createIdentifierFinder([MAC_ADDRESS_IDENTIFIER, MAC_ADDRESS_OF_LETTERS]),
    'device/mac-address',
  ],
  'test_date_recognizer.py': [birthDateFinder, 'date'],
};

/** Cases that are not met, and why it is right not to. */
const NOT_MET: readonly { readonly text: RegExp; readonly expected: number; readonly why: string }[] = [
  {
    text: /^192\.168\.1\.1\.1$/,
    expected: 1,
    why: 'five numbers with stops are an object id or a version, no address',
  },
  {
    text: /is415-555-0132$/,
    expected: 2,
    why: 'another case expects one number in the same text, at the default leniency',
  },
  {
    text: /is 91-415-555-0132$/,
    expected: 1,
    why: 'another case expects two numbers in the same text, at the default leniency',
  },
  {
    text: /is \+91 4155 550132$/,
    expected: 1,
    why: 'another case expects two: valid for India, only grouped otherwise',
  },
];

function isMet({ expected_len, expected_positions, file, text }: Case): boolean {
  const [finder, kind] = FINDERS[file] as readonly [Finder, string];
  const bytes = Buffer.from(text);
  const codePoints = (offset: number) => [...bytes.subarray(0, offset).toString()].length;
  const found = findAll(finder, bytes, { asked: [kind] })
    .matches.filter((match) => match.kind === kind)
    .map(({ start, end }) => `${codePoints(start)}-${codePoints(end)}`);
  return found.length === expected_len && expected_positions.every(([start, end]) => found.includes(`${start}-${end}`));
}

describe('cases of Presidio', { skip: existsSync(CASES) ? false : 'the corpora are not there' }, () => {
  const cases = existsSync(CASES)
    ? readFileSync(CASES, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line): Case => JSON.parse(line))
    : [];
  for (const file of Object.keys(FINDERS)) {
    it(`are met for ${file}`, () => {
      const own = cases.filter((one) => one.file === file);
      assert.ok(own.length > 0);
      const missed = own.filter((one) => !isMet(one));
      const unnamed = missed.filter(
        (one) => !NOT_MET.some(({ expected, text }) => text.test(one.text) && expected === one.expected_len),
      );
      assert.deepEqual(unnamed, []);
    });
  }
});
