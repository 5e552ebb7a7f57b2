// How a word is written: one number each.

/** All letters small. */
export const LOWER = 0;
/** A capital, then small letters; `Jean-Pierre` and `O'Neil` too. */
export const TITLE_CASE = 1;
/** Two capitals or more and nothing else. */
export const UPPER = 2;
/** One capital alone. */
export const INITIAL = 3;
/** Capitals inside: `McDonald`, `iPhone`. */
export const CAMEL = 4;
