// The trades to which rules of the United States apply that follow a role or a licence, not a place.
import type { FactValue } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type Finding, met, open, unmet } from './finding.ts';
import { isWithin } from './places.ts';
import type { Applicability } from './regime.ts';

export type UsTrade = FactValue<'usRegulated'>[number];

const TRADES: Readonly<Record<UsTrade, string>> = {
  'hipaa-covered-entity': 'a HIPAA covered entity',
  'hipaa-business-associate': 'a HIPAA business associate',
  'personal-health-records': 'a vendor of personal health records',
  'sec-registrant': 'a company that files with the SEC',
  'ftc-financial-institution': 'a financial institution under the FTC',
  'nydfs-licensed': 'licensed by the NYDFS',
};

/** Whether the organisation is in a trade. */
export function isInTrade({ usRegulated }: BreachFacts, trade: UsTrade): Finding {
  const trades = knownValue(usRegulated);
  if (trades === undefined) return open(`Whether it is ${TRADES[trade]} is not known.`, 'usRegulated');
  return trades.includes(trade) ? met(`It is ${TRADES[trade]}.`) : unmet(`It is not ${TRADES[trade]}.`);
}

/**
 * Whether a rule applies to the trade of the organisation.
 *
 * @param presumedIn sectors in which it is presumed to, as long as the organisation is at home or at work in the United States
 */
export function appliesToTrades(
  facts: BreachFacts,
  trades: readonly UsTrade[],
  presumedIn: readonly string[] = [],
): Applicability {
  const findings = trades.map((trade) => isInTrade(facts, trade));
  const telling = findings.find(({ answer }) => answer === 'yes') ?? findings[0];
  const base = { assumed: [], isPresumed: false, decidedBy: [] } as const;
  if (telling === undefined || telling.answer === 'no') {
    return { ...base, answer: 'no', why: whyOf(findings) };
  }
  if (telling.answer === 'yes') return { ...base, answer: 'yes', why: whyOf([telling]) };
  const sector = knownValue(facts.sectors)?.find((one) => presumedIn.includes(one));
  const isPresumed = sector !== undefined && isInUnitedStates(facts);
  return {
    answer: 'unknown',
    why: whyOf(findings),
    isPresumed,
    assumed: isPresumed
      ? [`it is ${trades.map((trade) => TRADES[trade]).join(' or ')}, since it is in the sector ${sector}`]
      : [],
    decidedBy: ['usRegulated'],
  };
}

function whyOf(findings: readonly Finding[]): string {
  return findings.flatMap(({ reasons }) => reasons).join(' ');
}

function isInUnitedStates({ establishments, offersTo }: BreachFacts): boolean {
  const places = [...(knownValue(establishments) ?? []), ...(knownValue(offersTo) ?? [])];
  return places.some((place) => isWithin(place, 'US'));
}
