// Counting words: the right form for a number, by the rules of the language (CLDR through Intl), with the number written as it is written there.

/** The forms of a counted word; `#` stands for the number. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/**
 * A counter for one language.
 *
 * @example countIn('fr')(0, { one: '# dépôt', other: '# dépôts' }) // '0 dépôt'
 */
export function countIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, { one, other }) => (rules.select(count) === 'one' ? one : other).replace('#', numbers.format(count));
}
