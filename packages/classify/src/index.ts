// @vigie/classify reads text and columns: secrets, personal data, conversations; it redacts.
export { type Chunk, type ChunkOptions, chunksOf, countCharacters } from './chunks.ts';
export type { Classification, Classifier } from './classifier.ts';
export { type RowReading, readRow } from './conversation/fields.ts';
export { countryOfLanguage } from './country/language.ts';
export {
  builtInKinds,
  createDefaultClassifier,
  type DefaultClassifierOptions,
  kindById,
} from './default-classifier.ts';
export type { EdpbCategory, Identifies, Kind } from './kind.ts';
export { languageOf } from './language.ts';
export { maskOf } from './mask.ts';
export { withoutPersons } from './prose/persons-in-names.ts';
export * from './redact/index.ts';
export { CATALOGUE } from './secrets/catalogue/index.ts';
export { type CatalogueEntry, OPENS, type Opens } from './secrets/catalogue-entry.ts';
export { catalogueRules } from './secrets/catalogue-rules.ts';
export { type RuleFault, type RuleFile, readGitleaksToml } from './secrets/gitleaks-toml.ts';
export type { RuleSet } from './secrets/rule.ts';
export type { Level, LookAlike, Match, Span } from './span.ts';
export { isChildAt, statementUnder, topicsOf } from './special/index.ts';
export { countryOfValue, isSharedContact, normaliseValue } from './values.ts';
