// Colombia: citizenship cards and tax numbers.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { allOf, ONE_DIGIT_REPEATED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { IDENTITY_CARD, PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const NIT = nationalId(
  'co-nit',
  'Colombian tax number (NIT)',
  'It names a taxpayer: a company, or a person by the citizenship card inside it.',
);

export const COLOMBIA: readonly Identifier[] = [
  {
    rule: 'co-cedula',
    kind: IDENTITY_CARD,
    forms: ['9{1,3}.9{3}.9{3}', '9.9{3}.9{3}.9{3}', '9{6,10}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: [
      'cédula de ciudadanía',
      'cedula de ciudadania',
      'cédula',
      'cedula',
      'cc no',
      'nuip',
      'tarjeta de identidad',
      'cédula de extranjería',
      'cedula de extranjeria',
    ],
    against: ['teléfono', 'telefono', 'celular', 'precio', 'total', 'factura', '$'],
    confidence: { alone: 0.02, named: 0.75 },
    source: 'Registraduría Nacional del Estado Civil (CO): six to ten digits, no check digit',
    examples: { valid: ['1.020.304.050', '52345678'], invalid: ['12345', '11111111'] },
  },
  {
    rule: 'co-nit',
    kind: NIT,
    forms: ['9{9}-9', '9{3}.9{3}.9{3}-9', '9.9{3}.9{3}.9{3}-9', '9{10}-9'],
    check: taxpayer,
    words: [
      'nit',
      'rut',
      'dian',
      'número de identificación tributaria',
      'numero de identificacion tributaria',
      'identificación tributaria',
    ],
    against: ['pedido', 'orden', 'order', 'phone'],
    confidence: { alone: 0.3, named: 0.95 },
    source:
      'DIAN, Orden Administrativa 4 de 1989: weights 3, 7, 13, 17, 19, 23, 29, 37, 41, 43 from the right modulo 11',
    examples: { valid: ['213.123.432-1', '213123432-1'], invalid: ['213.123.432-2'] },
  },
  {
    rule: 'co-passport',
    kind: PASSPORT,
    forms: ['A{2}9{6}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.04, named: 0.76 },
    source: 'Cancillería de Colombia: two letters and six digits',
    examples: { valid: ['AN123456'], invalid: ['A123456'] },
  },
];

const WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71] as const;

function taxpayer(compact: string): Verdict {
  const last = compact.length - 1;
  let sum = 0;
  for (let i = last - 1, place = 0; i >= 0; i -= 1, place += 1) sum += digitAt(compact, i) * (WEIGHTS[place] ?? 0);
  const rest = sum % 11;
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless((rest < 2 ? rest : 11 - rest) === digitAt(compact, last), WRONG_CHECK_DIGIT),
  );
}
