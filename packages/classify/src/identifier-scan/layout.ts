// What stands where in the memory in which identifiers are looked for, in bytes.

/** Bytes of a text that are read in one go, at most. */
export const BLOCK = 1 << 15;
/** Bytes before a block that are looked at, and the zeros behind it: as many as one look tells of words. */
export const BEFORE = 64;
export const BEHIND = 128;

export const TEXT_AT = 1 << 10;
const TEXT_END = TEXT_AT + BLOCK + BEHIND;

/** Classes of bytes, a bit a byte: digits, words (letters and digits), and bytes that end what may be one identifier. */
const BITS = (TEXT_END >> 3) + 8;
export const DIGITS_AT = TEXT_END;
export const WORDS_AT = DIGITS_AT + BITS;
export const ENDS_AT = WORDS_AT + BITS;

/** By byte: which sorts of forms may begin with it. */
export const FIRST_AT = (ENDS_AT + BITS + 63) & ~63;
/** By a number of digits or letters times 256, and a byte: which sorts may go on so. */
export const LONGEST_RUN = 128;
export const AFTER_DIGITS_AT = FIRST_AT + 256;
export const AFTER_LETTERS_AT = AFTER_DIGITS_AT + ((LONGEST_RUN + 1) << 8);

/** Places found: where they begin in the block, what is known of each, and how many ends of forms. */
export const STARTS_AT = AFTER_LETTERS_AT + ((LONGEST_RUN + 1) << 8);
export const SORTS_AT = STARTS_AT + BLOCK * 4;
export const COUNTS_AT = SORTS_AT + BLOCK;
/** Ends of forms: where in the block, and the state of the automaton. */
export const MOST_FORM_ENDS = 1 << 13;
export const FORM_ENDS_AT = COUNTS_AT + BLOCK;
export const END_STATES_AT = FORM_ENDS_AT + MOST_FORM_ENDS * 4;

/** The automaton: classes of bytes, whether a byte goes on with a word, the states' ends, their moves. */
export const CLASSES_AT = END_STATES_AT + MOST_FORM_ENDS * 4;
export const GOES_ON_AT = CLASSES_AT + 256;
export const MOST_STATES = 1 << 14;
export const IS_END_AT = GOES_ON_AT + 256;
export const MOVES_AT = IS_END_AT + MOST_STATES;
export const MOST_MOVES = 1 << 20;
/** Where reading stopped: the state and the class of the byte for which no move is known yet. */
export const STOPPED_AT = MOVES_AT + MOST_MOVES * 2;
export const MEMORY = STOPPED_AT + 8;

// What is known of a place: the sorts of forms that may begin there.
/** Any that a digit leads to. */
export const ANY = 1;
/** Those that are told without a word beside them. */
export const LOUD = 2;
/** The same with letters beyond ASCII. */
export const LOUD_BEYOND = 4;
/** A word of hexadecimal digits begins there that is as long as the ids and hashes that fill logs: told only beside a word. */
export const HASH = 8;
