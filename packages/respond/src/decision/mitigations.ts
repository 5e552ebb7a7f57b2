// What speaks against a risk, or against a high one. It explains a decision and does not make it: the criteria already take it in.
import type { CompleteFacts, DecidingFact } from '../facts/completion.ts';
import type { Situation } from './situation.ts';

export interface Mitigation {
  readonly id: string;
  readonly facts: readonly DecidingFact[];
  readonly says: string;
  readonly source: string;
  readonly holds: (situation: Situation, facts: CompleteFacts) => boolean;
}

export const MITIGATIONS: readonly Mitigation[] = [
  {
    id: 'unintelligible',
    facts: ['unintelligible', 'credentials'],
    says: 'The data is unintelligible to whoever has it: strongly encrypted or hashed, and the key or salt is safe.',
    source: 'EDPB 01/2021, cases 01, 06, 10; GDPR Article 34(3)(a)',
    holds: (_, { unintelligible }) => unintelligible,
  },
  {
    id: 'ruled-out',
    facts: ['exfiltration'],
    says: 'It is shown that nobody took or saw the data.',
    source: 'EDPB 01/2021, cases 01, 02, 03',
    holds: (_, { exfiltration }) => exfiltration === 'ruled-out',
  },
  {
    id: 'already-public',
    facts: [],
    says: 'All of the data was lawfully public before.',
    source: 'EDPB 9/2022, section IV.A',
    holds: (_, { alreadyPublic }) => alreadyPublic,
  },
  {
    id: 'restored',
    facts: ['backup', 'restoreHours', 'serviceImpact'],
    says: 'Everything was back in time, and people missed little or nothing.',
    source: 'EDPB 01/2021, case 01; 9/2022, Annex B, example iii',
    holds: ({ outage }) => outage === 'unfelt',
  },
  {
    id: 'trusted',
    facts: ['recipientsTrusted'],
    says: 'The recipients are known and trusted, so that misuse is unlikely.',
    source: 'EDPB 01/2021, case 09',
    holds: ({ isExposed, audience }) => isExposed && audience === 'trusted',
  },
  {
    id: 'deleted',
    facts: ['deletionConfirmed'],
    says: 'The recipients are known and confirmed that they deleted or returned it.',
    source: 'EDPB 01/2021, cases 09, 13',
    holds: ({ isExposed, audience }) => isExposed && audience === 'confirmed deletion',
  },
  {
    id: 'few',
    facts: ['persons'],
    says: 'It concerns few people.',
    source: 'EDPB 01/2021, cases 13, 15, 16',
    holds: ({ isFew }) => isFew,
  },
  {
    id: 'mundane',
    facts: ['data', 'specialCategories', 'identityTheftPossible'],
    says: 'The data says little about people: who they are and how to reach them, nothing sensitive and nothing for fraud.',
    source: 'EDPB 01/2021, cases 08, 13, 15',
    holds: ({ isMundane }, { data }) => isMundane && data.size > 0,
  },
  {
    id: 'known-recipients',
    facts: ['recipients', 'intent'],
    says: 'It is known who has it, and it got there by mistake.',
    source: 'EDPB 01/2021, cases 13, 15, 16',
    holds: ({ isExposed, audience, isMalicious }) => isExposed && !isMalicious && audience === 'known',
  },
];
