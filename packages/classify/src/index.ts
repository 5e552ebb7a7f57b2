// @vigie/classify reads text and columns: secrets, personal data, conversations; it redacts.
export type { EdpbCategory, Identifies, Kind } from './kind.ts';
export type { Level, LookAlike, Match, Span } from './span.ts';
