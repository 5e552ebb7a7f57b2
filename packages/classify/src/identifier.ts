// An identifier: a number or code that is written in known forms, often with check digits, and the words that stand beside it.
import type { Kind } from './kind.ts';

/**
 * One identifier is one definition. All identifiers together are compiled into one automaton (see identifiers.ts), so a
 * definition costs nothing at run time unless its form is met.
 *
 * Forms are written in a small notation, from the first character to the last:
 *
 * - `9` a digit, `A` a letter of either case, `X` a letter or a digit, `H` a hexadecimal digit
 * - `~` a separator or none: space, hyphen, full stop, solidus or no-break space
 * - `{3}`, `{2,4}`, `?` repeat what stands before; `[…]` is a group
 * - any other character is itself; `\` makes the next one itself
 *
 * So a French social security number is `9~9{2}~9{2}~X{2}~9{3}~9{3}~9{2}`. What stands before and behind must not be a
 * letter or a digit, nor a separator that joins it to a longer number (`1.`, `-4`).
 */
export interface Identifier {
  /** Id of the rule, unique: `fr-nir`. */
  readonly rule: string;
  readonly kind: Kind;
  readonly forms: readonly string[];
  /**
   * Whether it can be one: check digits, dates, ranges.
   *
   * @param compact letters (upper-case) and digits only
   * @param written as it stands in the text, separators included
   * @returns true: the check holds (or nothing speaks against it, where there is no check digit); a string: why it is none
   */
  readonly check?: (compact: string, written: string) => true | string;
  /**
   * Words in lower case, in the languages where the identifier is used, that name it when they stand within 60 bytes
   * before or 30 behind, or in the name of the column or key. Words of up to three letters count only as whole words.
   * A space in a word also matches `_`, `-` or nothing, so `card number` matches `card_number` and `cardNumber`.
   */
  readonly words: readonly string[];
  /** Words that say that it is something else: `version`, `order number`. One of them nearer than a word above drops it. */
  readonly against?: readonly string[];
  /**
   * Confidence of a match without and with a word beside it, see span.ts for the limits. Alone, a form without check
   * digits stays below REPORTED_FROM; one plain check digit (one number in ten passes) below CERTAIN_FROM; two check
   * digits with a fixed country code or a date inside may be certain.
   */
  readonly confidence: { readonly alone: number; readonly named: number };
  /** Where the form and the check are written: a standard, a law, an issuer's page. */
  readonly source: string;
  /** Invented ones. Tests read them: each of `valid` is found, none of `invalid` is. */
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}
