// The groups of people to whom letters go: one letter a group, since each is addressed as what they are to the organisation.
import type { FactValue } from '../../facts/definitions.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';

/** `parents` get the letter about their children; `anyone` is for those of whom no more is known. */
export const LETTER_GROUPS = [
  'customers',
  'employees',
  'patients',
  'students',
  'subscribers',
  'users',
  'parents',
  'anyone',
] as const;

export type LetterGroup = (typeof LETTER_GROUPS)[number];

/**
 * The groups that get a letter, in a fixed order; at least one.
 *
 * @param facts without contradictions
 */
export function groupsOf(facts: BreachFacts): readonly [LetterGroup, ...LetterGroup[]] {
  const named = new Set<LetterGroup>((knownValue(facts.subjects) ?? []).map(letterGroup));
  if (knownValue(facts.minors) === true || isChildFound(facts)) named.add('parents');
  const [first, ...others] = LETTER_GROUPS.filter((group) => named.has(group));
  return first === undefined ? ['anyone'] : [first, ...others];
}

function letterGroup(subject: FactValue<'subjects'>[number]): LetterGroup {
  switch (subject) {
    case 'minors':
      return 'parents';
    case 'military-or-police':
      return 'employees';
    case 'vulnerable':
    case 'other':
      return 'anyone';
    default:
      return subject;
  }
}

function isChildFound(facts: BreachFacts): boolean {
  return (knownValue(facts.kinds) ?? []).some(({ kind, rows }) => kind === 'special/child' && rows.lower > 0);
}
