// The country that a language tells of the person who writes it.

/**
 * Languages of which more than nine in ten speakers live in one country (CLDR, territory-language information). A person who
 * writes French, German, Spanish, Portuguese, Dutch, Chinese or English may live in several.
 */
const HOMES: Readonly<Record<string, string>> = { it: 'IT', ja: 'JP', pl: 'PL' };

/**
 * The country where nearly all who write a language live, as ISO 3166 code; undefined where there is no such country.
 *
 * @param language ISO 639 code, as `languageOf` tells it
 */
export function countryOfLanguage(language: string): string | undefined {
  return HOMES[language];
}
