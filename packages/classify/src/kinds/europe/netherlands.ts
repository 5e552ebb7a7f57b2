// Netherlands: citizen service number, documents, plates, health professionals, company numbers.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { mod97_10Holds } from '../../checks/mod97.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, practitionerId } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const BSN = nationalId('nl-bsn', 'Citizen service number (BSN), Netherlands');
const PRACTITIONER = practitionerId('nl-big', 'Health professional number (BIG), Netherlands');
const VAT = organisationId('nl-vat', 'VAT number, Netherlands');
const KVK = organisationId('nl-kvk', 'Chamber of commerce number (KvK), Netherlands');

/** "Elfproef": weights 9 to 2 and the last digit taken away. */
function bsnHolds(digits: string): boolean {
  return weightedMod11(digits, [9, 8, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 8);
}

function checkBsn(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact) && !compact.startsWith('000'), ONE_DIGIT_REPEATED),
    () => unless(bsnHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** The BSN or RSIN inside; since 2020 sole traders have one whose check digits are those of an IBAN. */
function checkVat(compact: string): Verdict {
  return allOf(
    () => unless(!compact.endsWith('00'), NOT_ISSUED),
    () => unless(bsnHolds(compact.slice(2, 11)) || mod97_10Holds(compact), WRONG_CHECK_DIGIT),
  );
}

/** Two letters, six letters or digits, a digit; never the letter O. */
function checkDocument(compact: string): Verdict {
  return unless(!compact.includes('O') && /\d.*\d.*\d/.test(compact), NOT_ISSUED);
}

const PLATE_FORMS = [
  'A{2}-9{2}-9{2}',
  '9{2}-9{2}-A{2}',
  '9{2}-A{2}-9{2}',
  'A{2}-9{2}-A{2}',
  'A{2}-A{2}-9{2}',
  '9{2}-A{2}-A{2}',
  '9{2}-A{3}-9',
  '9-A{3}-9{2}',
  'A{2}-9{3}-A',
  'A-9{3}-A{2}',
  'A{3}-9{2}-A',
  'A-9{2}-A{3}',
  '9-A{2}-9{3}',
  '9{3}-A{2}-9',
];

export const NETHERLANDS: readonly Identifier[] = [
  {
    rule: 'nl-bsn',
    kind: BSN,
    forms: ['9{9}', '9{4}.9{2}.9{3}', '9{3} 9{3} 9{3}', '9{4} 9{2} 9{3}'],
    check: checkBsn,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      ...HEALTH_INSURANCE_WORDS,
      'bsn',
      'sofi',
      'sofinummer',
      'citizen service number',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.2, named: 0.92 },
    source: 'Wet algemene bepalingen burgerservicenummer; "elfproef"',
    examples: { valid: ['123456782', 'BSN 1112.22.333'], invalid: ['123456783', '111111111'] },
  },
  {
    rule: 'nl-big',
    kind: PRACTITIONER,
    forms: ['9{11}'],
    words: ['big nummer', 'big registratie', 'big register'],
    confidence: DIGITS_ONLY,
    source: 'Wet BIG: eleven digits',
    examples: { valid: ['BIG-nummer 19012345601'], invalid: ['19012345601'] },
  },
  passport({
    rule: 'nl-passport',
    forms: ['A{2}9X{5}9', 'A{3}9X{4}9', 'A{4}9X{3}9'],
    check: checkDocument,
    words: ['paspoort nr', 'documentnummer'],
    source: 'PRADO, NLD-AO: two letters, six letters or digits, a digit; no O',
    examples: { valid: ['paspoort NXC4L2P89'], invalid: ['paspoort NOC4L2P89'] },
  }),
  identityCard({
    rule: 'nl-identity-card',
    forms: ['A{2}9X{5}9', 'A{3}9X{4}9', 'A{4}9X{3}9'],
    check: checkDocument,
    words: ['documentnummer', 'id kaart nr'],
    source: 'PRADO, NLD-BO: as on the passport',
    examples: { valid: ['identiteitskaart IZR2L4P89'], invalid: ['identiteitskaart IZO2L4P89'] },
  }),
  drivingLicence({
    rule: 'nl-driving-licence',
    forms: ['9{10}'],
    confidence: DIGITS_ONLY,
    source: 'RDW, rijbewijsnummer: ten digits',
    examples: { valid: ['rijbewijs 5099962111'], invalid: ['5099962111'] },
  }),
  licencePlate({
    rule: 'nl-licence-plate',
    forms: PLATE_FORMS,
    words: ['rdw', 'kentekenbewijs'],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'RDW, sidecodes 1 to 14',
    examples: { valid: ['12-ABC-3', 'kenteken AB-123-C'], invalid: ['123-ABC-3', 'A-1-B'] },
  }),
  {
    rule: 'nl-vat',
    kind: VAT,
    forms: ['NL9{9}B9{2}', 'NL 9{9} B9{2}', 'NL 9{9}B9{2}', 'NL9{4}.9{2}.9{3}.B9{2}', 'NL~9{4}.9{2}.9{3}B9{2}'],
    check: checkVat,
    words: VAT_WORDS,
    confidence: { alone: 0.8, named: 0.97 },
    source: 'Belastingdienst, btw-identificatienummer',
    examples: { valid: ['NL123456782B01', 'NL000099998B57'], invalid: ['NL123456783B01'] },
  },
  {
    rule: 'nl-kvk',
    kind: KVK,
    forms: ['9{8}'],
    words: [...COMPANY_NUMBER_WORDS, 'kvk', 'kvk nummer', 'kamer van koophandel'],
    confidence: DIGITS_ONLY,
    source: 'Handelsregisterwet: eight digits',
    examples: { valid: ['KvK 12345678'], invalid: ['12345678'] },
  },
];
