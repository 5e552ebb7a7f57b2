// IMEI, the number of a mobile phone: 3GPP TS 23.003 section 6.2 and annex B (Luhn check digit); reporting bodies by GSMA TS.06.
import { luhnHolds } from '../../checks/luhn.ts';
import type { Identifier } from '../../identifier.ts';
import { device } from './family.ts';

const IMEI = device(
  'imei',
  'IMEI of a mobile phone',
  'It names one phone for life: networks locate it by this number, and thieves clone it.',
);

/** First two digits: the bodies that have given out type allocation codes (GSMA TS.06 annex A). */
const BODIES = new Set([
  '01',
  '10',
  '30',
  '33',
  '35',
  '44',
  '45',
  '49',
  '50',
  '51',
  '52',
  '53',
  '54',
  '86',
  '91',
  '98',
  '99',
]);

const WORDS = [
  'imei',
  'imei number',
  'imeisv',
  'meid',
  'phone id',
  'handset',
  'equipment identity',
  'device imei',
  'numéro imei',
  'imei-nummer',
  'gerätenummer',
  'número de imei',
  'codice imei',
  'número imei',
  'numer imei',
  '串号',
  '手机串号',
  '端末識別番号',
  '製造番号',
];

export const IMEI_IDENTIFIER: Identifier = {
  rule: 'imei',
  kind: IMEI,
  forms: ['9{15}', '9{2}-9{6}-9{6}-9', '9{2} 9{6} 9{6} 9', '9{6}-9{2}-9{6}-9', '9{8} 9{6} 9'],
  check: (compact) => {
    if (!BODIES.has(compact.slice(0, 2))) return 'no body gives out such numbers';
    if (/^\d{2}0{13}$/.test(compact)) return 'one digit repeated';
    return luhnHolds(compact) ? true : 'the check digit does not hold';
  },
  words: WORDS,
  against: ['card', 'pan', 'amex', 'american express', 'iccid', 'timestamp', 'order number', 'nir', 'sécurité sociale'],
  confidence: { alone: 0.25, named: 0.95 },
  source: '3GPP TS 23.003, section 6.2; GSMA TS.06',
  examples: { valid: ['490154203237518', '35-209900-176148-1'], invalid: ['490154203237517', '123456789012347'] },
};

/** With software version in place of the check digit (TS 23.003 section 6.2.2): only where a word names it. */
export const IMEISV_IDENTIFIER: Identifier = {
  rule: 'imeisv',
  kind: IMEI,
  forms: ['9{16}', '9{2}-9{6}-9{6}-9{2}'],
  check: (compact) => (BODIES.has(compact.slice(0, 2)) ? true : 'no body gives out such numbers'),
  words: ['imeisv', 'imei sv', 'imei'],
  against: ['card', 'pan', 'credit', 'debit'],
  confidence: { alone: 0.02, named: 0.8 },
  source: '3GPP TS 23.003, section 6.2.2',
  examples: { valid: ['4901542032375101', '35-209900-176148-23'], invalid: ['1234567890123456'] },
};
