// What a reader of rows needs of classification, handed in so that it can be tested and replaced.
import type { Kind, RowReading, Span } from '@vigie/classify';

export interface RowSenses {
  /** Spans in a text of `name: value` fields. */
  classify(bytes: Uint8Array): readonly Span[];
  kind(id: string): Kind | undefined;
  /** A row's conversation or search, by its fields together. @param fields `json` is the value where it was parsed already */
  readRow(
    fields: readonly { readonly name: string; readonly value: string; readonly json?: object | undefined }[],
  ): RowReading | undefined;
  /** The value as it is compared: `Ada@Example.org` and `ada@example.org` are one mailbox. */
  normalise(kind: string, value: string): string;
  /** ISO 3166 code that a value tells of its owner. */
  countryOf(kind: string, value: string): string | undefined;
  isSharedContact(kind: string, value: string): boolean;
  topicsOf(query: string): readonly string[];
  languageOf(text: string): string | undefined;
  /** ISO 3166 code of the country where nearly all who write a language live. */
  countryOfLanguage(language: string): string | undefined;
}
