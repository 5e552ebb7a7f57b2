// The criteria by which a risk, or a high one, is likely. Each names the facts that it rests on.
// From the EDPB's Guidelines 01/2021 (v2.0), by case, and 9/2022 (v2.0), section IV.B and Annex B.
import type { DecidingFact } from '../facts/completion.ts';
import type { RiskLevel } from './risk.ts';
import type { Situation } from './situation.ts';

export interface Criterion {
  readonly id: string;
  /** What is likely where it holds. A graver situation never makes it stop holding. */
  readonly level: Exclude<RiskLevel, 'none'>;
  readonly facts: readonly DecidingFact[];
  readonly says: string;
  readonly source: string;
  readonly holds: (situation: Situation) => boolean;
}

/** Recipients who are known and of whom nobody says that they mean harm. */
function isMishap({ audience, isMalicious }: Situation): boolean {
  return !isMalicious && (audience === 'known' || audience === 'confirmed deletion');
}

function isWithStrangers(situation: Situation): boolean {
  return situation.isExposed && situation.audience === 'strangers';
}

/** Somebody has it who took it on purpose: a stranger or, as an employee, somebody who is known. */
function isWithTaker(situation: Situation): boolean {
  return isWithStrangers(situation) || isWithKnownTaker(situation);
}

function isWithKnownTaker({ isExposed, audience, isMalicious }: Situation): boolean {
  return isExposed && isMalicious && (audience === 'known' || audience === 'confirmed deletion');
}

export const CRITERIA: readonly Criterion[] = [
  {
    id: 'strangers',
    level: 'risk',
    facts: ['exfiltration', 'recipients', 'unintelligible'],
    says: 'Readable data may be with people whom nobody knows, and nothing rules that out.',
    source: 'EDPB 01/2021, cases 05, 11, 14',
    holds: isWithStrangers,
  },
  {
    id: 'taken-on-purpose',
    level: 'risk',
    facts: ['intent', 'exfiltration', 'recipients'],
    says: 'Somebody who is known took readable data on purpose, and may use it further.',
    source: 'EDPB 01/2021, case 08',
    holds: isWithKnownTaker,
  },
  {
    id: 'wrong-recipients',
    level: 'risk',
    facts: ['recipients', 'recipientsTrusted', 'deletionConfirmed', 'data', 'persons'],
    says: 'Known people who are not bound to secrecy have data that tells more than names and addresses, or concerns many.',
    source: 'EDPB 01/2021, case 16; 9/2022, Annex B, examples v, ix, x',
    holds: (s) =>
      s.isExposed &&
      isMishap(s) &&
      s.audience === 'known' &&
      !(s.isFew && s.isMundane && !s.isVulnerable && !s.isOngoing),
  },
  {
    id: 'deletion-is-not-enough',
    level: 'risk',
    facts: ['deletionConfirmed', 'identityTheftPossible', 'nationalId', 'paymentData', 'credentials', 'persons'],
    says: 'The recipients say that they deleted it, but it concerns many, or people who are vulnerable, or enables fraud.',
    source: 'EDPB 9/2022, section IV.B',
    holds: (s) => s.isExposed && isMishap(s) && !(s.isFew && !s.enablesFraud && !s.isVulnerable && !s.isOngoing),
  },
  {
    id: 'trust-is-not-enough',
    level: 'risk',
    facts: ['recipientsTrusted', 'deletionConfirmed', 'ongoing'],
    says: 'The recipients are trusted, but it still goes on.',
    source: 'EDPB 9/2022, section IV.B',
    holds: ({ isExposed, audience, isOngoing }) => isExposed && audience === 'trusted' && isOngoing,
  },
  {
    id: 'outage',
    level: 'risk',
    facts: ['backup', 'restoreHours', 'serviceImpact'],
    says: 'Data or service was not back in time, or there was no backup to bring it back from.',
    source: 'EDPB 01/2021, case 02; 9/2022, Annex B, examples iv, viii',
    holds: ({ outage }) => outage === 'felt' || outage === 'lost',
  },
  {
    id: 'altered',
    level: 'risk',
    facts: ['nature', 'backup'],
    says: 'Data was altered, and may have been used wrongly before it was put right.',
    source: 'EDPB 9/2022, section IV.B',
    holds: ({ alteration }) => alteration === 'reversible' || alteration === 'irreversible',
  },
  {
    id: 'fraud',
    level: 'high',
    facts: ['identityTheftPossible', 'nationalId', 'paymentData', 'credentials', 'recipients', 'exfiltration'],
    says: 'Whoever has the data can pose as these people, pay in their name or log in as them.',
    source: 'EDPB 01/2021, cases 04, 05, 07, 11, 14, 17',
    holds: (s) => isWithTaker(s) && s.enablesFraud,
  },
  {
    id: 'special-categories',
    level: 'high',
    facts: ['specialCategories', 'data', 'recipients', 'deletionConfirmed'],
    says: 'The data says something on health, beliefs, sex life, origin or offences, and is out of hand.',
    source: 'EDPB 01/2021, case 12',
    holds: (s) => s.isSpecial && (isWithTaker(s) || (s.isExposed && s.audience === 'known')),
  },
  {
    id: 'vulnerable-people',
    level: 'high',
    facts: ['vulnerablePersons', 'recipients', 'unintelligible'],
    says: 'It concerns children, patients or others who can protect themselves less.',
    source: 'EDPB 01/2021, cases 10 (without encryption), 12; 9/2022, section IV.B',
    holds: (s) => s.isVulnerable && isWithTaker(s),
  },
  {
    id: 'money',
    level: 'high',
    facts: ['data', 'exfiltration', 'intent', 'recipients'],
    says: 'The data tells what people earn, own or owe, and was taken on purpose or has got out.',
    source: 'EDPB 01/2021, cases 07, 18',
    holds: (s) => s.isFinancial && (isWithKnownTaker(s) || (isWithStrangers(s) && (s.isMalicious || s.isDisclosed))),
  },
  {
    id: 'many-wrong-recipients',
    level: 'high',
    facts: ['persons', 'recipients', 'identityTheftPossible', 'nationalId', 'paymentData', 'vulnerablePersons'],
    says: 'Data of many people that enables fraud, or data of many vulnerable people, went to the wrong recipients.',
    source: 'EDPB 01/2021, case 14; 9/2022, Annex B, example ix',
    holds: (s) =>
      s.isExposed &&
      isMishap(s) &&
      !s.isFew &&
      ((s.enablesFraud && (s.audience === 'known' || s.isOngoing)) || (s.isVulnerable && s.audience === 'known')),
  },
  {
    id: 'severe-outage',
    level: 'high',
    facts: ['serviceImpact', 'restoreHours'],
    says: 'People came to grave harm, or could have, while data or service was out of reach.',
    source: 'EDPB 01/2021, case 03; 9/2022, Annex B, example viii',
    holds: ({ outage, impact }) => (outage === 'felt' || outage === 'lost') && impact === 'severe',
  },
  {
    id: 'lost-for-good',
    level: 'high',
    facts: ['backup', 'restoreHours', 'specialCategories', 'serviceImpact'],
    says: 'Data that people depend on is gone, without a backup.',
    source: 'EDPB 01/2021, case 12; 9/2022, Annex B, example iv',
    holds: ({ outage, impact, isSpecial, isFinancial, isVulnerable }) =>
      outage === 'lost' && (isSpecial || isFinancial || isVulnerable || impact === 'moderate' || impact === 'severe'),
  },
  {
    id: 'altered-for-good',
    level: 'high',
    facts: ['nature', 'serviceImpact', 'specialCategories'],
    says: 'Data that people depend on was altered, and what came of it cannot be made good.',
    source: 'EDPB 9/2022, section IV.B',
    holds: ({ alteration, isSpecial, enablesFraud, impact }) =>
      alteration === 'irreversible' && (isSpecial || enablesFraud || impact === 'severe'),
  },
];
