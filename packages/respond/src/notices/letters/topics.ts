// What a letter speaks about: types of data told as people know them, so that a card and an account each get the advice that helps.
import type { DataCategory } from '../../facts/data-category.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import { type Exposure, exposedCategories, exposuresOf } from './exposures.ts';

/** A subject on which a letter has a likely consequence and advice. */
const TOPICS = [
  'contact-details',
  'logins',
  'access-keys',
  'card',
  'account',
  'money',
  'documents',
  'id-numbers',
  'health',
  'work-health',
  'genetic',
  'biometric',
  'offences',
  'convictions',
  'origin',
  'intimate',
  'conversations',
  'habits',
  'location',
  'devices',
  'altered',
  'care-missing',
  'service-missing',
] as const;

export type Topic = (typeof TOPICS)[number];

/** A topic of one letter, with what it tells of. */
interface CoveredTopic {
  readonly topic: Topic;
  readonly covers: readonly Exposure[];
}

/** What a letter tells of in a case, in the order in which it does. */
export interface LetterTopics {
  /** The data that was exposed, under the names of these topics. */
  readonly data: readonly Topic[];
  /** What may happen through it, and what to do. */
  readonly advice: readonly CoveredTopic[];
  /** Data of which nobody has said what it is: a person has to write of it. */
  readonly unnamed: readonly Exposure[];
}

/** What to say of a type of data of which nobody knows more than the type. */
const TOPICS_OF_CATEGORY: Readonly<Record<DataCategory, readonly Topic[]>> = {
  basic: ['contact-details'],
  contact: ['contact-details'],
  biometric: ['biometric'],
  criminal: ['offences'],
  political: ['convictions'],
  ethnic: ['origin'],
  religious: ['convictions'],
  'sex-life': ['intimate'],
  'trade-union': ['convictions'],
  genetic: ['genetic'],
  health: ['health'],
  financial: ['money'],
  'employment-health': ['work-health'],
  'identification-numbers': ['id-numbers'],
  location: ['location'],
  'official-documents': ['documents'],
  'payment-methods': ['card', 'account'],
  profile: ['habits'],
  credentials: ['logins'],
  'not-yet-known': [],
  other: [],
};

/** Kinds of values that were found, by the start of their name → what to say of them, and the types that they belong to. */
const TOPICS_OF_KIND: readonly (readonly [start: string, topic: Topic, of: readonly DataCategory[]])[] = [
  ['contact/', 'contact-details', ['contact', 'basic', 'identification-numbers']],
  ['person/', 'contact-details', ['contact', 'basic']],
  ['person/nationality', 'origin', ['ethnic', 'religious', 'political']],
  ['account/', 'contact-details', ['identification-numbers']],
  ['account/username', 'logins', ['credentials']],
  ['account/session', 'logins', ['credentials', 'other']],
  ['device/session', 'logins', ['credentials', 'other']],
  ['credential/', 'logins', ['credentials']],
  ['secret/', 'access-keys', ['credentials']],
  ['payment/card', 'card', ['payment-methods', 'financial']],
  ['payment/', 'account', ['payment-methods', 'financial']],
  ['document/', 'documents', ['official-documents', 'identification-numbers']],
  ['national-id/', 'id-numbers', ['identification-numbers']],
  ['health-id/', 'id-numbers', ['identification-numbers']],
  ['conversation', 'conversations', ['profile', 'other']],
  ['search-history', 'conversations', ['profile', 'other']],
  ['location/', 'location', ['location']],
  ['device/', 'devices', ['other', 'location', 'profile']],
];

/**
 * The topics of a case.
 *
 * @param facts without contradictions
 */
export function topicsOf(facts: BreachFacts): LetterTopics {
  const exposures = exposuresOf(facts);
  const named = exposedCategories(facts).flatMap((category) => topicsOfData(category, facts));
  const isUnnamed = ({ category }: Exposure) =>
    topicsOfData(category, facts).length === 0 && (knownValue(facts.otherData) ?? []).length === 0;
  const advice = TOPICS.map((topic) => ({
    topic,
    covers: exposures.filter((exposure) => adviceOn(exposure, facts).includes(topic)),
  }));
  return {
    data: TOPICS.filter((topic) => named.includes(topic)),
    advice: advice.filter(({ covers }) => covers.length > 0),
    unnamed: exposures.filter(isUnnamed),
  };
}

/** What is altered or out of reach is told of by what people miss, and not by type. */
function adviceOn({ category, harm }: Exposure, facts: BreachFacts): readonly Topic[] {
  switch (harm) {
    case 'altered':
      return ['altered'];
    case 'out-of-reach':
      return isOfCare(category, facts) ? ['care-missing'] : ['service-missing'];
    case 'disclosed':
      return topicsOfData(category, facts);
  }
}

/** Where health data is out of reach, what else names and finds a patient is missed in care too. */
function isOfCare(category: DataCategory, facts: BreachFacts): boolean {
  return OF_CARE.has(category) && exposedCategories(facts).includes('health');
}

const OF_CARE: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'basic',
  'contact',
  'identification-numbers',
  'health',
  'genetic',
]);

function topicsOfData(category: DataCategory, facts: BreachFacts): readonly Topic[] {
  const found = topicsOfKinds(category, facts);
  return found.length > 0 ? found : topicsOfCategory(category, facts);
}

/** The longest start that fits is the one that counts: a card is no account. */
function topicsOfKinds(category: DataCategory, facts: BreachFacts): readonly Topic[] {
  const topics = (knownValue(facts.kinds) ?? []).flatMap(({ kind }) => {
    const fitting = TOPICS_OF_KIND.filter(([start, , of]) => kind.startsWith(start) && of.includes(category));
    const [best] = fitting.toSorted(([a], [b]) => b.length - a.length);
    return best === undefined ? [] : [best[1]];
  });
  return [...new Set(topics)];
}

/** A number that is no national one is a customer's or a user's: it leads to the person as an address does. */
function topicsOfCategory(category: DataCategory, facts: BreachFacts): readonly Topic[] {
  if (category === 'identification-numbers' && knownValue(facts.nationalId) === false) return ['contact-details'];
  return TOPICS_OF_CATEGORY[category];
}
