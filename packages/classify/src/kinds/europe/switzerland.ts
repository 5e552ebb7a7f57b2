// Switzerland: OASI number, documents, plates, health insurance card, enterprise number.
import { digitAt } from '../../checks/digits.ts';
import { NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod10, complementMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { healthId, nationalId, organisationId } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const OASI = nationalId('ch-ahv', 'Social security number (AHV, AVS), Switzerland');
const HEALTH_CARD = healthId('ch-health-card', 'Health insurance card number, Switzerland');
const ENTERPRISE = organisationId('ch-uid', 'Enterprise number (UID, IDE), Switzerland');

/** The check digit of an EAN-13. */
function checkOasi(compact: string): Verdict {
  return unless(
    complementMod10(compact, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) === digitAt(compact, 12),
    WRONG_CHECK_DIGIT,
  );
}

function checkEnterprise(compact: string): Verdict {
  const digits = compact.slice(3, 12);
  return unless(complementMod11(digits, [5, 4, 3, 2, 7, 6, 5, 4]) === digitAt(digits, 8), WRONG_CHECK_DIGIT);
}

const CANTONS = new Set('AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH FL'.split(' '));

const OASI_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  'ahv',
  'avs',
  'ahv nummer',
  'ahvn13',
  'navs13',
  'numéro avs',
  'numero avs',
];

export const SWITZERLAND: readonly Identifier[] = [
  {
    rule: 'ch-ahv',
    kind: OASI,
    forms: ['756.9{4}.9{4}.9{2}', '7569{10}', '756 9{4} 9{4} 9{2}', '756-9{4}-9{4}-9{2}'],
    check: checkOasi,
    words: OASI_WORDS,
    confidence: { alone: 0.85, named: 0.98 },
    source: 'AHVV Art. 133: 756 (ISO 3166 of Switzerland), nine digits, check digit of EAN-13',
    examples: { valid: ['756.1234.5678.97', '7561234567897'], invalid: ['756.1234.5678.98', '757.1234.5678.97'] },
  },
  {
    rule: 'ch-health-card',
    kind: HEALTH_CARD,
    forms: ['807569{15}', '80 756 9{5} 9{5} 9{5}'],
    words: [...HEALTH_INSURANCE_WORDS, 'versichertenkarte', "carte d'assuré", 'veka'],
    confidence: { alone: 0.6, named: 0.95 },
    source: 'VVK: 80 (health), 756 (Switzerland), fifteen digits',
    examples: { valid: ['80756000012345678901'], invalid: ['80757000012345678901'] },
  },
  passport({
    rule: 'ch-passport',
    forms: ['A9{7}', 'A9A9{6}'],
    source: 'PRADO, CHE-AO: a letter and seven digits',
    examples: { valid: ['X1234567'], invalid: ['X123456'] },
  }),
  identityCard({
    rule: 'ch-identity-card',
    forms: ['A9{7}', 'A9A9{6}'],
    source: 'PRADO, CHE-BO: a letter and seven digits',
    examples: { valid: ['Identitätskarte C1234567'], invalid: ['Identitätskarte C123456'] },
  }),
  drivingLicence({
    rule: 'ch-driving-licence',
    forms: ['9{12}'],
    words: ['fahrausweis', 'führerausweis'],
    confidence: DIGITS_ONLY,
    source: 'VZV Art. 24: twelve digits',
    examples: { valid: ['Führerausweis 123456789012'], invalid: ['123456789012'] },
  }),
  licencePlate({
    rule: 'ch-licence-plate',
    forms: ['A{2} 9{1,6}', 'A{2}-9{1,6}', 'A{2}9{3,6}'],
    check: (compact) => unless(CANTONS.has(compact.slice(0, 2)) && compact[2] !== '0', NOT_ISSUED),
    words: ['kontrollschild', 'autonummer', 'plaque de contrôle'],
    confidence: { alone: 0, named: 0.78 },
    source: 'VZV Art. 84: canton and number',
    examples: { valid: ['Kontrollschild ZH 123456'], invalid: ['Kontrollschild XX 123456'] },
  }),
  {
    rule: 'ch-uid',
    kind: ENTERPRISE,
    forms: ['C\\HE-9{3}.9{3}.9{3}', 'C\\HE9{9}', 'C\\HE 9{3}.9{3}.9{3}', 'C\\HE-9{9}'],
    check: checkEnterprise,
    words: [...COMPANY_NUMBER_WORDS, ...VAT_WORDS, 'uid', 'ide', 'unternehmens identifikationsnummer'],
    confidence: { alone: 0.85, named: 0.97 },
    source: 'UIDG; eCH-0097: weights 5, 4, 3, 2, 7, 6, 5, 4 modulo 11',
    examples: { valid: ['CHE-123.456.788', 'CHE123456788 MWST'], invalid: ['CHE-123.456.789'] },
  },
];
