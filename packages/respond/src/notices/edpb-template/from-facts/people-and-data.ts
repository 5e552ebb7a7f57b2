// Fields 65 to 76: whose data, which data, how much, and how it was protected, as far as facts tell.
import { DATA_CATEGORIES, type DataCategory } from '../../../facts/data-category.ts';
import type { FactName, FactValue } from '../../../facts/definitions.ts';
import { type Interval, knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import { type Answer, type AnswersByField, letters, text } from '../answer.ts';
import { TEMPLATE_LANGUAGES, type TemplateLanguage, type Words } from '../field.ts';
import { kindText } from '../kind-words.ts';
import { countText } from '../value-text.ts';
import { optionOf } from '../words.ts';

export const PEOPLE_AND_DATA_ANSWERS: AnswersByField = {
  65: ({ facts }) => groups(facts),
  66: ({ facts }) => aboutGroups(facts),
  67: ({ facts }) => howCounted(knownValue(facts.persons), 'persons'),
  68: ({ facts }) => count(knownValue(facts.persons), 'persons'),
  70: ({ facts }) => dataTypes(facts),
  71: ({ facts }) => aboutData(facts),
  72: ({ facts }) => howCounted(knownValue(facts.records), 'records'),
  73: ({ facts }) => count(knownValue(facts.records), 'records'),
  75: ({ facts }) => letters(knownValue(facts.measuresBefore) ?? [], 'measuresBefore'),
};

const GROUPS: Readonly<Record<FactValue<'subjects'>[number], string>> = {
  customers: 'a',
  employees: 'b',
  'military-or-police': 'c',
  minors: 'd',
  patients: 'e',
  students: 'f',
  subscribers: 'g',
  users: 'h',
  vulnerable: 'i',
  other: 'j',
};

/** Children and vulnerable people are groups of their own, also where only the fact about them tells of them. */
function groups(facts: BreachFacts): Answer | undefined {
  const named = (knownValue(facts.subjects) ?? []).map((group) => GROUPS[group]);
  const minors = knownValue(facts.minors) === true ? ['d'] : [];
  const isVulnerableNamed = [...named, ...minors].some((letter) => ['d', 'e', 'i'].includes(letter));
  const vulnerable = knownValue(facts.vulnerablePersons) === true && !isVulnerableNamed ? ['i'] : [];
  const from: FactName[] = [
    ...(named.length > 0 ? (['subjects'] as const) : []),
    ...(minors.length > 0 ? (['minors'] as const) : []),
    ...(vulnerable.length > 0 ? (['vulnerablePersons'] as const) : []),
  ];
  return letters([...named, ...minors, ...vulnerable], ...from);
}

function aboutGroups(facts: BreachFacts): Answer | undefined {
  const [minors, vulnerable] = [knownValue(facts.minors), knownValue(facts.vulnerablePersons)];
  const sentences: Words[] = [];
  if (minors !== undefined) {
    sentences.push(
      minors
        ? { en: 'There are children among them.', fr: 'Des mineurs figurent parmi elles.' }
        : { en: 'There are no children among them.', fr: 'Aucun mineur ne figure parmi elles.' },
    );
  }
  if (vulnerable !== undefined) {
    sentences.push(
      vulnerable
        ? { en: 'There are vulnerable people among them.', fr: 'Des personnes vulnérables figurent parmi elles.' }
        : { en: 'There are no vulnerable people among them.', fr: 'Aucune personne vulnérable ne figure parmi elles.' },
    );
  }
  const from: FactName[] = [
    ...(minors === undefined ? [] : (['minors'] as const)),
    ...(vulnerable === undefined ? [] : (['vulnerablePersons'] as const)),
  ];
  return text(sentences, ...from);
}

/** Bounds that say nothing (from 0 to any number) are no number. */
function isCounted(interval: Interval | undefined): interval is Interval {
  return interval !== undefined && !(interval.lower === 0 && interval.upper === Number.POSITIVE_INFINITY);
}

function howCounted(interval: Interval | undefined, from: FactName): Answer | undefined {
  return isCounted(interval) ? letters([interval.lower === interval.upper ? 'a' : 'b'], from) : undefined;
}

function count(interval: Interval | undefined, from: FactName): Answer | undefined {
  return isCounted(interval) ? { value: { kind: 'count', count: interval }, from: [from] } : undefined;
}

function lettersOf(categories: readonly DataCategory[]): readonly string[] {
  return categories.map((category) => DATA_CATEGORIES[category]);
}

function dataTypes(facts: BreachFacts): Answer | undefined {
  const [listed, special] = [knownValue(facts.data) ?? [], knownValue(facts.specialCategories) ?? []];
  const from: FactName[] = [
    ...(listed.length > 0 ? (['data'] as const) : []),
    ...(special.length > 0 ? (['specialCategories'] as const) : []),
  ];
  return letters(lettersOf([...listed, ...special]), ...from);
}

/** What was found, kind by kind; what may be there besides; how passwords were kept. */
function aboutData(facts: BreachFacts): Answer | undefined {
  const parts = [found(facts), perhapsFound(facts), howKept(facts)].filter((part) => part !== undefined);
  return text(
    parts.map(({ sentence }) => sentence),
    ...parts.map(({ from }) => from),
  );
}

interface Told {
  readonly sentence: Words;
  readonly from: FactName;
}

/** What is certain to be in it, in some rows at least. */
function found(facts: BreachFacts): Told | undefined {
  const kinds = (knownValue(facts.kinds) ?? []).filter(({ rows }) => rows.lower > 0);
  if (kinds.length === 0) return undefined;
  const named = inWords((language) => kindsIn(kinds, language));
  const sentence = {
    en: `Found in the data, each with its number of rows: ${named.en}.`,
    fr: `Constaté dans les données, avec le nombre de lignes : ${named.fr}.`,
  };
  return { sentence, from: 'kinds' };
}

/** Kinds that may be in no row at all, or the types that they would be. */
function perhapsFound(facts: BreachFacts): Told | undefined {
  const kinds = (knownValue(facts.kinds) ?? []).filter(({ rows }) => rows.lower === 0 && rows.upper > 0);
  const possible = knownValue(facts.possibleData) ?? [];
  if (kinds.length + possible.length === 0) return undefined;
  const named = inWords((language) =>
    kinds.length > 0
      ? kindsIn(kinds, language)
      : lettersOf(possible)
          .map((letter) => optionOf(70, letter, language))
          .join('; '),
  );
  const sentence = {
    en: `These may be in it too, and are still being looked at: ${named.en}.`,
    fr: `Peuvent aussi y figurer, sous réserve de vérification : ${named.fr}.`,
  };
  return { sentence, from: kinds.length > 0 ? 'kinds' : 'possibleData' };
}

function howKept(facts: BreachFacts): Told | undefined {
  const credentials = knownValue(facts.credentials);
  return credentials === undefined ? undefined : { sentence: CREDENTIALS[credentials], from: 'credentials' };
}

function kindsIn(kinds: FactValue<'kinds'>, language: TemplateLanguage): string {
  return kinds.map(({ kind, rows }) => `${kindText(kind, language)} (${rowsText(rows, language)})`).join(', ');
}

/** Between none and so many is up to so many. */
function rowsText(rows: Interval, language: TemplateLanguage): string {
  if (rows.lower > 0 || rows.upper === Number.POSITIVE_INFINITY) return countText(rows, language);
  const most = countText({ lower: rows.upper, upper: rows.upper }, language);
  return { en: `up to ${most}`, fr: `jusqu'à ${most}` }[language];
}

function inWords(write: (language: TemplateLanguage) => string): Words {
  return Object.fromEntries(TEMPLATE_LANGUAGES.map((language) => [language, write(language)])) as Words;
}

const CREDENTIALS: Readonly<Record<FactValue<'credentials'>, Words>> = {
  none: {
    en: 'There were no passwords or keys in it.',
    fr: "Aucun mot de passe ni aucune clé n'y figurait.",
  },
  plain: {
    en: 'Passwords or keys stood in it in clear text.',
    fr: 'Des mots de passe ou des clés y figuraient en clair.',
  },
  'weak-hash': {
    en: 'Passwords were kept as hashes that can be undone.',
    fr: 'Les mots de passe étaient conservés sous forme de condensats réversibles.',
  },
  'strong-hash': {
    en: 'Passwords were kept as salted, slow hashes only.',
    fr: 'Les mots de passe étaient conservés uniquement sous forme de condensats salés et robustes.',
  },
  encrypted: { en: 'Passwords or keys were encrypted.', fr: 'Les mots de passe ou les clés étaient chiffrés.' },
};
