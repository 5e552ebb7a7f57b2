// Argentina: CUIT and CUIL, national identity documents.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { complementMod11 } from '../../checks/weighted.ts';
import { grouped, ungrouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { IDENTITY_CARD, PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const CUIT = nationalId(
  'ar-cuit',
  'Argentine taxpayer or employee number (CUIT, CUIL)',
  'It names one person by the identity document inside it, or a company; loans are taken out with it.',
);
const CUIT_WORDS: readonly string[] = [
  'cuit',
  'cuil',
  'cdi',
  'cuit cuil',
  'clave única de identificación tributaria',
  'afip',
  'arca',
  'contribuyente',
  'identificación tributaria',
  'tax id',
];

export const ARGENTINA: readonly Identifier[] = [
  {
    rule: 'ar-cuit',
    kind: CUIT,
    forms: ['99~9{8}~9'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => taxpayer(compact),
      ),
    words: CUIT_WORDS,
    confidence: { alone: 0.75, named: 0.97 },
    source: 'ARCA (AFIP), Resolución General 3995: prefix, document, weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 modulo 11',
    examples: { valid: ['20-05536168-2', '20 26756539 3'], invalid: ['20-26756539-2', '21-26756539-3'] },
  },
  {
    rule: 'ar-cuit-digits',
    kind: CUIT,
    forms: ['99~9{8}~9'],
    check: (compact, written) =>
      allOf(
        () => ungrouped(written, 3),
        () => taxpayer(compact),
      ),
    words: CUIT_WORDS,
    against: ['teléfono', 'telefono', 'celular', 'pedido', 'phone', 'order', 'timestamp'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'ARCA (AFIP), Resolución General 3995: prefix, document, weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 modulo 11',
    examples: { valid: ['20267565393'], invalid: ['20267565392', '2026756539'] },
  },
  {
    rule: 'ar-dni',
    kind: IDENTITY_CARD,
    forms: ['9{1,2}.9{3}.9{3}', '9{7,8}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: [
      'dni',
      'documento nacional de identidad',
      'nro documento',
      'número de documento',
      'numero de documento',
      'documento',
      'libreta de enrolamiento',
    ],
    against: ['teléfono', 'telefono', 'precio', 'importe', 'total', '$'],
    confidence: { alone: 0.02, named: 0.7 },
    source: 'Registro Nacional de las Personas, Ley 17.671: seven or eight digits',
    examples: { valid: ['20.123.456', '20123456'], invalid: ['2012345699', '200.123.456'] },
  },
  {
    rule: 'ar-passport',
    kind: PASSPORT,
    forms: ['A{3}9{6}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.04, named: 0.78 },
    source: 'Registro Nacional de las Personas: three letters and six digits',
    examples: { valid: ['AAB123456'], invalid: ['AAB12345'] },
  },
];

const PREFIXES: ReadonlySet<number> = new Set([20, 23, 24, 25, 26, 27, 30, 33, 34, 50, 51, 55]);
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Where 10 would come out, as a rule the prefix is changed to 23 or 33, for which 9 is right; some have 9 all the same. */
function taxpayer(compact: string): Verdict {
  const check = complementMod11(compact, WEIGHTS);
  return allOf(
    () => unless(PREFIXES.has(numberAt(compact, 0, 2)), NOT_ISSUED),
    () => unless((check === 10 ? 9 : check) === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}
