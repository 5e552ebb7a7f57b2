// The special categories of personal data (GDPR Article 9), criminal matters (Article 10) and children (recital 38), as kinds.
import type { EdpbCategory, Kind } from '../kind.ts';

export type SpecialCategory =
  | 'health'
  | 'health-at-work'
  | 'sexual-life'
  | 'religion'
  | 'politics'
  | 'trade-union'
  | 'ethnicity'
  | 'genetic'
  | 'biometric'
  | 'criminal'
  | 'child';

function kind(category: SpecialCategory, edpb: EdpbCategory, title: string, meaning: string): Kind {
  return { id: `special/${category}`, title, edpb: [edpb], meaning, identifies: 'about' };
}

/** The kind of each category. A child has no letter of its own in the template: its age is basic data, letter a. */
export const SPECIAL_KINDS: Readonly<Record<SpecialCategory, Kind>> = {
  health: kind('health', 'k', 'Health', 'Tells of an illness, a treatment, a disability or a pregnancy of a person.'),
  'health-at-work': kind(
    'health-at-work',
    'm',
    'Health at work',
    'Tells that a person was off sick or unfit for work.',
  ),
  'sexual-life': kind(
    'sexual-life',
    'h',
    'Sexual life',
    "Tells of a person's orientation, gender identity or sex life.",
  ),
  religion: kind(
    'religion',
    'g',
    'Religion or belief',
    'Tells what a person believes in or which community they belong to.',
  ),
  politics: kind(
    'politics',
    'e',
    'Political opinion',
    'Tells of a party, a vote, a protest or a conviction of a person.',
  ),
  'trade-union': kind(
    'trade-union',
    'i',
    'Trade union',
    'Tells that a person belongs to a trade union or acts for one.',
  ),
  ethnicity: kind('ethnicity', 'f', 'Ethnic origin', 'Tells of the racial or ethnic origin of a person.'),
  genetic: kind('genetic', 'j', 'Genetic data', 'Tells what is in the genes of a person, and so of their kin.'),
  biometric: kind('biometric', 'c', 'Biometric data', 'Tells of a fingerprint, a face or a voice that names a person.'),
  criminal: kind('criminal', 'd', 'Criminal matters', 'Tells of a charge, a conviction or a sentence of a person.'),
  child: kind('child', 'a', 'Child', 'Tells that a person is a child, who is owed particular protection.'),
};

/** All categories, in the order of the law's articles. */
export const SPECIAL_CATEGORIES = Object.keys(SPECIAL_KINDS) as readonly SpecialCategory[];
