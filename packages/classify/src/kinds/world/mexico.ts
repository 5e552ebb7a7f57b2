// Mexico: CURP, RFC, social security, voters and passports.
import { isYymmdd } from '../../checks/calendar.ts';
import { base36At, digitAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const CURP = nationalId(
  'mx-curp',
  'Mexican population register code (CURP)',
  'It names one person for life and tells initials, birthday, sex and place of birth.',
);
const RFC = nationalId(
  'mx-rfc',
  'Mexican taxpayer code (RFC)',
  'It names one taxpayer and tells initials and birthday; a company has one too.',
);
const NSS = nationalId(
  'mx-nss',
  'Mexican social security number (NSS)',
  'It names one employee and opens care and pension records.',
);
const VOTER = nationalId(
  'mx-voter',
  'Mexican voter key',
  'It names one voter and tells birthday, place of birth and sex.',
);

const RFC_WORDS: readonly string[] = [
  'rfc',
  'registro federal de contribuyentes',
  'contribuyente',
  'sat',
  'tax id',
  'clave rfc',
  'cfdi',
];

export const MEXICO: readonly Identifier[] = [
  {
    rule: 'mx-curp',
    kind: CURP,
    forms: ['A{4}9{6}A{6}X9'],
    check: curp,
    words: [
      'curp',
      'clave única',
      'clave unica',
      'clave única de registro de población',
      'registro de población',
      'renapo',
    ],
    confidence: { alone: 0.93, named: 0.98 },
    source:
      'Instructivo normativo para la asignación de la CURP (DOF 2021): name, date, sex, state, check digit modulo 10',
    examples: {
      valid: ['BOXW310820HNERXN09'],
      invalid: ['BOXW310820HNERXN08', 'BOXW311320HNERXN09', 'BOXW310820QNERXN09', 'BOXW310820HXXRXN09'],
    },
  },
  {
    rule: 'mx-rfc',
    kind: RFC,
    forms: ['A{4}~9{6}~X{3}', 'A{3}~9{6}~X{3}'],
    check: rfc,
    words: RFC_WORDS,
    against: ['ietf', 'sku', 'part number'],
    confidence: { alone: 0.75, named: 0.97 },
    source: 'Servicio de Administración Tributaria, Anexo 22: name, date, check character modulo 11',
    examples: {
      valid: ['GODE561231GR8', 'GODE 561231 GR8', 'MAB-930714-8T4'],
      invalid: ['GODE561331GR8', 'GODE561231GR9'],
    },
  },
  {
    rule: 'mx-nss',
    kind: NSS,
    forms: ['9{11}', '9{2}-9{2}-9{2}-9{4}-9'],
    check: (compact) => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
    words: [
      'nss',
      'imss',
      'número de seguridad social',
      'numero de seguridad social',
      'seguro social',
      'número de seguro social',
    ],
    against: ['teléfono', 'telefono', 'pedido', 'timestamp'],
    confidence: { alone: 0.1, named: 0.93 },
    source: 'Instituto Mexicano del Seguro Social: office, year of entry, year of birth, order, Luhn',
    examples: { valid: ['12345678903'], invalid: ['12345678904'] },
  },
  {
    rule: 'mx-voter',
    kind: VOTER,
    forms: ['A{6}9{8}A9{3}'],
    check: (compact) =>
      allOf(
        () => unless('HM'.includes(compact.charAt(14)), NOT_ISSUED),
        () => unless(isYymmdd(compact, 6), NO_SUCH_DATE),
      ),
    words: ['clave de elector', 'credencial de elector', 'ine', 'ife', 'elector'],
    confidence: { alone: 0.8, named: 0.97 },
    source: 'Instituto Nacional Electoral: six letters, birth date, state, sex, three digits',
    examples: { valid: ['GMVLMR80070501M100'], invalid: ['GMVLMR80130501M100', 'GMVLMR80070501X100'] },
  },
  {
    rule: 'mx-passport',
    kind: PASSPORT,
    forms: ['A9{8}', 'N9{10}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.03, named: 0.75 },
    source: 'Secretaría de Relaciones Exteriores: a letter and eight digits',
    examples: { valid: ['G12345678'], invalid: ['GG1234567'] },
  },
];

const STATES: ReadonlySet<string> = new Set(
  'AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS'.split(' '),
);

/** Digits and letters with Ñ between N and O: from O on, letters count one more than in base 36. */
function curpValue(compact: string, index: number): number {
  const value = base36At(compact, index);
  return value > 23 ? value + 1 : value;
}

function curp(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += curpValue(compact, i) * (18 - i);
  return allOf(
    () => unless('HMX'.includes(compact.charAt(10)) && STATES.has(compact.slice(11, 13)), NOT_ISSUED),
    () => unless(isYymmdd(compact, 4), NO_SUCH_DATE),
    () => unless((10 - (sum % 10)) % 10 === digitAt(compact, 17), WRONG_CHECK_DIGIT),
  );
}

/** The tax office's order of characters, which has & and Ñ; a company's code has three letters and a space before them. */
const RFC_ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

function rfc(compact: string): Verdict {
  const padded = compact.padStart(13, ' ');
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += RFC_ALPHABET.indexOf(padded.charAt(i)) * (13 - i);
  const check = (11 - (sum % 11)) % 11;
  return allOf(
    () => unless(isYymmdd(compact, compact.length - 9), NO_SUCH_DATE),
    () => unless((check === 10 ? 'A' : String(check)) === compact.at(-1), WRONG_CHECK_DIGIT),
  );
}
