// A span: where a value stands, what it is, how sure that is and why; never the value itself.

/** Confidence from which a span is called certain; below, it is called possible. */
export const CERTAIN_FROM = 0.75;
/** Confidence below which a match is left out, unless its kind was asked for by its full name. */
export const REPORTED_FROM = 0.3;

export type Level = 'certain' | 'possible';

/** What a finder found: still without its mask, and before overlaps are settled. */
export interface Match {
  /** Id of the kind. */
  readonly kind: string;
  /** Id of the rule: the line of data or the pattern that matched. */
  readonly rule: string;
  /** Bytes from the start of the text, inclusive. */
  readonly start: number;
  /** Bytes from the start of the text, exclusive. */
  readonly end: number;
  /** From 0 to 1. Below REPORTED_FROM: a bare shape that only counts where the user asks for this kind by name. */
  readonly confidence: number;
  /** Why it matched, each in a few words that hold nothing of the value: "check digits hold", "after the word IBAN". */
  readonly reasons: readonly string[];
}

/** Something that looked like a kind and is not: what it was taken for, and why it was dropped. */
export interface LookAlike {
  readonly kind: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  /** "check digits do not hold", "a placeholder". */
  readonly why: string;
}

/** What the user sees of a match. */
export interface Span extends Match {
  readonly level: Level;
  /** The shape of the value, see mask.ts. */
  readonly masked: string;
}
