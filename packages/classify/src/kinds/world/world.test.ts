// Identifiers of the world: every example through the engine, checks against an independent implementation, Presidio's cases.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { findAll } from '../../../testing/find.ts';
import type { Identifier } from '../../identifier.ts';
import { createIdentifierFinder } from '../../identifiers.ts';
import { CERTAIN_FROM, type Match, REPORTED_FROM } from '../../span.ts';
import { WORLD } from './index.ts';

const ALL = createIdentifierFinder(WORLD);
const byRule = new Map(WORLD.map((identifier) => [identifier.rule, identifier]));

function rule(name: string): Identifier {
  const identifier = byRule.get(name);
  assert.ok(identifier, `no rule ${name}`);
  return identifier;
}

describe('identifiers of the world', () => {
  it('have rules of their own names', () => {
    assert.equal(byRule.size, WORLD.length);
  });

  it('name kinds that all rules of an id describe alike', () => {
    const kinds = new Map<string, unknown>();
    for (const { kind } of WORLD)
      assert.deepEqual(kind, kinds.get(kind.id) ?? kind, kind.id) ?? kinds.set(kind.id, kind);
  });

  for (const identifier of WORLD) {
    it(`finds the examples of ${identifier.rule} whole, and none of the others`, () => {
      const finder = createIdentifierFinder([identifier]);
      for (const example of identifier.examples.valid) {
        const { matches } = findAll(finder, example, { asked: [identifier.kind.id] });
        assert.deepEqual(
          matches.map(({ start, end }) => [start, end]),
          [[0, Buffer.byteLength(example)]],
          example,
        );
      }
      for (const example of identifier.examples.invalid) {
        const { matches } = findAll(finder, example, { asked: [identifier.kind.id] });
        assert.deepEqual(matches, [], example);
      }
    });

    it(`finds an example of ${identifier.rule} beside its first word, and in a column of that name`, () => {
      const [example = ''] = identifier.examples.valid;
      const [word = ''] = identifier.words;
      for (const found of [
        findAll(ALL, `${word}: ${example}`, { asked: [identifier.kind.id] }),
        findAll(ALL, example, { field: word, asked: [identifier.kind.id] }),
      ]) {
        const match = found.matches.find((one) => one.rule === identifier.rule);
        assert.equal(match?.confidence, identifier.confidence.named);
      }
    });
  }

  it('never calls a bare number of a log certain', () => {
    const digits = fc
      .integer({ min: 6, max: 19 })
      .chain((length) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`)));
    fc.assert(
      fc.property(digits, (number) => {
        const { matches } = findAll(ALL, `2026-03-01 12:00:00 INFO done in ${number} steps`);
        // A Chinese resident number holds a province, a date and a check digit, an IHI six fixed digits: no bare numbers.
        const certain = matches.filter(({ confidence, rule: id }) => confidence >= CERTAIN_FROM && !STRUCTURED.has(id));
        assert.deepEqual(certain, []);
      }),
      { numRuns: 2000 },
    );
  });
});

const STRUCTURED: ReadonlySet<string> = new Set(['cn-resident-id', 'au-ihi', 'ae-emirates-id', 'cn-uscc']);

/** Rule → its twin in the other implementation, and how a number of the right form is drawn. */
const TWINS: readonly (readonly [rule: string, country: string, name: string, form: string])[] = [
  ['ca-sin-digits', 'CA', 'sin', '[1-79][0-9]{8}'],
  ['ca-bc-health-card', 'CA', 'bc_bhn', '9[0-9]{9}'],
  ['au-abn-digits', 'AU', 'abn', '[1-9][0-9]{10}'],
  ['au-acn', 'AU', 'acn', '[0-9]{9}'],
  ['au-tfn-digits', 'AU', 'tfn', '[0-9]{9}'],
  ['in-aadhaar-digits', 'IN', 'aadhaar', '[2-9][0-9]{11}'],
  ['in-voter', 'IN', 'epic', '[A-Z]{3}[0-9]{7}'],
  ['br-cpf-digits', 'BR', 'cpf', '[0-9]{11}'],
  ['br-cnpj-digits', 'BR', 'cnpj', '[0-9]{14}'],
  ['jp-corporate-number', 'JP', 'cn', '[1-9][0-9]{12}'],
  ['kr-brn-digits', 'KR', 'brn', '[1-9][0-9]{2}[1-9][0-9][1-9][0-9]{4}'],
  ['sg-uen', 'SG', 'uen', '19[0-9]{7}[A-Z]'],
  // Where the sum is a multiple of 31 the check character is 0 by GB 32100-2015; the other one has none for it.
  ['cn-uscc', 'CN', 'uscc', '91[0-9]{6}[0-9]{9}[1-9A-HJ-NP-RT-UW-Y]'],
  ['hk-hkid-unbroken', 'HK', 'hkid', '[A-NP-Z][0-9]{6}[0-9A]'],
  ['tw-national-id', 'TW', 'natid', '[A-Z][12][0-9]{8}'],
  ['th-tnin-digits', 'TH', 'idnr', '[1-8]1[0-9]{11}'],
  ['ar-cuit-digits', 'AR', 'cuit', '20[0-9]{9}'],
  ['cl-rut-unbroken', 'CL', 'rut', '[1-2][0-9]{7}[0-9K]'],
  ['co-nit', 'CO', 'nit', '[1-9][0-9]{9}'],
  ['il-id', 'IL', 'idnr', '[0-9]{9}'],
  ['pe-ruc', 'PE', 'ruc', '20[0-9]{9}'],
  ['ru-inn-person', 'RU', 'inn', '[1-9][0-9]{11}'],
  ['ru-inn-company', 'RU', 'inn', '[1-9][0-9]{9}'],
  ['ua-rntrc', 'UA', 'rntrc', '[1-6][0-9]{9}'],
  ['ua-edrpou', 'UA', 'edrpou', '[0-9]{8}'],
  ['nz-ird', 'NZ', 'ird', '0[1-9][0-9]{7}'],
  ['my-mykad-digits', 'MY', 'nric', '[0-9]{2}0[1-9][01][1-9][0-9]{6}'],
];

describe('checks of the world against another implementation', () => {
  for (const [name, country, twin, form] of TWINS) {
    it(`${name} agrees with stdnum ${country} ${twin}`, () => {
      const { check } = rule(name);
      const other = stdnum[country as keyof typeof stdnum] as unknown as Record<
        string,
        { validate(value: string): { isValid: boolean } }
      >;
      assert.ok(check && other[twin], `${country} ${twin} is there`);
      let held = 0;
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^${form}$`)), (number) => {
          const ours = check(number, number) === true;
          assert.equal(ours, other[twin]?.validate(number).isValid, number);
          if (ours) held += 1;
        }),
        { numRuns: 3000 },
      );
      assert.ok(held > 0, 'some numbers hold');
    });
  }
});

interface PresidioCase {
  readonly file: string;
  readonly text: string;
  readonly expected_len?: number | null;
  readonly expected_positions?: readonly (readonly [number, number])[] | null;
}

/** Test file of Presidio → the kind that answers it, and the rules of that country. */
const CLAIMED: Readonly<Record<string, readonly [kind: string, rules: string]>> = {
  au_abn: ['organisation/au-abn', 'au-'],
  au_acn: ['organisation/au-acn', 'au-'],
  au_medicare: ['health-id/au-medicare', 'au-'],
  au_tfn: ['national-id/au-tfn', 'au-'],
  ca_sin: ['national-id/ca-sin', 'ca-'],
  certificate_number: ['national-id/us-dea', 'us-'],
  in_aadhaar: ['national-id/in-aadhaar', 'in-'],
  in_gstin: ['organisation/in-gstin', 'in-'],
  in_pan: ['national-id/in-pan', 'in-'],
  in_passport: ['document/passport', 'in-'],
  in_vehicle_registration: ['vehicle/licence-plate', 'in-'],
  in_voter: ['national-id/in-voter', 'in-'],
  kr_brn: ['organisation/kr-brn', 'kr-'],
  kr_driver_license: ['document/driving-licence', 'kr-'],
  kr_frn: ['national-id/kr-frn', 'kr-'],
  kr_passport: ['document/passport', 'kr-'],
  kr_rrn: ['national-id/kr-rrn', 'kr-'],
  ng_nin: ['national-id/ng-nin', 'ng-'],
  ng_vehicle_registration: ['vehicle/licence-plate', 'ng-'],
  ph_tin: ['national-id/ph-tin', 'ph-'],
  sg_fin: ['national-id/sg-nric', 'sg-'],
  sg_uen: ['organisation/sg-uen', 'sg-'],
  th_tnin: ['national-id/th-tnin', 'th-'],
  us_driver_license: ['document/driving-licence', 'us-'],
  us_itin: ['national-id/us-itin', 'us-'],
  us_mbi: ['health-id/us-mbi', 'us-'],
  us_npi: ['national-id/us-npi', 'us-'],
  us_passport: ['document/passport', 'us-'],
  us_ssn: ['national-id/us-ssn', 'us-'],
  za_id_number: ['national-id/za-id', 'za-'],
};

/** Cases that we do not meet on purpose. */
const NOT_MET: Readonly<Record<string, string>> = {
  A1234567Z: 'Singapore has never issued a number with A; the check letter of no series fits',
  B1234567Z: 'Singapore has never issued a number with B; the check letter of no series fits',
};

const CASES = fileURLToPath(
  new URL('../../../../../../shared/corpora/classify/presidio-cases.ndjson', import.meta.url),
);

describe("Presidio's cases of these countries", () => {
  it('are met, save those that are named', { skip: existsSync(CASES) ? false : `${CASES} is not here` }, (context) => {
    let met = 0;
    let total = 0;
    const missed: string[] = [];
    for (const line of readFileSync(CASES, 'utf8').split('\n').filter(Boolean)) {
      const one = JSON.parse(line) as PresidioCase;
      const claim = CLAIMED[one.file.replace(/^test_|_recognizer\.py$/g, '')];
      if (!claim || typeof one.expected_len !== 'number') continue;
      total += 1;
      const [kind, prefix] = claim;
      const finder = createIdentifierFinder(WORLD.filter((identifier) => identifier.rule.startsWith(prefix)));
      const spans = settle(findAll(finder, one.text, { asked: [kind] }).matches.filter((match) => match.kind === kind));
      const positions = spans.map(({ start, end }) => [codePoints(one.text, start), codePoints(one.text, end)]);
      const isMet =
        spans.length === one.expected_len &&
        (!one.expected_positions || JSON.stringify(positions) === JSON.stringify(one.expected_positions));
      if (isMet) met += 1;
      else if (!(one.text in NOT_MET)) missed.push(`${one.file}: ${one.text} → ${JSON.stringify(positions)}`);
    }
    context.diagnostic(`${met} of ${total} cases met; not met on purpose: ${Object.keys(NOT_MET).join(', ')}`);
    assert.deepEqual(missed, []);
    assert.ok(met >= total - Object.keys(NOT_MET).length && total > 180);
  });
});

/** The longest, then the surest of matches that overlap, as the classifier settles them. */
function settle(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence)) {
    if (match.confidence >= 0 && kept.every((one) => match.end <= one.start || match.start >= one.end))
      kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function codePoints(text: string, byte: number): number {
  return [...Buffer.from(text, 'utf8').subarray(0, byte).toString('utf8')].length;
}

it('bare shapes without a check stay below what is reported', () => {
  for (const { rule: id, check, forms, confidence } of WORLD) {
    assert.ok(confidence.named > confidence.alone, id);
    const isBareDigits = forms.every((form) => /^9\{[\d,]+\}$/.test(form));
    if (isBareDigits && !check) assert.ok(confidence.alone < REPORTED_FROM, id);
  }
});
