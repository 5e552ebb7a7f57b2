// The types of personal data in the words of field 70 of the EDPB's notification template, and the words people use for them.

/**
 * Type of breached data → its letter in field 70 of the EDPB template v1.0 (consultation draft of June 2026). The letters are
 * stable codes; the words are what facts are written in.
 */
export const DATA_CATEGORIES = {
  basic: 'a',
  contact: 'b',
  biometric: 'c',
  criminal: 'd',
  political: 'e',
  ethnic: 'f',
  religious: 'g',
  'sex-life': 'h',
  'trade-union': 'i',
  genetic: 'j',
  health: 'k',
  financial: 'l',
  'employment-health': 'm',
  'identification-numbers': 'n',
  location: 'o',
  'official-documents': 'p',
  'payment-methods': 'q',
  profile: 'r',
  credentials: 's',
  'not-yet-known': 't',
  other: 'u',
} as const;

export type DataCategory = keyof typeof DATA_CATEGORIES;

/** Other words in use for the same types. */
const OTHER_WORDS: Readonly<Record<string, DataCategory>> = {
  identity: 'basic',
  name: 'basic',
  email: 'contact',
  address: 'contact',
  biometrics: 'biometric',
  'criminal-convictions': 'criminal',
  offences: 'criminal',
  'political-opinions': 'political',
  racial: 'ethnic',
  'racial-ethnic': 'ethnic',
  'ethnic-origin': 'ethnic',
  religion: 'religious',
  philosophical: 'religious',
  'sexual-orientation': 'sex-life',
  'trade-union-membership': 'trade-union',
  genetics: 'genetic',
  medical: 'health',
  economic: 'financial',
  salary: 'financial',
  identification: 'identification-numbers',
  'national-id': 'identification-numbers',
  documents: 'official-documents',
  payment: 'payment-methods',
  'payment-data': 'payment-methods',
  card: 'payment-methods',
  bank: 'payment-methods',
  behavioural: 'profile',
  preferences: 'profile',
  purchases: 'profile',
  education: 'profile',
  employment: 'profile',
  communications: 'profile',
  traffic: 'profile',
  passwords: 'credentials',
  unknown: 'not-yet-known',
};

/** The words and letters that stand for a type of data. */
export const DATA_WORDS: readonly string[] = [
  ...Object.keys(DATA_CATEGORIES),
  ...Object.values(DATA_CATEGORIES),
  ...Object.keys(OTHER_WORDS),
];

const BY_WORD: ReadonlyMap<string, DataCategory> = new Map([
  ...Object.entries(OTHER_WORDS),
  ...(Object.entries(DATA_CATEGORIES) as [DataCategory, string][]).flatMap(
    ([word, letter]): [string, DataCategory][] => [
      [word, word],
      [letter, word],
    ],
  ),
]);

/** The type that a word or a letter of field 70 stands for; `other` where nobody knows the word. */
export function dataCategory(word: string): DataCategory {
  return BY_WORD.get(word) ?? 'other';
}

/** Data whose processing is forbidden but for exceptions (GDPR Article 9), and data on offences (Article 10). */
export const SPECIAL_CATEGORIES: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'biometric',
  'criminal',
  'political',
  'ethnic',
  'religious',
  'sex-life',
  'trade-union',
  'genetic',
  'health',
  'employment-health',
]);
