// The value of a fact in the words of a language; an unknown upper bound is said, and nothing is said for nothing.
import { instantOf } from '../clocks/instant.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { countText, momentText } from '../notices/edpb-template/value-text.ts';
import type { RegisterLanguage } from './languages.ts';
import { type RegisterWords, SHOWN_FACTS, type ShownFact, type ValueWords } from './words.ts';

/** The facts that are known, as labels and values in their order. */
export function factRows(
  facts: BreachFacts,
  words: RegisterWords,
  language: RegisterLanguage,
): (readonly [string, string])[] {
  return SHOWN_FACTS.flatMap((name): (readonly [string, string])[] => {
    const text = factText(facts, name, words, language);
    return text === undefined || text === '' ? [] : [[words.facts[name], text]];
  });
}

/** Undefined where it is not known. */
export function factText(
  facts: BreachFacts,
  name: ShownFact,
  words: RegisterWords,
  language: RegisterLanguage,
): string | undefined {
  const { values, yes, no } = words;
  const listed = <W extends string>(list: readonly W[], of: Record<W, string>) => list.map((one) => of[one]).join(', ');
  switch (name) {
    case 'nature':
      return mapped(knownValue(facts[name]), (list) => listed(list, values.nature));
    case 'subjects':
      return mapped(knownValue(facts[name]), (list) => listed(list, values.subjects));
    case 'data':
    case 'possibleData':
      return mapped(knownValue(facts[name]), (list) => listed(list, values.data));
    case 'intent':
    case 'cause':
    case 'exfiltration':
    case 'recipients':
    case 'credentials':
    case 'serviceImpact':
    case 'role':
      return mapped(knownValue<string>(facts[name]), (word) => wordOf(values, name, word));
    case 'readByOthers':
    case 'unintelligible':
    case 'minors':
    case 'nationalId':
    case 'paymentData':
      return mapped(knownValue(facts[name]), (flag) => (flag ? yes : no));
    case 'persons':
    case 'records':
      return mapped(knownValue(facts[name]), (count) => countText(count, language));
    case 'personsByCountry':
      return mapped(knownValue(facts[name]), (list) =>
        list.map(({ country, persons }) => `${country}: ${countText(persons, language)}`).join('; '),
      );
    case 'establishments':
      return mapped(knownValue(facts[name]), (list) => list.join(', '));
    case 'since':
    case 'until':
    case 'detected':
    case 'aware':
    case 'authorityNotified':
    case 'personsInformed':
      return mapped(knownValue(facts[name]), (at) => instantWords(at, language));
  }
}

function wordOf(values: ValueWords, name: keyof ValueWords, word: string): string {
  return (values[name] as Readonly<Record<string, string>>)[word] ?? word;
}

function mapped<T>(value: T | undefined, write: (value: T) => string): string | undefined {
  return value === undefined ? undefined : write(value);
}

/** An instant as a reader takes it in, with the zone or offset that it was written with. */
export function instantWords(at: string, language: RegisterLanguage): string {
  return momentText(instantOf(at), language);
}
