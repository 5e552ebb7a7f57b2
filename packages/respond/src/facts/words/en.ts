// Names of values of facts in English.
import type { FactWords } from './words.ts';

export const FACTS_EN: FactWords = {
  nature: {
    confidentiality: 'loss of confidentiality',
    integrity: 'loss of integrity',
    availability: 'loss of availability',
  },
  exfiltration: {
    'ruled-out': 'ruled out by complete logs',
    unlikely: 'unlikely, not ruled out',
    unknown: 'cannot be told',
    likely: 'likely',
    proved: 'proved',
  },
  data: {
    basic: 'names and basic data',
    contact: 'contact details',
    biometric: 'biometric data',
    criminal: 'offences and convictions',
    political: 'political opinions',
    ethnic: 'racial or ethnic origin',
    religious: 'religious or philosophical beliefs',
    'sex-life': 'sex life or sexual orientation',
    'trade-union': 'trade union membership',
    genetic: 'genetic data',
    health: 'health',
    financial: 'economic and financial data',
    'employment-health': 'health at work',
    'identification-numbers': 'identification numbers',
    location: 'location',
    'official-documents': 'official documents',
    'payment-methods': 'means of payment',
    profile: 'profiles and communications',
    credentials: 'passwords and other credentials',
    'not-yet-known': 'types that are not known yet',
    other: 'other data',
  },
};
