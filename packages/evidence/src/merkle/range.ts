// A tree that grows at its end, kept as the hashes of its whole subtrees: logarithmic memory for a log of any length.
import { EMPTY_ROOT, nodeHash, type TreeHash } from './tree-hash.ts';

export interface TreeRange {
  /** Leaves so far. */
  readonly size: number;
  /** Hashes of the whole subtrees that the size is the sum of, the largest first. */
  readonly subtrees: readonly TreeHash[];
}

export const EMPTY_RANGE: TreeRange = { size: 0, subtrees: [] };

/** The tree with one more leaf: each trailing one in the size is a subtree that the new leaf completes. */
export function withLeaf({ size, subtrees }: TreeRange, leaf: TreeHash): TreeRange {
  const grown = [...subtrees];
  let last = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = grown.pop();
    if (left === undefined) throw new RangeError('the subtrees do not fit the size');
    last = nodeHash(left, last);
  }
  return { size: size + 1, subtrees: [...grown, last] };
}

/** The hash of the whole tree (RFC 9162, 2.1.1): the subtrees joined from the right. */
export function rootOf({ subtrees }: TreeRange): TreeHash {
  return subtrees.length === 0 ? EMPTY_ROOT : subtrees.reduceRight((right, left) => nodeHash(left, right));
}
