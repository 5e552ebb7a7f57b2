// Brazil: CPF, CNPJ, identity cards, licences, social security and health cards.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, IDENTITY_CARD, PASSPORT } from '../documents.ts';
import { LICENCE_PLATE } from '../vehicle.ts';
import { DRIVING_LICENCE_WORDS, IDENTITY_CARD_WORDS, LICENCE_PLATE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';

const CPF = nationalId(
  'br-cpf',
  'Brazilian taxpayer number (CPF)',
  'It names one person for life; credit, phones and payments (Pix) are taken out with it.',
);
const PIS = nationalId(
  'br-pis',
  'Brazilian social integration number (PIS, NIS)',
  'It names one employee and opens pay and benefit records.',
);
const VOTER = nationalId('br-voter', 'Brazilian voter number', 'It names one voter and tells the place of voting.');
const CNS = healthId(
  'br-cns',
  'Brazilian health card number (CNS)',
  'It is the key of one patient’s record in the public health service.',
);
const CNPJ = organisation(
  'br-cnpj',
  'Brazilian company number (CNPJ)',
  'It names a company, or one person who trades alone, in a public register.',
);

const CPF_WORDS: readonly string[] = [
  'cpf',
  'cpf número',
  'nº cpf',
  'cpf no',
  'cadastro de pessoa física',
  'cadastro de pessoas físicas',
  'contribuinte',
  'cpf cnpj',
  'tax id',
  'documento',
  'chave pix',
  'pix',
  'taxpayer',
];
const CNPJ_WORDS: readonly string[] = [
  'cnpj',
  'cadastro nacional',
  'cpf cnpj',
  'razão social',
  'razao social',
  'inscrição no cnpj',
  'company id',
];
const OTHERS: readonly string[] = [
  'pedido',
  'rastreio',
  'order',
  'tracking',
  'timestamp',
  'telefone',
  'celular',
  'phone',
  'bytes',
  'protocolo',
];

export const BRAZIL: readonly Identifier[] = [
  {
    rule: 'br-cpf',
    kind: CPF,
    // Not with full stops alone: addresses of the Internet are written so.
    forms: ['9{3}.9{3}.9{3}-9{2}', '9{3} 9{3} 9{3} 9{2}', '9{3} 9{3} 9{3}-9{2}', '9{3}-9{3}-9{3}-9{2}'],
    check: taxpayer,
    words: CPF_WORDS,
    confidence: { alone: 0.92, named: 0.98 },
    source: 'Receita Federal, Instrução Normativa RFB 2172/2024: two check digits modulo 11',
    examples: {
      valid: ['390.533.447-05', '216.957.050-09', '390 533 447 05'],
      invalid: ['390.533.447-06', '111.111.111-11'],
    },
  },
  {
    rule: 'br-cpf-digits',
    kind: CPF,
    forms: ['9{11}'],
    check: taxpayer,
    words: CPF_WORDS,
    against: OTHERS,
    confidence: { alone: 0.35, named: 0.97 },
    source: 'Receita Federal, Instrução Normativa RFB 2172/2024: two check digits modulo 11',
    examples: { valid: ['39053344705', '21695705009'], invalid: ['39053344706', '00000000000', '12345678901'] },
  },
  {
    rule: 'br-cnpj',
    kind: CNPJ,
    forms: ['XX.X{3}.X{3}/X{4}-99', 'XX~X{3}~X{3}~X{4}~99'],
    check: (compact, written) =>
      allOf(
        () => grouped(written.replace(/[./-]/g, '-'), 4),
        () => company(compact),
      ),
    words: CNPJ_WORDS,
    confidence: { alone: 0.93, named: 0.98 },
    source: 'Receita Federal, Instrução Normativa RFB 2229/2024: letters since July 2026, valued by ASCII less 48',
    examples: {
      valid: ['16.727.230/0001-97', '12.ABC.345/01DE-35'],
      invalid: ['16.727.230/0001-98', '12.ABC.345/01DE-99', '00.000.000/0000-00'],
    },
  },
  {
    rule: 'br-cnpj-digits',
    kind: CNPJ,
    forms: ['9{14}', 'X{12}99'],
    check: company,
    words: CNPJ_WORDS,
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Receita Federal, Instrução Normativa RFB 2229/2024: letters since July 2026, valued by ASCII less 48',
    examples: { valid: ['16727230000197', '12ABC34501DE35'], invalid: ['16727230000198', '11111111111111'] },
  },
  {
    rule: 'br-rg',
    kind: IDENTITY_CARD,
    forms: ['9{1,2}.9{3}.9{3}-X', '9{1,2}.9{3}.9{3}', '9{8}X', '9{7,8}-X'],
    words: [
      ...IDENTITY_CARD_WORDS,
      'rg',
      'registro geral',
      'carteira de identidade',
      'cédula de identidade',
      'cedula de identidade',
      'nº rg',
      'ssp',
    ],
    against: ['cpf', 'telefone', 'valor', 'r$'],
    confidence: { alone: 0.05, named: 0.78 },
    source: 'Lei 7.116/1983: numbers of the states; São Paulo with a check digit or X',
    examples: { valid: ['12.345.678-9', '12.345.678-X'], invalid: ['12.345.67-9'] },
  },
  {
    rule: 'br-cnh',
    kind: DRIVING_LICENCE,
    forms: ['9{11}'],
    check: drivingLicence,
    words: [
      ...DRIVING_LICENCE_WORDS,
      'cnh',
      'habilitação',
      'habilitacao',
      'carteira nacional de habilitação',
      'registro cnh',
      'detran',
    ],
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Resolução CONTRAN 886/2021; Denatran, two check digits modulo 11',
    examples: { valid: ['02650306461', '58316794534'], invalid: ['02650306462', '11111111111'] },
  },
  {
    rule: 'br-pis',
    kind: PIS,
    forms: ['9{11}', '9{3}.9{5}.9{2}-9', '9{3}.9{4}.9{3}-9'],
    check: (compact) => {
      const rest = weightedSum(compact, PIS_WEIGHTS) % 11;
      return allOf(
        () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
        () => unless((rest < 2 ? 0 : 11 - rest) === digitAt(compact, 10), WRONG_CHECK_DIGIT),
      );
    },
    words: [
      'pis',
      'pasep',
      'pis pasep',
      'nis',
      'nit',
      'número de identificação social',
      'inscrição do trabalhador',
      'ctps',
    ],
    against: OTHERS,
    confidence: { alone: 0.15, named: 0.94 },
    source: 'Caixa Econômica Federal, PIS/PASEP: weights 3, 2, 9, 8, 7, 6, 5, 4, 3, 2 modulo 11',
    examples: { valid: ['120.56412.54-5', '12056412545'], invalid: ['12056412546', '00000000000'] },
  },
  {
    rule: 'br-voter',
    kind: VOTER,
    forms: ['9{12}', '9{4} 9{4} 9{4}'],
    check: voter,
    words: [
      'título de eleitor',
      'titulo de eleitor',
      'título eleitoral',
      'titulo eleitoral',
      'zona eleitoral',
      'eleitor',
      'tse',
    ],
    against: OTHERS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'Resolução TSE 23.659/2021: state 01 to 28, two check digits modulo 11',
    examples: { valid: ['004356870906', '0043 5687 0906'], invalid: ['004356870907', '004356879906'] },
  },
  {
    rule: 'br-cns',
    kind: CNS,
    forms: ['9{15}', '9{3} 9{4} 9{4} 9{4}'],
    check: (compact) => {
      let sum = 0;
      for (let i = 0; i < 15; i += 1) sum += digitAt(compact, i) * (15 - i);
      return allOf(
        () => unless('12789'.includes(compact.charAt(0)) && !isOneRepeated(compact), NOT_ISSUED),
        () => unless(sum % 11 === 0, WRONG_CHECK_DIGIT),
      );
    },
    words: [
      'cns',
      'cartão sus',
      'cartao sus',
      'cartão nacional de saúde',
      'cartao nacional de saude',
      'cartão do sus',
      'datasus',
    ],
    against: [...OTHERS, 'imei'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'DATASUS, Cartão Nacional de Saúde: weights 15 to 1 modulo 11',
    examples: {
      valid: ['700000000000005', '700 0000 0000 0005', '898000000043208'],
      invalid: ['700000000000006', '300000000000005'],
    },
  },
  {
    rule: 'br-passport',
    kind: PASSPORT,
    forms: ['A{2}9{6}'],
    words: [...PASSPORT_WORDS, 'passaporte'],
    confidence: { alone: 0.05, named: 0.78 },
    source: 'Polícia Federal: two letters and six digits',
    examples: { valid: ['FD123456'], invalid: ['F123456'] },
  },
  {
    rule: 'br-licence-plate',
    kind: LICENCE_PLATE,
    forms: ['A{3}-9{4}', 'A{3}9A99', 'A{3} 9{4}'],
    check: (compact, written) => unless(compact === written.replace(/[- ]/g, ''), 'not in capitals'),
    words: [...LICENCE_PLATE_WORDS, 'placa', 'renavam', 'placa do veículo'],
    against: ['sku', 'part number', 'iso', 'issue', 'ticket', 'rfc', 'jira'],
    confidence: { alone: 0.15, named: 0.88 },
    source: 'Resolução CONTRAN 969/2022 (Mercosul): three letters, digit, letter or digit, two digits',
    examples: { valid: ['BRA2E19', 'ABC-1234'], invalid: ['AB-1234', 'bra2e19'] },
  },
];

/** A check digit of 11 less the remainder, 0 where that is 10 or 11, weights counting down from the front. */
function checkDigit(compact: string, length: number, first: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += digitAt(compact, i) * (first - i);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function taxpayer(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () =>
      unless(
        checkDigit(compact, 9, 10) === digitAt(compact, 9) && checkDigit(compact, 10, 11) === digitAt(compact, 10),
        WRONG_CHECK_DIGIT,
      ),
  );
}

/** Weights are 2 to 9 from the right, again and again; a letter counts as its ASCII code less 48. */
function companyDigit(compact: string, length: number): number {
  let sum = 0;
  for (let i = length - 1, weight = 2; i >= 0; i -= 1, weight = weight === 9 ? 2 : weight + 1) {
    sum += (compact.charCodeAt(i) - 48) * weight;
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function company(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact.slice(0, 12)), ONE_DIGIT_REPEATED),
    () =>
      unless(
        companyDigit(compact, 12) === digitAt(compact, 12) && companyDigit(compact, 13) === digitAt(compact, 13),
        WRONG_CHECK_DIGIT,
      ),
  );
}

/** A first remainder of 10 takes two from the second. */
function drivingLicence(compact: string): Verdict {
  if (isOneRepeated(compact)) return ONE_DIGIT_REPEATED;
  let falling = 0;
  let rising = 0;
  for (let i = 0; i < 9; i += 1) {
    falling += digitAt(compact, i) * (9 - i);
    rising += digitAt(compact, i) * (i + 1);
  }
  const first = falling % 11;
  const taken = first === 10 ? 2 : 0;
  const second = (rising - taken + 11) % 11;
  return unless(
    (first === 10 ? 0 : first) === digitAt(compact, 9) && (second === 10 ? 0 : second) === digitAt(compact, 10),
    WRONG_CHECK_DIGIT,
  );
}

const PIS_WEIGHTS = [3, 2, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Eight digits of order, two of the state, two of check. São Paulo and Minas Gerais write 1 for 0. */
function voter(compact: string): Verdict {
  const state = numberAt(compact, 8, 10);
  if (state < 1 || state > 28) return NOT_ISSUED;
  const lifted = state <= 2 ? 1 : 0;
  let sum = 0;
  for (let i = 0; i < 8; i += 1) sum += digitAt(compact, i) * (i + 2);
  const first = voterDigit(sum % 11, lifted);
  const second = voterDigit((digitAt(compact, 8) * 7 + digitAt(compact, 9) * 8 + first * 9) % 11, lifted);
  return unless(first === digitAt(compact, 10) && second === digitAt(compact, 11), WRONG_CHECK_DIGIT);
}

function voterDigit(rest: number, lifted: number): number {
  if (rest === 10) return 0;
  return rest === 0 ? lifted : rest;
}
