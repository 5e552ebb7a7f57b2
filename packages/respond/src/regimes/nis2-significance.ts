// Whether an incident is significant: Article 23(3) of Directive (EU) 2022/2555, and for digital services the thresholds of Implementing
// Regulation (EU) 2024/2690, Articles 3 and 5 to 14: https://eur-lex.europa.eu/eli/reg_impl/2024/2690/oj
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { countryOf, EU_COUNTRIES } from './european-places.ts';

export interface Significance {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly decidedBy: readonly FactName[];
}

/** From what on an incident of a digital service is significant; only what facts tell. */
interface DigitalThreshold {
  readonly article: string;
  /** More minutes than these during which the service was completely unavailable. */
  readonly unavailableMinutes?: number;
  /** More users in the Union than these whose data was compromised. */
  readonly usersWithCompromisedData?: number;
  /** Data compromised by an action that is suspected to be malicious, however many it concerns. */
  readonly isMaliciousCompromiseEnough: boolean;
}

/** Article 3(1)(a): a direct loss of more than this, or of 5 % of the turnover where that is less. */
const LOSS_EUROS = 500_000;

const MILLION_USERS = { usersWithCompromisedData: 1_000_000, isMaliciousCompromiseEnough: true } as const;

/** By sector. Where the law compares a share of the users too, the number named beside it is the most that it can be. */
const DIGITAL_THRESHOLDS: Readonly<Record<string, DigitalThreshold>> = {
  dns: { article: '5', unavailableMinutes: 30, usersWithCompromisedData: 0, isMaliciousCompromiseEnough: true },
  'tld-registry': {
    article: '6',
    unavailableMinutes: 0,
    usersWithCompromisedData: 0,
    isMaliciousCompromiseEnough: true,
  },
  cloud: { article: '7', unavailableMinutes: 30, ...MILLION_USERS },
  'data-centre': { article: '8', unavailableMinutes: 0, isMaliciousCompromiseEnough: true },
  'content-delivery': { article: '9', unavailableMinutes: 30, ...MILLION_USERS },
  'managed-service': { article: '10', unavailableMinutes: 30, ...MILLION_USERS },
  'managed-security-service': { article: '10', unavailableMinutes: 30, ...MILLION_USERS },
  'online-marketplace': { article: '11', ...MILLION_USERS },
  'search-engine': { article: '12', ...MILLION_USERS },
  'social-network': { article: '13', ...MILLION_USERS },
  'trust-service': {
    article: '14',
    unavailableMinutes: 20,
    usersWithCompromisedData: 100,
    isMaliciousCompromiseEnough: false,
  },
};

/**
 * Whether the incident is significant.
 *
 * @param withThresholds whether the thresholds for digital services hold; before 7 November 2024 there were none
 */
export function significanceOf(facts: BreachFacts, withThresholds: boolean): Significance {
  const met = withThresholds ? thresholdMet(facts) : undefined;
  if (met !== undefined)
    return { answer: 'yes', why: `${met} (Implementing Regulation (EU) 2024/2690).`, decidedBy: [] };
  if (knownValue(facts.serviceImpact) === 'severe') {
    return { answer: 'yes', why: 'The outage hit people severely (Article 23(3)).', decidedBy: [] };
  }
  const stated = knownValue(facts.significantIncident);
  if (stated !== undefined) {
    const why = stated ? 'It is a significant incident' : 'It is no significant incident';
    return { answer: stated ? 'yes' : 'no', why: `${why}, as was stated (Article 23(3)).`, decidedBy: [] };
  }
  return {
    answer: 'unknown',
    why: 'It is owed if the incident could severely disrupt the service, cost it a lot, or do considerable damage to others (Article 23(3)).',
    decidedBy: ['significantIncident', ...(isDigital(facts) && withThresholds ? openThresholdFacts(facts) : [])],
  };
}

function isDigital(facts: BreachFacts): boolean {
  return (knownValue(facts.sectors) ?? []).some((sector) => sector in DIGITAL_THRESHOLDS);
}

function openThresholdFacts(facts: BreachFacts): readonly FactName[] {
  return (['unavailableMinutes', 'loss', 'intent'] as const).filter((name) => facts[name].state === 'unknown');
}

/** The first threshold that the facts surely meet, in a sentence without its end. */
function thresholdMet(facts: BreachFacts): string | undefined {
  if (isDigital(facts) && (knownValue(facts.loss)?.lower ?? 0) > LOSS_EUROS) {
    return 'The direct loss is more than 500,000 euros, Article 3(1)(a)';
  }
  for (const sector of knownValue(facts.sectors) ?? []) {
    const threshold = DIGITAL_THRESHOLDS[sector];
    const met = threshold && metIn(threshold, facts);
    if (met !== undefined) return `${met}, Article ${threshold?.article}`;
  }
  return undefined;
}

function metIn(threshold: DigitalThreshold, facts: BreachFacts): string | undefined {
  const { unavailableMinutes, usersWithCompromisedData, isMaliciousCompromiseEnough } = threshold;
  const minutes = knownValue(facts.unavailableMinutes);
  if (unavailableMinutes !== undefined && minutes !== undefined && minutes > unavailableMinutes) {
    return unavailableMinutes === 0
      ? 'The service was completely unavailable'
      : `The service was completely unavailable for more than ${unavailableMinutes} minutes`;
  }
  if (!isDataCompromised(facts)) return undefined;
  if (isMaliciousCompromiseEnough && knownValue(facts.intent) === 'malicious') {
    return 'Data was compromised by an action that is suspected to be malicious';
  }
  if (usersWithCompromisedData !== undefined && usersInUnion(facts) > usersWithCompromisedData) {
    return usersWithCompromisedData === 0
      ? 'Data of the service was compromised'
      : `Data of more than ${usersWithCompromisedData.toLocaleString('en')} users in the Union was compromised`;
  }
  return undefined;
}

/** Confidentiality or integrity of data; where nobody could have read it, nothing was compromised. */
function isDataCompromised(facts: BreachFacts): boolean {
  const isTouched = knownValue(facts.nature)?.some((nature) => nature !== 'availability') === true;
  return isTouched && knownValue(facts.exfiltration) !== 'ruled-out' && knownValue(facts.unintelligible) !== true;
}

/** At least so many; people who live outside of the Union, or nobody knows where, are not counted. */
function usersInUnion(facts: BreachFacts): number {
  return (knownValue(facts.personsByCountry) ?? [])
    .filter(({ country }) => EU_COUNTRIES.has(countryOf(country)))
    .reduce((sum, { persons }) => sum + persons.lower, 0);
}
