// What the template's conditions ask of the case: whether it is late, and whether the controller is established in the EEA.
import type { Assessment } from '../../assessment.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Circumstance } from './condition.ts';
import { eeaEstablishments } from './from-facts/authorities.ts';

/** Where nobody says where the controller is established, it is taken to be in the EEA, as the duties are (regimes/gdpr-authorities.ts). */
export function circumstancesOf(facts: BreachFacts, { duties }: Assessment): ReadonlySet<Circumstance> {
  const isOutside = knownValue(facts.establishments) !== undefined && eeaEstablishments(facts).length === 0;
  const isLate = duties.some(({ regime, article, late }) => regime === 'gdpr' && article === '33(1)' && late);
  return new Set<Circumstance>([
    isOutside ? 'not established in the EEA' : 'established in the EEA',
    ...(isLate ? (['late'] as const) : []),
  ]);
}
