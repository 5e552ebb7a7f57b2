// Business identifier codes (SWIFT codes): ISO 9362. Four letters of the party, two of the country, two of the place, three
// of the branch where there is one.
import type { Verdict } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { bank } from './family.ts';

const BIC = bank(
  'bic',
  'Bank identifier code (BIC)',
  'It names a bank and no person; beside an account number it completes the details of a payment.',
);

/** ISO 3166-1 alpha-2, and XK for Kosovo. */
const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF ' +
    'CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH ' +
    'GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW ' +
    'KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG ' +
    'NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN ' +
    'SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE ' +
    'YT ZA ZM ZW'
  ).split(' '),
);

export const BICS: readonly Identifier[] = [
  {
    rule: 'bic',
    kind: BIC,
    forms: ['A{6}X{2}', 'A{6}X{5}'],
    check: isBic,
    words: [
      'bic',
      'swift',
      'swift code',
      'bic code',
      'code bic',
      'código swift',
      'codigo swift',
      'codice bic',
      'codice swift',
      'swift bic',
      'bank identifier',
      'kod swift',
      'código bic',
      '银行识别码',
      'スウィフト',
    ],
    confidence: { alone: 0.02, named: 0.85 },
    source: 'ISO 9362:2022',
    examples: {
      valid: ['DEUTDEFF', 'DEUTDEFF500', 'BNPAFRPPXXX', 'NEDSZAJJXXX'],
      invalid: ['deutdeff', 'DEUTQQFF', 'DEUTDEFF50'],
    },
  },
];

/** Prose is full of words of eight letters, so codes count only in capitals. */
function isBic(compact: string, written: string): Verdict {
  if (compact !== written) return 'not in capitals';
  return COUNTRIES.has(compact.slice(4, 6)) ? true : 'no such country';
}
