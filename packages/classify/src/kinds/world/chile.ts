// Chile: RUN and RUT.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const RUT = nationalId(
  'cl-rut',
  'Chilean identity and tax number (RUN, RUT)',
  'It names one person for life (from 50 million on, a company), and is asked for at every purchase.',
);
const WORDS: readonly string[] = [
  'rut',
  'run',
  'rol único tributario',
  'rol unico tributario',
  'rol único nacional',
  'cédula de identidad',
  'cedula de identidad',
  'carnet',
  'nro documento',
];
const SOURCE =
  'Servicio de Registro Civil e Identificación (CL): weights 2 to 7 from the right modulo 11, 10 written as K';

/** `run` names too much else beside a number that is not in the groups of a RUT. */
const WORDS_SAVE_RUN: readonly string[] = WORDS.filter((word) => word !== 'run');

export const CHILE: readonly Identifier[] = [
  {
    rule: 'cl-rut',
    kind: RUT,
    forms: ['9{1,2}.9{3}.9{3}-X'],
    check: rut,
    words: WORDS,
    confidence: { alone: 0.9, named: 0.98 },
    source: SOURCE,
    examples: { valid: ['76.086.428-5', '12.531.909-2'], invalid: ['76.086.428-6', '12.531.909-3', '11.111.111-1'] },
  },
  {
    rule: 'cl-rut-hyphen',
    kind: RUT,
    forms: ['9{7,8}-X'],
    check: rut,
    words: WORDS_SAVE_RUN,
    against: ['pedido', 'orden', 'order', 'tracking', 'phone', 'part number', 'conta corrente'],
    confidence: { alone: 0.4, named: 0.96 },
    source: SOURCE,
    examples: { valid: ['76086428-5', '12531909-2'], invalid: ['76086428-6', '1253190-A'] },
  },
  {
    rule: 'cl-rut-unbroken',
    kind: RUT,
    forms: ['9{7,8}X'],
    check: rut,
    words: WORDS_SAVE_RUN,
    against: ['pedido', 'orden', 'order', 'tracking', 'phone', 'timestamp', 'bytes'],
    confidence: { alone: 0.05, named: 0.9 },
    source: SOURCE,
    examples: { valid: ['125319092', '760864285'], invalid: ['760864286', '12531909Z'] },
  },
  {
    rule: 'cl-passport',
    kind: PASSPORT,
    forms: ['PX9{6,7}', 'F9{8}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.03, named: 0.75 },
    source: 'Servicio de Registro Civil e Identificación (CL)',
    examples: { valid: ['P1234567', 'F12345678'], invalid: ['X1234567'] },
  },
];

function rut(compact: string): Verdict {
  const last = compact.length - 1;
  let sum = 0;
  for (let i = last - 1, weight = 2; i >= 0; i -= 1, weight = weight === 7 ? 2 : weight + 1)
    sum += digitAt(compact, i) * weight;
  const check = (11 - (sum % 11)) % 11;
  return allOf(
    () => unless(numberAt(compact, 0, last) >= 1_000_000, NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless((check === 10 ? 'K' : String(check)) === compact[last], WRONG_CHECK_DIGIT),
  );
}
