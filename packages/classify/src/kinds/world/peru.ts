// Peru: identity documents and tax numbers.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { allOf, NOT_ISSUED, ONE_DIGIT_REPEATED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { IDENTITY_CARD } from '../documents.ts';
import { nationalId } from './family.ts';

const RUC = nationalId(
  'pe-ruc',
  'Peruvian taxpayer number (RUC)',
  'It names a taxpayer: a person by the identity document inside it, or a company.',
);

export const PERU: readonly Identifier[] = [
  {
    rule: 'pe-dni',
    kind: IDENTITY_CARD,
    forms: ['9{8}', '9{8}-9'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: ['dni', 'documento nacional de identidad', 'número de dni', 'reniec', 'cui'],
    against: ['teléfono', 'telefono', 'precio', 'total', 'fecha'],
    confidence: { alone: 0.01, named: 0.7 },
    source: 'RENIEC (PE): eight digits',
    examples: { valid: ['10117410', '10117410-2'], invalid: ['1011741', '11111111'] },
  },
  {
    rule: 'pe-ruc',
    kind: RUC,
    forms: ['9{11}'],
    check: (compact) =>
      allOf(
        () => unless(/^(?:10|15|16|17|20)/.test(compact), NOT_ISSUED),
        () => unless((11 - weightedMod11(compact, WEIGHTS)) % 10 === digitAt(compact, 10), WRONG_CHECK_DIGIT),
      ),
    words: ['ruc', 'sunat', 'registro único de contribuyentes', 'registro unico de contribuyentes', 'contribuyente'],
    against: ['teléfono', 'telefono', 'pedido', 'timestamp'],
    confidence: { alone: 0.12, named: 0.94 },
    source: 'SUNAT (PE): weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 modulo 11',
    examples: { valid: ['20512333797', '20480977239'], invalid: ['20512333798', '30512333797'] },
  },
];

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;
