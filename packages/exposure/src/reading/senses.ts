// The senses of a reading thread: classification as it is built in, made from options that can cross threads.
import {
  type Classifier,
  countryOfValue,
  createDefaultClassifier,
  isSharedContact,
  kindById,
  languageOf,
  normaliseValue,
  type RuleSet,
  readRow,
  topicsOf,
} from '@vigie/classify';
import type { RowSenses } from '../rows/row-reader.ts';

/** Plain data: regular expressions are cloned from thread to thread. */
export interface SensesOptions {
  readonly kinds?: readonly string[];
  /** Secret rules in the place of our catalogue. */
  readonly rules?: RuleSet;
  readonly maxDecodeDepth?: number;
}

export function createSenses(options: SensesOptions): RowSenses {
  const classifier = createDefaultClassifier({ ...options, forRows: true });
  return {
    classify: (bytes) => classifier.classify(bytes),
    kind: kindById,
    readRow,
    normalise: normaliseValue,
    countryOf: countryOfValue,
    isSharedContact,
    topicsOf,
    languageOf,
  };
}

/** For running text, where conversations and searches are told from the text itself. */
export function createTextClassifier(options: SensesOptions): Classifier {
  return createDefaultClassifier(options);
}
