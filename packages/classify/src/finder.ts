// A finder: one way of finding spans in a text. The classifier runs all finders over one text, after one pass that finds
// all their trigger words.
import type { WordPlace } from './keyword-search.ts';
import type { Kind } from './kind.ts';
import type { LookAlike, Match } from './span.ts';
import type { Text } from './text.ts';

/** Where trigger words stand in a text, in the order of their ends. */
export interface Hits {
  readonly length: number;
  /** Index of the word in the finder's `triggers`. */
  readonly trigger: Int32Array;
  /** Byte offset just behind the word. */
  readonly end: Int32Array;
}

/** What a finder tells. Matches may overlap; the classifier settles that. */
export interface Report {
  found(match: Match): void;
  /** Only called where `explains` is true, since look-alikes are many. */
  dropped(lookAlike: LookAlike): void;
  readonly explains: boolean;
  /** Whether the user asked for this kind by its full name: then a bare shape counts as possible. */
  asked(kind: string): boolean;
}

export interface Finder {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /**
   * Words that make the finder look, matched without regard to ASCII case and to what stands beside them. Words beyond
   * ASCII are given as they are written; the classifier compares their UTF-8 bytes.
   */
  readonly triggers: readonly string[];
  /**
   * Where a trigger is wanted; anywhere where this is absent. Triggers that are only wanted as words cost next to nothing. A
   * finder that shares a trigger with another one may get more hits than it wants.
   */
  readonly placeOf?: (trigger: number) => WordPlace;
  /**
   * Finds spans. Called once a text, whether or not there are hits; must be linear in the text, and quick where there is
   * nothing to find (300 MB/s of log text at least, beside the pass for triggers).
   */
  find(text: Text, hits: Hits, report: Report): void;
}
