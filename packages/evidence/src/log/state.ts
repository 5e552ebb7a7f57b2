// What has to be known of a log to add to it: a few hashes, however long it is.

import { NO_PREVIOUS } from '../entries/entry.ts';
import { EMPTY_RANGE, type TreeRange, withLeaf } from '../merkle/range.ts';
import { leafHash } from '../merkle/tree-hash.ts';

export interface LogState {
  /** Hash of the last entry. */
  readonly last: string;
  /** The tree over the lines, without their line feeds. */
  readonly tree: TreeRange;
}

export const EMPTY_LOG: LogState = { last: NO_PREVIOUS, tree: EMPTY_RANGE };

/** The log with one more line. */
export function withLine({ tree }: LogState, line: Uint8Array, hash: string): LogState {
  return { last: hash, tree: withLeaf(tree, leafHash(line)) };
}
