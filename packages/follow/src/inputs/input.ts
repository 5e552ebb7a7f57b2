// Where lines come from. Every input is pulled: the next lines are asked for when those before were dealt with, so that what can wait
// waits. What is pushed at us goes through a journal first (keep/journal.ts), and is pulled from there.

import type { Source } from '@vigie/detect';

/** Where to go on, as plain JSON; only the input that made it knows what it means. */
export type Place = unknown;

export interface Batch {
  readonly lines: readonly Line[];
  /** Behind the last line. */
  readonly place: Place;
  /** A record that is held because it might go on is whole now: nothing came for a while. */
  readonly isPause?: boolean;
  /** Another stream begins behind these lines: a file that was rotated. */
  readonly isEnd?: boolean;
  /** Something about the input that its owner should know; no content is in it. */
  readonly note?: string;
}

export interface Line {
  readonly text: string;
  /** The byte at which it begins, or the number of the line: grows within a stream; another stream begins anew. */
  readonly at: number;
  /** It was longer than is kept. */
  readonly isTooLong?: boolean;
}

export interface Input {
  /** The same in each run: places are kept under it. */
  readonly name: string;
  /** The format of its records, where that is said. */
  readonly source?: string | undefined;
  /** A format of one's own for its JSON, tried before the known ones. */
  readonly mapping?: Source | undefined;
  /**
   * Lines from a place on, for as long as the signal is not aborted. A fault that may pass (the file is not there, the store is
   * away) is a note, and the input goes on trying.
   */
  readonly open: (place: Place | undefined, signal: AbortSignal) => AsyncIterable<Batch>;
  /** A place further back: the line that begins at `at` is given again, and what stands behind it. */
  readonly rewound: (place: Place, at: number) => Place;
}
