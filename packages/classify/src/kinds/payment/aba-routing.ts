// Routing transit numbers of US banks: ANSI X9.100-160, the American Bankers Association's numbering.
import { isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { bank } from './family.ts';

const ABA_ROUTING = bank(
  'aba-routing',
  'US bank routing number',
  'It names a bank and no person; beside an account number it lets strangers print cheques and order debits.',
);

const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1] as const;

export const ABA_ROUTING_NUMBERS: readonly Identifier[] = [
  {
    rule: 'us-aba-routing',
    kind: ABA_ROUTING,
    forms: ['9{9}', '9{4}-9{4}-9'],
    check: (compact) =>
      allOf(
        () => districtOf(compact),
        () => checkDigit(compact),
      ),
    words: [
      'aba',
      'routing',
      'routing number',
      'routing no',
      'rtn',
      'transit number',
      'aba number',
      'fedwire',
      'ach',
      'bank routing',
      'wire routing',
    ],
    against: ['account number', 'phone', 'ssn', 'zip', 'order number', 'tracking', 'siren', 'order id'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'ANSI X9.100-160; https://www.aba.com/about-us/routing-number',
    examples: { valid: ['121000358', '1210-0035-8', '011000015'], invalid: ['121000359', '421042111', '000000000'] },
  },
];

/** First two digits: Federal Reserve districts (also of thrifts and electronic), the Treasury, traveller's cheques. */
function districtOf(compact: string): Verdict {
  const district = numberAt(compact, 0, 2);
  const issued =
    district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80;
  return allOf(
    () => unless(issued, NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
  );
}

function checkDigit(compact: string): Verdict {
  return unless(weightedSum(compact, WEIGHTS) % 10 === 0, WRONG_CHECK_DIGIT);
}
