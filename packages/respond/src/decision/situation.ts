// What the facts come down to under the criteria of the EDPB (Guidelines 9/2022, section IV.B): who can use the data, what it lets them
// do, whose it is, and what people miss while it is gone.
import type { CompleteFacts } from '../facts/completion.ts';
import type { DataCategory } from '../facts/data-category.ts';

/** Up to so many people are few; ENISA's method flags a breach that concerns more than 100. */
const FEW_PERSONS = 100;
/** An outage that is over within so many hours is a short one (Guidelines 9/2022, Annex B, example iii: minutes). */
const BRIEF_HOURS = 2;
/** A restoration from a backup within so many hours is timely where people missed little. */
const TIMELY_HOURS = 24;

/** Data that says who somebody is and how to reach them, and what they like: alone it does little harm. */
const MUNDANE: ReadonlySet<DataCategory> = new Set<DataCategory>(['basic', 'contact', 'profile']);

/** Who can make use of the data. */
type Audience = 'nobody' | 'trusted' | 'confirmed deletion' | 'known' | 'strangers';

/** What became of data or a service that was out of reach. */
type Outage = 'none' | 'unfelt' | 'felt' | 'lost';

export interface Situation {
  /** Confidentiality is at stake: data may have been seen, and could be read. */
  readonly isExposed: boolean;
  readonly audience: Audience;
  readonly isMalicious: boolean;
  /** Disclosure is proved or likely, not only possible. */
  readonly isDisclosed: boolean;
  readonly isOngoing: boolean;
  readonly isFew: boolean;
  readonly isMundane: boolean;
  readonly isSpecial: boolean;
  readonly isVulnerable: boolean;
  readonly isFinancial: boolean;
  /** Passwords or keys that can be used. */
  readonly hasUsableCredentials: boolean;
  readonly enablesFraud: boolean;
  readonly outage: Outage;
  readonly impact: CompleteFacts['serviceImpact'];
  readonly alteration: 'none' | CompleteFacts['alteration'];
}

/** The situation that complete facts describe. */
export function situationOf(facts: CompleteFacts): Situation {
  const hasUsableCredentials = facts.credentials === 'plain' || facts.credentials === 'weak-hash';
  const isSpecial = facts.specialCategories.size > 0;
  const enablesFraud = facts.identityTheftPossible || facts.nationalId || facts.paymentData || hasUsableCredentials;
  const isMundane = !isSpecial && !enablesFraud && [...facts.data].every((category) => MUNDANE.has(category));
  return {
    isExposed: isExposed(facts),
    audience: audienceOf(facts),
    isMalicious: facts.intent === 'malicious',
    isDisclosed: facts.exfiltration === 'likely' || facts.exfiltration === 'proved',
    isOngoing: facts.ongoing,
    isFew: facts.persons <= FEW_PERSONS,
    isMundane,
    isSpecial,
    isVulnerable: facts.vulnerablePersons,
    isFinancial: facts.data.has('financial') || facts.paymentData,
    hasUsableCredentials,
    enablesFraud,
    outage: outageOf(facts),
    impact: facts.serviceImpact,
    alteration: facts.nature.includes('integrity') ? facts.alteration : 'none',
  };
}

/**
 * Data may have been seen, and could be read. Where an attacker was in a system, disclosure is at stake unless it is ruled out, also when
 * the breach was first seen as an outage.
 */
function isExposed(facts: CompleteFacts): boolean {
  if (facts.exfiltration === 'ruled-out' || facts.unintelligible || facts.alreadyPublic || facts.persons === 0) {
    return false;
  }
  const isAtStake = facts.nature.includes('confidentiality') || facts.intent === 'malicious';
  return isAtStake || facts.exfiltration === 'likely' || facts.exfiltration === 'proved';
}

/** Who has the data. An attacker of whom nobody knows anything is a stranger, also where no recipient is named. */
function audienceOf(facts: CompleteFacts): Audience {
  const { recipients, recipientsTrusted, deletionConfirmed, intent, exfiltration } = facts;
  if (recipients === 'none') {
    const isTaken = intent === 'malicious' || exfiltration === 'likely' || exfiltration === 'proved';
    return isTaken ? 'strangers' : 'nobody';
  }
  if (recipients !== 'known') return 'strangers';
  if (recipientsTrusted) return 'trusted';
  return deletionConfirmed ? 'confirmed deletion' : 'known';
}

function outageOf({ nature, persons, backup, restoreHours, serviceImpact }: CompleteFacts): Outage {
  if (!nature.includes('availability') || persons === 0) return 'none';
  if (restoreHours === Number.POSITIVE_INFINITY && !backup) return 'lost';
  if (serviceImpact === 'moderate' || serviceImpact === 'severe') return 'felt';
  if (restoreHours <= BRIEF_HOURS) return 'unfelt';
  const isTimely = serviceImpact === 'none' || restoreHours <= TIMELY_HOURS;
  return backup && isTimely ? 'unfelt' : 'felt';
}
