// The senses of a reading thread: classification as it is built in, made from options that can cross threads.
import {
  type Classifier,
  countryOfLanguage,
  countryOfValue,
  createDefaultClassifier,
  isSharedContact,
  kindById,
  languageOf,
  normaliseValue,
  type RowReading,
  type RuleSet,
  readRow,
  topicsOf,
} from '@vigie/classify';
import { isAsked } from '../kinds-asked.ts';
import type { RowSenses } from '../rows/row-senses.ts';

/** Plain data: regular expressions are cloned from thread to thread. */
export interface SensesOptions {
  readonly kinds?: readonly string[];
  /** Secret rules in the place of our catalogue. */
  readonly rules?: RuleSet;
  readonly maxDecodeDepth?: number;
}

export function createSenses(options: SensesOptions): RowSenses {
  const classifier = createDefaultClassifier({ ...options, forRows: true });
  // Those of the classifier that is there already: the list of all kinds would be made from one more.
  const kinds = new Map(classifier.kinds.map((kind) => [kind.id, kind]));
  const readsRows = isAsked(options.kinds, 'conversation') || isAsked(options.kinds, 'search-history');
  return {
    classify: (bytes) => classifier.classify(bytes),
    kind: (id) => kinds.get(id) ?? kindById(id),
    readRow: (fields) => (readsRows ? askedFor(readRow(fields), options.kinds) : undefined),
    normalise: normaliseValue,
    countryOf: countryOfValue,
    isSharedContact,
    topicsOf,
    languageOf,
    countryOfLanguage,
  };
}

/** Of a row's reading, what was asked for. */
export function askedFor(
  reading: RowReading | undefined,
  kinds: readonly string[] | undefined,
): RowReading | undefined {
  if (kinds === undefined) return reading;
  const { conversation, search } = reading ?? {};
  const talk = conversation && isAsked(kinds, 'conversation') ? conversation : undefined;
  const found = search && isAsked(kinds, 'search-history') ? search : undefined;
  return talk || found ? { ...(talk && { conversation: talk }), ...(found && { search: found }) } : undefined;
}

/** For running text, where conversations and searches are told from the text itself. */
export function createTextClassifier(options: SensesOptions): Classifier {
  return createDefaultClassifier(options);
}
